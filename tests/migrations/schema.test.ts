import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'

import { columnsOf, records, tableNames } from '../../electron/contract/index.ts'
import type { FieldKind } from '../../electron/contract/index.ts'
import { applyMigrations, appliedMigrations, pendingMigrations, readMigrations } from '../../electron/vault/migrations.ts'
import { shipped } from './support.ts'

function migrated(upTo = Infinity): Database.Database {
  const db = new Database(':memory:')
  applyMigrations(
    db,
    readMigrations(shipped).filter(({ version }) => version <= upTo),
  )
  return db
}

describe('the schema after all migrations', () => {
  test('is the one in the snapshot, so that a change of it is seen', async () => {
    const objects = migrated()
      .prepare<[], string>(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'case_search_%' AND name NOT LIKE 'case_fragments_%' ORDER BY type DESC, name",
      )
      .pluck()
      .all()
    await expect(`${objects.join(';\n\n')};\n`).toMatchFileSnapshot('schema.snapshot.sql')
  })

  test('has only STRICT tables', () => {
    const loose = migrated()
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all()
    expect(loose).toEqual([])
  })

  test('has a column for each field of the contract, and a table for each of its names', () => {
    const db = migrated()
    for (const [table, { fields }] of Object.entries(records)) {
      const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
      const wanted = Object.entries<FieldKind>(fields).flatMap(([field, kind]) => columnsOf(field, kind))
      expect(columns, table).toEqual(expect.arrayContaining(['id', 'uuid', 'revision', 'created_change', 'binned_change', ...wanted]))
      expect(columns.length, table).toBe(wanted.length + 5)
    }
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
    expect(tables).toEqual(expect.arrayContaining([...tableNames]))
  })
})

describe('0010-first', () => {
  test('before: nothing; after: empty tables, the vocabularies in both languages, full-text indexes that forget', () => {
    const before = new Database(':memory:')
    expect(appliedMigrations(before)).toEqual([])
    expect(pendingMigrations(before, readMigrations(shipped)).at(0)?.name).toBe('0010-first.sql')

    const db = migrated(10)
    expect(appliedMigrations(db).map(({ version }) => version)).toEqual([10])
    const later: string[] = ['saved_searches']
    for (const table of Object.keys(records).filter((name) => !later.includes(name)))
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0)
    const untold = db
      .prepare(
        "SELECT t.code FROM terms t WHERE (SELECT count(*) FROM term_labels l WHERE l.term_id = t.id AND l.language IN ('en', 'es') AND length(l.label) > 0) <> 2",
      )
      .pluck()
      .all()
    expect(untold).toEqual([])
    expect(db.prepare('SELECT count(DISTINCT vocabulary) FROM terms').pluck().get()).toBeGreaterThanOrEqual(5)
    for (const index of ['case_search', 'case_fragments'])
      expect(db.prepare(`SELECT v FROM ${index}_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1)
    expect(db.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get()).toBe(0)
  })
})
