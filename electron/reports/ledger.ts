import type { LedgerRow } from '../contract/index.ts'
import { fromDayNumber, dayOfIso } from '../domain/days.ts'
import { shortDate } from '../domain/describe-date.ts'
import type { ReportContext } from './context.ts'
import { withheldFrom } from './facts.ts'
import type { BarStretch, LedgerBar, Paragraph, ReportTable } from './report-document.ts'
import { contested, longText, own, statement } from './runs.ts'
import { localeOf } from './words.ts'

const isUnknown = (entry: LedgerRow): boolean => entry.kind === 'gap' || entry.kind === 'unknown_place'

/** The period of an entry in words, from the note's own dates or, for a gap, from the bounds of its edges. */
function period(context: ReportContext, entry: LedgerRow, dateWords: (edtf: string) => string): string {
  const { words, document } = context
  const note = document.whereabouts.find((candidate) => candidate.id === entry.noteId)
  const edge = (bounds: LedgerRow['from'], about: boolean): string | null => {
    const day = bounds.earliest ?? bounds.latest
    if (day === null) return null
    const { earliest, latest } = bounds
    const iso = (value: number): string => {
      const { year, month, day: dayOfMonth } = fromDayNumber(value)
      return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
    }
    // A bound that is uncertain is written as the set of days it may be, so that no precision is invented.
    if (earliest !== null && latest !== null && earliest !== latest) return dateWords(`[${iso(earliest)}..${iso(latest)}]`)
    return dateWords(about ? `${iso(day)}~` : iso(day))
  }
  const from = note ? (note.from === null ? null : dateWords(note.from.edtf)) : edge(entry.from, entry.about.from)
  const to = note ? (note.to === null ? null : dateWords(note.to.edtf)) : entry.open ? null : edge(entry.to, entry.about.to)
  if (from !== null && to !== null) return words.ledger.both(from, to)
  if (from !== null) return entry.open ? words.ledger.openEnd(from) : words.ledger.from(from)
  if (to !== null) return words.ledger.until(to)
  return words.ledger.undated
}

function daysWords({ words }: ReportContext, { days, about }: LedgerRow): string {
  if (days === null) return '–'
  const range = words.ledger.range(days.least, days.most)
  return about.from || about.to ? words.about(range) : range
}

/** The sentences on gaps: the reader must not have to find them in a table. */
export function gapSentences(context: ReportContext): string[] {
  const { ledger } = context.words
  return context.document.derived.ledger.filter(isUnknown).map((entry) => {
    const when = period(context, entry, context.dateWords)
    if (entry.days === null) return ledger.gapNoCountSentence(when)
    return entry.open
      ? ledger.gapOpenSentence(daysWords(context, entry), when.replace(/ \u2013$/, ''))
      : ledger.gapSentence(daysWords(context, entry), when)
  })
}

function placeCell(context: ReportContext, entry: LedgerRow): { cell: Paragraph; below: Paragraph[] } {
  const { words, document, footnotes } = context
  const note = document.whereabouts.find((candidate) => candidate.id === entry.noteId)
  if (!note) return { cell: own(words.ledger.gap), below: [] }
  const at = (field: string): { table: string; id: string; field: string } => ({ table: 'whereabouts_notes', id: note.id, field })
  const parts: Paragraph[] = [note.place === null ? own(words.ledger.unknownPlace) : statement(context, at('place'), note.place)]
  if (note.capture === 'denied') parts.push(statement(context, at('capture'), words.ledger.denied))
  if (note.capture === 'acknowledged') parts.push(statement(context, at('capture'), words.ledger.acknowledged))
  if (note.locationDisclosed === 'no') parts.push(statement(context, at('locationDisclosed'), words.ledger.notDisclosed))
  const contacts = ['contactFamily', 'contactCounsel', 'contactHumanitarian', 'contactRights'] as const
  for (const answer of ['yes', 'no'] as const) {
    const who = contacts.filter((field) => note[field] === answer).map((field) => words.ledger.contacts[field])
    const notes = contacts.filter((field) => note[field] === answer).flatMap((field) => footnotes.for(at(field)))
    if (who.length > 0)
      parts.push([
        {
          text: `${answer === 'yes' ? words.ledger.allowed : words.ledger.refused}${words.marks.colon}${who.join(words.marks.comma)}`,
          unsourced: false,
          notes,
        },
      ])
  }
  if (note.reportedBy !== null && !withheldFrom(context.options.audience).includes('reportedBy'))
    parts.push(statement(context, at('reportedBy'), words.ledger.reportedBy(note.reportedBy)))
  if (entry.contradicts.length > 0) parts.push(own(words.ledger.contradicts))
  const cell = parts.flatMap((part, index) => (index === 0 ? part : [...own(words.marks.semicolon), ...part]))
  const rowNotes = [...footnotes.for({ table: 'whereabouts_notes', id: note.id }), ...footnotes.for(at('from')), ...footnotes.for(at('to'))]
  const first = cell[0]
  if (first) first.notes = [...new Set([...first.notes, ...rowNotes])]
  const disputes = ['place', 'from', 'to', 'capture', 'locationDisclosed', 'conditions'].flatMap((field) => contested(context, at(field)))
  const conditions = longText(context, at('conditions'), note.conditions)
  if (conditions[0]) conditions[0].unshift(...own(`${words.ledger.conditions}${words.marks.colon}`))
  return { cell, below: [...conditions, ...longText(context, at('note'), note.note), ...disputes] }
}

