import { asVaultError } from '../errors.ts'
import { lockVault } from '../lock.ts'
import type { VaultLock } from '../lock.ts'
import { finishRekey } from '../rekey-files.ts'

/**
 * Takes a vault's folder as an ordinary opening does: a re-key that a crash cut short is brought to its end first, for
 * until then header and database may be of two keys, and a sound vault would look damaged from end to end. A re-key that
 * can't be ended any more keeps nobody from what can still be read, or from a backup.
 * @throws {VaultError} `vault_in_use`, `read_only` (left_open), `disk_failed`
 */
export function holdVault(folder: string): VaultLock {
  const lock = lockVault(folder)
  try {
    finishRekey(folder)
  } catch (error) {
    const known = asVaultError(error, 'rekey')
    if (known.code !== 'damaged') {
      lock.release()
      throw known
    }
  }
  return lock
}
