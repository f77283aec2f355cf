import type { CallOutput, CallRequest } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { conditionsOf, sqlOf, valuesOf } from './filter.ts'
import { listRowOf, shownColumns } from './list-row.ts'
import type { Shown } from './list-row.ts'
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

/** The SQL of one page of the list, for the list itself and for the test that reads its plan. */
export function listSql(
  filter: Request['filter'],
  sort: Request['sort'],
  today?: number,
): { page: string; total: string; values: (string | number)[] } {
  const conditions = conditionsOf(filter, today)
  const where = sqlOf('WHERE', conditions)
  return {
    page: `SELECT ${shownColumns} FROM case_index AS c${where} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`,
    total: `SELECT count(*) FROM case_index AS c${where}`,
    values: valuesOf(conditions),
  }
}

/** Case files outside the bin. */
export function listCases(db: Connection, { filter, sort, today, limit, offset }: Request): CallOutput<'cases.list'> {
  const day = todayOf(today)
  const { page, total, values } = listSql(filter, sort, day)
  return {
    total:
      db
        .prepare<(string | number)[], number>(total)
        .pluck()
        .get(...values) ?? 0,
    cases: db
      .prepare<(string | number)[], Shown>(page)
      .all(...values, limit, offset)
      .map((row) => listRowOf(row, day)),
  }
}
