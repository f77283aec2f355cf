import { fromDayNumber, isoOfDay, weekdayOf, type DayNumber } from './days.ts'
import { notUnderstood, pieceOf, type PieceReading } from './typed-date-piece.ts'
import type { DateWords } from './typed-date-words.ts'

/** Reads words that lean on today ("yesterday", "hace 3 días", "last month") and mean one day, month or year. */
export function readRelative(text: string, words: DateWords, today: DayNumber): PieceReading {
  const { relative } = words
  if (relative.today.test(text)) return dayPiece(today)
  if (relative.yesterday.test(text)) return dayPiece(today - 1)
  if (relative.dayBeforeYesterday.test(text)) return dayPiece(today - 2)
  const { year, month } = fromDayNumber(today)
  if (relative.thisYear.test(text)) return pieceOf({ year }, 'relative')
  if (relative.lastYear.test(text)) return pieceOf({ year: year - 1 }, 'relative')
  if (relative.thisMonth.test(text)) return pieceOf({ year, month }, 'relative')
  if (relative.lastMonth.test(text)) return pieceOf(monthsBefore(year, month, 1), 'relative')
  const weekday = relative.lastWeekday.exec(text)
  if (weekday !== null) return lastWeekday(words.weekdays.get(weekday[1] ?? weekday[2] ?? ''), today)
  const ago = relative.ago.exec(text)
  if (ago !== null) return readAgo(ago, words, today, false)
  const roughlyAgo = relative.agoApproximate.exec(text)
  if (roughlyAgo !== null) return readAgo(roughlyAgo, words, today, true)
  return notUnderstood
}

/**
 * Reads words that lean on today and leave several days open, as a one-of set: last night may be either day, "Tuesday" said
 * on a Tuesday may be today or a week ago, last week is any of its seven days (Monday first). Null for other words.
 */
export function readRelativeSet(text: string, words: DateWords, today: DayNumber): string | null {
  const { relative } = words
  const range = (from: DayNumber, to: DayNumber): string => `[${isoOfDay(from)}..${isoOfDay(to)}]`
  if (relative.lastNight.test(text)) return range(today - 1, today)
  const monday = today - ((weekdayOf(today) + 6) % 7)
  if (relative.lastWeek.test(text)) return range(monday - 7, monday - 1)
  if (relative.thisWeek.test(text)) return range(monday, monday + 6)
  const weekday = words.weekdays.get(text.split(' ').findLast((word) => !words.fillers.has(word)) ?? '')
  const onlyWeekday = text.split(' ').filter((word) => !words.fillers.has(word)).length === 1
  if (weekday === undefined || !onlyWeekday) return null
  const daysSince = (weekdayOf(today) - weekday + 7) % 7
  return daysSince === 0 ? `[${isoOfDay(today - 7)},${isoOfDay(today)}]` : isoOfDay(today - daysSince)
}

function lastWeekday(weekday: number | undefined, today: DayNumber): PieceReading {
  if (weekday === undefined) return notUnderstood
  const daysSince = (weekdayOf(today) - weekday + 7) % 7
  return dayPiece(today - (daysSince === 0 ? 7 : daysSince))
}

/** Days are taken as said; weeks, months and years ago are round words, so they get `~` and no more precision than the unit. */
function readAgo(match: RegExpExecArray, words: DateWords, today: DayNumber, roughly: boolean): PieceReading {
  const countText = match[1] ?? ''
  const named = /^\d{1,4}$/.test(countText) ? Number(countText) : words.numbers.get(countText)
  const count = countText === '' && words.duals?.has(match[2] ?? '') === true ? 2 : named
  const unit = words.units.get(match[2] ?? '') ?? words.duals?.get(match[2] ?? '')
  if (count === undefined || unit === undefined) return notUnderstood
  const { year, month } = fromDayNumber(today)
  if (unit === 'day') return dayPiece(today - count, roughly)
  if (unit === 'week') return dayPiece(today - count * 7, true)
  if (unit === 'month') return pieceOf({ ...monthsBefore(year, month, count), approximate: true }, 'relative')
  return year - count < 1 ? notUnderstood : pieceOf({ year: year - count, approximate: true }, 'relative')
}

function monthsBefore(year: number, month: number, count: number): { year: number; month: number } {
  const months = year * 12 + (month - 1) - count
  return { year: Math.floor(months / 12), month: (months % 12) + 1 }
}

function dayPiece(day: DayNumber, approximate = false): PieceReading {
  return pieceOf({ ...fromDayNumber(day), approximate }, 'relative')
}
