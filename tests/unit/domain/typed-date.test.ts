import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../electron/contract/index.ts'
import { dayNumber, daysInMonth, fromDayNumber, isoOfDay } from '../../../electron/domain/days.ts'
import { boundsOf } from '../../../electron/domain/edtf.ts'
import { readTypedDate, type DateLanguage, type TypedDate, type TypedDateFailure } from '../../../electron/domain/typed-date.ts'

/** A Wednesday. */
const today = dayNumber(2024, 3, 13)
const read = (text: string, language: DateLanguage = 'en'): TypedDate | TypedDateFailure => readTypedDate(text, { language, today })
const edtfOf = (text: string, language: DateLanguage = 'en'): string => {
  const reading = read(text, language)
  return reading.ok ? reading.edtf : reading.reason
}

describe('typed in English', () => {
  it.each([
    ['9 Feb 2024', '2024-02-09'],
    ['9 FEB. 2024', '2024-02-09'],
    ['February 9, 2024', '2024-02-09'],
    ['the 9th of February, 2024', '2024-02-09'],
    ['Friday 9 February 2024', '2024-02-09'],
    ['9-feb-2024', '2024-02-09'],
    ['9 Feb 2024 at 14:00', '2024-02-09'],
    ['2024-2-9', '2024-02-09'],
    ['2/2024', '2024-02'],
    ['Feb 2024', '2024-02'],
    ['2024', '2024'],
    ['28 January', 'XXXX-01-28'],
    ['January 28', 'XXXX-01-28'],
    ['29 February', 'XXXX-02-29'],
    ['about March 2024', '2024-03~'],
    ['c. March 2024', '2024-03~'],
    ['2024?', '2024?'],
    ['perhaps around 2024', '2024%'],
    ['before 9/2/2024', '[..2024-02-08]'],
    ['before 1 March 2024', '[..2024-02-29]'],
    ['before March 2024', '[..2024-02]'],
    ['before 2024', '[..2023]'],
    ['by 9 Feb 2024', '[..2024-02-09]'],
    ['9 Feb 2024 or earlier', '[..2024-02-09]'],
    ['after 9 Feb 2024', '[2024-02-10..]'],
    ['on or after 9 Feb 2024', '[2024-02-09..]'],
    ['since 9 Feb 2024', '2024-02-09/..'],
    ['2024 – present', '2024/..'],
    ['between 3 and 5 March 2024', '[2024-03-03..2024-03-05]'],
    ['between March and May 2024', '[2024-03..2024-05]'],
    ['from 3 March 2024 to 5 April 2024', '2024-03-03/2024-04-05'],
    ['3-5 March 2024', '2024-03-03/2024-03-05'],
    ['2019-2020', '2019/2020'],
    ['3, 5 or 7 March 2024', '[2024-03-03,2024-03-05,2024-03-07]'],
    ['early March 2024', '2024-03~'],
    ['mid-2024', '2024~'],
    ['the 1990s', '199X'],
    ['perhaps between 3 and 5 March 2024', '[2024-03-03?..2024-03-05?]'],
    ['perhaps 3 or 5 March 2024', '[2024-03-03?,2024-03-05?]'],
    ['around 3 to 5 March 2024', '2024-03-03~/2024-03-05~'],
    ['٩/٢/٢٠٢٤', '2024-02-09'],
    ['2024-02-xx', '2024-02-XX'],
    ['9 de febrero de 2024', '2024-02-09'],
  ])('%s is %s', (text, edtf) => expect(edtfOf(text)).toBe(edtf))

  it.each([
    ['today', '2024-03-13'],
    ['yesterday', '2024-03-12'],
    ['the day before yesterday', '2024-03-11'],
    ['last Tuesday', '2024-03-12'],
    ['last Wednesday', '2024-03-06'],
    ['Wednesday', '[2024-03-06,2024-03-13]'],
    ['3 days ago', '2024-03-10'],
    ['two weeks ago', '2024-02-28~'],
    ['three months ago', '2023-12~'],
    ['2 years ago', '2022~'],
    ['last night', '[2024-03-12..2024-03-13]'],
    ['last month', '2024-02'],
  ])('%s leans on today: %s', (text, edtf) => {
    const reading = read(text)
    expect(reading.ok && [reading.edtf, reading.remark]).toEqual([edtf, 'relative'])
  })
})

