import type { RecordTable } from '../../../electron/contract/index.ts'

/** Kinds of entries of the audit chain that have words of their own. A new kind takes one line here and one of words. */
export const activityKinds = [
  'vault.created',
  'vault.opened',
  'vault.migrated',
  'vault.salvaged',
  'rollback.accepted',
  'passphrase.changed',
  'keys.added',
  'keys.tried',
  'keys.revoked',
  'keys.recovered',
  'keys.rekeyed',
  'keys.bound',
  'keys.unchanged',
  'cards.saved',
  'report.made',
  'travel_copy.made',
  'sources.revealed',
  'verify.failed',
  'backup.made',
  'backup.verified',
  'backup.damaged',
  'backup.restored',
  'backup.place_chosen',
  'backup.place_forgotten',
  'bin.purged',
  'competingValues.adopt',
  'office.referencePrefix',
  'undo',
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Changes of records: the table that a kind begins with, and what was done in it. */
const tables: Readonly<Record<string, RecordTable>> = {
  cases: 'case_files',
  persons: 'persons',
  personNames: 'person_names',
  identityDocuments: 'identity_documents',
  charges: 'charges',
  whereabouts: 'whereabouts_notes',
  custody: 'custody_statuses',
  sources: 'sources',
  citations: 'citations',
  competingValues: 'competing_values',
  savedSearches: 'saved_searches',
}
const deeds = ['create', 'update', 'bin', 'restore'] as const
type Deed = (typeof deeds)[number]

/** What an entry is about: a kind with words of its own, or a record and what was done to it; null: a newer version's. */
export function readActivity(kind: string): { own: ActivityKind } | { table: RecordTable; deed: Deed } | null {
  const own = activityKinds.find((known) => known === kind)
  if (own !== undefined) return { own }
  const [family = '', verb = ''] = kind.split('.')
  const table = Object.hasOwn(tables, family) ? tables[family] : undefined
  const deed = deeds.find((known) => known === verb)
  return table === undefined || deed === undefined ? null : { table, deed }
}
