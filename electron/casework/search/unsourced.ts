import type { RecordTable } from '../../contract/index.ts'
import { rowOf } from '../rows.ts'
import { carriedBySources, unsourcedStatements } from '../statements.ts'
import { isBinned, standingRows } from './case-rows.ts'
import type { CaseRows } from './case-rows.ts'

const withoutStatements: ReadonlySet<RecordTable> = new Set(['citations', 'sources'])

/** How many statements of a case file have no source, by the same rule as its document counts them. */
export function unsourcedCount(rows: CaseRows): number {
  const read = (table: RecordTable) => (rows.hanging.get(table) ?? []).map((row) => rowOf(table, row))
  const withdrawn = new Set((rows.hanging.get('sources') ?? []).filter(isBinned).map((row) => String(row['uuid'])))
  const standing = standingRows(rows).flatMap(([table, row]) => (withoutStatements.has(table) ? [] : [rowOf(table, row)]))
  return unsourcedStatements(standing, carriedBySources(read('citations'), withdrawn)).length
}
