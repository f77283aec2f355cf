import { z } from 'zod'

import { command, query } from './declaration.ts'
import { idSchema } from './field-kinds.ts'
import { lineSchema, passphraseSchema, tokenSchema, vaultInfoSchema } from './vault-calls.ts'

/** A recovery code as somebody typed it: spaces, dashes and small letters do no harm. */
const typedCodeSchema = z.string().min(1).max(200)
/** Each card's words or the text of its QR code, as somebody typed it. */
const typedSharesSchema = z.array(z.string().max(1000)).min(1).max(9)

export const slotKindSchema = z.enum(['passphrase', 'recovery_code', 'recovery_shares'])

/** One key of the vault, as people are shown it. */
export const keySlotSchema = z.strictObject({
  id: idSchema,
  kind: slotKindSchema,
  /** A passphrase's: whose it is. Empty for the others. */
  label: z.string(),
  /** Whose passphrase it is; null for the others, which open for whoever holds them. */
  caseworkerName: z.string().nullable(),
  /** UTC milliseconds. */
  createdAt: z.int(),
  /** The one with which the vault was opened this time. */
  own: z.boolean(),
  /** Whether it has opened the vault, or been tried, since it was made. Until then nobody should rely on it. */
  tried: z.boolean(),
  shares: z.strictObject({ setId: z.string(), needed: z.int(), total: z.int() }).optional(),
  kdf: z.strictObject({ algorithm: z.literal('argon2id'), memoryMiB: z.int(), passes: z.int(), lanes: z.int() }).optional(),
})
export type KeySlotRow = z.infer<typeof keySlotSchema>

/** One card of a set of recovery shares; it names the vault's number, and no person. */
export const recoveryCardSchema = z.strictObject({
  number: z.int(),
  total: z.int(),
  needed: z.int(),
  /** By which cards of one set are told from those of another: eight hexadecimal digits. */
  setId: z.string(),
  vaultNumber: z.uuid(),
  /** What the card says, in words of the BIP-39 English list. */
  words: z.array(z.string()),
  /** The same for the QR code: capital letters, digits, `:` and `-` only. */
  text: z.string(),
})
export type RecoveryCard = z.infer<typeof recoveryCardSchema>

/** What a typed card turned out to be. */
export const readShareSchema = z.strictObject({
  /**
   * `unreadable`: no card at all; `mistyped`: one, but a word of it is wrong; `duplicate`: the same card again;
   * `other_set`: a good card of another set than the first one.
   */
  state: z.enum(['ok', 'unreadable', 'mistyped', 'duplicate', 'other_set']),
  number: z.int().optional(),
  setId: z.string().optional(),
  /** The first word that is not of the list, counted from 1. */
  word: z.int().optional(),
})

const oneSecret = ({ code, shares }: { code?: string | undefined; shares?: string[] | undefined }): boolean =>
  (code === undefined) !== (shares === undefined)
const lockedSecret = { place: tokenSchema, code: typedCodeSchema.optional(), shares: typedSharesSchema.optional() }

