import type { BoundRow } from './chain.ts'
import type { Connection } from './pragmas.ts'

/**
 * The newest binding of each row, sorted by table and name, one at a time: a large vault has millions. While it runs,
 * the connection can be read and not written. What an erasing left of a change's history is no row (`thinned.ts`).
 */
export function newestBindings(db: Connection): IterableIterator<BoundRow> {
  return db
    .prepare<[], BoundRow>(
      `SELECT table_name, row_uuid, row_hash FROM audit_rows AS bound
       WHERE table_name <> 'change_sets' AND seq = (SELECT max(seq) FROM audit_rows WHERE table_name = bound.table_name AND row_uuid = bound.row_uuid)
       ORDER BY table_name, row_uuid`,
    )
    .iterate()
}
