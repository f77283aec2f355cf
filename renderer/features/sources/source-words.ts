import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'

import type { CallOutput, RecordOutput } from '../../../electron/contract/index.ts'
import { shortDate } from '../../../electron/domain/describe-date.ts'
import { dotted } from '../../i18n/lists.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useTerms } from '../case/use-terms.ts'

export type ListedSource = CallOutput<'sources.list'>['sources'][number]

/** What a source is called, and the line under it: only its code name where it is protected. */
export function useListedSourceWords() {
  const { t } = useLingui()
  const language = useLanguage()
  const { termLabel } = useTerms(language)
  return useMemo(() => {
    const title = (source: RecordOutput<'sources'>, masked: boolean): string =>
      masked ? (source.codeName ?? t`Protected source`) : (source.title ?? source.codeName ?? t`Source without a title`)
    const facts = (source: RecordOutput<'sources'>): string[] => {
      const date = source.published ?? source.made ?? source.received
      const day = date === null ? null : shortDate(date.edtf, language)
      return [termLabel('source_kind', source.kind), source.publisher, source.author, day].flatMap((fact) => fact ?? [])
    }
    return { title, facts, about: (source: RecordOutput<'sources'>): string => dotted(language, facts(source)) }
  }, [t, language, termLabel])
}
