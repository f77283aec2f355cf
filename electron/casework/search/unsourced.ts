import type { Connection } from '../../vault/pragmas.ts'
import type { CaseRows } from './case-rows.ts'

/** How many statements of a case file have no source. */
export function unsourcedCount(_db: Connection, _rows: CaseRows): number {
  return 0
}
