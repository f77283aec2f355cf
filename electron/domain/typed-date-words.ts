/** What a phrase around one or two dates means for them. */
export type FrameKind =
  | 'before'
  | 'by'
  | 'after'
  | 'not_before'
  | 'since'
  | 'from_unknown_end'
  | 'until_unknown_start'
  | 'until_open_start'
  | 'between'
  | 'interval'
  | 'either'

/** A phrase with one captured date, or two for `between`, `interval` and `either`. */
export type Frame = { kind: FrameKind; pattern: RegExp }

/** A unit of "N … ago". */
export type AgoUnit = 'day' | 'week' | 'month' | 'year'

/**
 * How people of one language write dates. All patterns meet text already folded by `foldDateText`:
 * lower case, no accents, ASCII digits, single spaces, no full stop after a word, long dashes as ` – `.
 */
export type DateWords = {
  months: ReadonlyMap<string, number>
  /** 0 Sunday to 6 Saturday. */
  weekdays: ReadonlyMap<string, number>
  numbers: ReadonlyMap<string, number>
  units: ReadonlyMap<string, AgoUnit>
  /** Words that mean two of a unit at once; they stand where the unit stands, without a count. */
  duals?: ReadonlyMap<string, AgoUnit>
  /** Whether the day always comes before its month, so that a number after a month can only be a short year ("mars 24"). */
  dayFirstOnly?: true
  /** Words without meaning in a date: articles and prepositions. */
  fillers: ReadonlySet<string>
  /** Tried in this order. */
  frames: readonly Frame[]
  approximate: RegExp
  uncertain: RegExp
  approximateSuffix: RegExp
  uncertainSuffix: RegExp
  /** "early", "mid", "late": kept as the whole period with `~`, since a third of it would be invented. */
  partOfPeriod: RegExp
  decade: RegExp
  season: RegExp
  yearNotGiven: RegExp
  dayNotKnown: RegExp
  monthNotKnown: RegExp
  monthAndDayNotKnown: RegExp
  timeOfDay: RegExp
  relative: {
    today: RegExp
    yesterday: RegExp
    dayBeforeYesterday: RegExp
    lastNight: RegExp
    /** Captures count and unit. */
    ago: RegExp
    /** As `ago`, with a word such as "about" inside it. */
    agoApproximate: RegExp
    /** Captures the weekday. */
    lastWeekday: RegExp
    lastWeek: RegExp
    thisWeek: RegExp
    lastMonth: RegExp
    thisMonth: RegExp
    lastYear: RegExp
    thisYear: RegExp
  }
}

/** Spreads a list of `[words, value]` into a map with one entry a word. */
export function wordMap<Value>(...entries: readonly (readonly [words: string, value: Value])[]): ReadonlyMap<string, Value> {
  return new Map(entries.flatMap(([words, value]) => words.split(' ').map((word) => [word, value] as const)))
}
