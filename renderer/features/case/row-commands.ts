import type { Answer, Caller, RecordTable, Written } from '../../../electron/contract/index.ts'
import type { FieldValue } from './saving/field-values.ts'

/** The first part of the calls that write a table. */
const callsOf = {
  persons: 'persons',
  person_names: 'personNames',
  identity_documents: 'identityDocuments',
  case_files: 'cases',
  charges: 'charges',
  whereabouts_notes: 'whereabouts',
  custody_statuses: 'custody',
  sources: 'sources',
  citations: 'citations',
  competing_values: 'competingValues',
  saved_searches: 'savedSearches',
} as const satisfies Record<RecordTable, string>

/** The table that a kind of change (`charges.bin`) is about; null where it is about several. */
export function tableOfKind(kind: string): RecordTable | null {
  const [name] = kind.split('.')
  for (const [table, calls] of Object.entries(callsOf)) if (calls === name && isTable(table)) return table
  return null
}
const isTable = (table: string): table is RecordTable => Object.hasOwn(callsOf, table)

/** Tables whose rows come and go on the page one by one. */
export type RowTable = Exclude<RecordTable, 'persons' | 'case_files' | 'saved_searches'>

// The calls of one family take the same shape for each table; the compiler can't follow a name put together, so one of
// them stands for all. The vault checks every input against the table it is for.
export function updateRow(
  call: Caller,
  table: RecordTable,
  id: string,
  baseRevision: number,
  fields: Record<string, FieldValue>,
): Promise<Answer<Written>> {
  return call(`${callsOf[table]}.update` as 'charges.update', { id, baseRevision, fields })
}

export function createRow(call: Caller, table: RowTable, fields: Record<string, FieldValue>): Promise<Answer<Written>> {
  return call(`${callsOf[table]}.create` as 'charges.create', { fields })
}

export function binRow(call: Caller, table: RowTable | 'case_files', id: string): Promise<Answer<Written>> {
  return call(`${callsOf[table]}.bin` as 'charges.bin', { id })
}

export function restoreRow(call: Caller, table: RowTable | 'case_files', id: string): Promise<Answer<Written>> {
  return call(`${callsOf[table]}.restore` as 'charges.restore', { id })
}
