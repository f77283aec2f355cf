import { z } from 'zod'

import { command, query } from './declaration.ts'
import { tokenSchema } from './vault-calls.ts'

/**
 * What stands in a header's file after a quick erase, in place of the key slots: `{"format":"habeas-erased","version":1}`,
 * filled up with spaces to the length that the header had.
 */
export const erasedFormat = 'habeas-erased'

/** null: the vault that is open. */
const whichSchema = tokenSchema.nullable()

/**
 * What a quick erase left behind. `nothing`: no file of the vault; `files`: the encrypted files, by choice, without a key;
 * `some_files`: encrypted files that could not be removed, without a key; `keys`: at least one key file could not be
 * overwritten, so the passphrase may still open the vault.
 */
export const erasureSchema = z.enum(['nothing', 'files', 'some_files', 'keys'])
export type Erasure = z.infer<typeof erasureSchema>

export const coercionCalls = {
  /** What a quick erase would destroy, and the word that must be typed for it: the name of the vault's folder. */
  'app.eraseFacts': query({
    where: 'app',
    whileLocked: true,
    input: z.strictObject({ which: whichSchema }),
    output: z.strictObject({ name: z.string(), bytes: z.int(), backups: z.int() }),
  }),
  /**
   * Destroys the vault's key slots and, unless they are to stay, all of its files and the backups in its folder. An open
   * vault is locked with it: no answer comes then, the next run of the app says what was done (`app.state`).
   */
  'app.quickErase': command({
    where: 'app',
    whileLocked: true,
    input: z.strictObject({ which: whichSchema, word: z.string().max(300), files: z.enum(['remove', 'keep']).default('remove') }),
    output: z.strictObject({ left: erasureSchema }),
  }),
}
