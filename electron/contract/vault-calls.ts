import { z } from 'zod'

import { command, query } from './declaration.ts'
import { errorParamsSchema } from './errors.ts'
import { idSchema } from './field-kinds.ts'
import { languageSchema } from './languages.ts'
import { records, tableNames } from './records.ts'
import { writtenSchema } from './row-calls.ts'
import { todaySchema } from './shapes.ts'

const page = { limit: z.int().min(1).max(500).default(50), offset: z.int().min(0).default(0) }

/** A place on disk that the person chose in a dialog; the page never learns or sends a path. */
export const tokenSchema = z.string().regex(/^place-[A-Za-z0-9_-]{22,64}$/)
/** Long enough for any sentence, short enough that no one can stall the key derivation with it. */
export const passphraseSchema = z.string().min(1).max(1024)
const recordTableSchema = z.enum(Object.keys(records) as [keyof typeof records, ...(keyof typeof records)[]])
/** A name or title on one line. */
export const lineSchema = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/)

/** A vault's title or a caseworker's name. */
export const vaultLineSchema = lineSchema(120)

/** Number, day and four-word fingerprint of the last change, by which a person can notice a rolled-back vault. */
export const fingerprintSchema = z.strictObject({ changeNo: z.int(), at: z.int().nullable(), words: z.array(z.string()).length(4) })

export const vaultInfoSchema = z.strictObject({
  title: z.string(),
  createdAt: z.int(),
  schemaVersion: z.int(),
  readOnly: z.boolean(),
  /** Opened although parts of it can't be read: what is missing may be damaged, and counts may be too small. */
  damaged: z.boolean(),
  caseworker: z.strictObject({ id: idSchema, name: z.string() }),
  fingerprint: fingerprintSchema,
  counts: z.record(z.enum(tableNames), z.int()),
  cipher: z.string(),
  kdf: z.strictObject({ algorithm: z.literal('argon2id'), memoryMiB: z.int(), passes: z.int(), lanes: z.int() }),
})

export const strengthSchema = z.strictObject({
  acceptable: z.boolean(),
  /** zxcvbn's 0 (guessed at once) to 4 (very hard). */
  score: z.int().min(0).max(4),
  /** Base-10 logarithm of the guesses needed. */
  guessesLog10: z.number(),
  /** Codes of what makes it weak and of what would help; the page has the words. */
  warning: z.string().nullable(),
  suggestions: z.array(z.string()),
})

const revisionSchema = z.strictObject({
  table: recordTableSchema.or(z.literal('caseworkers')),
  id: idSchema,
  field: z.string(),
  /** Values as the record's output has them; null: nothing there. */
  before: z.unknown(),
  after: z.unknown(),
})

export const changeSetSchema = z.strictObject({
  changeNo: z.int(),
  at: z.int(),
  caseworker: z.string().nullable(),
  kind: z.string(),
  undoes: z.int().nullable(),
  undoneBy: z.int().nullable(),
  revisions: z.array(revisionSchema),
})

export const draftSchema = z.strictObject({
  /** `table/id/field`, or a name for what has no row yet, like `new-case`. */
  key: z.string().min(1).max(200),
  value: z.string().max(400_000),
  baseRevision: z.int().nullable(),
  /** UTC milliseconds. */
  at: z.int(),
})

