import { isDeepStrictEqual } from 'node:util'

import type { Connection } from '../../vault/pragmas.ts'
import { isReader } from '../../vault/reader.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Fault, Piece, VaultCheck, Verification } from '../../vault/verify-check.ts'
import { isBinned, readManyCases } from './case-rows.ts'
import type { CaseRows } from './case-rows.ts'
import { textRowOf } from './case-texts.ts'
import { expectedSpans, indexedSpans } from './custody-spans.ts'
import { lastRevision } from './index-row.ts'
import { isSoundInCopy } from './index-copy.ts'
import { hasOwnSegments } from './index-segments.ts'
import { once } from './once.ts'
import { allRows } from './repair.ts'
import type { SqlRow } from './searched-fields.ts'
import { sourceWords } from './source-texts.ts'
import { tagsOf } from './tags.ts'
import { expectedIndexRow, expectedNames } from './upkeep.ts'

/** A place where the search index is not what the tables ask for. `params` has ids only. */
export type IndexFault = {
  what: 'search_index'
  params: { part: 'full_text' | 'fragments' | 'text' | 'list' | 'names' | 'custody' | 'sources'; id?: string }
}

const fault = (part: IndexFault['params']['part'], id?: string): IndexFault => ({
  what: 'search_index',
  params: { part, ...(id === undefined ? {} : { id }) },
})
const found = (faults: readonly Fault[]): Verification => ({ checked: {}, faults: [...faults] })

/**
 * The checks of `vault.verify` of everything that is derived from the tables. Between them they read the whole vault, and
 * work out each derived row anew.
 */
export const searchChecks: readonly VaultCheck[] = [
  { name: 'fullText', alone: true, run: (vault) => found(fullTextFaults(vault)) },
  { name: 'searchIndex', pieces: ({ db }, rows) => spans(db, 'case_files', rows), run: ({ db }, piece) => caseFaults(db, piece) },
  { name: 'leftovers', run: ({ db }) => found(leftovers(db)) },
  { name: 'custody', pieces: ({ db }, rows) => spans(db, 'persons', rows), run: ({ db }, piece) => found(custodyFaults(db, piece)) },
  { name: 'custodySums', run: ({ db }) => found(sumFaults(db)) },
  { name: 'sourceTexts', run: ({ db }) => found(sourceFaults(db)) },
]

/** The same on a connection that can write; an empty list means sound. */
export function checkIndex(db: Connection): IndexFault[] {
  const all = { from: null, to: null }
  return [
    ...unsoundIndexes((name) => isSound(db, name)),
    ...(caseFaults(db, all).faults as IndexFault[]),
    ...leftovers(db),
    ...custodyFaults(db, all),
    ...sumFaults(db),
    ...sourceFaults(db),
  ]
}

/** A piece that is spoilt from end to end is not listed to its end. */
const mostFaults = 200
/** So many case files are read with one question, and lie in memory together. */
const casesAtOnce = 200

/** Pieces of so many rows: numbers from one on, and up to another; null where a piece begins or ends with the table. */
function spans(db: Connection, table: 'case_files' | 'persons', rows = 2000): Piece[] {
  const ids = db.prepare<[], number>(`SELECT id FROM ${table} ORDER BY id`).pluck().all()
  const edges = [null, ...ids.filter((_, index) => index > 0 && index % rows === 0), null]
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? null, to }))
}

const least = ({ from }: Piece): number => (typeof from === 'number' ? from : Number.MIN_SAFE_INTEGER)
const end = ({ to }: Piece): number => (typeof to === 'number' ? to : Number.MAX_SAFE_INTEGER)

const between = 'case_id >= ? AND case_id < ?'
const isNoCase = 'case_id NOT IN (SELECT id FROM case_files WHERE id >= ? AND id < ?)'

