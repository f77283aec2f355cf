import type { CaseDocument, RecordTable } from '../../../electron/contract/index.ts'
import type { CaseRow } from './use-field.ts'

/** Every row of a case file with the table it is in. */
export function rowsOf(document: CaseDocument): { table: RecordTable; row: CaseRow }[] {
  const all = (table: RecordTable, rows: readonly CaseRow[]) => rows.map((row) => ({ table, row }))
  return [
    ...all('case_files', [document.caseFile]),
    ...all('persons', [document.person]),
    ...all('person_names', document.personNames),
    ...all('identity_documents', document.identityDocuments),
    ...all('charges', document.charges),
    ...all('whereabouts_notes', document.whereabouts),
    ...all('custody_statuses', document.custodyStatuses),
    ...all(
      'sources',
      document.sources.map(({ source }) => source),
    ),
    ...all('citations', document.citations),
    ...all('competing_values', document.competingValues),
  ]
}
