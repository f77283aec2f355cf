import type { ErrorCode } from '../../contract/index.ts'
import { asVaultError } from '../errors.ts'
import { lockVault } from '../lock.ts'
import type { VaultLock } from '../lock.ts'
import { finishRekey } from '../rekey-files.ts'

const passedOver: ReadonlySet<ErrorCode> = new Set(['damaged', 'disk_failed', 'internal'])

/**
 * Takes a vault's folder as an ordinary opening does: a re-key that a crash cut short is brought to its end first, for
 * until then header and database may be of two keys, and a sound vault would look damaged from end to end. A re-key that
 * can't be ended any more, be it for its own sake or for the disk's, keeps nobody from what can still be read, or from a backup.
 * @throws {VaultError} `vault_in_use`, `read_only` (left_open), `disk_full`
 */
export function holdVault(folder: string): VaultLock {
  const lock = lockVault(folder)
  try {
    finishRekey(folder)
  } catch (error) {
    const known = asVaultError(error, 'rekey')
    if (!passedOver.has(known.code)) {
      lock.release()
      throw known
    }
  }
  return lock
}
