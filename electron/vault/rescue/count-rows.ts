import { readNode } from './btree.ts'
import type { Pace } from './pace.ts'
import type { PageMap } from './page-map.ts'
import type { PageStore } from './page-store.ts'
import { mayBeLost } from './salvage-report.ts'
import { isKept } from './table-shapes.ts'

/**
 * How many records stand on sound pages, by table, and how many lost pages may have held, without reading any of them. Rows
 * whose table only a salvage can tell are not counted: there may be more.
 */
export async function countRows(
  store: PageStore,
  map: PageMap,
  pace: Pace,
): Promise<{ readable: Record<string, number>; mayBeLost: Record<string, number> }> {
  const readable: Record<string, number> = {}
  const counts = (table: string): boolean => isKept(table, map.virtual) && table !== 'sqlite_schema'
  for (const { name } of map.objects.filter(({ type, name: table }) => type === 'table' && counts(table))) readable[name] = 0
  for (let number = 2; number <= store.count; number += 1) {
    await pace.at(number / store.count)
    const owner = map.ownerOf(number)
    if (owner?.type !== 'table' || !counts(owner.name)) continue
    const page = store.read(number)
    const node = page === undefined ? undefined : readNode(page, number)
    if (node === undefined || node.kind === 'table_interior') continue
    readable[owner.name] = (readable[owner.name] ?? 0) + node.cells.length
  }
  const lost = map.lost.filter(({ owner }) => owner !== null && counts(owner))
  return { readable, mayBeLost: mayBeLost(lost, () => 0) }
}
