import { randomBytes } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { checkBackup } from './backup-check.ts'
import { damagedBackup, isAuthenticManifest, openBackup } from './backup-format.ts'
import type { OpenedBackup } from './backup-format.ts'
import { extractSection, smallSection } from './backup-sections.ts'
import { refuseWithoutRoom } from './backup-staging.ts'
import { VaultError, asVaultError } from './errors.ts'
import { removeQuietly, syncFile, syncFolder, vaultFiles } from './files.ts'
import { parseHeader } from './header-format.ts'
import { unlockHeaders } from './header.ts'
import { lockVault } from './lock.ts'
import { readMigrations } from './migrations.ts'
import { openVault } from './open.ts'
import { wipe } from './secrets.ts'
import { secretsOf } from './vault.ts'
import type { VaultCheck } from './verify-check.ts'
import { verifyTogether } from './verify-together.ts'

export type RestoreOptions = {
  /** Any passphrase that opened the vault when the backup was made. Without one, only checksums can be compared. */
  passphrase?: string
  /** Share of the work done, from 0 to 1; null while it can't be told. What it throws stops the work. */
  onProgress?: (share: number | null) => void
  /** Checks besides the vault's own, such as the search index. */
  checks?: readonly VaultCheck[]
  /** Folder of the migrations; found by itself where left out. */
  migrations?: string
}

/**
 * What was restored. `verified`: `whole` where a passphrase let every page, link and row be checked; `checksums` where
 * only damage, not forgery, could be ruled out.
 */
export type Restored = {
  folder: string
  vaultId: string
  createdAt: number
  verified: 'whole' | 'checksums'
  /** Of the restored vault's last change; null without a passphrase. */
  fingerprint: { changeNo: number; at: number | null; words: string[] } | null
}

/**
 * Makes a vault out of a backup, at a place where nothing stands. It is built beside its place, checked, and takes it
 * whole, so that a kill or a full disk at any point leaves nothing there. With a passphrase the restored vault has been
 * opened (and brought up to date), checked as `verify` does, and says in its audit chain that it was restored.
 * @throws {VaultError} `exists`, `not_found`, `newer_version`, `damaged` (what: backup, part), `wrong_passphrase`,
 *   `unsupported_kdf`, `disk_full`, `read_only`
 */
export async function restoreBackup(file: string, folder: string, options: RestoreOptions = {}): Promise<Restored> {
  const place = resolve(folder)
  if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) throw new VaultError('exists')
  const { passphrase, onProgress = () => undefined, migrations } = options
  const opened = openBackup(resolve(file))
  const { manifest } = opened
  if (!readMigrations(migrations).some(({ version }) => version >= manifest.schemaVersion))
    throw new VaultError('newer_version', { version: manifest.schemaVersion })
  // A wrong passphrase is told before anything is written.
  if (passphrase !== undefined) await checkPassphrase(opened, passphrase)
  let building: string | undefined
  try {
    mkdirSync(dirname(place), { recursive: true })
    cleanRestores(place)
    refuseWithoutRoom(dirname(place), opened.bytes)
    building = join(dirname(place), `.${basename(place)}.restoring-${randomBytes(6).toString('hex')}`)
    mkdirSync(building, { mode: 0o700 })
    // Held while it is being filled, so that nobody takes it for a leftover.
    const hold = lockVault(building)
    try {
      fillFolder(opened, building, (share) => onProgress(share * (passphrase === undefined ? 0.9 : 0.4)))
    } finally {
      hold.release()
    }
    const fingerprint = passphrase === undefined ? null : await checkRestored(opened, building, passphrase, options)
    // Whoever asked while it was being checked that it be stopped is heard before it counts.
    await nextTurn()
    onProgress(0.99)
    if (existsSync(place)) throw new VaultError('exists')
    renameSync(building, place)
    syncFolder(dirname(place))
    onProgress(1)
    const { vaultId, createdAt } = manifest
    return { folder: place, vaultId, createdAt, verified: passphrase === undefined ? 'checksums' : 'whole', fingerprint }
  } catch (error) {
    if (building !== undefined) removeQuietly(building)
    throw asVaultError(error, 'backup', place)
  }
}

async function checkPassphrase(opened: OpenedBackup, passphrase: string): Promise<void> {
  const copy = parseHeader(smallSection(opened, 'header'))
  if (copy.state === 'newer') throw new VaultError('newer_version', { version: copy.version })
  if (copy.state !== 'readable' || copy.header.vaultId !== opened.manifest.vaultId) throw damagedBackup('header')
  const { dataKey } = await unlockHeaders([copy.header], passphrase)
  try {
    if (!isAuthenticManifest(opened.manifest, dataKey)) throw damagedBackup('manifest')
    const [fault] = checkBackup(opened, dataKey).faults
    if (fault !== undefined) throw new VaultError('damaged', { ...fault.params, what: 'backup' })
  } finally {
    wipe(dataKey)
  }
}

/** Puts the files of a vault into a new folder, each compared with its digest on the way, and makes them durable. */
function fillFolder(opened: OpenedBackup, building: string, onProgress: (share: number) => void): void {
  const { headers, head, database, drafts, backups } = vaultFiles(building)
  const text = smallSection(opened, 'header')
  const copy = parseHeader(text)
  if (copy.state === 'newer') throw new VaultError('newer_version', { version: copy.version })
  if (copy.state !== 'readable' || copy.header.vaultId !== opened.manifest.vaultId) throw damagedBackup('header')
  for (const path of headers) {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
    syncFile(path)
  }
  writeFileSync(head, smallSection(opened, 'head'), { mode: 0o600, flag: 'wx' })
  syncFile(head)
  smallSection(opened, 'contents')
  let done = 0
  const count = (bytes: number): void => onProgress((done += bytes) / opened.bytes)
  extractSection(opened, 'database', database, count)
  extractSection(opened, 'drafts', drafts, count)
  mkdirSync(backups, { mode: 0o700 })
  syncFolder(building)
}

/** Opens the restored vault as it will be opened, checks it whole, and has it remember that it was restored. */
async function checkRestored(
  opened: OpenedBackup,
  building: string,
  passphrase: string,
  { checks = [], migrations, onProgress = () => undefined }: RestoreOptions,
): Promise<Restored['fingerprint']> {
  onProgress(null)
  const vault = await openVault(building, { passphrase, ...(migrations === undefined ? {} : { migrations }) })
  try {
    // On a full disk a page may stand half in the file and whole in the log: that is no damage of the backup.
    vault.db.pragma('wal_checkpoint(TRUNCATE)')
    const { faults } = await verifyTogether(vault, { checks, onProgress: (share) => onProgress(0.4 + share * 0.55) })
    const [fault] = faults
    if (fault !== undefined) throw new VaultError('damaged', { ...fault.params, what: 'backup', part: fault.what })
    const { createdAt } = opened.manifest
    secretsOf(vault).writer.audit('backup.restored', { createdAt, changeNo: vault.fingerprint().changeNo })
    return vault.fingerprint()
  } finally {
    vault.close()
  }
}

/** Takes away what killed restores of the same place left beside it; one that is still going on holds its folder. */
function cleanRestores(place: string): void {
  const prefix = `.${basename(place)}.restoring-`
  for (const name of readdirSync(dirname(place))) {
    if (!name.startsWith(prefix) || !/^[0-9a-f]{12}$/.test(name.slice(prefix.length))) continue
    const folder = join(dirname(place), name)
    try {
      lockVault(folder).release()
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Somebody is still at it.
    }
  }
}
