import { z } from 'zod'

import { fillDemonstration } from '../casework/demonstration/index.ts'
import { createHandlers } from '../casework/index.ts'
import { cancelTravelCopy } from '../casework/travel/index.ts'
import { checkSearchIndex } from '../casework/search/repair.ts'
import type { Answer, AppEvent } from '../contract/index.ts'
import { parentPort, serveCalls } from './child-port.ts'
import { createDispatcher } from './dispatch.ts'
import { VaultError, asCallError } from './errors.ts'
import { describeIssue } from './issues.ts'

// The vault process: it alone holds the key and the database. Besides the contract's calls, the app (never the page,
// whose calls main checks against the contract) asks it two things:
//   internal.sealDraftsKey {publicKey}  → {publicKey, sealed}, the drafts' key for the process that made `publicKey`
//   internal.cancelTravel {}            → {}; the copy that is being made answers `cancelled`
//   internal.close {}                   → {}, once the vault is closed cleanly and its folder let go of

let send: (event: AppEvent) => void = () => undefined
const dispatcher = createDispatcher({
  createHandlers,
  fillDemonstration,
  checks: [checkSearchIndex],
  onProgress: (progress) => send({ type: 'progress', ...progress }),
})
const publicKeySchema = z.strictObject({ publicKey: z.string().max(200) })

async function internal(call: string, input: unknown): Promise<Answer<unknown>> {
  try {
    if (call === 'internal.close') {
      await dispatcher.close()
      return { ok: true, value: {} }
    }
    // Not in its turn: what it stops has the turn.
    if (call === 'internal.cancelTravel') {
      cancelTravelCopy()
      return { ok: true, value: {} }
    }
    const vault = dispatcher.vault()
    if (vault === undefined) throw new VaultError('locked')
    if (vault.readOnly) throw new VaultError('read_only')
    const read = publicKeySchema.safeParse(input)
    if (call !== 'internal.sealDraftsKey' || !read.success)
      throw new VaultError('invalid_input', read.success ? { path: 'call', reason: 'unknown_call' } : describeIssue(read.error))
    return { ok: true, value: vault.sealDraftsKey(read.data.publicKey) }
  } catch (error) {
    return { ok: false, error: asCallError(error, call) }
  }
}

send = serveCalls(parentPort(), (call, input, grants) =>
  call.startsWith('internal.') ? internal(call, input) : dispatcher.dispatch(call, input, grants),
)
