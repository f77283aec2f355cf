import { msg, plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import type { CaseDocument } from '../../../electron/contract/index.ts'

const whyNot = {
  no_arrest_date: msg`days held not known: no date of arrest`,
  arrest_year_not_given: msg`days held not known: no year of arrest`,
  arrest_start_open: msg`days held not known: the arrest has no first day`,
  no_status: msg`days held not known: no custody status`,
  status_unknown: msg`days held not known: the status is unknown`,
  no_release_date: msg`days held not known: no date of release`,
  release_year_not_given: msg`days held not known: no year of release`,
  dates_contradict: msg`days held not known: the dates contradict each other`,
}
const isWhy = (why: string): why is keyof typeof whyNot => Object.hasOwn(whyNot, why)

/** Numbers of days in words: a range where it is one. */
export function useDaysWords() {
  const { t, i18n } = useLingui()

  const count = ({ least, most }: { least: number; most: number }, about: boolean): string => {
    const number = i18n.number(most)
    const days =
      least === most
        ? t`${plural(most, { one: `${number} day`, other: `${number} days` })}`
        : t`${i18n.number(least)}–${plural(most, { one: `${number} day`, other: `${number} days` })}`
    return about ? t({ context: 'days', message: `about ${days}` }) : days
  }

  /** How long somebody has been or was held. */
  const held = (days: CaseDocument['derived']['daysHeld']): string => {
    if (days.kind === 'not_known') return isWhy(days.why) ? i18n._(whyNot[days.why]) : t`days held not known`
    const words = count(days, days.about)
    return days.until === 'today' ? t`held for ${words}` : t`was held for ${words}`
  }

  return { count, held }
}
