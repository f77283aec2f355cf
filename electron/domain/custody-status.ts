import type { DateBounds } from './edtf.ts'
import { startBounds, type UncertainDate } from './uncertain-date.ts'
import type { DayNumber } from './days.ts'

/**
 * Where a custody status leaves the person. `held`: in custody at a place that is or can be known. `unknown`: taken and not
 * seen since, or nobody knows. `free`: out of custody. `ended`: custody ended without release (escape, death).
 */
export type CustodyGroup = 'held' | 'unknown' | 'free' | 'ended'

/** The custody statuses in the order in which a case usually runs through them, each in exactly one group. */
export const custodyStatuses = [
  { code: 'arrested_whereabouts_unknown', group: 'unknown' },
  { code: 'forcibly_disappeared', group: 'unknown' },
  { code: 'held_before_charge', group: 'held' },
  { code: 'on_remand', group: 'held' },
  { code: 'on_trial', group: 'held' },
  { code: 'serving_sentence', group: 'held' },
  { code: 'house_arrest', group: 'held' },
  { code: 'released_without_charge', group: 'free' },
  { code: 'released_charges_pending', group: 'free' },
  { code: 'released_on_conditions', group: 'free' },
  { code: 'acquitted', group: 'free' },
  { code: 'sentence_served', group: 'free' },
  { code: 'pardoned_or_amnestied', group: 'free' },
  { code: 'exchanged_or_exiled', group: 'free' },
  { code: 'escaped_or_fugitive', group: 'ended' },
  { code: 'died_in_custody', group: 'ended' },
  { code: 'unknown', group: 'unknown' },
] as const satisfies readonly { code: string; group: CustodyGroup }[]

export type CustodyStatusCode = (typeof custodyStatuses)[number]['code']

const groups: ReadonlyMap<string, CustodyGroup> = new Map(custodyStatuses.map(({ code, group }) => [code, group]))

/** The group of a status code. A code that this version does not know is `unknown`: nothing is claimed about the person. */
export function custodyGroupOf(code: string): CustodyGroup {
  return groups.get(code) ?? 'unknown'
}

/** One entry of a case file's custody history. */
export type StatusRecord = { id: string; status: string; since: UncertainDate | null }

/**
 * The status that holds now, out of a history in recorded order (oldest record first); null for an empty one.
 * A status gives way only to one that certainly began later. Among those that can't be told apart by date – they overlap,
 * or have no date – the one recorded last holds.
 */
export function currentStatus<Record extends StatusRecord>(history: readonly Record[]): Record | null {
  const starts = history.map(startOf)
  const lastStart = starts.map((start) => start.earliest ?? -Infinity).reduce((a, b) => Math.max(a, b), -Infinity)
  return history.findLast((_, index) => (starts[index]?.latest ?? Infinity) >= lastStart) ?? null
}

/** The history in the order in which it happened, as far as dates and recorded order tell; see `currentStatus`. */
export function statusesInOrder<Record extends StatusRecord>(history: readonly Record[]): Record[] {
  const ordered: Record[] = []
  let rest = [...history]
  for (let last = currentStatus(rest); last !== null; last = currentStatus(rest)) {
    ordered.unshift(last)
    const taken = last
    rest = rest.filter((record) => record !== taken)
  }
  return ordered
}

/**
 * What held on a day: `status` is the last that had certainly begun by then (null before the first), `couldBe` are those
 * that may have taken over by then, since their dates leave it open. Certain only where there are none of these.
 */
export type CustodyAsOf<Record extends StatusRecord> = { status: Record | null; couldBe: readonly Record[]; certain: boolean }

/** The custody of a day, for figures "as of"; the history in recorded order. */
export function custodyAsOf<Record extends StatusRecord>(history: readonly Record[], day: DayNumber): CustodyAsOf<Record> {
  const begun = history.filter((record) => (startOf(record).latest ?? Infinity) <= day)
  const status = currentStatus(begun)
  const couldBe = history.filter((record) => {
    const { earliest, latest } = startOf(record)
    if ((latest ?? Infinity) <= day || (earliest ?? -Infinity) > day) return false
    return status === null || currentStatus(history.filter((other) => other === record || other === status)) === record
  })
  return { status, couldBe, certain: couldBe.length === 0 }
}

function startOf(record: StatusRecord): DateBounds {
  return record.since === null ? { earliest: null, latest: null } : startBounds(record.since)
}
