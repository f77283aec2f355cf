import { custodyEnd, type StatusRecord } from './custody.ts'
import type { DayNumber } from './days.ts'
import type { DateBounds } from './edtf.ts'
import { placeNotes, type PlacedNote, type WhereaboutsNote } from './whereabouts-notes.ts'
import { endBounds, isDoubted, startBounds, type UncertainDate } from './uncertain-date.ts'

export type { WhereaboutsNote } from './whereabouts-notes.ts'

/**
 * One stretch of the ledger, in order of time. `gap`: no confirmed whereabouts, told by no note. `unknown_place`: a note that
 * itself says so. `undated`: a note that can't be placed, listed after all others. `from` and `to` are the first and last
 * day each edge can be (equal where certain, null where open). `days`, first day not counted, is null where it can't be told.
 */
export type LedgerEntry = {
  kind: 'place' | 'unknown_place' | 'gap' | 'undated'
  noteId: string | null
  place: string | null
  from: DateBounds
  to: DateBounds
  /** Whether an edge rests on a date that is approximate or doubted, which its bounds don't show. */
  about: { from: boolean; to: boolean }
  /** Still so today. */
  open: boolean
  days: { least: number; most: number } | null
  /** The authorities denied holding the person. */
  denied: boolean
  confidence: WhereaboutsNote['confidence'] | null
  /** Ids of notes that put the person elsewhere on the same certain days. */
  contradicts: string[]
}

/**
 * The ledger of a case file's whereabouts notes: where the person is said to have been, and how long nobody could say.
 * A note without an end lasts until the next note begins, else until the release, else until today. Custody that goes on,
 * or of which nobody knows whether it does, runs to today.
 */
export function ledgerOf({
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
}): LedgerEntry[] {
  const end = custodyEnd(statuses)
  const over: DateBounds | null = end.kind !== 'over' ? null : end.at === null ? nowhere : startBounds(end.at)
  const { placed, undated } = placeNotes(notes, over, today)
  const entries: LedgerEntry[] = []
  // The first day not covered yet is counted from the arrest, whose own place is known.
  let reached: DateBounds | null = arrest === null ? null : startBounds(arrest)
  let afterArrest = true
  for (const note of placed) {
    const gap = reached === null ? null : gapBetween(reached, note.from, afterArrest)
    if (gap !== null) entries.push(gap)
    entries.push(entryOf(note, placed))
    reached = furthest(afterArrest ? null : reached, note.to)
    afterArrest = false
  }
  const anyOpen = placed.some((note) => note.open)
  if (reached !== null && !anyOpen) {
    const gap = over === null ? gapUntilToday(reached, today, afterArrest) : gapBetween(reached, over, afterArrest)
    if (gap !== null) entries.push(gap)
  }
  const doubted = [arrest, ...statuses.map(({ since }) => since), ...notes.flatMap(({ from, to }) => [from, to])]
    .filter((date) => date !== null)
    .filter(isDoubted)
  return [...entries.map((entry) => ({ ...entry, about: doubtOf(entry, doubted) })), ...undated.map(undatedEntry)]
}

/** An edge is in doubt where a doubted date gives its days; a gap begins and ends a day beside the date that bounds it. */
function doubtOf(entry: LedgerEntry, doubted: readonly UncertainDate[]): LedgerEntry['about'] {
  if (doubted.length === 0) return certain
  const edges = doubted.flatMap((date) => [startBounds(date), endBounds(date)])
  const rests = (edge: DateBounds): boolean =>
    edges.some(({ earliest, latest }) =>
      [-1, 0, 1].some(
        (shift) => earliest !== null && latest !== null && edge.earliest === earliest + shift && edge.latest === latest + shift,
      ),
    )
  return { from: rests(entry.from), to: !entry.open && rests(entry.to) }
}

const certain = { from: false, to: false }

const nowhere: DateBounds = { earliest: null, latest: null }

