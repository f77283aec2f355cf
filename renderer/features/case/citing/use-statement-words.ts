import { useLingui } from '@lingui/react/macro'

import { records, type RecordTable } from '../../../../electron/contract/index.ts'
import { describeDate } from '../../../../electron/domain/describe-date.ts'
import { isolated } from '../../../i18n/lists.ts'
import { useCaseView } from '../case-context.ts'
import { rowsOf } from '../case-rows.ts'
import { fieldLabel, recordLabel } from '../field-labels.ts'
import { kindOf } from '../saving/field-key.ts'
import { valueIn, type CaseRow } from '../use-field.ts'

/** The field by which a row of each table is known; a date, an entry or a text is known by its own words. */
const namedBy: Partial<Record<RecordTable, string>> = {
  charges: 'offence',
  whereabouts_notes: 'place',
  custody_statuses: 'status',
  person_names: 'name',
  identity_documents: 'kind',
}

/**
 * What a statement is called so that it can't be taken for its neighbour: the field, and the row that it is one of ("Law,
 * Treason"). A field that names its row is called by what it says ("Offence: Treason").
 */
export function useStatementWords(): (table: RecordTable, id: string, field: string | null, value?: string | null) => string {
  const { t, i18n } = useLingui()
  const { document, language, termLabel } = useCaseView()

  const said = (table: RecordTable, row: CaseRow, field: string): string | null => {
    const value = valueIn(row, field)
    const kind = kindOf(table, field)
    if (kind?.kind === 'term') return typeof value === 'string' ? termLabel(kind.vocabulary, value) : null
    if (kind?.kind === 'longText') return null
    if (typeof value === 'string') return value
    return value !== null && typeof value === 'object' && 'edtf' in value ? describeDate(String(value.edtf), language) : null
  }

  const statementWords = (table: RecordTable, id: string, field: string | null, value: string | null = null): string => {
    // What another source says stands beside a field; that field is what the reader knows.
    const contested = table === 'competing_values' ? document.competingValues.find((one) => one.id === id) : undefined
    if (contested?.targetTable && contested.targetId !== null) {
      const name = statementWords(contested.targetTable, contested.targetId, contested.field)
      return t`what another source says of “${name}”`
    }
    const known = field !== null && Object.hasOwn(records[table].fields, field)
    const label = i18n._(known ? fieldLabel(table, field) : recordLabel(table))
    if (value !== null) return `${label}: ${isolated(value)}`
    const row = rowsOf(document).find((one) => one.table === table && one.row.id === id)?.row
    const name = namedBy[table]
    if (row === undefined || name === undefined) return label
    const words = said(table, row, name)
    if (words === null || words === '') return label
    return known && field !== name ? `${label} (${isolated(words)})` : `${label}: ${isolated(words)}`
  }
  return statementWords
}