const statements = once((db: Connection) => ({
  cases: db.prepare<[number, number], string>('SELECT uuid FROM case_files WHERE id >= ? AND id < ? ORDER BY id').pluck(),
  textsWithout: db
    .prepare<[number, number, number, number], number>(`SELECT count(*) FROM case_texts WHERE ${between} AND ${isNoCase}`)
    .pluck(),
  rowsWithout: db
    .prepare<[number, number, number, number], number>(`SELECT count(*) FROM case_index WHERE ${between} AND ${isNoCase}`)
    .pluck(),
  texts: db.prepare<[string], SqlRow>('SELECT * FROM case_texts WHERE case_id IN (SELECT value FROM json_each(?))'),
  list: db.prepare<[string], SqlRow>('SELECT * FROM case_index WHERE case_id IN (SELECT value FROM json_each(?))'),
  tags: db.prepare<[string], SqlRow>(
    'SELECT case_id, tag_key, tag FROM case_tags WHERE case_id IN (SELECT value FROM json_each(?)) ORDER BY tag_key',
  ),
  names: db.prepare<[string], SqlRow>(
    'SELECT person_id, word, name_key FROM name_index WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY word, name_key',
  ),
  changes: db
    .prepare<[string], [number, number]>('SELECT change_no, at FROM change_sets WHERE change_no IN (SELECT value FROM json_each(?))')
    .raw(),
  persons: db.prepare<[number, number], SqlRow>('SELECT * FROM persons WHERE id >= ? AND id < ? ORDER BY id'),
}))

/** Compares what is derived of each case file of a piece, and of its person, with the tables. */
function caseFaults(db: Connection, piece: Piece): Verification {
  const read = statements(db)
  const [from, to] = [least(piece), end(piece)]
  const uuids = read.cases.all(from, to)
  // Derived rows of case files that are no more.
  const faults: IndexFault[] = [
    ...(read.textsWithout.get(from, to, from, to) === 0 ? [] : [fault('text')]),
    ...(read.rowsWithout.get(from, to, from, to) === 0 ? [] : [fault('list')]),
  ]
  for (let first = 0; first < uuids.length && faults.length < mostFaults; first += casesAtOnce) {
    const wanted = uuids.slice(first, first + casesAtOnce)
    const cases = readManyCases(db, wanted)
    faults.push(...someFaults(db, cases))
    // A case file without its person can't be read, and nothing may be derived of it.
    if (cases.length < wanted.length) faults.push(...withoutPerson(wanted, cases))
  }
  return { checked: { searchRows: uuids.length }, faults }
}

function withoutPerson(wanted: readonly string[], cases: readonly CaseRows[]): IndexFault[] {
  const read = new Set(cases.map(({ caseFile }) => caseFile['uuid']))
  return wanted.filter((uuid) => !read.has(uuid)).map((uuid) => fault('list', uuid))
}

function someFaults(db: Connection, cases: readonly CaseRows[]): IndexFault[] {
  const read = statements(db)
  const caseIds = JSON.stringify(cases.map(({ caseFile }) => caseFile['id']))
  const [texts, list] = [read.texts.all(caseIds), read.list.all(caseIds)].map((rows) => new Map(rows.map((row) => [row['case_id'], row])))
  const tags = Map.groupBy(read.tags.all(caseIds), (row) => row['case_id'])
  const names = Map.groupBy(read.names.all(JSON.stringify(cases.map(({ person }) => person['id']))), (row) => row['person_id'])
  const changedAt = new Map(read.changes.all(JSON.stringify([...new Set(cases.map(lastRevision))])))
  const persons = new Set<SqlRow[string]>()
  return cases.flatMap((rows): IndexFault[] => {
    const [caseId, caseUuid] = [rows.caseFile['id'], String(rows.caseFile['uuid'])]
    const faults: IndexFault[] = []
    const personId = rows.person['id'] ?? null
    if (!persons.has(personId)) {
      const indexed = (names.get(personId) ?? []).map(({ word, name_key }) => ({ word, name_key }))
      if (!isDeepStrictEqual(indexed, expectedNames(rows))) faults.push(fault('names', String(rows.person['uuid'])))
    }
    persons.add(personId)
    const isOut = isBinned(rows.caseFile) || isBinned(rows.person)
    if (!isDeepStrictEqual(texts?.get(caseId), isOut ? undefined : textRowOf(rows))) faults.push(fault('text', caseUuid))
    const expected = isOut ? undefined : expectedIndexRow(rows, changedAt.get(lastRevision(rows)) ?? 0)
    const tagged = (tags.get(caseId) ?? []).map(({ tag_key, tag }) => ({ tag_key, tag }))
    const fits =
      isDeepStrictEqual(list?.get(caseId), expected) && isDeepStrictEqual(tagged, expected === undefined ? [] : tagsOf(expected.tags))
    return fits ? faults : [...faults, fault('list', caseUuid)]
  })
}

