import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import { cleanStaging } from './backup-staging.ts'
import type { BackupMade } from './backup-write.ts'
import { applyBackupRecord, migrationRecord } from './backups.ts'
import { auditChain, chainStart } from './chain.ts'
import type { AuditChain } from './chain.ts'
import { changeWriter } from './changes.ts'
import { createDrafts } from './drafts-store.ts'
import { VaultError, asVaultError } from './errors.ts'
import { isWritable, removeQuietly, syncFolder, vaultFiles } from './files.ts'
import { headFile } from './head.ts'
import { auditKeyOf } from './header-about.ts'
import { faultyCopies, makeSlot, unlockHeader, writeHeader } from './header.ts'
import type { UnlockedHeader } from './header.ts'
import type { Header, PassphraseSlot } from './header-format.ts'
import { tuneKdf } from './kdf.ts'
import type { KdfParameters } from './kdf.ts'
import { settleCaseworker, settleHeader } from './key-state.ts'
import { lockVault } from './lock.ts'
import type { VaultLock } from './lock.ts'
import { applyMigrations, pendingMigrations, readMigrations } from './migrations.ts'
import type { Migration } from './migrations.ts'
import { migrateVault } from './migrate-vault.ts'
import { checkSecureDelete, closeDatabase, openDatabase, startWriteAheadLog } from './pragmas.ts'
import type { Connection } from './pragmas.ts'
import { finishRekey } from './rekey-files.ts'
import { rewriteAtOpening } from './rewrite.ts'
import { subKey, wipe } from './secrets.ts'
import { keepLog } from './rescue/write-ahead-log.ts'
import type { KeptLog } from './rescue/write-ahead-log.ts'
import { stateOfLog } from './rescue/log-state.ts'
import { refuseWeak } from './strength.ts'
import { uuidv7 } from './uuid.ts'
import { assembleVault } from './vault.ts'
import type { Vault } from './vault.ts'

export type CreateOptions = {
  passphrase: string
  title: string
  caseworkerName: string
  /** What the passphrase costs to try; tuned to about a second on this machine where left out. */
  kdf?: KdfParameters
  /** Folder of the migrations; found by itself where left out. */
  migrations?: string
}

export type OpenOptions = {
  passphrase: string
  /** Share of the work done, from 0 to 1; null while it can't be told. */
  onProgress?: (share: number | null) => void
  /** Folder of the migrations; found by itself where left out. */
  migrations?: string
  /** Asked instead of refusing a vault that is older than its own record: numbers of the last change found and expected. */
  acceptOlder?: (found: number, expected: number) => void
}

/**
 * Makes a new vault and leaves it open. It is built beside its place and takes it whole, so that a crash never leaves
 * half a vault there.
 * @throws {VaultError} `exists`, `weak_passphrase`, `read_only`, `disk_full`
 */
