import { dayExists, dayNumber, type DayNumber } from './days.ts'

/** Doubt about a date as EDTF says it: `?` uncertain (may be wrong), `~` approximate (near it), `%` both. */
export type Certainty = { uncertain: boolean; approximate: boolean }

/** One EDTF date; year, month and day keep their digits, with `X` for a digit that is not known. Null where not given. */
export type EdtfDate = { kind: 'date'; year: string; month: string | null; day: string | null } & Certainty

/** First and last day that a date can mean; null where open or not known. */
export type DateBounds = { earliest: DayNumber | null; latest: DayNumber | null }

const SHAPE = /^(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)$/

/** Why one date is refused: `says_nothing` for a date with no digit at all, `season` for ISO 8601-2 month numbers 21–41, which say a part of the year that differs by hemisphere. */
export type EdtfDateProblem = 'not_edtf' | 'impossible_date' | 'season' | 'says_nothing'

/** Reads one EDTF date strictly; days that no calendar has are refused instead of being carried over into the next month. */
export function parseEdtfDate(text: string): { ok: true; value: EdtfDate } | { ok: false; reason: EdtfDateProblem } {
  const match = SHAPE.exec(text)
  if (match === null) return { ok: false, reason: 'not_edtf' }
  if (!/\d/.test(text)) return { ok: false, reason: 'says_nothing' }
  const [, year = '', month, day, qualifier] = match
  if (day === undefined && month !== undefined && /^(2[1-9]|3\d|4[01])$/.test(month)) return { ok: false, reason: 'season' }
  const value: EdtfDate = {
    kind: 'date',
    year,
    month: month ?? null,
    day: day ?? null,
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
  }
  if (firstPossible(value, false) === null) return { ok: false, reason: 'impossible_date' }
  return { ok: true, value }
}

/** The EDTF text of one date. */
export function formatEdtfDate(date: EdtfDate): string {
  const digits = [date.year, date.month, date.day].filter((part) => part !== null).join('-')
  return digits + qualifierOf(date)
}

/** `?`, `~`, `%` or nothing. */
export function qualifierOf(certainty: Certainty): '' | '?' | '~' | '%' {
  if (certainty.uncertain) return certainty.approximate ? '%' : '?'
  return certainty.approximate ? '~' : ''
}

/** Whether the date gives no year at all, as in `XXXX-01-28`. */
export function hasNoYear(date: EdtfDate): boolean {
  return date.year === 'XXXX'
}

/**
 * First and last day a date can mean. A date without a year has no bounds at all: any would be invented.
 * `~` and `?` don't move them, because nobody said by how much.
 */
export function boundsOfDate(date: EdtfDate): DateBounds {
  if (hasNoYear(date)) return { earliest: null, latest: null }
  return { earliest: firstPossible(date, false), latest: firstPossible(date, true) }
}

/** First (or, from the end, last) day that fits the digits; null where none does. A year not given counts as a leap year. */
function firstPossible(date: EdtfDate, fromEnd: boolean): DayNumber | null {
  const years = hasNoYear(date) ? [2000] : numbersFitting(date.year, 0, 9999, fromEnd)
  const months = numbersFitting(date.month ?? 'XX', 1, 12, fromEnd)
  const days = numbersFitting(date.day ?? 'XX', 1, 31, fromEnd)
  for (const year of years) {
    for (const month of months) {
      const day = days.find((candidate) => dayExists(year, month, candidate))
      if (day !== undefined) return dayNumber(year, month, day)
    }
  }
  return null
}

function numbersFitting(mask: string, least: number, most: number, fromEnd: boolean): number[] {
  if (!mask.includes('X')) {
    const only = Number(mask)
    return only >= least && only <= most ? [only] : []
  }
  const lowest = Math.max(least, Number(mask.replaceAll('X', '0')))
  const highest = Math.min(most, Number(mask.replaceAll('X', '9')))
  const fitting: number[] = []
  for (let candidate = lowest; candidate <= highest; candidate += 1) {
    if (fits(mask, String(candidate).padStart(mask.length, '0'))) fitting.push(candidate)
  }
  return fromEnd ? fitting.toReversed() : fitting
}

function fits(mask: string, digits: string): boolean {
  for (let index = 0; index < mask.length; index += 1) {
    if (mask[index] !== 'X' && mask[index] !== digits[index]) return false
  }
  return true
}
