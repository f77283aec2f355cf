import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { dayOfIso } from '../../../../electron/domain/days.ts'
import { uncertainDate } from '../../../../electron/domain/uncertain-date.ts'
import { placeLabels } from '../../../../renderer/features/case/drawing/place-labels.ts'
import { placeOfDay, rangeOf, ticksOf } from '../../../../renderer/features/case/drawing/time-axis.ts'
import { drawTimeline } from '../../../../renderer/features/case/timeline/timeline-geometry.ts'

const day = (iso: string): number => dayOfIso(iso) ?? Number.NaN
const status = (id: string, code: string, edtf: string | null) => ({
  id,
  status: code,
  since: edtf === null ? null : uncertainDate(edtf),
})
const range = { from: day('2024-01-01'), to: day('2024-12-31') }
const today = day('2024-12-31')

describe('the custody timeline', () => {
  test('each status lasts until the next began, the last to today and beyond', () => {
    const { bands } = drawTimeline(
      [status('a', 'held_before_charge', '2024-01-01'), status('b', 'on_remand', '2024-07-01'), status('c', 'acquitted', '2024-10-01')],
      [],
      range,
      today,
    )
    expect(bands.map(({ id, group, openEnd }) => [id, group, openEnd])).toEqual([
      ['a', 'held', false],
      ['b', 'held', false],
      ['c', 'free', true],
    ])
    expect(bands[0]?.start).toBe(0)
    expect(bands[0]?.end).toBeCloseTo(bands[1]?.start ?? -1)
    expect(bands[2]?.end).toBe(100)
    expect(bands.every(({ fadeStart, fadeEnd }) => fadeStart === 0 && fadeEnd === 0)).toBe(true)
  })

  test('a year alone fades over the whole year; it gets no day', () => {
    const [band] = drawTimeline([status('a', 'held_before_charge', '2024')], [], range, today).bands
    expect(band).toMatchObject({ start: 0, fadeStart: 100 })
  })

  test('an approximate day fades, as it does in the ledger below; a certain one does not', () => {
    const bands = drawTimeline(
      [status('a', 'held_before_charge', '2024-02-09~'), status('b', 'on_remand', '2024-07-01'), status('c', 'acquitted', '2024-10-01?')],
      [],
      range,
      today,
    ).bands
    expect(bands.map(({ fadeStart }) => fadeStart > 0)).toEqual([true, false, true])
    expect(bands.map(({ fadeEnd }) => fadeEnd > 0)).toEqual([false, true, false])
  })

  test('a date without a year is named, not drawn', () => {
    const drawing = drawTimeline(
      [status('a', 'held_before_charge', '2024-02-09'), status('b', 'released_charges_pending', 'XXXX-01-28')],
      [{ key: 'charge', date: uncertainDate('XXXX-03-01') }],
      range,
      today,
    )
    expect(drawing.bands.map(({ id }) => id)).toEqual(['a'])
    expect(drawing.undatedStatuses).toEqual(['b'])
    expect(drawing.undatedPoints).toEqual(['charge'])
    expect(drawing.points).toEqual([])
  })

  test('where an undated status follows, the one before claims no end', () => {
    const [band] = drawTimeline(
      [status('a', 'held_before_charge', '2024-02-09'), status('b', 'released_charges_pending', null)],
      [],
      range,
      today,
    ).bands
    expect(band?.openEnd).toBe(false)
    expect(band?.fadeEnd).toBeCloseTo((band?.end ?? 0) - (band?.start ?? 0))
  })

  test('an approximate date has an edge that says so', () => {
    const [first, second] = drawTimeline(
      [status('a', 'held_before_charge', '2024-02-09~'), status('b', 'on_remand', '2024-05-01?')],
      [],
      range,
      today,
    ).bands
    expect(first).toMatchObject({ aboutStart: true, aboutEnd: true })
    expect(second).toMatchObject({ aboutStart: true, aboutEnd: false })
  })

  test('happenings of one day stand in lanes of their own', () => {
    const { points, pointLanes } = drawTimeline(
      [],
      [
        { key: 'one', date: uncertainDate('2024-05-01') },
        { key: 'two', date: uncertainDate('2024-05-01') },
        { key: 'later', date: uncertainDate('2024-09-01') },
      ],
      range,
      today,
    )
    expect(pointLanes).toBe(2)
    expect(points.map(({ key, lane, certain }) => [key, lane, certain])).toEqual([
      ['one', 0, true],
      ['two', 1, true],
      ['later', 0, true],
    ])
  })
})

