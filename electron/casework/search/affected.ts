import type { Connection } from '../../vault/pragmas.ts'
import { once } from './once.ts'
import { reindexCase, reindexPerson } from './upkeep.ts'

/** A row that a change wrote, by its table and id. */
export type TouchedRow = { table: string; id: string }

type Parent = { person_id?: string; case_id?: string; target_table?: string; target_id?: string; source_id?: string }

const statements = once((db: Connection) => ({
  byPerson: new Map(
    ['person_names', 'identity_documents'].map((table) => [
      table,
      db.prepare<[string], Parent>(`SELECT person_id FROM ${table} WHERE uuid = ?`),
    ]),
  ),
  byCase: new Map(
    ['charges', 'whereabouts_notes', 'custody_statuses'].map((table) => [
      table,
      db.prepare<[string], Parent>(`SELECT case_id FROM ${table} WHERE uuid = ?`),
    ]),
  ),
  byTarget: new Map(
    ['citations', 'competing_values'].map((table) => [
      table,
      db.prepare<[string], Parent>(`SELECT target_table, target_id FROM ${table} WHERE uuid = ?`),
    ]),
  ),
  citedAt: db.prepare<[string], Parent>(
    'SELECT DISTINCT target_table, target_id FROM citations WHERE source_id = ? AND binned_change IS NULL',
  ),
}))

/**
 * Brings the index up to date after a change, whatever rows it wrote; each case file concerned once. A source concerns
 * every case file that cites it.
 */
export function reindexTouched(db: Connection, touched: readonly TouchedRow[], at: number): void {
  const found = { cases: new Set<string>(), persons: new Set<string>() }
  for (const row of touched) collect(db, row, found)
  for (const person of found.persons) reindexPerson(db, person, at)
  for (const caseFile of found.cases) reindexCase(db, caseFile, at)
}

function collect(db: Connection, { table, id }: TouchedRow, found: { cases: Set<string>; persons: Set<string> }): void {
  const read = statements(db)
  if (table === 'case_files') found.cases.add(id)
  else if (table === 'persons') found.persons.add(id)
  else if (table === 'sources') for (const target of read.citedAt.all(id)) collectTarget(db, target, found)
  const person = read.byPerson.get(table)?.get(id)?.person_id
  if (person !== undefined) found.persons.add(person)
  const caseFile = read.byCase.get(table)?.get(id)?.case_id
  if (caseFile !== undefined) found.cases.add(caseFile)
  const target = read.byTarget.get(table)?.get(id)
  if (target !== undefined) collectTarget(db, target, found)
}

function collectTarget(db: Connection, { target_table, target_id }: Parent, found: { cases: Set<string>; persons: Set<string> }): void {
  // A citation cites a source and never is one, so this ends after a competing value at the latest.
  if (target_table !== undefined && target_id !== undefined && target_table !== 'sources')
    collect(db, { table: target_table, id: target_id }, found)
}
