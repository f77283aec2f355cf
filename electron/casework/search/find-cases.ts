import type { CallOutput, CallRequest, CaseFilter, CaseSort } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { conditionsOf, sqlOf, valuesOf } from './filter.ts'
import type { Condition } from './filter.ts'
import { fragmentHits } from './fragments.ts'
import { listRowsOf } from './list-row.ts'
import { idsSql, listCases, orders } from './list-cases.ts'
import { matchOf } from './match.ts'
import type { Match } from './match.ts'
import { once } from './once.ts'
import { parseQuery } from './query.ts'
import type { Query, Term } from './query.ts'
import { byNames, byReference } from './ranking.ts'
import { snippetsOf } from './snippets.ts'
import { todayOf } from './today.ts'

/**
 * How many of the newest hits of a step are put in order; the ones after them follow newest first. Ranking every hit of
 * a short prefix costs a hundred times more than finding the first.
 */
const rankedCandidates = 100
/** Hits of shorter terms alone come newest first: there is nothing yet to tell a good one from a better. */
const leastForOrder = 3
/** So many words that begin with it are looked at for a letter or two. */
const wordsOfShort = 150
/** More than a first page shows, and the same for every page, so that no hit comes twice. */
const namesOfShort = 60
const lastLetter = '\u{10FFFF}'
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

/** The SQL that puts case files, by number, in an order of the list. */
const sortedSql = (sort: CaseSort, conditions: readonly Condition[] = []): string =>
  `SELECT c.case_id FROM json_each(?) AS wanted JOIN case_index AS c ON c.case_id = wanted.value${sqlOf('WHERE', conditions)} ORDER BY ${orders[sort]}`

/** Of so many hits the rows are read and sorted; of more the index of the order is gone along. */
const mostSorted = 1000

/** Hits of an expression under conditions, in an order of the list. */
function sortedHits(
  db: Connection,
  expression: string,
  conditions: readonly Condition[],
  sort: CaseSort,
  page: [limit: number, offset: number],
): number[] {
  const run = prepared(db)
  const hits = run('SELECT case_search.rowid FROM case_search WHERE case_search MATCH ? LIMIT ?').all(expression, mostSorted + 1)
  if (hits.length <= mostSorted) {
    const sorted = run(sortedSql(sort, conditions)).all(JSON.stringify(hits), ...valuesOf(conditions))
    return sorted.slice(page[1], page[1] + page[0])
  }
  const { sql, values } = idsSql([isHit(expression), ...conditions], sort)
  return run(sql).all(...values, ...page)
}

const isHit = (expression: string): Condition => ({
  sql: 'c.case_id IN (SELECT case_search.rowid FROM case_search WHERE case_search MATCH ?)',
  values: [expression],
  isSet: true,
})

/** The SQL that counts the hits of an expression under conditions. */
export function countSql(conditions: readonly Condition[]): string {
  const from = conditions.length === 0 ? 'case_search' : 'case_search JOIN case_index AS c ON c.case_id = case_search.rowid'
  return `SELECT count(*) FROM ${from} WHERE case_search MATCH ?${sqlOf('AND', conditions)}`
}

const hasDigit = (term: Term): boolean => term.words.some((word) => /\d/.test(word))
const longest = (term: Term): number => Math.max(...term.words.map((word) => [...word].length))

type Page = Pick<CallRequest<'search.cases'>, 'filter' | 'offset' | 'limit' | 'sort' | 'today'>
type Order = (db: Connection, ids: number[], query: Query) => number[]
/** `order` is undefined where hits are taken newest first. */
type Step = { expression: string; order: Order | undefined; ranked: boolean }

/** Where to look, one place after the other; no hit comes twice. */
function stepsOf(query: Query, match: Match): Step[] {
  const names: Step = { expression: match.names, order: byNames, ranked: false }
  const anywhere = { order: undefined, ranked: query.wanted.every((term) => longest(term) >= leastForRanking) }
  if (match.reference === undefined) return [names, { expression: `(${match.anywhere}) NOT (${match.names})`, ...anywhere }]
  const references: Step = { expression: match.reference, order: byReference, ranked: false }
  const elsewhere = { expression: `((${match.anywhere}) NOT (${match.names})) NOT (${match.reference})`, ...anywhere }
  // Names have no digits, so a query of numbers alone need not look there first.
  if (query.wanted.every(hasDigit)) return [references, { ...elsewhere, expression: `(${match.anywhere}) NOT (${match.reference})` }]
  return [references, { ...names, expression: `(${match.names}) NOT (${match.reference})` }, elsewhere]
}

/** Runs an expression under the filter: the newest `limit` hits, in order of rank where asked. */
type Run = (expression: string, ranked: boolean, limit: number) => number[]

function runner(db: Connection, filter: CaseFilter, today: number): Run {
  const conditions = conditionsOf(filter, today)
  const run = prepared(db)
  return (expression, ranked, limit) => run(hitsSql(conditions, ranked)).all(expression, ...valuesOf(conditions), limit)
}

/** Ids of the hits from `offset` on, at most `limit`, and whether there may be more. */
function hitIds(db: Connection, query: Query, match: Match, page: Page): { ids: number[]; more: boolean } {
  const { filter, offset, limit, sort } = page
  const today = todayOf(page.today)
  const wanted = offset + limit + 1
  if (sort !== 'best') {
    const conditions = conditionsOf(filter, today)
    const sorted = sortedHits(db, match.anywhere, conditions, sort, [limit + 1, offset])
    return { ids: sorted.slice(0, limit), more: sorted.length > limit }
  }
  const found = query.wanted.some((term) => longest(term) >= leastForOrder)
    ? longTermHits(db, query, match, runner(db, filter, today), wanted)
    : shortTermHits(db, query, match, filter, today, wanted)
  return { ids: found.slice(offset, offset + limit), more: found.length >= wanted }
}

