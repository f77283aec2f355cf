import type { Language } from '../contract/languages.ts'
import { splitMarks } from './mark-parts.ts'

/** One sentence of a long text: its place in the stored text (UTF-16 units, marks included, white space around it not) and its marks. */
export type Sentence = { start: number; end: number; text: string; marks: string[] }

type Stretch = { start: number; end: number }

/** Short forms before a name; the sentence goes on after them. */
const TITLES = new Set(
  'mr mrs ms dr prof gen col lt capt sgt maj gov sen rep hon st sr sra srta sres dra lic ing abg gral cnel cap tte sgto cmdte av avda ud uds cf cfr vs eg ie mm mme mmes mlle mlles me mes pr maj cdt bd'.split(
    ' ',
  ),
)

/** Short forms before a number; "no." alone may well end a sentence. */
const BEFORE_NUMBER = new Set(
  'art arts no nos nro num núm n p pp pag pág pags págs par para párr sec vol fig inc ord exp res cap'.split(' '),
)

/** No short form is as long as this, in UTF-16 units, with what stands before it. */
const longestShortForm = 32

const segmenters = new Map<Language, Intl.Segmenter>()

/**
 * The sentences of a text, in order. A mark right after a sentence's full stop belongs to that sentence. Short forms such as
 * "art. 20", "Sr. Pérez" or "J. Rojas" don't end one.
 */
export function sentencesOf(text: string, language: Language): Sentence[] {
  const { words, placeOf, marks } = withoutMarks(text)
  const stretches = joinShortForms(words, segmented(words, language))
  const owned: { start: number; end: number; id: string }[][] = stretches.map(() => [])
  for (const mark of marks) owned[ownerOf(mark.at, words, stretches)]?.push(mark)
  return stretches.map(({ start, end }, index) => {
    const own = owned[index] ?? []
    const from = Math.min(placeOf(start), ...own.map((mark) => mark.start))
    const to = Math.max(placeOf(end - 1) + 1, ...own.map((mark) => mark.end))
    return { start: from, end: to, text: text.slice(from, to), marks: own.map((mark) => mark.id) }
  })
}

/** Sentences that say something and carry none of the marks that cite a source. */
export function unsourcedSentences(text: string, language: Language, citedMarks: ReadonlySet<string>): Sentence[] {
  return sentencesOf(text, language).filter((sentence) => !sentence.marks.some((mark) => citedMarks.has(mark)))
}

type Unmarked = { words: string; placeOf: (at: number) => number; marks: { id: string; at: number; start: number; end: number }[] }

/** The words without marks, and for each place in them the place in the stored text. */
function withoutMarks(text: string): Unmarked {
  let words = ''
  const pieces: { at: number; start: number }[] = []
  const marks: Unmarked['marks'] = []
  for (const part of splitMarks(text)) {
    if (part.kind === 'mark') {
      marks.push({ id: part.id, at: words.length, start: part.start, end: part.start + part.text.length })
      continue
    }
    pieces.push({ at: words.length, start: part.start })
    words += part.text
  }
  const placeOf = (at: number): number => {
    const piece = pieces.findLast((candidate) => candidate.at <= at)
    return piece === undefined ? at : piece.start + at - piece.at
  }
  return { words, placeOf, marks }
}

/** All that a sentence can end at (Unicode Standard Annex 29, rules SB4 and SB6 to SB11). */
const ANY_END = /[\p{Sentence_Terminal}.\u2024\uFE52\uFF0E\n\r\u0085\u2028\u2029]/u

/** Sentences as Unicode sees them, trimmed; those without a letter or digit are none. */
function segmented(words: string, language: Language): Stretch[] {
  const trimmed = words.trimEnd()
  // Most texts are a line, and looking for sentences costs more than all else that is done with them.
  if (!ANY_END.test(trimmed.slice(0, -1))) {
    if (!/[\p{L}\p{N}]/u.test(trimmed)) return []
    return [{ start: words.length - words.trimStart().length, end: trimmed.length }]
  }
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  const stretches: Stretch[] = []
  for (const { segment, index } of segmenter.segment(words)) {
    if (!/[\p{L}\p{N}]/u.test(segment)) {
      // French parts its closing quotation mark from the sentence by a space.
      const last = stretches.at(-1)
      if (last !== undefined && /^[»”)]+[.!?]?\s*$/u.test(segment) && !words.slice(last.end, index).includes('\n')) {
        last.end = index + segment.trimEnd().length
      }
      continue
    }
    const start = index + segment.length - segment.trimStart().length
    stretches.push({ start, end: index + segment.trimEnd().length })
  }
  return stretches
}

function joinShortForms(words: string, stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const last = joined.at(-1)
    const goesOn = last !== undefined && endsInShortForm(words.slice(last.start, last.end), words.slice(last.end, stretch.end))
    if (goesOn) joined[joined.length - 1] = { start: last.start, end: stretch.end }
    else joined.push(stretch)
  }
  return joined
}

function endsInShortForm(sentence: string, next: string): boolean {
  if (/^\s*\n/u.test(next)) return false
  if (!sentence.endsWith('.')) return false
  // Only the end: looked for in the whole sentence, it would be tried anew from each of its letters.
  const last = /([\p{L}.]+)\.$/u.exec(sentence.slice(-longestShortForm))?.[1]
  if (last === undefined) return false
  // An initial, or the Arabic short form of a title: د. for doctor.
  if (/^[\p{Lu}\u0621-\u064a]$/u.test(last)) return true
  const plain = last.toLowerCase().replaceAll('.', '')
  return TITLES.has(plain) || (BEFORE_NUMBER.has(plain) && /^\s*(?:\d|[IVXLC]+\b)/u.test(next))
}

/** The sentence that a mark belongs to: the one it stands in or right after, unless a line break parts them. */
function ownerOf(at: number, words: string, stretches: readonly Stretch[]): number {
  const before = stretches.findLastIndex((stretch) => stretch.start < at)
  const next = stretches[before + 1]
  if (before === -1) return 0
  const end = stretches[before]?.end ?? 0
  const parted = at > end && next !== undefined && words.slice(end, at).includes('\n')
  return parted ? before + 1 : before
}
