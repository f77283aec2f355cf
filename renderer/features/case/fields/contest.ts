import { createContext, use } from 'react'

import type { RecordTable, RecordOutput } from '../../../../electron/contract/index.ts'
import { kindOf, type FieldKey } from '../saving/field-key.ts'

export type ContestedTable = Exclude<RecordOutput<'competing_values'>['targetTable'], null>

const contested: readonly string[] = [
  'persons',
  'case_files',
  'charges',
  'whereabouts_notes',
  'custody_statuses',
] satisfies ContestedTable[]

const ours: ReadonlySet<string> = new Set(['case_files.reference', 'case_files.title', 'case_files.confidentiality', 'case_files.notes'])

export const isContestedTable = (table: RecordTable): table is ContestedTable => contested.includes(table)

/** Whether a field states something that another source can deny; an office's own words and entries of a list do not. */
export function canBeContested(table: RecordTable, field: string): boolean {
  const kind = kindOf(table, field)?.kind
  return isContestedTable(table) && kind !== undefined && kind !== 'reference' && kind !== 'list' && !ours.has(`${table}.${field}`)
}

/** Which field is being contested at the moment: its form stands under its value. */
export type Contest = { key: FieldKey | null; begin: (key: FieldKey) => void; end: () => void }

export const ContestContext = createContext<Contest>({ key: null, begin: () => undefined, end: () => undefined })

export const useContest = (): Contest => use(ContestContext)
