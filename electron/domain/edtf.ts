import {
  boundsOfDate,
  formatEdtfDate,
  parseEdtfDate,
  type Certainty,
  type DateBounds,
  type EdtfDate,
  type EdtfDateProblem,
} from './edtf-date.ts'

export type { Certainty, DateBounds, EdtfDate } from './edtf-date.ts'

/** An end of an interval: a date, `open` (`..`: still going on) or `unknown` (empty: it ended, nobody knows when). */
export type IntervalEnd = EdtfDate | { kind: 'open' } | { kind: 'unknown' }

/** A span of time: everything from one end to the other. */
export type EdtfInterval = { kind: 'interval'; from: IntervalEnd; to: IntervalEnd }

/** A stretch inside a one-of set; null where it is open. */
export type SetRange = { kind: 'range'; from: EdtfDate | null; to: EdtfDate | null }

/** One day out of several: `[2024-03-03,2024-03-05]`, `[..2024-02-08]` (before the 9th). Not a span of time. */
export type EdtfOneOf = { kind: 'one_of'; members: (EdtfDate | SetRange)[] }

/** What an EDTF text of our subset (ISO 8601-2, levels 0–1 and one-of sets of level 2) means. */
export type EdtfValue = EdtfDate | EdtfInterval | EdtfOneOf

/** Why a text is refused. `unsupported` is EDTF outside our subset, `says_nothing` a form such as `../..` that holds no date. */
export type DateProblem = 'empty' | EdtfDateProblem | 'reversed' | 'unsupported'

type Parsed<Value> = { ok: true; value: Value } | { ok: false; reason: DateProblem }

const OUTSIDE_SUBSET = /^\{.*\}$|^Y-?\d|^-\d{4}|^\d{4}-\d{2}-\d{2}T|^\d{4}[?~%]-|-[?~%]\d|^[?~%]\d/

const read = new Map<string, Parsed<EdtfValue>>()

/** Reads EDTF strictly: no spaces, no repair, no date carried over. What it gives is shared and not to be altered. */
export function parseEdtf(text: string): Parsed<EdtfValue> {
  const known = read.get(text)
  if (known !== undefined) return known
  const parsed = parseAnew(text)
  // Days repeat within a vault, and each is read many times over; the bound keeps a long import from filling memory.
  if (read.size < 20_000) read.set(text, parsed)
  return parsed
}

function parseAnew(text: string): Parsed<EdtfValue> {
  if (text === '') return failed('empty')
  if (text.startsWith('[')) return text.endsWith(']') ? parseOneOf(text.slice(1, -1)) : failed('not_edtf')
  const ends = text.split('/')
  if (ends.length === 2) return parseInterval(ends[0] ?? '', ends[1] ?? '')
  return parseDate(text)
}

/** The EDTF text of a value; `parseEdtf` of it gives the value back. */
export function formatEdtf(value: EdtfValue): string {
  if (value.kind === 'date') return formatEdtfDate(value)
  if (value.kind === 'interval') return `${formatEnd(value.from)}/${formatEnd(value.to)}`
  return `[${value.members.map(formatMember).join(',')}]`
}

/**
 * First and last day that a value can touch; null where open, not known or without a year.
 * Text that is not EDTF has no bounds either.
 */
export function boundsOf(edtf: EdtfValue | string): DateBounds {
  if (typeof edtf === 'string') {
    const parsed = parseEdtf(edtf)
    return parsed.ok ? boundsOf(parsed.value) : { earliest: null, latest: null }
  }
  if (edtf.kind === 'date') return boundsOfDate(edtf)
  if (edtf.kind === 'interval') return { earliest: boundsOfEnd(edtf.from).earliest, latest: boundsOfEnd(edtf.to).latest }
  const all = edtf.members.map(boundsOfMember)
  return {
    earliest: all.map((bounds) => bounds.earliest).reduce((a, b) => (a === null || b === null ? null : Math.min(a, b))),
    latest: all.map((bounds) => bounds.latest).reduce((a, b) => (a === null || b === null ? null : Math.max(a, b))),
  }
}

