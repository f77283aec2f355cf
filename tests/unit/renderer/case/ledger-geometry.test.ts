import { expect, test } from 'vitest'

import type { LedgerRow } from '../../../../electron/contract/index.ts'
import { drawLedger } from '../../../../renderer/features/case/ledger/ledger-geometry.ts'

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
const sure = () => ({ start: false, end: false })
const day = (earliest: number, latest = earliest) => ({ earliest, latest })

test('nothing with a day is nothing to draw', () => {
  expect(drawLedger([entry({ kind: 'undated' })], 100, sure, () => [])).toBeNull()
})

test('stretches follow one another on the bar, the last to today', () => {
  const drawing = drawLedger(
    [
      entry({ kind: 'gap', from: day(0), to: day(50) }),
      entry({ from: day(50), to: day(80) }),
      entry({ kind: 'unknown_place', from: day(80), open: true }),
    ],
    100,
    sure,
    () => [],
  )
  expect(drawing?.stretches.map(({ start, end, tone, lane }) => [start, end, tone, lane])).toEqual([
    [0, 50, 'unknown', 0],
    [50, 80, 'place', 0],
    [80, 100, 'unknown', 0],
  ])
  expect(drawing?.today).toBe(100)
})

test('an uncertain edge fades over the days on which it may lie', () => {
  const drawing = drawLedger([entry({ from: day(0, 10), to: day(90, 100) })], 300, sure, () => [])
  expect(drawing?.stretches[0]).toMatchObject({ start: 0, end: 100, fadeStart: 10, fadeEnd: 10 })
})

test('a start that is not known fades from the beginning of the bar', () => {
  const drawing = drawLedger(
    [entry({ from: { earliest: null, latest: 50 }, to: day(100) }), entry({ kind: 'gap', from: day(0), to: day(10) })],
    100,
    sure,
    () => [],
  )
  expect(drawing?.stretches[0]).toMatchObject({ start: 0, fadeStart: 50 })
})

test('two places at once stand in two lanes', () => {
  const drawing = drawLedger([entry({ from: day(0), to: day(60) }), entry({ from: day(40), to: day(100) })], 100, sure, () => [])
  expect(drawing?.lanes).toBe(2)
  expect(drawing?.stretches.map(({ lane }) => lane)).toEqual([0, 1])
})

test('one day is wide enough to be seen', () => {
  const drawing = drawLedger([entry({ from: day(0), to: day(1000) }), entry({ from: day(1000), to: day(1000) })], 5000, sure, () => [])
  const last = drawing?.stretches[1]
  expect((last?.end ?? 0) - (last?.start ?? 0)).toBeGreaterThanOrEqual(0.79)
})

test('an approximate edge fades, though nobody said by how many days', () => {
  const drawing = drawLedger(
    [entry({ from: day(0), to: day(100) })],
    100,
    () => ({ start: true, end: false }),
    () => [],
  )
  expect(drawing?.stretches[0]?.fadeStart).toBeGreaterThan(0)
  expect(drawing?.stretches[0]?.fadeEnd).toBe(0)
})
