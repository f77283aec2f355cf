import { dayExists, dayNumber, weekdayOf } from './days.ts'
import { withAsciiDigits } from './digits.ts'
import { notUnderstood, pieceOf, refused, type DateRemark, type PieceReading } from './typed-date-piece.ts'
import type { DateWords } from './typed-date-words.ts'

/** Folds typed words for reading: lower case, no accents, ASCII digits, single spaces, no full stop after a word, long dashes as ` – `. */
export function foldDateText(text: string): string {
  return foldArabic(withAsciiDigits(text.normalize('NFKD')).replaceAll(/\p{M}/gu, ''))
    .toLowerCase()
    .replaceAll(/[¿¡\u200e\u200f\u061c\u2066-\u2069]/gu, '')
    .replaceAll(/[’‘`´]/gu, "'")
    .replaceAll(/[‐‑]/gu, '-')
    .replaceAll(/\s*[–—―−]\s*|\s+-\s+/gu, ' – ')
    .replaceAll(/([a-z])\./gu, '$1 ')
    .replaceAll(/\b(\d{1,2})\.?(?:(?:st|nd|rd|th|ro|er|do|to|o|a)\b\.?|°)/gu, '$1')
    .replaceAll(/\bprimero de\b/gu, '1 de')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/**
 * Arabic letters that stand for one another, its comma and question mark, the "م" of the common era after a year, and
 * what makes one thing of two words: كانون الثاني, شباط / فبراير, "9 من فبراير من عام 2024".
 */
function foldArabic(text: string): string {
  return text
    .replaceAll(/ـ/gu, '')
    .replaceAll(/[ىی]/gu, 'ي')
    .replaceAll(/ک/gu, 'ك')
    .replaceAll(/ة/gu, 'ه')
    .replaceAll(/،/gu, ',')
    .replaceAll(/؟/gu, '?')
    .replaceAll(/(كانون|تشرين)\s+(?:ال)?(اول|ثاني)/gu, '$1ال$2')
    .replaceAll(/(?<=[\u0621-\u064a]) ?\/ ?(?=[\u0621-\u064a])/gu, '/')
    .replaceAll(/(?<=\d) من (?=[\u0621-\u064a])|(?<=[\u0621-\u064a]) من (?=(?:ال)?(?:عام|سنه|شهر) )/gu, ' ')
    .replaceAll(/(?<=\d{4})\s?م(?![\u0621-\u064a])/gu, '')
}

/** Reads digits with separators (`9/2/2024`, day first; `2024-2-9`), or day, month and year in words. */
export function readFields(text: string, words: DateWords): PieceReading {
  const numeric = readNumeric(text)
  return numeric.ok || numeric.reason !== 'not_understood' ? numeric : readWords(text, words)
}

const YEAR_FIRST = /^(\d{4}) ?([-/.]) ?(\d{1,2})(?: ?\2 ?(\d{1,2}))?$/
const YEAR_LAST = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})$/
const YEAR_SHORT = /^\d{1,2} ?([-/.]) ?\d{1,2} ?\1 ?'?(\d{2})$/
const MONTH_YEAR = /^(\d{1,2}) ?[-/.] ?(\d{4})$/
const NO_YEAR = /^(\d{1,2}) ?\/ ?(\d{1,2})$/

function readNumeric(text: string): PieceReading {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) {
    const day = yearFirst[4] === undefined ? null : Number(yearFirst[4])
    return checked(pieceOf({ year: Number(yearFirst[1]), month: Number(yearFirst[3]), day }))
  }
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast !== null) return dayFirst(Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4]))
  const yearShort = YEAR_SHORT.exec(text)
  if (yearShort !== null) return refused('two_digit_year', { year: Number(yearShort[2]) })
  const monthYear = MONTH_YEAR.exec(text)
  if (monthYear !== null) return checked(pieceOf({ year: Number(monthYear[2]), month: Number(monthYear[1]) }))
  const noYear = NO_YEAR.exec(text)
  if (noYear !== null) return dayFirst(Number(noYear[1]), Number(noYear[2]), null)
  return notUnderstood
}

/** Day first in all languages; the other way round only where nothing else is possible, and both times with a remark. */
function dayFirst(first: number, second: number, year: number | null): PieceReading {
  const remarks: DateRemark[] = year === null ? ['no_year'] : []
  if (second > 12 && first <= 12) return checked(pieceOf({ year, month: first, day: second }, 'month_first', ...remarks))
  if (first <= 12 && first !== second) remarks.unshift('day_first')
  return checked(pieceOf({ year, month: second, day: first }, ...remarks))
}

type Token = { kind: 'year' | 'month' | 'number' | 'weekday' | 'short_year'; value: number }

function readWords(text: string, words: DateWords): PieceReading {
  const tokens: Token[] = []
  let afterPreposition = false
  for (const part of splitWords(text)) {
    if (words.fillers.has(part)) {
      afterPreposition = part === 'of' || part === 'de' || part === 'del'
      continue
    }
    const token = tokenOf(part, words)
    if (token === null) return notUnderstood
    // "febrero de 24" is a short year; "febrero 24" is a day.
    const shortYear = afterPreposition && token.kind === 'number' && tokens.at(-1)?.kind === 'month'
    tokens.push(shortYear ? { kind: 'short_year', value: token.value } : token)
    afterPreposition = false
  }
  const last = tokens.at(-1)
  if (words.dayFirstOnly === true && last?.kind === 'number' && tokens.at(-2)?.kind === 'month') {
    tokens[tokens.length - 1] = { kind: 'short_year', value: last.value }
  }
  return pieceOfTokens(tokens)
}

function splitWords(text: string): string[] {
  return text
    .replaceAll(/,/gu, ' ')
    .replaceAll(/(?<=\d)[-/.](?=[a-z])|(?<=[a-z])[-/.](?=\d)/gu, ' ')
    .split(' ')
    .filter((part) => part !== '')
}

function tokenOf(part: string, words: DateWords): Token | null {
  if (/^\d{4}$/.test(part)) return { kind: 'year', value: Number(part) }
  if (/^\d{1,2}$/.test(part)) return { kind: 'number', value: Number(part) }
  if (/^'\d{2}$/.test(part)) return { kind: 'short_year', value: Number(part.slice(1)) }
  // Arabic often names a month in both its ways: شباط/فبراير.
  const months = new Set(part.split('/').map((name) => words.months.get(name)))
  const [month] = months.size === 1 ? months : []
  if (month !== undefined) return { kind: 'month', value: month }
  const weekday = words.weekdays.get(part)
  return weekday === undefined ? null : { kind: 'weekday', value: weekday }
}

const ORDERS: ReadonlySet<string> = new Set([
  'number month year',
  'month number year',
  'year month number',
  'year number month',
  'month year',
  'year month',
  'number month',
  'month number',
  'year',
  'month',
  'number',
])

function pieceOfTokens(tokens: readonly Token[]): PieceReading {
  const weekday = tokens[0]?.kind === 'weekday' ? tokens[0].value : null
  const rest = weekday === null ? tokens : tokens.slice(1)
  const valueOf = (kind: Token['kind']): number | null => rest.find((token) => token.kind === kind)?.value ?? null
  const shortYear = valueOf('short_year') ?? secondNumber(rest)
  if (shortYear !== null && valueOf('month') !== null) return refused('two_digit_year', { year: shortYear })
  if (rest.length === 1 && rest[0]?.kind === 'short_year') return refused('two_digit_year', { year: rest[0].value })
  if (!ORDERS.has(rest.map((token) => token.kind).join(' '))) return notUnderstood
  const [year, month, day] = [valueOf('year'), valueOf('month'), valueOf('number')]
  if (weekday !== null && (day === null || month === null)) return notUnderstood
  const remarks: DateRemark[] = year === null && month !== null ? ['no_year'] : []
  if (weekday !== null && year !== null && month !== null && day !== null && dayExists(year, month, day)) {
    if (weekdayOf(dayNumber(year, month, day)) !== weekday) remarks.unshift('weekday_differs')
  }
  return checked(pieceOf({ year, month, day }, ...remarks))
}

function secondNumber(tokens: readonly Token[]): number | null {
  const numbers = tokens.filter((token) => token.kind === 'number')
  return numbers.length === 2 && tokens.length === 3 && tokens.at(-1)?.kind === 'number' ? (numbers[1]?.value ?? null) : null
}

/** A day or month that no calendar has is refused at once, so that no other reading is tried for it. */
function checked(reading: PieceReading): PieceReading {
  if (!reading.ok) return reading
  const [year, month, day] = [reading.piece.year, reading.piece.month, reading.piece.day].map((part) =>
    part === null ? null : Number(part),
  )
  const monthWrong = month !== null && month !== undefined && (month < 1 || month > 12)
  const dayWrong = day !== null && day !== undefined && !dayExists(year ?? 2000, month ?? 1, day)
  if (!monthWrong && !dayWrong) return reading
  const params = Object.fromEntries(
    Object.entries({ year, month, day }).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
  return refused('impossible_date', params)
}
