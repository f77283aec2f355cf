import { foldText } from '../../domain/fold.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { once } from './once.ts'
import type { SqlRow } from './searched-fields.ts'

const open = ['title', 'author', 'publisher', 'code_name', 'note'] as const
const shownOfProtected = ['code_name'] as const

const statements = once((db: Connection) => ({
  put: db.prepare('INSERT OR REPLACE INTO source_texts (source_id, words) VALUES (?, ?)'),
  drop: db.prepare('DELETE FROM source_texts WHERE source_id = ?'),
  source: db.prepare<[string], SqlRow>('SELECT * FROM sources WHERE uuid = ?'),
}))

/** The folded words by which a source is found: what is hidden of a protected one can't be found out by searching for it. */
export function sourceWords(row: SqlRow): string {
  const columns = row['protection'] === 'protected' ? shownOfProtected : open
  return columns.flatMap((column) => (typeof row[column] === 'string' ? [foldText(row[column])] : [])).join('\n')
}

/** Brings the words of a source up to date with its row; one in the bin has none. */
export function putSourceWords(db: Connection, row: SqlRow): void {
  if (row['binned_change'] === null) statements(db).put.run(Number(row['id']), sourceWords(row))
  else statements(db).drop.run(Number(row['id']))
}

/** The same by the source's id. */
export function reindexSource(db: Connection, sourceUuid: string): void {
  const row = statements(db).source.get(sourceUuid)
  if (row !== undefined) putSourceWords(db, row)
}
