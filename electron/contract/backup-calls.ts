import { z } from 'zod'

import { command, query } from './declaration.ts'
import { errorParamsSchema } from './errors.ts'

const nothing = z.strictObject({})

/** Number, time (UTC milliseconds) and four words of the last change in a backup. */
const lastChangeSchema = z.strictObject({ changeNo: z.int(), at: z.int().nullable(), words: z.array(z.string()) })

/** Where a backup lies: in the vault's own folder, or at the second place. */
const backupPlaceSchema = z.enum(['vault', 'second'])

/** A backup's file name, which is made of a time, a reason and the beginning of the vault's number; never a path. */
const backupNameSchema = z.string().regex(/^[\w.-]{1,120}\.habeas-backup$/)

const backupSchema = z.strictObject({
  name: backupNameSchema,
  place: backupPlaceSchema,
  /** `newer`: of a later version of the program. */
  state: z.enum(['readable', 'damaged', 'newer']),
  kind: z.enum(['daily', 'manual', 'before_migration']).nullable(),
  /** UTC milliseconds; null where not even that can be read. */
  createdAt: z.int().nullable(),
  bytes: z.int(),
  /** When it was last read through and opened, and whether it was whole; null: never that this vault knows. */
  verified: z.strictObject({ at: z.int(), sound: z.boolean() }).nullable(),
  lastChange: lastChangeSchema.nullable(),
})
export type Backup = z.infer<typeof backupSchema>

const secondPlaceSchema = z.strictObject({
  /** The folder's own name, without the way to it. */
  name: z.string(),
  present: z.boolean(),
  /** When a copy was last verified there. */
  lastCopyAt: z.int().nullable(),
})

const madeSchema = z.strictObject({
  createdAt: z.int(),
  bytes: z.int(),
  lastChange: lastChangeSchema,
  /** What became of the copy at the second place; `stopped`: the person stopped it, and the backup itself was made already. */
  second: z.enum(['none_chosen', 'absent', 'copied', 'failed', 'stopped']),
})

const faultSchema = z.strictObject({ what: z.string(), params: errorParamsSchema })

export const backupCalls = {
  /** Whether there is a backup to go back to, and how loudly to say so if not. */
  'backups.state': query({
    input: nothing,
    output: z.strictObject({
      /** The newest backup that was opened and found whole: when it was made. */
      lastVerified: z.strictObject({ createdAt: z.int(), verifiedAt: z.int() }).nullable(),
      /** Days on which something was changed since then. */
      workDays: z.int(),
      nag: z.enum(['quiet', 'never', 'old']),
      second: secondPlaceSchema.nullable(),
    }),
    reads: ['audit_entries', 'change_sets'],
  }),
  /** The backups that lie at both places, newest first, and what rotation keeps. */
  'backups.list': query({
    input: nothing,
    output: z.strictObject({
      backups: z.array(backupSchema),
      keeps: z.strictObject({ days: z.int(), weeks: z.int(), months: z.int() }),
    }),
    reads: ['audit_entries'],
  }),
  /** Makes one now, checks it, copies it to the second place where its drive is there. Progress `backup`; `work.cancel` stops it.
   * Once the backup has its name, a stop undoes nothing: it is remembered, and only its copy is not made. */
  'backups.make': command({ input: nothing, output: madeSchema, writes: ['audit_entries'] }),
  /** Reads one through and opens it. */
  'backups.verify': command({
    input: z.strictObject({ name: backupNameSchema, place: backupPlaceSchema }),
    output: z.strictObject({ sound: z.boolean(), faults: z.array(faultSchema) }),
    writes: ['audit_entries'],
  }),
  /** No more copies to the second place; those that lie there stay. */
  'backups.forgetPlace': command({ input: nothing, output: nothing, writes: ['audit_entries'] }),
  /** A dialog for the folder to which copies go; null when it was closed. */
  'backups.choosePlace': command({ where: 'app', input: nothing, output: secondPlaceSchema.nullable(), writes: ['audit_entries'] }),
  /** A dialog for a file; the backup is written there and checked. Null when the dialog was closed. */
  'backups.saveAs': command({
    where: 'app',
    input: nothing,
    output: z.strictObject({ name: z.string(), bytes: z.int(), lastChange: lastChangeSchema }).nullable(),
    writes: ['audit_entries'],
  }),
  /** Stops the backup or the check that is under way; whoever waits for it is answered `cancelled`, or what was made before. */
  'work.cancel': command({ where: 'app', input: nothing, output: nothing }),
}
