import type { CallOutput, CallRequest, RecordTable } from '../contract/index.ts'
import type { Connection } from '../vault/pragmas.ts'
import type { Casework } from './casework.ts'
import { isRootOfBin } from './bin.ts'
import { isProtected } from './masking.ts'
import { all, first } from './prepare.ts'
import { findRow, recordTables, rowOf } from './rows.ts'
import type { Row, SqlRow } from './rows.ts'

type Entry = CallOutput<'bin.list'>['entries'][number]

/** What can be restored by itself: people come and go with their case files. */
const listed = recordTables.filter((table) => table !== 'persons')

/** The call that lists the bin: what went there by itself, newest first. What went along comes back with it. */
export function binHandlers({ vault: { db } }: Casework) {
  return {
    'bin.list': ({ limit, offset }: CallRequest<'bin.list'>): CallOutput<'bin.list'> => {
      const binned = listed.flatMap((table) =>
        all<SqlRow>(db, `SELECT * FROM ${table} WHERE binned_change IS NOT NULL`).map((sql) => rowOf(table, sql)),
      )
      const roots = binned.filter((row) => isRootOfBin(db, row)).toSorted((a, b) => (b.binnedChange ?? 0) - (a.binnedChange ?? 0))
      return { total: roots.length, entries: roots.slice(offset, offset + limit).map((row) => entryOf(db, row)) }
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
