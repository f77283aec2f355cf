import { useLingui } from '@lingui/react/macro'

import type { LedgerRow } from '../../../../electron/contract/index.ts'
import { isoOfDay } from '../../../../electron/domain/days.ts'
import { shortDate } from '../../../../electron/domain/describe-date.ts'
import { joined } from '../../../i18n/lists.ts'
import { useCaseView } from '../case-context.ts'
import { useDaysWords } from '../use-days-words.ts'

/** What a stretch of the ledger says, for the drawing and for those who hear it. */
export function useLedgerWords() {
  const { t } = useLingui()
  const { language } = useCaseView()
  const { count } = useDaysWords()

  // A day that rests on an approximate date is said as approximately as that.
  const day = (number: number, about = false) => shortDate(about ? `${isoOfDay(number)}~` : isoOfDay(number), language)
  const edge = ({ earliest, latest }: LedgerRow['from'], about: boolean): string | null => {
    if (earliest === null && latest === null) return null
    if (earliest !== null && latest !== null)
      return earliest === latest ? day(earliest, about) : t`a day between ${day(earliest)} and ${day(latest)}`
    return earliest === null ? t`by ${day(latest ?? 0)}` : t`after ${day(earliest)}`
  }

  const what = (entry: LedgerRow): string => {
    if (entry.kind === 'gap') return t`No confirmed whereabouts`
    const place = entry.place ?? t`Place not known`
    return entry.denied ? t`${place}, detention denied` : place
  }

  /** "9 Feb 2026 – today". */
  const span = (entry: LedgerRow): string => {
    const from = edge(entry.from, entry.about.from)
    const to = entry.open ? t`today` : edge(entry.to, entry.about.to)
    if (from === null && to === null) return t`no dates`
    if (from === null) return t`until ${to ?? ''}`
    return to === null ? t`from ${from}` : t`${from} – ${to}`
  }

  const days = (entry: LedgerRow): string | null => (entry.days === null ? null : count(entry.days, entry.about.from || entry.about.to))

  return {
    what,
    span,
    days,
    short: (entry: LedgerRow) => (entry.kind === 'gap' ? t`Unknown` : what(entry)),
    line: (entry: LedgerRow) => joined(language, [what(entry), span(entry), days(entry)]),
  }
}
