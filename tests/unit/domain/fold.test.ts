import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWithMap, wordsOf } from '../../../electron/domain/fold.ts'

const searched = fc.string({ unit: fc.constantFrom(...Array.from('aÉñßİиИЙйёأإٱىةکیـَّ٣۳’ʼ -ﷲﻻﬁΣς😀\u0306\u0301o')), maxLength: 30 })

describe('folding for search', () => {
  it.each([
    ['GONZÁLEZ', 'gonzalez'],
    ['Núñez', 'nunez'],
    ['Straße', 'strasse'],
    ["O’Brien O'Brien", 'obrien obrien'],
    ['مُحَمَّد', 'محمد'],
    ['محـــمد', 'محمد'],
    ['أحمد إحمد آحمد ٱحمد', 'احمد احمد احمد احمد'],
    ['ليلى', 'ليلي'],
    ['فاطمة', 'فاطمه'],
    ['ﻣﺤﻤﺪ', 'محمد'],
    ['کریم', 'كريم'],
    ['رؤى', 'روي'],
    ['Семён', 'семен'],
    ['Сергей', 'сергей'],
    ['Серге\u0438\u0306', 'сергей'],
    ['٢٠٢٤ ۲۰۲۴', '2024 2024'],
    ['Γιώργος', 'γιωργοσ'],
    ['İstanbul', 'istanbul'],
    ['\u200fعلي\u200e', 'علي'],
  ])('%j is %j', (text, folded) => expect(foldText(text)).toBe(folded))

  it('is the same for both ways of writing an accent', () => {
    fc.assert(
      fc.property(searched, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
      }),
    )
  })

  it('with the map and without it is the same', () => {
    fc.assert(
      fc.property(fc.oneof(searched, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 })), (text) => {
        expect(foldText(text)).toBe(foldWithMap(text).folded)
      }),
      { numRuns: 2000 },
    )
  })

  it('done twice changes nothing more', () => {
    fc.assert(
      fc.property(searched, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })

  it('knows for each unit where it came from, in order', () => {
    fc.assert(
      fc.property(searched, (text) => {
        const { folded, map } = foldWithMap(text)
        expect(map).toHaveLength(folded.length + 1)
        expect(map.at(-1)).toBe(text.length)
        expect(map.toSorted((a, b) => a - b)).toEqual(map)
        for (let index = 0; index < folded.length; index += 1) {
          const origin = text.slice(
            map[index],
            map.slice(index).find((place) => place > (map[index] ?? 0)),
          )
          expect(foldText(origin)).toContain(folded[index])
        }
      }),
    )
  })

  it('lets a highlight be cut out of the original text', () => {
    const text = 'El señor مُحَمَّد habló'
    const { folded, map } = foldWithMap(text)
    const at = folded.indexOf('محمد')
    expect(text.slice(map[at], map[at + 4])).toBe('مُحَمَّد')
  })

  it('makes words', () => expect(wordsOf(foldText('Pérez-Gómez, J. (№ 12)'))).toEqual(['perez', 'gomez', 'j', 'no', '12']))

  it('folds a long text quickly', () => {
    const text = 'Declaró que fue detenido el 9 de febrero. محمد '.repeat(4000)
    const started = performance.now()
    foldText(text)
    expect(performance.now() - started).toBeLessThan(1500)
  })
})
