import type { CallOutput, CallRequest, CaseFilter } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { changedBefore, conditionsOf, sqlOf, valuesOf } from './filter.ts'
import type { Condition } from './filter.ts'
import { matchOf } from './match.ts'
import { parseQuery } from './query.ts'
import { remembered } from './remembered.ts'
import { sortKey } from './sort-key.ts'
import { todayOf } from './today.ts'

type Facets = CallOutput<'search.facets'>
type Part = keyof CaseFilter

const groups = ['held', 'unknown', 'free', 'ended'] as const
/** These four are counted in one pass, each with its own part of the filter left aside; the others have a pass each. */
const sharedParts = ['statusGroups', 'statuses', 'place', 'unsourced'] as const
/** Longer lists than this nobody reads; what is left out can be searched for. */
const mostShown = 50

type Counted = { status_group: string; status: string | null; place_key: string | null; count: number; unsourced: number }
type Sum = { key: string | number; count: number }

/** Where the case files to be counted stand: all of them, or the hits of a query. */
type From = 'case_index' | 'temp.facet_hits'

/** Under filters the one index that holds all that a filter can ask for, whatever else the planner might take. */
const fromSql = (from: From, conditions: readonly Condition[]): string =>
  from === 'case_index' && conditions.length > 0 ? 'case_index AS c INDEXED BY case_index_by_facet' : `${from} AS c`

/** The SQL that counts by the four facets that share a pass. */
export const sharedSql = (from: From, conditions: readonly Condition[]): string =>
  `SELECT c.status_group, c.status, c.place_key, count(*) AS count, sum(c.unsourced > 0) AS unsourced FROM ${fromSql(from, conditions)}${sqlOf('WHERE', conditions)} GROUP BY 1, 2, 3`

/** The SQL that counts by one column, the most frequent first. */
export const columnSql = (from: From, column: 'force_key' | 'caseworker_uuid' | 'arrest_year', conditions: readonly Condition[]): string =>
  `SELECT c.${column} AS key, count(*) AS count FROM ${fromSql(from, conditions)} WHERE c.${column} IS NOT NULL${sqlOf('AND', conditions)} GROUP BY c.${column} ORDER BY count DESC, key LIMIT ?`

/** The SQL that counts by tag, the most frequent first. */
export function tagsSql(from: From, conditions: readonly Condition[]): string {
  // Without anything that narrows them down the tags alone tell: they go with their case file when it goes to the bin.
  const isAll = from === 'case_index' && conditions.length === 0
  const among = isAll ? '' : ` WHERE t.case_id IN (SELECT c.case_id FROM ${fromSql(from, conditions)}${sqlOf('WHERE', conditions)})`
  return `SELECT t.tag_key AS key, count(*) AS count FROM case_tags AS t${among} GROUP BY t.tag_key ORDER BY count DESC, key LIMIT ?`
}

/** The SQL that counts the case files under conditions, of which the last is what is counted: alone it has its own index. */
export const totalSql = (from: From, conditions: readonly Condition[]): string =>
  `SELECT count(*) FROM ${fromSql(from, conditions.slice(1))}${sqlOf('WHERE', conditions)}`

const hitColumns =
  'case_id, status_group, status, place_key, unsourced, force_key, caseworker_uuid, arrest_year, arrest_earliest, arrest_latest, changed_at, whereabouts_unknown'

/** Of so many hits each row is read; of more the index of facets is gone through, which is a fraction of the rows. */
const mostRowsRead = 2000
const amongHits: Condition = { sql: 'c.case_id IN (SELECT id FROM temp.facet_ids)', values: [] }

/** Puts a query's hits aside, in memory, so that the text index is asked once; where and under what they are counted. */
function gatherHits(db: Connection, expression: string): { from: From; among: readonly Condition[] } {
  db.exec('CREATE TEMP TABLE facet_ids (id INTEGER PRIMARY KEY)')
  const { changes } = db
    .prepare('INSERT OR IGNORE INTO temp.facet_ids SELECT case_search.rowid FROM case_search WHERE case_search MATCH ?')
    .run(expression)
  if (changes > mostRowsRead) return { from: 'case_index', among: [amongHits] }
  db.exec(
    `CREATE TEMP TABLE facet_hits AS SELECT ${hitColumns} FROM temp.facet_ids JOIN main.case_index ON case_index.case_id = facet_ids.id`,
  )
  return { from: 'temp.facet_hits', among: [] }
}

const dropHits = (db: Connection): void => void db.exec('DROP TABLE IF EXISTS temp.facet_ids; DROP TABLE IF EXISTS temp.facet_hits')

