import { formatEdtfDate, parseEdtfDate, type EdtfDate } from './edtf-date.ts'

/** How a reading should be pointed out to whoever typed it. */
export type DateRemark = 'day_first' | 'month_first' | 'weekday_differs' | 'no_year' | 'part_of_period' | 'relative' | 'time_left_out'

/** Why typed words are refused. Params hold numbers only, never the words. */
export type TypedDateProblem =
  | 'empty'
  | 'too_long'
  | 'not_understood'
  | 'impossible_date'
  | 'two_digit_year'
  | 'reversed'
  | 'year_needed'
  | 'season'
  | 'says_nothing'

/** A date as far as typed: null where a part was not said. A part beside others may complete it ("3 to 5 March"). */
export type DatePiece = {
  year: string | null
  month: string | null
  day: string | null
  uncertain: boolean
  approximate: boolean
  remarks: readonly DateRemark[]
}

export type PieceFailure = { ok: false; reason: TypedDateProblem; params: Readonly<Record<string, number>> }
export type PieceReading = { ok: true; piece: DatePiece } | PieceFailure

/** A refusal with its reason. */
export function refused(reason: TypedDateProblem, params: Readonly<Record<string, number>> = {}): PieceFailure {
  return { ok: false, reason, params }
}

/** Nobody could say what the words mean; another way of reading may be tried. */
export const notUnderstood: PieceFailure = refused('not_understood')

/** A piece out of numbers; null for what was not said. */
export function pieceOf(
  parts: { year?: number | null; month?: number | null; day?: number | null; approximate?: boolean },
  ...remarks: DateRemark[]
): PieceReading {
  return {
    ok: true,
    piece: {
      year: parts.year === undefined || parts.year === null ? null : String(parts.year).padStart(4, '0'),
      month: parts.month === undefined || parts.month === null ? null : String(parts.month).padStart(2, '0'),
      day: parts.day === undefined || parts.day === null ? null : String(parts.day).padStart(2, '0'),
      uncertain: false,
      approximate: parts.approximate ?? false,
      remarks,
    },
  }
}

/** A piece out of one EDTF date. */
export function pieceOfDate(date: EdtfDate): DatePiece {
  return {
    year: date.year === 'XXXX' ? null : date.year,
    month: date.month,
    day: date.day,
    uncertain: date.uncertain,
    approximate: date.approximate,
    remarks: [],
  }
}

/** The EDTF date that a piece stands for; refused where no calendar has it or where a bare day is left without its month. */
export function dateOfPiece(piece: DatePiece): { ok: true; date: EdtfDate } | PieceFailure {
  if (piece.month === null && (piece.year === null || piece.day !== null)) return notUnderstood
  const parsed = parseEdtfDate(
    formatEdtfDate({
      kind: 'date',
      year: piece.year ?? 'XXXX',
      month: piece.month,
      day: piece.day,
      uncertain: piece.uncertain,
      approximate: piece.approximate,
    }),
  )
  if (parsed.ok) return { ok: true, date: parsed.value }
  return parsed.reason === 'not_edtf' ? notUnderstood : refused(parsed.reason)
}

/** Adds to a piece what only its partner says: the month and year of "3 to 5 March 2024". */
export function completed(piece: DatePiece, partner: DatePiece): DatePiece {
  const month = piece.month ?? (piece.year === null ? partner.month : null)
  return { ...piece, month, year: piece.year ?? partner.year }
}
