import type { Answer, CallError, CallName, Caller } from '../../electron/contract/index.ts'

/** One or more changes that belong together, oldest first; `what` says it in words of the page where they are known. */
export type Step = { changes: readonly number[]; call: CallName | null; what: string | null }

/** What the quiet bar at the foot of the page says. */
export type UndoNotice =
  | { kind: 'undone' | 'redone'; step: Step }
  | { kind: 'nothing'; way: 'undo' | 'redo' }
  | { kind: 'refused'; way: 'undo' | 'redo'; error: CallError }
  /** Something was done that an Undo is offered for. */
  | { kind: 'done'; what: string }
  /** Something to know, with nothing to undo. */
  | { kind: 'told'; what: string }

type OpenStep = { changes: number[]; call: CallName | null; what: string | null }

const mostSteps = 200

// What this window did since it was unlocked, oldest first, and what of it was taken back and can be done again.
let steps: readonly Step[] = []
let undoneSteps: readonly Step[] = []
let openStep: OpenStep | null = null
let notice: UndoNotice | null = null
// Counts the changes that the person made, so that an undo under way knows when one came in between.
let made = 0
let queue: Promise<unknown> = Promise.resolve()
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

function show(next: UndoNotice | null): void {
  notice = next
  tell()
}

/** Notes a change that this window made, by the call that made it. What was undone before can't be done again after it. */
export function rememberChange(changeNo: number | null, call: CallName | null = null): void {
  if (changeNo === null) return
  made += 1
  undoneSteps = []
  if (openStep === null) steps = [...steps.slice(1 - mostSteps), { changes: [changeNo], call, what: null }]
  else {
    openStep.changes.push(changeNo)
    openStep.call ??= call
  }
  tell()
}

/** All changes made while `work` runs are undone together. */
export async function asOneStep<T>(work: () => Promise<T>): Promise<T> {
  if (openStep !== null) return work()
  const step: OpenStep = { changes: [], call: null, what: null }
  openStep = step
  try {
    return await work()
  } finally {
    if (openStep === step) openStep = null
    if (step.changes.length > 0) steps = [...steps.slice(1 - mostSteps), step]
    tell()
  }
}

/**
 * Runs `work` as one step that stands whole or not at all: where `isWhole` says no, exactly what it made is taken back, and can't be
 * done again. `left`: some of it could not be taken back; that remains a step of its own, to be undone later.
 */
export async function allOrNothing<T>(
  call: Caller,
  work: () => Promise<T>,
  isWhole: (result: T) => boolean,
): Promise<{ result: T; left: boolean }> {
  const before = steps.at(-1)
  const result = await asOneStep(work)
  const step = steps.at(-1)
  if (isWhole(result) || step === undefined || step === before) return { result, left: false }
  const turn = queue.then(async () => {
    const { left } = await takeBack(call, step)
    steps = steps.flatMap((one) => (one === step ? (left.length === 0 ? [] : [{ ...step, changes: left }]) : [one]))
    tell()
    return left.length > 0
  })
  queue = turn.catch(() => undefined)
  return { result, left: await turn }
}

/** Undoes a step's changes, newest first; answers what did so, oldest first, and what was refused and why. */
async function takeBack(call: Caller, step: Step): Promise<{ by: number[]; left: readonly number[]; error: CallError | null }> {
  const by: number[] = []
  for (const [done, changeNo] of step.changes.toReversed().entries()) {
    const answer = await call('history.undo', { changeNo })
    if (!answer.ok) return { by, left: step.changes.slice(0, step.changes.length - done), error: answer.error }
    by.push(answer.value.changeNo)
  }
  return { by, left: [], error: null }
}

async function move(call: Caller, way: 'undo' | 'redo'): Promise<Answer<unknown> | null> {
  const from = way === 'undo' ? steps : undoneSteps
  const step = from.at(-1)
  if (step === undefined) {
    show({ kind: 'nothing', way })
    return null
  }
  const before = made
  const { by, left, error } = await takeBack(call, step)
  // A refused step stays where it is with what is left of it: what stands in its way may go, and then it can be done.
  const replace = (stack: readonly Step[]): readonly Step[] =>
    stack.flatMap((one) => (one === step ? (left.length === 0 ? [] : [{ ...step, changes: left }]) : [one]))
  const taken = by.length === 0 ? [] : [{ ...step, changes: by }]
  if (way === 'undo') {
    steps = replace(steps)
    // A change that came in between has emptied what can be done again; this must not fill it anew.
    if (made === before) undoneSteps = [...undoneSteps, ...taken]
  } else {
    undoneSteps = replace(undoneSteps)
    steps = [...steps, ...taken]
  }
  if (error !== null) {
    show({ kind: 'refused', way, error })
    return { ok: false, error }
  }
  show({ kind: way === 'undo' ? 'undone' : 'redone', step })
  return { ok: true, value: {} }
}

// One after the other: a key held down takes back step by step and never the same one twice.
function inTurn(call: Caller, way: 'undo' | 'redo'): Promise<Answer<unknown> | null> {
  const turn = queue.then(() => move(call, way))
  queue = turn.catch(() => undefined)
  return turn
}

/** Takes back the last step of this window. A refusal leaves it as it is and is said. Null: there was none. */
export const undoLast = (call: Caller): Promise<Answer<unknown> | null> => inTurn(call, 'undo')

/** Does again what was undone last. A refusal leaves it as it is and is said. Null: there was nothing. */
export const redoLast = (call: Caller): Promise<Answer<unknown> | null> => inTurn(call, 'redo')

/** Says in the bar what was done, with an Undo beside it. `what` is translated already. */
export function announceDone(what: string): void {
  const last = steps.at(-1)
  if (openStep !== null) openStep.what = what
  else if (last !== undefined) steps = steps.with(-1, { ...last, what })
  show({ kind: 'done', what })
}

/** Says what a change of this window was, for when it is undone or done again; shows nothing now. `what` is translated already. */
export function nameChange(changeNo: number, what: string): void {
  if (openStep?.changes.includes(changeNo) === true) openStep.what ??= what
  else steps = steps.map((step) => (step.changes.includes(changeNo) && step.what === null ? { ...step, what } : step))
}

/** Says something in the bar that there is nothing to undo of. `what` is translated already. */
export const announce = (what: string): void => show({ kind: 'told', what })
export const dismissUndoNotice = (): void => show(null)

export const undoStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  notice: (): UndoNotice | null => notice,
  canUndo: (): boolean => steps.length > 0,
  canRedo: (): boolean => undoneSteps.length > 0,
}

/** Forgets everything: for tests and for locking. */
export function forgetSteps(): void {
  steps = []
  undoneSteps = []
  openStep = null
  notice = null
  queue = Promise.resolve()
}
