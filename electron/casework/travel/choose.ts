import type { RecordTable } from '../../contract/index.ts'
import { VaultError } from '../../vault/errors.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { withHanging } from '../family.ts'
import { isProtected } from '../masking.ts'
import { findRow, readStanding } from '../rows.ts'
import type { Row } from '../rows.ts'

/** Rows of one case file, parents before what hangs on them; what stood in an earlier one already is left out. */
export type Parcel = { rows: Row[]; sources: Row[] }

const stands = (row: Row): boolean => row.binnedChange === null

/** A source and those that it relays, the first origin first. */
function withRelayed(db: Connection, id: string, seen: Set<string>, ofProtected: boolean): Row[] {
  if (seen.has(id)) return []
  seen.add(id)
  const row = findRow(db, 'sources', id)
  if (row === undefined) return []
  const relayed = row.values['relaysSourceId']
  // Whom a protected source relays is a part of who it is.
  return [...(typeof relayed === 'string' && (ofProtected || !isProtected(row)) ? withRelayed(db, relayed, seen, ofProtected) : []), row]
}

/**
 * Collects what goes along with chosen case files, one parcel a case file: its person, all that hangs on the two outside the
 * bin, and the sources cited there (`ofProtected`: whom protected ones relay as well). Other case files of the same person stay.
 * @throws {VaultError} `not_found`, `in_bin`
 */
export function* chooseRows(db: Connection, caseIds: readonly string[], ofProtected = false): Generator<Parcel> {
  const taken = new Set<string>()
  const sources = new Set<string>()
  for (const id of new Set(caseIds)) {
    const caseFile = readStanding(db, 'case_files', id)
    const personId = caseFile.values['personId']
    if (typeof personId !== 'string') throw new VaultError('not_found', { what: 'persons' })
    const person = readStanding(db, 'persons', personId)
    const rows = [person, caseFile].flatMap((root) => withHanging(db, root, stands)).filter((row) => !taken.has(row.id))
    for (const row of rows) taken.add(row.id)
    const cited = rows.flatMap((row) =>
      row.table === 'citations' && typeof row.values['sourceId'] === 'string' ? [row.values['sourceId']] : [],
    )
    yield { rows, sources: cited.flatMap((source) => withRelayed(db, source, sources, ofProtected)) }
  }
}

export type TravelCounts = { caseFiles: number; persons: number; sources: number; protectedSources: number; citations: number }

export const noCounts = (): TravelCounts => ({ caseFiles: 0, persons: 0, sources: 0, protectedSources: 0, citations: 0 })

/** Adds a parcel to the counts. */
export function countParcel(counts: TravelCounts, { rows, sources }: Parcel): void {
  const of = (table: RecordTable): number => rows.filter((row) => row.table === table).length
  counts.caseFiles += of('case_files')
  counts.persons += of('persons')
  counts.citations += of('citations')
  counts.sources += sources.length
  counts.protectedSources += sources.filter(isProtected).length
}
