import { runsOf, type Span } from './marks.ts'

/** A stretch of a text as it is read: words with or without a source, or a mark. */
export type ReadRun = { kind: 'text'; text: string; unsourced: boolean; key: number } | { kind: 'mark'; id: string; key: number }

/** Cuts a text at its marks and at the edges of the sentences that have no source. */
export function readRuns(text: string, unsourced: readonly Span[]): ReadRun[] {
  const out: ReadRun[] = []
  for (const run of runsOf(text)) {
    if (run.kind === 'mark') {
      out.push({ kind: 'mark', id: run.id, key: run.start })
      continue
    }
    const cuts = [run.start, run.end, ...unsourced.flatMap((span) => [span.start, span.end])]
    const places = [...new Set(cuts)].filter((place) => place >= run.start && place <= run.end).toSorted((a, b) => a - b)
    for (const [index, start] of places.entries()) {
      const end = places[index + 1]
      if (end === undefined) break
      out.push({
        kind: 'text',
        text: text.slice(start, end),
        unsourced: unsourced.some((span) => span.start <= start && span.end >= end),
        key: start,
      })
    }
  }
  return out
}

/** One paragraph a line break, so that each takes its own direction. */
export function paragraphsOf(runs: readonly ReadRun[]): ReadRun[][] {
  const paragraphs: ReadRun[][] = [[]]
  for (const run of runs) {
    if (run.kind === 'mark') {
      paragraphs.at(-1)?.push(run)
      continue
    }
    let offset = 0
    for (const [index, line] of run.text.split('\n').entries()) {
      if (index > 0) paragraphs.push([])
      if (line !== '') paragraphs.at(-1)?.push({ ...run, text: line, key: run.key + offset })
      offset += line.length + 1
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const leftToRight = /(?![\p{Script=Arabic}\p{Script=Hebrew}])\p{L}/u
const endOfSentence = /[.!?…؟۔][\p{Quotation_Mark}\p{Close_Punctuation}\p{Final_Punctuation}]*\s*$/u

/**
 * The sentences of a paragraph in which scripts of both directions meet: each takes its own direction, with its marks and
 * its full stop. Null where one direction holds for all. The space before a sentence belongs to what is around it.
 */
export function sentencesOf(paragraph: readonly ReadRun[]): ReadRun[][] | null {
  const words = paragraph.map((run) => (run.kind === 'text' ? run.text : '')).join('')
  if (!rightToLeft.test(words) || !leftToRight.test(words)) return null
  const sentences: ReadRun[][] = []
  let ended = true
  for (const run of paragraph) {
    if (run.kind === 'mark') {
      if (sentences.length === 0) sentences.push([])
      sentences.at(-1)?.push(run)
      continue
    }
    const space = /^\s*/.exec(run.text)?.[0].length ?? 0
    if (space > 0 && ended) sentences.push([{ ...run, text: run.text.slice(0, space) }])
    const rest = ended && space > 0 ? { ...run, text: run.text.slice(space), key: run.key + space } : run
    if (rest.text === '') continue
    if (ended) sentences.push([])
    sentences.at(-1)?.push(rest)
    ended = endOfSentence.test(rest.text)
  }
  return sentences
}
