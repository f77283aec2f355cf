import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useCallback, useRef, useState } from 'react'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { shortDate } from '../../../electron/domain/describe-date.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { call } from '../../api/client.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { enterList, SearchField } from '../cases/SearchField.tsx'
import { pageOf, pageSize, useRowWindow } from '../cases/use-row-window.ts'
import { VirtualList } from '../cases/VirtualList.tsx'
import styles from './PeopleList.module.css'

type ListedPerson = CallOutput<'persons.list'>['persons'][number]

const rowHeight = 61

async function fetchPeople(query: string, page: number) {
  const answer = await call('persons.list', { query, limit: pageSize, offset: page * pageSize })
  return answer.ok ? pageOf(answer.value.total, answer.value.persons) : answer
}

/** Everybody on file, by any of their names in any alphabet. */
export function PeopleList() {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const { place, openPerson } = useNavigation()
  const [query, setQuery] = useState('')
  const rows = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLElement>(null)
  const listed = useRowWindow<string, ListedPerson>(query.trim().slice(0, 200), { reads: ['persons.list'], fetchPage: fetchPeople })
  const { shown } = listed
  const draw = useCallback(
    (person: ListedPerson) => (
      <>
        <span className={styles.first}>
          <bdi className={styles.name} title={person.name} data-cuts>
            {person.name}
          </bdi>
          <span className={styles.cases}>{t`${plural(person.cases.length, { one: '# case file', other: '# case files' })}`}</span>
        </span>
        <span className={styles.second}>
          {/* What tells namesakes apart comes before their other names. */}
          <Facts
            facts={[
              person.birth === null ? '' : t`b. ${shortDate(person.birth.edtf, language)}`,
              person.birthPlace ?? '',
              person.distinguishing ?? '',
              ...person.otherNames,
            ]}
          />
        </span>
      </>
    ),
    [t, language],
  )
  const total = shown.total ?? 0
  const number = i18n.number(total)
  return (
    <>
      <header className={styles.head} ref={head}>
        <SearchField
          label={t`Search people by any of their names`}
          short={t`Search people`}
          value={query}
          onChange={setQuery}
          onEnterList={(key) => enterList(rows.current, key)}
        />
        {shown.error !== null && <ErrorNote error={shown.error} />}
      </header>
      <p className={styles.count} role="status">
        {shown.total === null ? '' : t`${plural(total, { one: `${number} person`, other: `${number} people` })}`}
      </p>
      <VirtualList
        ref={rows}
        label={t`People`}
        listed={listed}
        rowHeight={rowHeight}
        draw={draw}
        chosenId={place.name === 'people' ? place.personId : null}
        onOpen={(person) => openPerson(person.id)}
        onLetter={() => head.current?.querySelector<HTMLElement>('[data-search] input')?.focus()}
        empty={
          <EmptyState title={shown.question === '' ? t`Nobody yet` : t`Nobody of this name`}>
            {shown.question === ''
              ? t`People come in with their case files.`
              : t`Accents and alphabets make no difference. Try fewer letters.`}
          </EmptyState>
        }
      />
    </>
  )
}
