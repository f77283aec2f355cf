import { asVaultError, VaultError } from '../errors.ts'
import { vaultFiles } from '../files.ts'
import { checkPages } from '../pages.ts'
import { secretsOf } from '../vault.ts'
import type { Vault } from '../vault.ts'

const isOfSqlite = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')

/**
 * What SQLite complained about while an open vault was read, as damage of the database with the first page that fails and
 * how many do; SQLite itself doesn't say. Anything else as it is.
 */
export function namedDamage(error: unknown, vault: Vault | undefined): unknown {
  if (vault === undefined || !isOfSqlite(error) || asVaultError(error, 'database').code !== 'damaged') return error
  try {
    const { failed } = checkPages(vaultFiles(vault.folder).database, secretsOf(vault).databaseKey)
    const [page] = failed
    return new VaultError('damaged', page === undefined ? { what: 'database' } : { what: 'database', page, pages: failed.length })
  } catch {
    // Where not even the file can be read, the damage is the thing to tell.
    return new VaultError('damaged', { what: 'database' })
  }
}
