import type { UncertainDateValue } from '../../../electron/contract/index.ts'
import { fromDayNumber } from '../../../electron/domain/days.ts'

/** Age in full years between two days (day numbers). */
function years(from: number, to: number): number {
  const a = fromDayNumber(from)
  const b = fromDayNumber(to)
  const before = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (before ? 1 : 0)
}

/** The ages that a birth, and a death if there was one, allow; null where an end is not known or makes no sense. */
export function ageRange(
  birth: UncertainDateValue | null,
  death: UncertainDateValue | null,
  today: number,
): { least: number; most: number } | null {
  const { earliest, latest } = birth ?? { earliest: null, latest: null }
  const end = death === null ? { earliest: today, latest: today } : death
  if (earliest === null || latest === null || end.earliest === null || end.latest === null) return null
  const least = Math.max(0, years(latest, end.earliest))
  const most = years(earliest, end.latest)
  return most < least || most > 125 ? null : { least, most }
}
