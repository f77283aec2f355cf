import { existsSync, statSync } from 'node:fs'

import type { Examination, RescueBackup } from '../../contract/index.ts'
import { backupsIn, readBackup } from '../backup-file.ts'
import type { BackupFile } from '../backup-file.ts'
import { auditChain, chainStart } from '../chain.ts'
import { asVaultError } from '../errors.ts'
import { vaultFiles } from '../files.ts'
import { fingerprintWords } from '../fingerprint.ts'
import { headFile } from '../head.ts'
import type { Head } from '../head.ts'
import { faultyCopies, unlockHeader } from '../header.ts'
import type { UnlockedHeader } from '../header.ts'
import { checkPages } from '../pages.ts'
import { rekeyFolders } from '../rekey-files.ts'
import { subKey, wipe } from '../secrets.ts'
import { auditKeyFor } from './keys.ts'
import { holdVault } from './hold.ts'
import { readingConnection } from './open-damaged.ts'
import { countRows } from './count-rows.ts'
import { partOf } from './pace.ts'
import type { Pace } from './pace.ts'
import { mapPages } from './page-map.ts'
import { openPages } from './page-store.ts'
import { shownTable } from './salvage-report.ts'

type Finding = Examination['findings'][number]
const listedAtMost = 200

/**
 * Looks at a vault that doesn't open, without writing to it (a re-key that was cut short is ended first): what is damaged,
 * what can still be read, which backups there are. A damaged header leaves the backups to be looked at.
 * @throws {VaultError} `wrong_passphrase`, `vault_in_use`, `unsupported_kdf`, `newer_version`, `cancelled`
 */
export async function examineVault(folder: string, passphrase: string, pace: Pace): Promise<Examination> {
  const lock = holdVault(folder)
  let unlocked: UnlockedHeader | undefined
  const findings: Finding[] = existsSync(rekeyFolders(folder).ready) ? [{ what: 'rekey', params: {} }] : []
  try {
    try {
      unlocked = await unlockHeader(folder, passphrase)
    } catch (error) {
      const known = asVaultError(error, 'header')
      if (known.code !== 'damaged') throw known
      findings.push({ what: 'header', params: { copies: 2 } })
    }
    const looked = unlocked === undefined ? nothingRead : await lookAt(folder, unlocked, findings, partOf(pace, 0, 0.8))
    return { ...looked, findings, backups: await lookAtBackups(folder, passphrase, unlocked, partOf(pace, 0.8, 1)) }
  } finally {
    wipe(unlocked?.dataKey)
    lock.release()
  }
}

type Looked = Omit<Examination, 'findings' | 'backups'>
const nothingRead: Looked = { pages: null, readable: {}, mayBeLost: {}, opensForReading: false, lastChange: null, expectedChange: null }

async function lookAt(folder: string, unlocked: UnlockedHeader, findings: Finding[], pace: Pace): Promise<Looked> {
  const { dataKey, header } = unlocked
  for (const { copy, state } of faultyCopies(folder, dataKey)) findings.push({ what: 'header', params: { copy, state } })
  let head: Head | undefined
  try {
    head = headFile(folder, dataKey, header.vaultId).read()
  } catch {
    findings.push({ what: 'head', params: { state: existsSync(vaultFiles(folder).head) ? 'damaged' : 'missing' } })
  }
  findings.push(...draftFindings(folder, unlocked))
  const key = subKey(dataKey, header.vaultId, 'database')
  const store = openPages(folder, key)
  try {
    const map = await mapPages(store, partOf(pace, 0, 0.4))
    if (store.count === 0) findings.push({ what: 'database', params: { state: 'missing' } })
    for (const page of map.damaged.slice(0, listedAtMost)) findings.push({ what: 'database', params: { page } })
    if (map.damaged.length > listedAtMost) findings.push({ what: 'database', params: { more: map.damaged.length - listedAtMost } })
    const { readable, mayBeLost } = await countRows(store, map, partOf(pace, 0.4, 0.9))
    const read = readState(folder, unlocked, head)
    if (read.finding !== undefined) findings.push(read.finding)
    // What follows the last whole transaction is what every crash leaves; it is damage where something is missing.
    if (store.log.missing && read.behind) findings.push({ what: 'log', params: { state: 'missing' } })
    else if (store.log.damaged > 0 || (read.behind && store.log.tail > 0))
      findings.push({ what: 'log', params: { state: 'damaged', frames: store.log.damaged + store.log.tail } })
    return {
      pages: {
        proven: store.proven,
        total: store.count,
        damaged: map.damaged.length,
        listed: map.damaged
          .slice(0, listedAtMost)
          .map((page) => ({ page, table: shownTable(map.lost.find((leaf) => leaf.page === page)?.owner) })),
      },
      readable,
      mayBeLost,
      opensForReading: read.opens,
      lastChange: read.lastChange,
      expectedChange: head?.changeNo ?? null,
    }
  } finally {
    store.close()
    wipe(key)
  }
}

