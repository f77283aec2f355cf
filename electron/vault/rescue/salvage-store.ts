import { rowHash, boundTables } from '../rows.ts'
import type { Canonical } from '../canonical.ts'
import type { AuditEntry } from '../chain.ts'
import { openDatabase } from '../pragmas.ts'
import type { Connection } from '../pragmas.ts'
import type { MacKey } from '../secrets.ts'
import type { RowValues } from './table-shapes.ts'

/** Seals and entries of the damaged vault's audit chain, in an encrypted file of their own while the salvage runs. */
export type OldChain = {
  addEntry(row: RowValues): void
  addSeal(row: RowValues): void
  /** Makes what was added readable; call once, before anything is asked. */
  settle(): void
  entries(): IterableIterator<AuditEntry>
  /** The newest seal of a row. */
  sealOf(table: string, id: string): { seq: number; hash: Buffer } | undefined
  /** Whether any entry sealed the row with this content. */
  hasSeal(table: string, id: string, hash: Buffer): boolean
  /** The newest seal of every row. */
  seals(): IterableIterator<{ table: string; id: string; seq: number; hash: Buffer }>
  /** Rows whose newest seal is of this entry. */
  sealedAt(seq: number): { table: string; id: string; hash: Buffer }[]
  close(): void
}

export function openOldChain(file: string, key: Buffer): OldChain {
  const db = openDatabase(file, { key, what: 'database', create: true })
  db.exec(`CREATE TABLE entries (seq INTEGER PRIMARY KEY, change_no, at, kind, caseworker_id, details, previous_hash, hash);
    CREATE TABLE seals (t TEXT, id TEXT, seq INTEGER, hash BLOB, PRIMARY KEY (t, id, seq)) WITHOUT ROWID`)
  const entry = db.prepare(
    'INSERT OR IGNORE INTO entries VALUES (@seq, @change_no, @at, @kind, @caseworker_id, @details, @previous_hash, @hash)',
  )
  const seal = db.prepare('INSERT OR IGNORE INTO seals VALUES (@table_name, @row_uuid, @seq, @row_hash)')
  db.exec('BEGIN')
  const newest = db.prepare<[string, string], { seq: number; hash: Buffer }>(
    'SELECT seq, hash FROM seals WHERE t = ? AND id = ? ORDER BY seq DESC LIMIT 1',
  )
  const any = db.prepare<[string, string, Buffer]>('SELECT 1 FROM seals WHERE t = ? AND id = ? AND hash = ?')
  return {
    addEntry: (row) => void entry.run(row),
    addSeal: (row) => void seal.run(row),
    settle() {
      db.exec(`CREATE TABLE newest (seq INTEGER, t TEXT, id TEXT, hash BLOB, PRIMARY KEY (seq, t, id)) WITHOUT ROWID;
        INSERT INTO newest SELECT max(seq), t, id, hash FROM seals GROUP BY t, id; COMMIT`)
    },
    entries: () => db.prepare<[], AuditEntry>('SELECT * FROM entries ORDER BY seq').iterate(),
    sealOf: (table, id) => newest.get(table, id),
    hasSeal: (table, id, hash) => any.get(table, id, hash) !== undefined,
    seals: () =>
      db.prepare<[], { table: string; id: string; seq: number; hash: Buffer }>('SELECT t AS "table", id, seq, hash FROM newest').iterate(),
    sealedAt: (seq) =>
      db
        .prepare<[number], { table: string; id: string; hash: Buffer }>(
          'SELECT t AS "table", id, hash FROM newest WHERE seq = ? ORDER BY t, id',
        )
        .all(seq),
    close: () => void db.close(),
  }
}

/** Which rows the chain seals, and what their seal would be. */
export function sealing(db: Connection, auditKey: MacKey) {
  const tables = boundTables(db)
  return {
    tables,
    idOf: (table: string, row: RowValues): string | undefined => {
      const column = tables.get(table)
      const id = column === undefined ? undefined : row[column]
      return typeof id === 'string' ? id : undefined
    },
    hashOf: (table: string, id: string, row: RowValues | undefined): Buffer =>
      rowHash(auditKey, table, id, row as Record<string, Canonical> | undefined),
  }
}

type Bindable = string | number | bigint | Buffer | null

/** Puts rows into the new vault. Where two rows want one place (an old page beside a newer one), the better proven stays. */
export function rowWriter(db: Connection, isProven: (table: string, row: RowValues) => boolean) {
  const inserts = new Map<string, ReturnType<typeof prepared>>()
  const prepared = (table: string, columns: readonly string[], how: string) =>
    db.prepare<Bindable[]>(
      `INSERT ${how} INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
  function put(table: string, row: RowValues, how: '' | 'OR REPLACE'): void {
    const columns = Object.keys(row)
    const name = `${how} ${table} ${columns.length}`
    const statement = inserts.get(name) ?? prepared(table, columns, how)
    inserts.set(name, statement)
    statement.run(...Object.values(row))
  }
  return {
    /** False: another row stands in its place. */
    write(table: string, row: RowValues, replaces = false): boolean {
      try {
        put(table, row, replaces ? 'OR REPLACE' : '')
        return true
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))) throw error
        if (!isProven(table, row)) return false
        put(table, row, 'OR REPLACE')
        return true
      }
    },
  }
}
