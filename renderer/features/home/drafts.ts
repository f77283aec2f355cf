import { records, type RecordTable } from '../../../electron/contract/index.ts'
import { placeOf } from '../case/saving/field-key.ts'
import { draftKey as newCaseKey } from '../intake/intake-form.ts'

type RowPlace = { table: RecordTable; id: string }

/** What a draft is of, as its key says it. */
export type DraftOf =
  | { kind: 'new_case' }
  /** A field of a row that is there. */
  | ({ kind: 'field'; field: string } & RowPlace)
  /** A row that is not there yet; `table` and `id` are of what it would hang on. */
  | ({ kind: 'row'; of: RecordTable } & RowPlace)
  /** A citation begun for a row, or for a field of it. */
  | ({ kind: 'citation'; field: string | null } & RowPlace)

const isTable = (name: string): name is RecordTable => Object.hasOwn(records, name)

/** Reads a draft's key; null for one that this page doesn't know. */
export function draftOf(key: string): DraftOf | null {
  if (key === newCaseKey) return { kind: 'new_case' }
  const place = placeOf(key)
  if (place !== null) return { kind: 'field', ...place }
  const [first = '', second = '', third = '', fourth = ''] = key.split('/')
  if (first === 'citation') {
    return isTable(second) && third !== '' ? { kind: 'citation', table: second, id: third, field: fourth === '' ? null : fourth } : null
  }
  if (!isTable(first) || !second.startsWith('new:')) return null
  const parent: { table: RecordTable } | null = records[first].parent
  return parent === null ? null : { kind: 'row', of: first, table: parent.table, id: second.slice('new:'.length) }
}
