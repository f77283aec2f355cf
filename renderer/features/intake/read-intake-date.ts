import type { DateInput, Language } from '../../../electron/contract/index.ts'
import { describeDate } from '../../../electron/domain/describe-date.ts'
import { fromDayNumber } from '../../../electron/domain/days.ts'
import { withAsciiDigits } from '../../../electron/domain/digits.ts'
import { foldDateText } from '../../../electron/domain/typed-date-fields.ts'
import { readTypedDate, type TypedDate } from '../../../electron/domain/typed-date.ts'

export type ReadDate = { value: DateInput; words: string; remark: NonNullable<TypedDate['remark']> | null }

/** What was understood of a date as a caller said it; null where it is none. */
export function readSaidDate(text: string, language: Language, today: number): ReadDate | null {
  const read = readTypedDate(text, { language, today })
  if (!read.ok) return null
  return { value: { typed: read.typed, edtf: read.edtf, language }, words: describeDate(read.edtf, language), remark: read.remark ?? null }
}

/**
 * Both readings of figures that may have the day or the month first, written out in words that can be read one way
 * only: the one that was understood, then the other. Empty where there is but one.
 */
export function bothReadings(text: string, language: Language, today: number): string[] {
  const read = readSaidDate(text, language, today)
  if (read?.remark !== 'day_first') return []
  const swapped = withAsciiDigits(text).replace(/(\d{1,2})(\s*[-/.]\s*)(\d{1,2})(?!\d)/u, '$3$2$1')
  const other = readSaidDate(swapped, language, today)
  return other === null || other.words === read.words ? [] : [read.words, other.words]
}

// Folded as `foldDateText` folds: lower case, without accents, with plain figures.
const vague =
  '(?:about|around|some|circa|approximately|approx|maybe|perhaps|c|ca|unos|unas|como|alrededor de|aproximadamente|aprox|quizas?|environ|vers|autour de|a peu pres|peut-etre|dans les|حوالي|نحو|تقريبا|قرابه|قرابة|زهاء|ربما|~)'
const ofAge = '(?:aged?|de|edad|age de|agee de|عمره|عمرها|العمر)'
const years = '(?:years?(?:[ -]old)?|y ?o|yrs?|anos?(?: de edad)?|ans?|سنة|سنه|سنوات|سنين|عاما?|اعوام)'
const age = new RegExp(`^(?:${ofAge}\\s+)?(${vague}\\s*)?(?:${ofAge}\\s+)?(\\d{1,3})(\\s*${years})?(\\s*\\(?${vague}\\)?)?$`, 'u')

/** What a bare number is completed to, so that it reads like an age and not like the day of a month, here or later. */
const asYears = { en: 'years old', es: 'años', fr: 'ans', ar: 'سنة' } as const satisfies Record<Language, string>

/**
 * What was understood of a birth or an age. An age leaves two years of birth open; "about" makes it approximate, and
 * never sharper than that.
 */
export function readBirth(text: string, language: Language, today: number): ReadDate | null {
  const match = age.exec(foldDateText(text))
  const said = match?.[2] === undefined ? Number.NaN : Number(match[2])
  if (!(said >= 0 && said <= 120)) return readSaidDate(text, language, today)
  const year = fromDayNumber(today).year - said
  const isVague = match?.[1] !== undefined || match?.[4] !== undefined
  const edtf = isVague ? `${year}~` : `[${year - 1}..${year}]`
  const typed = match?.[3] === undefined ? `${text.trim()} ${asYears[language]}` : text.trim()
  return { value: { typed, edtf, language }, words: describeDate(edtf, language), remark: null }
}
