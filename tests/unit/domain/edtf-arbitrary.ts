import fc from 'fast-check'
import { daysInMonth } from '../../../electron/domain/days.ts'

const two = (number: number): string => String(number).padStart(2, '0')
const qualifier = fc.constantFrom('', '', '', '?', '~', '%')

/** Year, month or day of a date that exists. */
export const plainDate: fc.Arbitrary<string> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    parts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ year, month, day, parts }) => [String(year), two(month), two(Math.min(day, daysInMonth(year, month)))].slice(0, parts).join('-'))

/** One date of our subset, with doubts and unknown digits. */
export const anyDate: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: plainDate },
      { weight: 1, arbitrary: fc.constantFrom('2024-02-XX', '2024-XX-XX', '199X', 'XXXX-01-28', 'XXXX-02-29', '19XX') },
    ),
    qualifier,
  )
  .map((parts) => parts.join(''))

const orderedPair = fc.tuple(plainDate, plainDate, qualifier, qualifier).map(([a, b, markA, markB]) => {
  const [first, second] = [a, b].toSorted()
  // A date sorts after its own year, so that the later text never ends before the earlier begins.
  return [`${first ?? a}${markA}`, `${second ?? b}${markB}`] as const
})

/** Any text of our EDTF subset. */
export const anyEdtf: fc.Arbitrary<string> = fc.oneof(
  anyDate,
  orderedPair.map(([a, b]) => `${a}/${b}`),
  anyDate.map((date) => `${date}/..`),
  anyDate.map((date) => `${date}/`),
  anyDate.map((date) => `../${date}`),
  anyDate.map((date) => `/${date}`),
  plainDate.map((date) => `[..${date}]`),
  plainDate.map((date) => `[${date}..]`),
  orderedPair.map(([a, b]) => `[${a}..${b}]`),
  fc.uniqueArray(plainDate, { minLength: 2, maxLength: 4 }).map((dates) => `[${dates.join(',')}]`),
)
