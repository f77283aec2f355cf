import type { RecordTable } from '../contract/index.ts'
import type { Connection } from '../vault/pragmas.ts'
import { VaultError } from '../vault/errors.ts'
import { parentFields } from './family.ts'
import { first } from './prepare.ts'
import { refuse, refuseField } from './refusals.ts'
import { fieldsOf, isEmpty, readStanding, sameValue } from './rows.ts'
import type { Row, Values } from './rows.ts'

/** Checks the fields of a new row: what it hangs on is there, its terms and references exist. */
export function checkNew(db: Connection, table: RecordTable, values: Values, at = 'fields'): void {
  for (const field of parentFields(table)) if (isEmpty(values[field])) refuse(`${at}.${field}`, 'required')
  for (const [field, value] of Object.entries(values)) if (!isEmpty(value)) checkValue(db, table, field, value, at)
}

/** Checks the fields that a command would change in a row that is there. */
export function checkChanged(db: Connection, row: Row, changed: Values): void {
  for (const field of parentFields(row.table)) {
    if (changed[field] !== undefined && !sameValue(changed[field], row.values[field] ?? null)) refuseField(field, 'fixed')
  }
  for (const [field, value] of Object.entries(changed)) if (!isEmpty(value)) checkValue(db, row.table, field, value, 'fields')
}

function checkValue(db: Connection, table: RecordTable, field: string, value: unknown, at: string): void {
  const kind = fieldsOf(table).get(field)
  if (kind === undefined || typeof value !== 'string') return
  if (kind.kind === 'term') {
    const term = first<{ retired_at: number | null }>(
      db,
      'SELECT retired_at FROM terms WHERE vocabulary = ? AND code = ?',
      kind.vocabulary,
      value,
    )
    if (term === undefined) refuse(`${at}.${field}`, 'unknown_term')
    else if (term.retired_at !== null) refuse(`${at}.${field}`, 'retired_term')
  }
  if (kind.kind === 'reference') checkReference(db, kind.table, value)
}

function checkReference(db: Connection, table: string, id: string): void {
  if (table !== 'caseworkers') {
    readStanding(db, table as RecordTable, id)
    return
  }
  if (first(db, 'SELECT 1 FROM caseworkers WHERE uuid = ? AND binned_change IS NULL', id) === undefined)
    throw new VaultError('not_found', { what: table })
}
