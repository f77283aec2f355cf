import type { CallOutput, CallRequest } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { personCard } from './person-cards.ts'
import type { PersonCard } from './person-cards.ts'
import { parseQuery } from './query.ts'
import type { Term } from './query.ts'
import { sortKey } from './sort-key.ts'

/** More namesakes than anybody picks from; the ones that are on file first are left out. */
const mostNamesakes = 1000
const lastLetter = '\u{10FFFF}'

/** SQL of the people who have a word that begins so, or one of the keys, newest first. */
export function byWordSql(keys: number, others: number): string {
  const keyed =
    keys === 0 ? '' : ` UNION SELECT person_id FROM name_index WHERE name_key IN (${Array.from({ length: keys }, () => '?').join(', ')})`
  const also = Array.from(
    { length: others },
    () => ' AND EXISTS (SELECT 1 FROM name_index AS o WHERE o.person_id = f.person_id AND o.word >= ? AND o.word < ?)',
  ).join('')
  return `SELECT person_id FROM (SELECT person_id FROM name_index WHERE word >= ? AND word < ?${keyed}) AS f WHERE true${also} GROUP BY person_id ORDER BY person_id DESC LIMIT ${mostNamesakes}`
}

/** People by name, for pickers. Without a query the newest first; `total` counts at most a thousand of a query. */
export function listPersons(db: Connection, { query, limit, offset }: CallRequest<'persons.list'>): CallOutput<'persons.list'> {
  const { wanted } = parseQuery(query)
  if (wanted.length === 0) {
    const total = db.prepare<[], number>('SELECT count(*) FROM persons WHERE binned_change IS NULL').pluck().get() ?? 0
    const ids = db
      .prepare<[number, number], number>('SELECT id FROM persons WHERE binned_change IS NULL ORDER BY id DESC LIMIT ? OFFSET ?')
      .pluck()
      .all(limit, offset)
    return { total, persons: ids.flatMap((id) => cardOf(db, id)) }
  }
  const found = namesakes(db, wanted)
  const named = found.flatMap((id) => personCard(db, id) ?? []).map((card) => ({ card, key: sortKey(card.name) }))
  const inOrder = named.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.card.rowId - b.card.rowId))
  return { total: inOrder.length, persons: inOrder.slice(offset, offset + limit).map(({ card }) => shown(card)) }
}

function namesakes(db: Connection, wanted: readonly Term[]): number[] {
  const terms = wanted.toSorted((a, b) => longest(b).length - longest(a).length)
  const [first, ...others] = terms
  if (first === undefined) return []
  // A word that came in another script is met by its key; the other words are only asked of the spelling where they can be.
  const written = others.filter((term) => term.keys.length === 0)
  const keyed = others.filter((term) => term.keys.length > 0)
  const bounds = (word: string): [string, string] => [word, `${word}${lastLetter}`]
  const ids = db
    .prepare<string[], number>(byWordSql(first.keys.length, written.length))
    .pluck()
    .all(...bounds(longest(first)), ...first.keys, ...written.flatMap((term) => bounds(longest(term))))
  if (keyed.length === 0) return ids
  const has = keyed.map(({ keys }) =>
    db
      .prepare<(string | number)[], number>(
        `SELECT 1 FROM name_index WHERE person_id = ? AND (word >= ? AND word < ? OR name_key IN (${keys.map(() => '?').join(', ')})) LIMIT 1`,
      )
      .pluck(),
  )
  return ids.filter((id) => keyed.every((term, index) => has[index]?.get(id, ...bounds(longest(term)), ...term.keys) === 1))
}

const longest = ({ words }: Term): string => words.reduce((a, b) => (b.length > a.length ? b : a), '')

const cardOf = (db: Connection, id: number): ReturnType<typeof shown>[] => {
  const card = personCard(db, id)
  return card === undefined ? [] : [shown(card)]
}

function shown({ id, name, names, birth, birthPlace, distinguishing, cases }: PersonCard): CallOutput<'persons.list'>['persons'][number] {
  return { id, name, otherNames: names.slice(1).map((other) => other.name), birth, birthPlace, distinguishing, cases }
}