/** The ledger as a table, gaps among its rows. */
export function whereaboutsTable(context: ReportContext): ReportTable {
  const { words, document } = context
  const { period: when, place, days, confidence } = words.ledger
  // A column has room for the short form only.
  const short = (edtf: string): string => shortDate(edtf, context.options.language)
  const rows = document.derived.ledger.map((entry) => {
    const { cell, below } = placeCell(context, entry)
    const judged =
      entry.confidence === null || entry.noteId === null
        ? '–'
        : (words.confidences[entry.confidence as keyof typeof words.confidences] ?? entry.confidence)
    return { cells: [own(period(context, entry, short)), cell, own(daysWords(context, entry)), own(judged)], below }
  })
  return { head: [when, place, days, confidence], rows }
}

/** Share of the bar over which an edge fades whose date is approximate: how far it may be off is not known. */
const leastFade = 0.03
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Geometry of the drawn ledger; null where nothing can be placed in time. */
export function ledgerBar(context: ReportContext): LedgerBar | null {
  const today = dayOfIso(context.options.today)
  if (today === null) return null
  const placed = context.document.derived.ledger.flatMap((entry) => {
    const first = entry.from.earliest ?? entry.from.latest
    const last = entry.open ? today : (entry.to.latest ?? entry.to.earliest)
    return entry.kind === 'undated' || first === null || last === null || last < first ? [] : [{ entry, first, last }]
  })
  if (placed.length === 0) return null
  const least = Math.min(...placed.map(({ first }) => first))
  const most = Math.max(...placed.map(({ last }) => last), least + 1)
  const share = (day: number): number => Math.min(1, Math.max(0, (day - least) / (most - least)))
  const stretches = placed.map(({ entry, first, last }): BarStretch => {
    const sureFrom = entry.from.latest ?? first
    const sureTo = entry.open ? last : (entry.to.earliest ?? last)
    return {
      kind: isUnknown(entry) ? 'unknown' : 'place',
      start: share(first),
      end: share(last),
      startFade: Math.max(entry.about.from ? leastFade : 0, share(Math.min(sureFrom, last)) - share(first)),
      endFade: Math.max(entry.about.to ? leastFade : 0, share(last) - share(Math.max(sureTo, first))),
      label: capital(entry.place ?? (entry.denied ? context.words.ledger.denied : context.words.ledger.unknownPlace)),
      detail: daysWords(context, entry),
      open: entry.open,
    }
  })
  const parts = stretches.map(({ label, detail }) => `${label} (${detail})`).join(context.words.marks.semicolon)
  return { stretches, ticks: ticksOf(context, least, most), alternative: context.words.ledger.alternative(parts) }
}

/** A few dates under the bar: the first, the last, and turns of months or years between. */
function ticksOf(context: ReportContext, least: number, most: number): { at: number; label: string }[] {
  const months = new Intl.DateTimeFormat(localeOf(context.options.language), { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const label = (day: number): string => months.format(new Date(day * 86_400_000))
  const span = most - least
  // A tick a quarter at most, and none closer to its neighbour than two months: labels must not run into each other.
  const shares = span > 360 ? [0, 0.25, 0.5, 0.75] : span > 120 ? [0, 0.5] : [0]
  return shares.map((at) => ({ at, label: label(Math.round(least + span * at)) }))
}
