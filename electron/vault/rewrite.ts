import { renameSync, rmSync } from 'node:fs'

import { asVaultError } from './errors.ts'
import { syncFile, syncFolder, vaultFiles } from './files.ts'
import { checkpoint, closeDatabase, openDatabase, startWriteAheadLog } from './pragmas.ts'
import type { Connection } from './pragmas.ts'

// `secure_delete` zeroes a row that is deleted, but not what a page keeps in its unused middle of rows that moved to
// another page when it was split: some pages still had pieces of people who were erased. Only pages written anew are
// sure to have none. In memory, since temporary files would not be encrypted, so up to a size; beyond it at the next
// opening, into a file of its own that takes the database's place.

/** A database of more bytes is rewritten at its next opening, not at once. */
const mostInMemory = 512 * 1024 * 1024

/** Notes, inside the transaction that erases, that the database is to be written anew: a crash in between forgets nothing. */
export const oweRewrite = (db: Connection): void =>
  void db.prepare("INSERT OR REPLACE INTO derived_state (key, value) VALUES ('rewrite', 1)").run()

// A vault that an older version made has no such table, and owes nothing.
const isOwed = (db: Connection): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'derived_state'").get() !== undefined &&
  db.prepare("SELECT 1 FROM derived_state WHERE key = 'rewrite'").get() !== undefined
const settle = (db: Connection): void => void db.prepare("DELETE FROM derived_state WHERE key = 'rewrite'").run()
const sizeOf = (db: Connection): number =>
  Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))

/**
 * Writes every page anew, then empties the log. False where that can't be done now (too large, no space): what was erased
 * is gone from every query, and the rest follows at the next opening.
 */
export function rewriteNow(db: Connection, most = mostInMemory): boolean {
  if (sizeOf(db) > most) return false
  try {
    db.exec('VACUUM')
    settle(db)
    return checkpoint(db)
  } catch {
    return false
  }
}

/**
 * Does what an erasing could not do then, while nobody else has the database yet. Answers the connection to go on with. A
 * failure (no space) is no reason not to open: it stays owed.
 */
export function rewriteAtOpening(db: Connection, folder: string, key: Buffer, most = mostInMemory): Connection {
  if (!isOwed(db) || rewriteNow(db, most)) return db
  const { database } = vaultFiles(folder)
  const anew = `${database}.anew`
  try {
    rmSync(anew, { force: true })
    db.prepare('VACUUM INTO ?').run(anew)
    syncFile(anew)
  } catch {
    rmSync(anew, { force: true })
    return db
  }
  closeDatabase(db)
  try {
    renameSync(anew, database)
    syncFolder(folder)
  } catch (error) {
    rmSync(anew, { force: true })
    throw asVaultError(error, 'database')
  }
  const next = openDatabase(database, { key, what: 'database' })
  startWriteAheadLog(next)
  settle(next)
  checkpoint(next)
  return next
}
