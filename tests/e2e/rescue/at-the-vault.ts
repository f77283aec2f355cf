import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { fillDemonstration } from '../../../electron/casework/demonstration/index.ts'
import { createVault, openVault, smallMachineKdf, uuidv7, verifyVault, writeBackup } from '../../../electron/vault/index.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'

// demo FOLDER: makes a demonstration vault that is quick to unlock.
// backup FOLDER: makes a backup in the vault's own folder, three days old.
// change FOLDER: makes one more change.
// verify FOLDER KIND: prints the faults of the vault and how many entries of a kind its chain has.
const [, , what = '', folder = '', kind = ''] = process.argv
const passphrase = readFileSync(0, 'utf8').trim()
const vault =
  what === 'demo'
    ? await createVault(folder, { passphrase, title: 'Examples', caseworkerName: 'Inés Prueba', kdf: smallMachineKdf })
    : await openVault(folder, { passphrase })
try {
  if (what === 'demo') await fillDemonstration(vault)
  else if (what === 'change')
    vault.write({ kind: 'sources.create' }, ({ changeNo, touch }) => {
      const id = uuidv7()
      vault.db
        .prepare('INSERT INTO sources (uuid, title, revision, created_change) VALUES (?, ?, ?, ?)')
        .run(id, 'One more', changeNo, changeNo)
      touch('sources', id)
    })
  else if (what === 'backup') {
    const source = { folder, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber }
    writeBackup(source, join(folder, 'backups', 'one.habeas-backup'), { kind: 'manual', createdAt: Date.now() - 3 * 86_400_000 })
  } else {
    const entries = vault.db.prepare('SELECT count(*) FROM audit_entries WHERE kind = ?').pluck().get(kind)
    process.stdout.write(JSON.stringify({ faults: verifyVault(vault).faults, entries }))
  }
} finally {
  vault.close()
}
