import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { describeSnapshot, sealContents } from './backup-contents.ts'
import type { BackupContents } from './backup-contents.ts'
import { backupPrefix, backupVersion, damagedBackup, openBackup, sectionNames } from './backup-format.ts'
import type { BackupKind, ManifestBody, Section, SectionName } from './backup-format.ts'
import { checkBackup, checkSnapshot } from './backup-check.ts'
import { eachChunk, writeWhole } from './backup-sections.ts'
import { cleanStaging, makeStaging, partialName, refuseWithoutRoom } from './backup-staging.ts'
import { createDrafts } from './drafts-store.ts'
import { VaultError, asVaultError } from './errors.ts'
import { isWritable, readSmallFile, removeQuietly, syncFolder, vaultFiles } from './files.ts'
import { headFile } from './head.ts'
import { auditKeyOf } from './header-about.ts'
import { isAuthentic } from './header-format.ts'
import type { Header } from './header-format.ts'
import { readHeaderCopies } from './header.ts'
import { openDatabase } from './pragmas.ts'
import { subKey, wipe } from './secrets.ts'

/** The vault that is copied, with its key, which stays the caller's. */
export type BackupSource = { folder: string; dataKey: Buffer; vaultId: string }

export type WriteBackupOptions = {
  kind: BackupKind
  /** UTC milliseconds; now where left out. */
  createdAt?: number
  /** Name of the folder for snapshots inside the vault's `backups`; made up where left out. */
  staging?: string
  /** Share of the work done, from 0 to 1; null while it can't be told. */
  onProgress?: (share: number | null) => void
  /** Told as soon as the backup has its name: whatever stops the rest, it is made. */
  onMade?: (made: BackupMade) => void
}

/** A backup that was written and checked whole. */
export type BackupMade = {
  file: string
  bytes: number
  createdAt: number
  kind: BackupKind
  schemaVersion: number
  contents: BackupContents
}

/**
 * Writes one encrypted file that holds the whole vault as it is now: header, head, database, drafts. The snapshot comes
 * from a reading connection, so that changes go on meanwhile; it is written beside its place, made durable, read back
 * and checked (every page, the chain's end against the head, SQLite's own check), and only then takes its name. A kill
 * or a full disk at any point leaves no half file under that name.
 * @throws {VaultError} `exists`, `disk_full`, `read_only`, `damaged` (of the vault: database, head, chain, header)
 */
