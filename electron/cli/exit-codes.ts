import type { ErrorCode } from '../contract/index.ts'
import { assertNever } from '../domain/assert-never.ts'

/** What the command line ends with; the numbers are promised to scripts and never change. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6

export const usageExit: ExitCode = 2
export const damageExit: ExitCode = 4

/** The exit code for an error of the contract. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  switch (code) {
    case 'no_vault':
    case 'erased':
    case 'wrong_passphrase':
    case 'newer_version':
    case 'unsupported_kdf':
    case 'older_key':
    case 'recovery_refused':
    case 'vault_in_use':
    case 'locked':
      return 3
    case 'damaged':
    case 'rolled_back':
      return 4
    case 'not_found':
      return 5
    case 'invalid_input':
    case 'weak_passphrase':
      return 6
    case 'already_unlocked':
    case 'conflict':
    case 'in_bin':
    case 'key_refused':
    case 'undo_refused':
    case 'exists':
    case 'read_only':
    case 'disk_full':
    case 'disk_failed':
    case 'cancelled':
    case 'needs_window':
    case 'process_gone':
    case 'busy':
    case 'internal':
      return 1
    default:
      return assertNever(code, 'every error has an exit code')
  }
}
