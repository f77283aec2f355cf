import type { RecordInput, RecordTable, Written } from '../contract/index.ts'
import { VaultError } from '../vault/errors.ts'
import type { Connection } from '../vault/pragmas.ts'
import { binTogether, restoreTogether } from './bin.ts'
import type { Casework } from './casework.ts'
import { applyChange, changedFields } from './change.ts'
import { checkChanged, checkNew } from './check-fields.ts'
import { all, single } from './prepare.ts'
import { readInput } from './read-input.ts'
import { refuse } from './refusals.ts'
import { readRow, readStanding } from './rows.ts'
import type { Row, Values } from './rows.ts'

/** What a table asks for besides what the registry says. `row` is null for a new one; `values` are what it would hold. */
export type Rules = {
  /** Throws where the values can't stand; may complete them. */
  check?: (work: Casework, values: Values, row: Row | null) => Values | void
}

type Update<T extends RecordTable> = { id: string; baseRevision: number; fields: RecordInput<T> }

/** Create, update, bin and restore for one table, under the names that the contract has for them. */
export function rowCommands<T extends RecordTable, const Name extends string>(work: Casework, name: Name, table: T, rules: Rules = {}) {
  const create = ({ fields }: { fields: RecordInput<T> }): Written => createRow(work, `${name}.create`, table, fields, rules)
  const update = (request: Update<T>): Written => updateRow(work, `${name}.update`, table, request, rules)
  const bin = ({ id }: { id: string }): Written => binRow(work, `${name}.bin`, table, id)
  const restore = ({ id }: { id: string }): Written => restoreRow(work, `${name}.restore`, table, id)
  return {
    [`${name}.create`]: create,
    [`${name}.update`]: update,
    [`${name}.bin`]: bin,
    [`${name}.restore`]: restore,
  } as { [K in `${Name}.create`]: typeof create } & { [K in `${Name}.update`]: typeof update } & { [K in `${Name}.bin`]: typeof bin } & {
    [K in `${Name}.restore`]: typeof restore
  }
}

export function createRow<T extends RecordTable>(work: Casework, kind: string, table: T, fields: RecordInput<T>, rules: Rules): Written {
  const { db } = work.vault
  const read = readInput(table, fields, work.today())
  checkNew(db, table, read)
  const values = rules.check?.(work, read, null) ?? read
  const { changeNo, value: id } = changeOf(applyChange(work, { kind }, (draft) => draft.insert(table, values)))
  return { id, revision: changeNo, changeNo }
}

/**
 * Writes those of a command's fields that differ from what is there. Where none does, nothing is written and the answer
 * carries the row's revision as it is.
 * @throws {VaultError} `conflict` where one of these very fields was changed after the revision that the command knew
 */
export function updateRow<T extends RecordTable>(
  work: Casework,
  kind: string,
  table: T,
  { id, baseRevision, fields }: Update<T>,
  rules: Rules,
): Written {
  const { db } = work.vault
  const row = readStanding(db, table, id)
  const read = readInput(table, fields, work.today())
  const changed = Object.fromEntries(changedFields(row, read).map(([field, , after]) => [field, after]))
  if (Object.keys(changed).length === 0) return { id, revision: row.revision, changeNo: row.revision }
  checkChanged(db, row, changed)
  refuseConflict(db, row, Object.keys(changed), baseRevision)
  const values = rules.check?.(work, changed, row) ?? changed
  const done = applyChange(work, { kind }, (draft) => draft.update(row, values))
  return done === undefined
    ? { id, revision: row.revision, changeNo: row.revision }
    : { id, revision: done.changeNo, changeNo: done.changeNo }
}

/** Judged field by field: two people at work on different fields of one row are in nobody's way. */
export function refuseConflict(db: Connection, row: Row, fields: readonly string[], baseRevision: number): void {
  // Nobody has seen a change that is still to come; taken at its word, it would overwrite what others wrote unasked.
  if (baseRevision > (single<number>(db, 'SELECT max(change_no) FROM change_sets') ?? 0)) refuse('baseRevision', 'not_yet')
  const since = all<{ field: string }>(
    db,
    'SELECT DISTINCT field FROM revisions WHERE row_uuid = ? AND change_no > ?',
    row.id,
    baseRevision,
  ).map(({ field }) => field)
  const contested = fields.filter((field) => since.includes(field))
  if (contested.length > 0) throw new VaultError('conflict', { table: row.table, id: row.id, fields: contested, revision: row.revision })
}

function binRow(work: Casework, kind: string, table: RecordTable, id: string): Written {
  const row = readStanding(work.vault.db, table, id)
  const { changeNo } = changeOf(applyChange(work, { kind }, (draft) => binTogether(draft, row)))
  return { id, revision: changeNo, changeNo }
}

/** Brings back a row and what went into the bin with it; what is not in the bin stays as it is. */
function restoreRow(work: Casework, kind: string, table: RecordTable, id: string): Written {
  const row = readRow(work.vault.db, table, id)
  if (row.binnedChange === null) return { id, revision: row.revision, changeNo: row.revision }
  const { changeNo } = changeOf(applyChange(work, { kind }, (draft) => restoreTogether(draft, row)))
  return { id, revision: changeNo, changeNo }
}

/** A change that must have written something. */
export function changeOf<T>(done: { changeNo: number; value: T } | undefined): { changeNo: number; value: T } {
  if (done === undefined) throw new VaultError('internal', { where: 'empty change' })
  return done
}
