import type { CaseFilter } from '../../contract/index.ts'
import { dayOfIso } from '../../domain/days.ts'
import { sortKey } from './sort-key.ts'
import { startOfDay, todayOf } from './today.ts'

/** A condition on `case_index AS c`, with its bound values. */
export type Condition = {
  sql: string
  values: (string | number)[]
  /** Asks whether the case file is one of a set of numbers: no column is needed for it. */
  isSet?: true
}

type Part = keyof CaseFilter

/**
 * The conditions of a filter, one for each part that is set; parts named in `without` are left aside. `today` is the
 * reader's day number, from which days without a change are counted.
 */
export function conditionsOf(filter: CaseFilter, today: number = todayOf(undefined), without: readonly Part[] = []): Condition[] {
  const parts = { ...filter }
  for (const part of without) delete parts[part]
  const conditions: Condition[] = []
  const add = (sql: string, ...values: (string | number)[]): void => void conditions.push({ sql, values })
  if (parts.statusGroups !== undefined && parts.statusGroups.length > 0)
    add(`c.status_group IN (${listOf(parts.statusGroups)})`, ...parts.statusGroups)
  if (parts.statuses !== undefined && parts.statuses.length > 0) add(`c.status IN (${listOf(parts.statuses)})`, ...parts.statuses)
  if (parts.place !== undefined) add('c.place_key = ?', sortKey(parts.place))
  if (parts.force !== undefined) add('c.force_key = ?', sortKey(parts.force))
  if (parts.caseworkerId !== undefined) add('c.caseworker_uuid = ?', parts.caseworkerId)
  if (parts.tag !== undefined)
    conditions.push({ sql: 'c.case_id IN (SELECT case_id FROM case_tags WHERE tag_key = ?)', values: [sortKey(parts.tag)], isSet: true })
  if (parts.unsourced !== undefined) add(parts.unsourced ? 'c.unsourced > 0' : 'c.unsourced = 0')
  if (parts.whereaboutsUnknown !== undefined) add(`c.whereabouts_unknown = ${parts.whereaboutsUnknown ? 1 : 0}`)
  if (parts.staleDays !== undefined) add('c.changed_at < ?', changedBefore(today, parts.staleDays))
  const [from, to] = [dayOf(parts.arrestedFrom), dayOf(parts.arrestedTo)]
  // An uncertain arrest counts where it may lie within the days asked for; one without any day never does.
  if (from !== null || to !== null) add('(c.arrest_earliest IS NOT NULL OR c.arrest_latest IS NOT NULL)')
  if (from !== null) add('(c.arrest_latest IS NULL OR c.arrest_latest >= ?)', from)
  if (to !== null) add('(c.arrest_earliest IS NULL OR c.arrest_earliest <= ?)', to)
  return conditions
}

/** The moment before which a case file was last changed that nobody has touched for so many days. UTC milliseconds. */
export const changedBefore = (today: number, staleDays: number): number => startOfDay(today - staleDays + 1)

/** Conditions as one piece of SQL after `word` ("WHERE", "AND"); nothing where there are none. */
export function sqlOf(word: 'WHERE' | 'AND', conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : ` ${word} ${conditions.map(({ sql }) => sql).join(' AND ')}`
}

export const valuesOf = (conditions: readonly Condition[]): (string | number)[] => conditions.flatMap(({ values }) => values)

const listOf = (values: readonly string[]): string => values.map(() => '?').join(', ')
const dayOf = (iso: string | undefined): number | null => (iso === undefined ? null : dayOfIso(iso))