const edtf = fc.oneof(
  fc.constant(null),
  fc.date({ min: new Date('1980-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.integer({ min: 1980, max: 2030 }).map(String),
  fc.integer({ min: 1980, max: 2030 }).map((year) => `${year}-05~`),
  fc.integer({ min: 1980, max: 2030 }).map((year) => `[..${year}-03-01]`),
  fc.integer({ min: 1980, max: 2030 }).map((year) => `[${year}-03-01..]`),
  fc.constant('XXXX-01-28'),
)
const codes = fc.constantFrom('held_before_charge', 'on_remand', 'acquitted', 'died_in_custody', 'forcibly_disappeared')

test('whatever the dates: bands are in order, inside, wide enough to be seen, and their fades fit', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(codes, edtf), { maxLength: 9 }), fc.integer({ min: 3000, max: 23_000 }), (history, now) => {
      const statuses = history.map(([code, since], index) => status(String(index), code, since))
      const span = rangeOf(
        statuses.flatMap(({ since }) => [since?.earliest ?? null, since?.latest ?? null]),
        now,
        true,
      )
      if (span === null) return
      const { bands, undatedStatuses } = drawTimeline(statuses, [], span, now)
      expect(bands.length + undatedStatuses.length).toBe(statuses.length)
      for (const [index, { start, end, fadeStart, fadeEnd }] of bands.entries()) {
        expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : (bands[index - 1]?.start ?? 0) - 1e-6)
        expect(end).toBeLessThanOrEqual(100 + 1e-6)
        expect(end - start).toBeGreaterThanOrEqual(0.799)
        expect(fadeStart).toBeGreaterThanOrEqual(0)
        expect(fadeEnd).toBeGreaterThanOrEqual(0)
        expect(fadeStart + fadeEnd).toBeLessThanOrEqual(end - start + 1e-6)
      }
    }),
  )
})

describe('labels', () => {
  test('labels that have room stand beside their marks in one row', () => {
    const labels = [
      { at: 0, width: 80 },
      { at: 100, width: 80 },
    ]
    expect(placeLabels(labels, 400)).toEqual([
      { start: 0, row: 0 },
      { start: 100, row: 0 },
    ])
  })

  test('one that would touch the next goes down a row; one at the edge stays inside', () => {
    const labels = [
      { at: 60, width: 80 },
      { at: 100, width: 80 },
      { at: 390, width: 80 },
    ]
    expect(placeLabels(labels, 400)).toEqual([
      { start: 60, row: 1 },
      { start: 100, row: 0 },
      { start: 320, row: 0 },
    ])
  })

  test('no two labels ever touch, and none hangs out', () => {
    const label = fc.record({ at: fc.integer({ min: 0, max: 600 }), width: fc.integer({ min: 5, max: 300 }) })
    fc.assert(
      fc.property(fc.array(label, { maxLength: 20 }), (labels) => {
        const places = placeLabels(labels, 600)
        const boxes = places.flatMap((place, index) =>
          place === null ? [] : [{ ...place, end: place.start + (labels[index]?.width ?? 0) }],
        )
        for (const [index, box] of boxes.entries()) {
          expect(box.start).toBeGreaterThanOrEqual(0)
          expect(box.end).toBeLessThanOrEqual(600)
          for (const other of boxes.slice(index + 1))
            if (other.row === box.row) expect(box.end <= other.start || other.end <= box.start).toBe(true)
        }
      }),
    )
  })
})

describe('the axis', () => {
  test('it ends today where something still lasts', () => {
    expect(rangeOf([100, 200], 400, true)).toEqual({ from: 100, to: 400 })
  })
  test('long after the end it keeps only a little room', () => {
    expect(rangeOf([0, 1000], 5000, false)).toEqual({ from: 0, to: 1120 })
  })
  test('nothing with a day is nothing to draw', () => {
    expect(rangeOf([null], 400, true)).toBeNull()
  })
  test('marks are at most as many as asked for, in order and inside', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 20_000 }),
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 2, max: 12 }),
        (from, length, most) => {
          const ticks = ticksOf({ from, to: from + length }, most)
          expect(ticks.length).toBeLessThanOrEqual(most)
          for (const [index, tick] of ticks.entries()) {
            expect(tick.at).toBeGreaterThanOrEqual(0)
            expect(tick.at).toBeLessThanOrEqual(100)
            expect(tick.at).toBe(placeOfDay(tick.day, { from, to: from + length }))
            if (index > 0) expect(tick.at).toBeGreaterThan(ticks[index - 1]?.at ?? 0)
          }
        },
      ),
    )
  })
})
