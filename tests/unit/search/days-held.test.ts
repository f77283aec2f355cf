import fc from 'fast-check'
import { expect, test } from 'vitest'

import { daysHeldOn } from '../../../electron/casework/search/list-row.ts'
import { settledDays } from '../../../electron/casework/search/index-row.ts'
import { custodyStatuses, daysHeld } from '../../../electron/domain/custody.ts'
import { uncertainDate } from '../../../electron/domain/uncertain-date.ts'

const year = fc.integer({ min: 2019, max: 2027 }).map(String)
const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0'))
const edtf = fc.oneof(
  year,
  fc.tuple(year, month).map((parts) => parts.join('-')),
  fc.tuple(year, month, fc.integer({ min: 10, max: 28 })).map((parts) => parts.join('-')),
  fc.tuple(year, year).map(([a, b]) => [a, b].toSorted().join('/')),
  year.map((start) => `${start}/..`),
  fc.tuple(year, month).map(([a, b]) => `[..${a}-${b}-15]`),
  fc.constant('XXXX-01-28'),
)
const date = fc.option(edtf.map(uncertainDate))
const statuses = fc.array(fc.record({ id: fc.uuid(), status: fc.constantFrom(...custodyStatuses.map(({ code }) => code)), since: date }), {
  maxLength: 4,
})

test('days held in a list are the days held of the case file, on every day', () => {
  fc.assert(
    fc.property(date, statuses, fc.integer({ min: 17_000, max: 24_000 }), (arrest, history, today) => {
      const facts = { arrest, statuses: history }
      expect(daysHeldOn({ ...facts, settled: settledDays(facts) }, today)).toEqual(daysHeld({ ...facts, today }))
    }),
    { numRuns: 3000 },
  )
})
