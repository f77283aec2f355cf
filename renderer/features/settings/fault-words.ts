import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

import type { FaultKind } from './fault-kinds.ts'

/** What was found wrong, by the part that is concerned, and what it means. */
export const faultWords: Readonly<Record<FaultKind, MessageDescriptor>> = {
  header: msg`One of the two copies of the vault’s record of its keys is damaged. The other one opens the vault.`,
  header_repaired: msg`One of the two copies of the vault’s record of its keys was damaged and has been put right from the other.`,
  head: msg`The record of the last change doesn’t fit the database. Somebody may have put back an older copy of a file.`,
  database: msg`Parts of the database are damaged. Some case files may not be readable.`,
  drafts: msg`The file of drafts is damaged. What was saved in case files is not concerned.`,
  drafts_missing: msg`The file of drafts is missing. What was saved in case files is not concerned.`,
  chain: msg`The sealed record of what was done is broken. Somebody may have altered what was done and when.`,
  history: msg`The history of a change is not as it was written. Somebody may have altered what a field said before.`,
  row: msg`A record is not as it was written. Somebody may have altered it outside of Habeas.`,
  row_unbound: msg`There is a record that Habeas didn’t write. Somebody may have put it there outside of Habeas.`,
  search_index: msg`The search index doesn’t fit the case files. They are not concerned; some may not be found until it is built anew.`,
}