export function writeBackup(source: BackupSource, file: string, options: WriteBackupOptions): BackupMade {
  const { folder, vaultId } = source
  const target = resolve(file)
  const { onProgress = () => undefined, onMade = () => undefined } = options
  if (existsSync(target)) throw new VaultError('exists', { what: 'file' })
  let staging: string | undefined
  const partial = join(dirname(target), partialName(vaultId))
  try {
    mkdirSync(dirname(target), { recursive: true })
    cleanStaging(dirname(target), vaultId)
    if (isWritable(folder)) cleanStaging(vaultFiles(folder).backups, vaultId)
    const size = sizeOf(vaultFiles(folder).database) + sizeOf(vaultFiles(folder).drafts)
    staging = makeStaging(folder, target, options.staging)
    refuseWithoutRoom(staging, dirname(staging) === dirname(target) ? 2 * size : size)
    refuseWithoutRoom(dirname(target), size)
    onProgress(null)
    const made = stage(source, staging, options)
    onProgress(0.4)
    const manifest = writeSections(made.body, staging, partial, source.dataKey, (share) => onProgress(0.4 + share * 0.2))
    const opened = openBackup(partial)
    const { faults } = checkBackup(opened, source.dataKey, (share) => onProgress(0.6 + share * 0.2))
    // What was read back is not what was written: the disk can't be trusted with it.
    if (faults.length > 0) throw damagedBackup(String(faults[0]?.params['part'] ?? 'manifest'))
    checkSnapshot(staging, source.dataKey, vaultId)
    if (existsSync(target)) throw new VaultError('exists', { what: 'file' })
    renameSync(partial, target)
    syncFolder(dirname(target))
    const { createdAt, kind, schemaVersion } = manifest
    const written = { file: target, bytes: opened.bytes, createdAt, kind, schemaVersion, contents: made.contents }
    onMade(written)
    onProgress(1)
    return written
  } catch (error) {
    removeQuietly(partial)
    throw asVaultError(error, 'backup', target)
  } finally {
    if (staging !== undefined) removeQuietly(staging)
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** The names of the sections' files while they are staged; the same as in a vault, so that the vault's own code reads them. */
export const stagedFile = (staging: string, name: SectionName): string => {
  const { headers, head, database, drafts } = vaultFiles(staging)
  return { header: headers[0] ?? '', head, contents: join(staging, 'contents.json'), database, drafts }[name]
}

type Staged = { body: Omit<ManifestBody, 'sections'>; contents: BackupContents }

/** Puts every section of the backup as a file into the staging folder. */
function stage(source: BackupSource, staging: string, { kind, createdAt = Date.now() }: WriteBackupOptions): Staged {
  const { folder, dataKey, vaultId } = source
  const databaseKey = subKey(dataKey, vaultId, 'database')
  const draftsKey = subKey(dataKey, vaultId, 'drafts')
  try {
    const { text, header } = authenticHeader(folder, dataKey)
    const auditKey = auditKeyOf(header, dataKey)
    writeNew(stagedFile(staging, 'header'), text)
    // The head of the vault, read first, must lie in the snapshot: what was answered before this moment is in the backup.
    const before = headFile(folder, dataKey, vaultId).read()
    snapshot(vaultFiles(folder).database, databaseKey, 'database', stagedFile(staging, 'database'))
    stageDrafts(source, staging, draftsKey)
    const db = openDatabase(stagedFile(staging, 'database'), { key: databaseKey, what: 'database', readOnly: true })
    try {
      const { contents, head, schemaVersion } = describeSnapshot(db, auditKey)
      const anchor = db.prepare<[number], Buffer>('SELECT hash FROM audit_entries WHERE seq = ?').pluck().get(before.seq)
      if (anchor?.equals(before.hash) !== true) throw new VaultError('damaged', { what: 'chain' })
      headFile(staging, dataKey, vaultId).prepare(head).publish()
      writeNew(stagedFile(staging, 'contents'), sealContents(contents, dataKey, { vaultId, createdAt }))
      return { contents, body: { format: 'habeas-backup', version: backupVersion, vaultId, createdAt, kind, schemaVersion } }
    } finally {
      db.close()
    }
  } finally {
    wipe(databaseKey, draftsKey)
  }
}

/** A consistent copy under the same key, by a connection of its own that only reads. */
function snapshot(file: string, key: Buffer, what: string, to: string): void {
  // A transaction that a power cut left half done is taken back first, which a connection that only reads can't do.
  if (existsSync(`${file}-journal`)) openDatabase(file, { key, what }).close()
  const db = openDatabase(file, { key, what, readOnly: true })
  try {
    db.prepare('VACUUM INTO ?').run(to)
  } finally {
    db.close()
  }
}

/** Drafts that can't be read must not keep the case files from being saved: the backup then holds empty ones. */
function stageDrafts({ folder }: BackupSource, staging: string, key: Buffer): void {
  const to = stagedFile(staging, 'drafts')
  try {
    snapshot(vaultFiles(folder).drafts, key, 'drafts', to)
  } catch (error) {
    if (asVaultError(error, 'drafts').code !== 'damaged') throw error
    rmSync(to, { force: true })
    createDrafts(staging, key)
  }
}

/** The newer of the header's copies that are as they were written. */
function authenticHeader(folder: string, dataKey: Buffer): { text: string; header: Header } {
  const { headers } = vaultFiles(folder)
  const [best] = readHeaderCopies(folder)
    .flatMap((copy, which) => (copy.state === 'readable' && isAuthentic(copy.header, dataKey) ? [{ which, copy }] : []))
    .toSorted((a, b) => b.copy.header.generation - a.copy.header.generation)
  const text = best === undefined ? undefined : readSmallFile(headers[best.which] ?? '')
  if (best === undefined || text === undefined) throw new VaultError('damaged', { what: 'header' })
  return { text, header: best.copy.header }
}

function writeNew(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeWhole(handle, Buffer.from(text, 'utf8'))
  } finally {
    closeSync(handle)
  }
}

/** Puts the staged files into one, their digests made on the way, then the manifest at its beginning; durable when it returns. */
function writeSections(
  body: Omit<ManifestBody, 'sections'>,
  staging: string,
  partial: string,
  dataKey: Buffer,
  onProgress: (share: number) => void,
): ManifestBody {
  const sizes = sectionNames.map((name): Section => ({ name, bytes: sizeOf(stagedFile(staging, name)), sha256: '0'.repeat(64) }))
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  // The digests have one length, so that the manifest's own length is known before they are.
  let position = backupPrefix({ ...body, sections: sizes }, dataKey).length
  const target = openSync(partial, 'wx', 0o600)
  try {
    let written = 0
    const sections = sizes.map((section): Section => {
      const hash = createHash('sha256')
      const from = openSync(stagedFile(staging, section.name), 'r')
      try {
        eachChunk(from, 0, section.bytes, (bytes) => {
          writeWhole(target, bytes, position)
          hash.update(bytes)
          position += bytes.length
          written += bytes.length
          onProgress(written / total)
        })
      } finally {
        closeSync(from)
      }
      return { ...section, sha256: hash.digest('hex') }
    })
    const manifest = { ...body, sections }
    writeWhole(target, backupPrefix(manifest, dataKey), 0)
    fsyncSync(target)
    return manifest
  } finally {
    closeSync(target)
  }
}
