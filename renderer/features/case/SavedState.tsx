import { useLingui } from '@lingui/react/macro'
import { Check, LoaderCircle, PencilLine, TriangleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'

import { useCaseView } from './case-context.ts'
import { savingStateOf } from './saving/field-saver.ts'
import styles from './SavedState.module.css'
import { useErrorWords } from './use-error-words.ts'

/** Whether all that was typed is in the vault: always true to the last letter. */
export function SavedState() {
  const { t } = useLingui()
  const { saver } = useCaseView()
  const errorWords = useErrorWords()
  const entries = useSyncExternalStore(saver.subscribe, saver.entries)
  const state = savingStateOf(entries)
  const go = () => {
    if (state.kind !== 'not_saved') return
    const field = document.querySelector(`[data-field="${state.key}"]`)
    field?.scrollIntoView({ block: 'center' })
    field?.querySelector<HTMLElement>('button, input, [contenteditable]')?.focus()
  }
  return (
    <span className={styles.state} data-kind={state.kind} role="status" data-saved={state.kind === 'saved' || undefined}>
      {state.kind === 'saved' && (
        <>
          <Check size={14} aria-hidden /> {t`Saved in the vault`}
        </>
      )}
      {state.kind === 'saving' && (
        <>
          <LoaderCircle size={14} aria-hidden /> {t`Saving…`}
        </>
      )}
      {state.kind === 'draft' && (
        <>
          <PencilLine size={14} aria-hidden /> {t`Kept as a draft in the vault`}
        </>
      )}
      {state.kind === 'not_saved' && (
        <button type="button" className={styles.go} onClick={go}>
          <TriangleAlert size={14} aria-hidden /> {state.error === null ? t`Not saved` : t`Not saved: ${errorWords(state.error)}`}
        </button>
      )}
    </span>
  )
}
