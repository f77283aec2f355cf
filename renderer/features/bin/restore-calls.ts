import type { CallName, RecordTable } from '../../../electron/contract/index.ts'

/** The call that takes a record of a table out of the bin. People come back with their case files. */
export const restoreCalls = {
  case_files: 'cases.restore',
  person_names: 'personNames.restore',
  identity_documents: 'identityDocuments.restore',
  charges: 'charges.restore',
  whereabouts_notes: 'whereabouts.restore',
  custody_statuses: 'custody.restore',
  sources: 'sources.restore',
  citations: 'citations.restore',
  competing_values: 'competingValues.restore',
  saved_searches: 'savedSearches.restore',
} as const satisfies Partial<Record<RecordTable, CallName>>

export const isRestorable = (table: RecordTable): table is keyof typeof restoreCalls => Object.hasOwn(restoreCalls, table)
