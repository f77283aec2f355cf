import { columnsOf } from '../contract/index.ts'
import type { FieldKind, RecordTable } from '../contract/index.ts'
import { unsourcedSentences } from '../domain/sentences.ts'
import { fieldsOf, isEmpty, recordTables } from './rows.ts'
import type { Row, Value } from './rows.ts'

/** A statement without a source; `sentence` where it is one of a long text. */
export type Unsourced = { table: RecordTable; id: string; field: string; sentence: { start: number; end: number } | null }

/**
 * What of a row claims something about the world and so wants a source. The office's own words (reference, title, tags,
 * notes, its judgement of a report) are no claims; nor is what says only that a thing is not known.
 */
const ours: Partial<Record<RecordTable, ReadonlySet<string>>> = {
  persons: new Set(['kind', 'distinguishing']),
  person_names: new Set(['personId', 'kind']),
  identity_documents: new Set(['personId']),
  case_files: new Set(['personId', 'reference', 'title', 'confidentiality', 'caseworkerId', 'opened', 'closed', 'tags', 'notes']),
  charges: new Set(['caseId', 'note']),
  whereabouts_notes: new Set(['caseId', 'reportedBy', 'confidence', 'note']),
  custody_statuses: new Set(['caseId']),
  competing_values: new Set(['targetTable', 'targetId', 'field', 'reason']),
}

/** A part of a name is carried by what carries the whole of it. */
const carriedBy: Readonly<Record<string, string>> = { 'persons.familyName': 'name', 'persons.givenName': 'name' }

/** Whether a field of a table can hold a statement at all. */
export const isStatementField = (table: RecordTable, field: string): boolean => {
  const known = ours[table]
  return known !== undefined && fieldsOf(table).has(field) && !known.has(field)
}

type StatementField = {
  field: string
  kind: FieldKind
  /** The column that is NULL where the field holds nothing. */
  column: string
}

/** The fields of each table that can hold a statement, in their order. */
const statementFields: ReadonlyMap<RecordTable, readonly StatementField[]> = new Map(
  recordTables.map((table) => [
    table,
    [...fieldsOf(table)]
      .filter(([field]) => isStatementField(table, field))
      .map(([field, kind]) => ({ field, kind, column: columnsOf(field, kind)[0] ?? field })),
  ]),
)

/** What the standing citations of a case file carry. Made once for all of its rows. */
export type Carried = ReadonlyMap<string, readonly Row[]>

/**
 * Sorts citations by the row that they support. One whose source is in the bin (`withdrawn` has the ids of such) carries
 * nothing: a statement may not look sourced by something that was withdrawn.
 */
export function carriedBySources(citations: readonly Row[], withdrawn: ReadonlySet<string>): Carried {
  const standing = citations.filter(({ binnedChange, values }) => binnedChange === null && !withdrawn.has(String(values['sourceId'])))
  return Map.groupBy(standing, ({ values }) => `${String(values['targetTable'])}/${String(values['targetId'])}`)
}

/** Citations of a whole field or of the whole row that it belongs to. */
export function citationsOfField(carried: Carried, row: Pick<Row, 'table' | 'id'>, field: string): readonly Row[] {
  return ofField(citationsOnRow(carried, row), row.table, field)
}

const none: readonly Row[] = []

const citationsOnRow = (carried: Carried, { table, id }: Pick<Row, 'table' | 'id'>): readonly Row[] => carried.get(`${table}/${id}`) ?? none

function ofField(onRow: readonly Row[], table: RecordTable, field: string): readonly Row[] {
  if (onRow.length === 0) return none
  const whole = carriedBy[`${table}.${field}`]
  return onRow.filter(
    ({ values }) => values['field'] === null || values['field'] === field || (whole !== undefined && values['field'] === whole),
  )
}

/** Whether a citation carries all of a row, whatever its fields say. */
const isCitedWhole = (carried: Carried, row: Pick<Row, 'table' | 'id'>): boolean =>
  citationsOnRow(carried, row).some(({ values }) => values['field'] === null && values['mark'] === null && values['value'] === null)

/** A row of which fields are read one by one, as they are asked for; `hasValue` may say of a column that nothing is in it. */
export type ReadRow = Pick<Row, 'table' | 'id'> & {
  hasValue: (column: string) => boolean
  valueOf: (field: string, kind: FieldKind) => Value
}

/** A row that was read whole. */
export const readRowOf = ({ table, id, values }: Row): ReadRow => ({
  table,
  id,
  hasValue: () => true,
  valueOf: (field) => values[field] ?? null,
})

/** The statements of some standing rows that no source carries, in the order of the rows and their fields. */
export function unsourcedStatements(rows: readonly ReadRow[], carried: Carried): Unsourced[] {
  const found: Unsourced[] = []
  for (const row of rows) {
    // Most rows are cited whole, and then there is nothing to look for.
    if (isCitedWhole(carried, row)) continue
    const onRow = citationsOnRow(carried, row)
    for (const { field, kind: asked, column } of statementFields.get(row.table) ?? []) {
      if (!row.hasValue(column)) continue
      const value = row.valueOf(field, asked)
      const { kind } = asked
      if (isEmpty(value) || ((kind === 'choice' || kind === 'term') && value === 'unknown')) continue
      const place = { table: row.table, id: row.id, field }
      const citations = ofField(onRow, row.table, field)
      if (citations.some(({ values }) => values['mark'] === null && values['value'] === null)) continue
      if (kind === 'longText' && typeof value === 'string')
        for (const sentence of sentencesWithout(value, citations)) found.push({ ...place, sentence })
      else if (kind !== 'list' || !eachIsCited(value, citations)) found.push({ ...place, sentence: null })
    }
  }
  return found
}

function sentencesWithout(text: string, citations: readonly Row[]): { start: number; end: number }[] {
  const marks = new Set(citations.map(({ values }) => String(values['mark'])))
  return unsourcedSentences(text, 'en', marks).map(({ start, end }) => ({ start, end }))
}

function eachIsCited(value: Value, citations: readonly Row[]): boolean {
  const cited = new Set(citations.map(({ values }) => values['value']))
  return Array.isArray(value) && value.every((entry) => cited.has(entry))
}
