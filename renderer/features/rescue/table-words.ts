import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** The tables of a vault as people know them. */
const words: Readonly<Record<string, MessageDescriptor>> = {
  persons: msg`People`,
  person_names: msg`Other names`,
  identity_documents: msg`Identity documents`,
  case_files: msg`Case files`,
  charges: msg`Charges`,
  whereabouts_notes: msg`Whereabouts notes`,
  custody_statuses: msg`Custody statuses`,
  sources: msg`Sources`,
  citations: msg`Citations`,
  competing_values: msg`Competing values`,
  saved_searches: msg`Saved searches`,
  caseworkers: msg`Caseworkers`,
  change_sets: msg`Changes`,
  revisions: msg`Entries of the history`,
  vault_settings: msg`Settings of the vault`,
}

/** A table's name in words; one that is not among them is told by its own name. */
export const tableWords = (table: string): MessageDescriptor | null => words[table] ?? null

/** Tables that hold what people entered, in the order of importance. */
export const tablesOfRecords: readonly string[] = Object.keys(words).slice(0, 11)
