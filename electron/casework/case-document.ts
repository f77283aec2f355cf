import type { CallOutput, CallRequest, CaseDocument, RecordOutput, RecordTable } from '../contract/index.ts'
import { VaultError } from '../vault/errors.ts'
import type { Connection } from '../vault/pragmas.ts'
import type { Casework } from './casework.ts'
import { derivedParts } from './derived.ts'
import { withHanging } from './family.ts'
import { maskedCitation, maskedSource } from './masking.ts'
import { all, single } from './prepare.ts'
import { findRow, readRow, recordOf, rowOf } from './rows.ts'
import type { Row } from './rows.ts'
import { readCaseRows } from './search/case-rows.ts'

/** The rows of one case file that show together: what stands, or, of a case file in the bin, what went there with it. */
export type CaseParts = { caseFile: Row; person: Row; hanging: ReadonlyMap<RecordTable, readonly Row[]> }

/** Reads a case file by id or reference, with everything that hangs on it. @throws {VaultError} `not_found` */
export function readCaseParts(db: Connection, wanted: { id: string } | { reference: string }): CaseParts & { everything: readonly Row[] } {
  const id = 'id' in wanted ? wanted.id : single<string>(db, 'SELECT uuid FROM case_files WHERE reference = ?', wanted.reference.trim())
  const rows = id === undefined ? undefined : readCaseRows(db, id)
  if (rows === undefined) throw new VaultError('not_found', { what: 'case_files' })
  const [caseFile, person] = [rowOf('case_files', rows.caseFile), rowOf('persons', rows.person)]
  const everything = [caseFile, person]
  const hanging = new Map<RecordTable, Row[]>()
  const shown = new Set([caseFile.id, person.id])
  for (const [table, found] of rows.hanging) {
    const read = found.map((row) => rowOf(table, row))
    if (table !== 'sources') everything.push(...read)
    const kept = read.filter(
      (row) =>
        table === 'sources' ||
        ((row.binnedChange === null || row.binnedChange === caseFile.binnedChange) &&
          (!('targetId' in row.values) || shown.has(String(row.values['targetId'])))),
    )
    for (const row of kept) shown.add(row.id)
    hanging.set(table, kept)
  }
  return { caseFile, person, hanging, everything }
}

/** The case file as `cases.get` answers it. */
export function readCaseDocument(work: Casework, request: CallRequest<'cases.get'>): CallOutput<'cases.get'> {
  const { db } = work.vault
  const parts = readCaseParts(db, request)
  const { caseFile, person, hanging, everything } = parts
  const records = <T extends RecordTable>(table: T): RecordOutput<T>[] => (hanging.get(table) ?? []).map((row) => recordOf<T>(row))
  const sources = citedSources(db, parts)
  const byId = new Map(sources.map((source) => [source.id, source]))
  const lastChange = Math.max(...everything.map(({ revision }) => revision))
  return {
    caseFile: recordOf<'case_files'>(caseFile),
    person: recordOf<'persons'>(person),
    personNames: records('person_names'),
    identityDocuments: records('identity_documents'),
    otherCases: otherCases(db, person.id, caseFile.id),
    charges: records('charges'),
    whereabouts: records('whereabouts_notes'),
    custodyStatuses: records('custody_statuses'),
    sources: sources.map((source, index) => ({ number: index + 1, ...maskedSource(source) })),
    citations: (hanging.get('citations') ?? []).map((row) => maskedCitation(row, byId.get(String(row.values['sourceId'])))),
    competingValues: records('competing_values'),
    derived: derivedParts(parts, sources, request.today ?? work.today(), work.vault.caseworker.name),
    createdAt: timeOf(db, caseFile.createdChange),
    changedAt: timeOf(db, lastChange),
  }
}

/** The sources that a case file cites, in the order of first citation, then those whose word they relay. */
function citedSources(db: Connection, { hanging }: CaseParts): Row[] {
  const ids = [...new Set((hanging.get('citations') ?? []).map(({ values }) => String(values['sourceId'])))]
  const read = new Map<string, Row>()
  for (const id of ids) {
    const row = findRow(db, 'sources', id)
    if (row === undefined || read.has(id)) continue
    read.set(id, row)
    const relayed = row.values['relaysSourceId']
    if (typeof relayed === 'string' && !ids.includes(relayed)) ids.push(relayed)
  }
  return [...read.values()]
}

function otherCases(db: Connection, personId: string, caseId: string): CaseDocument['otherCases'] {
  return all<{ id: string; reference: string; status: string | null }>(
    db,
    `SELECT c.uuid AS id, c.reference AS reference, i.status AS status FROM case_files c LEFT JOIN case_index i ON i.case_uuid = c.uuid
     WHERE c.person_id = ? AND c.uuid <> ? AND c.binned_change IS NULL ORDER BY c.id`,
    personId,
    caseId,
  )
}

const timeOf = (db: Connection, changeNo: number): number =>
  single<number>(db, 'SELECT at FROM change_sets WHERE change_no = ?', changeNo) ?? 0

/** The ids of every row of a case file and its person, in the bin or not: what its history tells of. */
export function caseRowIds(db: Connection, caseFile: Row): Set<string> {
  const person = readRow(db, 'persons', String(caseFile.values['personId']))
  return new Set([caseFile, person].flatMap((row) => withHanging(db, row, () => true)).map(({ id }) => id))
}
