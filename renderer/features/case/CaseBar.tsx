import { useLingui } from '@lingui/react/macro'
import { FileText, History, Trash2 } from 'lucide-react'

import { call } from '../../api/client.ts'
import { useNavigation } from '../../app/navigation.tsx'
import styles from './CaseBar.module.css'
import { useCaseView } from './case-context.ts'
import { binRow } from './row-commands.ts'
import { SavedState } from './SavedState.tsx'

/** What holds for the whole case file: whether all is saved, its history, its report, the way to the bin. */
export function CaseBar() {
  const { t } = useLingui()
  const { document, panel, show, readOnly, refresh, setTrouble, saver } = useCaseView()
  const { openReport } = useNavigation()
  const bin = async () => {
    await saver.leaveAll()
    const answer = await binRow(call, 'case_files', document.caseFile.id)
    if (answer.ok) refresh()
    else setTrouble(answer.error)
  }
  const report = async () => {
    // The report says what the vault has; what is still being typed gets there first.
    await saver.leaveAll()
    openReport(document.caseFile.id)
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t`Case file`}>
      <SavedState />
      <span className={styles.actions}>
        {!readOnly && (
          <button type="button" className={styles.quiet} onClick={() => void bin()}>
            <Trash2 size={16} aria-hidden />
            {t`Move to bin`}
          </button>
        )}
        <button
          type="button"
          className={styles.button}
          aria-expanded={panel?.kind === 'history'}
          onClick={() => show(panel?.kind === 'history' ? null : { kind: 'history', field: null })}
        >
          <History size={16} aria-hidden />
          {t`History`}
        </button>
        <button type="button" className={styles.primary} onClick={() => void report()}>
          <FileText size={16} aria-hidden />
          {t`Report`}
        </button>
      </span>
    </div>
  )
}
