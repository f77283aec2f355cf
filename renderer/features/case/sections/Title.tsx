import { useLingui } from '@lingui/react/macro'

import { custodyGroupOf } from '../../../../electron/domain/custody-status.ts'
import { isolated, joined } from '../../../i18n/lists.ts'
import { useCaseView } from '../case-context.ts'
import { CaseField } from '../fields/CaseField.tsx'
import { LineField } from '../fields/LineField.tsx'
import { PickField } from '../fields/PickField.tsx'
import { wholeText } from '../growing-text.ts'
import { useAgeWords } from '../use-age-words.ts'
import { useDaysWords } from '../use-days-words.ts'
import styles from './Title.module.css'

/** Who it is about and how it stands, at the head of the document. */
export function Title() {
  const { t } = useLingui()
  const { document, language } = useCaseView()
  const { held } = useDaysWords()
  const age = useAgeWords()
  const { person, caseFile, derived, custodyStatuses } = document
  const current = custodyStatuses.find((status) => status.id === derived.currentStatusId)
  const who = joined(language, [...person.citizenships.map(isolated), age(person)])
  const name = person.name ?? t`Name not known`
  return (
    <header className={styles.title}>
      <h1 className={styles.spoken} id="case-name" dir="auto">
        {name}
      </h1>
      <LineField
        plan={{ table: 'persons', row: person, field: 'name', layout: 'bare', brief: true }}
        large
        className={styles.name ?? ''}
        emptyWords={t`Name not known`}
      />
      <div className={styles.state}>
        {current === undefined ? (
          <a className={styles.noStatus} href="#case-custody" onClick={wholeText}>{t`No custody status yet`}</a>
        ) : (
          <>
            <PickField
              plan={{ table: 'custody_statuses', row: current, field: 'status', layout: 'bare', brief: true }}
              tone={current.status === null ? 'unknown' : custodyGroupOf(current.status)}
            />
            <span className={styles.since}>
              <span>{t`since`}</span>
              <LineField
                plan={{ table: 'custody_statuses', row: current, field: 'since', layout: 'bare', brief: true }}
                emptyWords={t`a day not recorded`}
              />
            </span>
          </>
        )}
        <span className={styles.days}>{held(derived.daysHeld)}</span>
      </div>
      <div className={styles.who}>
        <span className={styles.reference}>
          <CaseField plan={{ table: 'case_files', row: caseFile, field: 'reference', layout: 'bare', plain: true }} />
        </span>
        <span>{who}</span>
      </div>
    </header>
  )
}
