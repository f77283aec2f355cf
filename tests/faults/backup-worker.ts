import { openVault, restoreBackup, writeBackup } from '../../electron/vault/index.ts'
import { secretsOf } from '../../electron/vault/vault.ts'

// Makes backups, or restores one, again and again, and says so on standard output once each is done; the test kills it on
// the way. Arguments: what to do, the vault or backup, where to, the passphrase.
const [work = '', from = '', to = '', passphrase = ''] = process.argv.slice(2)

if (work === 'backup') {
  const vault = await openVault(from, { passphrase })
  const source = { folder: from, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber }
  process.stdout.write('ready\n')
  for (let number = 0; ; number += 1) {
    writeBackup(source, `${to}/${process.pid}-${number}.habeas-backup`, { kind: 'manual' })
    process.stdout.write(`made ${process.pid}-${number}\n`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
process.stdout.write('ready\n')
for (let number = 0; ; number += 1) {
  await restoreBackup(from, `${to}/${process.pid}-${number}.habeas`, number % 2 === 0 ? {} : { passphrase })
  process.stdout.write(`made ${process.pid}-${number}\n`)
}
