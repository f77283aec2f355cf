import { useLingui } from '@lingui/react/macro'
import { Check, CircleAlert, LoaderCircle } from 'lucide-react'

import styles from './SavedState.module.css'

export type Saving = 'saved' | 'saving' | 'draft' | 'not_saved'

/** How safe is what was typed; what it says is always true. */
export function SavedState({ state }: { state: Saving }) {
  const { t } = useLingui()
  const words = { saved: t`Saved in the vault`, saving: t`Saving…`, draft: t`Kept as a draft in the vault`, not_saved: t`Not saved yet` }[
    state
  ]
  const Icon = state === 'not_saved' ? CircleAlert : state === 'saving' ? LoaderCircle : Check
  return (
    <span className={`${styles.state} ${styles[state]}`} role="status">
      <Icon size={14} aria-hidden />
      {words}
    </span>
  )
}
