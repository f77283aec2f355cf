import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

import type { OpenQuestion } from './open-questions.ts'

/** What to ask a caller for what is still empty. */
export const askWords = {
  birth: msg`How old are they, or born when?`,
  citizenships: msg`Which nationality, or nationalities?`,
  distinguishing: msg`Mother’s name, town: what tells them apart?`,
  when: msg`When were they taken?`,
  where: msg`Where were they taken?`,
  forces: msg`Who took them: uniforms, cars, words?`,
  warrant: msg`Was a warrant shown?`,
  place: msg`Where are they held now?`,
  status: msg`Are they still held?`,
  contact: msg`Has anybody been allowed to see them?`,
  source: msg`Who is calling, and how do they know?`,
} as const satisfies Record<OpenQuestion, MessageDescriptor>

/** What no field asks for and every call should. */
export const reminders = {
  call_back: msg`A number to call back, and when`,
  health: msg`Illness or medicine`,
  sharing: msg`May we share this, and with whom?`,
  others: msg`Other people taken`,
} as const satisfies Record<string, MessageDescriptor>
export type Reminder = keyof typeof reminders
