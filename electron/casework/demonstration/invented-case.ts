import type { RecordInput } from '../../contract/index.ts'

/** An invented case file: nobody in this list exists. */
export type InventedCase = {
  person: RecordInput<'persons'>
  otherNames?: { kind: NonNullable<RecordInput<'person_names'>['kind']>; name: string }[]
  caseFile: RecordInput<'case_files'>
  statuses: { status: string; since: string | null; cited: boolean }[]
  places: (Omit<RecordInput<'whereabouts_notes'>, 'caseId'> & { cited: boolean })[]
  charges: Omit<RecordInput<'charges'>, 'caseId'>[]
}

const tags = ['demonstration', 'invented']
/** The case file of an invented person, marked so. */
export const file = (reference: string, fields: RecordInput<'case_files'>): RecordInput<'case_files'> => ({
  reference,
  confidentiality: 'internal',
  tags,
  notes: 'Invented for the demonstration: this person does not exist.',
  ...fields,
})