describe('typed in Spanish', () => {
  it.each([
    ['9 de febrero de 2024', '2024-02-09'],
    ['viernes, 9 de febrero de 2024', '2024-02-09'],
    ['1.º de mayo de 2024', '2024-05-01'],
    ['15 DE SEPTIEMBRE DEL 2023', '2023-09-15'],
    ['setiembre 2023', '2023-09'],
    ['febrero de 2024', '2024-02'],
    ['en el año 2024', '2024'],
    ['28 de enero', 'XXXX-01-28'],
    ['hacia marzo de 2024', '2024-03~'],
    ['alrededor del 9 de marzo de 2024', '2024-03-09~'],
    ['aprox. marzo de 2024', '2024-03~'],
    ['quizá 2024', '2024?'],
    ['¿2024?', '2024?'],
    ['antes del 9/2/2024', '[..2024-02-08]'],
    ['a más tardar el 9 de febrero de 2024', '[..2024-02-09]'],
    ['hasta el 9 de febrero de 2024', '[..2024-02-09]'],
    ['después del 9 de febrero de 2024', '[2024-02-10..]'],
    ['desde el 9 de febrero de 2024', '2024-02-09/..'],
    ['desde 2024 hasta hoy', '2024/..'],
    ['entre el 3 y el 5 de marzo de 2024', '[2024-03-03..2024-03-05]'],
    ['del 3 al 5 de marzo de 2024', '2024-03-03/2024-03-05'],
    ['de marzo a mayo de 2024', '2024-03/2024-05'],
    ['3 o 5 de marzo de 2024', '[2024-03-03,2024-03-05]'],
    ['a principios de marzo de 2024', '2024-03~'],
    ['mediados de 2024', '2024~'],
    ['la década de 1990', '199X'],
    ['ayer', '2024-03-12'],
    ['antes de ayer', '2024-03-11'],
    ['el martes pasado', '2024-03-12'],
    ['hace 3 días', '2024-03-10'],
    ['hace como tres días', '2024-03-10~'],
    ['hace un mes', '2024-02~'],
    ['March 9, 2024', '2024-03-09'],
  ])('%s is %s', (text, edtf) => expect(edtfOf(text, 'es')).toBe(edtf))
})

describe('refused with a reason', () => {
  it.each([
    ['', 'empty'],
    ['2023-02-29', 'impossible_date'],
    ['29 Feb 2023', 'impossible_date'],
    ['31 April 2024', 'impossible_date'],
    ['30/2/2024', 'impossible_date'],
    ['13/13/2024', 'impossible_date'],
    ['before 30/2/2024', 'impossible_date'],
    ['9/2/24', 'two_digit_year'],
    ['9 Feb 24', 'two_digit_year'],
    ["Feb '24", 'two_digit_year'],
    ['febrero de 24', 'two_digit_year'],
    ['between May and March 2024', 'reversed'],
    ['before January', 'year_needed'],
    ['spring 2024', 'season'],
    ['../..', 'says_nothing'],
    ['XXXX', 'says_nothing'],
    ['5', 'not_understood'],
    ['soon', 'not_understood'],
    ['case 2024-0001', 'not_understood'],
    ['x'.repeat(300), 'too_long'],
  ])('%j: %s', (text, reason) => expect(edtfOf(text)).toBe(reason))

  it('never throws, and keeps what was typed where it understands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const reading = read(text)
        expect(reading.ok ? reading.typed : text.trim()).toBe(text.trim())
      }),
    )
  })
})