/** How many case files each filter would leave, under the query and the other filters. */
export function countFacets(db: Connection, request: CallRequest<'search.facets'>): Facets {
  const today = todayOf(request.today)
  return remembered(db, JSON.stringify(['facets', today, request]), () => counted(db, request, today))
}

function counted(db: Connection, request: CallRequest<'search.facets'>, today: number): Facets {
  const { filter } = request
  const match = matchOf(parseQuery(request.query))
  if (match === undefined) return countFrom(db, { from: 'case_index', among: [] }, filter, today, request.staleDays)
  try {
    dropHits(db)
    return countFrom(db, gatherHits(db, match.anywhere), filter, today, request.staleDays)
  } finally {
    dropHits(db)
  }
}

function countFrom(
  db: Connection,
  { from, among }: ReturnType<typeof gatherHits>,
  filter: CaseFilter,
  today: number,
  staleDays: number,
): Facets {
  const without = (...parts: Part[]): Condition[] => [...among, ...conditionsOf(filter, today, parts)]
  const sumsBy = (sql: (conditions: readonly Condition[]) => string, conditions: readonly Condition[], most: number): Sum[] =>
    db.prepare<(string | number)[], Sum>(sql(conditions)).all(...valuesOf(conditions), most)
  const count = (conditions: readonly Condition[]): number =>
    db
      .prepare<(string | number)[], number>(totalSql(from, conditions))
      .pluck()
      .get(...valuesOf(conditions)) ?? 0
  const byColumn = (column: 'force_key' | 'caseworker_uuid' | 'arrest_year', most: number, ...parts: Part[]): Sum[] =>
    sumsBy((conditions) => columnSql(from, column, conditions), without(...parts), most)

  const forceOf = db.prepare<[string], string>('SELECT forces FROM case_index WHERE force_key = ? LIMIT 1').pluck()
  const tagOf = db.prepare<[string], string>('SELECT tag FROM case_tags WHERE tag_key = ? LIMIT 1').pluck()
  const nameOf = db.prepare<[string], string>('SELECT name FROM caseworkers WHERE uuid = ?').pluck()
  const stale = { sql: 'c.changed_at < ?', values: [changedBefore(today, staleDays)] }
  const nowhere = { sql: 'c.whereabouts_unknown = 1', values: [] }
  const conditions = without(...sharedParts)
  const counted = db.prepare<(string | number)[], Counted>(sharedSql(from, conditions)).all(...valuesOf(conditions))
  return {
    ...sharedFacets(db, counted, filter),
    forces: byColumn('force_key', mostShown, 'force').map(({ key, count: of }) => ({
      force: forceOf.get(String(key)) ?? String(key),
      count: of,
    })),
    caseworkers: byColumn('caseworker_uuid', mostShown, 'caseworkerId').map(({ key, count: of }) => ({
      id: String(key),
      name: nameOf.get(String(key)) ?? '',
      count: of,
    })),
    tags: sumsBy((under) => tagsSql(from, under), without('tag'), mostShown).map(({ key, count: of }) => ({
      tag: tagOf.get(String(key)) ?? String(key),
      count: of,
    })),
    arrestYears: byColumn('arrest_year', -1, 'arrestedFrom', 'arrestedTo')
      .map(({ key, count: of }) => ({ year: Number(key), count: of }))
      .toSorted((a, b) => b.year - a.year),
    stale: count([...without('staleDays'), stale]),
    whereaboutsUnknown: count([...without('whereaboutsUnknown'), nowhere]),
  }
}

type Shared = Pick<Facets, 'total' | 'statusGroups' | 'statuses' | 'places' | 'unsourced'>

function sharedFacets(db: Connection, counted: readonly Counted[], filter: CaseFilter): Shared {
  const place = filter.place === undefined ? undefined : sortKey(filter.place)
  const passes = {
    statusGroups: (row: Counted) => isAmong(filter.statusGroups, row.status_group),
    statuses: (row: Counted) => isAmong(filter.statuses, row.status),
    place: (row: Counted) => place === undefined || row.place_key === place,
    unsourced: () => true,
  }
  const left = (row: Counted): number =>
    filter.unsourced === undefined ? row.count : filter.unsourced ? row.unsourced : row.count - row.unsourced
  const under = (own?: (typeof sharedParts)[number]): Counted[] =>
    counted
      .filter((row) => sharedParts.every((part) => part === own || passes[part](row)))
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
    places: shownPlaces(db, places.slice(0, mostShown)),
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
