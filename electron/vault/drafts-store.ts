import { renameSync, rmSync } from 'node:fs'

import { VaultError, asVaultError } from './errors.ts'
import { vaultFiles } from './files.ts'
import { checkpoint, closeDatabase, openDatabase, startWriteAheadLog } from './pragmas.ts'

/** What is being typed and is not a change yet. `at` is UTC milliseconds. */
export type Draft = { key: string; value: string; baseRevision: number | null; at: number }

export type DraftsStore = {
  /** Keeps a draft in place of an older one of the same key; durable when it returns. */
  put(draft: Omit<Draft, 'at'>): { at: number }
  /** Takes a draft away; one that is not there is no fault. */
  clear(key: string): void
  /** All drafts, oldest first. */
  list(): Draft[]
  close(): void
}

const schema = `CREATE TABLE IF NOT EXISTS drafts (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  base_revision INTEGER,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID`

const idleMilliseconds = 5000

/** Makes the drafts' database of a new vault, so that from then on a missing or empty one is damage. */
export function createDrafts(folder: string, key: Buffer): void {
  const db = openDatabase(vaultFiles(folder).drafts, { key, what: 'drafts', create: true })
  try {
    db.exec(schema)
  } catch (error) {
    throw asVaultError(error, 'drafts', db.name)
  } finally {
    closeDatabase(db)
  }
}

/**
 * Opens the drafts of a vault with their own key and connection, apart from the vault's database, so that no query and
 * no import can hold up what is being typed. The key stays the caller's, who wipes it.
 * @throws {VaultError} `damaged` (drafts), `read_only`, `disk_full`, `disk_failed`
 */
export function openDrafts(folder: string, key: Buffer): DraftsStore {
  const file = vaultFiles(folder).drafts
  const db = openDatabase(file, { key, what: 'drafts' })
  try {
    startWriteAheadLog(db)
    // What a kill left in the log alone, where no page number and no head binds it.
    checkpoint(db)
  } catch (error) {
    db.close()
    throw asVaultError(error, 'drafts', file)
  }
  const put = db.prepare<[string, string, number | null, number]>(
    `INSERT INTO drafts (key, value, base_revision, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, base_revision = excluded.base_revision, at = excluded.at`,
  )
  const clear = db.prepare<[string]>('DELETE FROM drafts WHERE key = ?')
  const list = db.prepare<[], Draft>('SELECT key, value, base_revision AS baseRevision, at FROM drafts ORDER BY at, key')
  let idle: NodeJS.Timeout | undefined
  const written = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw asVaultError(error, 'drafts', file)
    } finally {
      clearTimeout(idle)
      idle = setTimeout(() => checkpoint(db), idleMilliseconds)
      idle.unref()
    }
  }
  return {
    put: (draft) =>
      written(() => {
        const at = Date.now()
        put.run(draft.key, draft.value, draft.baseRevision, at)
        return { at }
      }),
    clear: (name) => written(() => void clear.run(name)),
    list: () => list.all(),
    close() {
      clearTimeout(idle)
      closeDatabase(db)
    },
  }
}

/**
 * Puts damaged drafts aside under another name and begins anew: the way on that loses nothing which a later version
 * might still read. Returns the name that the damaged file now has.
 */
export function putDraftsAside(folder: string, key: Buffer, now = Date.now()): string {
  const { drafts } = vaultFiles(folder)
  const aside = drafts.replace(/\.db$/, `.damaged-${now}.db`)
  // After a kill the newest drafts stand in the log alone, so that it is kept too, under the name that belongs to it.
  for (const part of ['', '-wal']) {
    try {
      renameSync(`${drafts}${part}`, `${aside}${part}`)
    } catch (error) {
      // Missing drafts are damage too, and there is nothing to keep.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw asVaultError(error, 'drafts')
    }
  }
  rmSync(`${drafts}-shm`, { force: true })
  try {
    createDrafts(folder, key)
  } catch (error) {
    throw error instanceof VaultError ? error : asVaultError(error, 'drafts')
  }
  return aside
}
