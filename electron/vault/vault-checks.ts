import { statSync } from 'node:fs'

import { chainStart, revisionsDigest } from './chain.ts'
import { compareRows, rowPieces } from './check-rows.ts'
import { vaultFiles } from './files.ts'
import { headFile } from './head.ts'
import { faultyCopies } from './header.ts'
import { checkPages } from './pages.ts'
import { checkpoint, openDatabase } from './pragmas.ts'
import { subKey, wipe } from './secrets.ts'
import { thinnedDigest } from './thinned.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'
import { faultList } from './verify-check.ts'
import type { Fault, Piece, Verification, VaultCheck } from './verify-check.ts'

const checkHeader = (vault: Vault): Verification => {
  const { dataKey, mended } = secretsOf(vault)
  const faults = [
    // What opening has put right was damage all the same, and whoever asks is told of it.
    ...mended.map(({ copy, state }): Fault => ({ what: 'header', params: { copy, state, repaired: true } })),
    ...faultyCopies(vault.folder, dataKey).map(({ copy, state }): Fault => ({ what: 'header', params: { copy, state } })),
  ]
  return { checked: { headerCopies: vaultFiles(vault.folder).headers.length }, faults }
}

/** The drafts have their own file and key. Their process may be writing meanwhile, so a page counts that fails twice. */
const checkDrafts = (vault: Vault): Verification => {
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

const checkHead = (vault: Vault): Verification => {
  const { dataKey, unlocked, writer, headBefore } = secretsOf(vault)
  const head = headBefore ?? headFile(vault.folder, dataKey, unlocked.header.vaultId).read()
  const same = writer.chain.at(head.seq)?.hash.equals(head.hash) ?? false
  return { checked: { head: 1 }, faults: same ? [] : [{ what: 'head', params: { seq: head.seq } }] }
}

const checkEveryPage = (vault: Vault): Verification => {
  const { databaseKey } = secretsOf(vault)
  checkpoint(vault.db)
  const { pages, failed, cutShort } = checkPages(vaultFiles(vault.folder).database, databaseKey)
  const found = faultList('database')
  if (cutShort) found.add({ cutShortAfter: pages })
  for (const page of failed) found.add({ page })
  return { checked: { pages }, faults: found.faults() }
}

/**
 * SQLite's own check of all tables and indexes. It would ask FTS5 too, whose indexes have a check of their own that asks for
 * more and takes as long again: so on a connection of its own, which takes FTS5's tables for something else.
 */
const checkDatabase = (vault: Vault): Verification => {
  const found = faultList('database')
  const { database } = vaultFiles(vault.folder)
  const db = openDatabase(database, { key: secretsOf(vault).databaseKey, what: 'database', readOnly: true })
  try {
    db.table('fts5', { columns: ['nothing'], *rows() {} })
    // SQLite's own words may quote what stands in an index, so only their number goes out.
    const complaints = db
      .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
      .all()
      .filter((row) => row.integrity_check !== 'ok')
    if (complaints.length > 0) found.add({ check: 'integrity_check', complaints: complaints.length })
    return { checked: {}, faults: found.faults() }
  } finally {
    db.close()
  }
}

const checkForeignKeys = ({ db }: Vault): Verification => {
  const found = faultList('database')
  const broken = db.prepare<[], { table: string; rowid: number }>('SELECT "table", rowid FROM pragma_foreign_key_check').all()
  for (const { table, rowid } of broken) found.add({ check: 'foreign_keys', table, row: rowid })
  return { checked: {}, faults: found.faults() }
}

const checkChain = (vault: Vault): Verification => {
  const { chain } = secretsOf(vault).writer
  const fault = chain.firstFault(1, chainStart)
  return {
    checked: { auditEntries: chain.last()?.seq ?? 0 },
    faults: fault === undefined ? [] : [{ what: 'chain', params: { seq: fault } }],
  }
}

const checkHistory = (vault: Vault): Verification => {
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

const checkRows = (vault: Vault, piece: Piece): Verification => {
  const { auditKey, writer } = secretsOf(vault)
  const found = faultList('row')
  const rows = compareRows(vault.db, auditKey, writer.rows.tables, {
    piece,
    unfit: ({ table, id, unbound }) => found.add({ table, id, ...(unbound ? { unbound } : {}) }),
  })
  return { checked: { rows }, faults: found.faults() }
}

/**
 * What a vault's own files must be: both header copies, the head, every page of both databases, SQLite's own checks, foreign
 * keys, the audit chain, the history under it, and each row against its binding (security rule 14).
 */
export const vaultChecks: readonly VaultCheck[] = [
  { name: 'checkHeader', run: checkHeader, alone: true },
  { name: 'checkHead', run: checkHead, alone: true },
  { name: 'checkEveryPage', run: checkEveryPage },
  { name: 'checkDrafts', run: checkDrafts, alone: true },
  { name: 'checkDatabase', run: checkDatabase },
  { name: 'checkForeignKeys', run: checkForeignKeys },
  { name: 'checkChain', run: checkChain },
  { name: 'checkHistory', run: checkHistory },
  { name: 'checkRows', run: checkRows, pieces: ({ db }, rows) => rowPieces(db, rows) },
]
