import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { custodyDays, custodyDaysOfPerson } from '../../../electron/domain/custody-over-time.ts'
import type { CustodyDays, DaySpan, RecordedStatus } from '../../../electron/domain/custody-over-time.ts'
import { dayOfIso, isoOfDay } from '../../../electron/domain/days.ts'
import { uncertainDate } from '../../../electron/domain/uncertain-date.ts'

const day = (iso: string): number => dayOfIso(iso) ?? 0
const isIn = (spans: readonly DaySpan[], on: number): boolean =>
  spans.some(({ from, to }) => (from ?? -Infinity) <= on && on < (to ?? Infinity))
/** The groups that are certain and those that are possible on a day. */
const on = (days: CustodyDays, iso: string): string =>
  [
    isIn(days.held.least, day(iso)) && 'held',
    isIn(days.held.most, day(iso)) && 'held?',
    isIn(days.unknown.least, day(iso)) && 'unknown',
    isIn(days.unknown.most, day(iso)) && 'unknown?',
  ]
    .filter((word) => word !== false)
    .join(' ')
const status = (code: string, since: string | null, recorded: string | null = null): RecordedStatus => ({
  id: `${code} ${since}`,
  status: code,
  since: since === null ? null : uncertainDate(since),
  recorded: recorded === null ? null : day(recorded),
})
const file = (arrest: string | null, ...statuses: RecordedStatus[]): CustodyDays =>
  custodyDays({ arrest: arrest === null ? null : uncertainDate(arrest), statuses })

describe('custody over time', () => {
  test('from the arrest until before the day of the release', () => {
    const days = file('2024-02-09', status('on_remand', '2024-02-12'), status('released_on_conditions', '2024-03-01'))
    expect(on(days, '2024-02-08')).toBe('')
    expect(on(days, '2024-02-09')).toBe('held held?')
    expect(on(days, '2024-02-29')).toBe('held held?')
    expect(on(days, '2024-03-01')).toBe('')
  })
  test('a month is certain from its last day on, and possible from its first', () => {
    const days = file('2024-02', status('on_remand', null))
    expect(on(days, '2024-01-31')).toBe('')
    expect(on(days, '2024-02-01')).toBe('held?')
    expect(on(days, '2024-02-28')).toBe('held?')
    expect(on(days, '2024-02-29')).toBe('held held?')
    expect(on(days, '2030-01-01')).toBe('held held?')
  })
  test('nobody knows where at first, then held', () => {
    const days = file('2024-02-09', status('arrested_whereabouts_unknown', '2024-02-09'), status('on_remand', '2024-02'))
    expect(on(days, '2024-02-09')).toBe('held? unknown?')
    expect(on(days, '2024-02-28')).toBe('held? unknown?')
    expect(on(days, '2024-02-29')).toBe('held held?')
  })
  test('an arrest without a status is custody of which nothing is known', () =>
    expect(on(file('2024-02-09'), '2025-01-01')).toBe('unknown unknown?'))
  test('who is known only as released was held before', () =>
    expect(on(file('2024-02-09', status('acquitted', '2025')), '2024-06-01')).toBe('held held?'))
  test('a release without a date was over by the day it was written down', () => {
    const days = file('2024-02-09', status('on_remand', null), status('acquitted', null, '2025-06-01'))
    expect(on(days, '2025-05-31')).toBe('held?')
    expect(on(days, '2025-06-01')).toBe('')
  })
  test('an open beginning is possible on any day before', () => {
    const days = file('/2024-02', status('on_remand', null))
    expect(on(days, '1990-01-01')).toBe('held?')
  })
  test('held, and nobody dated any of it', () => {
    expect(file(null, status('on_remand', null, '2025-01-01'))).toMatchObject({ undated: true, held: { most: [] } })
    expect(file('XXXX', status('acquitted', null)).undated).toBe(false)
  })
  test('a person with two case files counts once, and where one says held the other does not say unknown', () => {
    const both = custodyDaysOfPerson([
      file('2024-01-01', status('on_remand', null), status('acquitted', '2024-06-01')),
      file('2024-03-01', status('forcibly_disappeared', null)),
    ])
    expect(both.held.most).toEqual([{ from: day('2024-01-01'), to: day('2024-06-01') }])
    expect(on(both, '2024-04-01')).toBe('held held?')
    expect(on(both, '2024-06-01')).toBe('unknown unknown?')
  })
})

