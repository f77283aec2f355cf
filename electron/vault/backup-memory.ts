import { z } from 'zod'

import { secretsOf, setting } from './vault.ts'
import type { Vault } from './vault.ts'
import type { Connection } from './pragmas.ts'
import { backupKinds } from './backup-format.ts'
import type { AuditDetails } from './chain.ts'

// What a vault remembers of its own backups: in one of its settings, bound into the audit chain, so that it is encrypted
// and nobody can make a vault believe in a backup that never was.

const settingName = 'backups'
/** Far more than rotation keeps in two places. */
const mostRemembered = 120

const lastChangeSchema = z.strictObject({ changeNo: z.int().min(0), at: z.int().nullable(), words: z.array(z.string()) })

export const rememberedBackupSchema = z.strictObject({
  /** The file's name; where it lies: in the vault's own folder, or at the second place. */
  name: z.string(),
  place: z.enum(['vault', 'second']),
  kind: z.enum(backupKinds),
  createdAt: z.int(),
  lastChange: lastChangeSchema,
  /** When it was last read through and opened, UTC milliseconds, and whether it was whole then. */
  verifiedAt: z.int(),
  sound: z.boolean(),
})
export type RememberedBackup = z.infer<typeof rememberedBackupSchema>

const secondPlaceSchema = z.strictObject({
  path: z.string(),
  /** Stands in a file at the place too: a folder of that path without it is another drive's, or none's. */
  mark: z.string(),
  /** When a copy was last verified there; null: never. */
  lastCopyAt: z.int().nullable(),
})
export type SecondPlace = z.infer<typeof secondPlaceSchema>

const memorySchema = z.strictObject({ backups: z.array(rememberedBackupSchema), second: secondPlaceSchema.nullable() })
export type BackupMemory = z.infer<typeof memorySchema>

/** What the vault remembers; nothing at first. */
export function backupMemory(db: Connection): BackupMemory {
  try {
    const read = memorySchema.safeParse(JSON.parse(setting(db, settingName)))
    if (read.success) return read.data
  } catch {
    // Never set yet.
  }
  return { backups: [], second: null }
}

/** Changes what is remembered, under an audit entry that says why. */
export function rememberBackups(vault: Vault, kind: string, details: AuditDetails, change: (memory: BackupMemory) => BackupMemory): void {
  const text = (memory: BackupMemory): string =>
    JSON.stringify({
      ...memory,
      backups: memory.backups.toSorted((a, b) => b.createdAt - a.createdAt).slice(0, mostRemembered),
    })
  secretsOf(vault).writer.audit(kind, details, [['vault_settings', settingName]], () => {
    vault.db
      .prepare('INSERT INTO vault_settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
      .run(settingName, text(change(backupMemory(vault.db))))
  })
}

/** Puts new findings in the place of older ones about the same file. */
export const withFindings = (memory: BackupMemory, findings: readonly RememberedBackup[]): BackupMemory => ({
  ...memory,
  backups: [
    ...memory.backups.filter((known) => !findings.some(({ name, place }) => name === known.name && place === known.place)),
    ...findings,
  ],
})

/** The newest backup that was opened and found whole, wherever it lies. */
export const newestVerified = (memory: BackupMemory): RememberedBackup | undefined =>
  memory.backups.filter(({ sound }) => sound).toSorted((a, b) => b.createdAt - a.createdAt)[0]
