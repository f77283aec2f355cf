import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { backupNag, backupsToRemove, isBackupDue, rotationKeeps } from '../../../electron/domain/backup-rotation.ts'
import type { RotatedBackup } from '../../../electron/domain/backup-rotation.ts'

const day = 86_400_000
const at = (iso: string): number => Date.parse(`${iso}T12:00:00Z`)
const utc = { minutesAhead: 0 }
const daily = (createdAt: number, more: Partial<RotatedBackup> = {}): RotatedBackup => ({
  id: `d${createdAt}`,
  createdAt,
  bytes: 100,
  kind: 'daily',
  verified: true,
  ...more,
})

const backup = fc.record({
  createdAt: fc.integer({ min: at('2020-01-01'), max: at('2026-12-31') }),
  bytes: fc.integer({ min: 1, max: 1000 }),
  kind: fc.constantFrom('daily', 'manual', 'before_migration'),
  verified: fc.boolean(),
})
const many = fc.array(backup, { maxLength: 60 }).map((list) => list.map((one, number): RotatedBackup => ({ ...one, id: `b${number}` })))
const options = fc.record({ minutesAhead: fc.integer({ min: -720, max: 840 }), mostBytes: fc.option(fc.integer({ min: 0, max: 20_000 })) })

describe('Rule 23: rotation of backups', () => {
  test('one a day over three years leaves 7 days, 4 weeks and 12 months', () => {
    const end = at('2026-11-28')
    const all = Array.from({ length: 1100 }, (_, ago) => daily(end - ago * day))
    const gone = new Set(backupsToRemove(all, utc))
    const kept = all.filter(({ id }) => !gone.has(id)).map(({ createdAt }) => new Date(createdAt).toISOString().slice(0, 10))
    // 28 November 2026 is a Saturday: the weeks end on the 28th, and on Sundays before; the months on their last days.
    expect(kept).toEqual([
      ...['2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22'],
      ...['2026-11-15', '2026-11-08', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'],
      ...['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
    ])
  })

  test('days are the caseworker’s own', () => {
    // 23:30 and 00:30 in Caracas, four hours behind UTC: two days there, one in UTC.
    const late = daily(Date.parse('2026-03-02T03:30:00Z'))
    const early = daily(Date.parse('2026-03-02T04:30:00Z'))
    const alone = (minutesAhead: number): number =>
      backupsToRemove([late, early, ...weeks], { minutesAhead }).filter((id) => id === late.id).length
    const weeks = Array.from({ length: 7 }, (_, ago) => daily(Date.parse('2026-03-02T05:00:00Z') - (ago + 1) * 30 * day))
    expect([alone(0), alone(-240)]).toEqual([1, 0])
  })

  test('never the newest verified one, never the newest of all, whatever there is and however little room', () => {
    fc.assert(
      fc.property(many, options, (backups, { minutesAhead, mostBytes }) => {
        const gone = new Set(backupsToRemove(backups, { minutesAhead, mostBytes }))
        const newestFirst = backups.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
        const verified = newestFirst.find((one) => one.verified)
        if (verified !== undefined) expect(gone.has(verified.id)).toBe(false)
        if (newestFirst[0] !== undefined) expect(gone.has(newestFirst[0].id)).toBe(false)
      }),
    )
  })

  test('every one from before a migration stays where there is room', () => {
    fc.assert(
      fc.property(many, (backups) => {
        const gone = new Set(backupsToRemove(backups, utc))
        expect(backups.filter(({ kind, id }) => kind === 'before_migration' && gone.has(id))).toEqual([])
      }),
    )
  })

  test('what is kept once stays kept, in any order, and rotating again removes nothing', () => {
    fc.assert(
      fc.property(many, options, (backups, given) => {
        const gone = backupsToRemove(backups, given)
        expect(backupsToRemove(backups.toReversed(), given).toSorted()).toEqual(gone.toSorted())
        const rest = backups.filter(({ id }) => !gone.includes(id))
        expect(backupsToRemove(rest, given)).toEqual([])
      }),
    )
  })

  test('there are never more than the days, weeks and months, the newest ones and those before migrations', () => {
    fc.assert(
      fc.property(many, options, (backups, given) => {
        const gone = new Set(backupsToRemove(backups, given))
        const { days, weeks, months } = rotationKeeps
        expect(backups.filter(({ kind, id }) => kind !== 'before_migration' && !gone.has(id)).length).toBeLessThanOrEqual(
          days + weeks + months + 2,
        )
      }),
    )
  })

  test('within a bound the oldest go first, those from before a migration last', () => {
    const end = at('2026-11-28')
    const backups = [0, 1, 2, 3].map((ago) => daily(end - ago * day))
    const before = daily(end - 400 * day, { id: 'm', kind: 'before_migration' })
    expect(backupsToRemove([...backups, before], { minutesAhead: 0, mostBytes: 350 })).toEqual([backups[2]?.id, backups[3]?.id])
    expect(backupsToRemove([...backups, before], { minutesAhead: 0, mostBytes: 1 })).toEqual([...backups.slice(1).map(({ id }) => id), 'm'])
  })
})

describe('Rule 23: when a backup is due, and when a missing one is spoken of', () => {
  test('at the first change of a local day', () => {
    const verified = Date.parse('2026-03-02T03:30:00Z')
    expect(isBackupDue(null, verified, 0)).toBe(true)
    expect(isBackupDue(verified, Date.parse('2026-03-02T23:59:00Z'), 0)).toBe(false)
    expect(isBackupDue(verified, Date.parse('2026-03-03T00:01:00Z'), 0)).toBe(true)
    expect(isBackupDue(verified, Date.parse('2026-03-02T04:30:00Z'), -240)).toBe(true)
    // A clock that was put back must not make every change of the day a reason.
    expect(isBackupDue(verified, verified - 1000, 0)).toBe(false)
  })

  test('never made and something to lose, or seven days of work ago; else it is quiet', () => {
    expect([backupNag(null, 0), backupNag(null, 1), backupNag(1, 6), backupNag(1, 7), backupNag(1, 0)]).toEqual([
      'quiet',
      'never',
      'quiet',
      'old',
      'quiet',
    ])
  })
})
