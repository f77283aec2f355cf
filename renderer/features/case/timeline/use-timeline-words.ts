import { useLingui } from '@lingui/react/macro'

import { joined } from '../../../i18n/lists.ts'

import type { CaseDocument } from '../../../../electron/contract/index.ts'
import { describeDate, shortDate } from '../../../../electron/domain/describe-date.ts'
import { useCaseView } from '../case-context.ts'
import { fieldKey } from '../saving/field-key.ts'

export type Happening = CaseDocument['derived']['chronology'][number]

/** What a dated happening of the case is called, when it was, and where it stands in the text. */
export function useTimelineWords() {
  const { t } = useLingui()
  const { language, termLabel } = useCaseView()

  const what = ({ what: kind, detail }: Happening): string => {
    switch (kind) {
      case 'born':
        return t`Born`
      case 'arrested':
        return t`Arrested`
      case 'status':
        return termLabel('custody_status', detail) ?? t`Custody status`
      case 'charge':
        return t({ context: 'happening', message: 'Charge' })
      case 'held_from':
        return t`Whereabouts, from`
      case 'held_to':
        return t`Whereabouts, until`
      case 'died':
        return t`Died`
      case 'opened':
        return t`Case file opened`
      default:
        return t`Case file closed`
    }
  }
  const about = ({ what: kind, detail }: Happening): string => {
    if (kind === 'status') return ''
    return detail ?? (kind === 'held_from' || kind === 'held_to' ? t`Place not known` : '')
  }
  const when = ({ date }: Happening): string => (date === null ? t`no date` : describeDate(date.edtf, language))
  const shortly = ({ date }: Happening): string => (date === null ? t`no date` : shortDate(date.edtf, language))
  const line = (happening: Happening): string => joined(language, [what(happening), about(happening), when(happening)])

  return { what, about, when, shortly, line }
}

const fieldOf: Readonly<Record<string, string>> = {
  born: 'birth',
  arrested: 'arrestDate',
  died: 'death',
  opened: 'opened',
  closed: 'closed',
}

/** Where a happening stands in the text, as a selector. */
export function placeInText({ table, id, what }: Pick<Happening, 'table' | 'id' | 'what'>): string {
  const field = fieldOf[what]
  if (field !== undefined && (table === 'persons' || table === 'case_files')) return `[data-field="${fieldKey(table, id, field)}"]`
  return `[data-row="${id}"]`
}
