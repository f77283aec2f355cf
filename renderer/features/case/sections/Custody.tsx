import { useLingui } from '@lingui/react/macro'

import { custodyGroupOf } from '../../../../electron/domain/custody-status.ts'
import { compareByDate } from '../../../../electron/domain/describe-date.ts'
import { useCaseView } from '../case-context.ts'
import { CaseField } from '../fields/CaseField.tsx'
import { FieldList } from '../fields/FieldList.tsx'
import { PickField } from '../fields/PickField.tsx'
import { AddRow } from '../rows/AddRow.tsx'
import { RowTools } from '../rows/RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './Section.module.css'

/** The custody status as a dated history, earliest first. */
export function Custody() {
  const { t } = useLingui()
  const { document, termLabel } = useCaseView()
  const statuses = document.custodyStatuses.toSorted((a, b) => compareByDate(a.since, b.since))
  return (
    <Section id="custody" title={t`Custody status`}>
      {statuses.length === 0 && (
        <p className={styles.empty}>{t`No custody status recorded. Add each one with the day since when it holds.`}</p>
      )}
      <ol className={styles.rows}>
        {statuses.map((status) => {
          const plan = { table: 'custody_statuses', row: status } as const
          return (
            <li key={status.id} className={styles.row} data-row={status.id}>
              <div className={styles.rowHead}>
                <div className={styles.rowMain}>
                  <PickField
                    plan={{ ...plan, field: 'status', layout: 'bare', namesRow: true }}
                    tone={status.status === null ? 'plain' : custodyGroupOf(status.status)}
                  />
                  <div className={`${styles.pair} ${styles.beside}`}>
                    <span>{t`since`}</span>
                    <CaseField plan={{ ...plan, field: 'since', layout: 'bare' }} emptyWords={t`a day not recorded`} />
                  </div>
                </div>
                <RowTools table="custody_statuses" id={status.id} what={termLabel('custody_status', status.status) ?? t`custody status`} />
              </div>
              <FieldList {...plan} whenFilled={['words']} addWords={t`Add the words of the source`} />
            </li>
          )
        })}
      </ol>
      <AddRow
        table="custody_statuses"
        parent={{ field: 'caseId', id: document.caseFile.id }}
        fields={['status', 'since']}
        words={t`Add custody status`}
      />
    </Section>
  )
}