/** Doubt about any part of a value. */
export function certaintyOf(value: EdtfValue): Certainty {
  const dates = datesIn(value)
  return { uncertain: dates.some((date) => date.uncertain), approximate: dates.some((date) => date.approximate) }
}

/** Every date that a value names, in order. */
export function datesIn(value: EdtfValue): EdtfDate[] {
  if (value.kind === 'date') return [value]
  if (value.kind === 'interval') return [value.from, value.to].filter((end) => end.kind === 'date')
  return value.members.flatMap((member) => (member.kind === 'date' ? [member] : [member.from, member.to].filter((end) => end !== null)))
}

function parseDate(text: string): Parsed<EdtfDate> {
  const parsed = parseEdtfDate(text)
  if (!parsed.ok && parsed.reason === 'not_edtf' && OUTSIDE_SUBSET.test(text)) return failed('unsupported')
  return parsed
}

function parseInterval(fromText: string, toText: string): Parsed<EdtfInterval> {
  const from = parseEnd(fromText)
  if (!from.ok) return from
  const to = parseEnd(toText)
  if (!to.ok) return to
  if (from.value.kind !== 'date' && to.value.kind !== 'date') return failed('says_nothing')
  if (runsBackwards(boundsOfEnd(from.value), boundsOfEnd(to.value))) return failed('reversed')
  return { ok: true, value: { kind: 'interval', from: from.value, to: to.value } }
}

function parseEnd(text: string): Parsed<IntervalEnd> {
  if (text === '..') return { ok: true, value: { kind: 'open' } }
  if (text === '') return { ok: true, value: { kind: 'unknown' } }
  return parseDate(text)
}

function parseOneOf(inside: string): Parsed<EdtfOneOf> {
  if (inside === '') return failed('says_nothing')
  const members: (EdtfDate | SetRange)[] = []
  for (const text of inside.split(',')) {
    const member = text.includes('..') ? parseSetRange(text) : parseDate(text)
    if (!member.ok) return member
    members.push(member.value)
  }
  return { ok: true, value: { kind: 'one_of', members } }
}

function parseSetRange(text: string): Parsed<SetRange> {
  const ends = text.split('..')
  if (ends.length !== 2) return failed('not_edtf')
  const [fromText = '', toText = ''] = ends
  if (fromText === '' && toText === '') return failed('says_nothing')
  const from = fromText === '' ? null : parseDate(fromText)
  if (from !== null && !from.ok) return from
  const to = toText === '' ? null : parseDate(toText)
  if (to !== null && !to.ok) return to
  const range: SetRange = { kind: 'range', from: from?.value ?? null, to: to?.value ?? null }
  if (range.from !== null && range.to !== null && runsBackwards(boundsOfDate(range.from), boundsOfDate(range.to))) {
    return failed('reversed')
  }
  return { ok: true, value: range }
}

function runsBackwards(from: DateBounds, to: DateBounds): boolean {
  return from.earliest !== null && to.latest !== null && from.earliest > to.latest
}

function boundsOfEnd(end: IntervalEnd): DateBounds {
  return end.kind === 'date' ? boundsOfDate(end) : { earliest: null, latest: null }
}

function boundsOfMember(member: EdtfDate | SetRange): DateBounds {
  if (member.kind === 'date') return boundsOfDate(member)
  return {
    earliest: member.from === null ? null : boundsOfDate(member.from).earliest,
    latest: member.to === null ? null : boundsOfDate(member.to).latest,
  }
}

function formatEnd(end: IntervalEnd): string {
  if (end.kind === 'date') return formatEdtfDate(end)
  return end.kind === 'open' ? '..' : ''
}

function formatMember(member: EdtfDate | SetRange): string {
  if (member.kind === 'date') return formatEdtfDate(member)
  return `${member.from === null ? '' : formatEdtfDate(member.from)}..${member.to === null ? '' : formatEdtfDate(member.to)}`
}

function failed(reason: DateProblem): { ok: false; reason: DateProblem } {
  return { ok: false, reason }
}
