import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** What part of a vault is damaged. */
export const damagedParts: Readonly<Record<string, MessageDescriptor>> = {
  header: msg`The vault’s record of its keys is damaged in both of its copies.`,
  head: msg`The record of the vault’s last change is missing or damaged.`,
  database: msg`The vault’s database is damaged.`,
  drafts: msg`The file of drafts is damaged. Saved case files are not concerned.`,
  chain: msg`The vault’s sealed record of what was done doesn’t fit its contents. Somebody may have altered it.`,
  rekey: msg`The vault was being given a new key, and some of the files under that key are missing or damaged.`,
  backup: msg`The backup is damaged.`,
  search_index: msg`The search index is damaged. Case files are not concerned; it can be built anew.`,
}
