import { records, type FieldKind, type RecordTable } from '../../../../electron/contract/index.ts'

/** `table/id/field`: the name of a field of one row, and of its draft. */
export type FieldKey = `${RecordTable}/${string}/${string}`

export type FieldPlace = { table: RecordTable; id: string; field: string }

export const fieldKey = (table: RecordTable, id: string, field: string): FieldKey => `${table}/${id}/${field}`

const isTable = (name: string): name is RecordTable => Object.hasOwn(records, name)

/** The place that a key names; null for other drafts. */
export function placeOf(key: string): FieldPlace | null {
  const [table = '', id = '', field = '', more] = key.split('/')
  if (!isTable(table) || id === '' || field === '' || more !== undefined) return null
  return { table, id, field }
}

/** The kind of a field; null for a field that the table doesn't have. */
export function kindOf(table: RecordTable, field: string): FieldKind | null {
  const fields: Record<string, FieldKind> = records[table].fields
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null
}
