import { canonicalJson } from './canonical.ts'
import type { Canonical } from './canonical.ts'
import type { Connection } from './pragmas.ts'
import { boundTables, rowHash } from './rows.ts'
import { mac } from './secrets.ts'
import type { MacKey } from './secrets.ts'
import type { Piece } from './verify-check.ts'

/** A row that is not what its newest binding in the audit chain says, or that has none. */
export type UnfitRow = { table: string; id: string; unbound: boolean }

const pageOfRows = 500
const pageOfBindings = 500

/**
 * The bound tables, in pieces of about so many rows: names from one on, and up to another; `null` where a piece begins or ends with its table. The
 * names are those of every so manieth row, which is all that it takes: names are given in the order of time.
 */
export function rowPieces(db: Connection, rows = 50_000): Piece[] {
  const tables = boundTables(db)
  return namesOfTables(db, tables).flatMap((table) => {
    const starts = tables.get(table) === 'uuid' ? namesOfSome(db, table, rows) : []
    const edges = [null, ...starts, null]
    return edges.slice(1).map((to, index): Piece => ({ table, from: edges[index] ?? null, to }))
  })
}

function namesOfSome(db: Connection, table: string, rows: number): string[] {
  const last = Number(db.prepare(`SELECT max(id) FROM "${table}"`).pluck().get() ?? 0)
  const from = db.prepare<[number], string>(`SELECT uuid FROM "${table}" WHERE id >= ? ORDER BY id LIMIT 1`).pluck()
  const names = Array.from({ length: Math.floor(last / rows) }, (_, index) => from.get((index + 1) * rows))
  return [...new Set(names.filter((name) => name !== undefined))].toSorted()
}

/**
 * Compares every row, or those of one piece, with its newest binding. Both are read in the order of their names, side by side,
 * so that a large vault is read through once instead of being looked up a million times. Returns how many bindings there are.
 */
export function compareRows(
  db: Connection,
  key: MacKey,
  tables: ReadonlyMap<string, string>,
  { piece = {}, unfit }: { piece?: Piece; unfit: (row: UnfitRow) => void },
): number {
  const { table, from, to } = piece
  const names = typeof table === 'string' ? [table] : namesOfTables(db, tables)
  const span = { from: typeof from === 'string' ? from : '', to: typeof to === 'string' ? to : null }
  let bindings = 0
  for (const name of names) bindings += compareTable(db, key, { table: name, column: tables.get(name), span }, unfit)
  return bindings
}

/** The bound tables and whatever else has bindings. */
function namesOfTables(db: Connection, tables: ReadonlyMap<string, string>): string[] {
  // What an erasing left of a change's history stands among the bindings and is no row (`thinned.ts`); the history's own check reads it.
  // One look for each name: DISTINCT would read through all bindings.
  const first = db.prepare<[], string | null>('SELECT min(table_name) FROM audit_rows').pluck()
  const next = db.prepare<[string], string | null>('SELECT min(table_name) FROM audit_rows WHERE table_name > ?').pluck()
  const bound: string[] = []
  for (let name = first.get(); typeof name === 'string'; name = next.get(name)) if (name !== 'change_sets') bound.push(name)
  return [...new Set([...tables.keys(), ...bound])]
}

/** Names from `from` on, and before `to` where that is not null. */
type Span = { from: string; to: string | null }

function compareTable(
  db: Connection,
  key: MacKey,
  { table, column, span }: { table: string; column: string | undefined; span: Span },
  unfit: (row: UnfitRow) => void,
): number {
  let bindings = 0
  const rows = column === undefined ? none() : namedRows(db, key, table, column, span)
  let row = rows.next()
  for (const { name, hash } of newest(db, table, span)) {
    bindings += 1
    for (; row.done !== true && before(row.value.name, name); row = rows.next()) unfit({ table, id: row.value.name, unbound: true })
    const there = row.done !== true && row.value.name === name
    // A name in a table that is no table of ours binds nothing that could be compared.
    const fits = column !== undefined && (row.done !== true && there ? row.value.hash : rowHash(key, table, name, undefined)).equals(hash)
    if (!fits) unfit({ table, id: name, unbound: false })
    if (there) row = rows.next()
  }
  for (; row.done !== true; row = rows.next()) unfit({ table, id: row.value.name, unbound: true })
  return bindings
}

type Named = { name: string; hash: Buffer }

function* none(): Generator<Named, undefined> {}

/** SQLite orders text by its bytes. */
const before = (a: string, b: string): boolean => a !== b && Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')) < 0

/** The newest binding of each row of a table, in the order of their names. */
function* newest(db: Connection, table: string, { from, to }: Span): Generator<Named, undefined> {
  const bindings = (start: string) =>
    db
      .prepare<(string | number)[], [string, number, Buffer]>(
        `SELECT row_uuid, seq, row_hash FROM audit_rows WHERE table_name = ? AND ${start}${to === null ? '' : ' AND row_uuid < ?'} ORDER BY row_uuid, seq LIMIT ${pageOfBindings}`,
      )
      .raw()
  const [first, after] = [bindings('row_uuid >= ?'), bindings('(row_uuid, seq) > (?, ?)')]
  const end = to === null ? [] : [to]
  let last: Named | undefined
  let page = first.all(table, from, ...end)
  while (page.length > 0) {
    for (const [name, , hash] of page) {
      if (last !== undefined && last.name !== name) yield last
      last = { name, hash }
    }
    const [name, seq] = page.at(-1) ?? ['', 0]
    page = page.length < pageOfBindings ? [] : after.all(table, name, seq, ...end)
  }
  if (last !== undefined) yield last
}

/** Each row of a table under its name, with the keyed hash of what it holds; in the order of their names, some at a time. */
function* namedRows(db: Connection, key: MacKey, table: string, column: string, { from, to }: Span): Generator<Named, undefined> {
  const rows = (comparison: '>=' | '>') => {
    const end = to === null ? '' : ` AND "${column}" < ?`
    const sql = `SELECT * FROM "${table}" WHERE "${column}" ${comparison} ?${end} ORDER BY "${column}" LIMIT ${pageOfRows}`
    return db.prepare<string[], Canonical[]>(sql).raw()
  }
  const [first, after] = [rows('>='), rows('>')]
  const end = to === null ? [] : [to]
  const columns = first.columns().map(({ name }) => name)
  const at = columns.indexOf(column)
  // As `rowHash` says it, put together once for the table: members in canonical order, NULL left out.
  const members = columns
    .map((name, place) => ({ place, prefix: `${canonicalJson(name)}:`, name }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const opening = `["row",${canonicalJson(table)},`
  for (let page = first.all(from, ...end); page.length > 0;) {
    let name = ''
    for (const row of page) {
      name = String(row[at])
      let text = ''
      for (const { place, prefix } of members) {
        const value = row[place]
        if (value !== null && value !== undefined) text += `${text === '' ? '' : ','}${prefix}${canonicalJson(value)}`
      }
      yield { name, hash: mac(key, `${opening}${canonicalJson(name)},{${text}}]`) }
    }
    page = page.length < pageOfRows ? [] : after.all(name, ...end)
  }
}
