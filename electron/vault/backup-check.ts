import { expectedBytes, isAuthenticManifest, sectionAt, sectionNames } from './backup-format.ts'
import type { OpenedBackup } from './backup-format.ts'
import { checkSection } from './backup-sections.ts'
import { auditChain } from './chain.ts'
import { VaultError } from './errors.ts'
import { vaultFiles } from './files.ts'
import { headFile } from './head.ts'
import { openDatabase } from './pragmas.ts'
import { macKey, subKey, wipe } from './secrets.ts'
import type { Fault } from './verify-check.ts'

const listedAtMost = 100

/**
 * Reads a backup through: its length, each section against its digest and, with the key, the manifest's MAC and every
 * page of both databases. Faults name the section, and the page where the key tells it.
 */
export function checkBackup(
  opened: OpenedBackup,
  dataKey?: Buffer,
  onProgress: (share: number) => void = () => undefined,
): { faults: Fault[]; pages: number } {
  const { manifest, bytes, start } = opened
  const faults: Fault[] = []
  const fault = (params: Fault['params']): void => void (faults.length < listedAtMost && faults.push({ what: 'backup', params }))
  if (dataKey !== undefined && !isAuthenticManifest(manifest, dataKey)) fault({ part: 'manifest', state: 'altered' })
  const expected = expectedBytes(opened)
  if (bytes > expected) fault({ part: 'end', state: 'longer' })
  let pages = 0
  let done = 0
  const keys =
    dataKey === undefined
      ? {}
      : { database: subKey(dataKey, manifest.vaultId, 'database'), drafts: subKey(dataKey, manifest.vaultId, 'drafts') }
  try {
    for (const name of sectionNames) {
      const key = name === 'database' || name === 'drafts' ? keys[name] : undefined
      const found = checkSection(opened, name, {
        ...(key === undefined ? {} : { key }),
        onBytes: (count) => onProgress((done += count) / Math.max(1, expected - start)),
      })
      pages += found.pages?.pages ?? 0
      if (found.sound) continue
      for (const page of found.pages?.failed ?? []) fault({ part: name, page })
      if (found.cutShort) fault({ part: name, state: 'cut_short' })
      else if ((found.pages?.failed.length ?? 0) === 0) fault({ part: name, from: sectionAt(opened, name).offset })
    }
  } finally {
    wipe(...Object.values(keys))
  }
  return { faults, pages }
}

/**
 * Opens staged sections as the databases they are: the head must be the end of the chain, and SQLite's own check clean.
 * @throws {VaultError} `damaged`
 */
export function checkSnapshot(staging: string, dataKey: Buffer, vaultId: string): void {
  const key = subKey(dataKey, vaultId, 'database')
  const draftsKey = subKey(dataKey, vaultId, 'drafts')
  try {
    const db = openDatabase(vaultFiles(staging).database, { key, what: 'database', readOnly: true })
    try {
      const head = headFile(staging, dataKey, vaultId).read()
      const last = auditChain(db, macKey(dataKey, vaultId, 'audit')).last()
      if (last?.seq !== head.seq || !last.hash.equals(head.hash)) throw new VaultError('damaged', { what: 'chain' })
      if (db.pragma('quick_check', { simple: true }) !== 'ok') throw new VaultError('damaged', { what: 'database' })
    } finally {
      db.close()
    }
    const drafts = openDatabase(vaultFiles(staging).drafts, { key: draftsKey, what: 'drafts', readOnly: true })
    try {
      if (drafts.pragma('quick_check', { simple: true }) !== 'ok') throw new VaultError('damaged', { what: 'drafts' })
    } finally {
      drafts.close()
    }
  } finally {
    wipe(key, draftsKey)
  }
}
