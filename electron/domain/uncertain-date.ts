import { boundsOf, certaintyOf, parseEdtf, type DateBounds } from './edtf.ts'
import type { DayNumber } from './days.ts'

/** A date about the world as the rules take it: EDTF text and the first and last day it can mean (null where open or unknown). */
export type UncertainDate = { edtf: string; earliest: DayNumber | null; latest: DayNumber | null }

/** Makes an uncertain date out of EDTF text; text that is not EDTF has no bounds. */
export function uncertainDate(edtf: string): UncertainDate {
  return { edtf, ...boundsOf(edtf) }
}

/**
 * Orders by date for a chronology, for `Array.sort` (which is stable): by first possible day, or by the last where only
 * that is known; the narrower date first on a tie; what has no day at all last.
 */
export function compareByDate(a: UncertainDate | null, b: UncertainDate | null): number {
  const byStart = compareNumbers(placeOf(a), placeOf(b))
  return byStart === 0 ? compareNumbers(a?.latest ?? Infinity, b?.latest ?? Infinity) : byStart
}

function placeOf(date: UncertainDate | null): number {
  return date?.earliest ?? date?.latest ?? Infinity
}

/** Infinity minus infinity is not a number, so the difference can't be the answer. */
function compareNumbers(a: number, b: number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** First and last day on which what the date speaks of can have begun: of an interval, those of its first end. */
export function startBounds(date: UncertainDate): DateBounds {
  const parsed = parseEdtf(date.edtf)
  if (!parsed.ok || parsed.value.kind !== 'interval') return { earliest: date.earliest, latest: date.latest }
  return parsed.value.from.kind === 'date' ? boundsOf(parsed.value.from) : { earliest: null, latest: boundsOf(parsed.value).latest }
}

/** First and last day on which it can have ended: of an interval, those of its second end (nulls where it still goes on). */
export function endBounds(date: UncertainDate): DateBounds {
  const parsed = parseEdtf(date.edtf)
  if (!parsed.ok || parsed.value.kind !== 'interval') return { earliest: date.earliest, latest: date.latest }
  return parsed.value.to.kind === 'date' ? boundsOf(parsed.value.to) : { earliest: boundsOf(parsed.value).earliest, latest: null }
}

/** Whether a date is approximate or doubted (`~`, `?`, `%`): its bounds are then no sharper a claim than its words. */
export function isDoubted(date: UncertainDate | null): boolean {
  if (date === null) return false
  const parsed = parseEdtf(date.edtf)
  if (!parsed.ok) return false
  const { uncertain, approximate } = certaintyOf(parsed.value)
  return uncertain || approximate
}
