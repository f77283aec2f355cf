import { cellsOf, readNode } from './btree.ts'
import type { Pace } from './pace.ts'
import type { PageMap } from './page-map.ts'
import type { PageStore } from './page-store.ts'
import type { Stored } from './records.ts'
import { asRow } from './table-shapes.ts'
import type { RowValues, TableShape } from './table-shapes.ts'

/** A row that stands on a sound page. */
export type FoundRow = { table: string; row: RowValues; page: number }
/** What of a page could not be read as rows: cells that go on in a lost page, or a page that nobody can place. */
export type Unread = { page: number; table: string | null; rowid: number | null }

export type RowReader = {
  /** The rows of the tables that are asked for, page by page. */
  rows(wanted: (table: string) => boolean, pace: Pace): AsyncGenerator<FoundRow>
  readonly unread: Unread[]
}

type Proof = (table: string, row: RowValues) => boolean

/**
 * Reads rows off sound pages. A page whose tree is known is read as its table's; one whose parents are lost as the one
 * table that all of its rows fit, where `proves` (the rows' keyed hashes) can't tell better.
 */
export function rowReader(store: PageStore, map: PageMap, shapes: readonly TableShape[], proves: Proof): RowReader {
  const unread: Unread[] = []
  const seenUnread = new Set<string>()
  const byTable = new Map(shapes.map((shape) => [shape.table, shape]))
  const placed = new Map<number, TableShape | null>()

  function note(page: number, table: string | null, rowid: number | null): void {
    const name = `${page}/${table ?? ''}/${rowid ?? ''}`
    if (seenUnread.has(name)) return
    seenUnread.add(name)
    unread.push({ page, table, rowid })
  }

  /** Whose page it is; null: an index's, or nobody's that we keep. */
  function shapeOf(page: number, cells: readonly { rowid: number | null; values: Stored[] | undefined }[]): TableShape | null {
    const owner = map.ownerOf(page)
    if (owner !== undefined) return owner.type === 'table' ? (byTable.get(owner.name) ?? null) : null
    const known = placed.get(page)
    if (known !== undefined) return known
    const readable = cells.flatMap(({ rowid, values }) => (values === undefined ? [] : [{ rowid, values }]))
    const fitting = shapes
      .map((shape) => ({ shape, rows: readable.map(({ rowid, values }) => asRow(shape, rowid, values)) }))
      .filter(({ rows }) => rows.length > 0 && rows.every((row) => row !== undefined))
    const proven = fitting.find(({ shape, rows }) => rows.some((row) => row !== undefined && proves(shape.table, row)))
    const found = (proven ?? (fitting.length === 1 ? fitting[0] : undefined))?.shape ?? null
    if (found === null && fitting.length > 1) note(page, null, null)
    placed.set(page, found)
    return found
  }

  return {
    unread,
    async *rows(wanted, pace) {
      for (let number = 2; number <= store.count; number += 1) {
        await pace.at(number / store.count)
        const owner = map.ownerOf(number)
        if (owner !== undefined && (owner.type !== 'table' || !wanted(owner.name))) continue
        const page = store.read(number)
        const node = page === undefined ? undefined : readNode(page, number)
        if (page === undefined || node === undefined || node.kind === 'table_interior') continue
        const cells = [...cellsOf(page, node, store.read)]
        const shape = shapeOf(number, cells)
        if (shape === null || !wanted(shape.table)) continue
        for (const { rowid, values } of cells) {
          const row = values === undefined ? undefined : asRow(shape, rowid, values)
          if (row === undefined) note(number, shape.table, rowid)
          else yield { table: shape.table, row, page: number }
        }
      }
    },
  }
}
