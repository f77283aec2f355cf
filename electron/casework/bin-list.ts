import { columnOf, records } from '../contract/index.ts'
import type { CallOutput, CallRequest, RecordTable } from '../contract/index.ts'
import type { Connection } from '../vault/pragmas.ts'
import type { Casework } from './casework.ts'
import { isProtected } from './masking.ts'
import { isPointing } from './family.ts'
import { all, first, single } from './prepare.ts'
import { findRow, readRow, recordTables } from './rows.ts'
import type { Row } from './rows.ts'

type Entry = CallOutput<'bin.list'>['entries'][number]

/** What can be restored by itself: people come and go with their case files. */
const listed = recordTables.filter((table) => table !== 'persons')

/** Whether the row `x` went to the bin with what it hangs on, in SQL. */
function wentAlong(table: RecordTable): string {
  const on = (parent: string, id: string): string =>
    `EXISTS (SELECT 1 FROM ${parent} AS p WHERE p.uuid = x.${id} AND p.binned_change = x.binned_change)`
  if (isPointing(table)) return recordTables.map((target) => `(x.target_table = '${target}' AND ${on(target, 'target_id')})`).join(' OR ')
  const { parent } = records[table]
  return parent === null || table === 'case_files' ? 'false' : on(parent.table, columnOf(parent.field))
}

/** What lies in the bin by itself; each table is read along its index of what is binned. */
const rootsSql = listed
  .map(
    (table, place) =>
      `SELECT '${table}' AS of_table, ${place} AS place, x.id, x.uuid, x.binned_change FROM ${table} AS x WHERE x.binned_change IS NOT NULL AND NOT (${wentAlong(table)})`,
  )
  .join(' UNION ALL ')

/** The call that lists the bin: what went there by itself, newest first. What went along comes back with it. */
export function binHandlers({ vault: { db } }: Casework) {
  return {
    'bin.list': ({ limit, offset }: CallRequest<'bin.list'>): CallOutput<'bin.list'> => {
      const roots = all<{ of_table: RecordTable; uuid: string }>(
        db,
        `SELECT of_table, uuid FROM (${rootsSql}) ORDER BY binned_change DESC, place, id LIMIT ? OFFSET ?`,
        limit,
        offset,
      )
      return {
        total: single<number>(db, `SELECT count(*) FROM (${rootsSql})`) ?? 0,
        entries: roots.map(({ of_table, uuid }) => entryOf(db, readRow(db, of_table, uuid))),
      }
    },
  }
}

function entryOf(db: Connection, row: Row): Entry {
  const set = first<{ at: number; name: string | null }>(
    db,
    'SELECT s.at, (SELECT name FROM caseworkers WHERE uuid = s.caseworker_id) AS name FROM change_sets s WHERE s.change_no = ?',
    row.binnedChange,
  )
  const { label, detail } = wordsOf(db, row)
  return {
    table: row.table,
    id: row.id,
    label,
    detail,
    binnedAt: set?.at ?? 0,
    binnedBy: set?.name ?? null,
    changeNo: row.binnedChange ?? 0,
  }
}

/** The field by which people know a row of each table. */
const labelFields: Readonly<Record<RecordTable, string>> = {
  persons: 'name',
  person_names: 'name',
  identity_documents: 'number',
  case_files: 'title',
  charges: 'offence',
  whereabouts_notes: 'place',
  custody_statuses: 'status',
  sources: 'title',
  citations: 'locator',
  competing_values: 'value',
  saved_searches: 'name',
}

function wordsOf(db: Connection, row: Row): { label: string; detail: string | null } {
  const { values } = row
  const text = (field: string): string => (typeof values[field] === 'string' ? values[field] : '')
  if (row.table === 'case_files') return { label: nameOf(db, text('personId')) || text('title'), detail: text('reference') }
  if (row.table === 'sources') return { label: isProtected(row) ? text('codeName') : text('title'), detail: null }
  if (row.table === 'citations') {
    const source = findRow(db, 'sources', text('sourceId'))
    return { label: source === undefined ? '' : wordsOf(db, source).label, detail: text('field') || null }
  }
  const date = row.table === 'competing_values' ? values['date'] : null
  const label = typeof date === 'object' && date !== null && 'typed' in date ? date.typed : text(labelFields[row.table])
  return { label, detail: text('caseId') === '' ? nameOf(db, text('personId')) || null : referenceOf(db, text('caseId')) }
}

const nameOf = (db: Connection, personId: string): string =>
  first<{ name: string | null }>(db, 'SELECT name FROM persons WHERE uuid = ?', personId)?.name ?? ''
const referenceOf = (db: Connection, caseId: string): string | null =>
  first<{ reference: string }>(db, 'SELECT reference FROM case_files WHERE uuid = ?', caseId)?.reference ?? null
