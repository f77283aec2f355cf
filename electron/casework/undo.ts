import type { CallOutput, RecordTable } from '../contract/index.ts'
import { VaultError } from '../vault/errors.ts'
import { isThinned } from '../vault/thinned.ts'
import type { Connection } from '../vault/pragmas.ts'
import { isLeanedOn, refuseBinnedParent } from './bin.ts'
import type { Casework } from './casework.ts'
import { applyChange, binnedField } from './change.ts'
import { changeOf } from './commands.ts'
import { withHanging } from './family.ts'
import { all, single } from './prepare.ts'
import { isTaken } from './reference-number.ts'
import { emptyValue, readRow } from './rows.ts'
import type { Row, Value, Values } from './rows.ts'

type Revision = { table_name: RecordTable; row_uuid: string; field: string; before_value: string | null }

const refuseUndo = (reason: 'changed_since' | 'undone_already' | 'not_a_change' | 'taken' | 'erased'): never => {
  throw new VaultError('undo_refused', { reason })
}

/**
 * Appends the inverse of a change: fields go back, rows that it made go to the bin, rows that it binned come back. The
 * inverse is a change like any other, so undoing an undo does it again. Nothing that somebody did later is undone with
 * it: where a later change stands on the same field, or on anything of a row that it made, undo is refused.
 * @throws {VaultError} `undo_refused`; `in_bin` where what a row hangs on is in the bin
 */
export function undoChange(work: Casework, changeNo: number): CallOutput<'history.undo'> {
  const { db } = work.vault
  const revisions = all<Revision>(
    db,
    'SELECT table_name, row_uuid, field, before_value FROM revisions WHERE change_no = ? ORDER BY id',
    changeNo,
  )
  // Part of it was erased for good: the rest alone would not be what was there before.
  if (isThinned(db, changeNo)) refuseUndo('erased')
  if (revisions.length === 0) refuseUndo('not_a_change')
  const undo = inverseOf(db, changeNo, revisions)
  const undone = applyChange(work, { kind: 'undo', undoes: changeNo }, (draft) => {
    for (const { row, values } of undo.fields) draft.put(row, values)
    for (const row of undo.made) draft.setBinned(row, true)
    // What comes back needs what it hangs on; rows of the same change are there by then.
    for (const row of undo.binned) draft.setBinned(row, false)
    for (const row of undo.restored) draft.setBinned(row, true)
    for (const row of undo.binned) refuseBinnedParent(db, row)
  })
  return { changeNo: changeOf(undone).changeNo }
}

type Inverse = { fields: { row: Row; values: Values }[]; made: Row[]; binned: Row[]; restored: Row[] }

function inverseOf(db: Connection, changeNo: number, revisions: readonly Revision[]): Inverse {
  const inverse: Inverse = { fields: [], made: [], binned: [], restored: [] }
  const fieldsOfRows = Map.groupBy(revisions, ({ row_uuid }) => row_uuid)
  for (const [id, changed] of fieldsOfRows) {
    const table = changed[0]?.table_name
    if (table === undefined) continue
    const row = readRow(db, table, id)
    if (row.createdChange === changeNo) {
      for (const whole of withHanging(db, row, () => true)) refuseLater(db, changeNo, whole.id, null)
      if (table === 'persons' && hasLaterCase(db, id, changeNo)) refuseUndo('changed_since')
      if (table === 'sources' && isLeanedOn(db, id)) refuseUndo('changed_since')
      inverse.made.push(row)
      continue
    }
    for (const { field } of changed) refuseLater(db, changeNo, id, field)
    const values: Values = {}
    for (const { field, before_value } of changed) {
      const before = before_value === null ? null : (JSON.parse(before_value) as Value | boolean)
      if (field === binnedField && before === true && table === 'sources' && isLeanedOn(db, id)) refuseUndo('changed_since')
      if (field === binnedField) (before === true ? inverse.restored : inverse.binned).push(row)
      else values[field] = typeof before === 'boolean' || before === null ? emptyValue(table, field) : before
    }
    if (table === 'case_files' && typeof values['reference'] === 'string' && isTaken(db, values['reference'])) refuseUndo('taken')
    const comesBack = inverse.binned.includes(row)
    if (Object.keys(values).length > 0 && row.binnedChange !== null && !comesBack && !inverse.restored.includes(row))
      throw new VaultError('in_bin', { table, id })
    inverse.fields.push({ row, values })
  }
  return inverse
}

/**
 * Refuses where a later change of this field (of any field of the row, where `field` is null) still holds. A later
 * change and the undo that took it back cancel each other out.
 */
function refuseLater(db: Connection, changeNo: number, rowId: string, field: string | null): void {
  const later = all<{ change_no: number; undoes: number | null }>(
    db,
    `SELECT DISTINCT s.change_no, s.undoes FROM revisions r JOIN change_sets s ON s.change_no = r.change_no
     WHERE r.row_uuid = ? AND (? IS NULL OR r.field = ?) AND r.change_no > ? ORDER BY s.change_no DESC`,
    rowId,
    field,
    field,
    changeNo,
  )
  const cancelled = new Set<number>()
  for (const { change_no, undoes } of later) {
    if (cancelled.has(change_no)) continue
    if (undoes === changeNo) refuseUndo('undone_already')
    if (undoes === null || undoes < changeNo) refuseUndo('changed_since')
    else cancelled.add(undoes)
  }
}

/** Whether a person who came with a change has been given another case file since. */
const hasLaterCase = (db: Connection, personId: string, changeNo: number): boolean =>
  single(
    db,
    'SELECT 1 FROM case_files WHERE person_id = ? AND created_change > ? AND binned_change IS NULL LIMIT 1',
    personId,
    changeNo,
  ) !== undefined
