import type { Connection } from '../../vault/pragmas.ts'
import { isReader } from '../../vault/reader.ts'
import type { VaultCheck } from '../../vault/verify.ts'
import { isBinned, readCaseRows } from './case-rows.ts'
import { textRowOf } from './case-texts.ts'
import { expectedSpans, indexedSpans, putCustody } from './custody-spans.ts'
import { isSoundInCopy } from './index-copy.ts'
import { hasOwnSegments } from './index-segments.ts'
import { forget } from './remembered.ts'
import type { SqlRow } from './searched-fields.ts'
import { putSourceWords, sourceWords } from './source-texts.ts'
import { indexedTags, tagsOf } from './tags.ts'
import { expectedIndexRow, expectedNames, largeHeap, putRows, usualHeap } from './upkeep.ts'

/** A place where the search index is not what the tables ask for. `params` has ids only. */
export type IndexFault = {
  what: 'search_index'
  params: { part: 'full_text' | 'fragments' | 'text' | 'list' | 'names' | 'custody' | 'sources'; id?: string }
}

/**
 * The rules by which derived tables are made. Whoever changes what stands in one of them (its columns, how text is folded,
 * how names become keys) raises it, and every vault makes its derived tables anew at its next opening.
 */
export const derivedVersion = 2

/** What reading the case files takes of a rebuild; the rest is the custody over time and the two text indexes. */
const shareOfRows = 0.75
const indexes = ['case_search', 'case_fragments'] as const

