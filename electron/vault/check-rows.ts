import { canonicalJson } from './canonical.ts'
import type { Canonical } from './canonical.ts'
import type { Connection } from './pragmas.ts'
import { rowHash } from './rows.ts'
import { mac } from './secrets.ts'
import type { MacKey } from './secrets.ts'

/** A row that is not what its newest binding in the audit chain says, or that has none. */
export type UnfitRow = { table: string; id: string; unbound: boolean }

const pageOfRows = 500

/**
 * Compares every row with its newest binding. Both are read in the order of their names, side by side, so that a large vault
 * is read through once instead of being looked up a million times. Returns how many bindings there are.
 */
export function compareRows(db: Connection, key: MacKey, tables: ReadonlyMap<string, string>, unfit: (row: UnfitRow) => void): number {
  let bindings = 0
  // What an erasing left of a change's history stands among the bindings and is no row (`thinned.ts`); the history's own check reads it.
  const boundElsewhere = db
    .prepare<[], string>("SELECT DISTINCT table_name FROM audit_rows WHERE table_name <> 'change_sets'")
    .pluck()
    .all()
  for (const table of new Set([...tables.keys(), ...boundElsewhere])) {
    const column = tables.get(table)
    const rows = column === undefined ? none() : namedRows(db, key, table, column)
    let row = rows.next()
    for (const { name, hash } of newest(db, table)) {
      bindings += 1
      for (; row.done !== true && before(row.value.name, name); row = rows.next()) unfit({ table, id: row.value.name, unbound: true })
      const there = row.done !== true && row.value.name === name
      // A name in a table that is no table of ours binds nothing that could be compared.
      const fits = column !== undefined && (row.done !== true && there ? row.value.hash : rowHash(key, table, name, undefined)).equals(hash)
      if (!fits) unfit({ table, id: name, unbound: false })
      if (there) row = rows.next()
    }
    for (; row.done !== true; row = rows.next()) unfit({ table, id: row.value.name, unbound: true })
  }
  return bindings
}

type Named = { name: string; hash: Buffer }

function* none(): Generator<Named, undefined> {}

/** SQLite orders text by its bytes. */
const before = (a: string, b: string): boolean => Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')) < 0

/** The newest binding of each row of a table, in the order of their names. */
function* newest(db: Connection, table: string): Generator<Named, undefined> {
  const all = db
    .prepare<[string], [string, Buffer]>('SELECT row_uuid, row_hash FROM audit_rows WHERE table_name = ? ORDER BY row_uuid, seq')
    .raw()
  let last: Named | undefined
  for (const [name, hash] of all.iterate(table)) {
    if (last !== undefined && last.name !== name) yield last
    last = { name, hash }
  }
  if (last !== undefined) yield last
}

/** Each row of a table under its name, with the keyed hash of what it holds; in the order of their names, some at a time. */
function* namedRows(db: Connection, key: MacKey, table: string, column: string): Generator<Named, undefined> {
  const first = db.prepare<[], Canonical[]>(`SELECT * FROM "${table}" ORDER BY "${column}" LIMIT ${pageOfRows}`).raw()
  const after = db
    .prepare<[string], Canonical[]>(`SELECT * FROM "${table}" WHERE "${column}" > ? ORDER BY "${column}" LIMIT ${pageOfRows}`)
    .raw()
  const columns = first.columns().map(({ name }) => name)
  const at = columns.indexOf(column)
  // As `rowHash` says it, put together once for the table: members in canonical order, NULL left out.
  const members = columns
    .map((name, place) => ({ place, prefix: `${canonicalJson(name)}:`, name }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const opening = `["row",${canonicalJson(table)},`
  for (let page = first.all(); page.length > 0;) {
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
    page = page.length < pageOfRows ? [] : after.all(name)
  }
}
