import { z } from 'zod'

import { command, query } from './declaration.ts'
import { errorParamsSchema } from './errors.ts'
import { languageSchema } from './languages.ts'
import { fingerprintSchema, passphraseSchema, tokenSchema, vaultInfoSchema } from './vault-calls.ts'

/** A table's name, as the schema has it. */
const tableSchema = z.string().regex(/^[a-z_]{1,64}$/)
/** A record by its table and its id: an id, a setting's name; never what stands in it. */
const recordNameSchema = z.strictObject({ table: tableSchema, id: z.string().regex(/^[\w:.-]{1,80}$/) })
const namesSchema = z.strictObject({ count: z.int(), listed: z.array(recordNameSchema) })
const countsSchema = z.record(tableSchema, z.int())
const pageSchema = z.strictObject({ page: z.int(), table: tableSchema.nullable() })
const opening = { place: tokenSchema, passphrase: passphraseSchema }

/** A backup in the vault's folder, and what it holds where the passphrase opens it. */
export const rescueBackupSchema = z.strictObject({
  name: z.string().max(200),
  state: z.enum(['readable', 'damaged', 'newer', 'other_passphrase']),
  /** UTC milliseconds; null where the backup can't be read. */
  createdAt: z.int().nullable(),
  bytes: z.int().nullable(),
  caseFiles: z.int().nullable(),
  /** Number, time and words of the last change in it. */
  lastChange: z.strictObject({ changeNo: z.int(), at: z.int().nullable(), words: z.array(z.string()) }).nullable(),
})

/** What can be said of a vault that doesn't open. Parts, pages and counts; no value of a case. */
export const examinationSchema = z.strictObject({
  /** What is wrong, as `vault.verify` names it; empty where nothing was found. */
  findings: z.array(z.strictObject({ what: z.string(), params: errorParamsSchema })),
  /** Null where the header is damaged and no key can be had. `proven` is false where only the first page can be told to be damaged. */
  pages: z.strictObject({ proven: z.boolean(), total: z.int(), damaged: z.int(), listed: z.array(pageSchema) }).nullable(),
  /** Records on sound pages, by table. */
  readable: countsSchema,
  /** Rows that damaged pages may have held, by table, where that can be told. */
  mayBeLost: countsSchema,
  /** Whether it can be opened for reading as it is. */
  opensForReading: z.boolean(),
  /** The last change in the database, where it can be read. */
  lastChange: fingerprintSchema.nullable(),
  /** The number of the last change by the record outside the database. */
  expectedChange: z.int().nullable(),
  backups: z.array(rescueBackupSchema),
})

/** What a salvage saved, and what it could not. */
export const salvageReportSchema = z.strictObject({
  proven: z.boolean(),
  pages: z.strictObject({ total: z.int(), damaged: z.int(), listed: z.array(pageSchema) }),
  saved: countsSchema,
  lost: namesSchema,
  mayBeLost: countsSchema,
  unlike: namesSchema,
  unsealed: countsSchema,
  placeholders: namesSchema,
  incompleteChanges: z.int(),
  auditEntries: z.strictObject({ saved: z.int(), lost: z.int() }),
  drafts: z.enum(['kept', 'new']),
})

export type Examination = z.infer<typeof examinationSchema>
export type RescueBackup = z.infer<typeof rescueBackupSchema>
export type SalvageList = z.infer<typeof salvageReportSchema>

/**
 * The ways out for a vault that doesn't open. None of them writes to what is damaged, and none deletes a case file; a re-key
 * that a crash cut short is ended first.
 */
export const rescueCalls = {
  /** Looks at every page and says what is wrong, what can still be read, and which backups there are. */
  'rescue.examine': query({ whileLocked: true, input: z.strictObject(opening), output: examinationSchema }),
  /** Opens what can be read, for reading only; a damaged page answers `damaged` when it is met. */
  'rescue.openReadOnly': query({ whileLocked: true, input: z.strictObject(opening), output: vaultInfoSchema }),
  /**
   * Puts a backup in the vault's place. The damaged folder is kept whole beside it, under the name in the answer.
   * `language`: of the word in that name, which a person reads among other folders. `backupPassphrase`: where another one opened the vault when the backup was made.
   */
  'rescue.restore': command({
    whileLocked: true,
    input: z.strictObject({
      ...opening,
      backup: z.string().min(1).max(200),
      backupPassphrase: passphraseSchema.optional(),
      language: languageSchema.default('en'),
    }),
    output: z.strictObject({
      keptAs: z.string(),
      fingerprint: fingerprintSchema.nullable(),
      /** Changes made after the backup, where their number is known. */
      changesMissing: z.int().nullable(),
    }),
  }),
  /** Makes a new vault at `target` out of everything that can be read. */
  'rescue.salvage': command({
    whileLocked: true,
    input: z.strictObject({ ...opening, target: tokenSchema }),
    output: salvageReportSchema,
  }),
  /** Goes on with a vault that is older than its own record says. `words`: the four words of its last change. */
  'rescue.acceptOlder': command({
    whileLocked: true,
    input: z.strictObject({ ...opening, words: z.string().trim().min(1).max(200) }),
    output: vaultInfoSchema,
    writes: ['audit_entries'],
  }),
  /** Copies a vault as it is, encrypted, from a place that can't be written to one that can. */
  'rescue.copy': command({
    whileLocked: true,
    input: z.strictObject({ place: tokenSchema, target: tokenSchema }),
    output: z.strictObject({ files: z.int() }),
  }),
  /** Stops the rescue work that is under way; its call answers `cancelled`, and nothing of it is left. */
  'rescue.cancel': command({ whileLocked: true, input: z.strictObject({}), output: z.strictObject({}) }),
  /** A dialog asks where; a plain list of tables, ids and pages is written there. Null when the dialog was closed. */
  'rescue.saveList': command({
    where: 'app',
    whileLocked: true,
    input: z.strictObject({
      lost: z.array(recordNameSchema).max(5000),
      unlike: z.array(recordNameSchema).max(5000),
      pages: z.array(pageSchema).max(5000),
    }),
    output: z.strictObject({ name: z.string() }).nullable(),
  }),
}
