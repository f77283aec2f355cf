import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { checkBackup, checkSnapshot } from './backup-check.ts'
import { unsealContents } from './backup-contents.ts'
import type { BackupContents } from './backup-contents.ts'
import { backupEnding, damagedBackup, expectedBytes, isAuthenticManifest, openBackup, sectionNames } from './backup-format.ts'
import type { BackupKind, OpenedBackup } from './backup-format.ts'
import { extractSection, smallSection } from './backup-sections.ts'
import { makeStaging, refuseWithoutRoom } from './backup-staging.ts'
import { stagedFile } from './backup-write.ts'
import type { BackupSource } from './backup-write.ts'
import { VaultError, asVaultError } from './errors.ts'
import { removeQuietly } from './files.ts'
import { isAuthentic, parseHeader } from './header-format.ts'
import type { Header } from './header-format.ts'
import { unlockHeaders } from './header.ts'
import type { UnlockedHeader } from './header.ts'
import { wipe } from './secrets.ts'
import type { Fault } from './verify-check.ts'

/** What anyone can read of a backup without a passphrase. Nothing of it is authenticated. */
export type BackupDescription = {
  file: string
  /** The number of the vault that it is a backup of, a UUID. */
  vaultId: string
  /** UTC milliseconds. */
  createdAt: number
  kind: BackupKind
  schemaVersion: number
  bytes: number
  /** Empty where everything is as it was written; each fault names the section. */
  faults: Fault[]
}

/** With its passphrase, also what is in it. */
export type BackupReading = Omit<BackupDescription, 'faults'> & BackupContents

/**
 * Describes a backup without its passphrase: whose it is by number, how old, how large, and whether it is undamaged.
 * `quick` compares lengths only; else the whole file is read and each section compared with its digest.
 * @throws {VaultError} `not_found`, `newer_version`, `damaged` (what: backup; part: not_a_backup, manifest)
 */
export function describeBackup(
  file: string,
  { quick = false, onProgress }: { quick?: boolean; onProgress?: (share: number) => void } = {},
): BackupDescription {
  const opened = openBackup(resolve(file))
  return { ...described(opened), faults: quick ? lengthFaults(opened) : checkBackup(opened, undefined, onProgress).faults }
}

const described = ({ file, manifest, bytes }: OpenedBackup): Omit<BackupDescription, 'faults'> => {
  const { vaultId, createdAt, kind, schemaVersion } = manifest
  return { file, vaultId, createdAt, kind, schemaVersion, bytes }
}

const lengthFaults = (opened: OpenedBackup): Fault[] => {
  const expected = expectedBytes(opened)
  if (opened.bytes === expected) return []
  return [{ what: 'backup', params: { part: 'end', state: opened.bytes < expected ? 'cut_short' : 'longer' } }]
}

/**
 * Opens a backup's small parts with its passphrase (the one of the time when it was made): what it holds, and the number,
 * day and words of the last change in it. The databases are not read; `restoreBackup` and `verifyBackup` do that.
 * @throws {VaultError} `wrong_passphrase`, `unsupported_kdf`, `damaged`, `newer_version`, `not_found`
 */
export async function readBackup(file: string, passphrase: string): Promise<BackupReading> {
  const opened = openBackup(resolve(file))
  const { dataKey } = await unlockBackup(opened, passphrase)
  try {
    return readWithKey(opened, dataKey)
  } finally {
    wipe(dataKey)
  }
}

/** The same with the key at hand. @throws {VaultError} `damaged` (backup) where the manifest is not of this key */
export function readWithKey(opened: OpenedBackup, dataKey: Buffer): BackupReading {
  const { manifest } = opened
  if (!isAuthenticManifest(manifest, dataKey)) throw damagedBackup('manifest')
  return { ...described(opened), ...unsealContents(smallSection(opened, 'contents'), dataKey, manifest) }
}

/** Opens the key slots that a backup carries. The caller owns the data key and wipes it. */
export async function unlockBackup(opened: OpenedBackup, passphrase: string): Promise<UnlockedHeader> {
  return unlockHeaders([headerOf(opened)], passphrase)
}

