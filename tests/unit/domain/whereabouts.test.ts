import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatusRecord } from '../../../electron/domain/custody.ts'
import { dayNumber, dayOfIso, isoOfDay } from '../../../electron/domain/days.ts'
import { uncertainDate } from '../../../electron/domain/uncertain-date.ts'
import { ledgerOf, type LedgerEntry, type WhereaboutsNote } from '../../../electron/domain/whereabouts.ts'

const today = dayNumber(2024, 6, 30)
const held: StatusRecord = { id: 's', status: 'on_remand', since: null }
const freed = (since: string): StatusRecord => ({ id: 'r', status: 'released_without_charge', since: uncertainDate(since) })

function note(id: string, place: string | null, from: string | null, to: string | null = null): WhereaboutsNote {
  return {
    id,
    place,
    from: from === null ? null : uncertainDate(from),
    to: to === null ? null : uncertainDate(to),
    capture: 'unknown',
    locationDisclosed: 'unknown',
    confidence: 'reported',
  }
}

function ledger(arrest: string | null, notes: WhereaboutsNote[], ...statuses: StatusRecord[]): LedgerEntry[] {
  return ledgerOf({
    notes,
    arrest: arrest === null ? null : uncertainDate(arrest),
    statuses: statuses.length === 0 ? [held] : statuses,
    today,
  })
}

const summary = (entries: LedgerEntry[]): string[] =>
  entries.map(({ kind, place, noteId, days, open }) => {
    const length = days === null ? '?' : days.least === days.most ? String(days.least) : `${String(days.least)}-${String(days.most)}`
    return `${kind === 'gap' ? 'gap' : (noteId ?? place ?? '')} ${length}${open ? ' open' : ''}${kind === 'undated' ? ' undated' : ''}`
  })

