import { columnOf, records } from '../contract/index.ts'
import type { RecordTable } from '../contract/index.ts'
import type { Connection } from '../vault/pragmas.ts'
import { all, single } from './prepare.ts'
import { findRow, recordTables, rowOf } from './rows.ts'
import type { Row, SqlRow } from './rows.ts'

export type RowPlace = { table: RecordTable; id: string }

const isRecordTable = (table: unknown): table is RecordTable => recordTables.some((known) => known === table)

/** Tables whose rows name the row that they hang on by table and id. */
const pointing = ['citations', 'competing_values'] as const
/** Whether rows of a table name what they hang on by table and id. */
export const isPointing = (table: RecordTable): boolean => pointing.some((known) => known === table)

/** The row that another hangs on; null for what stands by itself. */
export function parentOf({ table, values }: Pick<Row, 'table' | 'values'>): RowPlace | null {
  if (isPointing(table)) {
    const [target, id] = [values['targetTable'], values['targetId']]
    return isRecordTable(target) && typeof id === 'string' ? { table: target, id } : null
  }
  const parent: { table: RecordTable; field: string } | null = records[table].parent
  const id = parent === null ? null : values[parent.field]
  return parent !== null && typeof id === 'string' ? { table: parent.table, id } : null
}

/** The fields that say what a row hangs on; they never change. */
export function parentFields(table: RecordTable): readonly string[] {
  if (isPointing(table)) return ['targetTable', 'targetId']
  return records[table].parent === null ? [] : [records[table].parent.field]
}

/** Rows that hang on this one directly, in the bin or not. A person's case files stand by themselves. */
export function hangingOn(db: Connection, { table, id }: RowPlace): Row[] {
  const children = recordTables.flatMap((child): Row[] => {
    const parent: { table: string; field: string } | null = records[child].parent
    if (parent?.table !== table || child === 'case_files') return []
    return all<SqlRow>(db, `SELECT * FROM ${child} WHERE ${columnOf(parent.field)} = ? ORDER BY id`, id).map((sql) => rowOf(child, sql))
  })
  if (table === 'citations' || table === 'sources' || table === 'saved_searches') return children
  const pointers = pointing.flatMap((child) =>
    all<SqlRow>(db, `SELECT * FROM ${child} WHERE target_id = ? AND target_table = ? ORDER BY id`, id, table).map((sql) =>
      rowOf(child, sql),
    ),
  )
  return [...children, ...pointers]
}

/** A row and all that hangs on it, of those that `along` lets through, each once. */
export function withHanging(db: Connection, row: Row, along: (row: Row) => boolean): Row[] {
  return [
    row,
    ...hangingOn(db, row)
      .filter(along)
      .flatMap((child) => withHanging(db, child, along)),
  ]
}

export const caseIdsOfPerson = (db: Connection, personId: string): string[] =>
  all<{ uuid: string }>(db, 'SELECT uuid FROM case_files WHERE person_id = ? ORDER BY id', personId).map(({ uuid }) => uuid)

/** The case files in which a row shows. A person's rows show in all of theirs, a source's where it is cited. */
export function caseIdsOf(db: Connection, row: Pick<Row, 'table' | 'id' | 'values'>): string[] {
  if (row.table === 'case_files') return [row.id]
  if (row.table === 'persons') return caseIdsOfPerson(db, row.id)
  if (row.table === 'sources') return casesCiting(db, row.id).map(({ id }) => id)
  const parent = parentOf(row)
  if (parent === null) return []
  if (parent.table === 'case_files') return [parent.id]
  if (parent.table === 'persons') return caseIdsOfPerson(db, parent.id)
  const found = findRow(db, parent.table, parent.id)
  return found === undefined ? [] : caseIdsOf(db, found)
}

const citing = `
  WITH cited AS (SELECT target_table AS on_table, target_id AS on_row FROM citations WHERE source_id = ? AND binned_change IS NULL),
  placed AS (
    SELECT on_table, on_row FROM cited WHERE on_table <> 'competing_values'
    UNION ALL SELECT v.target_table, v.target_id FROM cited JOIN competing_values v ON v.uuid = on_row WHERE on_table = 'competing_values'
  ),
  found AS (
    SELECT on_row AS case_id FROM placed WHERE on_table = 'case_files'
    UNION ALL SELECT x.case_id FROM placed JOIN charges x ON x.uuid = on_row WHERE on_table = 'charges'
    UNION ALL SELECT x.case_id FROM placed JOIN whereabouts_notes x ON x.uuid = on_row WHERE on_table = 'whereabouts_notes'
    UNION ALL SELECT x.case_id FROM placed JOIN custody_statuses x ON x.uuid = on_row WHERE on_table = 'custody_statuses'
    UNION ALL SELECT f.uuid FROM placed JOIN case_files f ON f.person_id = on_row WHERE on_table = 'persons'
    UNION ALL SELECT f.uuid FROM placed JOIN person_names x ON x.uuid = on_row JOIN case_files f ON f.person_id = x.person_id WHERE on_table = 'person_names'
    UNION ALL SELECT f.uuid FROM placed JOIN identity_documents x ON x.uuid = on_row JOIN case_files f ON f.person_id = x.person_id WHERE on_table = 'identity_documents'
  )
  SELECT found.case_id AS id, count(*) AS citations FROM found JOIN case_files f ON f.uuid = found.case_id WHERE f.binned_change IS NULL GROUP BY found.case_id ORDER BY f.id`

/** Case files outside the bin in which a source is cited, with how many citations. */
export const casesCiting = (db: Connection, sourceId: string): { id: string; citations: number }[] => all(db, citing, sourceId)

/** How many of a person's case files stand outside the bin, this one left aside. */
export const otherStandingCases = (db: Connection, personId: string, caseId: string): number =>
  single<number>(db, 'SELECT count(*) FROM case_files WHERE person_id = ? AND uuid <> ? AND binned_change IS NULL', personId, caseId) ?? 0