/** An interval of days as an EDTF set-free date: one day, or "some day between", which only bounds say. */
const between = (from: number, to: number) => ({ edtf: isoOfDay(from), earliest: from, latest: to })
const start = day('2024-01-01')
const histories = fc.array(
  fc.record({
    code: fc.constantFrom('on_remand', 'on_trial', 'forcibly_disappeared', 'unknown', 'acquitted', 'died_in_custody'),
    at: fc.nat(60),
    before: fc.nat(20),
    after: fc.nat(20),
    wider: fc.tuple(fc.nat(10), fc.nat(10)),
  }),
  { minLength: 1, maxLength: 5 },
)

describe('on whatever dates', () => {
  const made = (events: typeof histories extends fc.Arbitrary<infer T> ? T : never, hasArrest: boolean, isWider: boolean): CustodyDays => {
    // What happened in truth gives the history; the arrest comes first.
    const ordered = hasArrest ? events.toSorted((a, b) => a.at - b.at) : events
    const dates = ordered.map(({ at, before, after, wider }) =>
      between(start + at - before - (isWider ? wider[0] : 0), start + at + after + (isWider ? wider[1] : 0)),
    )
    const statuses = ordered.map(({ code }, index): RecordedStatus => ({
      id: String(index),
      status: code,
      since: dates[index] ?? null,
      recorded: null,
    }))
    return custodyDays({ arrest: hasArrest ? (dates[0] ?? null) : null, statuses: hasArrest ? statuses.slice(1) : statuses })
  }
  const eachDay = Array.from({ length: 180 }, (_, at) => start - 40 + at)

  test('what is certain is possible, and nobody is certainly held and unknown at once', () =>
    fc.assert(
      fc.property(histories, fc.boolean(), (events, hasArrest) => {
        const days = made(events, hasArrest, false)
        for (const at of eachDay) {
          expect(isIn(days.held.least, at) && !isIn(days.held.most, at)).toBe(false)
          expect(isIn(days.unknown.least, at) && !isIn(days.unknown.most, at)).toBe(false)
          expect(isIn(days.held.least, at) && isIn(days.unknown.most, at)).toBe(false)
        }
      }),
    ))

  test('wider dates never make the range narrower', () =>
    fc.assert(
      fc.property(histories, (events) => {
        const [sharp, wide] = [made(events, false, false), made(events, false, true)]
        for (const at of eachDay) {
          for (const group of ['held', 'unknown'] as const) {
            expect(isIn(wide[group].least, at) && !isIn(sharp[group].least, at)).toBe(false)
            expect(isIn(sharp[group].most, at) && !isIn(wide[group].most, at)).toBe(false)
          }
        }
      }),
    ))

  test('two case files of one person never count more than one', () =>
    fc.assert(
      fc.property(histories, histories, (a, b) => {
        const person = custodyDaysOfPerson([made(a, true, false), made(b, true, false)])
        for (const at of eachDay) {
          for (const spans of [person.held.least, person.held.most, person.unknown.least, person.unknown.most])
            expect(spans.filter((span) => isIn([span], at)).length).toBeLessThanOrEqual(1)
          expect(isIn(person.held.least, at) && isIn(person.unknown.most, at)).toBe(false)
          expect(isIn(person.held.least, at) && !isIn(person.held.most, at)).toBe(false)
          expect(isIn(person.unknown.least, at) && !isIn(person.unknown.most, at)).toBe(false)
        }
      }),
    ))
})
