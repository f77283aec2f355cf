import { dayNumber, dayOfIso, fromDayNumber, isoOfDay } from '../../../../electron/domain/days.ts'

export type HowMany = { least: number; most: number }
export type HeldPoint = { day: string; held: HowMany; unknown: HowMany }

/** The inside of the frame, in pixels: nothing is drawn beyond it. `mirrored`: time runs from the right, as one reads. */
export type Frame = { width: number; height: number; start: number; end: number; top: number; bottom: number; mirrored?: boolean }

export type Band = {
  /** Outline of the stretch between least and most. */
  area: string
  least: string
  most: string
  /** Where the label of its last point stands. */
  labelY: number
}
export type HeldDrawing = {
  xs: number[]
  held: Band
  unknown: Band
  /** Counts along the upright axis, and where they stand. */
  counts: { count: number; y: number }[]
  /** Days along the lying axis: first days of months or years. */
  days: { day: string; x: number; unit: 'month' | 'year' }[]
}

/** How many months back the chart looks. */
export const monthsShown = 24

/** First days of the last months, and today; `today` is `YYYY-MM-DD`. */
export function monthlyDays(today: string, months = monthsShown): string[] {
  const { year, month } = fromDayNumber(dayOfIso(today) ?? 0)
  const firsts = Array.from({ length: months }, (_, back) => {
    const index = year * 12 + (month - 1) - (months - 1 - back)
    return isoOfDay(dayNumber(Math.floor(index / 12), (index % 12) + 1, 1))
  })
  return firsts.at(-1) === today ? firsts : [...firsts, today]
}

/** The points from the month on in which somebody may first have been taken; `first` null: nobody was, as far as dates say. */
export function pointsSince(points: readonly HeldPoint[], first: string | null): HeldPoint[] {
  return first === null ? [] : points.filter((point, index) => point.day >= first || (points[index + 1]?.day ?? '') > first)
}

/** Whether a drawing says more than a number: people enough, and points enough. */
export const isWorthDrawing = (points: readonly HeldPoint[]): boolean =>
  points.length >= 2 && points.some(({ held, unknown }) => held.most + unknown.most >= 3)

/** A few whole counts from zero up to at least `most`, evenly apart. */
export function countTicks(most: number, intervals = 4): number[] {
  const needed = Math.max(1, most)
  const rough = needed / intervals
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)))
  const step = Math.max(1, ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power)
  return Array.from({ length: Math.ceil(needed / step) + 1 }, (_, index) => index * step)
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Where everything of the chart stands in its frame. Of two points at least. */
export function drawHeld(points: readonly HeldPoint[], frame: Frame): HeldDrawing {
  const dayOf = (day: string) => dayOfIso(day) ?? 0
  const from = dayOf(points[0]?.day ?? '')
  const to = Math.max(from + 1, dayOf(points.at(-1)?.day ?? ''))
  const ticks = countTicks(Math.max(...points.map(({ held, unknown }) => Math.max(held.most, unknown.most))))
  const top = ticks.at(-1) ?? 1
  const x = (day: string) => {
    const along = frame.start + ((dayOf(day) - from) / (to - from)) * (frame.width - frame.start - frame.end)
    return round(frame.mirrored === true ? frame.width - along : along)
  }
  const y = (count: number) => round(frame.height - frame.bottom - (count / top) * (frame.height - frame.top - frame.bottom))

  const band = (part: 'held' | 'unknown'): Omit<Band, 'labelY'> & { last: number } => {
    const line = (edge: 'least' | 'most') => points.map((point) => `${x(point.day)},${y(point[part][edge])}`)
    const [least, most] = [line('least'), line('most')]
    const last = points.at(-1)?.[part] ?? { least: 0, most: 0 }
    return {
      area: `M${most.join('L')}L${least.toReversed().join('L')}Z`,
      least: `M${least.join('L')}`,
      most: `M${most.join('L')}`,
      last: y((last.least + last.most) / 2),
    }
  }
  const [held, unknown] = [band('held'), band('unknown')]
  const [heldY, unknownY] = apart(held.last, unknown.last, frame)
  return {
    xs: points.map(({ day }) => x(day)),
    held: { ...held, labelY: heldY },
    unknown: { ...unknown, labelY: unknownY },
    counts: ticks.map((count) => ({ count, y: y(count) })),
    days: dayTicks(points.map(({ day }) => day)).map((tick) => ({ ...tick, x: x(tick.day) })),
  }
}

/** Two labels, each of two lines, must not stand on one another. */
const labelHeight = 38

function apart(held: number, unknown: number, { top, height, bottom }: Frame): [number, number] {
  const [least, most] = [top + labelHeight / 2, height - bottom - labelHeight / 2]
  const inside = (value: number) => Math.min(Math.max(value, least), most)
  if (Math.abs(inside(held) - inside(unknown)) >= labelHeight) return [inside(held), inside(unknown)]
  const middle = Math.min(Math.max((held + unknown) / 2, least + labelHeight / 2), most - labelHeight / 2)
  const [above, below] = [middle - labelHeight / 2, middle + labelHeight / 2]
  return held <= unknown ? [above, below] : [below, above]
}

/** At most six first days of months, or of years where there are years enough. */
function dayTicks(days: readonly string[]): { day: string; unit: 'month' | 'year' }[] {
  const firsts = days.filter((day) => day.endsWith('-01'))
  const step = [1, 2, 3, 6, 12].find((months) => firsts.length / months <= 6) ?? 12
  return firsts
    .filter((day) => (Number(day.slice(5, 7)) - 1) % step === 0)
    .map((day) => ({ day, unit: day.slice(5, 7) === '01' ? ('year' as const) : ('month' as const) }))
}

/** Which point a place across the drawing is nearest to. */
export function nearestPoint(xs: readonly number[], x: number): number {
  let nearest = 0
  for (const [index, at] of xs.entries()) if (Math.abs(at - x) < Math.abs((xs[nearest] ?? 0) - x)) nearest = index
  return nearest
}
