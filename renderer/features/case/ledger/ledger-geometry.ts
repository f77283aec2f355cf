import type { LedgerRow } from '../../../../electron/contract/index.ts'

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

export type Tick = { at: number; day: number; unit: 'month' | 'year' }
export type LedgerDrawing = { from: number; to: number; lanes: number; stretches: Stretch[]; ticks: Tick[]; today: number | null }

/** A stretch of a day must be seen too. */
const leastWidth = 0.8

/** How far an edge fades that is approximate or doubtful, though nobody said by how many days. */
const vagueFade = 3

/** The drawing of a ledger; null where nothing in it has a day. Days are numbers since 1970-01-01; `vague` says which edges are doubted. */
export function drawLedger(
  ledger: readonly LedgerRow[],
  today: number,
  vague: (entry: LedgerRow) => { start: boolean; end: boolean },
  monthStarts: (from: number, to: number) => readonly { day: number; month: number }[],
): LedgerDrawing | null {
  const days = ledger
    .flatMap((entry) => [entry.from.earliest, entry.from.latest, entry.to.earliest, entry.to.latest, entry.open ? today : null])
    .filter((day) => day !== null)
  if (days.length === 0) return null
  const from = Math.min(...days)
  const to = Math.max(...days, from + 1)
  const at = (day: number) => ((day - from) / (to - from)) * 100
  const stretches: Stretch[] = []
  for (const [index, entry] of ledger.entries()) {
    const span = spanOf(entry, today, from, to)
    if (span === null) continue
    const start = at(span.firstDay)
    const end = Math.min(100, Math.max(at(span.lastDay), start + leastWidth))
    stretches.push({
      entry,
      index,
      start: Math.min(start, 100 - leastWidth),
      end,
      fadeStart: Math.max(vague(entry).start ? Math.min(vagueFade, (end - start) / 2) : 0, at(span.sureFrom) - start),
      fadeEnd: Math.max(vague(entry).end ? Math.min(vagueFade, (end - start) / 2) : 0, end - at(span.sureTo)),
      tone: entry.kind === 'place' ? 'place' : 'unknown',
      lane: 0,
    })
  }
  const lanes = putInLanes(stretches)
  const months = monthStarts(from, to)
  const step = Math.max(1, Math.ceil(months.length / 6))
  const ticks =
    months.length > 18
      ? months.filter(({ month }) => month === 1).map(({ day }) => ({ at: at(day), day, unit: 'year' as const }))
      : months.filter((_, index) => index % step === 0).map(({ day }) => ({ at: at(day), day, unit: 'month' as const }))
  return { from, to, lanes, stretches, ticks, today: today >= from && today <= to ? at(today) : null }
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
