import { useLingui } from '@lingui/react/macro'

import type { CallError } from '../../../../electron/contract/index.ts'
import { useCaseView } from '../case-context.ts'
import { dateProblems } from '../date-words.ts'
import { readFieldDate } from '../read-field-date.ts'
import { useErrorWords } from '../use-error-words.ts'
import type { FieldOfCase } from '../use-field.ts'
import { placeOf } from './field-key.ts'

/** Why a field's text was not taken, in words. */
export function useRefusalWords(): (error: CallError | null, field: FieldOfCase) => string {
  const { i18n } = useLingui()
  const { language, today } = useCaseView()
  const errorWords = useErrorWords()
  return (error, field) => {
    if (error === null) return ''
    if (error.code === 'invalid_input' && field.kind.kind === 'date') {
      const place = placeOf(field.key)
      const read = readFieldDate(place?.table ?? '', place?.field ?? '', field.text, { language, today })
      if (!read.ok) return inSentence(i18n._(dateProblems[read.reason]))
    }
    return errorWords(error)
  }
}

/** A sentence as the end of another one. */
const inSentence = (words: string): string => `${words.charAt(0).toLocaleLowerCase()}${words.slice(1)}`
