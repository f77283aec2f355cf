import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { fillDemonstration } from '../../../electron/casework/demonstration/index.ts'
import { createVault, openVault, smallMachineKdf, uuidv7, verifyVault, writeBackup } from '../../../electron/vault/index.ts'
import { applyBackupRecord, makeBackup } from '../../../electron/vault/backups.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'

// demo FOLDER [DAYS]: makes a demonstration vault that is quick to unlock; so many days ago.
// large FOLDER: the same with so many pages that work on all of them takes seconds.
// aged FOLDER: the same, made twenty days ago with a backup of that day, and changed on eight days since.
// backup FOLDER: makes a backup in the vault's own folder, three days old.
// change FOLDER: makes one more change.
// verify FOLDER KIND: prints the faults of the vault and how many entries of a kind its chain has.
const [, , what = '', folder = '', kind = ''] = process.argv
const daysAgo = what === 'demo' ? Number(kind) : 0
const passphrase = readFileSync(0, 'utf8').trim()
const isNew = ['demo', 'large', 'aged'].includes(what)
const day = 86_400_000
const today = Date.now()
let ago = what === 'aged' ? 20 : daysAgo
if (ago > 0) Date.now = () => today - ago * day
const vault = isNew
  ? await createVault(folder, { passphrase, title: 'Examples', caseworkerName: 'Inés Prueba', kdf: smallMachineKdf })
  : await openVault(folder, { passphrase })

/** Writes so many sources in one change, each with a note so long. */
function writeSources(count: number, note: string): void {
  vault.write({ kind: 'sources.create' }, ({ changeNo, touch }) => {
    const insert = vault.db.prepare('INSERT INTO sources (uuid, title, note, revision, created_change) VALUES (?, ?, ?, ?, ?)')
    for (let number = 1; number <= count; number += 1) {
      const id = uuidv7()
      insert.run(id, 'One more', note, changeNo, changeNo)
      touch('sources', id)
    }
  })
}

try {
  if (isNew) await fillDemonstration(vault)
  if (what === 'large') writeSources(1000, 'A page of what was said. '.repeat(2400))
  else if (what === 'change') writeSources(1, '')
  else if (what === 'aged') {
    applyBackupRecord(vault, makeBackup(vault, 'manual').record)
    for (ago = 8; ago > 0; ago -= 1) writeSources(1, '')
  } else if (what === 'backup') {
    const source = { folder, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber }
    writeBackup(source, join(folder, 'backups', 'one.habeas-backup'), { kind: 'manual', createdAt: today - 3 * day })
  } else if (what === 'verify') {
    const entries = vault.db.prepare('SELECT count(*) FROM audit_entries WHERE kind = ?').pluck().get(kind)
    process.stdout.write(JSON.stringify({ faults: verifyVault(vault).faults, entries }))
  }
} finally {
  vault.close()
}
