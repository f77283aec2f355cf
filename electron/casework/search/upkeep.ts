import type { Connection } from '../../vault/pragmas.ts'
import { isBinned, readCaseRows } from './case-rows.ts'
import type { CaseRows } from './case-rows.ts'
import { textRowOf } from './case-texts.ts'
import type { TextRow } from './case-texts.ts'
import { indexRowOf, lastRevision } from './index-row.ts'
import type { IndexRow } from './index-row.ts'
import { putCustody } from './custody-spans.ts'
import { nameWords } from './name-words.ts'
import { once } from './once.ts'
import { dropTags, putTags } from './tags.ts'
import { unsourcedCount } from './unsourced.ts'

const millisecondsADay = 86_400_000
const indexColumns = [
  'case_id',
  'case_uuid',
  'person_uuid',
  'reference',
  'name',
  'name_key',
  'status',
  'status_group',
  'place',
  'place_key',
  'forces',
  'force_key',
  'caseworker_uuid',
  'arrest_earliest',
  'arrest_latest',
  'arrest_year',
  'whereabouts_unknown',
  'unknown_earliest',
  'unknown_latest',
  'unknown_about',
  'unsourced',
  'changed_at',
  'tags',
  'custody',
] as const satisfies readonly (keyof IndexRow)[]
const textColumns = [
  'names',
  'name_keys',
  'reference',
  'places',
  'charges',
  'body',
  'sources',
] as const satisfies readonly (keyof TextRow)[]
/** Bytes of words that FTS5 sorts in memory: while many rows are written a larger heap leaves fewer pieces to merge afterwards. */
export const [largeHeap, usualHeap] = [64 * 1024 * 1024, 1024 * 1024]
const fragmentColumns = ['names', 'reference', 'places'] as const satisfies readonly (keyof TextRow)[]

const bound = (columns: readonly string[]): string => columns.map((column) => `@${column}`).join(', ')

const statements = once((db: Connection) => ({
  textRow: db.prepare<[number], TextRow>('SELECT * FROM case_texts WHERE case_id = ?'),
  putText: db.prepare(`INSERT OR REPLACE INTO case_texts (case_id, ${textColumns.join(', ')}) VALUES (@case_id, ${bound(textColumns)})`),
  dropText: db.prepare('DELETE FROM case_texts WHERE case_id = ?'),
  addWords: db.prepare(`INSERT INTO case_search (rowid, ${textColumns.join(', ')}) VALUES (@case_id, ${bound(textColumns)})`),
  dropWords: db.prepare(
    `INSERT INTO case_search (case_search, rowid, ${textColumns.join(', ')}) VALUES ('delete', @case_id, ${bound(textColumns)})`,
  ),
  addFragments: db.prepare(
    `INSERT INTO case_fragments (rowid, ${fragmentColumns.join(', ')}) VALUES (@case_id, ${bound(fragmentColumns)})`,
  ),
  countTexts: db.prepare<[], number>('SELECT count(*) FROM case_texts').pluck(),
  dropFragments: db.prepare(
    `INSERT INTO case_fragments (case_fragments, rowid, ${fragmentColumns.join(', ')}) VALUES ('delete', @case_id, ${bound(fragmentColumns)})`,
  ),
  putIndex: db.prepare(`INSERT OR REPLACE INTO case_index (${indexColumns.join(', ')}) VALUES (${bound(indexColumns)})`),
  dropIndex: db.prepare('DELETE FROM case_index WHERE case_id = ?'),
  indexed: db.prepare<[string], Pick<IndexRow, 'case_id' | 'person_uuid'>>(
    'SELECT case_id, person_uuid FROM case_index WHERE case_uuid = ?',
  ),
  person: db.prepare<[string], CaseRows['person']>('SELECT * FROM persons WHERE uuid = ?'),
  changedAt: db.prepare<[number], number>('SELECT at FROM change_sets WHERE change_no = ?').pluck(),
  casesOfPerson: db.prepare<[string], string>('SELECT uuid FROM case_files WHERE person_id = ?').pluck(),
  nameWords: db.prepare<[number], { word: string; name_key: string }>(
    'SELECT word, name_key FROM name_index WHERE person_id = ? ORDER BY word, name_key',
  ),
  addName: db.prepare('INSERT INTO name_index (person_id, word, name_key) VALUES (?, ?, ?)'),
  dropNames: db.prepare('DELETE FROM name_index WHERE person_id = ?'),
}))

/**
 * Brings everything that is made from one case file up to date with its tables: the list row, the folded text and both
 * full-text indexes, and its person's names. To be called inside the transaction that wrote the tables. `at`, UTC
 * milliseconds, is the time of the change. A case file in the bin, or gone, leaves the index.
 */
export function reindexCase(db: Connection, caseUuid: string, at: number): void {
  const rows = readCaseRows(db, caseUuid)
  if (rows === undefined) {
    const gone = statements(db).indexed.get(caseUuid)
    if (gone === undefined) return
    takeOut(db, gone.case_id)
    const person = statements(db).person.get(gone.person_uuid)
    if (person !== undefined) putCustody(db, person)
    return
  }
  putNames(db, rows)
  if (isBinned(rows.caseFile) || isBinned(rows.person)) takeOut(db, Number(rows.caseFile['id']))
  else putIn(db, rows, at)
  putCustody(db, rows.person)
}

