import type { CaseFilter, CaseSort } from '../../../electron/contract/index.ts'

export type ListSort = CaseSort | 'best'
type Group = NonNullable<CaseFilter['statusGroups']>[number]

/** From how many days without a change a case file counts as stale. */
export const staleAfter = 30

const withList = <Key extends 'statusGroups' | 'statuses'>(filter: CaseFilter, key: Key, values: CaseFilter[Key] & {}): CaseFilter => {
  const { [key]: _, ...rest } = filter
  return values.length === 0 ? rest : { ...rest, [key]: values }
}

/** The filter with a group taken in or left out; an empty list is no filter at all. */
export function toggleGroup(filter: CaseFilter, group: Group): CaseFilter {
  const { statusGroups = [] } = filter
  return withList(
    filter,
    'statusGroups',
    statusGroups.includes(group) ? statusGroups.filter((one) => one !== group) : [...statusGroups, group],
  )
}

export const withGroups = (filter: CaseFilter, groups: readonly Group[]): CaseFilter => withList(filter, 'statusGroups', [...groups])
export const withStatuses = (filter: CaseFilter, statuses: readonly string[]): CaseFilter => withList(filter, 'statuses', [...statuses])

export function toggleUnsourced(filter: CaseFilter): CaseFilter {
  const { unsourced, ...rest } = filter
  return unsourced === true ? rest : { ...rest, unsourced: true }
}

export function toggleWhereaboutsUnknown(filter: CaseFilter): CaseFilter {
  const { whereaboutsUnknown, ...rest } = filter
  return whereaboutsUnknown === true ? rest : { ...rest, whereaboutsUnknown: true }
}

export function toggleStale(filter: CaseFilter): CaseFilter {
  const { staleDays, ...rest } = filter
  return staleDays === undefined ? { ...rest, staleDays: staleAfter } : rest
}

type Single = 'place' | 'force' | 'caseworkerId' | 'tag'

/** The filter with one place, force, caseworker or tag, or with none. */
export function withOne(filter: CaseFilter, key: Single, value: string | null): CaseFilter {
  const { [key]: _, ...rest } = filter
  return value === null ? rest : { ...rest, [key]: value }
}

/** Days `YYYY-MM-DD` between which the arrest may have been; null: open on that side. */
export function withArrest(filter: CaseFilter, from: string | null, to: string | null): CaseFilter {
  const { arrestedFrom: _from, arrestedTo: _to, ...rest } = filter
  return { ...rest, ...(from !== null && { arrestedFrom: from }), ...(to !== null && { arrestedTo: to }) }
}

/** The year that the filter's arrest days span exactly; null where they span anything else. */
export function arrestYearOf({ arrestedFrom, arrestedTo }: CaseFilter): number | null {
  const year = arrestedFrom?.slice(0, 4)
  return year !== undefined && arrestedFrom === `${year}-01-01` && arrestedTo === `${year}-12-31` ? Number(year) : null
}

export const withArrestYear = (filter: CaseFilter, year: number | null): CaseFilter =>
  year === null
    ? withArrest(filter, null, null)
    : withArrest(filter, `${String(year).padStart(4, '0')}-01-01`, `${String(year).padStart(4, '0')}-12-31`)

/** One thing that the filter asks for. */
export type Active =
  | { kind: 'group'; value: Group }
  | { kind: 'status' | Single; value: string }
  | { kind: 'arrest'; from: string | null; to: string | null }
  | { kind: 'unsourced' | 'stale' }
  /** Kept searches can ask for the known ones too. */
  | { kind: 'whereabouts'; unknown: boolean }

/** Everything that a filter asks for, in the order in which the filters stand. */
export function activeOf(filter: CaseFilter): Active[] {
  const singles = ['place', 'force', 'caseworkerId', 'tag'] as const
  return [
    ...(filter.statusGroups ?? []).map((value) => ({ kind: 'group', value }) as const),
    ...(filter.statuses ?? []).map((value) => ({ kind: 'status', value }) as const),
    ...singles.flatMap((kind) => (filter[kind] === undefined ? [] : [{ kind, value: filter[kind] } as const])),
    ...(filter.arrestedFrom === undefined && filter.arrestedTo === undefined
      ? []
      : [{ kind: 'arrest', from: filter.arrestedFrom ?? null, to: filter.arrestedTo ?? null } as const]),
    ...(filter.whereaboutsUnknown === undefined ? [] : [{ kind: 'whereabouts', unknown: filter.whereaboutsUnknown } as const]),
    ...(filter.unsourced === undefined ? [] : [{ kind: 'unsourced' } as const]),
    ...(filter.staleDays === undefined ? [] : [{ kind: 'stale' } as const]),
  ]
}

/** The filter without one thing that it asks for. */
export function without(filter: CaseFilter, active: Active): CaseFilter {
  switch (active.kind) {
    case 'group':
      return withGroups(filter, filter.statusGroups?.filter((one) => one !== active.value) ?? [])
    case 'status':
      return withStatuses(filter, filter.statuses?.filter((one) => one !== active.value) ?? [])
    case 'place':
    case 'force':
    case 'caseworkerId':
    case 'tag':
      return withOne(filter, active.kind, null)
    case 'arrest':
      return withArrest(filter, null, null)
    case 'whereabouts': {
      const { whereaboutsUnknown: _, ...rest } = filter
      return rest
    }
    case 'unsourced': {
      const { unsourced: _, ...rest } = filter
      return rest
    }
    case 'stale': {
      const { staleDays: _, ...rest } = filter
      return rest
    }
  }
}

export const isFiltered = (filter: CaseFilter): boolean => Object.keys(filter).length > 0
