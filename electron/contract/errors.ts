import { z } from 'zod'

/**
 * The closed set of reasons for which a call can fail. Each has its words in every language of the page and on the
 * command line. `params` name what is concerned (a path inside the input, a file of the vault), never a value of a case.
 */
export const errorCodes = [
  /** The input has not the declared shape, or a field is not acceptable. `path`, `reason`. */
  'invalid_input',
  /** The vault is locked. */
  'locked',
  /** The vault is open already. */
  'already_unlocked',
  /** Nothing has this id or reference. `what`. */
  'not_found',
  /** The field was changed by somebody else since it was read. `table`, `id`, `fields`, `revision`. */
  'conflict',
  /** The record lies in the bin; restore it first. `table`, `id`. */
  'in_bin',
  /** The change can't be undone. `reason`: 'changed_since', 'undone_already', 'not_a_change', 'taken' (its reference), 'erased'. */
  'undo_refused',
  /** The passphrase opens none of the vault's key slots (a tampered slot says the same). */
  'wrong_passphrase',
  /** The passphrase is too easy to guess. `reason`. */
  'weak_passphrase',
  /** A key can't be added or withdrawn. `reason`: 'own', 'last', 'full', 'name_taken', 'choose' (whose it is to replace). */
  'key_refused',
  /**
   * A recovery code or shares don't open the vault. `reason`: 'wrong' (a tampered slot says the same), 'mistyped' (`group` of the code,
   * or `card`), 'unreadable' (`card`), 'duplicate' (`card`), 'other_set' (`card`), 'other_vault' (`card`), 'too_few' (`needed`, `found`),
   * 'altered' (cards that don't belong together).
   */
  'recovery_refused',
  /** The backup was made under a data key that a re-key has replaced since: it opens with the passphrases of its time alone. */
  'older_key',
  /** There is no vault at this place. */
  'no_vault',
  /** The vault's key slots were destroyed by a quick erase: nothing opens it any more. */
  'erased',
  /** Something stands at this place already. */
  'exists',
  /** The vault was written by a newer version. `version`. */
  'newer_version',
  /** The vault's key parameters are outside what is safe to accept. */
  'unsupported_kdf',
  /** The vault is open in another window or program. */
  'vault_in_use',
  /** A part of the vault is damaged. `what`: 'header', 'head', 'database', 'drafts', 'chain', 'search_index'. */
  'damaged',
  /** The vault is older than its own record of the last change. `found`, `expected`. */
  'rolled_back',
  /** The folder or the medium can't be written. */
  'read_only',
  /** No space is left; nothing was changed. */
  'disk_full',
  /** The disk answered with an error; what was being done may or may not have been done, whole. */
  'disk_failed',
  /** The person closed the dialog or stopped the work. */
  'cancelled',
  /** This call needs the app's window. */
  'needs_window',
  /** A process of the app has gone; the vault is locked and drafts are safe. */
  'process_gone',
  /** The same work is still under way. */
  'busy',
  /** A fault of the program. `where`. Nothing was changed. */
  'internal',
] as const

export const errorCodeSchema = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof errorCodeSchema>

export const errorParamsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
export type ErrorParams = z.infer<typeof errorParamsSchema>

export const callErrorSchema = z.strictObject({ code: errorCodeSchema, params: errorParamsSchema })
export type CallError = z.infer<typeof callErrorSchema>
