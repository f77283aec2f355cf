import { statSync } from 'node:fs'

import type { ErrorParams } from '../contract/index.ts'
import { chainStart, revisionsDigest } from './chain.ts'
import { compareRows } from './check-rows.ts'
import { VaultError } from './errors.ts'
import { vaultFiles } from './files.ts'
import { headFile } from './head.ts'
import { faultyCopies } from './header.ts'
import { checkPages } from './pages.ts'
import { checkpoint, openDatabase } from './pragmas.ts'
import { subKey, wipe } from './secrets.ts'
import { thinnedDigest } from './thinned.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** Something that is not as it should be: which part, and where in it. Never a value. */
export type Fault = { what: string; params: ErrorParams }
export type Verification = { checked: Record<string, number>; faults: Fault[] }

/** One thing to check: how much of it there was, and what is wrong with it. */
export type VaultCheck = (vault: Vault) => Verification

const listedAtMost = 100

/**
 * Checks an open vault whole: both header copies, the head, every page of both databases, SQLite's own checks, foreign keys, the audit
 * chain, the history under it, and each row against its binding (security rule 14); then the checks of others.
 */
export function verifyVault(
  vault: Vault,
  { checks = [], onProgress = () => undefined }: { checks?: readonly VaultCheck[]; onProgress?: (share: number) => void } = {},
): Verification {
  const all = [checkHeader, checkHead, checkEveryPage, checkDrafts, checkDatabase, checkChain, checkHistory, checkRows, ...checks]
  const result: Verification = { checked: {}, faults: [] }
  for (const [done, check] of all.entries()) {
    onProgress(done / all.length)
    const { checked, faults } = guarded(check, vault)
    result.checked = { ...result.checked, ...checked }
    result.faults.push(...faults)
  }
  onProgress(1)
  return result
}

/** A check that can't even run because pages fail is itself a finding, not an exception. */
function guarded(check: VaultCheck, vault: Vault): Verification {
  try {
    return check(vault)
  } catch (error) {
    if (error instanceof VaultError)
      return { checked: {}, faults: [{ what: String(error.params['what'] ?? error.code), params: error.params }] }
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { checked: {}, faults: [{ what: 'database', params: { where: check.name, code } }] }
  }
}

const checkHeader: VaultCheck = (vault) => {
  const { dataKey, mended } = secretsOf(vault)
  const faults = [
    // What opening has put right was damage all the same, and whoever asks is told of it.
    ...mended.map(({ copy, state }): Fault => ({ what: 'header', params: { copy, state, repaired: true } })),
    ...faultyCopies(vault.folder, dataKey).map(({ copy, state }): Fault => ({ what: 'header', params: { copy, state } })),
  ]
  return { checked: { headerCopies: vaultFiles(vault.folder).headers.length }, faults }
}

/** The drafts have their own file and key. Their process may be writing meanwhile, so a page counts that fails twice. */
const checkDrafts: VaultCheck = (vault) => {
  const { dataKey, unlocked } = secretsOf(vault)
  const { drafts } = vaultFiles(vault.folder)
  const found = faultList('drafts')
  if ((statSync(drafts, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    found.add({ state: 'missing' })
    return { checked: { draftPages: 0 }, faults: found.faults() }
  }
  const key = subKey(dataKey, unlocked.header.vaultId, 'drafts')
  try {
    let first = checkPages(drafts, key)
    if (!vault.readOnly && (first.failed.length > 0 || first.cutShort) && settleDrafts(drafts, key)) first = checkPages(drafts, key)
    const again = first.failed.length > 0 || first.cutShort ? checkPages(drafts, key) : first
    if (first.cutShort && again.cutShort) found.add({ cutShortAfter: again.pages })
    for (const page of again.failed) if (first.failed.includes(page)) found.add({ page })
    return { checked: { draftPages: again.pages }, faults: found.faults() }
  } finally {
    wipe(key)
  }
}

/**
 * A power cut in the midst of a checkpoint tears pages that stand whole in the log. That is no damage: what reads the drafts
 * reads them from there. Moving the log into the file puts them right. False where there is no log, or where that fails.
 */
function settleDrafts(drafts: string, key: Buffer): boolean {
  if ((statSync(`${drafts}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return false
  try {
    const db = openDatabase(drafts, { key, what: 'drafts' })
    try {
      return checkpoint(db)
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

const checkHead: VaultCheck = (vault) => {
  const { dataKey, unlocked, writer, headBefore } = secretsOf(vault)
  const head = headBefore ?? headFile(vault.folder, dataKey, unlocked.header.vaultId).read()
  const same = writer.chain.at(head.seq)?.hash.equals(head.hash) ?? false
  return { checked: { head: 1 }, faults: same ? [] : [{ what: 'head', params: { seq: head.seq } }] }
}

const checkEveryPage: VaultCheck = (vault) => {
  const { databaseKey } = secretsOf(vault)
  checkpoint(vault.db)
  const { pages, failed, cutShort } = checkPages(vaultFiles(vault.folder).database, databaseKey)
  const found = faultList('database')
  if (cutShort) found.add({ cutShortAfter: pages })
  for (const page of failed) found.add({ page })
  return { checked: { pages }, faults: found.faults() }
}

const checkDatabase: VaultCheck = ({ db }) => {
  const found = faultList('database')
  // SQLite's own words may quote what stands in an index, so only their number goes out.
  const complaints = db
    .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .filter((row) => row.integrity_check !== 'ok')
  if (complaints.length > 0) found.add({ check: 'integrity_check', complaints: complaints.length })
  const broken = db.prepare<[], { table: string; rowid: number }>('SELECT "table", rowid FROM pragma_foreign_key_check').all()
  for (const { table, rowid } of broken) found.add({ check: 'foreign_keys', table, row: rowid })
  return { checked: {}, faults: found.faults() }
}

const checkChain: VaultCheck = (vault) => {
  const { chain } = secretsOf(vault).writer
  const fault = chain.firstFault(1, chainStart)
  return {
    checked: { auditEntries: chain.last()?.seq ?? 0 },
    faults: fault === undefined ? [] : [{ what: 'chain', params: { seq: fault } }],
  }
}

const checkHistory: VaultCheck = (vault) => {
  const digest = revisionsDigest(vault.db, secretsOf(vault).auditKey)
  const entries = vault.db.prepare<[], { change_no: number; recorded: string | null }>(
    `SELECT e.change_no, coalesce(${thinnedDigest('e.change_no')}, e.details ->> 'revisions') AS recorded
     FROM audit_entries e WHERE e.change_no IS NOT NULL ORDER BY e.change_no`,
  )
  const found = faultList('history')
  let changes = 0
  for (const { change_no, recorded } of entries.iterate()) {
    changes += 1
    if (recorded !== digest(change_no)) found.add({ changeNo: change_no })
  }
  return { checked: { changes }, faults: found.faults() }
}

const checkRows: VaultCheck = (vault) => {
  const { auditKey, writer } = secretsOf(vault)
  const found = faultList('row')
  const rows = compareRows(vault.db, auditKey, writer.rows.tables, ({ table, id, unbound }) =>
    found.add({ table, id, ...(unbound ? { unbound } : {}) }),
  )
  return { checked: { rows }, faults: found.faults() }
}

/** Collects faults of one kind and lists the first of them; the rest are counted. */
function faultList(what: string) {
  const listed: Fault[] = []
  let more = 0
  return {
    add(params: ErrorParams): void {
      if (listed.length < listedAtMost) listed.push({ what, params })
      else more += 1
    },
    faults: (): Fault[] => (more === 0 ? listed : [...listed, { what, params: { more } }]),
  }
}
