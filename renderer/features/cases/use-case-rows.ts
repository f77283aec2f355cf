import { keepPreviousData, useQueries } from '@tanstack/react-query'

import type { CallInput, CallOutput, CaseFilter, CaseListRow, Snippet } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { CallFailure, keyOf } from '../../api/hooks.ts'
import type { CallError } from '../../../electron/contract/index.ts'
import { pageSize, pagesFor, type CaseSort } from './list-query.ts'

export type ListedCase = CaseListRow & { snippets: Snippet[] }

type Asked = { query: string; filter: CaseFilter; sort: CaseSort; today: string }
type Page = { total: number | null; rows: ListedCase[] }

/** The rows of the list that can be seen, fetched by the page as one scrolls. */
export function useCaseRows(
  asked: Asked,
  first: number,
  last: number,
): { total: number | null; rowAt: (index: number) => ListedCase | undefined; loading: boolean; error: CallError | null } {
  // The first page is always asked for: it says how many there are.
  const pages = [...new Set([0, ...pagesFor(first, last)])]
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: keyFor(asked, page),
      queryFn: () => fetchPage(asked, page),
      placeholderData: keepPreviousData,
    })),
  })
  const byPage = new Map(pages.map((page, index) => [page, answers[index]?.data]))
  const failed = answers.find((answer) => answer.error instanceof CallFailure)?.error
  return {
    total: byPage.get(0)?.total ?? null,
    rowAt: (index) => byPage.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    loading: answers[0]?.isPending ?? true,
    error: failed instanceof CallFailure ? failed.failure : null,
  }
}

const listInput = ({ filter, sort, today }: Asked, page: number): CallInput<'cases.list'> => ({
  filter,
  sort,
  today,
  limit: pageSize,
  offset: page * pageSize,
})
const searchInput = ({ query, filter, today }: Asked, page: number): CallInput<'search.cases'> => ({
  query,
  filter,
  today,
  limit: pageSize,
  offset: page * pageSize,
  snippets: pageSize,
})

const keyFor = (asked: Asked, page: number) =>
  asked.query === '' ? keyOf('cases.list', listInput(asked, page)) : keyOf('search.cases', searchInput(asked, page))

async function fetchPage(asked: Asked, page: number): Promise<Page> {
  if (asked.query === '') {
    const answer = await call('cases.list', listInput(asked, page))
    if (!answer.ok) throw new CallFailure(answer.error)
    return { total: answer.value.total, rows: answer.value.cases.map((row) => ({ ...row, snippets: [] })) }
  }
  const answer = await call('search.cases', searchInput(asked, page))
  if (!answer.ok) throw new CallFailure(answer.error)
  return { total: countOf(answer.value, page), rows: answer.value.hits }
}

// A search that did not count its hits says at least how many it found so far.
const countOf = (value: CallOutput<'search.cases'>, page: number): number => value.total ?? page * pageSize + value.hits.length
