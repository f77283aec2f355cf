import { inputSchemaOf } from '../contract/index.ts'
import type { CallRequest, FieldKind, RecordTable, Written } from '../contract/index.ts'
import type { Casework } from './casework.ts'
import { applyChange } from './change.ts'
import type { Draft } from './change.ts'
import { checkChanged } from './check-fields.ts'
import { changeOf, refuseConflict, rowCommands } from './commands.ts'
import type { Rules } from './commands.ts'
import { all } from './prepare.ts'
import { refuse, refuseField } from './refusals.ts'
import { isDate, isEmpty, kindOf, readStanding, rowOf } from './rows.ts'
import type { Row, SqlRow, Value, Values } from './rows.ts'

/** What is claimed instead of a field's value: the kind of field decides whether in words or as a date. */
const competingRules: Rules = {
  check: ({ vault }, values, row) => {
    const whole: Values = { ...row?.values, ...values }
    const target = readStanding(vault.db, whole['targetTable'] as RecordTable, String(whole['targetId']))
    const field = String(whole['field'] ?? '')
    if (row !== null && values['field'] !== undefined) refuseField('field', 'fixed')
    const kind = kindOf(target.table, field)
    if (kind === undefined) return refuseField('field', 'no_such_field')
    // An office's own words (a tag, a reference) are nobody's claim; entries of a list stand side by side already.
    if (!isContestable(target.table, field, kind)) return refuseField('field', 'not_contestable')
    const [claimed, other] = kind.kind === 'date' ? (['date', 'value'] as const) : (['value', 'date'] as const)
    if (isEmpty(whole[claimed])) refuseField(claimed, 'required')
    if (!isEmpty(whole[other])) refuseField(other, 'not_of_this_kind')
    if (isEmpty(whole['reason'])) refuseField('reason', 'required')
    if (kind.kind !== 'date') asValueOf(kind, whole['value'] ?? null)
  },
}

const ours: ReadonlySet<string> = new Set(['case_files.reference', 'case_files.title', 'case_files.confidentiality', 'case_files.notes'])
const isContestable = (table: RecordTable, field: string, { kind }: FieldKind): boolean =>
  kind !== 'reference' && kind !== 'list' && !ours.has(`${table}.${field}`)

/** What was claimed in words as the field itself would hold it. @throws {VaultError} `invalid_input` */
function asValueOf(kind: FieldKind, claimed: Value): Value {
  const value = kind.kind === 'integer' ? Number(claimed) : claimed
  const read = inputSchemaOf(kind).safeParse(value)
  if (!read.success) return refuseField('value', 'not_of_this_kind')
  return value
}

export function competingHandlers(work: Casework) {
  return {
    ...rowCommands(work, 'competingValues', 'competing_values', competingRules),
    'competingValues.adopt': (request: CallRequest<'competingValues.adopt'>): Written => adopt(work, request),
  }
}

/**
 * Swaps the contested value and the current one; each takes its citations along, also those of single sentences. Where
 * the field held nothing, nothing is left to contest and the claim's row goes to the bin.
 */
function adopt(work: Casework, { id, baseRevision, reason }: CallRequest<'competingValues.adopt'>): Written {
  const { db } = work.vault
  const claim = readStanding(db, 'competing_values', id)
  const target = readStanding(db, claim.values['targetTable'] as RecordTable, String(claim.values['targetId']))
  const field = String(claim.values['field'])
  const kind = kindOf(target.table, field)
  if (kind === undefined) return refuse('id', 'no_such_field')
  refuseConflict(db, claim, ['value', 'date'], baseRevision)
  const before = target.values[field] ?? null
  const after = kind.kind === 'date' ? (claim.values['date'] ?? null) : asValueOf(kind, claim.values['value'] ?? null)
  checkChanged(db, target, { [field]: after })
  const { changeNo } = changeOf(
    applyChange(work, { kind: 'competingValues.adopt' }, (draft) => {
      const ofField = citationsOf(draft, target, field)
      const ofClaim = citationsOf(draft, claim, null)
      for (const citation of ofField)
        draft.put(citation, {
          targetTable: 'competing_values',
          targetId: claim.id,
          field: citation.values['mark'] === null ? null : 'value',
        })
      for (const citation of ofClaim) draft.put(citation, { targetTable: target.table, targetId: target.id, field })
      draft.put(target, { [field]: after })
      draft.put(claim, {
        value: isDate(before) || before === null ? null : String(before),
        date: isDate(before) ? before : null,
        ...(reason === null ? {} : { reason }),
      })
      if (isEmpty(before)) draft.setBinned(claim, true)
    }),
  )
  return { id, revision: changeNo, changeNo }
}

/** Standing citations of a field, or (`field` null) of a claim as a whole or of its value. */
function citationsOf({ db }: Draft, { table, id }: Row, field: string | null): Row[] {
  const rows = all<SqlRow>(db, 'SELECT * FROM citations WHERE target_id = ? AND target_table = ? AND binned_change IS NULL', id, table).map(
    (sql) => rowOf('citations', sql),
  )
  return field === null ? rows : rows.filter((row) => row.values['field'] === field)
}
