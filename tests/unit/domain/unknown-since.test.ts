import { expect, test } from 'vitest'

import { dayOfIso } from '../../../electron/domain/days.ts'
import { uncertainDate } from '../../../electron/domain/uncertain-date.ts'
import { unknownSince } from '../../../electron/domain/unknown-since.ts'
import type { WhereaboutsNote } from '../../../electron/domain/whereabouts.ts'

const today = dayOfIso('2026-11-25') ?? 0
const date = (edtf: string | null) => (edtf === null ? null : uncertainDate(edtf))
const note = (place: string | null, from: string | null, to: string | null = null): WhereaboutsNote => ({
  id: `${place} ${from}`,
  place,
  from: date(from),
  to: date(to),
  capture: 'unknown',
  locationDisclosed: 'unknown',
  confidence: 'unknown',
})
/** The last day that is known, as two days; null where the whereabouts are. */
const since = (arrest: string | null, statuses: [string, string | null][], ...notes: WhereaboutsNote[]): string | null => {
  const found = unknownSince({
    notes,
    arrest: date(arrest),
    statuses: statuses.map(([status, from], index) => ({ id: String(index), status, since: date(from) })),
    today,
  })
  if (found === null) return null
  const { earliest, latest } = found.lastKnown
  const iso = (day: number | null): string => (day === null ? '…' : String(day - (dayOfIso('2026-01-01') ?? 0) + 1))
  return `${iso(earliest)}–${iso(latest)}${found.about ? ' about' : ''}`
}

test.each<[string, string | null, string | null]>([
  ['taken, and nothing known since', since('2026-01-10', []), '10–10'],
  ['held, and no place known since', since('2026-01-10', [['on_remand', null]]), '10–10'],
  ['about a day', since('2026-01-10~', [['on_remand', null]]), '10–10 about'],
  ['in a month', since('2026-01', [['on_remand', null]]), '1–31'],
  ['at a place', since('2026-01-10', [['on_remand', null]], note('El Rodeo', '2026-01-10')), null],
  ['the place ended', since('2026-01-10', [['on_remand', null]], note('El Rodeo', '2026-01-10', '2026-01-20')), '20–20'],
  [
    'moved to a place nobody could name',
    since('2026-01-10', [['on_remand', null]], note('El Rodeo', '2026-01-10'), note(null, '2026-01-25')),
    '25–25',
  ],
  [
    'a gap, then a note that says so',
    since('2026-01-10', [['on_remand', null]], note('El Rodeo', '2026-01-10', '2026-01-20'), note(null, '2026-01-25')),
    '20–20',
  ],
  ['released', since('2026-01-10', [['acquitted', '2026-02-01']]), null],
  [
    'the status says so beside a place',
    since('2026-01-10', [['forcibly_disappeared', '2026-01-15']], note('El Rodeo', '2026-01-10')),
    '15–15',
  ],
  ['nothing at all', since(null, []), '…–…'],
])('%s', (_, found, expected) => expect(found).toBe(expected))
