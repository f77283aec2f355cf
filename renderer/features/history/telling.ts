import { records, type RecordTable } from '../../../electron/contract/index.ts'

/** Fields that tie rows together; they tell a reader nothing. */
const ties = new Set(['targetTable', 'targetId', 'field', 'mark', 'personId', 'caseId', 'caseworkerId'])

/** Whether a field's change is worth a line in the history. */
export function isTelling(table: RecordTable, field: string): boolean {
  if (ties.has(field)) return false
  const fields: Record<string, { kind: string }> = records[table].fields
  return Object.hasOwn(fields, field) && fields[field]?.kind !== 'reference'
}
