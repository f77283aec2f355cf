import { dayNumber, dayOfIso, fromDayNumber } from '../../domain/days.ts'

/** The day number of the reader's day, else of this computer's own calendar day. */
export function todayOf(iso: string | undefined, now = new Date()): number {
  return (iso === undefined ? null : dayOfIso(iso)) ?? dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** The moment at which a day begins by this computer's clock and time zone. UTC milliseconds. */
export function startOfDay(day: number): number {
  const { year, month, day: ofMonth } = fromDayNumber(day)
  return new Date(year, month - 1, ofMonth).getTime()
}
