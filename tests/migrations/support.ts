import { createHash } from 'node:crypto'
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { temporaryFolder } from '../vault/support.ts'

export const shipped = join(import.meta.dirname, '..', '..', 'migrations')

/** Writes the checksums of a folder of migrations, as the build's tool does. */
export function listChecksums(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const sums = Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
  writeFileSync(join(folder, 'checksums.json'), JSON.stringify(sums))
}

/** A folder with the shipped migrations and some more, as a later version would have. */
export function laterMigrations(more: Record<string, string>): string {
  const folder = temporaryFolder()
  cpSync(shipped, folder, { recursive: true })
  for (const [name, sql] of Object.entries(more)) writeFileSync(join(folder, name), sql)
  listChecksums(folder)
  return folder
}
