import { describe, expect, it } from 'vitest'

import { draftOf } from '../../../renderer/features/home/drafts.ts'
import {
  countTicks,
  drawHeld,
  isWorthDrawing,
  monthlyDays,
  nearestPoint,
  pointsSince,
  type Frame,
  type HeldPoint,
} from '../../../renderer/features/home/held/held-chart.ts'

const frame: Frame = { width: 560, height: 208, start: 30, end: 104, top: 10, bottom: 26 }

/** The same numbers on every run, so that a failure can be looked at again. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % (most + 1)
  }
}

function pointsOf(seed: number): HeldPoint[] {
  const roll = dice(seed)
  const days = monthlyDays('2026-11-25', 2 + roll(22))
  const scale = [3, 20, 900, 100_000][roll(3)] ?? 3
  const some = () => {
    const least = roll(scale)
    return { least, most: least + roll(scale) }
  }
  return days.map((day) => ({ day, held: some(), unknown: some() }))
}

const placesOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x = '', y = '']) => ({ x: Number(x), y: Number(y) }))

describe('the days of the chart', () => {
  it('are the first of each month and today', () => {
    expect(monthlyDays('2026-03-14', 3)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-03-14'])
    expect(monthlyDays('2026-03-01', 2)).toEqual(['2026-02-01', '2026-03-01'])
    expect(monthlyDays('2026-01-31', 14)[0]).toBe('2024-12-01')
  })

  it('begin with the month in which somebody was first taken', () => {
    const none = { least: 0, most: 0 }
    const points = monthlyDays('2026-03-14', 3).map((day) => ({ day, held: none, unknown: none }))
    expect(pointsSince(points, '2026-02-20').map(({ day }) => day)).toEqual(['2026-02-01', '2026-03-01', '2026-03-14'])
    expect(pointsSince(points, '2020-01-01')).toHaveLength(4)
    expect(pointsSince(points, null)).toEqual([])
  })
})

describe('the chart of people held', () => {
  it('runs from the right where one reads from there', () => {
    const [plain, mirrored] = [drawHeld(pointsOf(7), frame), drawHeld(pointsOf(7), { ...frame, mirrored: true })]
    expect(mirrored.xs).toEqual(plain.xs.map((x) => Math.round((frame.width - x) * 10) / 10))
    expect(mirrored.counts).toEqual(plain.counts)
  })

  it('stays inside its frame, with the least never above the most', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const points = pointsOf(seed)
      const drawing = drawHeld(points, frame)
      for (const part of ['held', 'unknown'] as const) {
        const [least, most] = [placesOf(drawing[part].least), placesOf(drawing[part].most)]
        expect(least).toHaveLength(points.length)
        for (const [index, place] of least.entries()) {
          const above = most[index]
          // Downwards is more on a screen.
          expect(place.y, `seed ${seed}`).toBeGreaterThanOrEqual(above?.y ?? Number.NaN)
          expect(place.x).toBe(above?.x)
          expect(place.x).toBe(drawing.xs[index])
        }
        for (const { x, y } of [...least, ...most, ...placesOf(drawing[part].area)]) {
          expect(x).toBeGreaterThanOrEqual(frame.start)
          expect(x).toBeLessThanOrEqual(frame.width - frame.end)
          expect(y).toBeGreaterThanOrEqual(frame.top)
          expect(y).toBeLessThanOrEqual(frame.height - frame.bottom)
        }
      }
      expect(drawing.xs).toEqual(drawing.xs.toSorted((one, other) => one - other))
    }
  })

  it('keeps its labels apart, and each beside its own band', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const { held, unknown } = drawHeld(pointsOf(seed), frame)
      expect(Math.abs(held.labelY - unknown.labelY), `seed ${seed}`).toBeGreaterThanOrEqual(33.9)
      for (const { labelY } of [held, unknown]) {
        expect(labelY).toBeGreaterThanOrEqual(frame.top)
        expect(labelY).toBeLessThanOrEqual(frame.height - frame.bottom)
      }
    }
  })

  it('has few ticks, whole, from zero to beyond the most', () => {
    for (let most = 0; most < 3_000; most += 1) {
      const ticks = countTicks(most)
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true)
    }
    for (let seed = 1; seed <= 60; seed += 1) expect(drawHeld(pointsOf(seed), frame).days.length).toBeLessThanOrEqual(6)
  })

  it('is no drawing where a number serves', () => {
    const point = (day: string, most: number): HeldPoint => ({ day, held: { least: 0, most }, unknown: { least: 0, most: 0 } })
    expect(isWorthDrawing([point('2026-01-01', 9)])).toBe(false)
    expect(isWorthDrawing([point('2026-01-01', 2), point('2026-02-01', 1)])).toBe(false)
    expect(isWorthDrawing([point('2026-01-01', 2), point('2026-02-01', 3)])).toBe(true)
  })

  it('finds the point nearest to the pointer', () => {
    expect(nearestPoint([0, 10, 30], 19)).toBe(1)
    expect(nearestPoint([0, 10, 30], 21)).toBe(2)
    expect(nearestPoint([0, 10, 30], -40)).toBe(0)
  })
})

describe('a draft', () => {
  it('says what it is of', () => {
    expect(draftOf('new-case')).toEqual({ kind: 'new_case' })
    expect(draftOf('case_files/abc/arrestPlace')).toEqual({ kind: 'field', table: 'case_files', id: 'abc', field: 'arrestPlace' })
    expect(draftOf('charges/new:abc')).toEqual({ kind: 'row', of: 'charges', table: 'case_files', id: 'abc' })
    expect(draftOf('citation/charges/abc/offence/')).toEqual({ kind: 'citation', table: 'charges', id: 'abc', field: 'offence' })
    expect(draftOf('citation/whereabouts_notes/abc//xyz')).toEqual({ kind: 'citation', table: 'whereabouts_notes', id: 'abc', field: null })
  })

  it('of something that is not known is left alone', () => {
    for (const key of ['', 'nonsense', 'nonsense/a/b', 'sources/new:abc', 'citation/nonsense/a/b']) expect(draftOf(key)).toBeNull()
  })
})
