import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { openVault, verifyVault, writeBackup } from '../../../electron/vault/index.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'

// backup FOLDER: makes a backup in the vault's own folder, three days old.
// verify FOLDER KIND: prints the faults of the vault and how many entries of a kind its chain has.
const [, , what = '', folder = '', kind = ''] = process.argv
const vault = await openVault(folder, { passphrase: readFileSync(0, 'utf8').trim() })
try {
  if (what === 'backup') {
    const source = { folder, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber }
    writeBackup(source, join(folder, 'backups', 'one.habeas-backup'), { kind: 'manual', createdAt: Date.now() - 3 * 86_400_000 })
  } else {
    const entries = vault.db.prepare('SELECT count(*) FROM audit_entries WHERE kind = ?').pluck().get(kind)
    process.stdout.write(JSON.stringify({ faults: verifyVault(vault).faults, entries }))
  }
} finally {
  vault.close()
}
