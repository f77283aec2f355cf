import type { CallOutput, CallRequest } from '../contract/index.ts'
import type { Casework } from './casework.ts'
import { all } from './prepare.ts'
import { readStanding, recordOf, rowOf } from './rows.ts'
import type { SqlRow } from './rows.ts'
import { listRowsOf } from './search/list-row.ts'
import { todayOf } from './search/today.ts'

/** One person with their names and case files. @throws {VaultError} `not_found` for one who is unknown or in the bin */
export function readPerson({ vault: { db } }: Casework, { id, today }: CallRequest<'persons.get'>): CallOutput<'persons.get'> {
  const person = readStanding(db, 'persons', id)
  const names = all<SqlRow>(db, 'SELECT * FROM person_names WHERE person_id = ? AND binned_change IS NULL ORDER BY id', id)
  const cases = all<{ caseId: number }>(db, 'SELECT case_id AS caseId FROM case_index WHERE person_uuid = ? ORDER BY case_id DESC', id)
  return {
    person: recordOf<'persons'>(person),
    names: names.map((row) => recordOf<'person_names'>(rowOf('person_names', row))),
    cases: listRowsOf(
      db,
      cases.map(({ caseId }) => caseId),
      todayOf(today),
    ),
  }
}
