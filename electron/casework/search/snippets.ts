import type { CallOutput, CallRequest, Snippet } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { isBinned, readCaseRows } from './case-rows.ts'
import { piecesOf } from './case-texts.ts'
import { markFragments, markTerms } from './highlight.ts'
import type { Marked, Stretch } from './highlight.ts'
import { once } from './once.ts'
import { parseQuery } from './query.ts'
import type { Query, Term } from './query.ts'
import { piecesOfRow, searchColumns } from './searched-fields.ts'
import type { Piece, SearchColumn, SqlRow } from './searched-fields.ts'

const mostSnippets = 3
/** UTF-16 units shown before and after what matched. */
const around = 80

const nameRows = once((db: Connection) => ({
  person: db.prepare<[string], SqlRow>('SELECT p.* FROM persons AS p JOIN case_files AS f ON f.person_id = p.uuid WHERE f.uuid = ?'),
  names: db.prepare<[string], SqlRow>('SELECT * FROM person_names WHERE person_id = ? AND binned_change IS NULL ORDER BY id'),
}))

const foldedTexts = once((db: Connection) =>
  db.prepare<[number], Record<SearchColumn, string>>(
    'SELECT names, reference, places, charges, body, sources FROM case_texts WHERE case_id = ?',
  ),
)

type Found = { piece: Piece; marked: Marked }

/**
 * Where a case file answers a query: at most three texts that together hold as many of its terms as can be, the most
 * telling field first, cut around what matched. Made from the texts as they were written.
 */
export function snippetsOf(db: Connection, caseUuid: string, { wanted }: Query): Snippet[] {
  // Most queries are names; reading the whole case file for each hit costs ten times more.
  const inNames = chosen(namePieces(db, caseUuid), wanted, markTerms)
  if (isAnswered(inNames, wanted)) return inNames.map(snippetOf)
  const rows = readCaseRows(db, caseUuid)
  if (rows === undefined) return []
  const texts = foldedTexts(db).get(Number(rows.caseFile['id']))
  // A column of the index without any of the words holds none of the texts that have them.
  const isWorthReading = ({ column }: Piece): boolean =>
    column === 'names' || texts === undefined || wanted.some((term) => term.words.every((word) => texts[column].includes(word)))
  const pieces = piecesOf(rows)
  const found = chosen(pieces.filter(isWorthReading), wanted, markTerms)
  if (found.length > 0) return found.map(snippetOf)
  const inTheMiddle = pieces.filter(({ column }) => column === 'names' || column === 'reference' || column === 'places')
  return chosen(inTheMiddle, wanted, ({ text }, terms) => markFragments(text, terms)).map(snippetOf)
}

/** The snippets of several case files, for hits that came without. */
export function snippetsOfCases(db: Connection, { query, ids }: CallRequest<'search.snippets'>): CallOutput<'search.snippets'> {
  const parsed = parseQuery(query)
  return { snippets: ids.map((id) => ({ id, snippets: parsed.wanted.length === 0 ? [] : snippetsOf(db, id, parsed) })) }
}

function namePieces(db: Connection, caseUuid: string): Piece[] {
  const { person, names } = nameRows(db)
  const row = person.get(caseUuid)
  if (row === undefined || isBinned(row)) return []
  const others = names.all(String(row['uuid'])).flatMap((other) => piecesOfRow('person_names', other))
  return [...piecesOfRow('persons', row).filter(({ column }) => column === 'names'), ...others]
}

const isAnswered = (found: readonly Found[], terms: readonly Term[]): boolean =>
  terms.every((term) => found.some(({ marked }) => marked.terms.has(term)))

type Mark = (piece: Piece, terms: readonly Term[]) => Marked

/** Goes through the columns in their order and takes the texts that answer most of what is still unanswered. */
function chosen(pieces: readonly Piece[], terms: readonly Term[], mark: Mark): Found[] {
  const taken: Found[] = []
  const open = new Set(terms)
  for (const column of searchColumns) {
    if (open.size === 0 || taken.length >= mostSnippets) break
    const candidates = markedIn(
      pieces.filter((piece) => piece.column === column),
      terms,
      open,
      mark,
    )
    while (open.size > 0 && taken.length < mostSnippets) {
      const best = candidates
        .map((found) => ({ found, gain: [...found.marked.terms].filter((term) => open.has(term)).length }))
        .reduce<{ found: Found; gain: number } | undefined>((a, b) => (b.gain > (a?.gain ?? 0) ? b : a), undefined)
      if (best === undefined) break
      taken.push(best.found)
      for (const term of best.found.marked.terms) open.delete(term)
    }
  }
  return taken
}

/** The texts of a column with their marks; only the one that answers all that is open, where there is one. */
function markedIn(pieces: readonly Piece[], terms: readonly Term[], open: ReadonlySet<Term>, mark: Mark): Found[] {
  const found: Found[] = []
  for (const piece of pieces) {
    const marked = mark(piece, terms)
    // Nothing after it can answer more, and folding texts is what snippets cost.
    if ([...open].every((term) => marked.terms.has(term))) return [{ piece, marked }]
    if (marked.terms.size > 0) found.push({ piece, marked })
  }
  return found
}

function snippetOf({ piece, marked }: Found): Snippet {
  const { table, id, field, text } = piece
  const first = marked.stretches[0] ?? { start: 0, end: 0 }
  const start = first.start <= around ? 0 : wordEdge(text, first.start - around, 1)
  const end = text.length - first.end <= around ? text.length : wordEdge(text, first.end + around, -1)
  const before = start > 0 ? '…' : ''
  const shown = text.slice(start, end)
  const shift = before.length - start
  const matches = marked.stretches
    .filter((stretch) => stretch.start >= start && stretch.end <= end)
    .map((stretch): Stretch => ({ start: stretch.start + shift, end: stretch.end + shift }))
  return { table, id, field, text: `${before}${shown.replace(/\s/g, ' ')}${end < text.length ? '…' : ''}`, matches }
}

/** The nearest place between words from `at` in a direction, at most a word away, and never inside a surrogate pair. */
function wordEdge(text: string, at: number, step: 1 | -1): number {
  for (let place = at, tries = 0; tries < 24; place += step, tries += 1) {
    if (/\s/.test(text[step === 1 ? place - 1 : place] ?? ' ')) return place
  }
  const isInPair = /[\uDC00-\uDFFF]/.test(text[at] ?? '')
  return isInPair ? at - 1 : at
}
