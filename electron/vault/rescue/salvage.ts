import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import { createDrafts } from '../drafts-store.ts'
import { VaultError, asVaultError } from '../errors.ts'
import { syncFile, syncFolder, vaultFiles } from '../files.ts'
import { headFile } from '../head.ts'
import type { UnlockedHeader } from '../header.ts'
import { applyMigrations, readMigrations } from '../migrations.ts'
import { checkPages } from '../pages.ts'
import { closeDatabase, openDatabase } from '../pragmas.ts'
import { subKey, wipe } from '../secrets.ts'
import { copyHeader } from './keys.ts'
import { fillVault } from './fill-vault.ts'
import { partOf, unpaced } from './pace.ts'
import type { Pace } from './pace.ts'
import { mapPages } from './page-map.ts'
import { openPages } from './page-store.ts'
import type { SalvageReport } from './salvage-report.ts'
import { schemaVersionOf } from './schema-version.ts'

const stagingOf = (place: string): string => join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.saving`)

/** What an earlier salvage to the same place left when it was killed. */
function removeOldStaging(place: string): void {
  for (const name of existsSync(dirname(place)) ? readdirSync(dirname(place)) : [])
    if (name.startsWith(`.${basename(place)}.`) && name.endsWith('.saving'))
      rmSync(join(dirname(place), name), { recursive: true, force: true })
}

/**
 * Makes a new vault at `target` out of everything that can be read of a damaged one: every row on a sound page, also where
 * the pages above it are lost, and what stands in the write-ahead log. The new vault opens with the same passphrases. The
 * damaged one is only read. Built beside its place; a crash, a full disk or a cancellation leaves nothing of it.
 * @throws {VaultError} `exists`, `damaged` (database: not one page can be read), `disk_full`, `read_only`, `cancelled`
 */
export async function salvageVault(
  folder: string,
  unlocked: UnlockedHeader,
  target: string,
  { pace = unpaced, migrations }: { pace?: Pace; migrations?: string } = {},
): Promise<SalvageReport> {
  const place = resolve(target)
  if (existsSync(place)) throw new VaultError('exists')
  const { dataKey, header } = unlocked
  const key = subKey(dataKey, header.vaultId, 'database')
  const building = stagingOf(place)
  const store = openPages(folder, key)
  try {
    removeOldStaging(place)
    const map = await mapPages(store, partOf(pace, 0, 0.15))
    if (store.count === 0 || map.damaged.length === store.count) throw new VaultError('damaged', { what: 'database', pages: store.count })
    mkdirSync(building, { recursive: true, mode: 0o700 })
    const files = vaultFiles(building)
    mkdirSync(files.backups, { mode: 0o700 })
    // Rows are put into the schema that they were written under; the first opening brings the vault up to date.
    const known = readMigrations(migrations)
    const version = schemaVersionOf(store, map, known)
    const db = openDatabase(files.database, { key, what: 'database', create: true })
    let report: SalvageReport
    try {
      applyMigrations(
        db,
        known.filter((step) => step.version <= version),
      )
      const filled = await fillVault({ folder, building, unlocked, db, key, store, map, pace: partOf(pace, 0.15, 0.95) })
      report = { ...filled.report, drafts: saveDrafts(folder, building, unlocked) }
      headFile(building, dataKey, header.vaultId).prepare(filled.head).publish()
      if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new VaultError('internal', { where: 'salvage' })
    } finally {
      closeDatabase(db)
    }
    if (checkPages(files.database, key).failed.length > 0) throw new VaultError('internal', { where: 'salvage' })
    copyHeader(folder, building, unlocked)
    syncFile(files.database)
    await pace.at(1)
    if (existsSync(place)) throw new VaultError('exists')
    renameSync(building, place)
    syncFolder(dirname(place))
    return report
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    throw asVaultError(error, 'database')
  } finally {
    store.close()
    wipe(key)
  }
}

/** The drafts have their own file under their own key: as it is, with its log, or empty where there is none. */
function saveDrafts(folder: string, building: string, { dataKey, header }: UnlockedHeader): SalvageReport['drafts'] {
  const from = vaultFiles(folder).drafts
  const to = vaultFiles(building).drafts
  if ((statSync(from, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    for (const part of ['', '-wal']) if (existsSync(`${from}${part}`)) copyFileSync(`${from}${part}`, `${to}${part}`)
    return 'kept'
  }
  const key = subKey(dataKey, header.vaultId, 'drafts')
  try {
    createDrafts(building, key)
  } finally {
    wipe(key)
  }
  return 'new'
}
