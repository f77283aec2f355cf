import { cellsOf, readNode, rowidBounds } from './btree.ts'
import type { Cell, Node } from './btree.ts'
import type { Pace } from './pace.ts'
import type { PageStore } from './page-store.ts'

/** A table or an index as the database itself names it. */
export type SchemaObject = { type: 'table' | 'index'; name: string; table: string; root: number; sql: string | null }

/** Rows that a lost page held: the range of row numbers, where the page above it says. */
export type LostLeaf = { page: number; owner: string | null; after: number | null; upTo: number | null }

export type PageMap = {
  readonly objects: readonly SchemaObject[]
  /** Names of the full-text indexes. */
  readonly virtual: readonly string[]
  /** Pages that are damaged in every version. */
  readonly damaged: number[]
  /** The object that a page belongs to, as the pages above it say. */
  ownerOf(page: number): SchemaObject | undefined
  /** Pages of trees whose parents are lost. */
  readonly orphans: number[]
  /** Damaged pages that a sound page points to. */
  readonly lost: LostLeaf[]
}

const isSchemaRow = ({ values }: Cell): boolean =>
  values?.length === 5 &&
  ['table', 'index', 'trigger', 'view'].includes(String(values[0])) &&
  typeof values[1] === 'string' &&
  typeof values[2] === 'string' &&
  typeof values[3] === 'number' &&
  (values[4] === null || (typeof values[4] === 'string' && values[4].startsWith('CREATE ')))

function objectOf({ values = [] }: Cell): SchemaObject[] {
  const [type, name, table, root, sql] = values
  if ((type !== 'table' && type !== 'index') || typeof root !== 'number' || root < 2) return []
  return [{ type, name: String(name), table: String(table), root, sql: typeof sql === 'string' ? sql : null }]
}

/**
 * Finds out what each sound page belongs to. The schema is read from its own tree and, where that is broken, from every
 * page that holds nothing but entries of a schema; then each tree is walked from its root. Reads every page once.
 */
export async function mapPages(store: PageStore, pace: Pace): Promise<PageMap> {
  const nodes = new Map<number, { node: Node; bounds: (number | null)[] }>()
  const damaged: number[] = []
  const schema: SchemaObject[] = []
  const virtual: string[] = []
  const read = (number: number): Buffer | undefined => store.read(number)
  for (let number = 1; number <= store.count; number += 1) {
    const page = store.read(number)
    if (page === undefined) {
      damaged.push(number)
      continue
    }
    const node = readNode(page, number)
    if (node === undefined) continue
    nodes.set(number, { node, bounds: node.kind === 'table_interior' ? rowidBounds(page, node) : [] })
    if (node.kind === 'table_leaf') {
      const [first] = cellsOf(page, node, read)
      if (first !== undefined && isSchemaRow(first))
        for (const cell of cellsOf(page, node, read))
          if (isSchemaRow(cell)) {
            schema.push(...objectOf(cell))
            if (String(cell.values?.[4]).startsWith('CREATE VIRTUAL')) virtual.push(String(cell.values?.[1]))
          }
    }
    await pace.at(number / store.count)
  }
  const isDamaged = new Set(damaged)

  const owners = new Map<number, SchemaObject>()
  const lost: LostLeaf[] = []
  function walk(root: number, owner: SchemaObject): void {
    const open: { page: number; after: number | null; upTo: number | null }[] = [{ page: root, after: null, upTo: null }]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { page, after, upTo } = next
      if (owners.has(page)) continue
      const found = nodes.get(page)
      if (isDamaged.has(page)) lost.push({ page, owner: owner.name, after, upTo })
      if (found === undefined) continue
      owners.set(page, owner)
      found.node.children.forEach((child, index) =>
        open.push({
          page: child,
          after: index === 0 ? after : (found.bounds[index - 1] ?? null),
          upTo: found.bounds[index] ?? (index === found.node.children.length - 1 ? upTo : null),
        }),
      )
    }
  }
  walk(1, { type: 'table', name: 'sqlite_schema', table: 'sqlite_schema', root: 1, sql: null })
  for (const object of schema) walk(object.root, object)
  const known = new Set(lost.map(({ page }) => page))
  // An orphaned page above others points to lost ones too; whose they were its rows will tell.
  const orphans = [...nodes.keys()].filter((page) => !owners.has(page))
  for (const page of orphans)
    for (const child of nodes.get(page)?.node.children ?? [])
      if (isDamaged.has(child) && !known.has(child)) {
        known.add(child)
        lost.push({ page: child, owner: null, after: null, upTo: null })
      }
  return { objects: schema, virtual, damaged, ownerOf: (page) => owners.get(page), orphans, lost }
}
