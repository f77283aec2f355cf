// Writes migrations/checksums.json, or with --check says whether it is what it should be.
// A migration that has shipped never changes: --check fails where one does, and so does the program.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'migrations')
const listed = join(folder, 'checksums.json')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
// Line ends don't count: a checkout on Windows may have turned them.
const hash = (sql) => createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
const sums = Object.fromEntries(names.map((name) => [name, hash(readFileSync(join(folder, name), 'utf8'))]))
const text = `${JSON.stringify(sums, undefined, 2)}\n`

if (process.argv.includes('--check')) {
  if (readFileSync(listed, 'utf8').replaceAll('\r\n', '\n') !== text) {
    console.error(
      'migrations/checksums.json is not what the migrations are. A shipped migration never changes; for a new one run: node build/checksum-migrations.mjs',
    )
    process.exit(1)
  }
} else {
  writeFileSync(listed, text)
}
