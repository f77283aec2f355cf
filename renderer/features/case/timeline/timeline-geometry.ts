import { custodyGroupOf, statusesInOrder, type CustodyGroup } from '../../../../electron/domain/custody-status.ts'
import { isDoubted, startBounds, type UncertainDate } from '../../../../electron/domain/uncertain-date.ts'
import { placeOfDay, vagueFade, type TimeRange } from '../drawing/time-axis.ts'

export type StatusOnFile = { id: string; status: string | null; since: UncertainDate | null }
export type HappeningOnFile = { key: string; date: UncertainDate | null }

/** A stretch of time on the drawing, in hundredths of its length; a fade runs over the days on which it may have begun or ended. */
export type Band = {
  id: string
  group: CustodyGroup
  start: number
  end: number
  fadeStart: number
  fadeEnd: number
  /** It rests on an approximate or doubted date. */
  aboutStart: boolean
  aboutEnd: boolean
  /** It goes on beyond the drawing. */
  openEnd: boolean
}
/** A happening: a point where it has one day, a bar over the days that it can have been on. */
export type Point = { key: string; start: number; end: number; certain: boolean; about: boolean; lane: number }

export type Timeline = { bands: Band[]; points: Point[]; pointLanes: number; undatedStatuses: string[]; undatedPoints: string[] }

/** What is too short to be seen is drawn this wide, in hundredths. */
const leastWidth = 0.8

/** The statuses as bands that follow one another, and the happenings above them. What has no day is named, never placed. */
export function drawTimeline(
  statuses: readonly StatusOnFile[],
  happenings: readonly HappeningOnFile[],
  range: TimeRange,
  today: number,
  leastPoint = 3,
): Timeline {
  const { bands, undated } = bandsOf(statuses, range, today)
  const dated = happenings.filter(({ date }) => hasDay(date))
  const points = dated.flatMap(({ key, date }) => (date === null ? [] : [pointOf(key, date, range)]))
  const pointLanes = putInLanes(points, leastPoint)
  return {
    bands,
    points,
    pointLanes,
    undatedStatuses: undated,
    undatedPoints: happenings.filter(({ date }) => !hasDay(date)).map(({ key }) => key),
  }
}

function hasDay(date: UncertainDate | null): boolean {
  if (date === null) return false
  const { earliest, latest } = startBounds(date)
  return earliest !== null || latest !== null
}

function bandsOf(statuses: readonly StatusOnFile[], range: TimeRange, today: number): { bands: Band[]; undated: string[] } {
  const known = statuses.flatMap(({ id, status, since }) => (status === null ? [] : [{ id, status, since }]))
  const order = statusesInOrder(known)
  const bands: Band[] = []
  let notBefore = range.from
  const end = Math.min(range.to, Math.max(today, range.from + 1))
  for (const [index, { id, status, since }] of order.entries()) {
    if (since === null || !hasDay(since)) continue
    const { earliest, latest } = startBounds(since)
    const next = order.slice(index + 1).find((later) => hasDay(later.since))
    const nextBounds = next?.since === null || next?.since === undefined ? null : startBounds(next.since)
    const last = index === order.length - 1
    const firstDay = inside(Math.max(earliest ?? range.from, notBefore), range)
    const sureFrom = inside(Math.max(latest ?? end, firstDay), range)
    const lastDay = inside(Math.max(nextBounds === null ? Math.max(end, firstDay) : (nextBounds.latest ?? end), firstDay), range)
    // Where an undated status came between, nobody knows when this one ended.
    const follows = order[index + 1] === next
    const sureTo = last ? lastDay : follows ? (nextBounds?.earliest ?? sureFrom) : sureFrom
    const aboutStart = isDoubted(since)
    const aboutEnd = next !== undefined && follows && isDoubted(next.since)
    bands.push({
      id,
      group: custodyGroupOf(status),
      ...spanOf({ firstDay, lastDay, sureFrom, sureTo }, { aboutStart, aboutEnd }, range),
      aboutStart,
      aboutEnd,
      openEnd: last,
    })
    notBefore = firstDay
  }
  const drawn = new Set(bands.map(({ id }) => id))
  return { bands, undated: statuses.filter(({ id, status }) => status !== null && !drawn.has(id)).map(({ id }) => id) }
}

const inside = (day: number, { from, to }: TimeRange): number => Math.min(to, Math.max(from, day))

function spanOf(
  { firstDay, lastDay, sureFrom, sureTo }: { firstDay: number; lastDay: number; sureFrom: number; sureTo: number },
  { aboutStart, aboutEnd }: { aboutStart: boolean; aboutEnd: boolean },
  range: TimeRange,
): { start: number; end: number; fadeStart: number; fadeEnd: number } {
  const start = Math.min(placeOfDay(firstDay, range), 100 - leastWidth)
  const end = Math.max(placeOfDay(lastDay, range), start + leastWidth)
  const length = end - start
  const sureStart = Math.min(Math.max(placeOfDay(sureFrom, range), start), end)
  const sureEnd = Math.min(Math.max(placeOfDay(sureTo, range), sureStart), end)
  // Drawn as the ledger draws it: an approximate day has no hard edge here that fades there.
  const vague = Math.min(vagueFade, length / 2)
  const fadeStart = Math.min(length, Math.max(aboutStart ? vague : 0, sureStart - start))
  return { start, end, fadeStart, fadeEnd: Math.min(length - fadeStart, Math.max(aboutEnd ? vague : 0, end - sureEnd)) }
}

function pointOf(key: string, date: UncertainDate, range: TimeRange): Point {
  const { earliest, latest } = startBounds(date)
  const from = placeOfDay(inside(earliest ?? range.from, range), range)
  const to = placeOfDay(inside(latest ?? range.to, range), range)
  return { key, start: from, end: Math.max(to, from), certain: earliest === latest && earliest !== null, about: isDoubted(date), lane: 0 }
}

/** Happenings that would cover one another stand in lanes of their own. Returns how many lanes there are. */
function putInLanes(points: Point[], least: number): number {
  const ends: number[] = []
  for (const point of points.toSorted((a, b) => a.start - b.start)) {
    const middle = (point.start + point.end) / 2
    const start = Math.min(point.start, middle - least / 2)
    const lane = ends.findIndex((end) => end <= start)
    point.lane = lane === -1 ? ends.length : lane
    ends[point.lane] = Math.max(point.end, middle + least / 2)
  }
  return ends.length
}
