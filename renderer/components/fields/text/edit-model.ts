import { aroundAnchors, runsOf, type Span } from './marks.ts'

/**
 * The long-text editor's state, without a page. Every change goes through `replace`, so undo knows all of them, marks
 * included, and no anchor is ever cut in half.
 */
export type EditState = { text: string; selection: Span }
export type EditHistory = { now: EditState; past: EditState[]; future: EditState[]; group: { kind: ChangeKind; at: number } | null }
export type ChangeKind = 'typing' | 'deleting' | 'other'

/** Letters typed within this many milliseconds of each other are undone together. */
const groupWithin = 1200
const mostSteps = 500

export function startEditing(text: string, caret = text.length): EditHistory {
  return { now: { text, selection: { start: caret, end: caret } }, past: [], future: [], group: null }
}

/** Puts `insertion` in the place of a span and the caret behind it. `at` in milliseconds. */
export function replace(history: EditHistory, span: Span, insertion: string, kind: ChangeKind, at: number): EditHistory {
  const { text } = history.now
  const { start, end } = aroundAnchors(text, span)
  if (start === end && insertion === '') return history
  const caret = start + insertion.length
  return pushed(history, { text: text.slice(0, start) + insertion + text.slice(end), selection: { start: caret, end: caret } }, kind, at)
}

/** Takes over a text that came about elsewhere (an input method writes into the page itself). */
export function become(history: EditHistory, text: string, caret: number, at: number): EditHistory {
  if (text === history.now.text) return select(history, { start: caret, end: caret })
  return pushed(history, { text, selection: { start: caret, end: caret } }, 'other', at)
}

function pushed(history: EditHistory, next: EditState, kind: ChangeKind, at: number): EditHistory {
  const grouped = kind !== 'other' && history.group?.kind === kind && at - history.group.at < groupWithin
  const past = grouped ? history.past : [...history.past, history.now].slice(-mostSteps)
  return { now: next, past, future: [], group: kind === 'other' ? null : { kind, at } }
}

/** Moves the caret or the selection; typing after it is a step of its own. */
export function select(history: EditHistory, selection: Span): EditHistory {
  const { now } = history
  if (now.selection.start === selection.start && now.selection.end === selection.end) return history
  return { ...history, now: { text: now.text, selection }, group: null }
}

export function undo(history: EditHistory): EditHistory {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { now: before, past: history.past.slice(0, -1), future: [history.now, ...history.future], group: null }
}

export function redo(history: EditHistory): EditHistory {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { now: next, past: [...history.past, history.now], future, group: null }
}

/** What one press of a delete key takes where the engine names no span: one letter as people see it, or one whole mark. */
export function spanBeside(text: string, caret: number, direction: 'before' | 'after'): Span {
  const run = runsOf(text).find((candidate) =>
    direction === 'before' ? candidate.end >= caret && candidate.start < caret : candidate.start <= caret && candidate.end > caret,
  )
  if (run === undefined) return { start: caret, end: caret }
  if (run.kind === 'mark') return { start: run.start, end: run.end }
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(run.text)]
  if (direction === 'after') {
    const letter = letters.find((candidate) => run.start + candidate.index >= caret)
    return { start: caret, end: caret + (letter?.segment.length ?? 0) }
  }
  const letter = letters.findLast((candidate) => run.start + candidate.index < caret)
  return { start: letter === undefined ? caret : run.start + letter.index, end: caret }
}
