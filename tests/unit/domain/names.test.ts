import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, nameCollator, nameKeys, similarNames } from '../../../electron/domain/names.ts'
import { foldText, wordsOf } from '../../../electron/domain/fold.ts'
import { latinKey, scriptOf } from '../../../electron/domain/transliterate.ts'

const anyName = fc.string({ unit: fc.constantFrom(..."aeiouhklmnrsjzñé МухамдРия محدبالو'-".split('')), maxLength: 24 })

describe('keys across scripts', () => {
  it.each([
    'Мухаммад محمد مُحَمَّد Muhammad Mohammed Mohamed Mohammad Мохаммед',
    'Yusuf Youssef Yousef يوسف Юсуф',
    'Khalid Khaled خالد Халед Халид',
    'Hussein Husayn Hossein حسين Хусейн',
    'Ahmed Ahmad Ахмед أحمد احمد',
    'Elena Елена Yelena',
    'Rakhimov Рахимов Rahimov',
    'González Gonzalez Гонсалес',
    'Ali علي على Али Aly',
    'Omar Umar عمر Омар',
    'Fatima Fatimah فاطمة Фатима',
    'Abdullah Abdulla عبدالله Абдулла',
    'Abdurrahman عبدالرحمن Абдурахман',
    'Aleksandr Alexander Александр',
    'Rashid Rachid رشيد Рашид',
    'Jamal Djamal جمال Джамал',
    'Noor Nur نور Нур',
    'Maryam Mariam مريم Марьям',
    'Chávez Чавес',
    'Giorgos Γιώργος',
  ])('%s meet', (names) => expect(new Set(names.split(' ').map(latinKey)).size).toBe(1))

  it('keeps strangers apart', () => {
    const strangers =
      'Muhammad Ali Omar Amir Elena Alina Ivan Iván Juan Ana Rocío Miguel Carlos Khaled Walid Said Yusuf Yasser Ibrahim Fatima Hernández Fernández González'.split(
        ' ',
      )
    const keys = strangers.map(latinKey)
    // Iván is Ivan; Alina and Elena differ in a vowel only, which short words keep.
    expect(new Set(keys).size).toBe(strangers.length - 1)
  })

  it('a word can have several', () => {
    expect(nameKeys('Jaled')).toContain(latinKey('Khaled'))
    expect(nameKeys('Ибрагим')).toContain(latinKey('Ibrahim'))
    expect(nameKeys('الحسن')).toContain(latinKey('Hassan'))
    expect(nameKeys('عثمان')).toEqual(expect.arrayContaining([latinKey('Othman'), latinKey('Osman')]))
  })

  it('articles and particles are none, and "Abd" takes its word along', () => {
    expect(nameKeys('Jaled al-Hassan')).not.toContain(latinKey('al'))
    expect(nameKeys('عبد الرحمن')).toEqual(nameKeys('Abdul Rahman'))
    expect(nameKeys('Abd al-Rahman')).toEqual(nameKeys('Abdurrahman'))
    expect(nameKeys('María de los Ángeles')).toHaveLength(2)
  })

  it('of a script without a table are the words as folded', () => expect(nameKeys('დავით')).toEqual(['დავით']))

  it('a name field that accepts one script only: any text has keys and none throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        const keys = nameKeys(name)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys).not.toContain('')
      }),
    )
  })

  it('tells scripts', () => {
    expect(['Muhammad', 'Мухаммад', 'محمد', 'Γιώργος', 'დავით', '12', 'Ali الحسن'].map(scriptOf)).toEqual([
      'latin',
      'cyrillic',
      'arabic',
      'greek',
      'other',
      'other',
      'arabic',
    ])
  })
})

