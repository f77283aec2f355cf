import type { Answer, AppEvent, CallInput, CallName, CallOutput, Caller } from '../../electron/contract/index.ts'
import { noteDamage } from './damage.ts'
import { rememberChange } from './undo.ts'

type Bridge = {
  calls: { [C in CallName]: (input: CallInput<C>) => Promise<Answer<CallOutput<C>>> }
  onEvent: (listener: (event: AppEvent) => void) => () => void
}

const bridge = (): Bridge | undefined => (globalThis as typeof globalThis & { habeas?: Bridge }).habeas

/**
 * Makes one call. Never throws: a door that is shut or gone is an error answer like any other.
 * Changes that it makes can be undone with `undoLast`.
 */
export const call: Caller = async <C extends CallName>(name: C, input: CallInput<C>): Promise<Answer<CallOutput<C>>> => {
  const door = bridge()?.calls[name]
  if (door === undefined) return { ok: false, error: { code: 'needs_window', params: {} } }
  try {
    const answer = await door(input)
    if (!answer.ok) noteDamage(answer.error)
    const changeNo = answer.ok ? (answer.change?.changeNo ?? changeNoIn(answer.value)) : null
    // Only what changed something needs to know which calls do; the lock screen's never.
    if (changeNo !== null && (await import('./call-facts.ts')).isCommandOfVault(name)) rememberChange(changeNo, name)
    return answer
  } catch {
    return { ok: false, error: { code: 'process_gone', params: {} } }
  }
}

function changeNoIn(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'changeNo' in value && typeof value.changeNo === 'number' ? value.changeNo : null
}

const listeners = new Set<(event: AppEvent) => void>()
let stopListening: (() => void) | null = null

/**
 * Listens to what the app says unasked; the answer stops listening. The bridge is given one listener for all: what goes
 * across it may be kept there, and with it all that a list has shown.
 */
export function onAppEvent(listener: (event: AppEvent) => void): () => void {
  listeners.add(listener)
  stopListening ??=
    bridge()?.onEvent((event) => {
      for (const one of [...listeners]) one(event)
    }) ?? null
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stopListening?.()
    stopListening = null
  }
}