type ReadState = { opens: boolean; lastChange: Examination['lastChange']; behind: boolean; finding?: Finding }

/** What SQLite itself can read of it: the last change, and whether the chain holds and reaches the head. */
function readState(folder: string, unlocked: UnlockedHeader, head: Head | undefined): ReadState {
  let reading: ReturnType<typeof readingConnection> | undefined
  try {
    reading = readingConnection(folder, unlocked)
    const chain = auditChain(reading.db, auditKeyFor(unlocked))
    const last = chain.last()
    const change = chain.lastChange()
    const hash = change?.hash ?? chain.at(1)?.hash
    const lastChange =
      hash === undefined ? null : { changeNo: change?.change_no ?? 0, at: change?.at ?? null, words: fingerprintWords(hash) }
    const fault = chain.firstFault(1, chainStart)
    const behind = head !== undefined && (last?.seq ?? 0) < head.seq
    const parts = head !== undefined && !behind && chain.at(head.seq)?.hash.equals(head.hash) !== true
    if (fault !== undefined || parts)
      return { opens: true, lastChange, behind, finding: { what: 'chain', params: { seq: fault ?? head?.seq ?? 0 } } }
    if (behind)
      return {
        opens: true,
        lastChange,
        behind,
        finding: { what: 'rolled_back', params: { found: lastChange?.changeNo ?? 0, expected: head?.changeNo ?? 0 } },
      }
    return { opens: true, lastChange, behind }
  } catch {
    // The pages that fail are named already. Parts of the database may open all the same.
    return { opens: reading !== undefined, lastChange: null, behind: false }
  } finally {
    reading?.release()
  }
}

function draftFindings(folder: string, { dataKey, header }: UnlockedHeader): Finding[] {
  const { drafts } = vaultFiles(folder)
  if ((statSync(drafts, { throwIfNoEntry: false })?.size ?? 0) === 0) return [{ what: 'drafts', params: { state: 'missing' } }]
  const key = subKey(dataKey, header.vaultId, 'drafts')
  try {
    const { failed, cutShort } = checkPages(drafts, key)
    return failed.length > 0 || cutShort ? [{ what: 'drafts', params: { pages: failed.length } }] : []
  } finally {
    wipe(key)
  }
}

async function lookAtBackups(
  folder: string,
  passphrase: string,
  unlocked: UnlockedHeader | undefined,
  pace: Pace,
): Promise<RescueBackup[]> {
  const found = backupsIn(vaultFiles(folder).backups, unlocked?.header.vaultId)
  const backups: RescueBackup[] = []
  for (const [index, backup] of found.entries()) {
    backups.push(await lookAtBackup(backup, passphrase))
    await pace.at((index + 1) / found.length)
  }
  return backups
}

async function lookAtBackup(backup: BackupFile, passphrase: string): Promise<RescueBackup> {
  const closed = { name: backup.name, createdAt: null, bytes: null, caseFiles: null, lastChange: null }
  if (backup.state !== 'readable') return { ...closed, state: backup.state }
  const described = { ...closed, createdAt: backup.createdAt, bytes: backup.bytes }
  if (backup.faults.length > 0) return { ...described, state: 'damaged' }
  try {
    const { counts, changeNo, changedAt, words } = await readBackup(backup.file, passphrase)
    return { ...described, state: 'readable', caseFiles: counts['case_files'] ?? null, lastChange: { changeNo, at: changedAt, words } }
  } catch (error) {
    const { code } = asVaultError(error, 'backup')
    return { ...described, state: code === 'wrong_passphrase' ? 'other_passphrase' : code === 'newer_version' ? 'newer' : 'damaged' }
  }
}
