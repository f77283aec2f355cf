import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Why a field's text was not taken, by the reason's code. */
export const inputProblems: Readonly<Record<string, MessageDescriptor>> = {
  too_long: msg`The text is too long for this field.`,
  control_characters: msg`The text holds invisible control characters, which could make it read as something else.`,
  not_a_date: msg`This can't be read as a date.`,
  impossible_date: msg`There is no such day.`,
  name_or_description: msg`A name or a description is needed.`,
}

export const undoRefusals: Readonly<Record<string, MessageDescriptor>> = {
  changed_since: msg`A later change touched the same field; undo that one first.`,
  undone_already: msg`It is undone already.`,
  not_a_change: msg`There is nothing in it to undo.`,
}

export const damagedParts: Readonly<Record<string, MessageDescriptor>> = {
  header: msg`The vault's header is damaged in both of its copies.`,
  head: msg`The record of the vault's last change is missing or damaged.`,
  database: msg`The vault's database is damaged.`,
  drafts: msg`The file of drafts is damaged. Saved case files are not concerned.`,
  chain: msg`The vault's audit chain doesn't fit its contents. Somebody may have altered it.`,
  search_index: msg`The search index is damaged. Case files are not concerned; it can be built anew.`,
}
