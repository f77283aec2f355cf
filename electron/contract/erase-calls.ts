import { z } from 'zod'

import { command, query } from './declaration.ts'
import { idSchema } from './field-kinds.ts'
import { records, tableNames } from './records.ts'
import type { RecordTable } from './records.ts'

// People are erased with their last case file, as they go to the bin with it.
const erasable = (Object.keys(records) as RecordTable[]).filter((table) => table !== 'persons')
const binnedSchema = z.strictObject({ table: z.enum(erasable as [RecordTable, ...RecordTable[]]), id: idSchema })

/** A file of the vault's own folder that was there when the record was. `at`: when it was written, UTC milliseconds. */
const copySchema = z.strictObject({ name: z.string(), at: z.int() })

export const eraseCalls = {
  /** What `bin.purge` would erase, and which copies would still hold it. */
  'bin.reach': query({
    input: binnedSchema,
    output: z.strictObject({
      /** Rows by table. */
      rows: z.partialRecord(z.enum(Object.keys(records) as [RecordTable, ...RecordTable[]]), z.int()),
      /** Of a case file: whether its person goes too; false while another case file is the person's, in the bin or not. */
      person: z.boolean(),
      /** What a person types to confirm: a case file's reference; null for what has none. */
      reference: z.string().nullable(),
      copies: z.array(copySchema),
    }),
    reads: [...tableNames],
  }),
  /**
   * Erases what lies in the bin for good, with all that hangs on it: rows, field-level history, drafts, index. The audit
   * chain keeps keyed hashes. There is no undo.
   */
  'bin.purge': command({
    input: binnedSchema,
    output: z.strictObject({
      erased: z.int(),
      person: z.boolean(),
      /** Whether the database was written anew at once; else pieces may stand in its pages until the vault is next opened. */
      whole: z.boolean(),
      copies: z.array(copySchema),
    }),
    writes: [...tableNames],
  }),
}
