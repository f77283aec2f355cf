import { fragmentsSql } from '../../electron/casework/search/fragments.ts'
import { findHits } from '../../electron/casework/search/find-cases.ts'
import { matchOf } from '../../electron/casework/search/match.ts'
import { parseQuery } from '../../electron/casework/search/query.ts'
import type { Dispatcher } from '../../electron/vault/dispatch.ts'
import type { Connection } from '../../electron/vault/pragmas.ts'
import { queryKinds } from './query-kinds.ts'
import type { QueryKind } from './query-kinds.ts'
import { seeded } from './random.ts'
import { timed, timesOf } from './statistics.ts'
import type { Times } from './statistics.ts'

/** One kind of query: bare SQL; hits found and put in order; the answer without snippets; the answer as the page asks for it. */
export type SearchTimes = {
  kind: string
  bare: QueryKind['bare']
  hits: number
  sql: Times
  found: Times
  list: Times
  page: Times
  all: { sql: number[]; found: number[]; list: number[]; page: number[] }
}

const rounds = 3
const firstHits = 50
const snippetsOfPage = 12

/**
 * Runs each text as bare FTS5 SQL and through the dispatcher, in turns on one connection. Bare ranked SQL gives the ids
 * of the 50 best hits and their count, and so does our own search inside the process; the dispatcher gives 50 rows of the
 * list and the count, without and with snippets, checked against the contract on the way in and out. Of each text the
 * best of three rounds counts, for every column alike: the percentiles are over texts, not over what else the machine did.
 */
export async function measureSearch(db: Connection, { dispatch }: Dispatcher): Promise<SearchTimes[]> {
  const ranked = db
    .prepare<[string, number], number>('SELECT rowid FROM case_search WHERE case_search MATCH ? ORDER BY rank LIMIT ?')
    .pluck()
  const unranked = db.prepare<[string, number], number>('SELECT rowid FROM case_search WHERE case_search MATCH ? LIMIT ?').pluck()
  const counted = db.prepare<[string], number>('SELECT count(*) FROM case_search WHERE case_search MATCH ?').pluck()
  const fragments = db.prepare<[string, number], { id: number }>(fragmentsSql([]))
  const bareOf = (kind: QueryKind, text: string): (() => number) => {
    const expression = matchOf(parseQuery(text))?.anywhere ?? '""'
    if (kind.bare === 'unranked') return () => unranked.all(expression, firstHits).length
    if (kind.bare === 'ranked') return () => ranked.all(expression, firstHits).length + (counted.get(expression) ?? 0)
    const letters = [...text]
    const pieces = letters.slice(2).map((_, at) => `"${letters.slice(at, at + 3).join('')}"`)
    return () => fragments.all(pieces.join(' AND ') || '""', firstHits).length
  }
  const find = (text: string, count: boolean): number => {
    const query = parseQuery(text)
    const match = matchOf(query)
    const request = { query: text, filter: {}, sort: 'best' as const, limit: firstHits, offset: 0, count, snippets: 0 }
    return match === undefined ? 0 : findHits(db, query, match, request).ids.length
  }
  const ask = async (query: string, count: boolean, snippets: number): Promise<number> => {
    const answer = await dispatch('search.cases', { query, limit: firstHits, count, snippets })
    if (!answer.ok) throw new Error(answer.error.code)
    return (answer.value as { hits: unknown[] }).hits.length
  }
  const results: SearchTimes[] = []
  for (const kind of queryKinds(db, seeded(7))) {
    const best = kind.texts.map(() => ({ sql: Infinity, found: Infinity, list: Infinity, page: Infinity }))
    let hits = 0
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, text] of kind.texts.entries()) {
        const bare = bareOf(kind, text)
        const count = kind.bare !== 'unranked'
        const keepBest = async (way: 'sql' | 'found' | 'list' | 'page', work: () => number | Promise<number>): Promise<void> => {
          const { milliseconds } = await timed(work)
          const of = best[index]
          if (of !== undefined) of[way] = Math.min(of[way], milliseconds)
        }
        const runs = [
          () => keepBest('sql', bare),
          () => keepBest('found', () => find(text, count)),
          () => keepBest('list', () => ask(text, count, 0)),
          () => keepBest('page', () => ask(text, count, snippetsOfPage)),
        ]
        // Whoever comes first reads cold pages for the others, so they take turns.
        for (let turn = 0; turn < runs.length; turn += 1) await runs[(turn + round) % runs.length]?.()
        if (round === 0) hits += await ask(text, false, 0)
      }
    }
    const all = {
      sql: best.map(({ sql }) => sql),
      found: best.map(({ found }) => found),
      list: best.map(({ list }) => list),
      page: best.map(({ page }) => page),
    }
    results.push({
      kind: kind.name,
      bare: kind.bare,
      hits: hits / kind.texts.length,
      sql: timesOf(all.sql),
      found: timesOf(all.found),
      list: timesOf(all.list),
      page: timesOf(all.page),
      all,
    })
  }
  return results
}
