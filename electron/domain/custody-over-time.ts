import { custodyGroupOf, statusesInOrder, type CustodyGroup, type StatusRecord } from './custody-status.ts'
import type { DayNumber } from './days.ts'
import { startBounds, type UncertainDate } from './uncertain-date.ts'

/** Days from `from` until before `to`; null where it is open. */
export type DaySpan = { from: DayNumber | null; to: DayNumber | null }

/** On any reading of the dates (`least`), and on some reading (`most`). In order of time, none touching the next. */
export type UncertainSpans = { least: DaySpan[]; most: DaySpan[] }

/** When somebody was held, and when their whereabouts were unknown. `undated`: in custody now, and nobody dated any of it. */
export type CustodyDays = { held: UncertainSpans; unknown: UncertainSpans; undated: boolean }

/** A status with the day by which it had begun, because it was recorded then; null where that is not known. */
export type RecordedStatus = StatusRecord & { recorded: DayNumber | null }

type Event = { group: CustodyGroup; earliest: number; latest: number; inTurn: boolean; dated: boolean }

const nothing: UncertainSpans = { least: [], most: [] }

/**
 * The days in custody of one case file. A reading of its dates gives each of them one day of those it can mean; the
 * status of a day is the one that began last by then. The arrest comes before every status, and a status without a date
 * between those recorded before and after it. `statuses` are in recorded order.
 */
export function custodyDays({ arrest, statuses }: { arrest: UncertainDate | null; statuses: readonly RecordedStatus[] }): CustodyDays {
  const events = eventsOf(arrest, statuses)
  if (events.every(({ dated }) => !dated)) {
    const now = statusesInOrder(statuses).at(-1)
    const group = now === undefined ? 'unknown' : custodyGroupOf(now.status)
    return { held: nothing, unknown: nothing, undated: group === 'held' || group === 'unknown' }
  }
  const hasArrest = arrest !== null
  const turns = [...new Set(events.flatMap(({ earliest, latest }) => [earliest, earliest + 1, latest, latest + 1]))].toSorted(
    (a, b) => a - b,
  )
  const days = [-Infinity, ...turns.filter(Number.isFinite)].map((day) => ({ day, ...possibleOn(day, events, hasArrest) }))
  const spansOf = (isSo: (on: (typeof days)[number]) => boolean): DaySpan[] => {
    const spans: DaySpan[] = []
    let from: number | undefined
    for (const on of days) {
      if (isSo(on)) from ??= on.day
      else if (from !== undefined) {
        spans.push({ from: finite(from), to: on.day })
        from = undefined
      }
    }
    return from === undefined ? spans : [...spans, { from: finite(from), to: null }]
  }
  const ofGroup = (group: CustodyGroup): UncertainSpans => ({
    least: spansOf(({ groups, none }) => !none && groups.size === 1 && groups.has(group)),
    most: spansOf(({ groups }) => groups.has(group)),
  })
  return { held: ofGroup('held'), unknown: ofGroup('unknown'), undated: false }
}

const finite = (day: number): number | null => (Number.isFinite(day) ? day : null)

function eventsOf(arrest: UncertainDate | null, statuses: readonly RecordedStatus[]): Event[] {
  const events: Event[] = []
  const first = statusesInOrder(statuses).at(0)
  const began = first === undefined ? 'unknown' : custodyGroupOf(first.status)
  const taken = arrest === null ? null : startBounds(arrest)
  if (taken !== null)
    events.push({
      // Who is known only as released was in custody before.
      group: began === 'held' || began === 'unknown' ? began : 'held',
      earliest: taken.earliest ?? -Infinity,
      latest: taken.latest ?? Infinity,
      inTurn: false,
      dated: taken.earliest !== null || taken.latest !== null,
    })
  for (const { status, since, recorded } of statuses) {
    const bounds = since === null ? { earliest: null, latest: null } : startBounds(since)
    const dated = bounds.earliest !== null || bounds.latest !== null
    const said = bounds.earliest ?? -Infinity
    // What was written down had happened by then, unless it speaks of a day to come.
    const cap = recorded === null || recorded < said ? Infinity : recorded
    const latest = Math.min(bounds.latest ?? Infinity, cap)
    const before = dated ? events.slice(0, taken === null ? 0 : 1) : events
    // Dates that contradict each other say nothing of one another.
    const least = before.map(({ earliest }) => earliest).filter((earliest) => earliest <= latest)
    events.push({ group: custodyGroupOf(status), earliest: Math.max(said, ...least), latest, inTurn: !dated, dated })
  }
  // Nor does a status without a date begin after one that was recorded later.
  return events.map((event, index) => {
    const after = event.inTurn ? events.slice(index + 1).map(({ latest }) => latest) : []
    return { ...event, latest: Math.min(event.latest, ...after.filter((latest) => latest >= event.earliest)) }
  })
}

/** The groups of the statuses that may hold on a day, and whether custody may not have begun by then. */
function possibleOn(day: number, events: readonly Event[], hasArrest: boolean): { groups: ReadonlySet<CustodyGroup>; none: boolean } {
  const groups = new Set<CustodyGroup>()
  for (const [index, event] of events.entries()) {
    if (event.earliest > day) continue
    const at = Math.min(day, event.latest)
    const isLast = events.every((other, place) => {
      if (place === index || other.latest > day) return true
      const follows = place > index && ((hasArrest && index === 0) || other.inTurn || event.inTurn)
      if (follows && other.latest >= event.earliest) return false
      return other.earliest < at || (other.earliest === at && place < index)
    })
    if (isLast) groups.add(event.group)
  }
  const beginning = hasArrest ? events.slice(0, 1) : events
  return { groups, none: beginning.every(({ latest }) => latest > day) }
}

/** The days of one person out of all their case files: each day once, and known custody before whereabouts unknown. */
export function custodyDaysOfPerson(files: readonly CustodyDays[]): CustodyDays {
  const together = (pick: (file: CustodyDays) => DaySpan[]): DaySpan[] => union(files.flatMap(pick))
  const held = { least: together((file) => file.held.least), most: together((file) => file.held.most) }
  return {
    held,
    unknown: {
      least: without(
        together((file) => file.unknown.least),
        held.most,
      ),
      most: without(
        together((file) => file.unknown.most),
        held.least,
      ),
    },
    undated: files.some(({ undated }) => undated) && files.every((file) => file.held.most.length + file.unknown.most.length === 0),
  }
}

const startOf = ({ from }: DaySpan): number => from ?? -Infinity
const endOf = ({ to }: DaySpan): number => to ?? Infinity

function union(spans: readonly DaySpan[]): DaySpan[] {
  const merged: DaySpan[] = []
  for (const span of spans.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0))) {
    const last = merged.at(-1)
    if (last === undefined || startOf(span) > endOf(last)) merged.push({ ...span })
    else if (endOf(span) > endOf(last)) last.to = span.to
  }
  return merged
}

function without(spans: readonly DaySpan[], taken: readonly DaySpan[]): DaySpan[] {
  return taken.reduce<DaySpan[]>(
    (left, away) =>
      left.flatMap((span): DaySpan[] => {
        if (endOf(away) <= startOf(span) || startOf(away) >= endOf(span)) return [span]
        const before = startOf(away) > startOf(span) ? [{ from: span.from, to: away.from }] : []
        const after = endOf(away) < endOf(span) ? [{ from: away.to, to: span.to }] : []
        return [...before, ...after]
      }),
    [...spans],
  )
}
