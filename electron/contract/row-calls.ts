import { z } from 'zod'

import { command } from './declaration.ts'
import { idSchema } from './field-kinds.ts'
import { recordInputSchema } from './records.ts'
import type { RecordTable, TableName } from './records.ts'

/** What every command on a row answers. `revision` is the number that the next command on the row is to be based on. */
export const writtenSchema = z.strictObject({ id: idSchema, revision: z.int(), changeNo: z.int() })
export type Written = z.infer<typeof writtenSchema>

const also = (table: TableName): readonly TableName[] => [table, 'change_sets', 'audit_entries']

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
    writes: also(table),
  })

export const binCall = <T extends RecordTable>(table: T) =>
  command({ input: z.strictObject({ id: idSchema }), output: writtenSchema, writes: also(table) })

export const restoreCall = binCall