/** Names, tags and custody of people or case files that are no more. */
function leftovers(db: Connection): IndexFault[] {
  const isLeft = (sql: string): boolean => db.prepare<[], number>(`SELECT EXISTS (${sql})`).pluck().get() === 1
  const persons = 'SELECT p.id FROM case_files AS c JOIN persons AS p ON p.uuid = c.person_id'
  return [
    ...(isLeft('SELECT 1 FROM case_tags WHERE case_id NOT IN (SELECT id FROM case_files)') ? [fault('list')] : []),
    ...(isLeft(`SELECT 1 FROM name_index WHERE person_id NOT IN (${persons})`) ? [fault('names')] : []),
    ...(isLeft('SELECT 1 FROM custody_spans WHERE person_id NOT IN (SELECT id FROM persons)') ? [fault('custody')] : []),
  ]
}

/** Compares the custody over time of each person of a piece. */
function custodyFaults(db: Connection, piece: Piece): IndexFault[] {
  return statements(db)
    .persons.all(least(piece), end(piece))
    .filter((person) => !isDeepStrictEqual(indexedSpans(db, Number(person['id'])), expectedSpans(db, person)))
    .map((person) => fault('custody', String(person['uuid'])))
}

/** The days that are summed up from the custody over time of all people. */
function sumFaults(db: Connection): IndexFault[] {
  const summed = db.prepare('SELECT kind, day, began, ended FROM custody_days ORDER BY kind, day').all()
  const counted = db
    .prepare(
      `SELECT kind, day, sum(began) AS began, sum(ended) AS ended FROM (
         SELECT kind, from_day AS day, 1 AS began, 0 AS ended FROM custody_spans
         UNION ALL SELECT kind, to_day, 0, 1 FROM custody_spans WHERE to_day IS NOT NULL
       ) GROUP BY kind, day ORDER BY kind, day`,
    )
    .all()
  return isDeepStrictEqual(summed, counted) ? [] : [fault('custody')]
}

function sourceFaults(db: Connection): IndexFault[] {
  const words = db.prepare<[number], string>('SELECT words FROM source_texts WHERE source_id = ?').pluck()
  return [...allRows(db, 'sources')].flatMap((row): IndexFault[] => {
    const expected = row['binned_change'] === null ? sourceWords(row) : undefined
    return words.get(Number(row['id'])) === expected ? [] : [fault('sources', String(row['uuid']))]
  })
}

const fullTextFaults = (vault: Vault): IndexFault[] =>
  unsoundIndexes((name) => (isReader(vault) ? isSoundInCopy(vault, name) : isSound(vault.db, name)))

const unsoundIndexes = (isSoundIndex: (name: string) => boolean): IndexFault[] => [
  ...(isSoundIndex('case_search') ? [] : [fault('full_text')]),
  ...(isSoundIndex('case_fragments') ? [] : [fault('fragments')]),
]

/** FTS5's own check, against the folded text; it is worded as an insertion but writes nothing. */
function isSound(db: Connection, name: string): boolean {
  try {
    if (!hasOwnSegments(db, name)) return false
    if (db.readonly) return db.pragma(`integrity_check('${name}')`, { simple: true }) === 'ok'
    db.prepare(`INSERT INTO ${name} (${name}, rank) VALUES ('integrity-check', 1)`).run()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT')) return false
    throw error
  }
}
