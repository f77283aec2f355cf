import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Why a key could not be added or withdrawn, by the reason's code. */
export const keyReasons: Readonly<Record<string, MessageDescriptor>> = {
  own: msg`It is the one with which the vault is open now.`,
  last: msg`It is the last one: without it nobody could open the vault.`,
  full: msg`The vault has as many keys of this kind as it can hold; revoke one first.`,
  name_taken: msg`Somebody of this name has a passphrase already.`,
  choose: msg`Say whose passphrase is to be replaced.`,
}

/** What is wrong with a recovery code or with cards, by the reason's code. `{group}` and `{card}` are numbers from 1. */
export const recoveryReasons: Readonly<Record<string, MessageDescriptor>> = {
  group: msg({ message: 'Group {group} of the code is mistyped.' }),
  mistyped: msg`A digit of the code, or a word of a card, is missing or mistyped.`,
  unreadable: msg`One of these is no recovery card.`,
  duplicate: msg`One card was entered twice.`,
  other_set: msg`The cards are of two sets, which don’t go together.`,
  other_vault: msg`A card is of another vault.`,
  too_few: msg`More cards of the set are needed.`,
  altered: msg`The cards don’t belong together: one of them may have been altered.`,
}
