import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useDeferredValue, useRef, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'

import { useNavigation } from '../../app/navigation.tsx'
import { useCall, useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SearchField } from '../cases/SearchField.tsx'
import { useListedSourceWords } from './source-words.ts'
import styles from './SourceList.module.css'

const pageSize = 100

/** The sources of the vault, protected ones by their code name. */
export function SourceList() {
  const { t, i18n } = useLingui()
  const { place, openSource } = useNavigation()
  const words = useListedSourceWords()
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(pageSize)
  const list = useRef<HTMLDivElement>(null)
  const asked = useDeferredValue(query.trim()).slice(0, 200)
  const { data, error } = useCall('sources.list', { query: asked, limit, offset: 0 }, { keepPrevious: true })
  const create = useCommand('sources.create')
  const chosen = place.name === 'sources' ? place.sourceId : null
  const total = data?.total ?? 0
  const number = i18n.number(total)

  const add = async () => {
    const answer = await create.run({ fields: { title: t`New source`, protection: 'open' } })
    if (answer.ok) openSource(answer.value.id)
  }

  return (
    <>
      <header className={styles.head}>
        <SearchField
          label={t`Search sources`}
          value={query}
          onChange={setQuery}
          onEnterList={() => list.current?.querySelector<HTMLElement>('[role="option"]')?.focus()}
        />
        <div>
          <Button
            kind="quiet"
            icon={<Plus size={16} aria-hidden />}
            onPress={() => void add()}
            isDisabled={create.busy}
          >{t`New source`}</Button>
        </div>
        {(create.error ?? error?.failure ?? null) !== null && (
          <ErrorNote error={create.error ?? error?.failure ?? { code: 'internal', params: {} }} />
        )}
      </header>
      <p className={styles.count} role="status">
        {data === undefined ? '' : t`${plural(total, { one: `${number} source`, other: `${number} sources` })}`}
      </p>
      {data !== undefined && total === 0 ? (
        <EmptyState title={asked === '' ? t`No sources yet` : t`No such source`}>
          {asked === ''
            ? t`A source is whoever or whatever says something: a relative on the telephone, a court record, a news article. It is cited from the case files.`
            : t`Protected sources are found by their code name only.`}
        </EmptyState>
      ) : (
        <div className={styles.scroll}>
          <ListBox
            ref={list}
            className={styles.list}
            aria-label={t`Sources`}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={chosen === null ? [] : [chosen]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : [...keys]
              if (key !== undefined) openSource(String(key))
            }}
          >
            {(data?.sources ?? []).map(({ source, masked, citations, cases }) => (
              <ListBoxItem key={source.id} id={source.id} textValue={words.title(source, masked)} className={styles.row}>
                <span className={styles.title}>
                  <bdi>{words.title(source, masked)}</bdi>
                </span>
                <span className={styles.second}>
                  {source.reliability !== null && <span className={styles.grade}>{source.reliability}</span>}
                  <span className={styles.about}>{masked ? t`protected` : words.about(source)}</span>
                  <span className={styles.cited} title={t`${plural(cases, { one: '# case file', other: '# case files' })}`}>
                    {t`${plural(citations, { one: '# citation', other: '# citations' })}`}
                  </span>
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
          {limit < total && limit < 500 && <Button onPress={() => setLimit(Math.min(500, limit + pageSize))}>{t`Show more`}</Button>}
        </div>
      )}
    </>
  )
}
