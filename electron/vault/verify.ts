import type { ErrorParams } from '../contract/index.ts'
import { chainStart, revisionsDigest } from './chain.ts'
import { VaultError } from './errors.ts'
import { vaultFiles } from './files.ts'
import { headFile } from './head.ts'
import { isAuthentic } from './header-format.ts'
import { readHeaderCopies } from './header.ts'
import { checkPages } from './pages.ts'
import { checkpoint } from './pragmas.ts'
import { newestBindings } from './row-bindings.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** Something that is not as it should be: which part, and where in it. Never a value. */
export type Fault = { what: string; params: ErrorParams }
export type Verification = { checked: Record<string, number>; faults: Fault[] }

/** One thing to check: how much of it there was, and what is wrong with it. */
export type VaultCheck = (vault: Vault) => Verification

const listedAtMost = 100

/**
 * Checks an open vault whole: both header copies, the head, every page, SQLite's own checks, foreign keys, the audit
 * chain, the history under it, and each row against its binding (security rule 14); then the checks of others.
 */
export function verifyVault(vault: Vault, { checks = [], onProgress = () => undefined }: { checks?: readonly VaultCheck[]; onProgress?: (share: number) => void } = {}): Verification {
  const all = [checkHeader, checkHead, checkEveryPage, checkDatabase, checkChain, checkHistory, checkRows, ...checks]
  const result: Verification = { checked: {}, faults: [] }
  for (const [done, check] of all.entries()) {
    onProgress(done / all.length)
    const { checked, faults } = guarded(check, vault)
    result.checked = { ...result.checked, ...checked }
    result.faults.push(...faults)
  }
  onProgress(1)
  if (!vault.readOnly && result.faults.length > 0) tryToRecord(vault, result.faults.length)
  return result
}

/** A check that can't even run because pages fail is itself a finding, not an exception. */
function guarded(check: VaultCheck, vault: Vault): Verification {
  try {
    return check(vault)
  } catch (error) {
    if (error instanceof VaultError) return { checked: {}, faults: [{ what: String(error.params['what'] ?? error.code), params: error.params }] }
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { checked: {}, faults: [{ what: 'database', params: { where: check.name, code } }] }
  }
}

function tryToRecord(vault: Vault, faults: number): void {
  try {
    vault.audit('verify.failed', { faults })
  } catch {
    // A vault that is damaged enough may not take another entry; the faults themselves are the answer.
  }
}

const checkHeader: VaultCheck = (vault) => {
  const { dataKey } = secretsOf(vault)
  const copies = readHeaderCopies(vault.folder)
  const faults = copies.flatMap((copy, which): Fault[] => {
    if (copy.state !== 'readable') return [{ what: 'header', params: { copy: which, state: copy.state } }]
    return isAuthentic(copy.header, dataKey) ? [] : [{ what: 'header', params: { copy: which, state: 'altered' } }]
  })
  return { checked: { headerCopies: copies.length }, faults }
}

const checkHead: VaultCheck = (vault) => {
  const { dataKey, unlocked, writer } = secretsOf(vault)
  const head = headFile(vault.folder, dataKey, unlocked.header.vaultId).read()
  const same = writer.chain.at(head.seq)?.hash.equals(head.hash) ?? false
  return { checked: { head: 1 }, faults: same ? [] : [{ what: 'head', params: { seq: head.seq } }] }
}

const checkEveryPage: VaultCheck = (vault) => {
  const { databaseKey } = secretsOf(vault)
  checkpoint(vault.db)
  const { pages, failed, cutShort } = checkPages(vaultFiles(vault.folder).database, databaseKey)
  const faults: Fault[] = failed.slice(0, listedAtMost).map((page) => ({ what: 'database', params: { page } }))
  if (cutShort) faults.push({ what: 'database', params: { cutShortAfter: pages } })
  if (failed.length > listedAtMost) faults.push({ what: 'database', params: { morePages: failed.length - listedAtMost } })
  return { checked: { pages }, faults }
}

const checkDatabase: VaultCheck = ({ db }) => {
  const faults: Fault[] = []
  // SQLite's own words may quote what stands in an index, so only their number goes out.
  const complaints = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all().filter((row) => row.integrity_check !== 'ok')
  if (complaints.length > 0) faults.push({ what: 'database', params: { check: 'integrity_check', complaints: complaints.length } })
  const broken = db.prepare<[], { table: string; rowid: number }>('SELECT "table", rowid FROM pragma_foreign_key_check').all()
  for (const { table, rowid } of broken.slice(0, listedAtMost)) faults.push({ what: 'database', params: { check: 'foreign_keys', table, row: rowid } })
  return { checked: { foreignKeys: broken.length }, faults }
}

const checkChain: VaultCheck = (vault) => {
  const { chain } = secretsOf(vault).writer
  const fault = chain.firstFault(1, chainStart)
  return { checked: { auditEntries: chain.last()?.seq ?? 0 }, faults: fault === undefined ? [] : [{ what: 'chain', params: { seq: fault } }] }
}

const checkHistory: VaultCheck = (vault) => {
  const digest = revisionsDigest(vault.db, secretsOf(vault).auditKey)
  const entries = vault.db.prepare<[], { change_no: number; details: string }>('SELECT change_no, details FROM audit_entries WHERE change_no IS NOT NULL ORDER BY change_no').all()
  const altered = entries.filter(({ change_no, details }) => (JSON.parse(details) as Record<string, unknown>)['revisions'] !== digest(change_no))
  return { checked: { changes: entries.length }, faults: altered.slice(0, listedAtMost).map(({ change_no }) => ({ what: 'history', params: { changeNo: change_no } })) }
}

const checkRows: VaultCheck = (vault) => {
  const { rows } = secretsOf(vault).writer
  const faults: Fault[] = []
  const bindings = newestBindings(vault.db)
  const bound = new Set<string>()
  for (const { table_name, row_uuid, row_hash } of bindings) {
    bound.add(`${table_name}/${row_uuid}`)
    const same = rows.tables.has(table_name) && rows.hashOf(table_name, row_uuid).equals(row_hash)
    if (!same) faults.push({ what: 'row', params: { table: table_name, id: row_uuid } })
  }
  for (const [table, column] of rows.tables) {
    const names = vault.db.prepare<[], string>(`SELECT "${column}" FROM "${table}"`).pluck().all()
    for (const name of names) if (!bound.has(`${table}/${String(name)}`)) faults.push({ what: 'row', params: { table, id: String(name), unbound: true } })
  }
  const shown = faults.slice(0, listedAtMost)
  if (faults.length > shown.length) shown.push({ what: 'row', params: { more: faults.length - shown.length } })
  return { checked: { rows: bindings.length }, faults: shown }
}
