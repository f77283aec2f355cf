import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayExists, dayNumber, dayOfIso, daysInMonth, fromDayNumber, isoOfDay, weekdayOf } from '../../../electron/domain/days.ts'

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 })

describe('day numbers', () => {
  it('counts from 1 January 1970', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(1969, 12, 31)).toBe(-1)
    expect(dayNumber(2024, 2, 29)).toBe(19_782)
  })

  it('agrees with the calendar of the platform on every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const platform = new Date(day * 86_400_000)
        expect(fromDayNumber(day)).toEqual({
          year: platform.getUTCFullYear(),
          month: platform.getUTCMonth() + 1,
          day: platform.getUTCDate(),
        })
        expect(weekdayOf(day)).toBe(platform.getUTCDay())
      }),
    )
  })

  it('comes back from its parts', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = fromDayNumber(day)
        expect(dayNumber(year, month, dayOfMonth)).toBe(day)
        expect(dayExists(year, month, dayOfMonth)).toBe(true)
      }),
    )
  })

  it('comes back from ISO text', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) }), (day) => {
        expect(dayOfIso(isoOfDay(day))).toBe(day)
      }),
    )
  })

  it.each(['2023-02-29', '2024-02-30', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '1900-02-29'])(
    'refuses %s, a day that does not exist',
    (text) => expect(dayOfIso(text)).toBeNull(),
  )

  it.each(['2024-2-9', '2024', '2024-02', ' 2024-02-09', '2024-02-09T00:00', '20240209', '', '2024-02-09\n'])(
    'refuses %j, which is not strict ISO',
    (text) => expect(dayOfIso(text)).toBeNull(),
  )

  it('knows leap centuries', () => {
    expect(daysInMonth(2000, 2)).toBe(29)
    expect(daysInMonth(1900, 2)).toBe(28)
    expect(daysInMonth(2024, 13)).toBe(0)
  })
})
