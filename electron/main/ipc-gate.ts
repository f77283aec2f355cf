import { BrowserWindow, ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'

import { callNames, calls, readShape } from '../contract/index.ts'
import type { Answer, CallName } from '../contract/index.ts'
import type { AppHandlers } from './app-calls.ts'
import { asCallError, CallFailure } from './call-failure.ts'
import { isLongCall } from './long-work.ts'
import type { LongWork } from './long-work.ts'
import { pageOrigin } from './page-headers.ts'
import type { Grants } from './processes.ts'
import type { PlacePurpose, TokenStore } from './token-store.ts'
import type { VaultSide } from './vault-side.ts'

export type GateParts = { appHandlers: AppHandlers; vaultSide: VaultSide; longWork: LongWork; tokens: TokenStore }

/** The window that a call comes from: one of ours, its main frame, on our own page. Anything else has none. */
function windowOf(event: IpcMainInvokeEvent): BrowserWindow | null {
  const { senderFrame } = event
  if (senderFrame === null || senderFrame.parent !== null || senderFrame.origin !== pageOrigin) return null
  return BrowserWindow.fromWebContents(event.sender)
}

const refuse = (error: z.ZodError): Answer<never> => {
  const issue = error.issues[0]
  // Our own refinements carry a code as their message; zod's own messages may quote the input.
  const reason = issue?.code === 'custom' && /^[a-z_]+$/.test(issue.message) ? issue.message : (issue?.code ?? 'invalid')
  return { ok: false, error: { code: 'invalid_input', params: { path: (issue?.path ?? []).map(String).join('.'), reason } } }
}

/** What the place in a call's input must have been chosen for; calls without one have no place. */
const purposes: Readonly<Partial<Record<CallName, PlacePurpose>>> = {
  'vault.unlock': 'open',
  'vault.create': 'create',
  'rescue.examine': 'open',
  'rescue.openReadOnly': 'open',
  'rescue.restore': 'open',
  'rescue.salvage': 'open',
  'rescue.acceptOlder': 'open',
  'rescue.copy': 'open',
  'travel.make': 'create',
  'keys.whose': 'open',
  'keys.recover': 'open',
}

/** The paths behind a call's tokens. A token that was given for something else is as good as none. */
function grantsFor(call: CallName, input: unknown, tokens: TokenStore): Grants {
  const purpose = purposes[call]
  if (purpose === undefined || typeof input !== 'object' || input === null || !('place' in input) || typeof input.place !== 'string')
    return {}
  // Where a vault was to be made, one stands afterwards, and may be opened.
  const path = tokens.pathOf(input.place, purpose) ?? (purpose === 'open' ? tokens.pathOf(input.place, 'create') : undefined)
  if (path === undefined) throw new CallFailure('invalid_input', { path: 'place', reason: 'unknown_place' })
  return { [input.place]: path, ...targetGrant(input, tokens) }
}

/** Where a salvaged or copied vault is to stand. */
function targetGrant(input: object, tokens: TokenStore): Grants {
  if (!('target' in input) || typeof input.target !== 'string') return {}
  const path = tokens.pathOf(input.target, 'create')
  if (path === undefined) throw new CallFailure('invalid_input', { path: 'target', reason: 'unknown_place' })
  return { [input.target]: path }
}

/** Answers one call of the page: sender, shape, lock, then whoever the contract says. Never throws. */
async function answer(
  call: CallName,
  event: IpcMainInvokeEvent,
  input: unknown,
  { appHandlers, vaultSide, longWork, tokens }: GateParts,
): Promise<Answer<unknown>> {
  try {
    const window = windowOf(event)
    if (window === null) return { ok: false, error: { code: 'internal', params: { where: 'sender' } } }
    const declared = calls[call]
    const read = readShape(declared.input, input)
    if (!read.success) return refuse(read.error)
    if (!declared.whileLocked && !vaultSide.isUnlocked()) return { ok: false, error: { code: 'locked', params: {} } }
    if (isLongCall(call)) {
      const done = await longWork.run(call, read.data)
      return !done.ok || declared.output.safeParse(done.value).success
        ? done
        : { ok: false, error: { code: 'internal', params: { where: call } } }
    }
    // One that still waits for other work is stopped where it waits; the other work goes on.
    if (call === 'keys.cancelRekey') longWork.cancelAlone()
    // No process may read under a key that is being replaced.
    if (call === 'keys.rekey') return await longWork.alone(() => vaultSide.callVault(call, input))
    if (declared.where === 'vault') return await vaultSide.callVault(call, input, grantsFor(call, input, tokens))
    if (declared.where === 'drafts') return await vaultSide.callDrafts(call, input)
    // The record of handlers is typed by the contract; the pairing of this call's input with its handler is not visible here.
    const handle = appHandlers[call as keyof AppHandlers] as (input: unknown, window: BrowserWindow) => unknown
    const written = declared.output.safeParse(await handle(read.data, window))
    return written.success ? { ok: true, value: written.data } : { ok: false, error: { code: 'internal', params: { where: call } } }
  } catch (error) {
    return { ok: false, error: asCallError(error, call) }
  }
}

/** Opens one channel a call of the contract, and no other (security rule 11). */
export function openGate(parts: GateParts): void {
  for (const call of callNames) ipcMain.handle(`habeas:call:${call}`, (event, input: unknown) => answer(call, event, input, parts))
}
