import type { Connection } from '../pragmas.ts'
import { uuidv7 } from '../uuid.ts'

type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }
type Reference = { from: string; parent: string; to: string }

const columnsOf = (db: Connection, table: string): Column[] =>
  db.prepare<[string], Column>('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)').all(table)

const referencesOf = (db: Connection, table: string): Reference[] =>
  db.prepare<[string], Reference>('SELECT "from", "table" AS parent, "to" FROM pragma_foreign_key_list(?)').all(table)

/** An empty record under an id that others name. Its own parents come to be with it. */
function place(db: Connection, table: string, id: string, placed: (table: string, id: string) => void): void {
  const references = new Map(referencesOf(db, table).map((reference) => [reference.from, reference]))
  const row: Record<string, string | number> = {}
  for (const { name, type, notnull, dflt_value, pk } of columnsOf(db, table)) {
    if (name === 'uuid') row[name] = id
    else if (notnull === 0 || dflt_value !== null || pk > 0) continue
    else {
      const reference = references.get(name)
      if (reference?.to === 'uuid') {
        row[name] = uuidv7()
        place(db, reference.parent, row[name], placed)
      }
      // A reference is one of a kind, and must not look like one that the office gave.
      else if (name === 'reference') row[name] = `LOST-${id.slice(-12)}`
      else row[name] = type === 'TEXT' ? '' : 0
    }
  }
  const names = Object.keys(row)
  db.prepare(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
    ...Object.values(row),
  )
  placed(table, id)
}

/**
 * Puts an empty record where a saved one refers to a lost one, so that what hangs on it can be seen and mended by hand:
 * a charge whose case file is lost is worth having.
 */
export function placeMissingParents(db: Connection, placed: (table: string, id: string) => void): void {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all()
  for (const table of tables)
    for (const { from, parent, to } of referencesOf(db, table)) {
      const missing = db
        .prepare<[], string | number>(
          `SELECT DISTINCT child."${from}" FROM "${table}" AS child
           WHERE child."${from}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${parent}" AS p WHERE p."${to}" = child."${from}")`,
        )
        .pluck()
        .all()
      if (to === 'uuid') for (const id of missing) place(db, parent, String(id), placed)
      // Labels of a term that is gone say nothing by themselves.
      else if (missing.length > 0 && parent === 'terms')
        db.prepare(`DELETE FROM "${table}" WHERE "${from}" NOT IN (SELECT id FROM terms)`).run()
    }
}
