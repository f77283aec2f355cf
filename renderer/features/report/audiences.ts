import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

const audiences = {
  internal: { label: msg`The office itself`, what: msg`Everything in the file; protected sources by their code names.` },
  family: { label: msg`The family`, what: msg`Marked for the family; protected sources by their code names.` },
  counsel: { label: msg`Counsel`, what: msg`Marked for counsel; protected sources by their code names.` },
  un: { label: msg`The United Nations`, what: msg`Marked for a UN body; protected sources by their code names.` },
  partner: { label: msg`A partner organisation`, what: msg`Marked for a partner; protected sources by their code names.` },
  press: { label: msg`The press`, what: msg`Marked for the press; protected sources by their code names.` },
} as const

export type Audience = keyof typeof audiences
const order = ['internal', 'family', 'counsel', 'un', 'partner', 'press'] as const satisfies readonly Audience[]

/** For whom a report can be, in words. */
export function useAudiences(): { options: { value: Audience; label: string }[]; what: (audience: Audience) => string } {
  const { i18n } = useLingui()
  return {
    options: order.map((value) => ({ value, label: i18n._(audiences[value].label) })),
    what: (audience) => i18n._(audiences[audience].what),
  }
}
