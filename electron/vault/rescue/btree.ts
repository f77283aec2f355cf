import { readRecord, readVarint } from './records.ts'
import type { Stored } from './records.ts'

/** What can be used of a page: 4096 bytes less the cipher's 80. */
export const usableBytes = 4016

const kinds = { 2: 'index_interior', 5: 'table_interior', 10: 'index_leaf', 13: 'table_leaf' } as const
export type NodeKind = (typeof kinds)[keyof typeof kinds]

/** A page of a b-tree: where its cells begin, and the pages below it, the rightmost last. */
export type Node = { kind: NodeKind; cells: number[]; children: number[] }

/** A row as it stands in a cell. `rowid` is null in a tree of keys, `values` undefined where a page that it goes on in is lost. */
export type Cell = { rowid: number | null; values: Stored[] | undefined; overflow: number[] }

/** A decrypted page by its number, or undefined where it is damaged. */
export type ReadPage = (number: number) => Buffer | undefined

/** Reads a page as a node of a b-tree, or undefined where it is none. The first page has the file's header before it. */
export function readNode(page: Buffer, number: number): Node | undefined {
  const start = number === 1 ? 100 : 0
  const kind = kinds[page[start] as keyof typeof kinds] as NodeKind | undefined
  if (kind === undefined) return undefined
  const interior = kind.endsWith('interior')
  const count = page.readUInt16BE(start + 3)
  const list = start + (interior ? 12 : 8)
  if (list + 2 * count > usableBytes) return undefined
  const cells = Array.from({ length: count }, (_, index) => page.readUInt16BE(list + 2 * index))
  if (cells.some((at) => at < list + 2 * count || at > usableBytes - 4)) return undefined
  if (!interior) return { kind, cells, children: [] }
  return { kind, cells, children: [...cells.map((at) => page.readUInt32BE(at)), page.readUInt32BE(start + 8)] }
}

/** The largest row number in the tree below each child of an interior page of a table, the rightmost's unknown (null). */
export function rowidBounds(page: Buffer, node: Node): (number | null)[] {
  return [...node.cells.map((at) => readVarint(page, at + 4)?.value ?? null), null]
}

/** How much of a payload stands on the page itself (section 1.6 of SQLite's description). */
function localBytes(size: number, inTable: boolean): number {
  const most = inTable ? usableBytes - 35 : Math.floor(((usableBytes - 12) * 64) / 255) - 23
  if (size <= most) return size
  const least = Math.floor(((usableBytes - 12) * 32) / 255) - 23
  const wanted = least + ((size - least) % (usableBytes - 4))
  return wanted <= most ? wanted : least
}

/** Longest row that is believed; the longest text that a field takes is far below. */
const mostBytes = 64 * 1024 * 1024

function payloadAt(
  page: Buffer,
  at: number,
  size: number,
  inTable: boolean,
  read: ReadPage,
): { bytes: Buffer | undefined; overflow: number[] } {
  const local = localBytes(size, inTable)
  const overflow: number[] = []
  if (size > mostBytes || at + local > usableBytes) return { bytes: undefined, overflow }
  const parts = [page.subarray(at, at + local)]
  let left = size - local
  let next = left > 0 && at + local + 4 <= usableBytes ? page.readUInt32BE(at + local) : 0
  while (left > 0) {
    if (next === 0 || overflow.includes(next)) return { bytes: undefined, overflow }
    overflow.push(next)
    const more = read(next)
    if (more === undefined) return { bytes: undefined, overflow }
    const taken = Math.min(left, usableBytes - 4)
    parts.push(more.subarray(4, 4 + taken))
    left -= taken
    next = more.readUInt32BE(0)
  }
  return { bytes: parts.length === 1 ? parts[0] : Buffer.concat(parts), overflow }
}

/** The rows on a page. In a tree of keys (a table WITHOUT ROWID, an index) the pages above the leaves hold rows too. */
export function* cellsOf(page: Buffer, node: Node, read: ReadPage): Generator<Cell> {
  if (node.kind === 'table_interior') return
  for (const cell of node.cells) {
    const size = readVarint(page, node.kind === 'index_interior' ? cell + 4 : cell)
    const rowid = node.kind === 'table_leaf' && size !== undefined ? readVarint(page, size.next) : undefined
    if (size === undefined || size.value < 0 || (node.kind === 'table_leaf' && rowid === undefined)) {
      yield { rowid: null, values: undefined, overflow: [] }
      continue
    }
    const { bytes, overflow } = payloadAt(page, rowid?.next ?? size.next, size.value, node.kind === 'table_leaf', read)
    yield { rowid: rowid?.value ?? null, values: bytes === undefined ? undefined : readRecord(bytes), overflow }
  }
}
