import Database from 'better-sqlite3'
import { existsSync, truncateSync } from 'node:fs'

import { VaultError, asVaultError } from './errors.ts'
import { isWritable, vaultFiles } from './files.ts'

/** Holding a vault: nobody else opens it until `release`, or until the process ends, however it ends. */
export type VaultLock = { release(): void }

/**
 * Takes the vault for this process: an exclusive transaction on an empty database beside it, which the system lets go
 * even on SIGKILL, so that no stale lock file ever keeps people out.
 * On read-only media a shared lock is enough: it says whether a writer holds the vault, and readers don't disturb each other.
 * @throws {VaultError} `vault_in_use`
 */
export function lockVault(folder: string): VaultLock {
  const { lock } = vaultFiles(folder)
  const writable = isWritable(folder)
  try {
    return takeLock(lock, writable)
  } catch (error) {
    // It never holds a byte: whatever stands in it was put there by a fault, and must not keep people out of their vault.
    // Whoever holds the lock would have been noticed before its content is; emptying the file in place takes it from nobody.
    if (!writable || !(error instanceof VaultError) || error.code !== 'damaged') throw error
    truncateSync(lock, 0)
    return takeLock(lock, writable)
  }
}

function takeLock(lock: string, writable: boolean): VaultLock {
  if (!writable && !existsSync(lock)) return { release: () => undefined }
  let connection: Database.Database | undefined
  try {
    connection = new Database(lock, { readonly: !writable, timeout: 0 })
    // The journal of a database that never holds a row would only be one more file.
    if (writable) connection.pragma('journal_mode = MEMORY')
    connection.exec(writable ? 'BEGIN EXCLUSIVE' : 'BEGIN')
    if (!writable) connection.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    connection?.close()
    const known = asVaultError(error, 'lock', lock)
    // A lock that can't even be read protects nothing; on read-only media nobody writes anyway.
    if (!writable && known.code !== 'vault_in_use') return { release: () => undefined }
    throw known.code === 'damaged' ? new VaultError('damaged', { what: 'lock' }) : known
  }
  const held = connection
  return { release: () => held.close() }
}
