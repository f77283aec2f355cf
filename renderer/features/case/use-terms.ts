import { useMemo } from 'react'

import type { Language } from '../../../electron/contract/index.ts'
import { useCall } from '../../api/hooks.ts'
import type { CaseView } from './case-context.ts'

/** The vault's vocabularies in the page's language. */
export function useTerms(language: Language): Pick<CaseView, 'termLabel' | 'termOptions'> {
  const { data } = useCall('terms.list', {})
  return useMemo(() => {
    const terms = data?.terms ?? []
    const words = (term: (typeof terms)[number]) => term.labels[language] ?? term.labels['en'] ?? term.code
    const labels = new Map(terms.map((term) => [`${term.vocabulary}/${term.code}`, words(term)]))
    return {
      termLabel: (vocabulary, code) => (code === null ? null : (labels.get(`${vocabulary}/${code}`) ?? code)),
      termOptions: (vocabulary, current) =>
        terms
          .filter((term) => term.vocabulary === vocabulary && (!term.retired || term.code === current))
          .toSorted((a, b) => a.position - b.position)
          .map((term) => ({ id: term.code, label: words(term) })),
    }
  }, [data, language])
}
