import { languages } from '../contract/languages.ts'
import type { Language } from '../contract/languages.ts'
import type { DayNumber } from './days.ts'
import { precisionOf, type DatePrecision } from './date-precision.ts'
import { boundsOf, certaintyOf, formatEdtf, parseEdtf, type Certainty, type EdtfDate, type EdtfValue } from './edtf.ts'
import { readFrames } from './typed-date-frames.ts'
import { foldDateText, readFields } from './typed-date-fields.ts'
import {
  dateOfPiece,
  notUnderstood,
  pieceOfDate,
  refused,
  type DateRemark,
  type PieceFailure,
  type PieceReading,
  type TypedDateProblem,
} from './typed-date-piece.ts'
import { readRelative, readRelativeSet } from './typed-date-relative.ts'
import type { DateWords } from './typed-date-words.ts'
import { arabicDateWords } from './typed-date.ar.ts'
import { englishDateWords } from './typed-date.en.ts'
import { spanishDateWords } from './typed-date.es.ts'
import { frenchDateWords } from './typed-date.fr.ts'

export type { DateRemark, TypedDateProblem } from './typed-date-piece.ts'
export type DateLanguage = Language

/** What was understood of a typed date; `typed` is kept as it was written. */
export type TypedDate = {
  ok: true
  edtf: string
  typed: string
  earliest: DayNumber | null
  latest: DayNumber | null
  certainty: Certainty
  precision: DatePrecision
  /** The one thing to point out about this reading. */
  remark?: DateRemark
}

export type TypedDateFailure = { ok: false; reason: TypedDateProblem; params: Readonly<Record<string, number>> }

export type TypedDateOptions = { language: DateLanguage; /** Leaned on by "yesterday" and the like. */ today: DayNumber }

const dateWords: Readonly<Record<DateLanguage, DateWords>> = {
  en: englishDateWords,
  es: spanishDateWords,
  fr: frenchDateWords,
  ar: arabicDateWords,
}
const MOST_CHARACTERS = 200
const REMARK_ORDER: readonly DateRemark[] = [
  'month_first',
  'day_first',
  'weekday_differs',
  'part_of_period',
  'no_year',
  'relative',
  'time_left_out',
]

/**
 * Reads a date as people type it, in the page's language (the others are tried where it makes no sense of it).
 * Never makes it sharper than it was typed: "2020" stays `2020`. What can't be a date is refused with a reason.
 */
export function readTypedDate(text: string, options: TypedDateOptions): TypedDate | TypedDateFailure {
  const typed = text.trim()
  if (typed === '') return refused('empty')
  if (typed.length > MOST_CHARACTERS) return refused('too_long', { most: MOST_CHARACTERS })
  const edtf = readEdtf(typed)
  if (edtf.ok) return understood(typed, edtf.value, [])
  if (edtf.reason !== 'not_understood') return edtf
  const folded = foldDateText(typed)
  let failure: PieceFailure = notUnderstood
  for (const language of [options.language, ...languages.filter((other) => other !== options.language)]) {
    const reading = readValue(folded, dateWords[language], options.today)
    if (reading.ok) return understood(typed, reading.value, reading.remarks)
    // Another language may take "sept 24" for a day, where this one knows that a year is meant.
    if (reading.reason === 'two_digit_year') return reading
    if (failure.reason === 'not_understood') failure = reading
  }
  return failure
}

function understood(typed: string, value: EdtfValue, remarks: readonly DateRemark[]): TypedDate {
  const remark = REMARK_ORDER.find((candidate) => remarks.includes(candidate))
  return {
    ok: true,
    edtf: formatEdtf(value),
    typed,
    ...boundsOf(value),
    certainty: certaintyOf(value),
    precision: precisionOf(value),
    ...(remark === undefined ? {} : { remark }),
  }
}

export type ValueReading = { ok: true; value: EdtfValue; remarks: readonly DateRemark[] } | PieceFailure

/** EDTF as typed by hand: spaces around its signs and a small x are no fault. */
function readEdtf(text: string): { ok: true; value: EdtfValue } | PieceFailure {
  const parsed = parseEdtf(text.replaceAll(/\s*([/,[\]])\s*|\s*(\.\.)\s*/gu, '$1$2').replaceAll(/(?<=[\dxX-])x|x(?=[xX-])/gu, 'X'))
  if (parsed.ok) return parsed
  const { reason } = parsed
  return reason === 'empty' || reason === 'not_edtf' || reason === 'unsupported' ? notUnderstood : refused(reason)
}

function readValue(text: string, words: DateWords, today: DayNumber): ValueReading {
  const single = readPiece(text, words, today)
  if (single.ok) {
    const dated = dateOfPiece(single.piece)
    return dated.ok ? { ok: true, value: dated.date, remarks: single.piece.remarks } : dated
  }
  if (single.reason !== 'not_understood') return single
  const leaning = readRelativeSet(text, words, today)
  if (leaning !== null) {
    const parsed = parseEdtf(leaning)
    if (parsed.ok) return { ok: true, value: parsed.value, remarks: ['relative'] }
  }
  const doubt = readDoubt(text, words)
  if (doubt !== null) {
    const inner = readValue(doubt.rest, words, today)
    if (inner.ok) return { ok: true, value: withDoubt(inner.value, doubt), remarks: [...doubt.remarks, ...inner.remarks] }
    if (inner.reason !== 'not_understood') return inner
  }
  const framed = readFrames(text, words, (part) => readPiece(part, words, today))
  if (framed.ok || framed.reason !== 'not_understood') return framed
  if (words.season.test(text)) return refused('season')
  return notUnderstood
}

