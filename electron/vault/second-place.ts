import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join, relative, isAbsolute } from 'node:path'

import { checkBackup } from './backup-check.ts'
import { damagedBackup, openBackup } from './backup-format.ts'
import type { SecondPlace } from './backup-memory.ts'
import { eachChunk, writeWhole } from './backup-sections.ts'
import { cleanStaging, partialName, refuseWithoutRoom } from './backup-staging.ts'
import { VaultError, asVaultError } from './errors.ts'
import { readSmallFile, syncFolder, writeFileAtomically } from './files.ts'

/** The file by which a drive is known again: the same path without it is an empty mount point, or another drive. */
const markFile = (folder: string, vaultId: string): string => join(folder, `habeas-place-${vaultId.slice(0, 8)}.txt`)

/**
 * Makes a folder the second place of a vault's backups, and leaves a mark there.
 * @throws {VaultError} `not_found` (no folder), `invalid_input` (place: inside_vault), `read_only`, `disk_full`
 */
export function markSecondPlace(folder: string, vaultFolder: string, vaultId: string): SecondPlace {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new VaultError('not_found', { what: 'place' })
  // Whatever takes the vault would take what lies in its folder too.
  const inside = relative(realpathSync(vaultFolder), realpathSync(folder))
  if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside)))
    throw new VaultError('invalid_input', { path: 'place', reason: 'inside_vault' })
  const mark = randomBytes(16).toString('hex')
  try {
    writeFileAtomically(markFile(folder, vaultId), `${mark}\n`)
  } catch (error) {
    throw asVaultError(error, 'backup')
  }
  return { path: folder, mark, lastCopyAt: null }
}

/** Whether the drive is there now. */
export function isPresent({ path, mark }: SecondPlace, vaultId: string): boolean {
  try {
    return readSmallFile(markFile(path, vaultId))?.trim() === mark
  } catch {
    // A drive that fails is as good as none.
    return false
  }
}

/** Takes the mark away again; the backups stay. */
export function unmarkSecondPlace(place: SecondPlace, vaultId: string): void {
  if (isPresent(place, vaultId)) rmSync(markFile(place.path, vaultId), { force: true })
}

/**
 * Copies a backup to the second place: beside its name, made durable, read back with the key, and then named.
 * @throws {VaultError} `disk_full`, `read_only`, `damaged` (backup: what was read back is not what was written)
 */
export function copyToSecondPlace(
  file: string,
  { path }: SecondPlace,
  { vaultId, dataKey }: { vaultId: string; dataKey: Buffer },
  onProgress: (share: number) => void,
): void {
  const target = join(path, basename(file))
  if (existsSync(target)) return
  const partial = join(path, partialName(vaultId))
  try {
    cleanStaging(path, vaultId)
    const { size } = statSync(file)
    refuseWithoutRoom(path, size)
    copyDurably(file, size, partial, (share) => onProgress(share * 0.6))
    const [fault] = checkBackup(openBackup(partial), dataKey, (share) => onProgress(0.6 + share * 0.4)).faults
    if (fault !== undefined) throw damagedBackup(String(fault.params['part']))
    renameSync(partial, target)
    syncFolder(path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw asVaultError(error, 'backup')
  }
}

function copyDurably(file: string, size: number, to: string, onProgress: (share: number) => void): void {
  const from = openSync(file, 'r')
  try {
    const target = openSync(to, 'wx', 0o600)
    try {
      let written = 0
      eachChunk(from, 0, size, (bytes) => {
        writeWhole(target, bytes)
        onProgress((written += bytes.length) / size)
      })
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(from)
  }
}
