import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useDeferredValue, useState } from 'react'

import { shortDate } from '../../../electron/domain/describe-date.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { useTerms } from '../case/use-terms.ts'
import { SearchField } from '../cases/SearchField.tsx'
import styles from './PeopleView.module.css'

const pageSize = 100

/** Everybody on file, with what tells namesakes apart and the case files of each. */
export function PeopleView() {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const { open } = useNavigation()
  const { termLabel } = useTerms(language)
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(pageSize)
  const asked = useDeferredValue(query.trim()).slice(0, 200)
  const { data, error } = useCall('persons.list', { query: asked, limit, offset: 0 }, { keepPrevious: true })
  const total = data?.total ?? 0
  const number = i18n.number(total)
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t`People`}</h1>
      <div className={styles.search}>
        <SearchField label={t`Search people by any of their names`} value={query} onChange={setQuery} />
      </div>
      {error !== null && <ErrorNote error={error.failure} />}
      <p className={styles.count} role="status">
        {data === undefined ? '' : t`${plural(total, { one: `${number} person`, other: `${number} people` })}`}
      </p>
      {data !== undefined && total === 0 && (
        <EmptyState title={asked === '' ? t`Nobody yet` : t`Nobody of this name`}>
          {asked === '' ? t`People come in with their case files.` : t`Accents and alphabets make no difference. Try fewer letters.`}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {data?.persons.map((person) => (
          <li key={person.id} className={styles.person}>
            <div className={styles.who}>
              <bdi className={styles.name}>{person.name}</bdi>
              {person.otherNames.length > 0 && <bdi className={styles.about}>{person.otherNames.join(' · ')}</bdi>}
              <span className={styles.about}>
                {[
                  person.birth === null ? '' : t`b. ${shortDate(person.birth.edtf, language)}`,
                  person.birthPlace ?? '',
                  person.distinguishing ?? '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </div>
            <ul className={styles.cases}>
              {person.cases.map((one) => (
                <li key={one.id}>
                  <Button kind="quiet" onPress={() => open(one.id)}>
                    <span className={styles.reference}>{one.reference}</span>
                  </Button>
                  <span className={styles.about}>{termLabel('custody_status', one.status) ?? ''}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {limit < total && limit < 500 && <Button onPress={() => setLimit(Math.min(500, limit + pageSize))}>{t`Show more`}</Button>}
    </div>
  )
}