/** Reads one date with its doubts; a bare day of the month is left for its partner to complete. */
function readPiece(text: string, words: DateWords, today: DayNumber): PieceReading {
  const edtf = parseEdtf(text.toUpperCase())
  if (edtf.ok && edtf.value.kind === 'date') return { ok: true, piece: pieceOfDate(edtf.value) }
  for (const read of [readFields(text, words), readRelative(text, words, today), readDecade(text, words)]) {
    if (read.ok || read.reason !== 'not_understood') return read
  }
  const doubt = readDoubt(text, words)
  if (doubt !== null) {
    const inner = readPiece(doubt.rest, words, today)
    if (!inner.ok) return inner
    const { uncertain, approximate, remarks } = inner.piece
    return {
      ok: true,
      piece: {
        ...inner.piece,
        uncertain: uncertain || doubt.uncertain,
        approximate: approximate || doubt.approximate,
        remarks: [...doubt.remarks, ...remarks],
      },
    }
  }
  return readUnknownParts(text, words, today)
}

type Doubt = Certainty & { rest: string; remarks: readonly DateRemark[] }

/** Takes one word of doubt, or a time of day, off a text; null where there is none. */
function readDoubt(text: string, words: DateWords): Doubt | null {
  const takings: readonly [RegExp, boolean, boolean, readonly DateRemark[]][] = [
    [words.uncertain, true, false, []],
    [words.approximate, false, true, []],
    [words.uncertainSuffix, true, false, []],
    [words.approximateSuffix, false, true, []],
    [words.timeOfDay, false, false, ['time_left_out']],
  ]
  for (const [pattern, uncertain, approximate, remarks] of takings) {
    const rest = text.replace(pattern, '').trim()
    if (rest !== text && rest !== '') return { rest, uncertain, approximate, remarks }
  }
  return null
}

/** Words that keep a part open: "February 2024, day not known", "28 January, year not given", "early March 2024". */
function readUnknownParts(text: string, words: DateWords, today: DayNumber): PieceReading {
  const attempts: readonly [RegExp, (reading: PieceReading) => PieceReading][] = [
    [words.yearNotGiven, (reading) => onlyIf(reading, (piece) => piece.year === null && piece.month !== null, {})],
    [
      words.monthAndDayNotKnown,
      (reading) => onlyIf(reading, (piece) => piece.month === null && piece.day === null, { month: 'XX', day: 'XX' }),
    ],
    [words.dayNotKnown, (reading) => onlyIf(reading, (piece) => piece.month !== null && piece.day === null, { day: 'XX' })],
    [words.monthNotKnown, (reading) => onlyIf(reading, (piece) => piece.month === null && piece.day === null, { month: 'XX' })],
    [words.partOfPeriod, (reading) => onlyIf(reading, (piece) => piece.day === null, { approximate: true }, 'part_of_period')],
  ]
  for (const [pattern, change] of attempts) {
    const rest = text.replace(pattern, '').trim()
    if (rest !== text && rest !== '') return change(readPiece(rest, words, today))
  }
  return notUnderstood
}

type Piece = Extract<PieceReading, { ok: true }>['piece']

function onlyIf(reading: PieceReading, allowed: (piece: Piece) => boolean, change: Partial<Piece>, ...remarks: DateRemark[]): PieceReading {
  if (!reading.ok) return reading
  if (!allowed(reading.piece)) return notUnderstood
  return { ok: true, piece: { ...reading.piece, ...change, remarks: [...remarks, ...reading.piece.remarks] } }
}

function readDecade(text: string, words: DateWords): PieceReading {
  const match = words.decade.exec(text)
  const digits = match?.[1] ?? match?.[2]
  if (digits === undefined) return notUnderstood
  return { ok: true, piece: { year: `${digits}X`, month: null, day: null, uncertain: false, approximate: false, remarks: [] } }
}

/** Puts a doubt said of a whole phrase on every date in it, since nobody said that one of them is beyond doubt. */
function withDoubt(value: EdtfValue, doubt: Certainty): EdtfValue {
  const onDate = (date: EdtfDate): EdtfDate => ({
    ...date,
    uncertain: date.uncertain || doubt.uncertain,
    approximate: date.approximate || doubt.approximate,
  })
  if (value.kind === 'date') return onDate(value)
  if (value.kind === 'interval') {
    return {
      ...value,
      from: value.from.kind === 'date' ? onDate(value.from) : value.from,
      to: value.to.kind === 'date' ? onDate(value.to) : value.to,
    }
  }
  return {
    ...value,
    members: value.members.map((member) =>
      member.kind === 'date' ? onDate(member) : { ...member, from: member.from && onDate(member.from), to: member.to && onDate(member.to) },
    ),
  }
}
