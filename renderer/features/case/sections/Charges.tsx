import { useLingui } from '@lingui/react/macro'

import { useCaseView } from '../case-context.ts'
import { CaseField } from '../fields/CaseField.tsx'
import { FieldList } from '../fields/FieldList.tsx'
import { PickField } from '../fields/PickField.tsx'
import { AddRow } from '../rows/AddRow.tsx'
import { RowTools } from '../rows/RowTools.tsx'
import styles from './Charges.module.css'
import { Section } from './Section.tsx'
import section from './Section.module.css'

/** A charge that stands weighs on the person; one that fell does not. */
function toneOf(status: string | null): 'plain' | 'held' | 'unknown' | 'ended' {
  if (status === null) return 'plain'
  if (status === 'charged' || status === 'convicted') return 'held'
  return status === 'under_investigation' || status === 'unknown' ? 'unknown' : 'ended'
}

/** What the person is accused of, by whom, before which court, and what became of it: a row for each charge. */
export function Charges() {
  const { t } = useLingui()
  const { document } = useCaseView()
  const charges = document.charges
  return (
    <Section id="charges" title={t`Charges`}>
      {charges.length === 0 && <p className={section.empty}>{t`No charges recorded.`}</p>}
      <ul className={`${section.rows} ${styles.table}`}>
        {charges.length > 0 && (
          <li className={`${styles.columns} ${styles.heads}`} aria-hidden>
            <span>{t`Offence`}</span>
            <span>{t`Law`}</span>
            <span>{t`Status`}</span>
          </li>
        )}
        {charges.map((charge) => {
          const plan = { table: 'charges', row: charge } as const
          return (
            <li key={charge.id} className={`${section.row} ${styles.charge}`} data-row={charge.id}>
              <div className={styles.columns}>
                <div className={styles.offence}>
                  <CaseField plan={{ ...plan, field: 'offence', layout: 'bare', namesRow: true }} emptyWords={t`Offence not recorded`} />
                </div>
                <div className={styles.law}>
                  <CaseField plan={{ ...plan, field: 'law', layout: 'bare' }} emptyWords={t`law not recorded`} />
                  {charge.article !== null && (
                    <CaseField plan={{ ...plan, field: 'article', layout: 'bare', label: t`Article` }} emptyWords={t`no article`} />
                  )}
                </div>
                <div className={styles.status}>
                  <PickField
                    plan={{ ...plan, field: 'status', layout: 'bare' }}
                    emptyWords={t`status not recorded`}
                    tone={toneOf(charge.status)}
                  />
                </div>
                <RowTools table="charges" id={charge.id} what={charge.offence ?? t`charge`} />
              </div>
              <FieldList
                {...plan}
                whenFilled={[
                  ...(charge.article === null ? ['article'] : []),
                  'date',
                  'kind',
                  'authority',
                  'court',
                  'docket',
                  'sentence',
                  'appeal',
                  'note',
                ]}
                inline={['date', 'kind', 'authority', 'court', 'docket']}
                addWords={charge.article === null ? t`Add article, date, court…` : t`Add detail`}
              />
            </li>
          )
        })}
      </ul>
      <AddRow
        table="charges"
        parent={{ field: 'caseId', id: document.caseFile.id }}
        fields={['offence', 'law', 'article']}
        words={t`Add charge`}
      />
    </Section>
  )
}