describe('similar names', () => {
  it.each([
    ['Rocío San Miguel', 'ROCIO SAN MIGUEL', 1, ['same_name']],
    ['Rocío San Miguel', 'San Miguel, Rocío', 0.98, ['same_words_other_order']],
    ['Мухаммад Рахимов', 'Mohammed Rakhimov', 0.9, ['same_across_scripts']],
  ])('%s and %s', (a, b, score, why) => expect(similarNames(a, b)).toEqual({ score, why }))

  it('gives reasons for a likeness', () => {
    expect(similarNames('Rocío San Miguel', 'Rocío San Miguel Sosa').why).toEqual(['part_of_name'])
    expect(similarNames('Juan Pérez', 'Juan Peres').why).toEqual(['same_sound'])
    expect(similarNames('Mariana Gil', 'Marianna Gill').score).toBeGreaterThan(0.85)
    expect(similarNames('Roberto Gil', 'Roebrto Gil').why).toEqual(['similar_spelling'])
    expect(similarNames('Maria Gil', 'Mario Gil').why).toEqual(['similar_spelling'])
  })

  it('ranks the nearer name higher', () => {
    const score = (other: string): number => similarNames('Hussein Karimi', other).score
    expect(score('Husein Karimi')).toBeGreaterThan(score('Hassan Karimi'))
    expect(score('Hassan Karimi')).toBeGreaterThan(score('Omar Karimi'))
    expect(similarNames('Juan Pérez', 'Pedro López').score).toBe(0)
  })

  it('is the same both ways, between 0 and 1, and full for a name with itself', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const { score } = similarNames(a, b)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(similarNames(b, a).score === 0).toBe(score === 0)
        expect(similarNames(a, a).score).toBe(wordsOf(foldText(a)).length > 0 ? 1 : 0)
      }),
    )
  })

  it.each([
    'Мухаммад محمد Muhammad Mohammed Mohamed Mohammad Mehmed Мохаммед',
    'Yusuf Youssef Yousef يوسف Юсуф',
    'Hussein Husayn Hossein Hussain Husain حسين Хусейн',
    'Hassan Hasan Hassane حسن Хасан',
    'Ibrahim إبراهيم Ибрагим',
    'Maryam Mariam مريم Марьям',
    'Mustafa Moustafa مصطفى',
    'Zainab Zeinab Zaynab زينب',
    'Abdullah عبدالله Абдулла',
    'Rakhimov Рахимов Rahimov',
  ])('the spellings %s are one name', (line) => {
    for (const a of line.split(' '))
      for (const b of line.split(' ')) expect(similarNames(`${a} Karimi`, `${b} Karimi`).score, `${a} ${b}`).toBeGreaterThan(0.85)
  })

  it.each([
    ['Hassan', 'Hussein'],
    ['Hasan', 'Hossein'],
    ['حسن', 'حسين'],
    ['Hassan', 'حسين'],
    ['حسن', 'Hussein'],
    ['Хасан', 'Хусейн'],
    ['Mohammed', 'Mahmoud'],
    ['محمد', 'محمود'],
    ['Мухаммад', 'Mahmud'],
    ['Hamid', 'Hammoud'],
    ['Salim', 'Salma'],
    ['Said', 'Sayed'],
    ['Rami', 'Rima'],
    ['Omar', 'Amir'],
    ['Ali', 'Ola'],
  ])('%s and %s are two names, whatever the surname', (a, b) => {
    const { score, why } = similarNames(`${a} Karimi`, `${b} Karimi`)
    expect(score).toBeLessThan(0.6)
    expect(why).not.toContain('same_sound')
    expect(why).not.toContain('same_name')
  })

  it.each([
    ['Samir', 'Samira'],
    ['Karim', 'Karima'],
    ['Jamal', 'Jamil'],
  ])('%s and %s are spelled alike and sound otherwise', (a, b) =>
    expect(similarNames(`${a} Karimi`, `${b} Karimi`).why).toEqual(['similar_spelling']),
  )

  it('measures edits', () => {
    expect(editDistance('gil', 'gil')).toBe(0)
    expect(editDistance('roberto', 'roebrto')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
  })
})

describe('sorting', () => {
  it('by byte value: accents and case do not send a name to the end', () => {
    const names = ['Zapata', 'Álvarez', 'alba', 'Núñez', 'Nunes', 'Óscar', 'Case 10', 'Case 9']
    expect(names.toSorted(nameCollator('es').compare)).toEqual([
      'alba',
      'Álvarez',
      'Case 9',
      'Case 10',
      'Nunes',
      'Núñez',
      'Óscar',
      'Zapata',
    ])
  })
})

it('names that differ by an article only say why they are alike', () => {
  expect(similarNames('Muhammad Saadi', 'Muhammad al-Saadi')).toEqual({ score: 1, why: ['same_name'] })
})
