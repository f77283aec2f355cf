import type { CallOutput, CallRequest } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { conditionsOf, sqlOf, valuesOf } from './filter.ts'
import { matchOf } from './match.ts'
import { parseQuery } from './query.ts'
import { sortKey } from './sort-key.ts'

const groups = ['held', 'unknown', 'free', 'ended'] as const
/** Facets that ignore their own part of the filter; the other parts are applied in SQL. */
const facetParts = ['statusGroups', 'statuses', 'place', 'unsourced'] as const
const mostPlaces = 100

type Counted = { status_group: string; status: string | null; place_key: string | null; count: number; unsourced: number }

/** The SQL that counts the hits by all facets at once. */
export function facetsSql(isQuery: boolean, conditions: ReturnType<typeof conditionsOf>): string {
  const from = isQuery ? 'case_search JOIN case_index AS c ON c.case_id = case_search.rowid WHERE case_search MATCH ?' : 'case_index AS c'
  return `SELECT c.status_group, c.status, c.place_key, count(*) AS count, sum(c.unsourced > 0) AS unsourced FROM ${from}${sqlOf(isQuery ? 'AND' : 'WHERE', conditions)} GROUP BY 1, 2, 3`
}

/** How many case files each filter would leave, under the query and the other filters. One pass over the hits. */
export function countFacets(db: Connection, request: CallRequest<'search.facets'>): CallOutput<'search.facets'> {
  const { filter } = request
  const match = matchOf(parseQuery(request.query))
  const conditions = conditionsOf(filter, facetParts)
  const values = [...(match === undefined ? [] : [match.anywhere]), ...valuesOf(conditions)]
  const counted = db.prepare<(string | number)[], Counted>(facetsSql(match !== undefined, conditions)).all(...values)

  const place = filter.place === undefined ? undefined : sortKey(filter.place)
  const passes = {
    statusGroups: (row: Counted) => isAmong(filter.statusGroups, row.status_group),
    statuses: (row: Counted) => isAmong(filter.statuses, row.status),
    place: (row: Counted) => place === undefined || row.place_key === place,
    unsourced: () => true,
  }
  const left = (row: Counted): number =>
    filter.unsourced === undefined ? row.count : filter.unsourced ? row.unsourced : row.count - row.unsourced
  const under = (own?: (typeof facetParts)[number]): Counted[] =>
    counted
      .filter((row) => facetParts.every((part) => part === own || passes[part](row)))
      .map((row) => ({ ...row, count: own === 'unsourced' ? row.unsourced : left(row) }))
      .filter(({ count }) => count > 0)
  const byGroup = sums(under('statusGroups'), (row) => row.status_group)
  const places = [...sums(under('place'), (row) => row.place_key)].toSorted(
    ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1),
  )
  return {
    total: total(under()),
    statusGroups: groups.map((group) => ({ group, count: byGroup.get(group) ?? 0 })),
    statuses: [...sums(under('statuses'), (row) => row.status)]
      .map(([status, count]) => ({ status, count }))
      .toSorted((a, b) => b.count - a.count || (a.status < b.status ? -1 : 1)),
    places: shownPlaces(db, places.slice(0, mostPlaces)),
    unsourced: total(under('unsourced')),
  }
}

const isAmong = (wanted: readonly string[] | undefined, value: string | null): boolean =>
  wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value))
const total = (rows: readonly Counted[]): number => rows.reduce((sum, { count }) => sum + count, 0)

function sums(rows: readonly Counted[], keyOf: (row: Counted) => string | null): Map<string, number> {
  const found = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) found.set(key, (found.get(key) ?? 0) + row.count)
  }
  return found
}

/** Places under the spelling of one of their case files; those that differ in case or accents only count as one. */
function shownPlaces(db: Connection, places: [string, number][]): { place: string; count: number }[] {
  const spelled = db.prepare<[string], string>('SELECT place FROM case_index WHERE place_key = ? LIMIT 1').pluck()
  return places.map(([key, count]) => ({ place: spelled.get(key) ?? key, count }))
}
