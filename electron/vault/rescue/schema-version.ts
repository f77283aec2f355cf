import type { Migration } from '../migrations.ts'
import { cellsOf, readNode } from './btree.ts'
import type { PageMap } from './page-map.ts'
import type { PageStore } from './page-store.ts'

/**
 * The step of the schema under which the rows of a database were written: what its own list of steps says, else the newest
 * that is known here.
 */
export function schemaVersionOf(store: PageStore, map: PageMap, migrations: readonly Migration[]): number {
  const newest = migrations.at(-1)?.version ?? 0
  const root = map.objects.find(({ name }) => name === 'schema_migrations')?.root
  const page = root === undefined ? undefined : store.read(root)
  const node = page === undefined || root === undefined ? undefined : readNode(page, root)
  if (page === undefined || node === undefined) return newest
  const applied = [...cellsOf(page, node, store.read)].flatMap(({ rowid }) => (rowid === null ? [] : [rowid]))
  return applied.length === 0 ? newest : Math.min(newest, Math.max(...applied))
}