function longTermHits(db: Connection, query: Query, match: Match, run: Run, wanted: number): number[] {
  const found: number[] = []
  for (const { expression, order, ranked } of stepsOf(query, match)) {
    const needed = wanted - found.length
    if (needed <= 0) break
    const first = run(expression, ranked, ranked || order !== undefined ? rankedCandidates : needed)
    found.push(...(order === undefined ? first : order(db, first, query)))
    if (first.length === rankedCandidates && needed > rankedCandidates)
      found.push(...run(expression, false, needed).slice(rankedCandidates))
  }
  return found
}

/**
 * A letter or two stand in nearly every case file, and in the names of few: those come first, in the order of the words
 * that begin so, straight from the index of names; a rare letter would otherwise be looked for in the whole text index.
 */
function shortTermHits(db: Connection, query: Query, match: Match, filter: CaseFilter, today: number, wanted: number): number[] {
  const isOfNames = query.unwanted.length === 0 && query.wanted.every((term) => term.open)
  const named = isOfNames ? namedShort(db, query, conditionsOf(filter, today)) : []
  if (named.length >= wanted) return named.slice(0, wanted)
  const isNamed = new Set(named)
  const anywhere = runner(db, filter, today)(match.anywhere, false, wanted + named.length)
  return [...named, ...anywhere.filter((id) => !isNamed.has(id))]
}

/** The SQL of the case files of people with a word that begins so, among the first of such words. */
export function namedShortSql(conditions: readonly Condition[], others: number): string {
  const also = Array.from(
    { length: others },
    () => ' AND EXISTS (SELECT 1 FROM name_index AS o WHERE o.person_id = n.person_id AND o.word >= ? AND o.word < ?)',
  )
  const first = `SELECT person_id, word FROM name_index WHERE word >= ? AND word < ? ORDER BY word, person_id LIMIT ${wordsOfShort}`
  return `SELECT c.case_id FROM (${first}) AS n JOIN persons AS p ON p.id = n.person_id JOIN case_index AS c ON c.person_uuid = p.uuid WHERE true${also.join('')}${sqlOf('AND', conditions)} LIMIT ${namesOfShort}`
}

function namedShort(db: Connection, { wanted }: Query, conditions: readonly Condition[]): number[] {
  const bounds = wanted.flatMap(({ words }) => words).flatMap((word) => [word, `${word}${lastLetter}`])
  return [...new Set(prepared(db)(namedShortSql(conditions, bounds.length / 2 - 1)).all(...bounds, ...valuesOf(conditions)))]
}

/** Ids in the index of a page of hits, and how many there are in all (null where that was not asked and more follow). */
export function findHits(
  db: Connection,
  query: Query,
  match: Match,
  request: CallRequest<'search.cases'>,
): { ids: number[]; total: number | null } {
  const { filter, offset, count } = request
  const page = hitIds(db, query, match, request)
  const conditions = conditionsOf(filter, todayOf(request.today))
  // What a page of hits already shows needs no counting; a page past the end can't tell.
  const isWhole = !page.more && (page.ids.length > 0 || offset === 0)
  const counted = (): number => prepared(db)(countSql(conditions)).get(match.anywhere, ...valuesOf(conditions)) ?? 0
  const total = isWhole ? offset + page.ids.length : count ? counted() : null
  // A reference that is found is what was meant.
  const isFew = total !== null && total < (query.wanted.length === 1 && match.reference === undefined ? fewHits : 1)
  return isFew ? withFragments(db, query, match, request) : { ids: page.ids, total }
}

/** Finds case files by what is typed; see `parseQuery` and `matchOf`. An empty query lists the case files under the filter. */
export function searchCases(db: Connection, request: CallRequest<'search.cases'>): CallOutput<'search.cases'> {
  const { filter, limit, offset, today } = request
  const query = parseQuery(request.query)
  const match = matchOf(query)
  if (match === undefined) {
    const { total, cases } = listCases(db, { filter, sort: request.sort === 'best' ? 'changed' : request.sort, today, limit, offset })
    return { total, hits: cases.map((row) => ({ ...row, snippets: [] })) }
  }
  const { ids, total } = findHits(db, query, match, request)
  const rows = listRowsOf(db, ids, todayOf(today))
  return { total, hits: rows.map((row, index) => ({ ...row, snippets: index < request.snippets ? snippetsOf(db, row.id, query) : [] })) }
}

/** A page of the few hits there are and of what holds the letters typed in the middle of a name, a reference or a place. */
function withFragments(
  db: Connection,
  query: Query,
  match: Match,
  { filter, offset, limit, sort, today }: CallRequest<'search.cases'>,
): { ids: number[]; total: number } {
  const hits = hitIds(db, query, match, { filter, offset: 0, limit: fewHits, sort: 'best', today }).ids
  const found = [...new Set([...hits, ...fragmentHits(db, query, conditionsOf(filter, todayOf(today)))])]
  const all = sort === 'best' ? found : prepared(db)(sortedSql(sort)).all(JSON.stringify(found))
  return { ids: all.slice(offset, offset + limit), total: all.length }
}
