import { useLingui } from '@lingui/react/macro'

import type { RecordOutput } from '../../../electron/contract/index.ts'
import { ageRange } from './age-range.ts'
import { useCaseView } from './case-context.ts'

/** How old somebody is, or was when they died, as far as the dates say. */
export function useAgeWords(): (person: RecordOutput<'persons'>) => string {
  const { t } = useLingui()
  const { today } = useCaseView()
  return (person) => {
    const age = ageRange(person.birth, person.death, today)
    if (age === null) return ''
    const about = person.birth?.edtf.match(/[~?%]/) !== null
    if (age.least === age.most) return about ? t`aged about ${age.most}` : t`aged ${age.most}`
    return t`aged ${age.least} to ${age.most}`
  }
}
