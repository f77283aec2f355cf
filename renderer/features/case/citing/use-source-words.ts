import { useLingui } from '@lingui/react/macro'

import { shortDate } from '../../../../electron/domain/describe-date.ts'
import { useCaseView } from '../case-context.ts'
import type { CaseSource } from './citation-index.ts'

/** What a source is called where only so much may be said of it. */
export function useSourceWords() {
  const { t } = useLingui()
  const { language, termLabel } = useCaseView()
  const title = ({ source, masked }: Pick<CaseSource, 'source' | 'masked'>): string =>
    masked ? (source.codeName ?? t`Protected source`) : (source.title ?? source.codeName ?? t`Source without a title`)
  const about = ({ source, masked }: Pick<CaseSource, 'source' | 'masked'>): string => {
    const date = source.published ?? source.made ?? source.received
    const parts = [
      termLabel('source_kind', source.kind),
      masked ? null : source.publisher,
      masked ? null : source.author,
      date === null ? null : shortDate(date.edtf, language),
    ]
    return parts.filter((part) => part !== null && part !== '').join(' · ')
  }
  return { title, about }
}
