import { dayNumber } from '../../../electron/domain/days.ts'

/** Today where the reader is, as a day number: every rule is given it, none asks a clock. */
export function todayNumber(): number {
  const now = new Date()
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
