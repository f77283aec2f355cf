import { z } from 'zod'

import type { Answer, AppEvent, CallName } from '../contract/index.ts'
import { places } from './places.ts'
import { startHelper } from './processes.ts'
import type { Grants, HelperProcess } from './processes.ts'
import { isProgress } from './progress.ts'

export type VaultSide = {
  /** Starts both processes, if no call has yet. */
  start(): void
  /** Passes a call on to the vault process; opens the drafts once a vault is open. */
  callVault(call: CallName, input: unknown, grants?: Grants): Promise<Answer<unknown>>
  callDrafts(call: CallName, input: unknown): Promise<Answer<unknown>>
  /** Asks the vault process what the app itself needs of it (`internal.…`); the page has no way here. */
  askVault(call: string, input: unknown): Promise<Answer<unknown>>
  /** Stops a travel copy that is being made. */
  cancelTravel(): void
  /** Whether a vault is open or being opened. */
  isUnlocked(): boolean
  /** Asks both processes to close what they hold; resolves when both have, or are gone. */
  close(): Promise<void>
  /** Kills both at once. */
  killNow(): void
}

type VaultSideParts = {
  broadcast: (event: AppEvent) => void
  /** A process ended by itself while a vault was open: nobody else may go on as if it were. */
  onGone: () => void
  onUnlocked: (folder: string) => void
}

const publicKeySchema = z.object({ publicKey: z.string() })
const opening: ReadonlySet<CallName> = new Set([
  'vault.unlock',
  'vault.create',
  'keys.recover',
  'rescue.openReadOnly',
  'rescue.acceptOlder',
])

/**
 * Keeps the vault process and the drafts process, and the order in which changes become known. Both start with `start`, or with
 * the first call that needs one: while the window opens they would only take its processor away.
 */
export function startVaultSide({ broadcast, onGone, onUnlocked }: VaultSideParts): VaultSide {
  let state: 'locked' | 'opening' | 'unlocked' = 'locked'
  let ending = false
  let draftsRefusal: Answer<unknown> | null = null
  let openFolder: string | null = null
  /** While a re-key has the drafts closed: settled once they are open again. What is typed meanwhile waits, and is not lost. */
  let draftsAway: Promise<void> | null = null
  /** Stopped before the vault process has heard of it. */
  let rekeyStopped = false

  // Before a vault is open a lost process loses nothing: the next call starts another.
  const ended = (): void => {
    if (!ending && state === 'unlocked') onGone()
  }
  const startVault = (): HelperProcess =>
    startHelper({
      module: places.vaultProcess,
      name: 'Habeas vault',
      onEvent: (event) => isProgress(event) && broadcast(event),
      onGone: ended,
    })
  const startDrafts = (): HelperProcess => startHelper({ module: places.draftsProcess, name: 'Habeas drafts', onGone: ended })
  let helpers: { vault: HelperProcess; drafts: HelperProcess } | null = null
  /** Both processes; one that was lost while no vault was open is started anew. */
  const running = (): { vault: HelperProcess; drafts: HelperProcess } => {
    helpers ??= { vault: startVault(), drafts: startDrafts() }
    if (state !== 'locked' || ending) return helpers
    if (!helpers.vault.isAlive()) helpers.vault = startVault()
    if (!helpers.drafts.isAlive()) helpers.drafts = startDrafts()
    return helpers
  }

  /** The drafts' key goes from process to process sealed for its receiver: main relays it and can't read it. */
  async function openDrafts(folder: string, anew: boolean): Promise<Answer<unknown>> {
    const { vault, drafts } = running()
    const asked = await drafts.call('internal.draftsKey', {})
    const key = asked.ok ? publicKeySchema.safeParse(asked.value) : undefined
    if (key?.success !== true) return asked
    const sealed = await vault.call('internal.sealDraftsKey', key.data)
    if (!sealed.ok) return sealed
    return drafts.call('internal.openDrafts', { folder, ...(sealed.value as object), anew })
  }

  async function bringDrafts(folder: string): Promise<void> {
    let opened = await openDrafts(folder, false)
    // Damaged drafts are put aside, kept, and never stand in the way of the vault.
    if (!opened.ok && opened.error.code === 'damaged') opened = await openDrafts(folder, true)
    draftsRefusal = opened.ok ? null : opened
  }

  async function afterOpening(folder: string): Promise<void> {
    openFolder = folder
    await bringDrafts(folder)
    onUnlocked(folder)
    broadcast({ type: 'vault.unlocked' })
  }

  /** What changed is told to every window before the caller has its answer, in the order of the answers. */
  const announce = (answer: Answer<unknown>): Answer<unknown> => {
    if (answer.ok && answer.change !== undefined) broadcast({ type: 'data.changed', ...answer.change })
    return answer
  }

  async function open(call: CallName, input: unknown, grants: Grants): Promise<Answer<unknown>> {
    if (state === 'opening') return { ok: false, error: { code: 'busy', params: {} } }
    const before = state
    const { vault } = running()
    state = 'opening'
    const answer = await vault.call(call, input, grants)
    state = answer.ok ? 'unlocked' : before
    const [folder] = Object.values(grants)
    if (answer.ok && folder !== undefined) await afterOpening(folder)
    return announce(answer)
  }

  /**
   * The drafts' database gets a new key too, so their process lets go of it first and is given the new key afterwards,
   * or the old one again where the re-key was refused. A vault that did not open again afterwards ends this run of the app.
   */
  async function rekey(input: unknown): Promise<Answer<unknown>> {
    const folder = openFolder
    const { vault, drafts } = running()
    if (folder === null) return { ok: false, error: { code: 'locked', params: {} } }
    if (draftsAway !== null) return { ok: false, error: { code: 'busy', params: {} } }
    const back = Promise.withResolvers<void>()
    draftsAway = back.promise
    rekeyStopped = false
    try {
      const closed = await drafts.call('internal.close', {})
      if (!closed.ok) return closed
      const answer: Answer<unknown> = rekeyStopped
        ? { ok: false, error: { code: 'cancelled', params: {} } }
        : await vault.call('keys.rekey', input)
      await bringDrafts(folder)
      if (draftsRefusal?.ok === false && draftsRefusal.error.code === 'locked') onGone()
      return announce(answer)
    } finally {
      draftsAway = null
      back.resolve()
    }
  }

  return {
    start() {
      if (!ending) running()
    },
    callVault: async (call, input, grants = {}) => {
      if (opening.has(call)) return open(call, input, grants)
      if (call === 'keys.cancelRekey') rekeyStopped = true
      return call === 'keys.rekey' ? rekey(input) : announce(await running().vault.call(call, input, grants))
    },
    callDrafts: async (call, input) => {
      // Looked at again after each wait, for the next re-key may have begun; without one, nothing comes between this and the call.
      while (draftsAway !== null) await draftsAway
      if (draftsRefusal === null) return announce(await running().drafts.call(call, input))
      // A vault on read-only media has no drafts: there are none to list, and none can be kept.
      return call === 'drafts.list' ? { ok: true, value: { drafts: [] } } : draftsRefusal
    },
    askVault: (call, input) => running().vault.call(call, input),
    cancelTravel: () => void helpers?.vault.call('internal.cancelTravel', {}),
    isUnlocked: () => state !== 'locked',
    async close() {
      ending = true
      if (helpers === null) return
      await Promise.all([helpers.vault, helpers.drafts].map((helper) => helper.call('internal.close', {})))
    },
    killNow() {
      ending = true
      helpers?.vault.killNow()
      helpers?.drafts.killNow()
    },
  }
}
