import type { CallOutput, CallRequest, RecordTable } from '../contract/index.ts'
import type { Connection } from '../vault/pragmas.ts'
import type { Casework } from './casework.ts'
import { caseRowIds } from './case-document.ts'
import { maskedRevision } from './masking.ts'
import { all, single } from './prepare.ts'
import { findRow, readRow, recordTables } from './rows.ts'
import type { Row, Value } from './rows.ts'
import { undoChange } from './undo.ts'

type ChangeSet = CallOutput<'history.ofCase'>['changes'][number]
type SetRow = { change_no: number; at: number; caseworker: string | null; kind: string; undoes: number | null }
type RevisionRow = { table_name: RecordTable; row_uuid: string; field: string; before_value: string | null; after_value: string | null }

const setColumns = 's.change_no, s.at, (SELECT name FROM caseworkers WHERE uuid = s.caseworker_id) AS caseworker, s.kind, s.undoes'

/** Calls on the history of case files and fields, and undo. */
export function historyHandlers(work: Casework) {
  const { db } = work.vault
  return {
    'history.ofCase': ({ caseId, before, limit }: CallRequest<'history.ofCase'>): CallOutput<'history.ofCase'> => {
      const caseFile = readRow(db, 'case_files', caseId)
      const ids = caseRowIds(db, caseFile)
      const sets = all<SetRow>(
        db,
        `SELECT ${setColumns} FROM change_sets s WHERE s.change_no IN (SELECT change_no FROM revisions WHERE row_uuid IN (SELECT value FROM json_each(?)))
         AND s.change_no < ? ORDER BY s.change_no DESC LIMIT ?`,
        JSON.stringify([...ids]),
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      return { changes: sets.map((set) => changeSetOf(db, set, ({ row_uuid }) => ids.has(row_uuid))) }
    },
    'history.ofField': ({ table, id, field }: CallRequest<'history.ofField'>): CallOutput<'history.ofField'> => {
      readRow(db, table, id)
      const sets = all<SetRow>(
        db,
        `SELECT ${setColumns} FROM revisions r JOIN change_sets s ON s.change_no = r.change_no WHERE r.row_uuid = ? AND r.field = ? ORDER BY s.change_no DESC`,
        id,
        field,
      )
      return { changes: sets.map((set) => changeSetOf(db, set, (revision) => revision.row_uuid === id && revision.field === field)) }
    },
    'history.undo': ({ changeNo }: CallRequest<'history.undo'>): CallOutput<'history.undo'> => undoChange(work, changeNo),
  }
}

function changeSetOf(db: Connection, set: SetRow, shown: (revision: RevisionRow) => boolean): ChangeSet {
  const rows = all<RevisionRow>(
    db,
    'SELECT table_name, row_uuid, field, before_value, after_value FROM revisions WHERE change_no = ? ORDER BY id',
    set.change_no,
  ).filter(shown)
  return {
    changeNo: set.change_no,
    at: set.at,
    caseworker: set.caseworker,
    kind: set.kind,
    undoes: set.undoes,
    undoneBy: undoneBy(db, set.change_no),
    revisions: rows
      .filter(({ table_name }) => recordTables.includes(table_name))
      .map((revision) => {
        const value = (json: string | null, asOf: number): Value | boolean =>
          json === null
            ? null
            : maskedRevision(revision.table_name, revision.field, sourceBehind(db, revision, asOf), JSON.parse(json) as Value | boolean)
        return {
          table: revision.table_name,
          id: revision.row_uuid,
          field: revision.field,
          before: value(revision.before_value, set.change_no - 1),
          after: value(revision.after_value, set.change_no),
        }
      }),
  }
}

/** The source that a value could give away; of a citation the one that it cited after change `asOf`, which may be another now. */
function sourceBehind(db: Connection, { table_name, row_uuid }: RevisionRow, asOf: number): Row | undefined {
  if (table_name === 'sources') return findRow(db, 'sources', row_uuid)
  if (table_name !== 'citations') return undefined
  const cited = single<string>(
    db,
    "SELECT after_value FROM revisions WHERE row_uuid = ? AND field = 'sourceId' AND change_no <= ? ORDER BY change_no DESC LIMIT 1",
    row_uuid,
    asOf,
  )
  return cited === undefined ? undefined : findRow(db, 'sources', String(JSON.parse(cited)))
}

/** The change that took this one back and was not itself taken back; null while it holds. */
export function undoneBy(db: Connection, changeNo: number): number | null {
  const by = single<number>(db, 'SELECT max(change_no) FROM change_sets WHERE undoes = ?', changeNo) ?? null
  return by === null || undoneBy(db, by) !== null ? null : by
}
