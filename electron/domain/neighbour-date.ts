import { fromDayNumber } from './days.ts'
import { boundsOfDate, hasNoYear, type EdtfDate } from './edtf-date.ts'

/**
 * The date just before, as sharp as the one given: the day, month or year before. Where digits are unknown, the day before
 * the first that it can mean. Doubt goes along. Null without a year.
 */
export function previousDate(date: EdtfDate): EdtfDate | null {
  return neighbour(date, -1)
}

/** The date just after; see `previousDate`. */
export function nextDate(date: EdtfDate): EdtfDate | null {
  return neighbour(date, 1)
}

function neighbour(date: EdtfDate, step: -1 | 1): EdtfDate | null {
  if (hasNoYear(date)) return null
  const { earliest, latest } = boundsOfDate(date)
  const edge = step === -1 ? earliest : latest
  if (edge === null) return null
  const { year, month, day } = fromDayNumber(edge + step)
  if (year < 0 || year > 9999) return null
  const wholeYear = date.month === null && !date.year.includes('X')
  const wholeMonth = date.day === null && date.month !== null && !(date.year + date.month).includes('X')
  return {
    ...date,
    year: String(year).padStart(4, '0'),
    month: wholeYear ? null : String(month).padStart(2, '0'),
    day: wholeYear || wholeMonth ? null : String(day).padStart(2, '0'),
  }
}

/** Whether a date names one whole day, month or year, so that its neighbour's neighbour is itself. */
export function isWhole(date: EdtfDate): boolean {
  return ![date.year, date.month, date.day].some((part) => part?.includes('X'))
}
