import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Why the vault did not take an input, by the reason's code: what is wrong and what to do, as the end of a sentence. */
export const inputReasons: Readonly<Record<string, MessageDescriptor>> = {
  too_long: msg`it is too long for this field; shorten it, or put the rest into the notes`,
  too_big: msg`it is more than this field takes; write less, or a smaller number`,
  too_small: msg`it is less than this field takes`,
  not_in_range: msg`the number is outside of what can be; check it`,
  control_characters: msg`it holds characters that can’t be seen and could mislead; type it anew instead of pasting it`,
  required: msg`something that can’t be left out is missing; fill it in`,
  taken: msg`another case file has this reference already; choose another one`,
  fixed: msg`this can’t be changed after it was entered; enter it anew instead`,
  cited: msg`case files still cite this source; remove those citations first`,
  relayed: msg`another source relays this one; change that one first`,
  not_in_bin: msg`it no longer lies in the bin; look for it in its list`,
  relays_itself: msg`a source can’t relay its own word, not even by way of others; choose another one`,
  name_or_description: msg`a name or a description of the person is needed`,
  person_and_id: msg`it names a person on file and a new one at once; choose one of the two`,
  not_in_the_text: msg`the words that it cites no longer stand in the text; choose the sentence anew`,
  not_a_list: msg`single entries can be cited in a list only; cite the whole field`,
  mark_or_value: msg`it points at a sentence and at an entry at once; choose one of the two`,
  no_such_field: msg`this program doesn’t know the field; a newer one may have written it`,
  not_contestable: msg`other values can’t be recorded for this field; put them into the notes`,
  not_of_this_kind: msg`this doesn’t fit the kind of field; write it as the field’s own value would be written`,
  unknown_term: msg`this choice is not in the list; choose one that is`,
  retired_term: msg`this choice is no longer in use; choose another one`,
  not_yet: msg`it says that it rests on a change that has not been made; open the case file anew`,
  sharper_than_typed: msg`the date would say more than what was typed; type it anew`,
  not_a_date: msg`it can’t be read as a date; try “9 Feb 2024” or “about March 2024”`,
  not_understood: msg`it can’t be read as a date; try “9 Feb 2024” or “about March 2024”`,
  other_word: msg`that is not the word that was asked for; type the folder’s name as it is shown`,
  impossible_date: msg`there is no such day; check the day and the month`,
}

/** Why a change could not be undone, by the reason's code. */
export const undoReasons: Readonly<Record<string, MessageDescriptor>> = {
  changed_since: msg`a later change touched the same; undo that one first`,
  undone_already: msg`it is undone already`,
  not_a_change: msg`there is nothing in it to undo`,
  taken: msg`another case file has its reference by now; give that one another reference first`,
  erased: msg`a part of it was erased for good`,
}

/** The end of a sentence as a sentence of its own. */
export const asSentence = (words: string): string => `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}.`
