import { useLingui } from '@lingui/react/macro'
import type { ReactNode, Ref } from 'react'

import type { RecordTable } from '../../../../electron/contract/index.ts'
import { useCaseView } from '../case-context.ts'
import { Marks } from '../citing/Marks.tsx'
import { fieldLabel } from '../field-labels.ts'
import type { CaseRow, FieldOfCase } from '../use-field.ts'
import { CompetingValues } from './CompetingValues.tsx'
import { FieldNotice } from './FieldNotice.tsx'
import styles from './FieldShell.module.css'
import { FieldTools } from './FieldTools.tsx'

export type FieldPlan = {
  table: RecordTable
  row: CaseRow
  field: string
  /** Other words than the field's own. */
  label?: string
  /** `row`: label beside value; `inline`: label before value, several in a line; `bare`: the value alone, named for those who can't see where it stands. */
  layout?: 'row' | 'bare' | 'inline'
  /** Nothing can be cited here (references, tags and the like state nothing). */
  plain?: boolean
  /** What other sources say is only mentioned; it stands in full elsewhere. */
  brief?: boolean
  /** The field names its row: the citations of the whole row stand behind it. */
  namesRow?: boolean
}

type Props = {
  plan: FieldPlan
  field: FieldOfCase
  frame?: Ref<HTMLDivElement>
  chip?: string | null
  hideMarks?: boolean
  /** An editor takes the whole line. */ stretched?: boolean
  entries?: readonly string[]
  children: ReactNode
}

/** What all fields have around their value: label, marks, tools, notices, what other sources say. */
export function FieldShell({ plan, field, frame, chip = null, hideMarks = false, stretched = false, entries, children }: Props) {
  const { i18n } = useLingui()
  const { citations, readOnly } = useCaseView()
  const { table, row, layout = 'row', plain = false } = plan
  const label = plan.label ?? i18n._(fieldLabel(table, plan.field))
  const ofRow = plan.namesRow === true ? citations.of(table, row.id, null) : []
  const marks = hideMarks
    ? []
    : [
        ...ofRow,
        ...citations.of(table, row.id, plan.field),
        ...citations.astray(table, row.id, plan.field, typeof field.value === 'string' ? field.value : null),
      ]
  return (
    <div className={styles[layout]} data-field={field.key} ref={frame}>
      {layout !== 'bare' && <span className={styles.label}>{label}</span>}
      <div className={styles.value}>
        <div
          className={layout !== 'row' && field.kind.kind !== 'longText' && !stretched ? `${styles.line} ${styles.fitting}` : styles.line}
        >
          {children}
          <Marks marks={marks.map(({ citation, source }) => ({ id: citation.id, number: source?.number ?? null }))} />
          {chip !== null && <span className={styles.chip}>{chip}</span>}
          {!plain && !readOnly && <FieldTools plan={plan} field={field} label={label} entries={entries ?? []} />}
        </div>
        <FieldNotice field={field} />
        {!plain && <CompetingValues table={table} row={row} field={plan.field} brief={plan.brief ?? false} />}
      </div>
    </div>
  )
}

/** The name of a field for those who hear it. */
export function useFieldName(plan: FieldPlan): string {
  const { i18n } = useLingui()
  return plan.label ?? i18n._(fieldLabel(plan.table, plan.field))
}
