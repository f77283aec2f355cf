import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { makeStaging } from './backup-staging.ts'
import { vaultFiles } from './files.ts'
import { openDatabase } from './pragmas.ts'
import type { Connection } from './pragmas.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

/**
 * Lends a new, empty database that only this process knows, encrypted as the vault's own is, and takes it away afterwards:
 * for checks that SQLite makes on a connection that can write, in a process that may only read the vault. What a kill leaves
 * of it goes with what killed backups leave.
 */
export function withPrivateDatabase<T>(vault: Vault, work: (scratch: Connection) => T): T {
  const staging = makeStaging(vault.folder, vaultFiles(vault.folder).database)
  try {
    const scratch = openDatabase(join(staging, 'scratch.db'), { key: secretsOf(vault).databaseKey, what: 'scratch', create: true })
    try {
      // It is worth nothing after a crash, so it need not survive one.
      scratch.pragma('journal_mode = OFF')
      scratch.pragma('synchronous = OFF')
      // A few tables are copied, without those that they refer to.
      scratch.pragma('foreign_keys = OFF')
      return work(scratch)
    } finally {
      scratch.close()
    }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}
