import { BrowserWindow, ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'

import { callNames, calls } from '../contract/index.ts'
import type { Answer, CallName } from '../contract/index.ts'
import type { AppHandlers } from './app-calls.ts'
import { asCallError, CallFailure } from './call-failure.ts'
import { pageOrigin } from './page-headers.ts'
import type { Grants } from './processes.ts'
import type { TokenStore } from './token-store.ts'
import type { VaultSide } from './vault-side.ts'

export type GateParts = { appHandlers: AppHandlers; vaultSide: VaultSide; tokens: TokenStore }

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

/** The paths behind a call's tokens. A token that was given for something else is as good as none. */
function grantsFor(call: CallName, input: unknown, tokens: TokenStore): Grants {
  const purpose = call === 'vault.unlock' ? 'open' : call === 'vault.create' || call === 'travel.make' ? 'create' : null
  if (purpose === null || typeof input !== 'object' || input === null || !('place' in input) || typeof input.place !== 'string') return {}
  const path = tokens.pathOf(input.place, purpose)
  if (path === undefined) throw new CallFailure('invalid_input', { path: 'place', reason: 'unknown_place' })
  return { [input.place]: path }
}

/** Answers one call of the page: sender, shape, lock, then whoever the contract says. Never throws. */
async function answer(
  call: CallName,
  event: IpcMainInvokeEvent,
  input: unknown,
  { appHandlers, vaultSide, tokens }: GateParts,
): Promise<Answer<unknown>> {
  try {
    const window = windowOf(event)
    if (window === null) return { ok: false, error: { code: 'internal', params: { where: 'sender' } } }
    const declared = calls[call]
    const read = declared.input.safeParse(input)
    if (!read.success) return refuse(read.error)
    if (!declared.whileLocked && !vaultSide.isUnlocked()) return { ok: false, error: { code: 'locked', params: {} } }
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
