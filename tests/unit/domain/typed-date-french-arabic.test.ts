import { describe, expect, it } from 'vitest'
import { languages } from '../../../electron/contract/index.ts'
import { dayNumber } from '../../../electron/domain/days.ts'
import { readTypedDate, type DateLanguage, type TypedDate, type TypedDateFailure } from '../../../electron/domain/typed-date.ts'

/** A Wednesday. */
const today = dayNumber(2024, 3, 13)
const read = (text: string, language: DateLanguage = 'en'): TypedDate | TypedDateFailure => readTypedDate(text, { language, today })
const edtfOf = (text: string, language: DateLanguage = 'en'): string => {
  const reading = read(text, language)
  return reading.ok ? reading.edtf : reading.reason
}

describe('typed in French', () => {
  it.each([
    ['9 février 2024', '2024-02-09'],
    ['9 FEVRIER 2024', '2024-02-09'],
    ['le vendredi 9 févr. 2024', '2024-02-09'],
    ['1er mai 2024', '2024-05-01'],
    ['9/2/2024', '2024-02-09'],
    ['9 février 2024 à 14h30', '2024-02-09'],
    ['février 2024', '2024-02'],
    ["l'année 2024", '2024'],
    ['mois d’avril 2024', '2024-04'],
    ['28 janvier', 'XXXX-01-28'],
    ['28 janvier, année inconnue', 'XXXX-01-28'],
    ['février 2024, jour inconnu', '2024-02-XX'],
    ['vers mars 2024', '2024-03~'],
    ['autour du 9 mars 2024', '2024-03-09~'],
    ['env. août 2024', '2024-08~'],
    ['peut-être 2024', '2024?'],
    ['peut être vers 2024', '2024%'],
    ['avant le 9 février 2024', '[..2024-02-08]'],
    ['au plus tard le 9 février 2024', '[..2024-02-09]'],
    ["jusqu'au 9 février 2024", '[..2024-02-09]'],
    ['après le 9 février 2024', '[2024-02-10..]'],
    ['pas avant le 9 février 2024', '[2024-02-09..]'],
    ['depuis le 9 février 2024', '2024-02-09/..'],
    ['à partir du 9 février 2024', '2024-02-09/..'],
    ["depuis 2024 jusqu'à aujourd'hui", '2024/..'],
    ['entre le 3 et le 5 mars 2024', '[2024-03-03..2024-03-05]'],
    ['du 3 au 5 mars 2024', '2024-03-03/2024-03-05'],
    ['de mars à juin 2024', '2024-03/2024-06'],
    ["d'avril à octobre 2024", '2024-04/2024-10'],
    ['soit le 3, soit le 5 mars 2024', '[2024-03-03,2024-03-05]'],
    ['le 3 ou le 5 mars 2024', '[2024-03-03,2024-03-05]'],
    ['début mars 2024', '2024-03~'],
    ['à la mi-mars 2024', '2024-03~'],
    ['fin 2023', '2023~'],
    ['les années 1990', '199X'],
    ['hier', '2024-03-12'],
    ['avant-hier', '2024-03-11'],
    ['mardi dernier', '2024-03-12'],
    ['mercredi', '[2024-03-06,2024-03-13]'],
    ['il y a 3 jours', '2024-03-10'],
    ['il y a huit jours', '2024-03-05~'],
    ['il y a environ trois semaines', '2024-02-21~'],
    ['il y a un mois', '2024-02~'],
    ['la semaine dernière', '[2024-03-04..2024-03-10]'],
    ["l'an dernier", '2023'],
    ['la nuit dernière', '[2024-03-12..2024-03-13]'],
  ])('%s is %s', (text, edtf) => expect(edtfOf(text, 'fr')).toBe(edtf))

  it.each([
    ['30 février 2024', 'impossible_date'],
    ['mars 24', 'two_digit_year'],
    ['sept 24', 'two_digit_year'],
    ['9 mars 24', 'two_digit_year'],
    ['été 2024', 'season'],
    ['entre mai et mars 2024', 'reversed'],
    ['avant janvier', 'year_needed'],
    ['bientôt', 'not_understood'],
    ['un de ces jours', 'not_understood'],
  ])('%s is refused: %s', (text, reason) => expect(edtfOf(text, 'fr')).toBe(reason))
})

