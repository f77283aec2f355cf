import { z } from 'zod'

import { command } from './declaration.ts'
import { idSchema } from './field-kinds.ts'
import { recordInputSchema, records } from './records.ts'
import type { RecordTable, TableName } from './records.ts'

/** What every command on a row answers. `revision` is the number that the next command on the row is to be based on. */
export const writtenSchema = z.strictObject({ id: idSchema, revision: z.int(), changeNo: z.int() })
export type Written = z.infer<typeof writtenSchema>

const also = (...tables: TableName[]): readonly TableName[] => [...new Set([...tables, 'change_sets', 'audit_entries'] as const)]
// What hangs on a row goes to the bin and comes back with it, a person with their only case file.
const everyRecord = Object.keys(records) as RecordTable[]

/**
 * Create, update, bin and restore for one table. The parent's id is one of the fields (`caseId`, `personId`) and can't
 * be changed afterwards. `baseRevision` is the row's revision as the caller knew it: a field changed after it by
 * somebody else answers `conflict`.
 */
export const createCall = <T extends RecordTable>(table: T) =>
  command({ input: z.strictObject({ fields: recordInputSchema(table) }), output: writtenSchema, writes: also(table) })

export const updateCall = <T extends RecordTable>(table: T) =>
  command({
    input: z.strictObject({ id: idSchema, baseRevision: z.int().min(0), fields: recordInputSchema(table) }),
    output: writtenSchema,
    // A citation follows the words that it supports into the bin and out of it.
    writes: also(table, 'citations'),
  })

export const binCall = <T extends RecordTable>(table: T) =>
  command({ input: z.strictObject({ id: idSchema }), output: writtenSchema, writes: also(table, ...everyRecord) })

export const restoreCall = binCall
