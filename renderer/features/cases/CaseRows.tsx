import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import styles from './CaseList.module.css'
import { CaseRow } from './CaseRow.tsx'
import { isFiltered, type CaseSort } from './list-query.ts'
import { changeList } from './list-state.ts'
import { stepTo } from './step-to.ts'
import { useCaseRows } from './use-case-rows.ts'
import { useRowWords } from './use-row-words.ts'
import { useToday } from './use-today.ts'

type Props = { query: string; filter: CaseFilter; sort: CaseSort; ref: RefObject<HTMLDivElement | null> }

/** Guesses, until a row has been seen and measured. */
const rowHeight = 61
const hitHeight = 81

/** The rows that can be seen out of however many there are. */
export function CaseRows({ query, filter, sort, ref }: Props) {
  const { t, i18n } = useLingui()
  const { place, open, newCase } = useNavigation()
  const words = useRowWords()
  const today = useToday()
  const listId = useId()
  const [at, setAt] = useState(0)
  const [range, setRange] = useState({ first: 0, last: 20 })
  const { total, rowAt, loading, error } = useCaseRows({ query, filter, sort, today }, range.first, range.last)
  const virtualizer = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => ref.current,
    estimateSize: (index) => ((rowAt(index)?.snippets.length ?? 0) > 0 ? hitHeight : rowHeight),
    getItemKey: (index) => rowAt(index)?.id ?? index,
    overscan: 8,
    onChange: ({ range: seen }) => {
      const next = { first: seen?.startIndex ?? 0, last: seen?.endIndex ?? 20 }
      setRange((before) => (before.first === next.first && before.last === next.last ? before : next))
    },
  })
  const asked = useRef({ query, filter, sort })
  useEffect(() => {
    if (asked.current.query === query && asked.current.filter === filter && asked.current.sort === sort) return
    asked.current = { query, filter, sort }
    setAt(0)
    virtualizer.scrollToOffset(0)
  }, [query, filter, sort, virtualizer])

  const chosen = place.name === 'cases' ? place.caseId : null
  const go = (index: number) => {
    const row = rowAt(index)
    setAt(index)
    virtualizer.scrollToIndex(index)
    if (row !== undefined) open(row.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepTo(event.key, at, total ?? 0)
    if (next === null) return
    event.preventDefault()
    if (event.key === 'Enter' || event.key === ' ') go(next)
    else {
      setAt(next)
      virtualizer.scrollToIndex(next)
    }
  }

  if (error !== null)
    return (
      <div className={styles.trouble}>
        <ErrorNote error={error} />
      </div>
    )
  const number = i18n.number(total ?? 0)
  return (
    <>
      <p className={styles.count} role="status">
        {total === null
          ? ''
          : query === ''
            ? t`${plural(total, { one: `${number} case file`, other: `${number} case files` })}`
            : t`${plural(total, { one: `${number} case file found`, other: `${number} case files found` })}`}
      </p>
      {total === 0 && !loading ? (
        <NothingHere query={query} filtered={isFiltered(filter)} newCase={newCase} />
      ) : (
        <div
          ref={ref}
          className={styles.scroll}
          role="listbox"
          aria-label={t`Case files`}
          tabIndex={0}
          aria-activedescendant={rowAt(at) === undefined ? undefined : `${listId}-${at}`}
          onKeyDown={onKeyDown}
        >
          <div className={styles.all} role="presentation" style={{ blockSize: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => {
              const row = rowAt(item.index)
              return (
                <div
                  key={item.key}
                  id={`${listId}-${item.index}`}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  className={styles.row}
                  style={{ minBlockSize: rowHeight, transform: `translateY(${item.start}px)` }}
                  role="option"
                  aria-selected={row !== undefined && row.id === chosen}
                  aria-setsize={total ?? -1}
                  aria-posinset={item.index + 1}
                  data-at={item.index === at || undefined}
                  data-case={row?.id}
                  onClick={() => go(item.index)}
                >
                  {row !== undefined && <CaseRow row={row} words={words} />}
                </div>
              )
            })}
          </div>
        </div>
      )}
    </>
  )
}

function NothingHere({ query, filtered, newCase }: { query: string; filtered: boolean; newCase: () => void }) {
  const { t } = useLingui()
  if (query === '' && !filtered) {
    return (
      <EmptyState title={t`No case files yet`} actions={<Button kind="primary" onPress={newCase}>{t`New case`}</Button>}>
        {t`A name or a description is enough to begin one. Everything else can be added later.`}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t`Nothing found`}
      actions={
        <>
          {filtered && <Button onPress={() => changeList({ filter: {} })}>{t`Take off the filters`}</Button>}
          {query !== '' && <Button onPress={() => changeList({ query: '' })}>{t`Clear the search`}</Button>}
        </>
      }
    >
      {t`Try fewer letters or another spelling. Accents and alphabets make no difference; case files in the bin aren't searched.`}
    </EmptyState>
  )
}
