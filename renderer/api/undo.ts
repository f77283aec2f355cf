import { calls, type Answer, type CallError, type CallName, type Caller } from '../../electron/contract/index.ts'

/** What the quiet bar at the foot of the page says; null: nothing. */
export type UndoNotice = { kind: 'undone' } | { kind: 'nothing' } | { kind: 'refused'; error: CallError } | { kind: 'done'; what: string }

// What this window did since it was unlocked, oldest first; a step is one or more changes that belong together.
let steps: number[][] = []
let openStep: number[] | null = null
let notice: UndoNotice | null = null
const listeners = new Set<() => void>()

function show(next: UndoNotice | null): void {
  notice = next
  for (const listener of listeners) listener()
}

/** Whether a call changes what the vault holds, in a way that can be taken back. */
export const isCommandOfVault = (name: CallName): boolean =>
  calls[name].kind === 'command' && calls[name].where === 'vault' && name !== 'history.undo' && !name.startsWith('vault.')

/** Notes a change that this window made. */
export function rememberChange(changeNo: number | null): void {
  if (changeNo === null) return
  if (openStep !== null) openStep.push(changeNo)
  else steps = [...steps.slice(-199), [changeNo]]
}

/** All changes made while `work` runs are undone together. */
export async function asOneStep<T>(work: () => Promise<T>): Promise<T> {
  if (openStep !== null) return work()
  const step: number[] = []
  openStep = step
  try {
    return await work()
  } finally {
    openStep = null
    if (step.length > 0) steps = [...steps.slice(-199), step]
  }
}

/** Takes back the last step of this window, newest change first. A refusal leaves the rest as it is and is said. */
export async function undoLast(call: Caller): Promise<Answer<unknown> | null> {
  const step = steps.at(-1)
  if (step === undefined) {
    show({ kind: 'nothing' })
    return null
  }
  steps = steps.slice(0, -1)
  for (const changeNo of step.toReversed()) {
    const answer = await call('history.undo', { changeNo })
    if (!answer.ok) {
      show({ kind: 'refused', error: answer.error })
      return answer
    }
  }
  show({ kind: 'undone' })
  return { ok: true, value: {} }
}

/** Says in the bar what was done, with an Undo beside it. `what` is translated already. */
export const announceDone = (what: string): void => show({ kind: 'done', what })
export const dismissUndoNotice = (): void => show(null)

export const undoStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  notice: (): UndoNotice | null => notice,
}

/** Forgets everything: for tests and for locking. */
export function forgetSteps(): void {
  steps = []
  openStep = null
  notice = null
}
