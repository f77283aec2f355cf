import { custodyGroupOf, statusesInOrder, type StatusRecord } from './custody-status.ts'
import type { DayNumber } from './days.ts'
import type { DateBounds } from './edtf.ts'
import { isDoubted, startBounds, type UncertainDate } from './uncertain-date.ts'

/** Why days in custody can't be counted. */
export type DaysHeldUnknown =
  | 'no_arrest_date'
  | 'arrest_year_not_given'
  | 'arrest_start_open'
  | 'no_status'
  | 'status_unknown'
  | 'no_release_date'
  | 'release_year_not_given'
  | 'dates_contradict'

/** Days in custody; `until` says what the count runs to. Least and most are the same where every date is a whole day; `about` where one is approximate or doubted. */
export type DaysHeld =
  | { kind: 'range'; least: number; most: number; about: boolean; until: 'today' | 'release' | 'end' }
  | { kind: 'not_known'; why: DaysHeldUnknown }

/** How custody stands at the end of a history: going on, over since a date (null: not known when), or not known at all. */
export type CustodyEnd =
  | { kind: 'going_on' }
  | { kind: 'over'; at: UncertainDate | null; until: 'release' | 'end' }
  | { kind: 'not_known'; why: 'no_status' | 'status_unknown' }

/** How custody stands; of several statuses of freedom in a row ("released", later "acquitted") the first is the release. */
export function custodyEnd(statuses: readonly StatusRecord[]): CustodyEnd {
  const last = stretchesOf(statuses).at(-1)
  if (last === undefined) return { kind: 'not_known', why: 'no_status' }
  if (last.over !== null) return { kind: 'over', at: last.over.since, until: endingOf(last.over) }
  return last.statusUnknown ? { kind: 'not_known', why: 'status_unknown' } : { kind: 'going_on' }
}

/**
 * Days in custody from the arrest to today or to the release, the first day not counted, as a range where dates are ranges.
 * Time out of custody between a release and a new arrest in the same file is left out. Nothing is claimed where the arrest
 * has no year, where no custody status is recorded, or where the last one is "unknown".
 */
export function daysHeld({
  arrest,
  statuses,
  today,
}: {
  arrest: UncertainDate | null
  /** In recorded order. */
  statuses: readonly StatusRecord[]
  today: DayNumber
}): DaysHeld {
  if (arrest === null) return notKnown('no_arrest_date')
  const start = startBounds(arrest)
  if (start.earliest === null) return notKnown(start.latest === null ? 'arrest_year_not_given' : 'arrest_start_open')
  const end = custodyEnd(statuses)
  if (end.kind === 'not_known') return notKnown(end.why)
  let [least, most] = [0, 0]
  let about = isDoubted(arrest)
  for (const [index, stretch] of stretchesOf(statuses).entries()) {
    const from = index === 0 ? start : boundsOfRecord(stretch.first)
    const to = stretch.over === null ? { earliest: today, latest: today } : boundsOfRecord(stretch.over)
    const days = daysBetween(from, to, today)
    // A date is there, and it is its year that nobody gave: that is what to ask for.
    if (days.kind === 'not_known')
      return days.why === 'no_release_date' && stretch.over?.since?.edtf.startsWith('XXXX') === true
        ? notKnown('release_year_not_given')
        : days
    least += days.least
    most += days.most
    about ||= (index > 0 && isDoubted(stretch.first.since)) || isDoubted(stretch.over?.since ?? null)
  }
  return { kind: 'range', least, most, about, until: end.kind === 'over' ? end.until : 'today' }
}

type Stretch = { first: StatusRecord; over: StatusRecord | null; statusUnknown: boolean }

/** Takes a history apart into stretches of custody, each with the status that ended it. */
function stretchesOf(statuses: readonly StatusRecord[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const record of statusesInOrder(statuses)) {
    const group = custodyGroupOf(record.status)
    const last = stretches.at(-1)
    const isOver = group === 'free' || group === 'ended'
    const isUnclear = group === 'unknown' && record.status !== 'arrested_whereabouts_unknown' && record.status !== 'forcibly_disappeared'
    if (last === undefined) stretches.push({ first: record, over: isOver ? record : null, statusUnknown: isUnclear })
    else if (last.over === null) Object.assign(last, { over: isOver ? record : null, statusUnknown: isUnclear })
    else if (!isOver) stretches.push({ first: record, over: null, statusUnknown: isUnclear })
  }
  return stretches
}

function daysBetween(from: DateBounds, to: DateBounds, today: DayNumber): DaysHeld {
  if (from.earliest === null) return notKnown('dates_contradict')
  if (to.earliest === null && to.latest === null) return notKnown('no_release_date')
  const last = Math.min(to.latest ?? today, today)
  const first = to.earliest ?? from.earliest
  if (last < from.earliest) return notKnown('dates_contradict')
  return { kind: 'range', least: Math.max(0, first - (from.latest ?? last)), most: last - from.earliest, about: false, until: 'today' }
}

function boundsOfRecord(record: StatusRecord): DateBounds {
  return record.since === null ? { earliest: null, latest: null } : startBounds(record.since)
}

function endingOf(record: StatusRecord): 'release' | 'end' {
  return custodyGroupOf(record.status) === 'ended' ? 'end' : 'release'
}

function notKnown(why: DaysHeldUnknown): { kind: 'not_known'; why: DaysHeldUnknown } {
  return { kind: 'not_known', why }
}
