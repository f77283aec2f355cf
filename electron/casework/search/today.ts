import { dayNumber, dayOfIso } from '../../domain/days.ts'

/** The day number of the reader's day, else of this computer's own calendar day. */
export function todayOf(iso: string | undefined, now = new Date()): number {
  return (iso === undefined ? null : dayOfIso(iso)) ?? dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
