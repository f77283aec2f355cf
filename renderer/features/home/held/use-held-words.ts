import { useLingui } from '@lingui/react/macro'

import type { HeldPoint, HowMany } from './held-chart.ts'

/** What the chart and its table say of a day. */
export function useHeldWords() {
  const { t, i18n } = useLingui()
  const at = (day: string, options: Intl.DateTimeFormatOptions): string =>
    i18n.date(new Date(`${day}T00:00:00Z`), { ...options, timeZone: 'UTC' })

  /** "9" or "9–11". */
  const range = ({ least, most }: HowMany): string => (least === most ? i18n.number(most) : `${i18n.number(least)}–${i18n.number(most)}`)
  const spoken = ({ least, most }: HowMany): string =>
    least === most ? i18n.number(most) : t`${i18n.number(least)} to ${i18n.number(most)}`

  const fullDay = (day: string) => at(day, { day: 'numeric', month: 'short', year: 'numeric' })
  const tick = (day: string, unit: 'month' | 'year') => at(day, unit === 'year' ? { year: 'numeric' } : { month: 'short' })
  const line = ({ day, held, unknown }: HeldPoint): string =>
    t`${fullDay(day)}: held ${spoken(held)}, whereabouts unknown ${spoken(unknown)}`
  return { range, fullDay, tick, line }
}
