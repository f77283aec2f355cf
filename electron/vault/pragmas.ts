import Database from 'better-sqlite3'
import type { Database as Connection } from 'better-sqlite3'
import { statSync } from 'node:fs'

import { VaultError, asVaultError } from './errors.ts'

export type { Connection }

type OpenOptions = {
  /** 32 bytes; stays the caller's, who wipes it. */
  key: Buffer
  /** Which part of the vault it is, for error messages. */
  what: string
  readOnly?: boolean
  /** Makes a new file; else a missing or empty one is damage, for the header says that there is a database. */
  create?: boolean
}

type Pragma = readonly [name: string, set: string, expected: string | number]

// Read by their place in the answer, not by name: the cipher's pragmas answer with a column named after the value.
const beforeKey: readonly Pragma[] = [
  ['temp_store', 'MEMORY', 2],
  ['cipher', "'sqlcipher'", 'sqlcipher'],
  ['legacy', '4', '4'],
  ['hmac_use', '1', '1'],
  ['hmac_check', '1', '1'],
]
const afterKey: readonly Pragma[] = [
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['foreign_keys', 'ON', 1],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  // 64 MiB: each page that is not kept must be authenticated and decrypted again; the default of 2 MiB doubles a save.
  ['cache_size', '-65536', -65536],
]

function setAndReadBack(connection: Connection, pragmas: readonly Pragma[]): void {
  for (const [name, value, expected] of pragmas) {
    connection.pragma(`${name} = ${value}`)
    const found = connection.pragma(name, { simple: true })
    if (found !== expected) throw new VaultError('internal', { where: `pragma:${name}` })
  }
}

/** How long a statement waits for another process of ours, in milliseconds. */
const patience = 2000

/**
 * Opens one of the vault's databases: SQLCipher 4 with a raw key, and every setting of security rule 2, set before any
 * other statement and read back. This is the only place where a database is opened.
 * @throws {VaultError} `damaged` where the file is missing, empty, cut short, or not under this key
 */
export function openDatabase(file: string, { key, what, readOnly = false, create = false }: OpenOptions): Connection {
  if (!create) refuseMissing(file, what)
  let connection: Connection | undefined
  try {
    connection = new Database(file, { readonly: readOnly, fileMustExist: !create, timeout: patience })
    setAndReadBack(connection, beforeKey)
    applyRawKey(connection, key)
    setAndReadBack(connection, afterKey)
    // The first read of a page: it fails where the key or the file is not the right one.
    const tables = connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
    if (!create && tables === 0) throw new VaultError('damaged', { what })
    return connection
  } catch (error) {
    connection?.close()
    throw asVaultError(error, what, file)
  }
}

/**
 * Turns on the write-ahead log, once everything that could refuse the database has been checked: a file that is not
 * opened after all stays as it was, byte for byte.
 */
export function startWriteAheadLog(connection: Connection): void {
  if (connection.readonly) return
  if (connection.pragma('journal_mode = WAL', { simple: true }) !== 'wal')
    throw new VaultError('internal', { where: 'pragma:journal_mode' })
}

/** Without the prefix `raw:` the cipher would take the 32 bytes for a passphrase and run them through PBKDF2. */
function applyRawKey(connection: Connection, key: Buffer): void {
  const raw = Buffer.concat([Buffer.from('raw:', 'latin1'), key])
  try {
    connection.key(raw)
  } finally {
    raw.fill(0)
  }
}

/** Takes back what a transaction did; where the disk refuses that too, SQLite does it at the next opening. */
export function rollBack(connection: Connection): void {
  try {
    if (connection.inTransaction) connection.exec('ROLLBACK')
  } catch {
    // The reason why it came to this is the one to tell.
  }
}

function refuseMissing(file: string, what: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  // SQLite takes a missing or zero-length file for a valid empty database.
  if (found?.isFile() !== true || found.size === 0) throw new VaultError('damaged', { what })
}

/**
 * Moves everything out of the write-ahead log, which carries no authentication across a cut, into the database. False
 * where that can't be done now (a full disk, a failing one): the log stays, whole, and nothing is lost.
 */
export function checkpoint(connection: Connection): boolean {
  if (!connection.open || connection.inTransaction || connection.readonly) return false
  try {
    // Somebody who reads (a backup, a check) must not hold up who writes: then the log stays until the next time.
    connection.pragma('busy_timeout = 0')
    const [outcome] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return outcome?.busy === 0
  } catch {
    return false
  } finally {
    connection.pragma(`busy_timeout = ${patience}`)
  }
}

/** Leaves the file in rollback-journal mode, so that it opens on read-only media, and closes it. */
export function closeDatabase(connection: Connection): void {
  if (!connection.open) return
  try {
    if (checkpoint(connection)) connection.pragma('journal_mode = DELETE')
  } catch {
    // Without room for that it stays in write-ahead mode, which the next opening finds as a crash would leave it.
  } finally {
    connection.close()
  }
}

/** FTS5 keeps deleted text in its segments unless each index has its own `secure-delete` on (security rule 21). */
export function checkSecureDelete(connection: Connection): void {
  const indexes = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'")
    .pluck()
    .all()
  for (const name of indexes) {
    const set = connection
      .prepare(`SELECT v FROM "${String(name)}_config" WHERE k = 'secure-delete'`)
      .pluck()
      .get()
    if (set !== 1) throw new VaultError('internal', { where: `secure-delete:${String(name)}` })
  }
}
