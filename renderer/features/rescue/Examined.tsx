import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import type { Examination } from '../../../electron/contract/index.ts'
import { sayFindings } from './finding-words.ts'
import styles from './RecoveryScreen.module.css'

/** What was found wrong, and how much of the vault can still be read. */
export function Examined({ examined: { findings, pages, readable, mayBeLost } }: { examined: Examination }) {
  const { t, i18n } = useLingui()
  const caseFiles = readable['case_files'] ?? 0
  const lost = mayBeLost['case_files'] ?? 0
  return (
    <div className={styles.found} role="status">
      {findings.length === 0 ? (
        <p>{t`Nothing wrong was found: every part of it is as it was written.`}</p>
      ) : (
        <ul className={styles.findings}>
          {sayFindings(findings).map((words) => (
            <li key={words.id}>{i18n._(words)}</li>
          ))}
        </ul>
      )}
      {pages?.proven === false && (
        <p>{t`Its beginning is among them, so it can’t be told how much of the rest is damaged. Whatever is saved is checked record by record.`}</p>
      )}
      {pages?.proven === true && pages.damaged > 0 && (
        <p>{t`${plural(pages.damaged, { one: '# part', other: '# parts' })} of ${i18n.number(pages.total)} can’t be read.`}</p>
      )}
      {pages?.proven === true && pages.total > pages.damaged && (
        <p>
          {t`${plural(caseFiles, { one: '# case file', other: '# case files' })} can be read.`}{' '}
          {lost > 0 && t`${plural(lost, { one: 'At most one may be lost.', other: 'At most # may be lost.' })}`}
        </p>
      )}
    </div>
  )
}
