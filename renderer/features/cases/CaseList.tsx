import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useCallback, useMemo, useRef } from 'react'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useCanWrite } from '../../api/use-can-write.ts'
import { usePreferences } from '../../api/preferences.ts'
import { Button } from '../../components/Button.tsx'
import { fetchCases, withSnippets, type CaseQuestion, type ListedCase } from './case-question.ts'
import styles from './CaseList.module.css'
import { CaseRows } from './CaseRows.tsx'
import { FilterChips } from './FilterChips.tsx'
import { changeList, useListState } from './list-state.ts'
import { SavedSearches } from './SavedSearches.tsx'
import { enterList, SearchField } from './SearchField.tsx'
import { SortChoice } from './SortChoice.tsx'
import { useFacets } from './use-facets.ts'
import { useRowWindow } from './use-row-window.ts'
import { useToday } from './use-today.ts'

const onFilter = (filter: CaseFilter) => changeList({ filter })

/** The case files: found as one types, filtered, and walked through with the arrow keys. */
export function CaseList() {
  const { t } = useLingui()
  const { query, filter, sort, foundSort } = useListState()
  const { newCase } = useNavigation()
  const canWrite = useCanWrite()
  const { preferences } = usePreferences()
  const today = useToday()
  const rows = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLElement>(null)
  const asked = query.trim()
  const question = useMemo<CaseQuestion>(
    () => ({ query: asked, filter, sort: asked === '' ? sort : foundSort, today }),
    [asked, filter, sort, foundSort, today],
  )
  const listed = useRowWindow<CaseQuestion, ListedCase>(question, {
    reads: ['cases.list'],
    fetchPage: fetchCases,
    complete: withSnippets,
  })
  const counted = useMemo(() => ({ query: asked, filter, today }), [asked, filter, today])
  const { facets, current } = useFacets(counted, listed.shown.settled)
  // The letter itself follows: it is typed where the focus is by then.
  const onLetter = useCallback(() => head.current?.querySelector<HTMLElement>('[data-search] input')?.focus(), [])
  return (
    <>
      <header className={styles.head} ref={head}>
        <div className={styles.search}>
          <SearchField
            label={t`Search case files`}
            value={query}
            onChange={(next) => changeList({ query: next })}
            onEnterList={(key) => enterList(rows.current, key)}
          />
          <SavedSearches facets={facets} anchor={head} />
        </div>
        <FilterChips filter={filter} facets={facets} current={current} anchor={head} onChange={onFilter} />
        <div className={styles.tools}>
          {canWrite && <Button kind="quiet" icon={<Plus size={16} aria-hidden />} onPress={newCase}>{t`New case`}</Button>}
          <SortChoice searching={asked !== ''} sort={asked === '' ? sort : foundSort} />
        </div>
      </header>
      <CaseRows listed={listed} dense={preferences.density === 'dense'} onLetter={onLetter} ref={rows} />
    </>
  )
}
