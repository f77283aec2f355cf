import type { DayNumber } from './days.ts'
import { parseEdtf, type DateBounds } from './edtf.ts'
import { endBounds, startBounds, type UncertainDate } from './uncertain-date.ts'

/** A note on where somebody was held. Without a place it says that the whereabouts were unknown. */
export type WhereaboutsNote = {
  id: string
  place: string | null
  from: UncertainDate | null
  to: UncertainDate | null
  capture: 'acknowledged' | 'denied' | 'unknown'
  locationDisclosed: 'yes' | 'no' | 'unknown'
  confidence: 'confirmed' | 'reported' | 'rumoured' | 'contradicted' | 'unknown'
}

/** A note whose edges stand on the calendar. */
export type PlacedNote = { note: WhereaboutsNote; from: DateBounds; to: DateBounds; open: boolean }

/** Puts notes in order of time; those without any day come apart, in the order given. `over`: when custody ended, null while it goes on. */
export function placeNotes(
  notes: readonly WhereaboutsNote[],
  over: DateBounds | null,
  today: DayNumber,
): { placed: PlacedNote[]; undated: WhereaboutsNote[] } {
  const withEdges = notes.map((note) => ({ note, from: startOf(note), end: endOf(note) }))
  const hasDay = ({ from, end }: (typeof withEdges)[number]): boolean =>
    from.earliest !== null || from.latest !== null || (typeof end === 'object' && (end.earliest !== null || end.latest !== null))
  const inOrder = withEdges.filter(hasDay).toSorted((a, b) => placeOf(a) - placeOf(b))
  const placed = inOrder.map(({ note, from, end }, index): PlacedNote => {
    const next = inOrder
      .slice(index + 1)
      .find((other) => other.from.earliest !== null && other.from.earliest > (from.earliest ?? -Infinity))
    if (typeof end === 'object') {
      const began = { ...from, latest: from.latest ?? end.latest }
      return { note, from: began, to: { ...end, latest: end.latest ?? latestEnd(end, next?.from ?? over, today) }, open: false }
    }
    if (end === 'not_said' && next !== undefined) return { note, from, to: next.from, open: false }
    if (over !== null) return { note, from, to: over, open: false }
    return { note, from, to: { earliest: today, latest: today }, open: true }
  })
  return { placed, undated: withEdges.filter((note) => !hasDay(note)).map(({ note }) => note) }
}

/** An end nobody knows came at the latest when the next note begins, or custody was over, or today; null where that can't be told either. */
function latestEnd(end: DateBounds, then: DateBounds | null, today: DayNumber): DayNumber | null {
  const latest = then === null ? today : then.latest
  return end.earliest === null || latest === null ? null : Math.max(latest, end.earliest)
}

function startOf(note: WhereaboutsNote): DateBounds {
  return note.from === null ? { earliest: null, latest: null } : startBounds(note.from)
}

/** When a note ends; `still` where its dates say that it goes on, `not_said` where they say nothing. */
function endOf(note: WhereaboutsNote): DateBounds | 'still' | 'not_said' {
  if (note.to !== null) return goesOn(note.to) ? 'still' : endBounds(note.to)
  if (note.from === null) return 'not_said'
  const parsed = parseEdtf(note.from.edtf)
  if (!parsed.ok || parsed.value.kind !== 'interval') return 'not_said'
  return parsed.value.to.kind === 'open' ? 'still' : endBounds(note.from)
}

function goesOn(date: UncertainDate): boolean {
  const parsed = parseEdtf(date.edtf)
  return parsed.ok && parsed.value.kind === 'interval' && parsed.value.to.kind === 'open'
}

function placeOf({ from, end }: { from: DateBounds; end: DateBounds | 'still' | 'not_said' }): DayNumber {
  const ended = typeof end === 'object' ? (end.earliest ?? end.latest) : null
  return from.earliest ?? from.latest ?? ended ?? 0
}
