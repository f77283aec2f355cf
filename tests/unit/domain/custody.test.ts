import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  currentStatus,
  custodyAsOf,
  custodyGroupOf,
  custodyStatuses,
  daysHeld,
  statusesInOrder,
  type StatusRecord,
} from '../../../electron/domain/custody.ts'
import { dayNumber } from '../../../electron/domain/days.ts'
import { uncertainDate } from '../../../electron/domain/uncertain-date.ts'

const today = dayNumber(2024, 3, 21)
let made = 0
const status = (code: string, since: string | null): StatusRecord => {
  made += 1
  return { id: String(made), status: code, since: since === null ? null : uncertainDate(since) }
}
const held = (since: string | null = null): StatusRecord => status('on_remand', since)

describe('custody statuses', () => {
  it('a status list without "forcibly disappeared": ours has it, apart from held', () => {
    expect(custodyGroupOf('forcibly_disappeared')).toBe('unknown')
  })

  it('belong to exactly one group each', () => {
    expect(new Set(custodyStatuses.map(({ code }) => code)).size).toBe(custodyStatuses.length)
    expect(custodyStatuses.length).toBe(17)
    expect(custodyGroupOf('died_in_custody')).toBe('ended')
    expect(custodyGroupOf('released_on_conditions')).toBe('free')
    expect(custodyGroupOf('house_arrest')).toBe('held')
  })

  it('an unheard-of code claims nothing', () => expect(custodyGroupOf('on_the_moon')).toBe('unknown'))
})

describe('the current status', () => {
  it('is the one that certainly began last, whatever the order of recording', () => {
    const [released, arrested] = [status('released_without_charge', '2024-03-01'), held('2024-02-09')]
    expect(currentStatus([released, arrested])).toBe(released)
  })

  it('is the one recorded last where dates overlap', () => {
    const [first, second] = [held('2024-02-09'), status('serving_sentence', '2024')]
    expect(currentStatus([first, second])).toBe(second)
    expect(currentStatus([second, first])).toBe(first)
  })

  it('without a date counts as overlapping all others', () => {
    const [dated, undated] = [held('2024-02-09'), status('released_on_conditions', 'XXXX-01-28')]
    expect(currentStatus([dated, undated])).toBe(undated)
    expect(currentStatus([undated, dated])).toBe(dated)
  })

  it('of an empty history is none', () => expect(currentStatus([])).toBeNull())

  it('is the last of the history in order, which loses nobody', () => {
    const anyHistory = fc.array(fc.constantFrom('2024', '2024-02', '2024-02-09', '2023', '[..2024-01]', '[2023-05..]', null), {
      maxLength: 7,
    })
    fc.assert(
      fc.property(anyHistory, (dates) => {
        const history = dates.map((date) => held(date))
        const ordered = statusesInOrder(history)
        expect(ordered.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(history)
        expect(ordered.at(-1) ?? null).toBe(currentStatus(history))
      }),
    )
  })
})

describe('custody as of a day', () => {
  const arrested = held('2024-02-09')
  const released = status('acquitted', '2024-03')

  it('is certain between dates and says so where it is not', () => {
    const history = [arrested, released]
    expect(custodyAsOf(history, dayNumber(2024, 2, 8))).toEqual({ status: null, couldBe: [], certain: true })
    expect(custodyAsOf(history, dayNumber(2024, 2, 9))).toEqual({ status: arrested, couldBe: [], certain: true })
    expect(custodyAsOf(history, dayNumber(2024, 3, 10))).toEqual({ status: arrested, couldBe: [released], certain: false })
    expect(custodyAsOf(history, dayNumber(2024, 3, 31))).toEqual({ status: released, couldBe: [], certain: true })
  })
})

describe('days held', () => {
  const count = (arrest: string | null, ...statuses: StatusRecord[]) =>
    daysHeld({ arrest: arrest === null ? null : uncertainDate(arrest), statuses, today })

  it('leave out the first day', () => {
    expect(count('2024-02-09', held())).toEqual({ kind: 'range', least: 41, most: 41, about: false, until: 'today' })
    expect(count('2024-03-21', held())).toEqual({ kind: 'range', least: 0, most: 0, about: false, until: 'today' })
  })

  it('stop at the release, of several statuses of freedom the first', () => {
    const history = [held('2024-02-09'), status('released_charges_pending', '2024-02-19'), status('acquitted', '2024-03-01')]
    expect(count('2024-02-09', ...history)).toEqual({ kind: 'range', least: 10, most: 10, about: false, until: 'release' })
    expect(count('2024-02-09', held(), status('died_in_custody', '2024-02-10'))).toEqual({
      kind: 'range',
      least: 1,
      most: 1,
      about: false,
      until: 'end',
    })
  })

  it('are a range where dates are ranges', () => {
    expect(count('2024-02', held())).toEqual({ kind: 'range', least: 21, most: 49, about: false, until: 'today' })
    expect(count('2023', held())).toEqual({ kind: 'range', least: 81, most: 445, about: false, until: 'today' })
    expect(count('2024', held())).toEqual({ kind: 'range', least: 0, most: 80, about: false, until: 'today' })
    expect(count('2024-02-09', held(), status('acquitted', '2024-03'))).toEqual({
      kind: 'range',
      least: 21,
      most: 41,
      about: false,
      until: 'release',
    })
  })

  it('are about so many where a date that they rest on is approximate or doubted, and no sharper', () => {
    expect(count('2024-02-09~', held())).toEqual({ kind: 'range', least: 41, most: 41, about: true, until: 'today' })
    expect(count('2024-02-09', held(), status('acquitted', '2024-03-01?'))).toMatchObject({ about: true })
    expect(count('2024-02-09', held('2024-02-09~'))).toMatchObject({ about: false })
  })

  it('leave out time spent free between two arrests', () => {
    const history = [held('2024-02-01'), status('released_on_conditions', '2024-02-11'), held('2024-03-11')]
    expect(count('2024-02-01', ...history)).toEqual({ kind: 'range', least: 20, most: 20, about: false, until: 'today' })
  })

  it.each([
    [null, held(), 'no_arrest_date'],
    ['XXXX-01-28', held(), 'arrest_year_not_given'],
    ['[..2024-02-08]', held(), 'arrest_start_open'],
    ['2024-02-09', null, 'no_status'],
    ['2024-02-09', status('unknown', null), 'status_unknown'],
    ['2024-02-09', status('acquitted', 'XXXX-01-28'), 'release_year_not_given'],
    ['2024-02-09', status('acquitted', null), 'no_release_date'],
    ['2024-02-09', status('acquitted', '2024-01'), 'dates_contradict'],
  ])('%s: not known', (arrest, record, why) => {
    expect(count(arrest, ...(record === null ? [] : [record]))).toEqual({ kind: 'not_known', why })
  })

  it('hold the true number for every day that the dates can mean', () => {
    const year = fc.integer({ min: 2020, max: 2023 })
    fc.assert(
      fc.property(
        year,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 3 }),
        (y, m, d, parts) => {
          const text = [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].slice(0, parts).join('-')
          const days = count(text, held())
          const truth = today - dayNumber(y, m, d)
          expect(days.kind === 'range' && days.least <= truth && truth <= days.most).toBe(true)
        },
      ),
    )
  })
})
