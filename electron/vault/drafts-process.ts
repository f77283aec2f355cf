import { z } from 'zod'

import { calls, readShape } from '../contract/index.ts'
import type { Answer } from '../contract/index.ts'
import { parentPort, serveCalls } from './child-port.ts'
import { openDrafts, putDraftsAside } from './drafts-store.ts'
import type { DraftsStore } from './drafts-store.ts'
import { VaultError, asCallError } from './errors.ts'
import { describeIssue } from './issues.ts'
import { newRecipient } from './key-handover.ts'
import { wipe } from './secrets.ts'

// The drafts process: small, with its own key and database, so that what is typed is safe within 300 ms whatever the
// vault process is doing. Besides the contract's `drafts.*`, the app (never the page) asks it:
//   internal.draftsKey {}                                    → {publicKey}, for the vault's internal.sealDraftsKey
//   internal.openDrafts {folder, publicKey, sealed, anew?}   → {drafts: count}; `anew` puts damaged drafts aside first
//   internal.close {}                                        → {}

const sealedSchema = z.strictObject({ nonce: z.string().max(64), ciphertext: z.string().max(256), tag: z.string().max(64) })
const openSchema = z.strictObject({
  folder: z.string(),
  publicKey: z.string().max(200),
  sealed: sealedSchema,
  anew: z.boolean().default(false),
})

let store: DraftsStore | undefined
let recipient = newRecipient()

function read<T>(schema: z.ZodType<T>, input: unknown): T {
  const found = readShape(schema, input)
  if (!found.success) throw new VaultError('invalid_input', describeIssue(found.error))
  return found.data
}

function open(input: unknown): { drafts: number } {
  if (store !== undefined) throw new VaultError('already_unlocked')
  const { folder, publicKey, sealed, anew } = read(openSchema, input)
  const key = recipient.open({ publicKey, sealed })
  // One pair of keys opens one hand-over.
  recipient = newRecipient()
  try {
    if (anew) putDraftsAside(folder, key)
    store = openDrafts(folder, key)
    return { drafts: store.list().length }
  } finally {
    wipe(key)
  }
}

function handle(call: string, input: unknown): unknown {
  if (call === 'internal.draftsKey') return { publicKey: recipient.publicKey }
  if (call === 'internal.openDrafts') return open(input)
  if (call === 'internal.close') {
    store?.close()
    store = undefined
    return {}
  }
  switch (call) {
    case 'drafts.put':
      return opened().put(read(calls['drafts.put'].input, input))
    case 'drafts.clear':
      opened().clear(read(calls['drafts.clear'].input, input).key)
      return {}
    case 'drafts.list':
      read(calls['drafts.list'].input, input)
      return { drafts: opened().list() }
    default:
      throw new VaultError('invalid_input', { path: 'call', reason: 'unknown_call' })
  }
}

function opened(): DraftsStore {
  if (store === undefined) throw new VaultError('locked')
  return store
}

serveCalls(parentPort(), async (call, input): Promise<Answer<unknown>> => {
  try {
    return { ok: true, value: handle(call, input) }
  } catch (error) {
    return { ok: false, error: asCallError(error, 'drafts') }
  }
})
