import { assertNever } from './assert-never.ts'
import { formatEdtf, parseEdtf, type EdtfDate, type EdtfValue } from './edtf.ts'
import { nextDate, previousDate } from './neighbour-date.ts'
import {
  completed,
  dateOfPiece,
  notUnderstood,
  refused,
  type DatePiece,
  type DateRemark,
  type PieceFailure,
  type PieceReading,
} from './typed-date-piece.ts'
import type { DateWords, FrameKind } from './typed-date-words.ts'

type FramedReading = { ok: true; value: EdtfValue; remarks: readonly DateRemark[] } | PieceFailure
type ReadPiece = (text: string) => PieceReading
type Dates = { ok: true; dates: readonly EdtfDate[]; remarks: readonly DateRemark[] } | PieceFailure

const HYPHENATED: RegExp = /^([^-]+)-([^-]+)$/

/** Reads phrases around dates ("before …", "between … and …"); a refusal of a date inside counts only where no other phrase fits. */
export function readFrames(text: string, words: DateWords, readPiece: ReadPiece): FramedReading {
  let failure: PieceFailure = notUnderstood
  const frames = [...words.frames, { kind: 'interval' as const, pattern: HYPHENATED }]
  for (const { kind, pattern } of frames) {
    const match = pattern.exec(text)
    if (match === null) continue
    const read = readFrame(kind, match[1] ?? '', match[2], readPiece)
    if (read.ok) return read
    if (failure.reason === 'not_understood') failure = read
  }
  return failure
}

function readFrame(kind: FrameKind, first: string, second: string | undefined, readPiece: ReadPiece): FramedReading {
  const texts = second === undefined ? [first] : [first, second]
  let read = readDates(texts, readPiece)
  if (!read.ok && kind === 'either') read = readDates([...first.split(/\s*,\s*/u), second ?? ''], readPiece)
  if (!read.ok) return read
  const built = build(kind, read.dates)
  return built.ok ? { ...built, remarks: read.remarks } : built
}

function readDates(texts: readonly string[], readPiece: ReadPiece): Dates {
  const pieces: DatePiece[] = []
  for (const text of texts) {
    const reading = readPiece(text)
    if (!reading.ok) return reading
    pieces.push(reading.piece)
  }
  const last = pieces.at(-1)
  const first = pieces[0]
  if (first === undefined || last === undefined) return notUnderstood
  const dates: EdtfDate[] = []
  for (const piece of pieces) {
    const dated = dateOfPiece(completed(completed(piece, last), { ...first, month: null }))
    if (!dated.ok) return dated
    dates.push(dated.date)
  }
  const yearGiven = pieces.some((piece) => piece.year !== null)
  const remarks = pieces.flatMap((piece) => piece.remarks).filter((remark) => remark !== 'no_year' || !yearGiven)
  return { ok: true, dates, remarks }
}

function build(kind: FrameKind, dates: readonly EdtfDate[]): { ok: true; value: EdtfValue } | PieceFailure {
  const [first, second] = dates
  if (first === undefined) return notUnderstood
  switch (kind) {
    case 'before': {
      const previous = previousDate(first)
      return previous === null
        ? refused('year_needed')
        : checked({ kind: 'one_of', members: [{ kind: 'range', from: null, to: previous }] })
    }
    case 'after': {
      const next = nextDate(first)
      return next === null ? refused('year_needed') : checked({ kind: 'one_of', members: [{ kind: 'range', from: next, to: null }] })
    }
    case 'by':
      return withYear(first, { kind: 'one_of', members: [{ kind: 'range', from: null, to: first }] })
    case 'not_before':
      return withYear(first, { kind: 'one_of', members: [{ kind: 'range', from: first, to: null }] })
    case 'since':
      return checked({ kind: 'interval', from: first, to: { kind: 'open' } })
    case 'from_unknown_end':
      return checked({ kind: 'interval', from: first, to: { kind: 'unknown' } })
    case 'until_unknown_start':
      return checked({ kind: 'interval', from: { kind: 'unknown' }, to: first })
    case 'until_open_start':
      return checked({ kind: 'interval', from: { kind: 'open' }, to: first })
    case 'between':
      return second === undefined ? notUnderstood : checked({ kind: 'one_of', members: [{ kind: 'range', from: first, to: second }] })
    case 'interval':
      return second === undefined ? notUnderstood : checked({ kind: 'interval', from: first, to: second })
    case 'either':
      return checked({ kind: 'one_of', members: [...dates] })
    default:
      return assertNever(kind, 'every kind of phrase has its EDTF form')
  }
}

function withYear(date: EdtfDate, value: EdtfValue): { ok: true; value: EdtfValue } | PieceFailure {
  return date.year === 'XXXX' ? refused('year_needed') : checked(value)
}

/** What was put together passes the same reader as EDTF that was typed. */
function checked(value: EdtfValue): { ok: true; value: EdtfValue } | PieceFailure {
  const parsed = parseEdtf(formatEdtf(value))
  if (parsed.ok) return parsed
  return parsed.reason === 'reversed' ? refused('reversed') : notUnderstood
}
