import { columnOf, records } from '../../contract/index.ts'
import type { FieldKind, RecordTable } from '../../contract/index.ts'
import { stripMarks } from '../../domain/marks.ts'

/** The columns of the full-text index, the most telling first. */
export const searchColumns = ['names', 'reference', 'places', 'charges', 'body', 'sources'] as const
export type SearchColumn = (typeof searchColumns)[number]

/** A row as SQLite gives it: snake_case columns. */
export type SqlRow = Record<string, string | number | null>

/** One text of a case file: where it stands, and the words as they were written. */
export type Piece = { column: SearchColumn; table: RecordTable; id: string; field: string; text: string }

type SearchedField = { field: string; column: SearchColumn; sql: string; kind: 'text' | 'longText' | 'list' | 'date' }

const placed: Partial<Record<RecordTable, SearchColumn | Record<string, SearchColumn>>> = {
  persons: { name: 'names', familyName: 'names', givenName: 'names', birthPlace: 'places' },
  person_names: 'names',
  case_files: { reference: 'reference', arrestPlace: 'places' },
  charges: 'charges',
  whereabouts_notes: { place: 'places' },
  sources: 'sources',
  citations: 'sources',
}

function columnFor(table: RecordTable, field: string): SearchColumn {
  const place = placed[table]
  return typeof place === 'string' ? place : (place?.[field] ?? 'body')
}

function isSearched(kind: FieldKind['kind']): kind is SearchedField['kind'] {
  return kind === 'text' || kind === 'longText' || kind === 'list' || kind === 'date'
}

// A competing value names its field and its row in text columns that nobody wrote as text of the case.
const notText: ReadonlySet<string> = new Set([
  'citations.targetId',
  'citations.field',
  'citations.mark',
  'competing_values.targetId',
  'competing_values.field',
])

const tables = Object.keys(records) as RecordTable[]
const searched: ReadonlyMap<RecordTable, readonly SearchedField[]> = new Map(
  tables.map((table) => {
    const fields = Object.entries<FieldKind>(records[table].fields)
    return [
      table,
      fields.flatMap(([field, { kind }]) =>
        isSearched(kind) && !notText.has(`${table}.${field}`)
          ? [{ field, kind, column: columnFor(table, field), sql: columnOf(field) }]
          : [],
      ),
    ]
  }),
)

/** Whether the words of a field can be found. */
export const isSearchedField = (table: RecordTable, field: string): boolean =>
  searched.get(table)?.some((known) => known.field === field) ?? false

// A protected source is known by its code name only, in the index as everywhere else (security: sources first).
const openToAll: ReadonlySet<string> = new Set(['codeName'])

/** The texts of one row, in the order of its fields. */
export function piecesOfRow(table: RecordTable, row: SqlRow): Piece[] {
  const id = String(row['uuid'])
  const pieces: Piece[] = []
  eachText(table, row, (column, text, field) => pieces.push({ column, table, id, field, text }))
  return pieces
}

/** Tells of each text of one row, in the order of its fields, where it belongs. */
export function eachText(table: RecordTable, row: SqlRow, tell: (column: SearchColumn, text: string, field: string) => void): void {
  const masked = table === 'sources' && row['protection'] === 'protected'
  const contestsName =
    table === 'competing_values' &&
    row['target_table'] === 'persons' &&
    (row['field'] === 'name' || row['field'] === 'familyName' || row['field'] === 'givenName')
  for (const { field, kind, column, sql } of searched.get(table) ?? []) {
    // Most fields of most rows are empty.
    if ((kind !== 'date' && row[sql] === null) || (masked && !openToAll.has(field))) continue
    const placed = contestsName && field === 'value' ? 'names' : column
    for (const text of textsOf(row, kind, sql)) tell(placed, text, field)
  }
}

const none: readonly string[] = []

function textsOf(row: SqlRow, kind: SearchedField['kind'], sql: string): readonly string[] {
  switch (kind) {
    case 'text':
      return present(row[sql])
    case 'longText':
      return present(row[sql]).map(stripMarks)
    case 'list':
      return entriesOf(row[sql])
    case 'date': {
      const typed = present(row[`${sql}_typed`])
      if (typed === none && row[`${sql}_edtf`] === null) return none
      return [...typed, ...present(row[`${sql}_edtf`]).filter((edtf) => !typed.includes(edtf))]
    }
  }
}

const present = (value: string | number | null | undefined): readonly string[] =>
  typeof value === 'string' && value !== '' ? [value] : none

function entriesOf(json: string | number | null | undefined): readonly string[] {
  if (typeof json !== 'string' || json === '[]') return none
  const entries: unknown = JSON.parse(json)
  return Array.isArray(entries) ? entries.filter((entry) => typeof entry === 'string') : []
}