describe('the whereabouts ledger', () => {
  it('starts with a gap after the arrest: no confirmed whereabouts for 41 days', () => {
    const entries = ledger('2024-02-09', [note('a', 'El Helicoide', '2024-03-22')])
    expect(summary(entries)).toEqual(['gap 41', 'a 100 open'])
    expect(entries[0]?.to).toEqual({ earliest: dayOfIso('2024-03-21'), latest: dayOfIso('2024-03-21') })
  })

  it('has no gap where a place is known from the first day', () => {
    expect(summary(ledger('2024-02-09', [note('a', 'A', '2024-02-09')]))).toEqual(['a 142 open'])
    expect(summary(ledger('2024-02-09', [note('a', 'A', '2024-02-10')]))).toEqual(['a 141 open'])
  })

  it('shows transfers without a gap and gaps between places', () => {
    const notes = [note('b', 'B', '2024-04-11', '2024-06-30'), note('a', 'A', '2024-02-09', '2024-03-31')]
    expect(summary(ledger('2024-02-09', notes))).toEqual(['a 51', 'gap 10', 'b 80'])
    expect(summary(ledger('2024-02-09', [note('a', 'A', '2024-02-09'), note('b', 'B', '2024-03-01')]))).toEqual(['a 21', 'b 121 open'])
  })

  it('runs a gap until today while custody goes on, and until the release after it', () => {
    const notes = [note('a', 'A', '2024-02-09', '2024-06-20')]
    expect(summary(ledger('2024-02-09', notes))).toEqual(['a 132', 'gap 10 open'])
    expect(summary(ledger('2024-02-09', notes, freed('2024-06-25')))).toEqual(['a 132', 'gap 4'])
    expect(summary(ledger('2024-02-09', notes, freed('2024-06-20')))).toEqual(['a 132'])
    expect(summary(ledger('2024-02-09', [], freed('2024-06-25')))).toEqual(['gap 136'])
  })

  it('ends a note without an end at the release', () => {
    expect(summary(ledger('2024-02-09', [note('a', 'A', '2024-02-09')], freed('2024-02-19')))).toEqual(['a 10'])
  })

  it('gives ranges, and open edges, where dates are ranges', () => {
    const [gap, place] = ledger('2024', [note('a', 'A', '2024-05-03')])
    expect(gap?.days).toEqual({ least: 0, most: 122 })
    expect(gap?.from).toEqual({ earliest: dayOfIso('2024-01-01'), latest: dayOfIso('2024-12-31') })
    expect(place?.days).toEqual({ least: 58, most: 58 })
  })

  it('does not make a gap of dates that meet as they were said', () => {
    const notes = [note('a', 'A', '2024-02-09', '2024-03'), note('b', 'B', '2024-04', '2024-06-30')]
    expect(summary(ledger('2024-02-09', notes))).toEqual(['a 21-51', 'b 61-90'])
  })

  it('counts a possible gap after an end that nobody knows', () => {
    expect(summary(ledger('2024-02-09', [note('a', 'A', '2024-02-09/'), note('b', 'B', '2024-03-01')]))).toEqual([
      'a 0-21',
      'gap 0-20',
      'b 121 open',
    ])
    expect(summary(ledger('2024-02-09', [note('a', 'A', '2024-06-20/')]))).toEqual(['gap 131', 'a 0-10', 'gap 0-10 open'])
  })

  it('tells a release without a year as a gap of unknown length', () => {
    expect(summary(ledger('2024', [], freed('XXXX-01-28')))).toEqual(['gap ?'])
  })

  it('takes a note without a place as unknown whereabouts, not as a second gap', () => {
    const entries = ledger('2024-02-09', [note('u', null, '2024-02-09', '2024-03-22'), note('a', 'A', '2024-03-22')])
    expect(entries.map((entry) => entry.kind)).toEqual(['unknown_place', 'place'])
  })

  it('flags places that contradict, but not a transfer on a shared day', () => {
    const contradicting = ledger('2024-02-09', [note('a', 'A', '2024-02-09', '2024-03-10'), note('b', 'B', '2024-03-01', '2024-03-20')])
    expect(contradicting.map((entry) => entry.contradicts)).toEqual([['b'], ['a'], []])
    const transferred = ledger('2024-02-09', [note('a', 'A', '2024-02-09', '2024-03-10'), note('b', 'B', '2024-03-10', '2024-06-30')])
    expect(transferred.map((entry) => entry.contradicts)).toEqual([[], []])
    const uncertain = ledger('2024-02-09', [note('a', 'A', '2024-02-09', '2024-03'), note('b', 'B', '2024-03', '2024-06-30')])
    expect(uncertain.map((entry) => entry.contradicts)).toEqual([[], []])
    const same = ledger('2024-02-09', [
      note('a', 'La Planta', '2024-02-09', '2024-03-10'),
      note('b', 'la planta ', '2024-03-01', '2024-06-30'),
    ])
    expect(same.every((entry) => entry.contradicts.length === 0)).toBe(true)
  })

  it('lists what cannot be placed apart, and never loses a note', () => {
    const entries = ledger('2024-02-09', [note('x', 'X', 'XXXX-03'), note('a', 'A', '2024-02-09'), note('y', 'Y', null)])
    expect(summary(entries)).toEqual(['a 142 open', 'x ? undated', 'y ? undated'])
  })

  it('keeps a denial with its note', () => {
    const [entry] = ledger('2024-02-09', [{ ...note('a', 'A', '2024-02-09'), capture: 'denied' }])
    expect(entry?.denied).toBe(true)
  })

  it('accounts for every day exactly once where notes are whole days that do not overlap', () => {
    const start = dayNumber(2024, 1, 1)
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 })), { maxLength: 5 })
    fc.assert(
      fc.property(steps, (lengths) => {
        let day = start
        const notes = lengths.map(([stay, pause], index) => {
          const from = day + pause
          day = from + stay
          return note(String(index), `place ${String(index)}`, isoOfDay(from), isoOfDay(day))
        })
        const days = ledger(isoOfDay(start), notes).map((entry) => entry.days?.most ?? NaN)
        // A gap between two whereabouts counts the days strictly between them, so each such gap leaves one day to its far edge.
        const innerGaps = ledger(isoOfDay(start), notes).filter((entry) => entry.kind === 'gap' && !entry.open).length
        const hidden = lengths.filter(([, pause]) => pause === 1).length
        expect(days.reduce((sum, count) => sum + count, 0) + innerGaps + hidden).toBe(today - start)
      }),
    )
  })

  it('loses no note, whatever its dates', () => {
    const anyText = fc.option(
      fc.constantFrom('2024', '2024-02', '2024-02-09', 'XXXX-01-28', '2024-02/..', '2024-02/', '[..2024-03]', '/2024-04', '[2024-05..]'),
      { nil: null },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }), anyText, (dates, arrest) => {
        const notes = dates.map(([from, to], index) => note(`n${String(index)}`, 'P', from, to))
        const ids = ledger(arrest, notes).flatMap((entry) => (entry.noteId === null ? [] : [entry.noteId]))
        expect(ids.toSorted()).toEqual(notes.map(({ id }) => id))
      }),
    )
  })
})
