import type { CallOutput, CallRequest, CaseListRow } from '../contract/index.ts'
import { dayOfIso, isoOfDay } from '../domain/days.ts'
import type { Connection } from '../vault/pragmas.ts'
import type { Casework } from './casework.ts'
import { all, single } from './prepare.ts'
import { dawn } from './search/custody-spans.ts'
import { changedBefore } from './search/filter.ts'
import { orders } from './search/list-cases.ts'
import { listRowOf, shownColumns } from './search/list-row.ts'
import type { Shown } from './search/list-row.ts'
import { remembered } from './search/remembered.ts'
import { todayOf } from './search/today.ts'

type Overview = CallOutput<'home.overview'>

/** So many of a caseworker's last changes are looked through for case files that are not the same. */
const mostChangesRead = 2000

/** The calls of the first screen: what needs attention, and how many were held over time. */
export function homeHandlers({ vault }: Casework) {
  const { db } = vault
  return {
    'home.overview': (request: CallRequest<'home.overview'>): Overview => overview(db, vault.caseworker.uuid, request),
    'statistics.heldOverTime': (request: CallRequest<'statistics.heldOverTime'>): CallOutput<'statistics.heldOverTime'> =>
      heldOverTime(db, request),
  }
}

const count = (db: Connection, sql: string, ...values: (string | number)[]): number => single<number>(db, sql, ...values) ?? 0

function overview(db: Connection, caseworker: string, { today, staleDays, limit }: CallRequest<'home.overview'>): Overview {
  const day = todayOf(today)
  const rows = (rest: string, ...values: (string | number)[]): CaseListRow[] =>
    all<Shown>(db, `SELECT ${shownColumns} FROM case_index AS c ${rest}`, ...values).map((row) => listRowOf(row, day))
  const before = changedBefore(day, staleDays)
  const { groups, people, unknown, stale, unsourced } = remembered(db, `overview ${before}`, () => countsOf(db, before))
  return {
    caseFiles: [...groups.values()].reduce((sum, of) => sum + of, 0),
    people,
    groups: {
      held: groups.get('held') ?? 0,
      unknown: groups.get('unknown') ?? 0,
      free: groups.get('free') ?? 0,
      ended: groups.get('ended') ?? 0,
    },
    whereaboutsUnknown: {
      total: unknown,
      cases: all<Unknown>(db, unknownSql, limit).map((row) => ({ ...listRowOf(row, day), unknownFor: unknownFor(row, day) })),
    },
    stale: {
      total: stale,
      // Each group has its own stretch of the index; the oldest of both are among the oldest of each.
      cases: ['held', 'unknown']
        .flatMap((group) =>
          rows('WHERE c.status_group = ? AND c.changed_at < ? ORDER BY c.changed_at, c.case_id LIMIT ?', group, before, limit),
        )
        .toSorted((a, b) => a.changedAt - b.changedAt)
        .slice(0, limit),
    },
    unsourced: {
      ...unsourced,
      cases: rows('WHERE c.unsourced > 0 ORDER BY c.unsourced DESC, c.case_id DESC LIMIT ?', limit),
    },
    recent: recentOf(db, caseworker, limit).flatMap((id) => rows('WHERE c.case_uuid = ?', id)),
  }
}

/** The counts of the first screen; all of them along indexes, and yet each reads a part of every case file. */
function countsOf(db: Connection, before: number) {
  return {
    groups: new Map(
      all<{ status_group: string; count: number }>(db, 'SELECT status_group, count(*) AS count FROM case_index GROUP BY status_group').map(
        (row) => [row.status_group, row.count],
      ),
    ),
    people: count(db, 'SELECT count(*) FROM persons WHERE binned_change IS NULL'),
    unknown: count(db, 'SELECT count(*) FROM case_index WHERE whereabouts_unknown = 1'),
    stale: count(db, "SELECT count(*) FROM case_index WHERE status_group IN ('held', 'unknown') AND changed_at < ?", before),
    unsourced: {
      total: count(db, 'SELECT count(*) FROM case_index WHERE unsourced > 0'),
      statements: count(db, 'SELECT sum(unsourced) FROM case_index WHERE unsourced > 0'),
    },
  }
}

