import type { Connection } from '../../vault/pragmas.ts'
import { wordKeys } from './name-words.ts'
import { once } from './once.ts'
import type { Query, Term } from './query.ts'

type Row = { id: number; name_key: string; reference: string }

const statement = once((db: Connection) =>
  db.prepare<[string], Row>(
    'SELECT c.case_id AS id, c.name_key, c.reference FROM json_each(?) AS wanted JOIN case_index AS c ON c.case_id = wanted.value',
  ),
)
const rowsOf = (db: Connection, ids: readonly number[]): Row[] => statement(db).all(JSON.stringify(ids))

/** The words of a name out of its sort key, which is folded already but for its ñ. */
const wordsOfKey = (key: string): string[] => key.replaceAll('n~', 'n').split(' ')

type Scored = { id: number; score: number; length: number }

const sorted = (scored: Scored[]): number[] =>
  scored.toSorted((a, b) => b.score - a.score || a.length - b.length || b.id - a.id).map(({ id }) => id)

/**
 * Orders hits in names: whole words of the name under which the case file is listed first, then beginnings of them, then
 * the same name in another spelling or script, then other names of the person; the shorter name first, then the newer file.
 */
export function byNames(db: Connection, ids: number[], { wanted }: Query): number[] {
  return sorted(
    rowsOf(db, ids).map(({ id, name_key }) => {
      const words = wordsOfKey(name_key)
      return { id, score: wanted.reduce((sum, term) => sum + scoreOf(term, words), 0), length: words.length }
    }),
  )
}

const [wholeWord, beginning, sameKey] = [4, 3, 2]

function scoreOf(term: Term, words: readonly string[]): number {
  const first = words.indexOf(term.words[0] ?? '')
  // A name that begins with what was typed comes before one that has it later.
  if (term.words.every((word) => words.includes(word))) return wholeWord + (first === 0 ? 0.5 : 0)
  const last = term.words.at(-1) ?? ''
  if (term.words.length === 1 && words.some((word) => word.startsWith(last)))
    return beginning + (words[0]?.startsWith(last) === true ? 0.5 : 0)
  return words.some((word) => wordKeys(word).some((key) => term.keys.includes(key))) ? sameKey : 0
}

/** Orders hits in references: exactly what was typed first, then by length and by the reference itself. */
export function byReference(db: Connection, ids: number[]): number[] {
  return rowsOf(db, ids)
    .toSorted((a, b) => a.reference.length - b.reference.length || (a.reference < b.reference ? -1 : 1))
    .map(({ id }) => id)
}
