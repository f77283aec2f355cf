import { createHash } from 'node:crypto'

import { asCallError, verifyVault } from '../../../electron/vault/index.ts'
import { searchChecks } from '../../../electron/casework/search/check-index.ts'
import type { Vault } from '../../../electron/vault/index.ts'
import { openDraftsOf, unlock } from '../service.ts'

/** What looking at a vault gave: how it was found to be damaged, and which tables showed other rows than they should. */
export type Look = { found: string | undefined; shown: string[] }

/** Written by opening and looking themselves. */
const moving = new Set(['audit_entries', 'sqlite_sequence'])

/** A hash of each table's rows as they are read; of the chain, the entries that were there before. */
export function tableHashes({ db }: Pick<Vault, 'db'>, upTo: number): Map<string, string> {
  const names = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
    .pluck()
    .all()
  const hashes = new Map<string, string>()
  for (const name of names) {
    if (moving.has(name) && name !== 'audit_entries') continue
    const hash = createHash('sha256')
    const sql = name === 'audit_entries' ? `SELECT * FROM audit_entries WHERE seq <= ${upTo}` : `SELECT * FROM "${name}"`
    for (const row of db.prepare(sql).iterate()) hash.update(JSON.stringify(row))
    hashes.set(name, hash.digest('hex'))
  }
  return hashes
}

export type Sound = { tables: ReadonlyMap<string, string>; drafts: string; upTo: number }

/** Opens a vault with the real services, reads every table and the drafts, and verifies it whole. */
export async function lookAt(folder: string, sound: Sound): Promise<Look> {
  const shown: string[] = []
  let found: string | undefined
  const say = (what: string): void => {
    found ??= what
  }
  let vault: Vault
  try {
    vault = await unlock(folder)
  } catch (error) {
    return { found: `opening: ${JSON.stringify(asCallError(error, 'open'))}`, shown }
  }
  try {
    try {
      for (const [name, hash] of tableHashes(vault, sound.upTo)) if (sound.tables.get(name) !== hash) shown.push(name)
    } catch (error) {
      say(`reading: ${JSON.stringify(asCallError(error, 'read'))}`)
    }
    try {
      const drafts = openDraftsOf(vault)
      try {
        if (JSON.stringify(drafts.list()) !== sound.drafts) shown.push('drafts')
      } finally {
        drafts.close()
      }
    } catch (error) {
      say(`drafts: ${JSON.stringify(asCallError(error, 'drafts'))}`)
    }
    const { faults } = verifyVault(vault, { checks: searchChecks })
    if (faults.length > 0) say(`verify: ${faults[0]?.what ?? ''} ${JSON.stringify(faults[0]?.params)}`)
  } finally {
    try {
      vault.close()
    } catch {
      // A damaged file need not close well.
    }
  }
  return { found, shown }
}