export const vaultCalls = {
  'vault.create': command({
    whileLocked: true,
    input: z.strictObject({
      place: tokenSchema,
      title: lineSchema(120),
      caseworkerName: lineSchema(120),
      passphrase: passphraseSchema,
      language: languageSchema.default('en'),
      demonstration: z.boolean().default(false),
    }),
    output: vaultInfoSchema,
    writes: ['caseworkers', 'audit_entries'],
  }),
  'vault.unlock': command({
    whileLocked: true,
    input: z.strictObject({ place: tokenSchema, passphrase: passphraseSchema }),
    output: vaultInfoSchema,
    writes: ['audit_entries'],
  }),
  'vault.info': query({ input: z.strictObject({}), output: vaultInfoSchema, reads: [...tableNames] }),
  'vault.changePassphrase': command({
    input: z.strictObject({ current: passphraseSchema, next: passphraseSchema }),
    output: z.strictObject({}),
    writes: ['audit_entries'],
  }),
  'vault.checkPassphrase': query({
    whileLocked: true,
    input: z.strictObject({ passphrase: z.string().max(1024), related: z.array(z.string().max(200)).max(20).default([]) }),
    output: strengthSchema,
  }),
  'vault.suggestPassphrase': query({
    whileLocked: true,
    input: z.strictObject({ language: languageSchema }),
    output: z.strictObject({ passphrase: z.string() }),
  }),
  'vault.verify': query({
    input: z.strictObject({}),
    output: z.strictObject({
      sound: z.boolean(),
      checked: z.record(z.string(), z.int()),
      faults: z.array(z.strictObject({ what: z.string(), params: errorParamsSchema })),
    }),
    reads: [...tableNames],
  }),
  'caseworkers.list': query({
    input: z.strictObject({}),
    output: z.strictObject({ caseworkers: z.array(z.strictObject({ id: idSchema, name: z.string() })) }),
    reads: ['caseworkers'],
  }),
  'terms.list': query({
    input: z.strictObject({ vocabulary: z.string().max(64).optional() }),
    output: z.strictObject({
      terms: z.array(
        z.strictObject({
          vocabulary: z.string(),
          code: z.string(),
          position: z.int(),
          retired: z.boolean(),
          labels: z.record(z.string(), z.string()),
        }),
      ),
    }),
    reads: ['terms'],
  }),

  /** The changes of one case file and its person, newest first. */
  'history.ofCase': query({
    input: z.strictObject({ caseId: idSchema, before: z.int().optional(), limit: z.int().min(1).max(200).default(50) }),
    output: z.strictObject({ changes: z.array(changeSetSchema) }),
    reads: ['change_sets'],
  }),
  'history.ofField': query({
    input: z.strictObject({ table: recordTableSchema, id: idSchema, field: z.string().max(60) }),
    output: z.strictObject({ changes: z.array(changeSetSchema) }),
    reads: ['change_sets'],
  }),
  /** Appends the inverse of a change; refused where a later change touched the same field. */
  'history.undo': command({
    input: z.strictObject({ changeNo: z.int().min(1) }),
    output: z.strictObject({ changeNo: z.int() }),
    writes: [...tableNames],
  }),

  'bin.list': query({
    input: z.strictObject({ ...page }),
    output: z.strictObject({
      total: z.int(),
      entries: z.array(
        z.strictObject({
          table: recordTableSchema,
          id: idSchema,
          label: z.string(),
          detail: z.string().nullable(),
          binnedAt: z.int(),
          binnedBy: z.string().nullable(),
          changeNo: z.int(),
        }),
      ),
    }),
    reads: [...tableNames],
  }),

  /** What is being typed and is not a change yet. */
  'drafts.put': command({ where: 'drafts', input: draftSchema.omit({ at: true }), output: z.strictObject({ at: z.int() }) }),
  'drafts.clear': command({ where: 'drafts', input: z.strictObject({ key: z.string().min(1).max(200) }), output: z.strictObject({}) }),
  'drafts.list': query({ where: 'drafts', input: z.strictObject({}), output: z.strictObject({ drafts: z.array(draftSchema) }) }),

  /** Everything that a report says, before it is set; `reports.preview` and `reports.save` set it. */
  'reports.collect': query({
    input: z.strictObject({
      caseId: idSchema.optional(),
      reference: z.string().max(60).optional(),
      template: z.enum(['case']),
      language: languageSchema,
      audience: z.enum(['internal', 'family', 'counsel', 'un', 'partner', 'press']).default('internal'),
      today: todaySchema.optional(),
    }),
    output: z.strictObject({ document: z.unknown() }),
    reads: [...tableNames],
  }),
  /** Keeps in the audit chain that a report left the vault. */
  'reports.record': command({
    input: z.strictObject({
      caseId: idSchema,
      template: z.string().max(40),
      audience: z.string().max(40),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    output: z.strictObject({}),
    writes: ['audit_entries'],
  }),
}

export { writtenSchema }
