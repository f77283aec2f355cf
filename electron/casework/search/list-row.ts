import type { CallOutput, CaseListRow } from '../../contract/index.ts'
import { daysHeld } from '../../domain/custody.ts'
import type { DaysHeld } from '../../domain/custody.ts'
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

const groupOf = (code: string | null): CaseListRow['statusGroup'] => groups.find((group) => group === code) ?? 'unknown'

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
    statusGroup: groupOf(row.status_group),
    place: row.place,
    daysHeld: daysHeldOn(facts, today),
    unsourced: row.unsourced,
    changedAt: row.changed_at,
  }
}

/** Days in custody on a day, by the domain's own rule; once all dates lie behind, by what each day adds. */
export function daysHeldOn(facts: CustodyFacts, today: number): DaysHeld {
  const { day, held, growth } = facts.settled
  if (today < day) return daysHeld({ ...facts, today })
  if (held.kind === 'not_known') return held
  const since = today - day
  return { ...held, least: held.least + growth.least * since, most: held.most + growth.most * since }
}

const byIds = once((db: Connection) =>
  db.prepare<[string], Shown>(`SELECT ${shownColumns} FROM json_each(?) AS wanted JOIN case_index AS c ON c.case_id = wanted.value`),
)

/** List rows by their place in the index, in the order asked for. */
export function listRowsOf(db: Connection, caseIds: readonly number[], today: number): CaseListRow[] {
  const rows = new Map(
    byIds(db)
      .all(JSON.stringify(caseIds))
      .map((row) => [row.case_id, row]),
  )
  return caseIds.flatMap((caseId) => {
    const row = rows.get(caseId)
    return row === undefined ? [] : [listRowOf(row, today)]
  })
}

type Head = CallOutput<'cases.heads'>['heads'][number]
type ReadHead = { id: string; reference: string; name: string; status_group: string | null; binned: number }

const headsByIds = once((db: Connection) =>
  db.prepare<[string], ReadHead>(
    `SELECT f.uuid AS id, f.reference, coalesce(c.name, p.name, '') AS name, c.status_group, f.binned_change IS NOT NULL AS binned
     FROM json_each(?) AS wanted JOIN case_files AS f ON f.uuid = wanted.value
     JOIN persons AS p ON p.uuid = f.person_id LEFT JOIN case_index AS c ON c.case_uuid = f.uuid`,
  ),
)

/** What the names of case files need, in the order asked for. The index knows none that lies in the bin. */
export function headsOf(db: Connection, ids: readonly string[]): Head[] {
  const rows = new Map(
    headsByIds(db)
      .all(JSON.stringify(ids))
      .map((row) => [row.id, row]),
  )
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (row === undefined) return []
    return [{ id, reference: row.reference, name: row.name, statusGroup: groupOf(row.status_group), binned: row.binned === 1 }]
  })
}

export type { Shown }
