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

const statements = once((db: Connection) => ({
  caseFile: db.prepare<[string], SqlRow>('SELECT * FROM case_files WHERE uuid = ?'),
  person: db.prepare<[string], SqlRow>('SELECT * FROM persons WHERE uuid = ?'),
  ofPerson: ofPerson.map(
    (table) => [table, db.prepare<[string], SqlRow>(`SELECT * FROM ${table} WHERE person_id = ? ORDER BY id`)] as const,
  ),
  ofCase: ofCase.map((table) => [table, db.prepare<[string], SqlRow>(`SELECT * FROM ${table} WHERE case_id = ? ORDER BY id`)] as const),
  competing: db.prepare<[string], SqlRow>('SELECT * FROM competing_values WHERE target_id IN (SELECT value FROM json_each(?)) ORDER BY id'),
  citations: db.prepare<[string], SqlRow>('SELECT * FROM citations WHERE target_id IN (SELECT value FROM json_each(?)) ORDER BY id'),
  sources: db.prepare<[string], SqlRow>('SELECT * FROM sources WHERE uuid IN (SELECT value FROM json_each(?)) ORDER BY id'),
}))

const idsOf = (rows: Iterable<SqlRow>): string => JSON.stringify([...rows].map((row) => row['uuid']))

/** Whether a row lies in the bin. */
export const isBinned = (row: SqlRow): boolean => row['binned_change'] !== null

/** Reads a case file whole; undefined where there is none of this id. */
export function readCaseRows(db: Connection, caseUuid: string): CaseRows | undefined {
  const read = statements(db)
  const caseFile = read.caseFile.get(caseUuid)
  const person = caseFile && read.person.get(String(caseFile['person_id']))
  if (caseFile === undefined || person === undefined) return undefined
  const hanging = new Map<RecordTable, SqlRow[]>()
  for (const [table, statement] of read.ofPerson) hanging.set(table, statement.all(String(person['uuid'])))
  for (const [table, statement] of read.ofCase) hanging.set(table, statement.all(caseUuid))
  const roots = [caseFile, person, ...[...hanging.values()].flat()]
  const competing = read.competing.all(idsOf(roots))
  const citations = read.citations.all(idsOf([...roots, ...competing]))
  hanging.set('competing_values', competing)
  hanging.set('citations', citations)
  hanging.set(
    'sources',
    read.sources.all(JSON.stringify([...new Set(citations.filter((row) => !isBinned(row)).map((row) => row['source_id']))])),
  )
  return { caseFile, person, hanging }
}

/**
 * The rows of a case file that are not in the bin, nor hang on one that is, in the order in which a reader of the case
 * file meets them.
 */
export function standingRows({ caseFile, person, hanging }: CaseRows): [RecordTable, SqlRow][] {
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
