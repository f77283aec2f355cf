import type { CaseFilter } from '../../../electron/contract/index.ts'

export type CaseSort = 'changed' | 'name' | 'arrested_first' | 'arrested_last' | 'reference'
type Group = NonNullable<CaseFilter['statusGroups']>[number]

/** How many rows are asked for at a time. */
export const pageSize = 50

/** The pages that hold the rows from `first` to `last`. */
export function pagesFor(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / pageSize)
  const to = Math.floor(Math.max(first, last, 0) / pageSize)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** The filter with a group taken in or left out; an empty list is no filter at all. */
export function toggleGroup(filter: CaseFilter, group: Group): CaseFilter {
  const { statusGroups = [], ...rest } = filter
  const next = statusGroups.includes(group) ? statusGroups.filter((one) => one !== group) : [...statusGroups, group]
  return next.length === 0 ? rest : { ...rest, statusGroups: next }
}

export function toggleUnsourced(filter: CaseFilter): CaseFilter {
  const { unsourced, ...rest } = filter
  return unsourced === true ? rest : { ...rest, unsourced: true }
}

export function withStatus(filter: CaseFilter, status: string | null): CaseFilter {
  const { statuses: _, ...rest } = filter
  return status === null ? rest : { ...rest, statuses: [status] }
}

export function withPlace(filter: CaseFilter, place: string | null): CaseFilter {
  const { place: _, ...rest } = filter
  return place === null ? rest : { ...rest, place }
}

export const isFiltered = (filter: CaseFilter): boolean => Object.keys(filter).length > 0
