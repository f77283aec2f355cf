import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

import type { DatePrecision } from '../../../electron/domain/date-precision.ts'
import type { DateRemark, TypedDateProblem } from '../../../electron/domain/typed-date-piece.ts'

/** Why typed words are no date, and what to do. */
export const dateProblems: Readonly<Record<TypedDateProblem, MessageDescriptor>> = {
  empty: msg`Nothing is written`,
  too_long: msg`Too long for a date`,
  not_understood: msg`Not understood as a date. Try “9 Feb 2024”, “about March 2024”, “before 9/2/2024” or “2024”`,
  impossible_date: msg`No calendar has this day. Correct it, or write the month alone`,
  two_digit_year: msg`Write the year with four digits`,
  reversed: msg`The end is before the beginning`,
  year_needed: msg`The year is needed here`,
  season: msg`A season differs from place to place: write the months`,
  says_nothing: msg`This says no date`,
}

/** What to point out about a reading. */
export const dateRemarks: Readonly<Record<DateRemark, MessageDescriptor>> = {
  day_first: msg`read with the day first`,
  month_first: msg`read with the month first`,
  weekday_differs: msg`the weekday is another one`,
  no_year: msg`no year was given`,
  part_of_period: msg`kept as the whole period, approximate`,
  relative: msg`counted from today`,
  time_left_out: msg`the hour is kept in your words only`,
}

/** The chip beside a date that is less than a day; null where the words say it all. */
export const datePrecisions: Readonly<Record<DatePrecision, MessageDescriptor | null>> = {
  day: null,
  month: msg`month only`,
  year: msg`year only`,
  decade: msg`decade only`,
  no_year: null,
  partly_unknown: msg`partly unknown`,
  approximate: msg`approximate`,
  uncertain: msg`uncertain`,
  range: null,
  ongoing: null,
  before: null,
  after: null,
  one_of: null,
  unreadable: msg`not readable`,
}
