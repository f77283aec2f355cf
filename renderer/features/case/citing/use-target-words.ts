import { useLingui } from '@lingui/react/macro'

import { records } from '../../../../electron/contract/index.ts'
import { fieldLabel, recordLabel } from '../field-labels.ts'
import type { Citation, CitationTarget } from './citation-index.ts'

/** What a citation supports, to be said and to be passed on; null for one that lost its target. */
export function useTargetWords(): (citation: Citation) => { target: CitationTarget; words: string } | null {
  const { i18n } = useLingui()
  return (citation) => {
    const { targetTable, targetId, field, mark, value } = citation
    if (targetTable === null || targetId === null) return null
    const known = field !== null && Object.hasOwn(records[targetTable].fields, field)
    const label = i18n._(known ? fieldLabel(targetTable, field) : recordLabel(targetTable))
    return { target: { table: targetTable, id: targetId, field, mark, value }, words: value === null ? label : `${label}: ${value}` }
  }
}
