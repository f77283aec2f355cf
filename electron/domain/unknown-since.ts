import { currentStatus, custodyGroupOf, type StatusRecord } from './custody-status.ts'
import type { DayNumber } from './days.ts'
import type { DateBounds } from './edtf.ts'
import { isDoubted, startBounds, type UncertainDate } from './uncertain-date.ts'
import { ledgerOf, type LedgerEntry, type WhereaboutsNote } from './whereabouts.ts'

/** Since when nobody can say where somebody is: the last day that is known. `about` where it rests on a doubted date. */
export type UnknownSince = { lastKnown: DateBounds; about: boolean }

const nowhere: DateBounds = { earliest: null, latest: null }

/**
 * Whether a person's whereabouts are unknown, and since when; null where they are known or the person is out of custody.
 * Unknown: the status says so, or the ledger's last stretch, still open, is a gap or a place that nobody could name.
 */
export function unknownSince({
  notes,
  arrest,
  statuses,
  today,
}: {
  notes: readonly WhereaboutsNote[]
  arrest: UncertainDate | null
  /** In recorded order. */
  statuses: readonly StatusRecord[]
  today: DayNumber
}): UnknownSince | null {
  const status = currentStatus(statuses)
  const group = status === null ? 'unknown' : custodyGroupOf(status.status)
  if (group === 'free' || group === 'ended') return null
  const placed = ledgerOf({ notes, arrest, statuses, today }).filter(({ kind }) => kind !== 'undated')
  const stretch = lastUnknown(placed)
  if (stretch !== undefined) {
    const first = placed.indexOf(stretch) === 0 || stretch.kind === 'unknown_place'
    // A gap after a place begins the day after the last one that is known.
    return { lastKnown: first ? stretch.from : dayBefore(stretch.from), about: stretch.about.from }
  }
  if (group !== 'unknown') return null
  const since = status?.since ?? null
  return { lastKnown: since === null ? nowhere : startBounds(since), about: isDoubted(since) }
}

/** The first of the unknown stretches that follow one another to this day; undefined where the last one is known. */
function lastUnknown(placed: readonly LedgerEntry[]): LedgerEntry | undefined {
  const isUnknown = ({ kind }: LedgerEntry): boolean => kind === 'gap' || kind === 'unknown_place'
  // A place may go on beside a note that could name none.
  if (!placed.some((entry) => entry.open) || placed.some((entry) => entry.open && !isUnknown(entry))) return undefined
  return placed.slice(placed.findLastIndex((entry) => !isUnknown(entry)) + 1).at(0)
}

const dayBefore = ({ earliest, latest }: DateBounds): DateBounds => ({
  earliest: earliest === null ? null : earliest - 1,
  latest: latest === null ? null : latest - 1,
})
