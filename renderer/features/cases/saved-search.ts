import { caseFilterSchema, caseSortSchema, type CaseFilter, type RecordInput, type RecordOutput } from '../../../electron/contract/index.ts'
import type { ListState } from './list-state.ts'

export type SavedSearch = RecordOutput<'saved_searches'>

/** What is looked for now, as a saved search keeps it. */
export function searchFields({ query, filter, sort, foundSort }: ListState): RecordInput<'saved_searches'> {
  const asked = query.trim()
  return { query: asked, filter: JSON.stringify(filter), sort: asked === '' ? sort : foundSort }
}

/** A kept filter, part by part: `fits` is false where a part of it is none that this program knows. */
export function readFilter(json: string | null): { filter: CaseFilter; fits: boolean } {
  const parts = partsOf(json)
  if (parts === null) return { filter: {}, fits: false }
  let filter: CaseFilter = {}
  let fits = true
  for (const [name, value] of Object.entries(parts)) {
    const part = caseFilterSchema.safeParse({ [name]: value })
    if (part.success) filter = { ...filter, ...part.data }
    else fits = false
  }
  return { filter, fits }
}

function partsOf(json: string | null): Record<string, unknown> | null {
  if (json === null || json === '') return {}
  try {
    const parts: unknown = JSON.parse(json)
    return typeof parts === 'object' && parts !== null && !Array.isArray(parts) ? { ...parts } : null
  } catch {
    return null
  }
}

/** The state of the list that a saved search leads to, and whether all of it could be used. */
export function readSearch({ query, filter, sort }: Pick<SavedSearch, 'query' | 'filter' | 'sort'>): {
  change: Partial<ListState>
  fits: boolean
} {
  const read = readFilter(filter)
  const asked = query ?? ''
  const order = caseSortSchema.safeParse(sort)
  const change =
    asked === ''
      ? { sort: order.success ? order.data : ('changed' as const) }
      : { foundSort: order.success ? order.data : ('best' as const) }
  return { change: { query: asked, filter: read.filter, ...change }, fits: read.fits }
}

/** Whether the list shows what a saved search asks for. */
export function isShowing(search: Pick<SavedSearch, 'query' | 'filter' | 'sort'>, state: ListState): boolean {
  const now = searchFields(state)
  return (search.query ?? '') === now.query && search.sort === now.sort && sameFilter(readFilter(search.filter).filter, state.filter)
}

const inOrder = (filter: CaseFilter): string => JSON.stringify(Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)))
const sameFilter = (a: CaseFilter, b: CaseFilter): boolean => inOrder(a) === inOrder(b)
