import { VaultError, asVaultError } from '../../vault/errors.ts'
import type { Vault } from '../../vault/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { derivedVersion, rebuildIndex } from './repair.ts'

const stored = (db: Connection): number =>
  db.prepare<[], number>("SELECT value FROM derived_state WHERE key = 'version'").pluck().get() ?? 0

/** Of a vault that nothing was written to yet nothing is derived either. */
const isNew = (db: Connection): boolean =>
  db.prepare('SELECT EXISTS (SELECT 1 FROM persons) OR EXISTS (SELECT 1 FROM sources)').pluck().get() === 0

/**
 * Makes the derived tables of an opened vault anew where they were made by older rules, in one transaction: cut short, it
 * leaves them as they were. They are no record, so no change and no audit entry tells of it.
 * @throws {VaultError} `read_only` where that would be needed and can't be done
 */
export function bringUpToDate({ db, readOnly }: Pick<Vault, 'db' | 'readOnly'>, onProgress?: (share: number) => void): void {
  if (stored(db) === derivedVersion) return
  if (!readOnly) rebuild(db, onProgress)
  else if (!isNew(db)) throw new VaultError('read_only', { reason: 'migration' })
}

function rebuild(db: Connection, onProgress?: (share: number) => void): void {
  try {
    rebuildIndex(db, onProgress)
  } catch (error) {
    throw asVaultError(error, 'database', db.name)
  }
}
