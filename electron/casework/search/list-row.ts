import type { CaseListRow } from '../../contract/index.ts'
import { daysHeld } from '../../domain/custody.ts'
import type { Connection } from '../../vault/pragmas.ts'
import type { CustodyFacts, IndexRow } from './index-row.ts'
import { once } from './once.ts'

type Shown = Pick<
  IndexRow,
  | 'case_id'
  | 'case_uuid'
  | 'person_uuid'
  | 'reference'
  | 'name'
  | 'status'
  | 'status_group'
  | 'place'
  | 'unsourced'
  | 'changed_at'
  | 'custody'
>

/** The columns of `case_index AS c` that a list row is made from. */
export const shownColumns =
  'c.case_id, c.case_uuid, c.person_uuid, c.reference, c.name, c.status, c.status_group, c.place, c.unsourced, c.changed_at, c.custody'

const groups = ['held', 'unknown', 'free', 'ended'] as const

/** A row of a list as the contract has it. `today` is a day number. */
export function listRowOf(row: Shown, today: number): CaseListRow {
  // Written by this program's own index upkeep, from rows that were checked on their way in.
  const facts = JSON.parse(row.custody) as CustodyFacts
  return {
    id: row.case_uuid,
    personId: row.person_uuid,
    reference: row.reference,
    name: row.name,
    status: row.status,
    statusGroup: groups.find((group) => group === row.status_group) ?? 'unknown',
    place: row.place,
    daysHeld: daysHeld({ ...facts, today }),
    unsourced: row.unsourced,
    changedAt: row.changed_at,
  }
}

const byId = once((db: Connection) => db.prepare<[number], Shown>(`SELECT ${shownColumns} FROM case_index AS c WHERE c.case_id = ?`))

/** List rows by their place in the index, in the order asked for. */
export function listRowsOf(db: Connection, caseIds: readonly number[], today: number): CaseListRow[] {
  const statement = byId(db)
  return caseIds.flatMap((caseId) => {
    const row = statement.get(caseId)
    return row === undefined ? [] : [listRowOf(row, today)]
  })
}

export type { Shown }
