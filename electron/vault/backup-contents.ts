import { z } from 'zod'

import { tableNames } from '../contract/index.ts'
import { auditChain } from './chain.ts'
import { canonicalBytes } from './canonical.ts'
import { damagedBackup } from './backup-format.ts'
import { fingerprintWords } from './fingerprint.ts'
import type { Head } from './head.ts'
import { appliedMigrations } from './migrations.ts'
import type { Connection } from './pragmas.ts'
import { seal, subKey, unseal, wipe } from './secrets.ts'
import type { MacKey } from './secrets.ts'

const contentsSchema = z.strictObject({
  /** The vault's own name. */
  title: z.string(),
  /** Number, time (UTC milliseconds, null before the first) and four words of the last change in it. */
  changeNo: z.int().min(0),
  changedAt: z.int().nullable(),
  words: z.array(z.string()),
  /** Rows of each table. */
  counts: z.record(z.string(), z.int()),
})

/** What a backup holds, as it is shown before it is restored. */
export type BackupContents = z.infer<typeof contentsSchema>

const sealedSchema = z.strictObject({
  format: z.literal('habeas-backup-contents'),
  version: z.literal(1),
  nonce: z.base64(),
  ciphertext: z.base64(),
  tag: z.base64(),
})

const binding = (vaultId: string, createdAt: number): Buffer =>
  canonicalBytes({ format: 'habeas-backup-contents', version: 1, vaultId, createdAt })

/** Which backup it is: what its sealed parts are bound to. */
type Identity = { vaultId: string; createdAt: number }

/** Seals what a backup holds: counts and a title are nobody's business. */
export function sealContents(contents: BackupContents, dataKey: Buffer, { vaultId, createdAt }: Identity): string {
  const key = subKey(dataKey, vaultId, 'backup-contents')
  try {
    const sealed = seal(key, canonicalBytes(contents), binding(vaultId, createdAt))
    return `${JSON.stringify({ format: 'habeas-backup-contents', version: 1, ...sealed })}\n`
  } finally {
    wipe(key)
  }
}

/** Opens what `sealContents` made. @throws {VaultError} `damaged` (backup, contents) where it is not what was sealed */
export function unsealContents(text: string, dataKey: Buffer, { vaultId, createdAt }: Identity): BackupContents {
  const key = subKey(dataKey, vaultId, 'backup-contents')
  try {
    const outer = sealedSchema.safeParse(JSON.parse(text))
    const plain = outer.success ? unseal(key, outer.data, binding(vaultId, createdAt)) : undefined
    const inner = contentsSchema.safeParse(plain === undefined ? undefined : JSON.parse(plain.toString('utf8')))
    if (inner.success) return inner.data
  } catch {
    // Not JSON: the same answer.
  } finally {
    wipe(key)
  }
  throw damagedBackup('contents')
}

/** What a snapshot of the database holds, the head that goes with it, and its schema's version. */
export function describeSnapshot(db: Connection, auditKey: MacKey): { contents: BackupContents; head: Head; schemaVersion: number } {
  const chain = auditChain(db, auditKey)
  const last = chain.last()
  if (last === undefined) throw damagedBackup('database')
  const change = chain.lastChange()
  const hash = change?.hash ?? chain.at(1)?.hash
  const there = new Set(db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
  const counts = tableNames
    .filter((name) => there.has(name))
    .map((name): [string, number] => [name, db.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0])
  const title = db.prepare<[], string>("SELECT value FROM vault_settings WHERE key = 'title'").pluck().get() ?? ''
  return {
    contents: {
      title,
      changeNo: change?.change_no ?? 0,
      changedAt: change?.at ?? null,
      words: hash === undefined ? [] : fingerprintWords(hash),
      counts: Object.fromEntries(counts),
    },
    head: { seq: last.seq, changeNo: change?.change_no ?? 0, hash: last.hash },
    schemaVersion: appliedMigrations(db).at(-1)?.version ?? 0,
  }
}