/** The header in a backup. @throws {VaultError} `newer_version`, `damaged` (backup, header), also where it is another vault's */
function headerOf(opened: OpenedBackup): Header {
  const copy = parseHeader(smallSection(opened, 'header'))
  if (copy.state === 'newer') throw new VaultError('newer_version', { version: copy.version })
  if (copy.state !== 'readable' || copy.header.vaultId !== opened.manifest.vaultId) throw damagedBackup('header')
  return copy.header
}

/**
 * Checks a backup whole with the key: every section, every page, then the databases are taken out into a staging folder
 * and opened. Answers what is wrong instead of throwing it, and what the backup holds where that can be read.
 * @throws {VaultError} `not_found`, `newer_version`, `disk_full`, `read_only`
 */
export function verifyBackup(
  file: string,
  { folder, dataKey, vaultId }: BackupSource,
  { staging, onProgress = () => undefined }: { staging?: string; onProgress?: (share: number | null) => void } = {},
): { faults: Fault[]; reading: BackupReading | undefined } {
  const opened = openBackup(resolve(file))
  if (opened.manifest.vaultId !== vaultId)
    return { faults: [{ what: 'backup', params: { part: 'manifest', state: 'other_vault' } }], reading: undefined }
  const { faults } = checkBackup(opened, dataKey, (share) => onProgress(share * 0.5))
  if (faults.length > 0) return { faults, reading: undefined }
  const place = makeStaging(folder, opened.file, staging)
  try {
    refuseWithoutRoom(place, opened.bytes)
    let done = 0
    for (const name of sectionNames)
      extractSection(opened, name, stagedFile(place, name), (count) => onProgress(0.5 + (0.3 * (done += count)) / opened.bytes))
    checkSnapshot(place, dataKey, vaultId)
    onProgress(1)
    return { faults: [], reading: readWithKey(opened, dataKey) }
  } catch (error) {
    const known = asVaultError(error, 'backup')
    if (known.code !== 'damaged') throw known
    return {
      faults: [{ what: 'backup', params: { part: String(known.params['part'] ?? known.params['what'] ?? '') } }],
      reading: undefined,
    }
  } finally {
    removeQuietly(place)
  }
}

/**
 * Whether an undamaged backup was made under another data key than this one, as those from before a re-key were. They are
 * as good as they were, and today's key can't say so.
 */
export function isUnderOlderKey(file: string, dataKey: Buffer): boolean {
  try {
    const opened = openBackup(resolve(file))
    if (isAuthenticManifest(opened.manifest, dataKey) || isAuthentic(headerOf(opened), dataKey)) return false
    return checkBackup(opened).faults.length === 0
  } catch (error) {
    // What can't be read at all is for the check to name.
    if (error instanceof VaultError) return false
    throw error
  }
}

/** A file of a backups folder, as far as it can be read without a key. */
export type BackupFile = { file: string; name: string } & (
  | ({ state: 'readable' } & Omit<BackupDescription, 'file'>)
  | { state: 'damaged' | 'newer' }
)

/**
 * The backups in a folder, newest first, by their manifests and lengths alone; the contents are not read. Those that can't
 * even be described come last. `vaultId` leaves out other vaults' backups, which may lie on the same drive.
 */
export function backupsIn(folder: string, vaultId?: string): BackupFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(backupEnding))
    .map((name): BackupFile => {
      const file = join(folder, name)
      try {
        return { ...describeBackup(file, { quick: true }), name, state: 'readable' }
      } catch (error) {
        return { file, name, state: asVaultError(error, 'backup').code === 'newer_version' ? 'newer' : 'damaged' }
      }
    })
    .filter((found) => vaultId === undefined || found.state !== 'readable' || found.vaultId === vaultId)
    .toSorted((a, b) => madeAt(b) - madeAt(a) || (a.name < b.name ? 1 : -1))
}

const madeAt = (found: BackupFile): number => (found.state === 'readable' ? found.createdAt : 0)
