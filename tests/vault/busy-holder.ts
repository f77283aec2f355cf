import { openVault } from '../../electron/vault/index.ts'

// Holds the vault in one long change, as an import would, until it is killed.
const [folder = '', passphrase = ''] = process.argv.slice(2)
const vault = await openVault(folder, { passphrase })
vault.write({ kind: 'busy' }, ({ changeNo }) => {
  const insert = vault.db.prepare("INSERT INTO persons (uuid, name, revision, created_change) VALUES (?, 'x', ?, ?)")
  process.send?.('busy')
  for (let n = 0; ; n += 1) insert.run(String(n % 1_000_000_000), changeNo, changeNo)
})
