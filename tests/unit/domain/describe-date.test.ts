import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../electron/contract/index.ts'
import { dayNumber } from '../../../electron/domain/days.ts'
import { describeDate, precisionOf, shortDate } from '../../../electron/domain/describe-date.ts'
import { readTypedDate } from '../../../electron/domain/typed-date.ts'
import { anyEdtf } from './edtf-arbitrary.ts'

const today = dayNumber(2024, 3, 13)

describe('a date in words', () => {
  it.each([
    ['2024-02-09', '9 February 2024', '9 de febrero de 2024'],
    ['2024-02', 'February 2024', 'febrero de 2024'],
    ['2020', '2020', '2020'],
    ['2024-03~', 'around March 2024', 'hacia marzo de 2024'],
    ['2024-03-09~', 'around 9 March 2024', 'hacia el 9 de marzo de 2024'],
    ['2024?', 'perhaps 2024', 'quizá 2024'],
    ['2024%', 'perhaps around 2024', 'quizá hacia 2024'],
    ['XXXX-01-28', '28 January, year not given', '28 de enero, año no indicado'],
    ['2024-02-XX', 'February 2024, day not known', 'febrero de 2024, día no conocido'],
    ['199X', 'the 1990s', 'la década de 1990'],
    ['[..2024-02-08]', 'before 9 February 2024', 'antes del 9 de febrero de 2024'],
    ['[..2024-02]', 'before March 2024', 'antes de marzo de 2024'],
    ['[..2023]', 'before 2024', 'antes de 2024'],
    ['[2024-02-10..]', 'after 9 February 2024', 'después del 9 de febrero de 2024'],
    ['[..2024-02~]', 'before around March 2024', 'antes de aprox. marzo de 2024'],
    ['[2024-03-03..2024-03-05]', 'between 3 March 2024 and 5 March 2024', 'entre el 3 de marzo de 2024 y el 5 de marzo de 2024'],
    ['[2024-03-03,2024-03-05]', 'either 3 March 2024 or 5 March 2024', 'o bien 3 de marzo de 2024 o 5 de marzo de 2024'],
    ['2024-02-09/2026-01', 'from 9 February 2024 to January 2026', 'del 9 de febrero de 2024 a enero de 2026'],
    ['2024-02-09/..', 'since 9 February 2024, still going on', 'desde el 9 de febrero de 2024, aún en curso'],
    ['2024-02-09/', 'from 9 February 2024, end not known', 'desde el 9 de febrero de 2024, fin no conocido'],
    ['2024-1X', '2024-1X', '2024-1X'],
    ['no date', 'no date', 'no date'],
  ])('%s', (edtf, english, spanish) => {
    expect(describeDate(edtf, 'en')).toBe(english)
    expect(describeDate(edtf, 'es')).toBe(spanish)
  })

  it.each([
    ['2024-02-09', '9 février 2024', '9 فبراير 2024'],
    ['2024-05-01', '1er mai 2024', '1 مايو 2024'],
    ['2024-03~', 'vers mars 2024', 'نحو مارس 2024'],
    ['2024-03-09~', 'vers le 9 mars 2024', 'نحو 9 مارس 2024'],
    ['2024%', 'peut-être vers 2024', 'ربما نحو 2024'],
    ['XXXX-01-28', '28 janvier, année non indiquée', '28 يناير، السنة غير مذكورة'],
    ['199X', 'les années 1990', 'عقد 1990'],
    ['[..2024-02-08]', 'avant le 9 février 2024', 'قبل 9 فبراير 2024'],
    ['[2024-02-10..]', 'après le 9 février 2024', 'بعد 9 فبراير 2024'],
    ['[2024-03-03..2024-03-05]', 'entre le 3 mars 2024 et le 5 mars 2024', 'بين 3 مارس 2024 و5 مارس 2024'],
    ['2024-04/2024-10', 'd’avril 2024 à octobre 2024', 'من أبريل 2024 إلى أكتوبر 2024'],
    ['2024-02-09/..', 'depuis le 9 février 2024, toujours en cours', 'منذ 9 فبراير 2024، ولا يزال مستمرًا'],
    ['../199X', 'jusqu’aux années 1990, début ouvert', 'حتى عقد 1990، والبداية مفتوحة'],
  ])('%s in French and Arabic', (edtf, french, arabic) => {
    expect(describeDate(edtf, 'fr')).toBe(french)
    expect(describeDate(edtf, 'ar')).toBe(arabic)
  })

  it('has a short form', () => {
    expect(shortDate('2024-02-09/2024-03', 'en')).toBe('9 Feb 2024 – Mar 2024')
    expect(shortDate('2024-02-09', 'es')).toBe('9 feb 2024')
    expect(shortDate('2024-02-09~', 'es')).toBe('hacia el 9 feb 2024')
    expect(shortDate('2024-02-01', 'fr')).toBe('1er févr. 2024')
    expect(shortDate('XXXX-01-28', 'en')).toBe('28 Jan, year not given')
  })

  it.each(languages)('is read back as it was (%s)', (language) => {
    fc.assert(
      fc.property(anyEdtf, (edtf) => {
        const read = readTypedDate(describeDate(edtf, language), { language, today })
        expect(read.ok ? read.edtf : read.reason).toBe(edtf)
        const short = readTypedDate(shortDate(edtf, language), { language, today })
        expect(short.ok ? short.edtf : short.reason).toBe(edtf)
      }),
      { numRuns: 500 },
    )
  })
})

describe('precision', () => {
  it.each([
    ['2024-02-09', 'day'],
    ['2024-02', 'month'],
    ['2024', 'year'],
    ['199X', 'decade'],
    ['XXXX-01-28', 'no_year'],
    ['2024-02-XX', 'partly_unknown'],
    ['2024-02~', 'approximate'],
    ['2024%', 'approximate'],
    ['2024?', 'uncertain'],
    ['2024/2025', 'range'],
    ['2024/..', 'ongoing'],
    ['[..2024]', 'before'],
    ['[2024..]', 'after'],
    ['[2024,2026]', 'one_of'],
    ['soon', 'unreadable'],
  ])('%s is %s', (edtf, precision) => expect(precisionOf(edtf)).toBe(precision))
})
