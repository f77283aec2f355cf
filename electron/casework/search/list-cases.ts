import type { CallOutput, CallRequest } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { all, single } from '../prepare.ts'
import { conditionsOf, sqlOf, valuesOf } from './filter.ts'
import type { Condition } from './filter.ts'
import { listRowOf, listRowsOf, shownColumns } from './list-row.ts'
import type { Shown } from './list-row.ts'
import { remembered } from './remembered.ts'
import { todayOf } from './today.ts'

type Request = CallRequest<'cases.list'>

/** Each sort runs along an index. An arrest without a first day comes last either way. */
export const orders = {
  changed: 'c.changed_at DESC, c.case_id DESC',
  changed_first: 'c.changed_at, c.case_id',
  name: 'c.name_key, c.case_id',
  arrested_first: '(c.arrest_earliest IS NULL), c.arrest_earliest, c.case_id',
  arrested_last: 'c.arrest_earliest DESC, c.case_id DESC',
  reference: 'c.reference',
  unsourced: 'c.unsourced DESC, c.case_id DESC',
  unknown_longest: 'c.whereabouts_unknown DESC, (c.unknown_latest IS NULL), c.unknown_latest, c.case_id',
} as const satisfies Record<Request['sort'], string>

const indexes = {
  changed: 'case_index_by_changed',
  changed_first: 'case_index_by_changed',
  name: 'case_index_by_name',
  arrested_first: 'case_index_by_arrest',
  arrested_last: 'case_index_by_last_arrest',
  reference: 'case_index_by_reference',
  unsourced: 'case_index_by_unsourced',
  unknown_longest: 'case_index_by_unknown',
} as const satisfies Record<Request['sort'], string>

/** Under several conditions the one index that holds all that a filter can ask for; a single one may have its own. */
const filtered = (conditions: readonly Condition[]): string =>
  `case_index AS c${conditions.length > 1 || conditions.some(({ isSet }) => isSet) ? ' INDEXED BY case_index_by_facet' : ''}${sqlOf('WHERE', conditions)}`

/**
 * The SQL of the numbers of one page of case files under conditions, with the values to bind before limit and offset. It
 * goes along the index of the order and asks of each whether it is among those that the conditions leave: no row is read
 * but for its place, however deep the page lies.
 */
export function idsSql(conditions: readonly Condition[], sort: Request['sort']): { sql: string; values: (string | number)[] } {
  const [sets, others] = [conditions.filter(({ isSet }) => isSet), conditions.filter(({ isSet }) => !isSet)]
  const among: Condition[] =
    others.length === 0 ? [] : [{ sql: `c.case_id IN (SELECT c.case_id FROM ${filtered(others)})`, values: valuesOf(others) }]
  const all = [...sets, ...among]
  return {
    sql: `SELECT c.case_id FROM case_index AS c INDEXED BY ${indexes[sort]}${sqlOf('WHERE', all)} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`,
    values: valuesOf(all),
  }
}

/** The SQL that counts the case files under conditions. */
export const totalSql = (conditions: readonly Condition[]): string => `SELECT count(*) FROM ${filtered(conditions)}`

/** The SQL of one page of the list without a filter, rows and all. */
export const pageSql = (sort: Request['sort']): string =>
  `SELECT ${shownColumns} FROM case_index AS c ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`

/** Case files outside the bin. */
export function listCases(db: Connection, { filter, sort, today, limit, offset }: Request): CallOutput<'cases.list'> {
  const day = todayOf(today)
  const conditions = conditionsOf(filter, day)
  const values = valuesOf(conditions)
  const total = remembered(db, JSON.stringify(['total', day, filter]), () => single<number>(db, totalSql(conditions), ...values) ?? 0)
  if (conditions.length === 0) return { total, cases: all<Shown>(db, pageSql(sort), limit, offset).map((row) => listRowOf(row, day)) }
  const { sql, values: bound } = idsSql(conditions, sort)
  const idsOf = (most: number): Uint32Array =>
    Uint32Array.from(all<{ case_id: number }>(db, sql, ...bound, most, 0).map(({ case_id }) => case_id))
  // Whoever goes on from the first page goes through many: the order is then made once, four bytes a case file.
  const ids =
    offset === 0
      ? remembered(db, JSON.stringify(['first', day, filter, sort, limit]), () => idsOf(limit))
      : remembered(db, JSON.stringify(['order', day, filter, sort]), () => idsOf(-1)).subarray(offset, offset + limit)
  return { total, cases: listRowsOf(db, [...ids], day) }
}
