import { useLingui } from '@lingui/react/macro'

import { uncertainDateSchema, type RecordTable } from '../../../electron/contract/index.ts'
import { describeDate } from '../../../electron/domain/describe-date.ts'
import { stripMarks } from '../../../electron/domain/marks.ts'
import { joined } from '../../i18n/lists.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { choiceLabel } from '../case/choice-labels.ts'
import { kindOf } from '../case/saving/field-key.ts'
import { useTerms } from '../case/use-terms.ts'

/** A value of the history in words; null where there was nothing. */
export function useValueWords(): (table: RecordTable, field: string, value: unknown) => string | null {
  const { i18n } = useLingui()
  const language = useLanguage()
  const { termLabel } = useTerms(language)
  return (table, field, value) => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null
    const kind = kindOf(table, field)
    if (kind?.kind === 'date') {
      const date = uncertainDateSchema.safeParse(value)
      return date.success ? describeDate(date.data.edtf, language) : typeof value === 'string' ? value : ''
    }
    if (Array.isArray(value)) return joined(language, value.map(String))
    if (typeof value !== 'string' && typeof value !== 'number') return ''
    if (kind?.kind === 'term') return termLabel(kind.vocabulary, String(value))
    if (kind?.kind === 'longText') return stripMarks(String(value))
    const words = choiceLabel(table, field, value)
    return words === null ? String(value) : i18n._(words)
  }
}
