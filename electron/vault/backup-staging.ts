import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { VaultError } from './errors.ts'
import { isWritable, removeQuietly, vaultFiles } from './files.ts'

// Everything that is being made stands under a name that begins with a point, beside the place that it will take. What a
// kill left there is worth nothing (all of it is encrypted) and is taken away by the next one who works in that folder.

const making = /^\.making-[0-9a-f]{12}$/
const partial = (vaultId: string): RegExp => new RegExp(`^\\.${vaultId.slice(0, 8)}-[0-9a-f]{12}\\.habeas-partial$`)

export const newStagingName = (): string => `.making-${randomBytes(6).toString('hex')}`
export const isStagingName = (name: string): boolean => making.test(name)

/**
 * A folder for snapshots while a backup is made or checked: in the vault, or beside `target` where the vault can't be
 * written.
 */
export function makeStaging(folder: string, target: string, name = newStagingName()): string {
  const { backups } = vaultFiles(folder)
  const parent = isWritable(folder) ? backups : dirname(target)
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  const staging = join(parent, name)
  mkdirSync(staging, { mode: 0o700 })
  return staging
}

/** The name under which a backup is written beside its place. */
export const partialName = (vaultId: string): string => `.${vaultId.slice(0, 8)}-${randomBytes(6).toString('hex')}.habeas-partial`

/** Takes away what killed backups left in a folder: snapshots, and half files of this vault. Whoever calls holds the vault. */
export function cleanStaging(folder: string, vaultId: string): void {
  if (!existsSync(folder)) return
  const half = partial(vaultId)
  try {
    for (const name of readdirSync(folder)) {
      if (making.test(name)) removeQuietly(join(folder, name))
      else if (half.test(name)) removeQuietly(join(folder, name))
    }
  } catch {
    // A folder that can't be read or written now keeps its leftovers for the next time; nothing depends on it.
  }
}

/**
 * Refuses early where the disk has no room for `bytes` more, so that nobody waits for a failure that is certain. A disk
 * that fills meanwhile is met by each write all the same.
 * @throws {VaultError} `disk_full`
 */
export function refuseWithoutRoom(folder: string, bytes: number): void {
  let free: number
  try {
    const { bavail, bsize } = statfsSync(folder)
    free = bavail * bsize
  } catch {
    // A file system that doesn't say is found out by writing.
    return
  }
  if (free < bytes) throw new VaultError('disk_full')
}