/** Keys of the vault: passphrases, recovery codes, recovery shares (security rules 5 to 7). */
export const keyCalls = {
  'keys.list': query({
    input: z.strictObject({}),
    output: z.strictObject({
      slots: z.array(keySlotSchema),
      /** Since the vault's key was made, one that opened it was withdrawn or replaced: an older header that somebody kept still opens with it. */
      olderKeys: z.boolean(),
      /** When the vault's key was made, UTC milliseconds. */
      keyMadeAt: z.int(),
    }),
    reads: ['caseworkers', 'audit_entries'],
  }),
  /** A colleague's own passphrase. `key_refused`: `full`, `name_taken`. */
  'keys.addPassphrase': command({
    input: z.strictObject({ current: passphraseSchema, name: lineSchema(120), passphrase: passphraseSchema }),
    output: z.strictObject({ id: idSchema }),
    writes: ['caseworkers', 'audit_entries'],
  }),
  /** `code` is shown once and stands nowhere; groups of five with dashes. */
  'keys.makeRecoveryCode': command({
    input: z.strictObject({ current: passphraseSchema }),
    output: z.strictObject({ id: idSchema, code: z.string() }),
    writes: ['audit_entries'],
  }),
  'keys.makeShares': command({
    input: z
      .strictObject({ current: passphraseSchema, needed: z.int().min(2).max(9).default(2), total: z.int().min(2).max(9).default(5) })
      .refine(({ needed, total }) => needed <= total, { error: 'more_than_total', path: ['needed'] }),
    output: z.strictObject({ id: idSchema, setId: z.string(), cards: z.array(recoveryCardSchema) }),
    writes: ['audit_entries'],
  }),
  /** Tries a key on the open vault, and notes that it holds. Refused as at the lock screen: `wrong_passphrase`, `recovery_refused`. */
  'keys.try': command({
    input: z.union([
      z.strictObject({ passphrase: passphraseSchema }),
      z.strictObject({ code: typedCodeSchema }),
      z.strictObject({ shares: typedSharesSchema }),
    ]),
    output: z.strictObject({ slotId: idSchema, kind: slotKindSchema, label: z.string() }),
    writes: ['audit_entries'],
  }),
  /** Withdraws a key. `key_refused`: `own`, `last`. What an older header still opens, `keys.list` says as `olderKeys`. */
  'keys.revoke': command({
    input: z.strictObject({ current: passphraseSchema, id: idSchema }),
    output: z.strictObject({}),
    writes: ['caseworkers', 'audit_entries'],
  }),
  /** What the cards typed so far are, before anything is opened with them. `needed` is null until one could be read. */
  'keys.readShares': query({
    whileLocked: true,
    input: z.strictObject({ shares: typedSharesSchema }),
    output: z.strictObject({ read: z.array(readShareSchema), needed: z.int().nullable(), enough: z.boolean() }),
  }),
  /** Whose passphrases there are, for who has proved by a recovery code or shares that they may know. */
  'keys.whose': query({
    whileLocked: true,
    input: z.strictObject(lockedSecret).refine(oneSecret, { error: 'one_secret' }),
    output: z.strictObject({ caseworkers: z.array(z.strictObject({ slotId: idSchema, name: z.string() })) }),
  }),
  /**
   * Opens the vault with a recovery code or shares, sets a new passphrase, and leaves it open. `slotId`: whose forgotten
   * passphrase it replaces; `name`: a further caseworker's; neither: that of the only one there is (`key_refused`,
   * `choose`, where there are several).
   */
  'keys.recover': command({
    whileLocked: true,
    input: z
      .strictObject({ ...lockedSecret, passphrase: passphraseSchema, slotId: idSchema.optional(), name: lineSchema(120).optional() })
      .refine(oneSecret, { error: 'one_secret' }),
    output: vaultInfoSchema,
    writes: ['caseworkers', 'audit_entries'],
  }),
  /**
   * A new data key for everything, so that no older header opens anything any more. `keep`: colleagues' passphrases that
   * are to go on opening it, each typed by its owner; all other keys end, recovery code and shares among them. The vault
   * stays open, under the new key. `keys.cancelRekey` stops it, and so does locking.
   */
  'keys.rekey': command({
    input: z.strictObject({
      current: passphraseSchema,
      keep: z
        .array(z.strictObject({ id: idSchema, passphrase: passphraseSchema }))
        .max(8)
        .default([]),
    }),
    output: z.strictObject({
      /** Keys that ended, to be made anew. */
      ended: z.strictObject({ passphrases: z.int(), recoveryCodes: z.int(), recoveryShares: z.int() }),
      /** Backups in the vault's folder that were made before: they still open with the keys of their time. */
      olderBackups: z.int(),
    }),
    writes: ['caseworkers', 'audit_entries'],
  }),
  /**
   * Stops a re-key; the call that waits for it answers `cancelled`, and the vault is as it was. Once the new key counts it
   * comes too late, and the re-key answers what it has done.
   */
  'keys.cancelRekey': command({ input: z.strictObject({}), output: z.strictObject({}) }),
}
