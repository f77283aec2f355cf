import { qualifierOf, formatEdtfDate, type EdtfDate } from './edtf-date.ts'
import { formatEdtf, parseEdtf, type EdtfInterval, type EdtfOneOf, type EdtfValue, type SetRange } from './edtf.ts'
import { describeWords, type DescribeWords } from './describe-date-words.ts'
import { isWhole, nextDate, previousDate } from './neighbour-date.ts'
import type { DateLanguage } from './typed-date.ts'

export { precisionOf, type DatePrecision } from './date-precision.ts'
export { compareByDate } from './uncertain-date.ts'

type Style = { words: DescribeWords; short: boolean }

/**
 * An EDTF text in words, ready for reading: "around March 2024", "28 January, year not given", "before 9 February 2024".
 * What it writes, `readTypedDate` reads back as the same EDTF. Text that is not EDTF comes back as it is.
 */
export function describeDate(edtf: string, language: DateLanguage): string {
  return inStyle(edtf, { words: describeWords[language], short: false })
}

/** As `describeDate`, with short months and a dash, for lists and chips: "9 Feb 2024 – 1 Mar 2024". */
export function shortDate(edtf: string, language: DateLanguage): string {
  return inStyle(edtf, { words: describeWords[language], short: true })
}

function inStyle(edtf: string, style: Style): string {
  const parsed = parseEdtf(edtf)
  return parsed.ok ? describe(parsed.value, style) : edtf
}

function describe(value: EdtfValue, style: Style): string {
  if (value.kind === 'date') return doubted(value, style, 'alone')
  return value.kind === 'interval' ? describeInterval(value, style) : describeOneOf(value, style)
}

function describeInterval({ from, to }: EdtfInterval, style: Style): string {
  const { words } = style
  if (from.kind === 'date' && to.kind === 'date') {
    // A doubt before a dash would read as a doubt about both ends.
    if (style.short && qualifierOf(from) === '') return `${doubted(from, style, 'alone')} – ${doubted(to, style, 'alone')}`
    return words.fromTo(framed(from, style), framed(to, style))
  }
  if (from.kind === 'date') return to.kind === 'open' ? words.ongoing(framed(from, style)) : words.endNotKnown(framed(from, style))
  if (to.kind === 'date') return from.kind === 'open' ? words.startOpen(framed(to, style)) : words.startNotKnown(framed(to, style))
  return formatEdtf({ kind: 'interval', from, to })
}

function describeOneOf(value: EdtfOneOf, style: Style): string {
  const { words } = style
  const [only] = value.members
  if (value.members.length === 1 && only?.kind === 'range') return describeRange(only, style) ?? formatEdtf(value)
  const dates = value.members.filter((member) => member.kind === 'date')
  if (dates.length !== value.members.length || dates.length < 2) return formatEdtf(value)
  const described = dates.map((date) => doubted(date, style, 'inside'))
  return words.either(described.slice(0, -1).join(', '), described.at(-1) ?? '')
}

function describeRange({ from, to }: SetRange, style: Style): string | null {
  const { words } = style
  if (from !== null && to !== null) return words.between(framed(from, style), framed(to, style))
  if (to !== null) {
    const next = isWhole(to) ? nextDate(to) : null
    if (next !== null) return words.before(framed(next, style))
    return to.year === 'XXXX' ? null : words.by(framed(to, style))
  }
  if (from === null) return null
  const previous = isWhole(from) ? previousDate(from) : null
  if (previous !== null) return words.after(framed(previous, style))
  return from.year === 'XXXX' ? null : words.notBefore(framed(from, style))
}

/** A date for a phrase around it; Spanish needs to know whether a day, and with it an article, comes next. */
function framed(date: EdtfDate, style: Style): { text: string; article: boolean } {
  const plainDay = date.day !== null && isPlain(date) && qualifierOf(date) === ''
  return { text: doubted(date, style, 'inside'), article: plainDay }
}

function doubted(date: EdtfDate, style: Style, where: 'alone' | 'inside'): string {
  const text = plain(date, style)
  if (text === null) return formatEdtfDate(date)
  const article = date.day !== null && date.day !== 'XX'
  const { words } = style
  if (date.approximate) {
    const around = where === 'alone' ? words.around(text, article) : words.aroundInside(text)
    return date.uncertain ? words.perhaps(around) : around
  }
  return date.uncertain ? words.perhaps(text) : text
}

/** A date without its doubts; null where only EDTF itself can say it (unknown digits inside a number). */
function plain(date: EdtfDate, style: Style): string | null {
  if (!isPlain(date)) return null
  const { words, short } = style
  const year = date.year === 'XXXX' ? null : date.year
  if (year?.endsWith('X') === true) return words.decade(`${year.slice(0, 3)}0`)
  if (date.month === null) return year
  if (date.month === 'XX') return date.day === null ? words.monthNotKnown(year ?? '') : words.monthAndDayNotKnown(year ?? '')
  const month = (short ? words.shortMonths : words.months)[Number(date.month) - 1] ?? date.month
  const number = date.day === null || date.day === 'XX' ? null : String(Number(date.day))
  const day = number === null ? null : (words.day?.(number) ?? number)
  const named = short ? [day, month, year].filter((part) => part !== null).join(' ') : words.named(day, month, year)
  if (date.day === 'XX') return words.dayNotKnown(named)
  return year === null ? words.yearNotGiven(named) : named
}

/** Whether words can say a date without losing a digit of it. */
function isPlain(date: EdtfDate): boolean {
  const { year, month, day } = date
  if (/^\d{3}X$/.test(year)) return month === null
  if (year !== 'XXXX' && year.includes('X')) return false
  if (month === 'XX') return year !== 'XXXX' && (day === null || day === 'XX')
  if (month?.includes('X') === true) return false
  if (day === 'XX') return year !== 'XXXX'
  return day?.includes('X') !== true
}
