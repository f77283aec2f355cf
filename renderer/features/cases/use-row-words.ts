import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'

import type { CaseListRow } from '../../../electron/contract/index.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useTerms } from '../case/use-terms.ts'

export type RowWords = {
  days: (held: CaseListRow['daysHeld']) => string
  daysSpoken: (held: CaseListRow['daysHeld']) => string
  status: (row: Pick<CaseListRow, 'status'>) => string
}

/** The few words that a row of the list has room for; the same object until the language or the vocabulary is another. */
export function useRowWords(): RowWords {
  const { t, i18n } = useLingui()
  const { termLabel } = useTerms(useLanguage())

  return useMemo(() => {
    /** Days held, as short as it goes: “282–292 d”. */
    const days = (held: CaseListRow['daysHeld']): string => {
      if (held.kind === 'not_known') return t({ context: 'days held', message: 'not known' })
      const most = i18n.number(held.most)
      const range = held.least === held.most ? t`${most} d` : t`${i18n.number(held.least)}–${most} d`
      return held.about ? `≈ ${range}` : range
    }
    const daysSpoken = (held: CaseListRow['daysHeld']): string => {
      if (held.kind === 'not_known') return t`days held not known`
      const { least, most } = held
      if (held.about)
        return least === most ? t`about ${plural(most, { one: '# day', other: '# days' })} held` : t`about ${least} to ${most} days held`
      return least === most ? t`${plural(most, { one: '# day', other: '# days' })} held` : t`${least} to ${most} days held`
    }
    const status = (row: Pick<CaseListRow, 'status'>): string => termLabel('custody_status', row.status) ?? t`No custody status yet`
    return { days, daysSpoken, status }
  }, [t, i18n, termLabel])
}
