import { dayNumber, fromDayNumber } from '../../../../electron/domain/days.ts'

/** The days that a drawing runs over, as day numbers; `to` is later than `from`. */
export type TimeRange = { from: number; to: number }
export type Tick = { day: number; at: number; unit: 'month' | 'year' }

/** Hundredths of the drawing's length from its beginning to a day. */
export const placeOfDay = (day: number, { from, to }: TimeRange): number => ((day - from) / (to - from)) * 100

/** How far an edge fades that is approximate or doubtful, though nobody said by how many days; in hundredths. */
export const vagueFade = 3

/** First days of the months, or of the years where months would crowd, so that at most `most` of them are marked. */
export function ticksOf(range: TimeRange, most: number): Tick[] {
  const months: { day: number; month: number; year: number }[] = []
  let { year, month } = fromDayNumber(range.from)
  for (let day = dayNumber(year, month, 1); day <= range.to; day = dayNumber(year, month, 1)) {
    if (day >= range.from) months.push({ day, month, year })
    year = month === 12 ? year + 1 : year
    month = month === 12 ? 1 : month + 1
  }
  const tick = (unit: Tick['unit']) => (one: { day: number }) => ({ day: one.day, at: placeOfDay(one.day, range), unit })
  for (const step of [1, 2, 3, 6]) {
    const marked = months.filter(({ month: which }) => (which - 1) % step === 0)
    if (marked.length <= most) return marked.map(tick('month'))
  }
  const years = months.filter(({ month: which }) => which === 1)
  for (const step of [1, 2, 5, 10, 20, 50, 100]) {
    const marked = years.filter((one) => one.year % step === 0)
    if (marked.length <= most) return marked.map(tick('year'))
  }
  return []
}

/**
 * The days that the drawings of one case run over, so that they line up: from the first to the last day that anything
 * can mean, and on to today where it still lasts (`lasting`). After what is over only a little room is left. Null where
 * nothing has a day.
 */
export function rangeOf(days: readonly (number | null)[], today: number, lasting: boolean): TimeRange | null {
  const known = days.filter((day) => day !== null)
  if (known.length === 0) return null
  const from = Math.min(...known)
  const last = Math.max(...known)
  if (lasting && last <= today) return { from, to: Math.max(today, from + 1) }
  const room = Math.max(30, Math.round((last - from) * 0.12))
  return { from, to: Math.max(last, Math.min(Math.max(last, today), last + room), from + 1) }
}
