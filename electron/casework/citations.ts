import type { RecordTable } from '../contract/index.ts'
import { anchorsIn, checkAnchor } from './anchors.ts'
import type { Casework } from './casework.ts'
import { rowCommands } from './commands.ts'
import type { Rules } from './commands.ts'
import { parentFields } from './family.ts'
import { isHiddenInCitation } from './masking.ts'
import { refuseField } from './refusals.ts'
import { findRow, isEmpty, kindOf, readStanding } from './rows.ts'
import type { Row, Values } from './rows.ts'

/** A citation supports a row, one of its fields, one entry of a list, or the sentence that a mark ends. */
const citationRules: Rules = {
  check: (work, values, row) => {
    const whole: Values = { ...row?.values, ...values }
    if (isEmpty(whole['sourceId'])) refuseField('sourceId', 'required')
    const moves = row === null || ['field', 'mark', 'value'].some((field) => values[field] !== undefined)
    if (moves) checkTarget(work, whole)
    return row === null ? values : values['sourceId'] === undefined ? withoutUnseen(work, row, values) : anew(work, row, values)
  },
}

function checkTarget({ vault }: Casework, whole: Values): void {
  const target = readStanding(vault.db, whole['targetTable'] as RecordTable, String(whole['targetId']))
  const { field, mark, value } = { field: whole['field'] ?? null, mark: whole['mark'] ?? null, value: whole['value'] ?? null }
  if (field === null) {
    if (mark !== null || value !== null) refuseField('field', 'required')
    return
  }
  if (typeof field !== 'string' || kindOf(target.table, field) === undefined || parentFields(target.table).includes(field))
    return refuseField('field', 'no_such_field')
  if (mark !== null && value !== null) refuseField('value', 'mark_or_value')
  if (value !== null && anchorsIn(target, field, null)?.anchor !== 'value') refuseField('value', 'not_a_list')
  checkAnchor(vault.db, { table: 'citations', values: whole })
}

export const citationHandlers = (work: Casework) => rowCommands(work, 'citations', 'citations', citationRules)

/**
 * Under another source a citation starts anew: what it said out of a protected one goes, unless the same command says it
 * again. It would else be shown beside a source that never said it, and give away the one that did.
 */
function anew({ vault }: Casework, row: Row, values: Values): Values {
  const before = findRow(vault.db, 'sources', String(row.values['sourceId']))
  const hidden = Object.keys(row.values).filter((field) => isHiddenInCitation(before, field))
  return { ...Object.fromEntries(hidden.map((field) => [field, null])), ...values }
}

/**
 * Leaves out what would empty a field that a view hides: whoever sends back a citation as it was shown has not asked to
 * lose what could not be seen.
 */
function withoutUnseen({ vault }: Casework, row: Row, values: Values): Values {
  const source = findRow(vault.db, 'sources', String(row.values['sourceId']))
  return Object.fromEntries(Object.entries(values).filter(([field, value]) => !(value === null && isHiddenInCitation(source, field))))
}
