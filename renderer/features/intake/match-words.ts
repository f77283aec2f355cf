import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Why somebody on file may be the person being typed. */
export const matchWords: Readonly<Record<string, MessageDescriptor>> = {
  same_name: msg`same name`,
  same_words_other_order: msg`same names in another order`,
  same_name_other_script: msg`same name in other letters`,
  same_sound: msg`sounds the same`,
  close_spelling: msg`spelt almost the same`,
  part_of_name: msg`part of the name`,
  same_birth: msg`born at the same time`,
  same_mother: msg`same mother`,
}
