import type { Connection } from '../../vault/pragmas.ts'
import { withPrivateDatabase } from '../../vault/private-copy.ts'
import type { Vault } from '../../vault/vault.ts'

type Row = Record<string, unknown>

/**
 * FTS5's own check of an index against the text that it was made from, for a process that may only read: the check is
 * worded as an insertion, and `PRAGMA integrity_check` leaves the text of such an index out. So the index, as it stands, is
 * copied into a database that this process may write, and asked there.
 */
export function isSoundInCopy(vault: Vault, name: string): boolean {
  const { db } = vault
  return withPrivateDatabase(vault, (scratch) => {
    const schema = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck()
    for (const table of ['case_texts', name]) scratch.exec(schema.get(table) ?? '')
    // SQLite guards an index's own tables against whoever would alter them; these are a copy that nobody keeps.
    scratch.unsafeMode(true)
    scratch.exec('BEGIN')
    const shadows = ['data', 'idx', 'docsize', 'config'].map((part) => `${name}_${part}`)
    const there = new Set(scratch.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
    for (const table of ['case_texts', ...shadows.filter((shadow) => there.has(shadow))]) copyRows(db, scratch, table)
    scratch.exec('COMMIT')
    try {
      scratch.prepare(`INSERT INTO ${name} (${name}, rank) VALUES ('integrity-check', 1)`).run()
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT')) return false
      throw error
    }
  })
}

function copyRows(from: Connection, to: Connection, table: string): void {
  // What FTS5 put there when the empty index was made gives way to what the vault's says.
  to.exec(`DELETE FROM "${table}"`)
  const columns = from.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const insert = to.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => '?').join(', ')})`)
  for (const row of from.prepare<[], Row>(`SELECT * FROM "${table}"`).iterate()) insert.run(...columns.map((column) => row[column]))
}
