import type { Connection } from '../../vault/pragmas.ts'
import { once } from './once.ts'
import { sortKey } from './sort-key.ts'

type Tag = { tag_key: string; tag: string }

const statements = once((db: Connection) => ({
  of: db.prepare<[number], Tag>('SELECT tag_key, tag FROM case_tags WHERE case_id = ? ORDER BY tag_key'),
  add: db.prepare('INSERT INTO case_tags (tag_key, case_id, tag) VALUES (?, ?, ?)'),
  drop: db.prepare('DELETE FROM case_tags WHERE case_id = ?'),
}))

/** The tags of a case file (JSON) by key; of two that differ in case or accents only the first is kept. */
export function tagsOf(json: string): Tag[] {
  const tags: unknown = JSON.parse(json)
  const byKey = new Map<string, string>()
  for (const tag of Array.isArray(tags) ? tags : []) {
    if (typeof tag === 'string' && !byKey.has(sortKey(tag))) byKey.set(sortKey(tag), tag)
  }
  return [...byKey].map(([tag_key, tag]) => ({ tag_key, tag })).toSorted((a, b) => (a.tag_key < b.tag_key ? -1 : 1))
}

/** The tags of a case file as the index has them. */
export const indexedTags = (db: Connection, caseId: number): Tag[] => statements(db).of.all(caseId)

/** Writes the tags of a case file where they differ. */
export function putTags(db: Connection, caseId: number, json: string): void {
  const next = tagsOf(json)
  if (JSON.stringify(indexedTags(db, caseId)) === JSON.stringify(next)) return
  dropTags(db, caseId)
  for (const { tag_key, tag } of next) statements(db).add.run(tag_key, caseId, tag)
}

export const dropTags = (db: Connection, caseId: number): void => void statements(db).drop.run(caseId)