function entryOf(placed: PlacedNote, all: readonly PlacedNote[]): LedgerEntry {
  const { note, from, to, open } = placed
  return {
    kind: note.place === null ? 'unknown_place' : 'place',
    noteId: note.id,
    place: note.place,
    from,
    to,
    about: certain,
    open,
    days: daysOf(from, to, 0),
    denied: note.capture === 'denied',
    confidence: note.confidence,
    contradicts: all.filter((other) => contradict(placed, other)).map((other) => other.note.id),
  }
}

function undatedEntry(note: WhereaboutsNote): LedgerEntry {
  return {
    kind: 'undated',
    noteId: note.id,
    place: note.place,
    from: nowhere,
    to: nowhere,
    about: certain,
    open: false,
    days: null,
    denied: note.capture === 'denied',
    confidence: note.confidence,
    contradicts: [],
  }
}

/** Two places on the same certain days. A day shared at the edge is a transfer, not a contradiction. */
function contradict(a: PlacedNote, b: PlacedNote): boolean {
  if (a === b || a.note.place === null || b.note.place === null) return false
  const [startA, endA, startB, endB] = [a.from.latest, a.to.earliest, b.from.latest, b.to.earliest]
  if (startA === null || endA === null || startB === null || endB === null) return false
  const meet = startA < endB && startB < endA && startA <= endA && startB <= endB
  return meet && !samePlace(a.note.place, b.note.place)
}

function samePlace(a: string, b: string): boolean {
  const plain = (place: string): string => place.normalize('NFKC').trim().toLowerCase()
  return plain(a) === plain(b)
}

/** The days between two known whereabouts; null where there are none, or where the two dates meet as they were said. */
function gapBetween(before: DateBounds, after: DateBounds, fromArrest: boolean): LedgerEntry | null {
  const days = daysOf(before, after, 1)
  if (days === null) {
    // How long can't be told; that days went by may be certain all the same.
    const certain = before.latest !== null && after.earliest !== null && after.earliest - before.latest > 1
    const neverSaid = before.latest !== null && after.earliest === null && after.latest === null
    return certain || neverSaid ? gapEntry(before, after, null, fromArrest) : null
  }
  const meet =
    (before.earliest === after.earliest && before.latest === after.latest) ||
    (before.latest !== null && after.earliest !== null && after.earliest === before.latest + 1)
  return days.most < 1 || (days.least === 0 && meet) ? null : gapEntry(before, after, days, fromArrest)
}

function gapUntilToday(before: DateBounds, today: DayNumber, fromArrest: boolean): LedgerEntry | null {
  if (before.earliest === null && before.latest === null) return null
  const days = daysOf(before, { earliest: today, latest: today }, 0)
  if (days !== null && days.most < 1) return null
  return { ...gapEntry(before, { earliest: today + 1, latest: today + 1 }, days, fromArrest), open: true }
}

function gapEntry(before: DateBounds, after: DateBounds, days: LedgerEntry['days'], fromArrest: boolean): LedgerEntry {
  return {
    kind: 'gap',
    noteId: null,
    place: null,
    from: fromArrest ? before : shifted(before, 1),
    to: shifted(after, -1),
    about: certain,
    open: false,
    days,
    denied: false,
    confidence: null,
    contradicts: [],
  }
}

/** Days from one edge to another, less `excluded` at the far edge; null where an edge is open. */
function daysOf(from: DateBounds, to: DateBounds, excluded: 0 | 1): { least: number; most: number } | null {
  if (from.earliest === null || from.latest === null || to.earliest === null || to.latest === null) return null
  const least = Math.max(0, to.earliest - from.latest - excluded)
  return { least, most: Math.max(least, to.latest - from.earliest - excluded) }
}

function furthest(a: DateBounds | null, b: DateBounds): DateBounds {
  if (a === null) return b
  const later = (x: DayNumber | null, y: DayNumber | null): DayNumber | null => (x === null || y === null ? (x ?? y) : Math.max(x, y))
  return { earliest: later(a.earliest, b.earliest), latest: later(a.latest, b.latest) }
}

function shifted(bounds: DateBounds, days: number): DateBounds {
  return {
    earliest: bounds.earliest === null ? null : bounds.earliest + days,
    latest: bounds.latest === null ? null : bounds.latest + days,
  }
}
