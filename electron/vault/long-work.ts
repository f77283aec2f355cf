import { basename } from 'node:path'
import { z } from 'zod'

import { calls } from '../contract/index.ts'
import type { CallOutput } from '../contract/index.ts'
import type { BackupMade } from './backup-write.ts'
import { applyBackupRecord, backupRecordSchema, makeBackup, saveBackupAs, verifyOneBackup } from './backups.ts'
import { VaultError } from './errors.ts'
import type { Vault } from './vault.ts'
import type { VaultCheck } from './verify-check.ts'
import { verifyTogether } from './verify-together.ts'

/**
 * Work that takes long and changes nothing while it runs: the app gives it to a process of its own that reads, the command
 * line does it itself. What the vault is to remember of it comes back as a record, for the one writer to apply.
 */
export type LongWork =
  | { call: 'vault.verify'; input: unknown }
  | { call: 'backups.make'; input: unknown }
  | { call: 'backups.verify'; input: unknown }
  /** The first backup of a day: the same as `backups.make`, under another name. */
  | { call: 'daily'; input: unknown }
  /** The app's own: `backups.saveAs` once the dialog has answered. */
  | { call: 'save'; input: unknown }
export type LongCall = LongWork['call']

export const longCalls = ['vault.verify', 'backups.make', 'backups.verify', 'daily', 'save'] as const

export const workRecordSchema = z.union([
  backupRecordSchema,
  z.strictObject({ type: z.literal('verify_failed'), faults: z.int().positive() }),
])
export type WorkRecord = z.infer<typeof workRecordSchema>

export type LongWorkOptions = {
  checks?: readonly VaultCheck[]
  /** Name of the folder for snapshots; made up where left out. */
  staging?: string
  onProgress?: (work: 'verify' | 'backup', share: number | null) => void
  /** Told of what is made before the work is over: it stands, and is to be remembered, whatever stops the rest. */
  onMade?: (soFar: Done) => void
}
type Done = { value: unknown; record: WorkRecord | null }

const saveSchema = z.strictObject({ file: z.string() })

/** Does one piece of long work on an open vault or a reader of it. */
export async function runLongWork(
  vault: Vault,
  { call, input }: LongWork,
  { checks = [], staging, onProgress = () => undefined, onMade = () => undefined }: LongWorkOptions = {},
): Promise<Done> {
  const options = {
    ...(staging === undefined ? {} : { staging }),
    onProgress: (share: number | null) => onProgress('backup', share),
  }
  switch (call) {
    case 'vault.verify': {
      const { checked, faults } = await verifyTogether(vault, { checks, onProgress: (share) => onProgress('verify', share) })
      const value: CallOutput<'vault.verify'> = { sound: faults.length === 0, checked, faults }
      return { value, record: faults.length === 0 ? null : { type: 'verify_failed', faults: faults.length } }
    }
    case 'daily':
    case 'backups.make': {
      if (vault.db.inTransaction) vault.db.exec('COMMIT')
      const kind = call === 'daily' ? 'daily' : 'manual'
      return backedUp(makeBackup(vault, kind, { ...options, onMade: (soFar) => onMade(backedUp(soFar)) }))
    }
    case 'backups.verify': {
      const { faults, record } = verifyOneBackup(vault, calls['backups.verify'].input.parse(input), options)
      const value: CallOutput<'backups.verify'> = { sound: faults.length === 0, faults }
      return { value, record }
    }
    case 'save': {
      const { file } = saveSchema.parse(input)
      return saved(saveBackupAs(vault, file, { ...options, onMade: (soFar) => onMade(saved(soFar)) }))
    }
  }
}

const lastChangeIn = ({ contents: { changeNo, changedAt, words } }: BackupMade) => ({ changeNo, at: changedAt, words })

function backedUp({ made, second, record }: ReturnType<typeof makeBackup>): Done {
  const { createdAt, bytes } = made
  const value: CallOutput<'backups.make'> = { createdAt, bytes, lastChange: lastChangeIn(made), second }
  return { value, record }
}

function saved({ made, record }: ReturnType<typeof saveBackupAs>): Done {
  const value: CallOutput<'backups.saveAs'> = { name: basename(made.file), bytes: made.bytes, lastChange: lastChangeIn(made) }
  return { value, record }
}

/** Has the vault remember what long work found. */
export function applyWorkRecord(vault: Vault, record: WorkRecord | null): void {
  if (record === null || vault.readOnly) return
  if (record.type !== 'verify_failed') return applyBackupRecord(vault, record)
  try {
    vault.audit('verify.failed', { faults: record.faults })
  } catch (error) {
    // A vault that is damaged enough may not take another entry; the faults themselves are the answer.
    if (!(error instanceof VaultError)) throw error
  }
}
