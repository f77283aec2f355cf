import type { CallError, CaseFilter, CaseListRow, Snippet } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import type { ListSort } from './list-query.ts'
import type { PageAnswer } from './row-window.ts'
import { pageOf, pageSize } from './use-row-window.ts'

export type ListedCase = CaseListRow & { snippets: Snippet[] }

/** What the list answers; `sort` is `best` only where something is searched for. */
export type CaseQuestion = { query: string; filter: CaseFilter; sort: ListSort; today: string }

/** Hits that come with their snippets at once: as many as are seen. The rest follow once these are painted. */
const snippetsAtOnce = 12

/** One page of the list, or of what was found. */
export async function fetchCases(question: CaseQuestion, page: number): Promise<PageAnswer<ListedCase, CallError>> {
  const { query, filter, sort, today } = question
  const part = { filter, today, limit: pageSize, offset: page * pageSize }
  if (query === '') {
    const answer = await call('cases.list', { ...part, sort: sort === 'best' ? 'changed' : sort })
    return answer.ok
      ? pageOf(
          answer.value.total,
          answer.value.cases.map((row) => ({ ...row, snippets: [] })),
        )
      : answer
  }
  const answer = await call('search.cases', { ...part, query, sort, snippets: page === 0 ? snippetsAtOnce : pageSize })
  if (!answer.ok) return answer
  const { total, hits } = answer.value
  return {
    ok: true,
    page: { total: total ?? part.offset + hits.length, rows: hits, partial: page === 0 && hits.length > snippetsAtOnce },
  }
}

/** The hits with the snippets that they came without. */
export async function withSnippets({ query }: CaseQuestion, rows: readonly ListedCase[]): Promise<readonly ListedCase[]> {
  const ids = rows.slice(snippetsAtOnce).map(({ id }) => id)
  const answer = await call('search.snippets', { query, ids })
  if (!answer.ok) return rows
  const byId = new Map(answer.value.snippets.map(({ id, snippets }) => [id, snippets]))
  return rows.map((row) => ({ ...row, snippets: byId.get(row.id) ?? row.snippets }))
}