export async function createVault(folder: string, options: CreateOptions): Promise<Vault> {
  const place = resolve(folder)
  const { passphrase, title, caseworkerName } = options
  if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) throw new VaultError('exists')
  await refuseWeak(passphrase, [title, caseworkerName])
  const kdf = options.kdf ?? (await tuneKdf())
  const dataKey = randomBytes(32)
  const vaultId = randomUUID()
  const slot = await makeSlot(dataKey, vaultId, passphrase, kdf, { label: caseworkerName })
  const building = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}`)
  try {
    if (!existsSync(dirname(place))) mkdirSync(dirname(place), { recursive: true })
    mkdirSync(building, { mode: 0o700 })
    const migrations = readMigrations(options.migrations)
    const header = fillNewVault(building, { dataKey, vaultId, slot }, options, migrations)
    // A name that somebody took in the meantime is not ours to replace.
    if (existsSync(place)) throw new VaultError('exists')
    renameSync(building, place)
    syncFolder(dirname(place))
    return openUnlocked(place, { dataKey, header, slot }, lockVault(place), { migrations })
  } catch (error) {
    removeQuietly(building)
    wipe(dataKey)
    throw asVaultError(error, 'vault', place)
  }
}

function fillNewVault(
  folder: string,
  { dataKey, vaultId, slot }: { dataKey: Buffer; vaultId: string; slot: PassphraseSlot },
  { title, caseworkerName }: CreateOptions,
  migrations: readonly Migration[],
): Header {
  const files = vaultFiles(folder)
  mkdirSync(files.backups, { mode: 0o700 })
  const header = writeHeader(folder, vaultId, [slot], dataKey, 0)
  const key = subKey(dataKey, vaultId, 'database')
  const auditKey = auditKeyOf(header, dataKey)
  const draftsKey = subKey(dataKey, vaultId, 'drafts')
  const db = openDatabase(files.database, { key, what: 'database', create: true })
  try {
    createDrafts(folder, draftsKey)
    applyMigrations(db, migrations)
    const caseworkerId = uuidv7()
    const head = headFile(folder, dataKey, vaultId)
    const writer = changeWriter({ db, auditKey, caseworkerId, prepareHead: head.prepare, onWritten: () => undefined })
    const settings = { title, created_at: String(Date.now()), vault_id: vaultId }
    const touched = [...Object.keys(settings).map((name) => ['vault_settings', name] as const), ['caseworkers', caseworkerId] as const]
    writer.audit('vault.created', { schema: migrations.at(-1)?.version ?? 0 }, touched, () => {
      const insert = db.prepare('INSERT INTO vault_settings (key, value) VALUES (?, ?)')
      for (const [name, value] of Object.entries(settings)) insert.run(name, value)
      db.prepare('INSERT INTO caseworkers (uuid, name, slot_id, revision, created_change) VALUES (?, ?, ?, 0, 0)').run(
        caseworkerId,
        caseworkerName,
        slot.id,
      )
    })
    // Of a change a head that lags behind is made good at the next opening; here there is none before it to lag.
    if (!existsSync(files.head)) throw new VaultError('disk_failed')
    return header
  } finally {
    closeDatabase(db)
    wipe(key, draftsKey)
  }
}

/**
 * Opens a vault. The lock is taken before the passphrase is tried, so that a vault that is open elsewhere says so at
 * once; on read-only media it opens for reading.
 * @throws {VaultError} `no_vault`, `erased`, `vault_in_use`, `wrong_passphrase`, `unsupported_kdf`, `newer_version`, `rolled_back`,
 *   `damaged` (what: header, head, database, chain), `read_only` (left open by a crash, or in need of a migration)
 */
export async function openVault(folder: string, { passphrase, onProgress, migrations, acceptOlder }: OpenOptions): Promise<Vault> {
  const { place, lock } = takeVault(folder)
  try {
    onProgress?.(null)
    const unlocked = await unlockHeader(place, passphrase)
    return openUnlocked(place, unlocked, lock, {
      migrations: readMigrations(migrations),
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(acceptOlder === undefined ? {} : { acceptOlder }),
    })
  } catch (error) {
    lock.release()
    throw asVaultError(error, 'vault')
  }
}

/**
 * Takes a vault's folder for this process, before any key is tried; a re-key that a crash cut short is brought to its end.
 * @throws {VaultError} `no_vault`, `vault_in_use`, `read_only` (left_open), `damaged` (rekey)
 */
export function takeVault(folder: string): { place: string; lock: VaultLock } {
  const place = resolve(folder)
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) throw new VaultError('no_vault')
  const { headers, database, head } = vaultFiles(place)
  if (![...headers, database, head].some((file) => existsSync(file))) throw new VaultError('no_vault')
  const lock = lockVault(place)
  try {
    finishRekey(place)
    return { place, lock }
  } catch (error) {
    lock.release()
    throw asVaultError(error, 'rekey')
  }
}

export type UnlockedOptions = {
  migrations: readonly Migration[]
  onProgress?: (share: number | null) => void
  acceptOlder?: (found: number, expected: number) => void
}

/**
 * Opens the databases of a vault whose header has been opened. Whoever calls it gives it the lock and the data key, which it lets go of
 * where it fails.
 */
export function openUnlocked(
  folder: string,
  opened: UnlockedHeader,
  lock: VaultLock,
  { migrations, onProgress = () => undefined, acceptOlder }: UnlockedOptions,
): Vault {
  const files = vaultFiles(folder)
  const readOnly = !(isWritable(folder) && (!existsSync(files.database) || isWritable(files.database)))
  const { dataKey, header } = opened
  const key = subKey(dataKey, header.vaultId, 'database')
  const auditKey = auditKeyOf(header, dataKey)
  let db: Connection | undefined
  let kept: KeptLog | undefined
  try {
    // In write-ahead mode a reader must write too; the log that a crash left can't be read from such a medium.
    if (readOnly && existsSync(`${files.database}-wal`)) throw new VaultError('read_only', { reason: 'left_open' })
    if (!readOnly) kept = keepLog(files.database, () => stateOfLog(folder, key) === undefined)
    db = openDatabase(files.database, { key, what: 'database', readOnly })
    const pending = pendingMigrations(db, migrations)
    const chain = auditChain(db, auditKey)
    checkHead(folder, opened, chain, { readOnly, key, acceptOlder })
    kept?.forget()
    if (pending.length > 0 && readOnly) throw new VaultError('read_only', { reason: 'migration' })
    startWriteAheadLog(db)
    if (!readOnly) cleanStaging(files.backups, header.vaultId)
    const head = headFile(folder, dataKey, header.vaultId)
    const backups = migrateVault({ db, folder, dataKey, vaultId: header.vaultId, auditKey, head, pending, onProgress })
    if (!readOnly) db = rewriteAtOpening(db, folder, key)
    checkSecureDelete(db)
    const mended = readOnly ? [] : faultyCopies(folder, dataKey)
    const unlocked = readOnly ? opened : { ...opened, header: settleHeader(folder, opened, db) }
    if (!readOnly) settleCaseworker(folder, unlocked, db)
    const vault = assembleVault({ folder, db, lock, unlocked, readOnly, mended })
    if (!readOnly) recordOpening(vault, mended.length, backups)
    return vault
  } catch (error) {
    if (db !== undefined) closeQuietly(db)
    kept?.putBack()
    lock.release()
    wipe(dataKey)
    throw asVaultError(error, 'database', files.database)
  } finally {
    wipe(key)
  }
}

/** On a full or failing disk the note that it was opened may not be written; the case files must open all the same. */
function recordOpening(vault: Vault, mendedHeaders: number, backups: readonly BackupMade[]): void {
  try {
    if (backups.length > 0) applyBackupRecord(vault, migrationRecord(backups))
    vault.audit('vault.opened', mendedHeaders === 0 ? {} : { mendedHeaders })
  } catch (error) {
    if (!['disk_full', 'disk_failed'].includes(asVaultError(error, 'database').code)) throw error
  }
}

/** A database that could not be opened whole is left as it is, without the change of mode that a clean close makes. */
function closeQuietly(db: Connection): void {
  try {
    db.close()
  } catch {
    // The reason why it could not be opened is the one to tell.
  }
}

/**
 * Compares the end of the chain with the head outside the database. Equal is sound; ahead by entries that fit happens
 * when the power goes between commit and head, and the head follows; behind means that the database is an older one.
 */
function checkHead(
  folder: string,
  { dataKey, header }: UnlockedHeader,
  chain: AuditChain,
  { readOnly, key, acceptOlder }: { readOnly: boolean; key: Buffer; acceptOlder: UnlockedOptions['acceptOlder'] },
): void {
  const file = headFile(folder, dataKey, header.vaultId)
  const head = file.read()
  const last = chain.last()
  if (last === undefined || last.seq < head.seq) {
    const found = chain.lastChange()?.change_no ?? 0
    if (acceptOlder === undefined || last === undefined) {
      const log = stateOfLog(folder, key)
      throw new VaultError('rolled_back', { found, expected: head.changeNo, ...(log === undefined ? {} : { log }) })
    }
    if (chain.firstFault(1, chainStart) !== undefined) throw new VaultError('damaged', { what: 'chain' })
    acceptOlder(found, head.changeNo)
    return
  }
  const same = chain.at(head.seq)?.hash.equals(head.hash) ?? false
  if (!same || chain.firstFault(head.seq + 1, head.hash) !== undefined) throw new VaultError('damaged', { what: 'chain' })
  if (last.seq > head.seq && !readOnly)
    file.prepare({ seq: last.seq, changeNo: chain.lastChange()?.change_no ?? 0, hash: last.hash }).publish()
}
