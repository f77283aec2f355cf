import type { Connection } from '../pragmas.ts'
import type { Stored } from './records.ts'

type Column = { name: string; type: string; notNull: boolean; rowid: boolean; choices: ReadonlySet<string> | null }

/** A table as a row of it looks in the file: columns in the order in which they are stored. */
export type TableShape = { table: string; withoutRowid: boolean; columns: Column[]; key: string[] }

/** A row by its columns. */
export type RowValues = Record<string, Stored>

/** Tables that are made from others. They are built anew, never saved. */
const derivedTables: ReadonlySet<string> = new Set([
  'case_index',
  'case_texts',
  'name_index',
  'case_tags',
  'custody_spans',
  'custody_days',
  'source_texts',
  'derived_state',
])

/** Whether a table's rows are what somebody entered, or the record of it: all but what is made from other tables. */
export const isKept = (table: string, virtual: readonly string[]): boolean =>
  !table.startsWith('sqlite_') && !derivedTables.has(table) && !virtual.some((name) => table === name || table.startsWith(`${name}_`))

/** The full-text indexes of a database; their tables begin with their names. */
export const virtualTables = (db: Connection): string[] =>
  db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'").pluck().all()

/** Reads from an empty database of the same schema how each table's rows look, full-text indexes' own tables included. */
export function readShapes(db: Connection): TableShape[] {
  const tables = db
    .prepare<[], { name: string; wr: number; sql: string }>(
      `SELECT l.name, l.wr, s.sql FROM pragma_table_list l JOIN sqlite_schema s ON s.name = l.name AND s.type = 'table'
       WHERE l.schema = 'main' AND l.type IN ('table', 'shadow') AND l.name NOT LIKE 'sqlite_%'`,
    )
    .all()
  return tables.map(({ name, wr, sql }) => {
    const info = db
      .prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
        'SELECT name, type, "notnull", pk FROM pragma_table_info(?)',
      )
      .all(name)
    const keys = info.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
    const ordered = wr === 1 ? [...keys, ...info.filter(({ pk }) => pk === 0)] : info
    const columns = ordered.map((column): Column => {
      const type = column.type.toUpperCase()
      const rowid = wr === 0 && keys.length === 1 && column.pk === 1 && type === 'INTEGER'
      return {
        name: column.name,
        type,
        notNull: column.notnull === 1 || (wr === 1 && column.pk > 0),
        rowid,
        choices: choicesOf(sql, column.name),
      }
    })
    return { table: name, withoutRowid: wr === 1, columns, key: keys.map((column) => column.name) }
  })
}

/** How the pages of indexes look, so that one whose tree is lost is not taken for a table's. */
export function readIndexShapes(db: Connection): TableShape[] {
  const indexes = db.prepare<[], { name: string; tbl_name: string }>("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'").all()
  return indexes.map(({ name, tbl_name }) => {
    const types = new Map(
      db
        .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
        .all(tbl_name)
        .map((column) => [column.name, column.type]),
    )
    const columns = db
      .prepare<[string], { name: string | null; cid: number }>('SELECT name, cid FROM pragma_index_xinfo(?)')
      .all(name)
      .map(({ name: column, cid }): Column => {
        const type = cid === -1 ? 'INTEGER' : (types.get(column ?? '') ?? 'ANY')
        return { name: column ?? `expression${cid}`, type, notNull: cid === -1, rowid: false, choices: null }
      })
    return { table: `index:${name}`, withoutRowid: true, columns, key: [] }
  })
}

/** The values that a column may have, where the schema lists them. */
function choicesOf(sql: string, column: string): ReadonlySet<string> | null {
  const [, list] = new RegExp(`CHECK \\(${column} IN \\(([^)]*)\\)\\)`).exec(sql) ?? []
  return list === undefined ? null : new Set([...list.matchAll(/'([^']*)'/g)].map(([, value = '']) => value))
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function takes(column: Column, value: Stored): boolean {
  if (column.rowid) return value === null
  if (value === null) return !column.notNull
  if (column.choices !== null) return typeof value === 'string' && column.choices.has(value)
  if ((column.name === 'uuid' || column.name === 'row_uuid') && typeof value === 'string' && column.notNull)
    return column.name !== 'uuid' || uuid.test(value)
  switch (column.type) {
    case 'TEXT':
      return typeof value === 'string'
    case 'INTEGER':
    case 'INT':
      return typeof value === 'number' || typeof value === 'bigint'
    case 'BLOB':
      return Buffer.isBuffer(value)
    default:
      return true
  }
}

/** As many columns have been added to a table after its rows were written, at most. */
const addedAtMost = 8

/**
 * A record as a row of a table, or undefined where it can't be one. Columns that were added to the table later may be
 * missing at its end, as SQLite leaves them.
 */
export function asRow(shape: TableShape, rowid: number | null, values: readonly Stored[]): RowValues | undefined {
  if ((rowid === null) !== shape.withoutRowid || values.length > shape.columns.length || values.length < shape.columns.length - addedAtMost)
    return undefined
  const row: RowValues = {}
  for (const [index, column] of shape.columns.entries()) {
    const value = values[index] ?? null
    if (!takes(column, value)) return undefined
    row[column.name] = column.rowid ? rowid : value
  }
  return row
}
