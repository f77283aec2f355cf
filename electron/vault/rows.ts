import { canonicalBytes } from './canonical.ts'
import type { Canonical } from './canonical.ts'
import type { Connection } from './pragmas.ts'
import { mac } from './secrets.ts'
import type { MacKey } from './secrets.ts'

type Row = Record<string, Canonical>

/** Tables whose rows the audit chain binds, with the column that names a row. */
export function boundTables(db: Connection): Map<string, string> {
  const rows = db
    .prepare<[], { name: string }>(
      `SELECT s.name AS name FROM sqlite_schema s JOIN pragma_table_info(s.name) c ON c.name = 'uuid'
       WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY s.name`,
    )
    .all()
  return new Map([['vault_settings', 'key'], ...rows.map(({ name }) => [name, 'uuid'] as const)])
}

/**
 * The keyed hash of one row's whole content, or of its absence. NULL columns are left out, so that a migration which
 * adds an empty column leaves every hash as it was.
 */
export function rowHash(key: MacKey, table: string, name: string, row: Row | undefined): Buffer {
  if (row === undefined) return mac(key, canonicalBytes(['row', table, name, null]))
  const content: Record<string, Canonical | undefined> = {}
  for (const [column, value] of Object.entries(row)) content[column] = value ?? undefined
  return mac(key, canonicalBytes(['row', table, name, content]))
}

/** Hashes rows of a database as they stand; statements are prepared once a table. */
export function rowHasher(db: Connection, key: MacKey) {
  const tables = boundTables(db)
  const statements = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (table: string) => {
    const column = tables.get(table)
    if (column === undefined) throw new TypeError(`no bound table ${table}`)
    return db.prepare<[string], Row>(`SELECT * FROM "${table}" WHERE "${column}" = ?`)
  }
  return {
    tables,
    hashOf(table: string, name: string): Buffer {
      const statement = statements.get(table) ?? prepare(table)
      statements.set(table, statement)
      return rowHash(key, table, name, statement.get(name))
    },
  }
}
