import type { DateInput } from '../../../electron/contract/index.ts'
import { describeDate } from '../../../electron/domain/describe-date.ts'
import { fromDayNumber } from '../../../electron/domain/days.ts'
import { readTypedDate, type TypedDate } from '../../../electron/domain/typed-date.ts'

type Language = 'en' | 'es'
export type ReadDate = { value: DateInput; words: string; remark: NonNullable<TypedDate['remark']> | null }

/** What was understood of a date as a caller said it; null where it is none. */
export function readSaidDate(text: string, language: Language, today: number): ReadDate | null {
  const read = readTypedDate(text, { language, today })
  if (!read.ok) return null
  return { value: { typed: read.typed, edtf: read.edtf, language }, words: describeDate(read.edtf, language), remark: read.remark ?? null }
}

const vague =
  '(?:about|around|some|circa|approximately|approx\\.?|maybe|c\\.|unos|unas|como|alrededor de|aproximadamente|aprox\\.?|quizás|~)'
const years = '(?:years?(?:[ -]old)?|y\\.?o\\.?|años?(?: de edad)?)'
const age = new RegExp(`^(${vague}\\s*)?(\\d{1,3})(\\s*${years})?(?:\\s*\\(?${vague}\\)?)?$`, 'iu')

/**
 * What was understood of a birth or an age. An age leaves two years of birth open; "about" makes it approximate, and
 * never sharper than that.
 */
export function readBirth(text: string, language: Language, today: number): ReadDate | null {
  const match = age.exec(text.trim())
  const said = match?.[2] === undefined ? Number.NaN : Number(match[2])
  if (!(said >= 0 && said <= 120)) return readSaidDate(text, language, today)
  const year = fromDayNumber(today).year - said
  const edtf = match?.[1] === undefined ? `[${year - 1}..${year}]` : `${year}~`
  // A bare number reads like the day of a month; said as years it can't be mistaken for one, here or later.
  const typed = match?.[3] === undefined ? `${text.trim()} ${language === 'es' ? 'años' : 'years old'}` : text.trim()
  return { value: { typed, edtf, language }, words: describeDate(edtf, language), remark: null }
}
