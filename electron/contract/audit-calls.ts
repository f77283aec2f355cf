import { z } from 'zod'

import { query } from './declaration.ts'

const wordSchema = z.string().regex(/^[a-z]{2,12}$/)

export const auditCalls = {
  /** The audit chain, newest first: what was done, by whom, when. It holds no values. */
  'audit.list': query({
    input: z.strictObject({ before: z.int().min(1).optional(), limit: z.int().min(1).max(200).default(50) }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          seq: z.int(),
          /** UTC milliseconds. */
          at: z.int(),
          changeNo: z.int().nullable(),
          /** `cases.create`, `vault.opened`, `report.made`, … */
          kind: z.string(),
          caseworker: z.string().nullable(),
          /** Of what concerns one case file that is still there: its reference. */
          reference: z.string().nullable(),
          /** Codes, counts and ids. */
          details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
        }),
      ),
      /** Pass as `before` to read on; null at the beginning of the chain. */
      next: z.int().nullable(),
    }),
    reads: ['audit_entries', 'case_files', 'caseworkers'],
  }),
  /**
   * Whether this vault's chain holds the head that stands on a report or a backup: the number of its last change with the
   * four words, or with the whole hash. `not_here`: the chain ends before that number. `differs`: it has another change there.
   */
  'audit.checkHead': query({
    input: z
      .strictObject({
        changeNo: z.int().min(0),
        words: z.array(wordSchema).length(4).optional(),
        hash: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
      })
      .refine(({ words, hash }) => (words === undefined) !== (hash === undefined), { path: ['words'] }),
    output: z.strictObject({
      found: z.enum(['same', 'differs', 'not_here']),
      /** When that change was made, UTC milliseconds; null where it is not here. */
      at: z.int().nullable(),
      /** Changes that came after it. */
      since: z.int(),
    }),
    reads: ['audit_entries'],
  }),
}
