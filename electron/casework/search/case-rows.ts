import type { RecordTable } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { once } from './once.ts'
import type { SqlRow } from './searched-fields.ts'

/** Everything of one case file as it stands in the tables, binned rows among it. */
export type CaseRows = {
  caseFile: SqlRow
  person: SqlRow
  /** The rows that hang on the case file or its person, by table, oldest first. */
  hanging: ReadonlyMap<RecordTable, readonly SqlRow[]>
}

/** What hangs on a case file or a person by its own column. Citations and competing values hang on rows of these. */
const ofPerson = ['person_names', 'identity_documents'] as const
const ofCase = ['charges', 'whereabouts_notes', 'custody_statuses'] as const

// Put in order afterwards: SQLite would carry every column through its sorter.
const among = 'IN (SELECT value FROM json_each(?))'

const statements = once((db: Connection) => ({
  caseFiles: db.prepare<[string], SqlRow>(`SELECT * FROM case_files WHERE uuid ${among}`),
  persons: db.prepare<[string], SqlRow>(`SELECT * FROM persons WHERE uuid ${among}`),
  ofPerson: ofPerson.map((table) => [table, db.prepare<[string], SqlRow>(`SELECT * FROM ${table} WHERE person_id ${among}`)] as const),
  ofCase: ofCase.map((table) => [table, db.prepare<[string], SqlRow>(`SELECT * FROM ${table} WHERE case_id ${among}`)] as const),
  competing: db.prepare<[string], SqlRow>(`SELECT * FROM competing_values WHERE target_id ${among}`),
  citations: db.prepare<[string], SqlRow>(`SELECT * FROM citations WHERE target_id ${among}`),
  sources: db.prepare<[string], SqlRow>(`SELECT * FROM sources WHERE uuid ${among}`),
}))

const idsOf = (rows: Iterable<SqlRow>): string => JSON.stringify(Array.from(rows, (row) => row['uuid']))

/** Whether a row lies in the bin. */
export const isBinned = (row: SqlRow): boolean => row['binned_change'] !== null

/** Reads a case file whole; undefined where there is none of this id. */
export const readCaseRows = (db: Connection, caseUuid: string): CaseRows | undefined => readManyCases(db, [caseUuid])[0]

/**
 * Reads several case files whole, oldest first, with as many questions as one takes. What there is none of, and a case file
 * without its person, is left out.
 */
export function readManyCases(db: Connection, caseUuids: readonly string[]): CaseRows[] {
  const read = statements(db)
  const caseFiles = inOrder(read.caseFiles.all(JSON.stringify(caseUuids)))
  const personIds = JSON.stringify([...new Set(caseFiles.map((row) => row['person_id']))])
  const persons = byColumn(read.persons.all(personIds), 'uuid')
  const hangingOnPerson = read.ofPerson.map(([table, statement]) => [table, byColumn(statement.all(personIds), 'person_id')] as const)
  const ids = idsOf(caseFiles)
  const hangingOnCase = read.ofCase.map(([table, statement]) => [table, byColumn(statement.all(ids), 'case_id')] as const)

  const begun = caseFiles.flatMap((caseFile) => {
    const person = persons.get(caseFile['person_id'] ?? null)?.[0]
    if (person === undefined) return []
    const hanging = new Map<RecordTable, readonly SqlRow[]>([
      ...hangingOnPerson.map(([table, rows]) => [table, of(rows, person['uuid'])] as const),
      ...hangingOnCase.map(([table, rows]) => [table, of(rows, caseFile['uuid'])] as const),
    ])
    return [{ caseFile, person, hanging, roots: [caseFile, person, ...[...hanging.values()].flat()] }]
  })
  const competing = byColumn(read.competing.all(idsOf(begun.flatMap(({ roots }) => roots))), 'target_id')
  const competingOf = begun.map(({ roots }) => onAny(competing, roots))
  const supported = begun.map(({ roots }, index) => [...roots, ...(competingOf[index] ?? [])])
  const citations = byColumn(read.citations.all(idsOf(supported.flat())), 'target_id')
  const citationsOf = supported.map((rows) => onAny(citations, rows))
  const citedBy = citationsOf.map((rows) => new Set(rows.filter((row) => !isBinned(row)).map((row) => row['source_id'] ?? null)))
  const sources = read.sources.all(JSON.stringify([...new Set(citedBy.flatMap((ids) => [...ids]))]))
  const sourceOf = new Map(sources.map((row) => [row['uuid'] ?? null, row]))

  return begun.map(({ caseFile, person, hanging }, index) => ({
    caseFile,
    person,
    hanging: hanging
      .set('competing_values', competingOf[index] ?? [])
      .set('citations', citationsOf[index] ?? [])
      .set('sources', inOrder([...(citedBy[index] ?? [])].map((id) => sourceOf.get(id)).filter((row) => row !== undefined))),
  }))
}

type Sorted = ReadonlyMap<string | number | null, SqlRow[]>

/** Rows by what they hang on, oldest first. */
function byColumn(rows: readonly SqlRow[], column: string): Sorted {
  const groups = Map.groupBy(rows, (row) => row[column] ?? null)
  // Nearly always they come in order.
  for (const [key, group] of groups) if (!isInOrder(group)) groups.set(key, inOrder(group))
  return groups
}

const isInOrder = (rows: readonly SqlRow[]): boolean =>
  rows.every((row, index) => index === 0 || Number(rows[index - 1]?.['id']) < Number(row['id']))
const none: readonly SqlRow[] = []
const of = (rows: Sorted, id: string | number | null | undefined): readonly SqlRow[] => rows.get(id ?? null) ?? none
const inOrder = (rows: SqlRow[]): SqlRow[] => rows.toSorted((a, b) => Number(a['id']) - Number(b['id']))

/** What hangs on any of the rows, oldest first. */
function onAny(hanging: Sorted, rows: readonly SqlRow[]): SqlRow[] {
  const found: SqlRow[] = []
  // Mostly nothing is contested at all.
  if (hanging.size > 0) for (const row of rows) found.push(...of(hanging, row['uuid']))
  return inOrder(found)
}

/**
 * The rows of a case file that are not in the bin, nor hang on one that is, in the order in which a reader of the case
 * file meets them.
 */
export function standingRows(rows: CaseRows): readonly (readonly [RecordTable, SqlRow])[] {
  const known = standingOf.get(rows)
  if (known !== undefined) return known
  const standing = findStanding(rows)
  standingOf.set(rows, standing)
  return standing
}

/** Each reader of a case file asks for the same again. */
const standingOf = new WeakMap<CaseRows, readonly (readonly [RecordTable, SqlRow])[]>()

function findStanding({ caseFile, person, hanging }: CaseRows): (readonly [RecordTable, SqlRow])[] {
  const rows: [RecordTable, SqlRow][] = [
    ['case_files', caseFile],
    ['persons', person],
  ]
  const standing = new Set([caseFile, person].filter((row) => !isBinned(row)).map((row) => row['uuid']))
  for (const table of [...ofPerson, ...ofCase, 'competing_values', 'citations', 'sources'] as const) {
    for (const row of hanging.get(table) ?? []) {
      if (isBinned(row) || ('target_id' in row && !standing.has(row['target_id'] ?? null))) continue
      standing.add(row['uuid'])
      rows.push([table, row])
    }
  }
  const cited = new Set(rows.flatMap(([table, row]) => (table === 'citations' ? [row['source_id']] : [])))
  return rows.filter(([table, row]) => table !== 'sources' || cited.has(row['uuid']))
}
