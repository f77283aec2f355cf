import type { RecordTable } from '../../contract/index.ts'
import { rowOf, valueOf } from '../rows.ts'
import { carriedBySources, unsourcedStatements } from '../statements.ts'
import type { ReadRow } from '../statements.ts'
import { isBinned, standingRows } from './case-rows.ts'
import type { CaseRows } from './case-rows.ts'

const withoutStatements: ReadonlySet<RecordTable> = new Set(['citations', 'sources'])

/** How many statements of a case file have no source, by the same rule as its document counts them. */
export function unsourcedCount(rows: CaseRows): number {
  const citations = (rows.hanging.get('citations') ?? []).map((row) => rowOf('citations', row))
  const withdrawn = new Set((rows.hanging.get('sources') ?? []).filter(isBinned).map((row) => String(row['uuid'])))
  const carried = carriedBySources(citations, withdrawn)
  const standing = standingRows(rows).flatMap(([table, row]): ReadRow[] =>
    // Most fields of most rows are empty, so no row is read whole.
    withoutStatements.has(table)
      ? []
      : [
          {
            table,
            id: String(row['uuid']),
            hasValue: (column) => row[column] !== null,
            valueOf: (field, kind) => valueOf(row, field, kind),
          },
        ],
  )
  return unsourcedStatements(standing, carried).length
}
