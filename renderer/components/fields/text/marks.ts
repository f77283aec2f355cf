import type { Language } from '../../../../electron/contract/index.ts'
import { splitMarks, stripMarks } from '../../../../electron/domain/marks.ts'
import { sentencesOf } from '../../../../electron/domain/sentences.ts'

/**
 * Long text keeps its citation marks inside it as anchors `[^id]`, so that a mark moves with the words it supports.
 * All positions are UTF-16 units of the stored text, anchors included, as the contract counts them.
 */
export type TextRun = { kind: 'text'; text: string; start: number; end: number }
export type MarkRun = { kind: 'mark'; id: string; start: number; end: number }
export type Run = TextRun | MarkRun

export type Span = { start: number; end: number }

/** Text and marks in order; empty stretches are left out. */
export function runsOf(text: string): Run[] {
  return splitMarks(text).map((part) => {
    const end = part.start + part.text.length
    return part.kind === 'mark'
      ? { kind: 'mark', id: part.id, start: part.start, end }
      : { kind: 'text', text: part.text, start: part.start, end }
  })
}

export const anchorOf = (id: string): string => `[^${id}]`

/** The marks in the order in which they stand, each once. */
export function marksIn(text: string): string[] {
  return [
    ...new Set(
      runsOf(text)
        .filter((run) => run.kind === 'mark')
        .map((run) => run.id),
    ),
  ]
}

/** The words alone. */
export function withoutMarks(text: string): string {
  return stripMarks(text)
}

/** Takes one mark out, wherever it stands now. */
export function withoutMark(text: string, id: string): string {
  return text.replaceAll(anchorOf(id), '')
}

/** What may be pasted into a field: anchors of marks that the field does not have would point nowhere. */
export function keepMarks(text: string, known: ReadonlySet<string>): string {
  return runsOf(text)
    .map((run) => (run.kind === 'text' ? run.text : known.has(run.id) ? anchorOf(run.id) : ''))
    .join('')
}

/** A mark's name that the field does not use yet. */
export function newMarkId(taken: ReadonlySet<string>, random: () => number = Math.random): string {
  for (;;) {
    const id = Array.from({ length: 6 }, () => 'abcdefghijkmnpqrstuvwxyz23456789'[Math.floor(random() * 32)] ?? 'a').join('')
    if (!taken.has(id)) return id
  }
}

/** Widens a span so that it cuts no anchor in half. */
export function aroundAnchors(text: string, span: Span): Span {
  let { start, end } = span
  for (const run of runsOf(text)) {
    if (run.kind !== 'mark') continue
    if (start > run.start && start < run.end) start = span.start === span.end ? run.end : run.start
    if (end > run.start && end < run.end) end = run.end
  }
  return { start, end: Math.max(start, end) }
}

/** Where the mark of the sentence at `position` belongs: after its full stop and the marks that stand there. */
export function endOfSentenceAt(text: string, position: number, language: Language): number {
  const sentences = sentencesOf(text, language)
  const holding = sentences.find((sentence) => position <= sentence.end)
  return (holding ?? sentences.at(-1))?.end ?? text.length
}
