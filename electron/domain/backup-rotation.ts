/** A backup as rotation sees it. `createdAt` is UTC milliseconds. */
export type RotatedBackup = {
  id: string
  createdAt: number
  bytes: number
  kind: 'daily' | 'manual' | 'before_migration'
  /** Whether it was opened and found whole. */
  verified: boolean
}

/** How many are kept: one for each of so many last days, weeks and months that have one. */
export const rotationKeeps = { days: 7, weeks: 4, months: 12 } as const

type RotationOptions = {
  /** Minutes that local time is ahead of UTC: days, weeks and months are the caseworker's own. */
  minutesAhead: number
  /** Beyond so many bytes in all, the oldest go first; null: no bound. */
  mostBytes?: number | null
}

const minute = 60_000
const day = 24 * 60 * minute
const daysAWeek = 7
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const daysToMonday = 3

/**
 * The backups that may go: all but the newest verified one of each of the last 7 days, 4 weeks and 12 months that have one,
 * and every one from before a migration. Where none of a day is verified its newest stays. Never among them: the newest
 * verified backup and the newest of all. Where there is a bound on the space, the oldest of the rest go too, those
 * from before a migration last.
 */
export function backupsToRemove(backups: readonly RotatedBackup[], { minutesAhead, mostBytes = null }: RotationOptions): string[] {
  const newestFirst = backups.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
  const kept = new Set<string>()
  for (const [periodOf, most] of [
    [dayOf, rotationKeeps.days],
    [weekOf, rotationKeeps.weeks],
    [monthOf, rotationKeeps.months],
  ] as const) {
    const periods = Map.groupBy(newestFirst, ({ createdAt }) => periodOf(createdAt + minutesAhead * minute))
    for (const inPeriod of [...periods.values()].slice(0, most)) {
      const best = inPeriod.find(({ verified }) => verified) ?? inPeriod[0]
      if (best !== undefined) kept.add(best.id)
    }
  }
  for (const { id, kind } of newestFirst) if (kind === 'before_migration') kept.add(id)
  const untouchable = new Set([newestFirst.find(({ verified }) => verified)?.id, newestFirst[0]?.id])
  for (const id of untouchable) if (id !== undefined) kept.add(id)
  if (mostBytes !== null) thin(newestFirst, kept, untouchable, mostBytes)
  return newestFirst.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
}

/** Takes the oldest out of what is kept until the rest fits. */
function thin(
  newestFirst: readonly RotatedBackup[],
  kept: Set<string>,
  untouchable: ReadonlySet<string | undefined>,
  mostBytes: number,
): void {
  let bytes = newestFirst.reduce((sum, backup) => (kept.has(backup.id) ? sum + backup.bytes : sum), 0)
  const oldestFirst = newestFirst.filter(({ id }) => kept.has(id) && !untouchable.has(id)).toReversed()
  const inOrder = [
    ...oldestFirst.filter(({ kind }) => kind !== 'before_migration'),
    ...oldestFirst.filter(({ kind }) => kind === 'before_migration'),
  ]
  for (const backup of inOrder) {
    if (bytes <= mostBytes) return
    kept.delete(backup.id)
    bytes -= backup.bytes
  }
}

const dayOf = (local: number): number => Math.floor(local / day)
const weekOf = (local: number): number => Math.floor((dayOf(local) + daysToMonday) / daysAWeek)
const monthOf = (local: number): string => new Date(local).toISOString().slice(0, 'YYYY-MM'.length)

/** Whether the first change of a day is due for a backup: none was verified on this local day yet. Both are UTC milliseconds. */
export const isBackupDue = (lastVerifiedAt: number | null, now: number, minutesAhead: number): boolean =>
  lastVerifiedAt === null || dayOf(lastVerifiedAt + minutesAhead * minute) !== dayOf(now + minutesAhead * minute)

/** After so many days on which something was changed, a vault without a newer backup is spoken of at the beginning. */
export const nagAfterWorkDays = 7

/** How loudly a missing backup is spoken of. `workDays`: days with changes since the last verified backup. */
export function backupNag(lastVerifiedAt: number | null, workDays: number): 'quiet' | 'never' | 'old' {
  if (workDays === 0) return 'quiet'
  if (lastVerifiedAt === null) return 'never'
  return workDays >= nagAfterWorkDays ? 'old' : 'quiet'
}
