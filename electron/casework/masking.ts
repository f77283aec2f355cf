import type { RecordOutput } from '../contract/index.ts'
import { emptyValue, fieldsOf, recordOf } from './rows.ts'
import type { Row, Value } from './rows.ts'

/** What an everyday view may know of a protected source: its code name, how far it is to be trusted, that it is protected. */
const shownOfProtected: ReadonlySet<string> = new Set(['codeName', 'reliability', 'protection'])

/** What a citation says out of a protected source could give it away as surely as its name. */
const hiddenInCitation: ReadonlySet<string> = new Set(['locator', 'quotation', 'note'])

export const isProtected = (row: Pick<Row, 'values'>): boolean => row.values['protection'] === 'protected'

/** A source as a view shows it: whole, or masked where it is protected and `reveal` does not ask for it. */
export function maskedSource(row: Row, reveal = false): { masked: boolean; source: RecordOutput<'sources'> } {
  const masked = isProtected(row) && !reveal
  return {
    masked,
    source: recordOf<'sources'>(masked ? { ...row, values: hideFields(row, (field) => !shownOfProtected.has(field)) } : row),
  }
}

/** Whether a view hides a field of a citation of this source. */
export const isHiddenInCitation = (source: Row | undefined, field: string): boolean =>
  source !== undefined && isProtected(source) && hiddenInCitation.has(field)

/** A citation as a view shows it; `source` is the one it cites. */
export const maskedCitation = (row: Row, source: Row | undefined): RecordOutput<'citations'> =>
  recordOf<'citations'>(
    source !== undefined && isProtected(source) ? { ...row, values: hideFields(row, (field) => hiddenInCitation.has(field)) } : row,
  )

const hideFields = (row: Row, hidden: (field: string) => boolean): Row['values'] =>
  Object.fromEntries(
    [...fieldsOf(row.table).keys()].map((field) => [field, hidden(field) ? emptyValue(row.table, field) : (row.values[field] ?? null)]),
  )

/** A value of the history of a row, hidden where the row itself would hide it. */
export function maskedRevision<V extends Value | boolean>(table: string, field: string, source: Row | undefined, value: V): V | null {
  if (source === undefined || !isProtected(source)) return value
  const hidden =
    table === 'sources' ? field !== 'binned' && !shownOfProtected.has(field) : table === 'citations' && hiddenInCitation.has(field)
  return hidden ? null : value
}
