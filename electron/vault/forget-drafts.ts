import { vaultFiles } from './files.ts'
import { checkpoint, openDatabase } from './pragmas.ts'
import { subKey, wipe } from './secrets.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

/**
 * Takes the drafts of rows that are erased out of the drafts' database, beside its own process, which goes on writing:
 * nobody has to be asked in the right order, and a process that has gone can't leave them behind.
 * @throws {VaultError} `damaged` (drafts), `disk_full`, `vault_in_use` while the drafts' process is in the midst of a write
 */
export function forgetDrafts(vault: Vault, ids: readonly string[]): void {
  const { dataKey, unlocked } = secretsOf(vault)
  const key = subKey(dataKey, unlocked.header.vaultId, 'drafts')
  try {
    const db = openDatabase(vaultFiles(vault.folder).drafts, { key, what: 'drafts' })
    try {
      // A draft's key is `table/id/field`, or has the id of the row in another place.
      db.prepare('DELETE FROM drafts WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE instr(drafts.key, value) > 0)').run(JSON.stringify(ids))
      // Written anew whole, it is small: pages keep pieces of rows that moved (`rewrite.ts`).
      db.exec('VACUUM')
      checkpoint(db)
    } finally {
      db.close()
    }
  } finally {
    wipe(key)
  }
}
