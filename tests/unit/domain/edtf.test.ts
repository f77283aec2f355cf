import fc from 'fast-check'
import oracle from 'edtf'
import { describe, expect, it } from 'vitest'
import { dayOfIso, isoOfDay } from '../../../electron/domain/days.ts'
import { boundsOf, certaintyOf, formatEdtf, parseEdtf } from '../../../electron/domain/edtf.ts'
import { compareByDate, uncertainDate } from '../../../electron/domain/uncertain-date.ts'
import { anyEdtf } from './edtf-arbitrary.ts'

function isoBounds(text: string): [string | null, string | null] {
  const { earliest, latest } = boundsOf(text)
  return [earliest === null ? null : isoOfDay(earliest), latest === null ? null : isoOfDay(latest)]
}

describe('bounds', () => {
  it.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-02-09', '2024-02-09', '2024-02-09'],
    ['2024-02-XX', '2024-02-01', '2024-02-29'],
    ['2024-XX-XX', '2024-01-01', '2024-12-31'],
    ['2024-XX-31', '2024-01-31', '2024-12-31'],
    ['2024-02-1X', '2024-02-10', '2024-02-19'],
    ['202X-02-29', '2020-02-29', '2028-02-29'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['2024-02-09/2026-01', '2024-02-09', '2026-01-31'],
    ['2024-02-09/..', '2024-02-09', null],
    ['2024-02-09/', '2024-02-09', null],
    ['../2024-03', null, '2024-03-31'],
    ['/2024-03', null, '2024-03-31'],
    ['[..2024-02-08]', null, '2024-02-08'],
    ['[2024-02-10..]', '2024-02-10', null],
    ['[2024-03-03,2024-03-05]', '2024-03-03', '2024-03-05'],
    ['[2024-03-05,2024-03-03]', '2024-03-03', '2024-03-05'],
    ['[2024-03-03..2024-03-05]', '2024-03-03', '2024-03-05'],
    ['[2024-03-03,2024-03-05..]', '2024-03-03', null],
  ])('%s runs from %s to %s', (text, earliest, latest) => expect(isoBounds(text)).toEqual([earliest, latest]))

  it('a year alone never becomes 1 January', () => {
    const { earliest, latest } = boundsOf('2020')
    expect(latest).not.toBe(earliest)
  })

  it('a date without a year has none, not the years 0 to 9999', () => {
    expect(isoBounds('XXXX-01-28')).toEqual([null, null])
    expect(isoBounds('XXXX-01-28/2024-03')).toEqual([null, '2024-03-31'])
  })

  it('are not moved by doubt', () => {
    fc.assert(
      fc.property(fc.constantFrom('2024', '2024-02', '2024-02-09', '2024-02-XX', '202X'), fc.constantFrom('?', '~', '%'), (text, mark) => {
        expect(boundsOf(text + mark)).toEqual(boundsOf(text))
      }),
    )
  })
})

describe('refusals', () => {
  it.each([
    ['', 'empty'],
    ['2023-02-29', 'impossible_date'],
    ['1900-02-29', 'impossible_date'],
    ['2024-13', 'impossible_date'],
    ['2024-00', 'impossible_date'],
    ['2024-04-31', 'impossible_date'],
    ['XXXX-02-30', 'impossible_date'],
    ['2024-3X', 'impossible_date'],
    ['2023-02-29/2023-03', 'impossible_date'],
    ['[..2023-02-29]', 'impossible_date'],
    ['2024-03/2024-02', 'reversed'],
    ['[2024-03..2024-02]', 'reversed'],
    ['../..', 'says_nothing'],
    ['/', 'says_nothing'],
    ['[]', 'says_nothing'],
    ['[..]', 'says_nothing'],
    ['2024-21', 'season'],
    ['Y12024', 'unsupported'],
    ['-0044', 'unsupported'],
    ['{2024,2025}', 'unsupported'],
    ['2024-02-09T10:00', 'unsupported'],
    ['2024?-02', 'unsupported'],
    ['2024-2-9', 'not_edtf'],
    ['24', 'not_edtf'],
    ['20240209', 'not_edtf'],
    ['2024-02-09 ', 'not_edtf'],
    ['2024/2025/2026', 'not_edtf'],
    ['[2024', 'not_edtf'],
    ['[2024..2025..2026]', 'not_edtf'],
    ['2XX4', 'not_edtf'],
    ['2024?~', 'not_edtf'],
    ['2024-~02', 'unsupported'],
  ])('%j: %s', (text, reason) => expect(parseEdtf(text)).toEqual({ ok: false, reason }))

  it('never throws and never accepts what it would write otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.X?~%[],{} '.split('')), maxLength: 24 }), (text) => {
        const parsed = parseEdtf(text)
        expect(parsed.ok ? formatEdtf(parsed.value) : text).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('against an independent reader', () => {
  it('reads what we accept with the same bounds where it knows the form', () => {
    // It knows no doubt beside unknown digits or inside sets (ISO 8601-2 level 2), takes no year for
    // the years 0 to 9999, and misreads lists and closed ranges inside sets,
    // and wants an interval to end later than it begins.
    const known = anyEdtf.filter((text) => !/XXXX|X.*[?~%]|\[.*[?~%]|,|\d\.\.\d|^([\d-]+)[?~%]?\/\1/.test(text))
    fc.assert(
      fc.property(known, (text) => {
        const other = oracle(text)
        const day = (moment: number | null): number | null =>
          moment === null || !Number.isFinite(moment) ? null : Math.floor(moment / 86_400_000)
        expect(boundsOf(text)).toEqual({ earliest: day(other.min), latest: day(other.max) })
      }),
      { numRuns: 300 },
    )
  })

  it('is stricter: 29 February 2023 is not 1 March', () => {
    expect(parseEdtf('2023-02-29').ok).toBe(false)
  })
})

describe('round trip', () => {
  it('text comes back from what was read', () => {
    fc.assert(
      fc.property(anyEdtf, (text) => {
        const parsed = parseEdtf(text)
        expect(parsed.ok && formatEdtf(parsed.value)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('says where the doubt is', () => {
    const parsed = parseEdtf('2024-03~/2024-05?')
    expect(parsed.ok && certaintyOf(parsed.value)).toEqual({ uncertain: true, approximate: true })
  })
})

describe('chronology', () => {
  it('puts undated last, keeps ties as they came, the narrower first', () => {
    const texts = ['XXXX-01-28', '2024', '2024-01-01', '[..2023-05-01]', '2024-01-01/..', 'XXXX-03']
    const sorted = texts.map(uncertainDate).toSorted(compareByDate)
    expect(sorted.map((date) => date.edtf)).toEqual(['[..2023-05-01]', '2024-01-01', '2024', '2024-01-01/..', 'XXXX-01-28', 'XXXX-03'])
  })

  it('is an order', () => {
    fc.assert(
      fc.property(anyEdtf, anyEdtf, anyEdtf, (a, b, c) => {
        const [x, y, z] = [uncertainDate(a), uncertainDate(b), uncertainDate(c)]
        expect(compareByDate(x, y)).toBe(compareByDate(y, x) === 0 ? 0 : -compareByDate(y, x))
        const ordered = compareByDate(x, y) <= 0 && compareByDate(y, z) <= 0
        expect(ordered ? compareByDate(x, z) : 0).toBeLessThanOrEqual(0)
        expect(compareByDate(x, null)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('reads ISO days as EDTF does', () => {
    expect(boundsOf('2024-02-09').earliest).toBe(dayOfIso('2024-02-09'))
  })
})