/** Makes all that is derived anew from the tables: for repair, and after rows were written in bulk. In one transaction. */
export function rebuildIndex(db: Connection, onProgress: (share: number) => void = () => undefined): void {
  const work = db.transaction(() => {
    for (const table of ['case_index', 'case_texts', 'name_index', 'case_tags', 'custody_spans', 'custody_days', 'source_texts'])
      db.exec(`DELETE FROM ${table}`)
    const uuids = db.prepare<[], string>('SELECT uuid FROM case_files ORDER BY id').pluck().all()
    for (const [index, uuid] of uuids.entries()) {
      putRows(db, uuid)
      if (index % 1000 === 0) onProgress((index / uuids.length) * shareOfRows)
    }
    db.prepare("INSERT OR REPLACE INTO derived_state (key, value) VALUES ('version', ?)").run(derivedVersion)
    for (const person of allRows(db, 'persons')) putCustody(db, person)
    for (const source of allRows(db, 'sources')) putSourceWords(db, source)
    onProgress(shareOfRows + 0.05)
    for (const name of indexes) {
      db.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('hashsize', ${largeHeap})`)
      db.exec(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`)
      // One piece: else the first saves afterwards would merge pieces of many megabytes, for seconds.
      db.exec(`INSERT INTO ${name} (${name}) VALUES ('optimize')`)
      db.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('hashsize', ${usualHeap})`)
      onProgress(name === 'case_search' ? 0.9 : 1)
    }
  })
  work()
  forget(db)
}

/** Rows of a table a thousand at a time: while one statement runs, the connection can't write. */
function* allRows(db: Connection, table: 'persons' | 'sources'): Generator<SqlRow> {
  const page = db.prepare<[number], SqlRow>(`SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT 1000`)
  for (let rows = page.all(-1); rows.length > 0; rows = page.all(Number(rows.at(-1)?.['id']))) yield* rows
}

const mostFaults = 200

/** The check of `vault.verify`: how many case files' index rows were compared, and what is wrong with them. */
export const checkSearchIndex: VaultCheck = function searchIndex(vault) {
  const { db } = vault
  return {
    checked: { searchRows: Number(db.prepare('SELECT count(*) FROM case_files').pluck().get()) },
    faults: checkIndex(db, (name) => (isReader(vault) ? isSoundInCopy(vault, name) : isSound(db, name))),
  }
}

/** Compares everything that is derived with the tables. Reads the whole vault; an empty list means sound. */
export function checkIndex(db: Connection, isSoundIndex = (name: string): boolean => isSound(db, name)): IndexFault[] {
  const faults: IndexFault[] = []
  for (const [name, part] of [
    ['case_search', 'full_text'],
    ['case_fragments', 'fragments'],
  ] as const)
    if (!isSoundIndex(name)) faults.push({ what: 'search_index', params: { part } })
  const textRow = db.prepare('SELECT * FROM case_texts WHERE case_id = ?')
  const listRow = db.prepare('SELECT * FROM case_index WHERE case_id = ?')
  const names = db.prepare('SELECT word, name_key FROM name_index WHERE person_id = ? ORDER BY word, name_key')
  const expected = new Set<number>()
  const persons = new Set<number>()
  for (const uuid of db.prepare<[], string>('SELECT uuid FROM case_files ORDER BY id').pluck().all()) {
    if (faults.length >= mostFaults) return faults
    const rows = readCaseRows(db, uuid)
    if (rows === undefined) continue
    const caseId = Number(rows.caseFile['id'])
    const personId = Number(rows.person['id'])
    if (!persons.has(personId) && !same(names.all(personId), expectedNames(rows)))
      faults.push({ what: 'search_index', params: { part: 'names', id: String(rows.person['uuid']) } })
    persons.add(personId)
    const isOut = isBinned(rows.caseFile) || isBinned(rows.person)
    if (!isOut) expected.add(caseId)
    if (!same(textRow.get(caseId), isOut ? undefined : textRowOf(rows)))
      faults.push({ what: 'search_index', params: { part: 'text', id: uuid } })
    const expectedRow = isOut ? undefined : expectedIndexRow(db, rows, 0)
    if (
      !same(listRow.get(caseId), expectedRow) ||
      !same(indexedTags(db, caseId), expectedRow === undefined ? [] : tagsOf(expectedRow.tags))
    )
      faults.push({ what: 'search_index', params: { part: 'list', id: uuid } })
  }
  return [...faults, ...leftovers(db, expected, persons), ...custodyFaults(db), ...sourceFaults(db)].slice(0, mostFaults)
}

/** Compares the custody over time of each person, then the days that are summed up from it. */
function custodyFaults(db: Connection): IndexFault[] {
  const faults: IndexFault[] = []
  let spans = 0
  for (const person of allRows(db, 'persons')) {
    const found = indexedSpans(db, Number(person['id']))
    spans += found.length
    if (!same(found, expectedSpans(db, person)))
      faults.push({ what: 'search_index', params: { part: 'custody', id: String(person['uuid']) } })
  }
  const summed = db.prepare('SELECT kind, day, began, ended FROM custody_days ORDER BY kind, day').all()
  const counted = db
    .prepare(
      `SELECT kind, day, sum(began) AS began, sum(ended) AS ended FROM (
         SELECT kind, from_day AS day, 1 AS began, 0 AS ended FROM custody_spans
         UNION ALL SELECT kind, to_day, 0, 1 FROM custody_spans WHERE to_day IS NOT NULL
       ) GROUP BY kind, day ORDER BY kind, day`,
    )
    .all()
  const all = db.prepare<[], number>('SELECT count(*) FROM custody_spans').pluck().get() ?? 0
  return same(summed, counted) && all === spans ? faults : [...faults, { what: 'search_index', params: { part: 'custody' } }]
}

function sourceFaults(db: Connection): IndexFault[] {
  const words = db.prepare<[number], string>('SELECT words FROM source_texts WHERE source_id = ?').pluck()
  return [...allRows(db, 'sources')].flatMap((row): IndexFault[] => {
    const expected = row['binned_change'] === null ? sourceWords(row) : undefined
    return words.get(Number(row['id'])) === expected ? [] : [{ what: 'search_index', params: { part: 'sources', id: String(row['uuid']) } }]
  })
}

/** Rows of case files or people that are no more. */
function leftovers(db: Connection, cases: ReadonlySet<number>, persons: ReadonlySet<number>): IndexFault[] {
  const ids = (sql: string): number[] => db.prepare<[], number>(sql).pluck().all()
  const isLeft = (part: IndexFault['params']['part'], found: number[], expected: ReadonlySet<number>): IndexFault[] =>
    found.some((id) => !expected.has(id)) ? [{ what: 'search_index', params: { part } }] : []
  return [
    ...isLeft('text', ids('SELECT case_id FROM case_texts'), cases),
    ...isLeft('list', ids('SELECT case_id FROM case_index'), cases),
    ...isLeft('names', ids('SELECT DISTINCT person_id FROM name_index'), persons),
  ]
}

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

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
      : value
