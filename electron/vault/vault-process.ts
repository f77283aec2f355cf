import { z } from 'zod'

import { fillDemonstration } from '../casework/demonstration/index.ts'
import { createHandlers } from '../casework/index.ts'
import { searchChecks } from '../casework/search/check-index.ts'
import type { Answer, AppEvent } from '../contract/index.ts'
import { chooseSecondPlace, isDailyBackupDue, secondFolder } from './backup-handlers.ts'
import { cleanAfterWork } from './backups.ts'
import { parentPort, serveCalls } from './child-port.ts'
import { createDispatcher } from './dispatch.ts'
import { VaultError, asCallError } from './errors.ts'
import { describeIssue } from './issues.ts'
import { applyWorkRecord, workRecordSchema } from './long-work.ts'
import type { Vault } from './vault.ts'

// The vault process: it alone holds the key and the database. Besides the contract's calls, the app (never the page,
// whose calls main checks against the contract) asks it:
//   internal.sealDraftsKey {publicKey}  → {publicKey, sealed}, the drafts' key for the process that made `publicKey`
//   internal.sealWorkKey {publicKey}    → {publicKey, sealed, slotId, mended}, the data key for the helper process
//   internal.applyWork {record}         → {changeNo}, once the vault remembers what long work found
//   internal.afterWork {file?}          → {}, what stopped work left is taken away, beside that file too
//   internal.dailyBackup {}             → {due}, whether this day's first change has no backup yet
//   internal.backupPlace {folder}       → the second place, chosen in the app's dialog
//   internal.secondPlace {}             → {folder, present}, where copies of backups go; null where none was chosen
//   internal.cancelTravel {}            → {}; the copy that is being made or waits for its turn answers `cancelled`
//   internal.close {}                   → {}, once the vault is closed cleanly and its folder let go of

let send: (event: AppEvent) => void = () => undefined
const dispatcher = createDispatcher({
  createHandlers,
  fillDemonstration,
  checks: searchChecks,
  onProgress: (progress) => send({ type: 'progress', ...progress }),
})
const publicKeySchema = z.strictObject({ publicKey: z.string().max(200) })
const workSchema = z.strictObject({ record: workRecordSchema.nullable() })
const namedSchema = z.strictObject({ file: z.string().optional() })
const placeSchema = z.strictObject({ folder: z.string() })

function read<T>(schema: z.ZodType<T>, input: unknown): T {
  const found = schema.safeParse(input)
  if (!found.success) throw new VaultError('invalid_input', describeIssue(found.error))
  return found.data
}

/** What the app asks of an open vault. */
function ofOpenVault(vault: Vault, call: string, input: unknown): unknown {
  switch (call) {
    case 'internal.sealDraftsKey':
      if (vault.readOnly) throw new VaultError('read_only')
      return vault.sealDraftsKey(read(publicKeySchema, input).publicKey)
    case 'internal.sealWorkKey':
      return vault.sealWorkKey(read(publicKeySchema, input).publicKey)
    case 'internal.applyWork':
      applyWorkRecord(vault, read(workSchema, input).record)
      vault.checkpoint()
      return { changeNo: vault.fingerprint().changeNo }
    case 'internal.afterWork':
      cleanAfterWork(vault, read(namedSchema, input).file)
      return {}
    case 'internal.dailyBackup':
      return { due: isDailyBackupDue(vault) }
    case 'internal.secondPlace':
      return secondFolder(vault)
    case 'internal.backupPlace':
      return chooseSecondPlace(vault, read(placeSchema, input).folder)
    default:
      throw new VaultError('invalid_input', { path: 'call', reason: 'unknown_call' })
  }
}

async function internal(call: string, input: unknown): Promise<Answer<unknown>> {
  try {
    if (call === 'internal.close') {
      await dispatcher.close()
      return { ok: true, value: {} }
    }
    // Not in its turn: what it stops has the turn.
    if (call === 'internal.cancelTravel') {
      dispatcher.stop('travel')
      return { ok: true, value: {} }
    }
    const vault = dispatcher.vault()
    if (vault === undefined) throw new VaultError('locked')
    return { ok: true, value: ofOpenVault(vault, call, input) }
  } catch (error) {
    return { ok: false, error: asCallError(error, call) }
  }
}

send = serveCalls(parentPort(), (call, input, grants) =>
  call.startsWith('internal.') ? internal(call, input) : dispatcher.dispatch(call, input, grants),
)
