import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import { VaultError, asVaultError } from '../errors.ts'
import { syncFile, syncFolder, vaultFiles } from '../files.ts'
import { lockVault } from '../lock.ts'
import { rekeyFolders } from '../rekey-files.ts'
import type { Pace } from './pace.ts'

/** What belongs to a vault: its databases with their logs, headers, head, and drafts that were put aside. */
const ofAVault = /^(?:header\.[01]\.json|head\.json|(?:vault|drafts|attachments)(?:\.damaged-\d+)?\.db(?:-wal|-journal)?)$/

/**
 * Copies a vault as it stands, encrypted as it is, to a place that can be written: a vault that a crash left with a log
 * can't be opened on a medium that can't. Its backups come along. Answers how many files were copied.
 * @throws {VaultError} `no_vault`, `exists`, `vault_in_use`, `disk_full`, `read_only`, `cancelled`
 */
export async function copyVault(folder: string, target: string, pace: Pace): Promise<{ files: number }> {
  const place = resolve(target)
  if (existsSync(place)) throw new VaultError('exists')
  if (!existsSync(vaultFiles(folder).database)) throw new VaultError('no_vault')
  const lock = lockVault(folder)
  const building = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.copying`)
  try {
    const { backups } = vaultFiles(building)
    mkdirSync(backups, { recursive: true, mode: 0o700 })
    const own = readdirSync(folder).filter((name) => ofAVault.test(name))
    const kept = existsSync(vaultFiles(folder).backups)
      ? readdirSync(vaultFiles(folder).backups).filter((name) => statSync(join(vaultFiles(folder).backups, name)).isFile())
      : []
    // Where a crash stopped a re-key that counts already, its files belong to the vault as much as those that have their place.
    const { ready } = rekeyFolders(folder)
    const rekeyed = existsSync(ready) ? readdirSync(ready).map((name) => join(basename(ready), name)) : []
    if (rekeyed.length > 0) mkdirSync(join(building, basename(ready)), { mode: 0o700 })
    const all = [...own, ...rekeyed, ...kept.map((name) => join('backups', name))]
    for (const [index, name] of all.entries()) {
      const to = join(building, name)
      copyFileSync(join(folder, name), to)
      syncFile(to)
      await pace.at((index + 1) / all.length)
    }
    if (rekeyed.length > 0) syncFolder(join(building, basename(ready)))
    syncFolder(building)
    renameSync(building, place)
    syncFolder(dirname(place))
    return { files: all.length }
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    throw asVaultError(error, 'database')
  } finally {
    lock.release()
  }
}