describe('remarks', () => {
  it.each([
    ['9/2/2024', 'day_first'],
    ['2/13/2024', 'month_first'],
    ['13/2/2024', undefined],
    ['9/9/2024', undefined],
    ['Monday 9 February 2024', 'weekday_differs'],
    ['28 January', 'no_year'],
    ['early March 2024', 'part_of_period'],
    ['9 Feb 2024 at 14:00', 'time_left_out'],
    ['3 to 5 March 2024', undefined],
  ])('%s: %s', (text, remark) => {
    const reading = read(text)
    expect(reading.ok && reading.remark).toBe(remark)
  })

  it('keeps what was typed', () => {
    const reading = read('  about March 2024 ')
    expect(reading.ok && reading.typed).toBe('about March 2024')
  })
})

const language = fc.constantFrom(...languages)
const anyDay = fc.integer({ min: dayNumber(1900, 1, 1), max: dayNumber(2100, 12, 31) }).map(fromDayNumber)

describe('never sharper than typed', () => {
  it('precision invented: a cell "2020" does not become 1 January 2020', () => {
    const reading = read('2020')
    expect(reading.ok && reading.edtf).toBe('2020')
    expect(reading.ok && reading.earliest !== reading.latest).toBe(true)
  })

  it('a year in any phrase stays at least a year wide', () => {
    const phrases = [
      'Y',
      'Y?',
      'about Y',
      'perhaps Y',
      'in Y',
      'early Y',
      'late Y',
      'hacia Y',
      'quizá Y',
      'a finales de Y',
      'año Y',
      'vers Y',
      'fin Y',
      'peut-être Y',
      'en Y',
      'نحو Y',
      'ربما Y',
      'عام Y',
      'أواخر Y',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...phrases), fc.integer({ min: 1900, max: 2100 }), language, (phrase, year, spoken) => {
        const reading = read(phrase.replace('Y', String(year)), spoken)
        expect(reading.ok && [reading.earliest, reading.latest]).toEqual([dayNumber(year, 1, 1), dayNumber(year, 12, 31)])
      }),
    )
  })

  it('a month in any phrase stays the whole month', () => {
    const phrases = ['M/Y', 'about M/Y', 'M/Y?', 'mid M/Y', 'mediados de M/Y', 'quizá M/Y', 'vers M/Y', 'mi M/Y', 'نحو M/Y', 'منتصف M/Y']
    fc.assert(
      fc.property(fc.constantFrom(...phrases), anyDay, language, (phrase, { year, month }, spoken) => {
        const reading = read(phrase.replace('M', String(month)).replace('Y', String(year)), spoken)
        expect(reading.ok && [reading.earliest, reading.latest]).toEqual([
          dayNumber(year, month, 1),
          dayNumber(year, month, daysInMonth(year, month)),
        ])
      }),
    )
  })

  it('bounds contain the day that was typed, in every order of writing it', () => {
    const write: ((day: { year: number; month: number; day: number }) => string)[] = [
      ({ year, month, day }) => `${String(day)}/${String(month)}/${String(year)}`,
      ({ year, month, day }) => `${String(year)}-${String(month)}-${String(day)}`,
      ({ year, month, day }) =>
        `${String(day)} de ${['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'][month - 1] ?? ''}. de ${String(year)}`,
    ]
    fc.assert(
      fc.property(fc.constantFrom(...write), anyDay, language, (written, day, spoken) => {
        const reading = read(written(day), spoken)
        const number = dayNumber(day.year, day.month, day.day)
        expect(reading.ok && [reading.edtf, reading.earliest, reading.latest]).toEqual([isoOfDay(number), number, number])
      }),
    )
  })

  it('the bounds are those of the EDTF', () => {
    const reading = read('before 9 Feb 2024')
    expect(reading.ok && { earliest: reading.earliest, latest: reading.latest }).toEqual(boundsOf('[..2024-02-08]'))
  })
})
