import type { LedgerRow } from '../../../../electron/contract/index.ts'
import { placeOfDay, vagueFade, type TimeRange } from '../drawing/time-axis.ts'

/** Where one stretch of the ledger is drawn, in hundredths of the bar's length; a fade runs over the days on which it may have begun or ended. */
export type Stretch = {
  entry: LedgerRow
  index: number
  start: number
  end: number
  fadeStart: number
  fadeEnd: number
  tone: 'place' | 'unknown'
  /** The row of the bar: stretches that overlap stand in lanes of their own. */
  lane: number
}

export type LedgerDrawing = { lanes: number; stretches: Stretch[] }

/** A stretch of a day must be seen too. */
const leastWidth = 0.8

/** Every day that an edge of the ledger can be; days are numbers since 1970-01-01. */
export const daysOfLedger = (ledger: readonly LedgerRow[], today: number): (number | null)[] =>
  ledger.flatMap((entry) => [entry.from.earliest, entry.from.latest, entry.to.earliest, entry.to.latest, entry.open ? today : null])

/** The drawing of a ledger over a range of days. What has no day is not drawn. Edges on approximate or doubted dates fade. */
export function drawLedger(ledger: readonly LedgerRow[], today: number, range: TimeRange): LedgerDrawing {
  const at = (day: number) => placeOfDay(day, range)
  const stretches: Stretch[] = []
  for (const [index, entry] of ledger.entries()) {
    const span = spanOf(entry, today, range.from, range.to)
    if (span === null) continue
    const start = Math.min(at(span.firstDay), 100 - leastWidth)
    const end = Math.min(100, Math.max(at(span.lastDay), start + leastWidth))
    const vague = Math.min(vagueFade, (end - start) / 2)
    const fadeStart = Math.min(end - start, Math.max(entry.about.from ? vague : 0, at(span.sureFrom) - start))
    stretches.push({
      entry,
      index,
      start,
      end,
      fadeStart,
      fadeEnd: Math.min(end - start - fadeStart, Math.max(entry.about.to ? vague : 0, end - at(span.sureTo))),
      tone: entry.kind === 'place' ? 'place' : 'unknown',
      lane: 0,
    })
  }
  return { lanes: putInLanes(stretches), stretches }
}

/** First and last day that the stretch can cover, and the days between which it surely does. */
function spanOf(
  entry: LedgerRow,
  today: number,
  from: number,
  to: number,
): { firstDay: number; lastDay: number; sureFrom: number; sureTo: number } | null {
  const { earliest, latest } = entry.from
  const end = entry.open ? { earliest: today, latest: today } : entry.to
  if (earliest === null && latest === null && end.earliest === null && end.latest === null) return null
  const firstDay = earliest ?? (latest === null ? Math.min(from, end.earliest ?? from) : Math.min(from, latest))
  const lastDay = end.latest ?? end.earliest ?? to
  const sureFrom = Math.min(latest ?? earliest ?? firstDay, lastDay)
  const sureTo = Math.max(end.earliest ?? (end.latest === null ? sureFrom : end.latest), sureFrom)
  return {
    firstDay,
    lastDay: Math.max(lastDay, firstDay),
    sureFrom: Math.max(sureFrom, firstDay),
    sureTo: Math.min(sureTo, Math.max(lastDay, firstDay)),
  }
}

/** Stretches whose sure days overlap can't share a lane; fading edges may meet. Returns how many lanes there are. */
function putInLanes(stretches: Stretch[]): number {
  const ends: number[] = []
  for (const stretch of stretches) {
    const sureStart = stretch.start + stretch.fadeStart
    const lane = ends.findIndex((end) => end <= sureStart + 0.01)
    const chosen = lane === -1 ? ends.length : lane
    stretch.lane = chosen
    ends[chosen] = Math.max(stretch.end - stretch.fadeEnd, sureStart)
  }
  return Math.max(1, ends.length)
}
