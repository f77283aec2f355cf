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
        <p>{t`Nothing wrong was found: every page is as it was written.`}</p>
      ) : (
        <ul className={styles.findings}>
          {sayFindings(findings).map((words) => (
            <li key={words.id}>{i18n._(words)}</li>
          ))}
        </ul>
      )}
      {pages !== null && pages.damaged > 0 && (
        <p>{t`${plural(pages.damaged, { one: '# page', other: '# pages' })} of ${i18n.number(pages.total)} can’t be read.`}</p>
      )}
      {pages !== null && pages.total > pages.damaged && (
        <p>
          {t`${plural(caseFiles, { one: '# case file', other: '# case files' })} can be read.`}{' '}
          {lost > 0 && t`${plural(lost, { one: 'At most one may be lost.', other: 'At most # may be lost.' })}`}
        </p>
      )}
    </div>
  )
}
