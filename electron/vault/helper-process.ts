import { z } from 'zod'

import { searchChecks } from '../casework/search/check-index.ts'
import type { Answer, AppEvent } from '../contract/index.ts'
import { parentPort, serveCalls } from './child-port.ts'
import { VaultError, asCallError } from './errors.ts'
import { describeIssue } from './issues.ts'
import { newRecipient } from './key-handover.ts'
import { longCalls, runLongWork } from './long-work.ts'
import type { WorkRecord } from './long-work.ts'
import { openReader } from './reader.ts'

// The helper process: long work (a backup, a check of the whole vault) on a connection that only reads, so that neither
// the vault process nor the page waits for it. It is started for one piece of work and killed after it, or in the middle
// of it when the person stops it. The app (never the page) asks it:
//   internal.workKey {}                                → {publicKey}, for the vault's internal.sealWorkKey
//   internal.work {folder, publicKey, sealed, slotId, mended, call, input, staging?}
//                                                      → {value, record}; the vault process applies the record
// Besides progress it sends `work.made` {value, record}, for the app alone, when a backup has its name and there is more to
// do: what the answer is to be if the rest is stopped. It is sent at once, although the work goes on without a pause.

const sealedSchema = z.strictObject({ nonce: z.string().max(64), ciphertext: z.string().max(256), tag: z.string().max(64) })
const workSchema = z.strictObject({
  folder: z.string(),
  publicKey: z.string().max(200),
  sealed: sealedSchema,
  slotId: z.string(),
  mended: z.array(z.strictObject({ copy: z.int(), state: z.enum(['damaged', 'missing', 'newer', 'altered']) })),
  call: z.enum(longCalls),
  input: z.unknown(),
  staging: z.string().optional(),
})

/** Progress is told at most so often, in milliseconds. */
const between = 100

const recipient = newRecipient('work')
type Event = AppEvent | { type: 'work.made'; value: unknown; record: WorkRecord | null }
let send: (event: Event) => void = () => undefined

async function work(input: unknown): Promise<unknown> {
  const read = workSchema.safeParse(input)
  if (!read.success) throw new VaultError('invalid_input', describeIssue(read.error))
  const { folder, publicKey, sealed, slotId, mended, call, staging } = read.data
  const vault = openReader(folder, recipient.open({ publicKey, sealed }), { slotId, mended })
  let said = 0
  try {
    return await runLongWork(
      vault,
      { call, input: read.data.input },
      {
        checks: searchChecks,
        ...(staging === undefined ? {} : { staging }),
        onProgress: (kind, share) => {
          const now = Date.now()
          if (share !== null && share < 1 && now - said < between) return
          said = now
          send({ type: 'progress', work: kind, share })
        },
        onMade: (soFar) => send({ type: 'work.made', ...soFar }),
      },
    )
  } finally {
    vault.close()
  }
}

send = serveCalls<Event>(parentPort(), async (call, input): Promise<Answer<unknown>> => {
  try {
    if (call === 'internal.workKey') return { ok: true, value: { publicKey: recipient.publicKey } }
    if (call === 'internal.work') return { ok: true, value: await work(input) }
    throw new VaultError('invalid_input', { path: 'call', reason: 'unknown_call' })
  } catch (error) {
    return { ok: false, error: asCallError(error, 'helper') }
  }
})
