import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { LedgerRow } from '../../../../electron/contract/index.ts'
import { rangeOf } from '../../../../renderer/features/case/drawing/time-axis.ts'
import { daysOfLedger, drawLedger } from '../../../../renderer/features/case/ledger/ledger-geometry.ts'

const entry = (parts: Partial<LedgerRow>): LedgerRow => ({
  kind: 'place',
  noteId: null,
  place: null,
  from: { earliest: null, latest: null },
  to: { earliest: null, latest: null },
  about: { from: false, to: false },
  open: false,
  days: null,
  denied: false,
  confidence: null,
  contradicts: [],
  ...parts,
})
const day = (earliest: number, latest = earliest) => ({ earliest, latest })
const over = (from: number, to: number) => ({ from, to })

test('what has no day is not drawn', () => {
  expect(drawLedger([entry({ kind: 'undated' })], 100, over(0, 100)).stretches).toEqual([])
})

test('stretches follow one another, the last to today', () => {
  const drawing = drawLedger(
    [
      entry({ kind: 'gap', from: day(0), to: day(50) }),
      entry({ from: day(50), to: day(80) }),
      entry({ kind: 'unknown_place', from: day(80), open: true }),
    ],
    100,
    over(0, 100),
  )
  expect(drawing.stretches.map(({ start, end, tone, lane }) => [start, end, tone, lane])).toEqual([
    [0, 50, 'unknown', 0],
    [50, 80, 'place', 0],
    [80, 100, 'unknown', 0],
  ])
})

test('an uncertain edge fades over the days on which it may lie', () => {
  const drawing = drawLedger([entry({ from: day(0, 10), to: day(90, 100) })], 300, over(0, 100))
  expect(drawing.stretches[0]).toMatchObject({ start: 0, end: 100, fadeStart: 10, fadeEnd: 10 })
})

test('an end that nobody noted fades all the way: it is claimed no longer than it is known', () => {
  const drawing = drawLedger([entry({ from: day(0, 40) })], 300, over(0, 100))
  expect(drawing.stretches[0]).toMatchObject({ start: 0, end: 100, fadeStart: 40, fadeEnd: 60 })
})

test('a start that is not known fades from the beginning', () => {
  const drawing = drawLedger([entry({ from: { earliest: null, latest: 50 }, to: day(100) })], 100, over(0, 100))
  expect(drawing.stretches[0]).toMatchObject({ start: 0, fadeStart: 50 })
})

test('two places at once stand in two lanes', () => {
  const drawing = drawLedger([entry({ from: day(0), to: day(60) }), entry({ from: day(40), to: day(100) })], 100, over(0, 100))
  expect(drawing.lanes).toBe(2)
  expect(drawing.stretches.map(({ lane }) => lane)).toEqual([0, 1])
})

test('an approximate edge fades, though nobody said by how many days', () => {
  const [stretch] = drawLedger([entry({ from: day(0), to: day(100), about: { from: true, to: false } })], 100, over(0, 100)).stretches
  expect(stretch?.fadeStart).toBeGreaterThan(0)
  expect(stretch?.fadeEnd).toBe(0)
})

const edge = fc.option(fc.integer({ min: 0, max: 4000 }), { nil: null })
const bounds = fc
  .tuple(edge, edge)
  .map(([a, b]) => (a !== null && b !== null && a > b ? { earliest: b, latest: a } : { earliest: a, latest: b }))
const row = fc.record({ from: bounds, to: bounds, open: fc.boolean(), about: fc.record({ from: fc.boolean(), to: fc.boolean() }) })

test('whatever the dates: nothing is drawn outside, all of it can be seen, and no fade is longer than its stretch', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.integer({ min: 0, max: 5000 }), (rows, today) => {
      const ledger = rows.map(entry)
      const range = rangeOf(daysOfLedger(ledger, today), today, true)
      if (range === null) return
      const { stretches, lanes } = drawLedger(ledger, today, range)
      for (const { start, end, fadeStart, fadeEnd, lane } of stretches) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(100 + 1e-6)
        expect(end - start).toBeGreaterThanOrEqual(0.799)
        expect(fadeStart).toBeGreaterThanOrEqual(-1e-9)
        expect(fadeEnd).toBeGreaterThanOrEqual(-1e-9)
        expect(fadeStart + fadeEnd).toBeLessThanOrEqual(end - start + 1e-6)
        expect(lane).toBeLessThan(lanes)
      }
    }),
  )
})
