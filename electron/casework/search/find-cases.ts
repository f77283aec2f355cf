import type { CallOutput, CallRequest, CaseFilter } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { conditionsOf, sqlOf, valuesOf } from './filter.ts'
import type { Condition } from './filter.ts'
import { fragmentHits } from './fragments.ts'
import { listRowsOf } from './list-row.ts'
import { listCases } from './list-cases.ts'
import { matchOf } from './match.ts'
import type { Match } from './match.ts'
import { once } from './once.ts'
import { parseQuery } from './query.ts'
import type { Query } from './query.ts'
import { byNames, byReference } from './ranking.ts'
import { snippetsOf } from './snippets.ts'
import { todayOf } from './today.ts'

/**
 * How many of the newest hits of a step are put in order; the ones after them follow newest first. Ranking every hit of
 * a short prefix costs a hundred times more than finding the first.
 */
const rankedCandidates = 100
/** Shorter terms than this are taken as they come: there is nothing yet to tell a good hit from a better one. */
const leastForOrder = 3
/** From this many letters in its shortest term on, a query is selective enough for bm25 to count all its hits. */
const leastForRanking = 4
/** Below this many hits of a single word, that word is looked for in the middle of names as well; of several words where there is none. */
const fewHits = 5

/** Weights of names, name_keys, reference, places, charges, body, sources. */
const bm25 = 'bm25(case_search, 8, 4, 8, 4, 4, 1, 1.5)'

const prepared = once((db: Connection) => {
  const statements = new Map<string, ReturnType<typeof db.prepare<(string | number)[], number>>>()
  return (sql: string) => {
    const found = statements.get(sql) ?? db.prepare<(string | number)[], number>(sql).pluck()
    statements.set(sql, found)
    return found
  }
})

/** The SQL that finds the newest hits of an expression under conditions. */
export function hitsSql(conditions: readonly Condition[], ranked: boolean): string {
  const from = conditions.length === 0 ? 'case_search' : 'case_search JOIN case_index AS c ON c.case_id = case_search.rowid'
  const newest = `FROM ${from} WHERE case_search MATCH ?${sqlOf('AND', conditions)} ORDER BY case_search.rowid DESC LIMIT ?`
  return ranked
    ? `SELECT id FROM (SELECT case_search.rowid AS id, ${bm25} AS score ${newest}) ORDER BY score, id DESC`
    : `SELECT case_search.rowid ${newest}`
}

/** The SQL that counts the hits of an expression under conditions. */
export function countSql(conditions: readonly Condition[]): string {
  const from = conditions.length === 0 ? 'case_search' : 'case_search JOIN case_index AS c ON c.case_id = case_search.rowid'
  return `SELECT count(*) FROM ${from} WHERE case_search MATCH ?${sqlOf('AND', conditions)}`
}

type Order = (db: Connection, ids: number[], query: Query) => number[]
/** `order` is undefined where hits are taken newest first. */
type Step = { expression: string; order: Order | undefined; ranked: boolean }

/** Where to look, one place after the other; no hit comes twice. */
function stepsOf(query: Query, match: Match): Step[] {
  const isLongAs = (letters: number): boolean => query.wanted.every((term) => term.words.some((word) => [...word].length >= letters))
  const ordered = isLongAs(leastForOrder)
  const names: Step = { expression: match.names, order: ordered ? byNames : undefined, ranked: false }
  const anywhere = { order: undefined, ranked: isLongAs(leastForRanking) }
  if (match.reference === undefined) return [names, { expression: `(${match.anywhere}) NOT (${match.names})`, ...anywhere }]
  const references: Step = { expression: match.reference, order: byReference, ranked: false }
  return [
    references,
    { ...names, expression: `(${match.names}) NOT (${match.reference})` },
    { expression: `((${match.anywhere}) NOT (${match.names})) NOT (${match.reference})`, ...anywhere },
  ]
}

/** Ids of the hits from `offset` on, at most `limit`, and whether there may be more. */
function hitIds(
  db: Connection,
  query: Query,
  match: Match,
  filter: CaseFilter,
  offset: number,
  limit: number,
): { ids: number[]; more: boolean } {
  const conditions = conditionsOf(filter)
  const values = valuesOf(conditions)
  const run = prepared(db)
  const found: number[] = []
  for (const { expression, order, ranked } of stepsOf(query, match)) {
    const needed = offset + limit + 1 - found.length
    if (needed <= 0) break
    if (order === undefined && !ranked) {
      found.push(...run(hitsSql(conditions, false)).all(expression, ...values, needed))
      continue
    }
    const first = run(hitsSql(conditions, ranked)).all(expression, ...values, rankedCandidates)
    found.push(...(order === undefined ? first : order(db, first, query)))
    if (first.length === rankedCandidates && needed > rankedCandidates) {
      const newest = run(hitsSql(conditions, false)).all(expression, ...values, needed)
      found.push(...newest.slice(rankedCandidates))
    }
  }
  return { ids: found.slice(offset, offset + limit), more: found.length > offset + limit }
}

/** Finds case files by what is typed; see `parseQuery` and `matchOf`. An empty query lists the case files under the filter. */
export function searchCases(db: Connection, request: CallRequest<'search.cases'>): CallOutput<'search.cases'> {
  const { filter, limit, offset, today, count } = request
  const query = parseQuery(request.query)
  const match = matchOf(query)
  if (match === undefined) {
    const { total, cases } = listCases(db, { filter, sort: 'changed', today, limit, offset })
    return { total, hits: cases.map((row) => ({ ...row, snippets: [] })) }
  }
  const page = hitIds(db, query, match, filter, offset, limit)
  const conditions = conditionsOf(filter)
  const seen = offset + page.ids.length
  // What a page of hits already shows needs no counting; a page past the end can't tell.
  const isWhole = !page.more && (page.ids.length > 0 || offset === 0)
  const whole = isWhole ? seen : count ? (prepared(db)(countSql(conditions)).get(match.anywhere, ...valuesOf(conditions)) ?? 0) : null
  const isFew = whole !== null && whole < (query.wanted.length === 1 ? fewHits : 1)
  const { ids, total } = isFew ? withFragments(db, query, match, request) : { ids: page.ids, total: whole }
  const rows = listRowsOf(db, ids, todayOf(today))
  return { total, hits: rows.map((row, index) => ({ ...row, snippets: index < request.snippets ? snippetsOf(db, row.id, query) : [] })) }
}

/** A page of the few hits there are and of what holds the letters typed in the middle of a name, a reference or a place. */
function withFragments(
  db: Connection,
  query: Query,
  match: Match,
  { filter, offset, limit }: CallRequest<'search.cases'>,
): { ids: number[]; total: number } {
  const hits = hitIds(db, query, match, filter, 0, fewHits).ids
  const all = [...new Set([...hits, ...fragmentHits(db, query, conditionsOf(filter))])]
  return { ids: all.slice(offset, offset + limit), total: all.length }
}