type Unknown = Shown & { unknown_earliest: number | null; unknown_latest: number | null; unknown_about: number }

/** Longest first, by the days that are certain; those whose beginning is open come last. */
export const unknownSql = `SELECT ${shownColumns}, c.unknown_earliest, c.unknown_latest, c.unknown_about FROM case_index AS c WHERE c.whereabouts_unknown = 1 ORDER BY ${orders.unknown_longest} LIMIT ?`

function unknownFor(row: Unknown, today: number): Overview['whereaboutsUnknown']['cases'][number]['unknownFor'] {
  const { unknown_earliest: earliest, unknown_latest: latest } = row
  if (earliest === null || latest === null) return null
  const least = Math.max(0, today - latest)
  return { least, most: Math.max(least, today - earliest), about: row.unknown_about === 1 }
}

/** Case files outside the bin that a caseworker changed last, newest first. */
function recentOf(db: Connection, caseworker: string, limit: number): string[] {
  return all<{ case_id: string }>(
    db,
    `SELECT s.case_id FROM (SELECT case_id, change_no FROM change_sets WHERE caseworker_id = ? AND case_id IS NOT NULL ORDER BY change_no DESC LIMIT ${mostChangesRead}) AS s
     JOIN case_index AS c ON c.case_uuid = s.case_id GROUP BY s.case_id ORDER BY max(s.change_no) DESC LIMIT ?`,
    caseworker,
    limit,
  ).map(({ case_id }) => case_id)
}

type Turn = { kind: string; day: number; began: number; ended: number }

/** Sums up the beginnings and ends of custody up to each of the days; see `custody-over-time.ts` for what they mean. */
function heldOverTime(db: Connection, { days }: CallRequest<'statistics.heldOverTime'>): CallOutput<'statistics.heldOverTime'> {
  const turns = Map.groupBy(all<Turn>(db, 'SELECT kind, day, began, ended FROM custody_days ORDER BY kind, day'), ({ kind }) => kind)
  const wanted = days.map((iso) => dayOfIso(iso) ?? 0)
  const upTo = (kind: string): number[] => standingOn(turns.get(kind) ?? [], wanted)
  const [heldLeast, heldMost, unknownLeast, unknownMost] = ['held_least', 'held_most', 'unknown_least', 'unknown_most'].map(upTo)
  const beginnings = ['held_most', 'unknown_most']
    .flatMap((kind) => turns.get(kind) ?? [])
    .filter(({ day, began }) => began > 0 && day > dawn)
  const first = beginnings.reduce((least, { day }) => Math.min(least, day), Infinity)
  return {
    points: days.map((day, at) => ({
      day,
      held: { least: heldLeast?.[at] ?? 0, most: heldMost?.[at] ?? 0 },
      unknown: { least: unknownLeast?.[at] ?? 0, most: unknownMost?.[at] ?? 0 },
    })),
    undated: (turns.get('undated') ?? []).reduce((sum, { began }) => sum + began, 0),
    first: Number.isFinite(first) ? isoOfDay(first) : null,
  }
}

/** How many spans that have begun by each day have not ended by then. Turns are in order, days need not be. */
function standingOn(turns: readonly Turn[], days: readonly number[]): number[] {
  const order = days.map((day, at) => ({ day, at })).toSorted((a, b) => a.day - b.day)
  const standing: number[] = []
  let [next, sum] = [0, 0]
  for (const { day, at } of order) {
    for (let turn = turns[next]; turn !== undefined && turn.day <= day; turn = turns[(next += 1)]) sum += turn.began - turn.ended
    standing[at] = sum
  }
  return standing
}
