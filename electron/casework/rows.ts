import { columnOf, columnsOf, records } from '../contract/index.ts'
import type { FieldKind, RecordOutput, RecordTable, UncertainDateValue } from '../contract/index.ts'
import { VaultError } from '../vault/errors.ts'
import type { Connection } from '../vault/pragmas.ts'
import { first, run } from './prepare.ts'

/** A field's value as a record has it when it leaves the vault; revisions keep the same, as JSON. */
export type Value = string | number | string[] | UncertainDateValue | null
export type Values = Record<string, Value>

/** A row as SQLite gives it: snake_case columns. */
export type SqlRow = Record<string, string | number | null>

/** A row of a record's table: its values by field, and what every row has besides. */
export type Row = { table: RecordTable; id: string; values: Values; revision: number; createdChange: number; binnedChange: number | null }

const kinds = new Map<RecordTable, ReadonlyMap<string, FieldKind>>(
  (Object.keys(records) as RecordTable[]).map((table) => [table, new Map(Object.entries<FieldKind>(records[table].fields))]),
)

export const recordTables: readonly RecordTable[] = [...kinds.keys()]

/** The fields of a table by name. */
export const fieldsOf = (table: RecordTable): ReadonlyMap<string, FieldKind> => kinds.get(table) ?? new Map()

/** The kind of a field; undefined where the table has none of this name. */
export const kindOf = (table: RecordTable, field: string): FieldKind | undefined => kinds.get(table)?.get(field)

const emptyOf = (kind: FieldKind): Value => (kind.kind === 'list' ? [] : null)

/** What a field holds where nothing was ever written. */
export const emptyValue = (table: RecordTable, field: string): Value => emptyOf(kindOf(table, field) ?? { kind: 'text', max: 0 })

/** Whether a field holds nothing. */
export const isEmpty = (value: Value | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

export const sameValue = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b)

/** One field of a row that came from SQL. */
export function valueOf(sql: SqlRow, field: string, kind: FieldKind): Value {
  const column = columnOf(field)
  if (kind.kind === 'date') {
    const edtf = sql[`${column}_edtf`]
    if (typeof edtf !== 'string') return null
    const [typed, earliest, latest] = [sql[`${column}_typed`], sql[`${column}_earliest`], sql[`${column}_latest`]]
    return {
      edtf,
      typed: typeof typed === 'string' ? typed : edtf,
      earliest: typeof earliest === 'number' ? earliest : null,
      latest: typeof latest === 'number' ? latest : null,
    }
  }
  const stored = sql[column] ?? null
  return kind.kind === 'list' ? (JSON.parse(String(stored ?? '[]')) as string[]) : stored
}

/** The values for a field's columns, in the order of `columnsOf`. */
function columnValues(value: Value, kind: FieldKind): (string | number | null)[] {
  if (kind.kind === 'date') {
    const date = isDate(value) ? value : null
    return date === null ? [null, null, null, null] : [date.edtf, date.typed, date.earliest, date.latest]
  }
  if (kind.kind === 'list') return [JSON.stringify(Array.isArray(value) ? value : [])]
  return [typeof value === 'string' || typeof value === 'number' ? value : null]
}

/** Whether a value is an uncertain date. */
export const isDate = (value: Value | undefined): value is UncertainDateValue =>
  typeof value === 'object' && value !== null && 'edtf' in value

/** Reads a row that came from SQL. */
export function rowOf(table: RecordTable, sql: SqlRow): Row {
  const values: Values = {}
  for (const [field, kind] of fieldsOf(table)) values[field] = valueOf(sql, field, kind)
  const binned = sql['binned_change']
  return {
    table,
    id: String(sql['uuid']),
    values,
    revision: Number(sql['revision']),
    createdChange: Number(sql['created_change']),
    binnedChange: typeof binned === 'number' ? binned : null,
  }
}

/** A row as it leaves the vault. The registry made both the columns and the record's type. */
export const recordOf = <T extends RecordTable>({ id, revision, binnedChange, values }: Row): RecordOutput<T> =>
  ({ id, revision, binned: binnedChange !== null, ...values }) as unknown as RecordOutput<T>

/** The row of this id, in the bin or not; undefined where there is none. */
export function findRow(db: Connection, table: RecordTable, id: string): Row | undefined {
  const sql = first<SqlRow>(db, `SELECT * FROM ${table} WHERE uuid = ?`, id)
  return sql === undefined ? undefined : rowOf(table, sql)
}

/** The row of this id, in the bin or not. @throws {VaultError} `not_found` */
export function readRow(db: Connection, table: RecordTable, id: string): Row {
  const row = findRow(db, table, id)
  if (row === undefined) throw new VaultError('not_found', { what: table })
  return row
}

/** The row of this id, outside the bin. @throws {VaultError} `not_found`, `in_bin` */
export function readStanding(db: Connection, table: RecordTable, id: string): Row {
  const row = readRow(db, table, id)
  if (row.binnedChange !== null) throw new VaultError('in_bin', { table, id })
  return row
}

/** Puts a new row into its table. Only a change may do so; see `change.ts`. */
export function insertRow(db: Connection, table: RecordTable, id: string, values: Values, changeNo: number): void {
  const set = [...fieldsOf(table)].filter(([field]) => !isEmpty(values[field]))
  const columns = ['uuid', 'revision', 'created_change', ...set.flatMap(([field, kind]) => columnsOf(field, kind))].map(
    (column) => `"${column}"`,
  )
  const bound = [id, changeNo, changeNo, ...set.flatMap(([field, kind]) => columnValues(values[field] ?? null, kind))]
  run(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...bound)
}

/** Writes some fields of a row, and the number of the change that did so. */
export function writeFields(db: Connection, table: RecordTable, id: string, values: Values, changeNo: number): void {
  const set = [...fieldsOf(table)].filter(([field]) => values[field] !== undefined)
  const columns = set.flatMap(([field, kind]) => columnsOf(field, kind)).map((column) => `"${column}" = ?, `)
  run(
    db,
    `UPDATE ${table} SET ${columns.join('')}revision = ? WHERE uuid = ?`,
    ...set.flatMap(([field, kind]) => columnValues(values[field] ?? null, kind)),
    changeNo,
    id,
  )
}

/** Puts a row into the bin or takes it out. The change that binned it stays on the row, so that what went together comes back together. */
export const writeBinned = (db: Connection, table: RecordTable, id: string, binned: boolean, changeNo: number): void =>
  run(db, `UPDATE ${table} SET binned_change = ?, revision = ? WHERE uuid = ?`, binned ? changeNo : null, changeNo, id)
