import type { Connection } from '../../vault/pragmas.ts'
import type { Condition } from './filter.ts'
import { sqlOf, valuesOf } from './filter.ts'
import type { Query } from './query.ts'

const mostCandidates = 100
const trigram = 3

type Candidate = { id: number; names: string; reference: string; places: string }

/** SQL of the candidates that hold all three-letter pieces asked for. */
export function fragmentsSql(conditions: readonly Condition[]): string {
  const join = conditions.length === 0 ? '' : ' JOIN case_index AS c ON c.case_id = f.rowid'
  return `SELECT t.case_id AS id, t.names, t.reference, t.places FROM case_fragments AS f JOIN case_texts AS t ON t.case_id = f.rowid${join} WHERE f.case_fragments MATCH ?${sqlOf('AND', conditions)} ORDER BY f.rowid DESC LIMIT ?`
}

/**
 * Case files that hold what was typed somewhere inside a name, a reference or a place ("guel" for "San Miguel"), newest
 * first, at most a hundred. Nothing for a query without three letters in a row, or
 * with a phrase, which means whole words.
 */
export function fragmentHits(db: Connection, { wanted, unwanted }: Query, conditions: readonly Condition[]): number[] {
  if (wanted.some((term) => !term.open)) return []
  const words = wanted.flatMap((term) => term.words)
  const pieces = new Set(words.flatMap(trigramsOf))
  if (pieces.size === 0 || unwanted.length > 0 || words.some((word) => [...word].length < trigram)) return []
  // Without positions the index knows only that the pieces are there; that they stand together is checked on the words.
  const expression = [...pieces].map((letters) => `"${letters}"`).join(' AND ')
  const candidates = db
    .prepare<(string | number)[], Candidate>(fragmentsSql(conditions))
    .all(expression, ...valuesOf(conditions), mostCandidates)
  return candidates
    .filter(({ names, reference, places }) => words.every((word) => [names, reference, places].some((text) => text.includes(word))))
    .map(({ id }) => id)
}

function trigramsOf(word: string): string[] {
  const letters = [...word]
  return letters.slice(0, Math.max(0, letters.length - trigram + 1)).map((_, at) => letters.slice(at, at + trigram).join(''))
}
