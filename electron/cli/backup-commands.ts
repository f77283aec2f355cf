import { existsSync } from 'node:fs'

import { searchChecks } from '../casework/search/check-index.ts'
import { applyBackupRecord, saveBackupAs } from '../vault/backups.ts'
import { VaultError, restoreBackup } from '../vault/index.ts'
import { textOption } from './arguments.ts'
import type { CommandContext } from './context.ts'
import type { ExitCode } from './exit-codes.ts'
import { Failure } from './failure.ts'

const asFailure = (error: unknown): unknown => (error instanceof VaultError ? new Failure(error.code, error.params) : error)

/** `backup VAULT --out FILE`: one encrypted file, read back and opened before it has its name. */
export function backup({ values, output, words, withVault }: CommandContext): Promise<ExitCode> {
  const file = textOption(values['out'])
  if (file === undefined) throw new Failure('usage', { reason: 'backup VAULT --out FILE' })
  // Said before the passphrase is asked for and the vault is opened.
  if (existsSync(file)) throw new Failure('exists', { what: 'file' })
  return withVault(async ({ dispatcher }) => {
    const vault = dispatcher.vault()
    if (vault === undefined) throw new Failure('locked')
    try {
      const { made, record } = saveBackupAs(vault, file)
      applyBackupRecord(vault, record)
      const { changeNo, changedAt, words: four, counts } = made.contents
      const answer = {
        file,
        bytes: made.bytes,
        createdAt: new Date(made.createdAt).toISOString(),
        verified: true,
        lastChange: { changeNo, at: changedAt, words: four },
        counts,
      }
      output.answer(answer, () => [words.backupWritten(file, made.bytes), `${words.labels.change}: ${changeNo} · ${four.join(' ')}`])
      return 0
    } catch (error) {
      throw asFailure(error)
    }
  })
}

/**
 * `restore FILE --to VAULT`: with a passphrase the restored vault is checked whole; without one and without a terminal to
 * ask on, by checksums alone, which is said.
 */
export async function restore({ folder: file, values, output, words, passphrase }: CommandContext): Promise<ExitCode> {
  const to = textOption(values['to'])
  if (to === undefined) throw new Failure('usage', { reason: 'restore FILE --to VAULT' })
  if (existsSync(to)) throw new Failure('exists', { what: 'vault' })
  const asked = values['passphrase-file'] !== undefined || values['passphrase-stdin'] === true || process.stdin.isTTY
  try {
    const restored = await restoreBackup(file, to, {
      checks: searchChecks,
      ...(asked ? { passphrase: await passphrase(false) } : {}),
    })
    const { createdAt, verified, fingerprint } = restored
    const answer = { vault: to, createdAt: new Date(createdAt).toISOString(), verified, lastChange: fingerprint }
    output.answer(answer, () => [
      words.restored(to, answer.createdAt),
      ...(fingerprint === null
        ? [words.restoredUnchecked]
        : [words.restoredWhole, `${words.labels.change}: ${fingerprint.changeNo} · ${fingerprint.words.join(' ')}`]),
    ])
    return 0
  } catch (error) {
    throw asFailure(error)
  }
}
