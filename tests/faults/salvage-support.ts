import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { unlockHeader } from '../../electron/vault/header.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { cellsOf, readNode } from '../../electron/vault/rescue/btree.ts'
import { unpaced } from '../../electron/vault/rescue/pace.ts'
import { mapPages } from '../../electron/vault/rescue/page-map.ts'
import { openPages } from '../../electron/vault/rescue/page-store.ts'
import { asRow, isKept, readShapes, virtualTables } from '../../electron/vault/rescue/table-shapes.ts'
import type { RowValues } from '../../electron/vault/rescue/table-shapes.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { seeded } from '../bench/random.ts'

export const pageSize = 4096

/** Every record of a vault as SQLite reads it: `table/key` → its content. */
export function contentOf({ db }: Pick<Vault, 'db'>): Map<string, string> {
  const content = new Map<string, string>()
  for (const { table, key } of keptTables({ db }))
    for (const row of db.prepare<[], RowValues>(`SELECT * FROM "${table}"`).all())
      content.set(`${table}/${key.map((column) => String(row[column])).join('/')}`, JSON.stringify(row))
  return content
}

const ownOfTheVault = new Set(['audit_entries', 'audit_rows', 'schema_migrations'])

function keptTables({ db }: Pick<Vault, 'db'>): { table: string; key: string[] }[] {
  const virtual = virtualTables(db)
  return readShapes(db)
    .filter(({ table }) => isKept(table, virtual) && !ownOfTheVault.has(table))
    .map(({ table, key, columns }) => ({ table, key: columns.some(({ name }) => name === 'uuid') ? ['uuid'] : key }))
}

/** On which pages each record stands, by the reader under test on the undamaged file; `contentOf` checks that it reads all. */
export async function pagesOf(
  vault: Vault,
  passphrase: string,
): Promise<{ pages: Map<string, number[]>; content: Map<string, string>; count: number }> {
  const { dataKey, header } = await unlockHeader(vault.folder, passphrase)
  const key = subKey(dataKey, header.vaultId, 'database')
  const store = openPages(vault.folder, key)
  const map = await mapPages(store, unpaced)
  const shapes = new Map(readShapes(vault.db).map((shape) => [shape.table, shape]))
  const kept = new Map(keptTables(vault).map(({ table, key: names }) => [table, names]))
  const pages = new Map<string, number[]>()
  const content = new Map<string, string>()
  for (let number = 1; number <= store.count; number += 1) {
    const owner = map.ownerOf(number)
    const names = owner?.type === 'table' ? kept.get(owner.name) : undefined
    const shape = owner === undefined ? undefined : shapes.get(owner.name)
    const page = store.read(number)
    const node = page === undefined ? undefined : readNode(page, number)
    if (page === undefined || node === undefined || names === undefined || shape === undefined) continue
    for (const cell of cellsOf(page, node, store.read)) {
      const row = asRow(shape, cell.rowid, cell.values ?? [])
      if (row === undefined) throw new Error(`${shape.table} on page ${number} is not read`)
      const name = `${shape.table}/${names.map((column) => String(row[column])).join('/')}`
      pages.set(name, [number, ...cell.overflow])
      content.set(name, JSON.stringify(row))
    }
  }
  const { count } = store
  store.close()
  return { pages, content, count }
}

/** Overwrites a share of a file's pages, chosen by the seed, with bytes that look like chance. */
export function destroyPages(folder: string, seed: number, share: number, also: readonly number[] = []): Set<number> {
  const file = join(folder, 'vault.db')
  const count = statSync(file).size / pageSize
  const random = seeded(seed)
  const chosen = new Set<number>(also)
  while (chosen.size < Math.max(1, Math.round(count * share))) chosen.add(1 + random.below(count))
  const handle = openSync(file, 'r+')
  for (const page of chosen)
    writeSync(handle, Buffer.from(Array.from({ length: pageSize }, () => random.below(256))), 0, pageSize, (page - 1) * pageSize)
  closeSync(handle)
  return chosen
}

export const bytesOf = (folder: string, name: string): Buffer => readFileSync(join(folder, name))
