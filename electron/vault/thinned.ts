import type { BoundRow } from './chain.ts'
import type { Connection } from './pragmas.ts'

/** The kind of the change that erases for good; it alone may bind the history of earlier changes anew. */
export const purgeKind = 'bin.purged'

// Among the rows that an entry binds, one of the table `change_sets` stands for what is left of that change's field-level
// history: its name is the change's number, its hash the digest of what is left. Erasing a person takes revisions out of
// earlier changes; their entries keep the digest of what was there then, and the erasing's own entry authenticates the rest.

/** What an entry binds of earlier changes whose history it thins; `digest` is taken after the erasing. */
export const thinnedHistory = (changes: readonly number[], digest: (changeNo: number) => string): BoundRow[] =>
  changes.map((changeNo) => ({
    table_name: 'change_sets',
    row_uuid: String(changeNo),
    row_hash: Buffer.from(digest(changeNo), 'hex'),
  }))

/** SQL for the newest digest of a change whose history was thinned, as hex; NULL where it is whole. */
export const thinnedDigest = (changeNo: string): string =>
  `(SELECT lower(hex(b.row_hash)) FROM audit_rows b JOIN audit_entries p ON p.seq = b.seq AND p.kind = '${purgeKind}'
    WHERE b.table_name = 'change_sets' AND b.row_uuid = CAST(${changeNo} AS TEXT) ORDER BY b.seq DESC LIMIT 1)`

/** Whether an erasing took something out of a change's history, or is this very change. */
export function isThinned(db: Connection, changeNo: number): boolean {
  const found = db
    .prepare<{ changeNo: number; name: string; kind: string }, number>(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM audit_rows WHERE table_name = 'change_sets' AND row_uuid = @name)
         OR EXISTS (SELECT 1 FROM change_sets WHERE change_no = @changeNo AND kind = @kind)`,
    )
    .pluck()
    .get({ changeNo, name: String(changeNo), kind: purgeKind })
  return found !== undefined
}
