import { useLingui } from '@lingui/react/macro'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import { shortDate } from '../../../electron/domain/describe-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useTerms } from '../case/use-terms.ts'
import { arrestYearOf, staleAfter, type Active } from './list-query.ts'
import type { Facets } from './use-facets.ts'

/** What each filter is called, on its chip and aloud. */
export function useFilterWords(facets: Facets | undefined) {
  const { t } = useLingui()
  const language = useLanguage()
  const { termLabel } = useTerms(language)
  const group = {
    held: t`Held`,
    unknown: t({ context: 'filter', message: 'Unknown' }),
    free: t`Released`,
    ended: t({ context: 'filter', message: 'Ended' }),
  }
  const status = (code: string) => termLabel('custody_status', code) ?? code
  const caseworker = (id: string) => facets?.caseworkers.find((one) => one.id === id)?.name ?? t`a caseworker who isn’t here any more`
  const arrest = (from: string | null, to: string | null): string => {
    const filter: CaseFilter = { ...(from !== null && { arrestedFrom: from }), ...(to !== null && { arrestedTo: to }) }
    const year = arrestYearOf(filter)
    if (year !== null) return String(year)
    const [first, last] = [from, to].map((day) => (day === null ? '' : shortDate(day, language)))
    if (from === null) return t`up to ${last}`
    return to === null ? t`from ${first}` : t`${first} to ${last}`
  }
  /** `kind: value`, as a chip says it. */
  const active = (one: Active): { kind: string; value: string } => {
    switch (one.kind) {
      case 'group':
        return { kind: '', value: group[one.value] }
      case 'status':
        return { kind: '', value: status(one.value) }
      case 'place':
        return { kind: t`Place`, value: one.value }
      case 'force':
        return { kind: t`Force`, value: one.value }
      case 'caseworkerId':
        return { kind: t`Caseworker`, value: caseworker(one.value) }
      case 'tag':
        return { kind: t`Tag`, value: one.value }
      case 'arrest':
        return { kind: t({ context: 'filter', message: 'Arrested' }), value: arrest(one.from, one.to) }
      case 'whereabouts':
        return { kind: '', value: one.unknown ? t`Whereabouts unknown` : t`Whereabouts known` }
      case 'unsourced':
        return { kind: '', value: t`Unsourced` }
      case 'stale':
        return { kind: '', value: stale }
    }
  }
  const stale = t`Untouched ${staleAfter} d`
  const staleSpoken = t`Untouched for ${staleAfter} days`
  return { group, status, active, stale, staleSpoken }
}
