import type { ReportContext } from './context.ts'
import type { Fact, Paragraph, Run } from './report-document.ts'
import type { ReportLanguage } from './words.ts'

const markPattern = /\[\^([a-z0-9]{4,12})\]/g

type Place = { table: string; id: string; field: string }

const plain = (text: string): Run => ({ text, unsourced: false, notes: [] })

/** A paragraph that the report itself says, not the file. */
export const own = (text: string): Paragraph => (text === '' ? [] : [plain(text)])

const isUnsourced = ({ document }: ReportContext, { table, id, field }: Place): boolean =>
  document.derived.unsourced.some((entry) => entry.table === table && entry.id === id && entry.field === field && entry.sentence === null)

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/**
 * Somebody's words within a sentence of the report. Where they run against the page they are set apart, so that their full
 * stop stays behind them and not before them.
 */
export function quoted(language: ReportLanguage, text: string): string {
  const letters = text.match(/\p{L}/gu) ?? []
  const against = letters.some((letter) => rightToLeft.test(letter) !== (language === 'ar'))
  return against ? `\u2068${text}\u2069` : text
}

/** A field's statement with the footnotes of its citations; `text` as it is to be read. */
export function statement(context: ReportContext, place: Place, text: string): Paragraph {
  return [{ text, unsourced: isUnsourced(context, place), notes: context.footnotes.for(place) }]
}

/** The entries of a list field, each with the footnotes that cite just it. */
export function listStatement(context: ReportContext, place: Place, values: readonly string[]): Paragraph {
  const unsourced = isUnsourced(context, place)
  const runs = values.flatMap((value, index): Run[] => {
    const notes = context.footnotes.for({ ...place, value })
    return [...(index === 0 ? [] : own(context.words.marks.comma)), { text: value, unsourced: unsourced && notes.length === 0, notes }]
  })
  const last = runs.at(-1)
  if (last) last.notes = [...last.notes, ...context.footnotes.for(place)]
  return runs
}

/** What other sources say instead of a field's value, each with its reason and footnotes. */
export function contested(context: ReportContext, place: Place): Paragraph[] {
  return context.document.competingValues
    .filter((other) => !other.binned && other.targetTable === place.table && other.targetId === place.id && other.field === place.field)
    .map((other) => {
      const { language } = context.options
      const value = other.date
        ? context.dateWords(other.date.edtf)
        : other.value === null
          ? context.words.unknown
          : quoted(language, other.value)
      const reason = other.reason === null ? null : quoted(language, other.reason)
      const notes = [
        ...context.footnotes.for({ table: 'competing_values', id: other.id }),
        ...context.footnotes.for({ table: 'competing_values', id: other.id, field: 'value' }),
      ]
      return [{ text: context.words.contested(value, reason), unsourced: notes.length === 0, notes }]
    })
}

export const fact = (context: ReportContext, label: string, place: Place, value: Paragraph): Fact => ({
  label,
  value,
  contested: contested(context, place),
})

/**
 * A long text as paragraphs of runs: citation marks become footnotes, sentences without a source are marked. The
 * sentence bounds come from the file's own list of unsourced statements, in UTF-16 units of the stored text.
 */
export function longText(context: ReportContext, place: Place, stored: string | null): Paragraph[] {
  if (stored === null || stored.trim() === '') return []
  const sentences = context.document.derived.unsourced.filter(
    (entry) => entry.table === place.table && entry.id === place.id && entry.field === place.field && entry.sentence !== null,
  )
  const wholeUnsourced = isUnsourced(context, place)
  const cuts = new Set<number>([0, stored.length])
  for (const { sentence } of sentences) if (sentence) cuts.add(sentence.start).add(sentence.end)
  for (const match of stored.matchAll(markPattern)) cuts.add(match.index).add(match.index + match[0].length)
  for (const match of stored.matchAll(/\n+/g)) cuts.add(match.index).add(match.index + match[0].length)
  const bounds = [...cuts].filter((cut) => cut >= 0 && cut <= stored.length).toSorted((a, b) => a - b)

  const paragraphs: Paragraph[] = [[]]
  for (const [index, start] of bounds.entries()) {
    const end = bounds[index + 1]
    if (end === undefined) break
    const piece = stored.slice(start, end)
    const paragraph = paragraphs.at(-1) ?? []
    if (/^\n+$/.test(piece)) {
      if (paragraph.length > 0) paragraphs.push([])
      continue
    }
    const mark = /^\[\^([a-z0-9]{4,12})\]$/.exec(piece)?.[1]
    if (mark !== undefined) {
      const notes = context.footnotes.for({ ...place, mark })
      const before = paragraph.at(-1)
      if (before && before.text !== ' ') before.notes.push(...notes.filter((note) => !before.notes.includes(note)))
      else if (notes.length > 0) paragraph.push({ text: '', unsourced: false, notes })
      continue
    }
    const unsourced =
      wholeUnsourced || sentences.some(({ sentence }) => sentence !== null && start >= sentence.start && end <= sentence.end)
    // The space after a sentence stays outside, so that no mark and no underline hangs on it.
    const words = piece.trimEnd()
    if (words !== '') paragraph.push({ text: words, unsourced, notes: [] })
    if (words.length < piece.length) paragraph.push(plain(' '))
  }
  const field = context.footnotes.for(place)
  const last = paragraphs.findLast((paragraph) => paragraph.length > 0)?.at(-1)
  if (last && field.length > 0) last.notes.push(...field)
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}
