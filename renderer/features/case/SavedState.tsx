import { useLingui } from '@lingui/react/macro'
import { Check, LoaderCircle, PencilLine, TriangleAlert } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'

import { useNavigation } from '../../app/navigation.tsx'
import { useCaseView } from './case-context.ts'
import { fieldLabel } from './field-labels.ts'
import { placeOf } from './saving/field-key.ts'
import { savingStateOf } from './saving/field-saver.ts'
import styles from './SavedState.module.css'

/** Whether all that was typed is in the vault: always true to the last letter. */
export function SavedState() {
  const { t, i18n } = useLingui()
  const { saver, document: file } = useCaseView()
  const { holdTab } = useNavigation()
  const entries = useSyncExternalStore(saver.subscribe, saver.entries)
  const state = savingStateOf(entries)
  const caseId = file.caseFile.id
  const held = state.kind !== 'saved'
  // While something is not in the vault yet, the tab of this case file is not used for another one.
  useEffect(() => {
    holdTab(caseId, held)
    return () => holdTab(caseId, false)
  }, [holdTab, caseId, held])
  // Why stands under the field itself; here there is room for where.
  const place = state.kind === 'not_saved' ? placeOf(state.key) : null
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
          <Check size={14} aria-hidden /> <Words>{t`Saved in the vault`}</Words>
        </>
      )}
      {state.kind === 'saving' && (
        <>
          <LoaderCircle size={14} aria-hidden /> <Words>{t`Saving…`}</Words>
        </>
      )}
      {state.kind === 'draft' && (
        <>
          <PencilLine size={14} aria-hidden /> <Words>{t`Kept as a draft in the vault`}</Words>
        </>
      )}
      {state.kind === 'not_saved' && (
        <button type="button" className={styles.go} onClick={go}>
          <TriangleAlert size={14} aria-hidden />{' '}
          <Words>{place === null ? t`Not saved` : t`Not saved: ${i18n._(fieldLabel(place.table, place.field))}`}</Words>
        </button>
      )}
    </span>
  )
}

/** Cut where there is no room: what stands beside it never moves for it. */
function Words({ children }: { children: string }) {
  return (
    <span className={styles.words} title={children} data-cuts>
      {children}
    </span>
  )
}
