/**
 * Long text keeps its citation marks inside it as anchors `[^id]`, so that a mark moves with the words it supports.
 * All positions are UTF-16 units of the stored text, anchors included, as the contract counts them.
 */
export type TextRun = { kind: 'text'; text: string; start: number; end: number }
export type MarkRun = { kind: 'mark'; id: string; start: number; end: number }
export type Run = TextRun | MarkRun

export type Span = { start: number; end: number }

const anchorPattern = () => /\[\^([A-Za-z0-9_-]{1,12})\]/g

/** Text and marks in order; empty stretches are left out. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let last = 0
  for (const match of text.matchAll(anchorPattern())) {
    if (match.index > last) runs.push({ kind: 'text', text: text.slice(last, match.index), start: last, end: match.index })
    runs.push({ kind: 'mark', id: match[1] ?? '', start: match.index, end: match.index + match[0].length })
    last = match.index + match[0].length
  }
  if (last < text.length) runs.push({ kind: 'text', text: text.slice(last), start: last, end: text.length })
  return runs
}

export const anchorOf = (id: string): string => `[^${id}]`

/** The marks in the order in which they stand, each once. */
export function marksIn(text: string): string[] {
  return [...new Set(runsOf(text).filter((run) => run.kind === 'mark').map((run) => run.id))]
}

/** The words alone. */
export function withoutMarks(text: string): string {
  return text.replace(anchorPattern(), '')
}

/** Takes one mark out, wherever it stands now. */
export function withoutMark(text: string, id: string): string {
  return text.replaceAll(anchorOf(id), '')
}

/** What may be pasted into a field: anchors of marks that the field does not have would point nowhere. */
export function keepMarks(text: string, known: ReadonlySet<string>): string {
  return text.replace(anchorPattern(), (anchor: string, id: string) => (known.has(id) ? anchor : ''))
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

/** The stretches of the words alone, each sentence with its place in the stored text; marks after its full stop belong to it. */
export function sentencesIn(text: string, language: string): Span[] {
  const runs = runsOf(text)
  const places: number[] = []
  let words = ''
  for (const run of runs) {
    if (run.kind === 'mark') continue
    for (let index = 0; index < run.text.length; index += 1) places.push(run.start + index)
    words += run.text
  }
  const sentences: Span[] = []
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(words)) {
    const trimmed = segment.trim()
    if (trimmed === '') continue
    const first = places[index + segment.indexOf(trimmed)]
    const last = places[index + segment.indexOf(trimmed) + trimmed.length - 1]
    if (first === undefined || last === undefined) continue
    sentences.push({ start: first, end: endOfMarks(runs, last + 1) })
  }
  return sentences
}

function endOfMarks(runs: readonly Run[], position: number): number {
  let end = position
  for (const run of runs) if (run.kind === 'mark' && run.start === end) end = run.end
  return end
}

/** Where the mark of the sentence at `position` belongs: after its full stop and the marks that stand there. */
export function endOfSentenceAt(text: string, position: number, language: string): number {
  const sentences = sentencesIn(text, language)
  const holding = sentences.find((sentence) => position <= sentence.end)
  return (holding ?? sentences.at(-1))?.end ?? text.length
}
