import type { Connection } from '../../vault/pragmas.ts'
import { readManyCases } from './case-rows.ts'
import { putCustody } from './custody-spans.ts'
import { forget } from './remembered.ts'
import type { SqlRow } from './searched-fields.ts'
import { putSourceWords } from './source-texts.ts'
import { largeHeap, putRows, usualHeap } from './upkeep.ts'

/**
 * The rules by which derived tables are made. Whoever changes what stands in one of them (its columns, how text is folded,
 * how names become keys) raises it, and every vault makes its derived tables anew at its next opening.
 */
export const derivedVersion = 2

/** What reading the case files takes of a rebuild; the rest is the custody over time and the two text indexes. */
const shareOfRows = 0.75
/** So many case files are read with one question, and lie in memory together. */
const casesAtOnce = 200
const indexes = ['case_search', 'case_fragments'] as const

/** Makes all that is derived anew from the tables: for repair, and after rows were written in bulk. In one transaction. */
export function rebuildIndex(db: Connection, onProgress: (share: number) => void = () => undefined): void {
  const work = db.transaction(() => {
    for (const table of ['case_index', 'case_texts', 'name_index', 'case_tags', 'custody_spans', 'custody_days', 'source_texts'])
      db.exec(`DELETE FROM ${table}`)
    const uuids = db.prepare<[], string>('SELECT uuid FROM case_files ORDER BY id').pluck().all()
    for (let first = 0; first < uuids.length; first += casesAtOnce) {
      for (const rows of readManyCases(db, uuids.slice(first, first + casesAtOnce))) putRows(db, rows)
      onProgress((first / uuids.length) * shareOfRows)
    }
    db.prepare("INSERT OR REPLACE INTO derived_state (key, value) VALUES ('version', ?)").run(derivedVersion)
    for (const person of allRows(db, 'persons')) putCustody(db, person)
    for (const source of allRows(db, 'sources')) putSourceWords(db, source)
    onProgress(shareOfRows + 0.05)
    for (const name of indexes) {
      db.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('hashsize', ${largeHeap})`)
      db.exec(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`)
      // One piece: else the first saves afterwards would merge pieces of many megabytes, for seconds.
      db.exec(`INSERT INTO ${name} (${name}) VALUES ('optimize')`)
      db.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('hashsize', ${usualHeap})`)
      onProgress(name === 'case_search' ? 0.9 : 1)
    }
  })
  work()
  forget(db)
}

/** Rows of a table a thousand at a time: while one statement runs, the connection can't write. */
export function* allRows(db: Connection, table: 'persons' | 'sources'): Generator<SqlRow> {
  const page = db.prepare<[number], SqlRow>(`SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT 1000`)
  for (let rows = page.all(-1); rows.length > 0; rows = page.all(Number(rows.at(-1)?.['id']))) yield* rows
}
