import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'

import { useNavigation } from '../../app/navigation.tsx'
import { call } from '../../api/client.ts'
import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { enterList, SearchField } from '../cases/SearchField.tsx'
import { pageOf, pageSize, useRowWindow } from '../cases/use-row-window.ts'
import { VirtualList } from '../cases/VirtualList.tsx'
import { useListedSourceWords, type ListedSource } from './source-words.ts'
import styles from './SourceList.module.css'

type Row = ListedSource & { id: string }

const rowHeight = 61

async function fetchSources(query: string, page: number) {
  const answer = await call('sources.list', { query, limit: pageSize, offset: page * pageSize })
  return answer.ok
    ? pageOf<Row>(
        answer.value.total,
        answer.value.sources.map((listed) => ({ ...listed, id: listed.source.id })),
      )
    : answer
}

/** The sources of the vault, protected ones by their code name. */
export function SourceList() {
  const { t, i18n } = useLingui()
  const { place, openSource } = useNavigation()
  const words = useListedSourceWords()
  const [query, setQuery] = useState('')
  const rows = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLElement>(null)
  const listed = useRowWindow<string, Row>(query.trim().slice(0, 200), { reads: ['sources.list'], fetchPage: fetchSources })
  const { shown } = listed
  const create = useCommand('sources.create')
  const total = shown.total ?? 0
  const number = i18n.number(total)

  const add = async () => {
    const answer = await create.run({ fields: { title: t`New source`, protection: 'open' } })
    if (answer.ok) openSource(answer.value.id)
  }
  const draw = useCallback(
    ({ source, masked, citations, cases }: Row) => (
      <>
        <bdi className={styles.title} title={words.title(source, masked)} data-cuts>
          {words.title(source, masked)}
        </bdi>
        <span className={styles.second}>
          {source.reliability !== null && <span className={styles.grade}>{source.reliability}</span>}
          <Facts facts={masked ? [t`protected`] : words.facts(source)} />
          <span className={styles.cited} title={t`${plural(cases, { one: '# case file', other: '# case files' })}`}>
            {t`${plural(citations, { one: '# citation', other: '# citations' })}`}
          </span>
        </span>
      </>
    ),
    [t, words],
  )

  return (
    <>
      <header className={styles.head} ref={head}>
        <SearchField label={t`Search sources`} value={query} onChange={setQuery} onEnterList={(key) => enterList(rows.current, key)} />
        <div className={styles.tools}>
          <Button
            kind="quiet"
            icon={<Plus size={16} aria-hidden />}
            onPress={() => void add()}
            isDisabled={create.busy}
          >{t`New source`}</Button>
        </div>
        {create.error !== null && <ErrorNote error={create.error} />}
        {shown.error !== null && <ErrorNote error={shown.error} />}
      </header>
      <p className={styles.count} role="status">
        {shown.total === null ? '' : t`${plural(total, { one: `${number} source`, other: `${number} sources` })}`}
      </p>
      <VirtualList
        ref={rows}
        label={t`Sources`}
        listed={listed}
        rowHeight={rowHeight}
        draw={draw}
        chosenId={place.name === 'sources' ? place.sourceId : null}
        onOpen={({ id }) => openSource(id)}
        onLetter={() => head.current?.querySelector<HTMLElement>('[data-search] input')?.focus()}
        empty={
          <EmptyState title={shown.question === '' ? t`No sources yet` : t`No such source`}>
            {shown.question === ''
              ? t`A source is whoever or whatever says something: a relative on the telephone, a court record, a news article. It is cited from the case files.`
              : t`Protected sources are found by their code name only.`}
          </EmptyState>
        }
      />
    </>
  )
}