/** A change that touches more case files than one in so many, and more than these, is cheaper forgotten all at once. */
const [oneIn, fewCases] = [100, 40]

/**
 * The same for several case files. Of many the old words are not taken out of the text index one by one, which is what
 * a save mostly costs, but with a merge of the whole index at the end; they are gone from it then just as well (security
 * rules 2 and 21).
 */
export function reindexCases(db: Connection, caseUuids: readonly string[], at: number): void {
  const isMany = caseUuids.length > fewCases && caseUuids.length > (statements(db).countTexts.get() ?? 0) / oneIn
  if (isMany) setOptions(db, { 'secure-delete': 0, hashsize: largeHeap })
  for (const caseUuid of caseUuids) reindexCase(db, caseUuid, at)
  if (!isMany) return
  db.exec("INSERT INTO case_search (case_search) VALUES ('optimize')")
  setOptions(db, { 'secure-delete': 1, hashsize: usualHeap })
}

// FTS5 takes whole numbers only, and a bound number goes over as a fraction.
function setOptions(db: Connection, options: Record<string, number>): void {
  for (const [name, value] of Object.entries(options)) db.exec(`INSERT INTO case_search (case_search, rank) VALUES ('${name}', ${value})`)
}

/** The same for all case files of a person. */
export function reindexPerson(db: Connection, personUuid: string, at: number): void {
  for (const caseUuid of statements(db).casesOfPerson.all(personUuid)) reindexCase(db, caseUuid, at)
}

function putIn(db: Connection, rows: CaseRows, at: number): void {
  const run = statements(db)
  putText(db, textRowOf(rows))
  const row = expectedIndexRow(rows, lastChangeOf(db, rows, at))
  run.putIndex.run(row)
  putTags(db, row.case_id, row.tags)
}

/**
 * The list row that the tables ask for: the same whenever it is asked for, so that the index can be checked against it.
 * `changedAt`, UTC milliseconds, is the time of the last change to anything of the case file.
 */
export function expectedIndexRow(rows: CaseRows, changedAt: number): IndexRow {
  return indexRowOf(rows, { unsourced: unsourcedCount(rows), changedAt, today: Math.floor(changedAt / millisecondsADay) })
}

/** When a case file was last changed; `at` where that is not on file. */
const lastChangeOf = (db: Connection, rows: CaseRows, at: number): number => statements(db).changedAt.get(lastRevision(rows)) ?? at

/** Full-text rows with external content are taken out by the words that were put in, so the old ones come first. */
function putText(db: Connection, next: TextRow): void {
  const run = statements(db)
  const before = run.textRow.get(next.case_id)
  // Most changes leave most texts alone, and taking words out of an index for good is the dearest part of a save.
  const wordsChange = before === undefined || textColumns.some((column) => before[column] !== next[column])
  if (!wordsChange) return
  const fragmentsChange = before === undefined || fragmentColumns.some((column) => before[column] !== next[column])
  if (before !== undefined) {
    run.dropWords.run(before)
    if (fragmentsChange) run.dropFragments.run(fragmentsOf(before))
  }
  run.putText.run(next)
  run.addWords.run(next)
  if (fragmentsChange) run.addFragments.run(fragmentsOf(next))
}

const fragmentsOf = ({ case_id, names, reference, places }: TextRow): Pick<TextRow, 'case_id' | (typeof fragmentColumns)[number]> => ({
  case_id,
  names,
  reference,
  places,
})

function takeOut(db: Connection, caseId: number): void {
  const run = statements(db)
  const before = run.textRow.get(caseId)
  if (before !== undefined) {
    run.dropWords.run(before)
    run.dropFragments.run(fragmentsOf(before))
    run.dropText.run(caseId)
  }
  run.dropIndex.run(caseId)
  dropTags(db, caseId)
}

/** Puts the rows of a case file in place without its full-text entries, which a rebuild makes of all rows at once. */
export function putRows(db: Connection, rows: CaseRows): void {
  const run = statements(db)
  putNames(db, rows)
  if (isBinned(rows.caseFile) || isBinned(rows.person)) return
  run.putText.run(textRowOf(rows))
  const row = expectedIndexRow(rows, lastChangeOf(db, rows, Date.now()))
  run.putIndex.run(row)
  putTags(db, row.case_id, row.tags)
}

/** The words of all standing names of a person, by word and key. A person in the bin has none. */
export function expectedNames({ person, hanging }: Pick<CaseRows, 'person' | 'hanging'>): { word: string; name_key: string }[] {
  if (isBinned(person)) return []
  const others = (hanging.get('person_names') ?? []).filter((row) => !isBinned(row)).map((row) => row['name'])
  const names = [person['name'], person['family_name'], person['given_name'], ...others].filter((name) => typeof name === 'string')
  const pairs = new Map(names.flatMap(nameWords).map(({ word, key }) => [`${word}\n${key}`, { word, name_key: key }]))
  return [...pairs.values()].toSorted((a, b) => (a.word === b.word ? compare(a.name_key, b.name_key) : compare(a.word, b.word)))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function putNames(db: Connection, rows: CaseRows): void {
  const run = statements(db)
  const personId = Number(rows.person['id'])
  const next = expectedNames(rows)
  const before = run.nameWords.all(personId)
  if (JSON.stringify(before) === JSON.stringify(next)) return
  run.dropNames.run(personId)
  for (const { word, name_key } of next) run.addName.run(personId, word, name_key)
}