describe('typed in Arabic', () => {
  it.each([
    ['9 فبراير 2024', '2024-02-09'],
    ['٩ شباط ٢٠٢٤', '2024-02-09'],
    ['۹ فیفری ۲۰۲۴', '2024-02-09'],
    ['9 شباط/فبراير 2024', '2024-02-09'],
    ['9 كانون الثاني / يناير 2024', '2024-01-09'],
    ['كانون الأول 2023', '2023-12'],
    ['تشرين الاول 2023', '2023-10'],
    ['1 جانفي 2024', '2024-01-01'],
    ['3 غشت 2023', '2023-08-03'],
    ['يوم الجمعة 9 فبراير 2024', '2024-02-09'],
    ['الجمعة، ٩ فبراير ٢٠٢٤م', '2024-02-09'],
    ['9 من شهر أيار من عام 2024', '2024-05-09'],
    ['٩/٢/٢٠٢٤', '2024-02-09'],
    ['في عام 2024', '2024'],
    ['سنة 2024 م', '2024'],
    ['آب ٢٠٢٤', '2024-08'],
    ['28 يناير', 'XXXX-01-28'],
    ['28 يناير، السنة غير معروفة', 'XXXX-01-28'],
    ['نحو آذار 2024', '2024-03~'],
    ['حوالي 9 مارس 2024', '2024-03-09~'],
    ['مارس 2024 تقريبًا', '2024-03~'],
    ['ربما ٢٠٢٤', '2024?'],
    ['٢٠٢٤؟', '2024?'],
    ['قبل 9 فبراير 2024', '[..2024-02-08]'],
    ['حتى 9 فبراير 2024', '[..2024-02-09]'],
    ['بعد 9 فبراير 2024', '[2024-02-10..]'],
    ['ليس قبل 9 فبراير 2024', '[2024-02-09..]'],
    ['منذ 9 فبراير 2024', '2024-02-09/..'],
    ['من عام 2024 حتى الآن', '2024/..'],
    ['بين 3 و5 مارس 2024', '[2024-03-03..2024-03-05]'],
    ['ما بين ٣ و ٥ آذار ٢٠٢٤', '[2024-03-03..2024-03-05]'],
    ['من 3 إلى 5 مارس 2024', '2024-03-03/2024-03-05'],
    ['إما 3 أو 5 مارس 2024', '[2024-03-03,2024-03-05]'],
    ['أوائل مارس 2024', '2024-03~'],
    ['منتصف عام 2023', '2023~'],
    ['عقد 1990', '199X'],
    ['اليوم', '2024-03-13'],
    ['أمس', '2024-03-12'],
    ['يوم أمس', '2024-03-12'],
    ['أول أمس', '2024-03-11'],
    ['أول من أمس', '2024-03-11'],
    ['ليلة أمس', '[2024-03-12..2024-03-13]'],
    ['الثلاثاء الماضي', '2024-03-12'],
    ['الأربعاء', '[2024-03-06,2024-03-13]'],
    ['قبل ٣ أيام', '2024-03-10'],
    ['قبل يومين', '2024-03-11'],
    ['منذ ثلاثة أيام', '2024-03-10'],
    ['قبل أسبوعين', '2024-02-28~'],
    ['قبل شهر', '2024-02~'],
    ['قبل نحو سنتين', '2022~'],
    ['الشهر الماضي', '2024-02'],
    ['العام الماضي', '2023'],
  ])('%s is %s', (text, edtf) => expect(edtfOf(text, 'ar')).toBe(edtf))

  it.each([
    ['30 فبراير 2024', 'impossible_date'],
    ['فبراير 24', 'two_digit_year'],
    ['صيف 2024', 'season'],
    ['قبل يناير', 'year_needed'],
    ['12 رمضان 1445', 'not_understood'],
    ['12 ربيع الأول 1445', 'not_understood'],
    ['1445 هـ', 'not_understood'],
    ['شباط/مارس 2024', 'not_understood'],
    ['قريبًا', 'not_understood'],
  ])('%s is refused: %s', (text, reason) => expect(edtfOf(text, 'ar')).toBe(reason))

  it('is understood on a page in any language', () => {
    for (const spoken of languages) {
      expect(edtfOf('٩ شباط ٢٠٢٤', spoken)).toBe('2024-02-09')
      expect(edtfOf('9 février 2024', spoken)).toBe('2024-02-09')
    }
  })
})
