import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { VaultError, asVaultError } from '../errors.ts'
import { vaultFiles } from '../files.ts'
import { unlockHeader } from '../header.ts'
import type { UnlockedHeader } from '../header.ts'
import { pendingMigrations, readMigrations } from '../migrations.ts'
import { closeDatabase, openDatabase } from '../pragmas.ts'
import type { Connection } from '../pragmas.ts'
import { subKey, wipe } from '../secrets.ts'
import { assembleVault } from '../vault.ts'
import type { Vault } from '../vault.ts'
import { holdVault } from './hold.ts'
import { openPages } from './page-store.ts'
import { logOf } from './write-ahead-log.ts'

const prefix = 'habeas-reading-'
const dayMilliseconds = 86_400_000

/** Copies that a killed process left; they are encrypted, and nobody's after a day. */
function removeOldCopies(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const path = join(tmpdir(), name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > dayMilliseconds) rmSync(path, { recursive: true, force: true })
  }
}

/**
 * Where a log is left, SQLite would write to read it. It gets an encrypted copy in the system's temporary folder, and
 * the vault's own files stay as they are.
 */
function copyWithLog(database: string, key: Buffer): { file: string; remove: () => void } {
  removeOldCopies()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  const file = join(folder, 'vault.db')
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    copyFileSync(database, file)
    if (existsSync(logOf(database))) copyFileSync(logOf(database), logOf(file))
    // The log goes into the copy, as far as SQLite can read it.
    closeDatabase(openDatabase(file, { key, what: 'database' }))
    return { file, remove }
  } catch (error) {
    remove()
    throw error
  }
}

const isInLogMode = (folder: string, key: Buffer): boolean => {
  const store = openPages(folder, key)
  try {
    return store.log.frames > 0 || store.log.missing || store.log.tail > 0
  } finally {
    store.close()
  }
}

/** A connection that only reads, whatever the state of the vault's files; `release` lets go of it. */
export function readingConnection(folder: string, { dataKey, header }: UnlockedHeader): { db: Connection; release: () => void } {
  const key = subKey(dataKey, header.vaultId, 'database')
  const { database } = vaultFiles(folder)
  let copy: ReturnType<typeof copyWithLog> | undefined
  try {
    if (!existsSync(database)) throw new VaultError('damaged', { what: 'database' })
    if (isInLogMode(folder, key)) copy = copyWithLog(database, key)
    const db = openDatabase(copy?.file ?? database, { key, what: 'database', readOnly: true })
    return {
      db,
      release: () => {
        db.close()
        copy?.remove()
      },
    }
  } catch (error) {
    copy?.remove()
    throw asVaultError(error, 'database')
  } finally {
    wipe(key)
  }
}

/**
 * Opens a vault for reading although parts of it are damaged, or it is older than its own record says. A damaged page is
 * refused where it is met. Nothing in the vault's folder is written.
 * @throws {VaultError} as `openVault`; `damaged` (database) where the first pages are lost and nothing can be found in it
 */
export async function openDamaged(folder: string, passphrase: string, { migrations }: { migrations?: string } = {}): Promise<Vault> {
  const place = resolve(folder)
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) throw new VaultError('no_vault')
  const lock = holdVault(place)
  let unlocked: UnlockedHeader | undefined
  let reading: ReturnType<typeof readingConnection> | undefined
  try {
    unlocked = await unlockHeader(place, passphrase)
    reading = readingConnection(place, unlocked)
    const { db, release } = reading
    if (pendingMigrations(db, readMigrations(migrations)).length > 0) throw new VaultError('read_only', { reason: 'migration' })
    const released = {
      release: () => {
        release()
        lock.release()
      },
    }
    return assembleVault({ folder: place, db, lock: released, unlocked, readOnly: true, mended: [], damaged: true })
  } catch (error) {
    reading?.release()
    wipe(unlocked?.dataKey)
    lock.release()
    throw asVaultError(error, 'database')
  }
}
