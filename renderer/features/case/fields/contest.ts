import { createContext, use } from 'react'

import type { RecordTable, RecordOutput } from '../../../../electron/contract/index.ts'
import type { FieldKey } from '../saving/field-key.ts'

export type ContestedTable = Exclude<RecordOutput<'competing_values'>['targetTable'], null>

const contested: readonly string[] = ['persons', 'case_files', 'charges', 'whereabouts_notes', 'custody_statuses'] satisfies ContestedTable[]

/** Whether the vault keeps competing values for fields of this table. */
export const canBeContested = (table: RecordTable): table is ContestedTable => contested.includes(table)

/** Which field is being contested at the moment: its form stands under its value. */
export type Contest = { key: FieldKey | null; begin: (key: FieldKey) => void; end: () => void }

export const ContestContext = createContext<Contest>({ key: null, begin: () => undefined, end: () => undefined })

export const useContest = (): Contest => use(ContestContext)
