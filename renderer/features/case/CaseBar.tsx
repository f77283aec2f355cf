import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { FileText, History, PanelRight, Rows3, Rows4, Trash2 } from 'lucide-react'

import styles from './CaseBar.module.css'
import { useBeside, useCaseView } from './case-context.ts'
import { SavedState } from './SavedState.tsx'
import { goToUnsourced } from './side/next-unsourced.ts'
import { useCaseActions } from './use-case-actions.ts'

/** What holds for the whole case file: whether all is saved, what lacks a source, how it is set, its history, its report. */
export function CaseBar() {
  const { t } = useLingui()
  const { document, readOnly, dense, setDense, sideFolded, foldSide } = useCaseView()
  const { panel } = useBeside()
  const actions = useCaseActions()
  const unsourced = document.derived.unsourced.length
  return (
    <div className={styles.bar} role="toolbar" aria-label={t`Case file`}>
      <span className={styles.states}>
        <SavedState />
        {unsourced > 0 && (
          <button type="button" className={styles.lacking} title={t`Go to the next one (Ctrl J)`} onClick={() => goToUnsourced()}>
            {t`${plural(unsourced, { one: '# unsourced', other: '# unsourced' })}`}
          </button>
        )}
      </span>
      <span className={styles.actions}>
        <button
          type="button"
          className={styles.icon}
          aria-pressed={dense}
          aria-label={t`Set as tightly as print`}
          title={t`Set as tightly as print`}
          onClick={() => setDense(!dense)}
        >
          {dense ? <Rows4 size={16} aria-hidden /> : <Rows3 size={16} aria-hidden />}
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-expanded={!sideFolded}
          aria-label={t`Contents beside the text`}
          title={t`Contents beside the text`}
          onClick={() => foldSide(!sideFolded)}
        >
          <PanelRight size={16} aria-hidden data-mirror />
        </button>
        {!readOnly && (
          <button type="button" className={styles.quiet} title={t`Move to bin`} onClick={() => void actions.bin()}>
            <Trash2 size={16} aria-hidden />
            {t`Move to bin`}
          </button>
        )}
        <button type="button" className={styles.button} aria-expanded={panel?.kind === 'history'} onClick={actions.history}>
          <History size={16} aria-hidden />
          {t`History`}
        </button>
        <button type="button" className={styles.primary} onClick={() => void actions.report()}>
          <FileText size={16} aria-hidden />
          {t`Report`}
        </button>
      </span>
    </div>
  )
}
