import { openVault, uuidv7 } from '../../electron/vault/index.ts'

// Writes people one after the other and says so on standard output once each is durable; the test kills it on the way.
const [folder = '', passphrase = ''] = process.argv.slice(2)
const vault = await openVault(folder, { passphrase })
const insert = vault.db.prepare('INSERT INTO persons (uuid, kind, name, revision, created_change) VALUES (?, ?, ?, ?, ?)')
for (;;) {
  const id = uuidv7()
  const { changeNo } = vault.write({ kind: 'persons.create' }, (change) => {
    insert.run(id, 'person', `Somebody ${id}`, change.changeNo, change.changeNo)
    change.touch('persons', id)
  })
  // Written at once: a line that is on its way when the process is killed was not answered.
  process.stdout.write(`${changeNo} ${id}\n`)
  if (changeNo % 10 === 0) vault.checkpoint()
  await new Promise((resolve) => setImmediate(resolve))
}
