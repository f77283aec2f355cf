import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { found, openOffice } from './office.ts'
import type { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const { caseId } = office.file('Rocío San Miguel', {
    arrestPlace: 'Maiquetía',
    arrestAccount: 'Fue detenida en el aeropuerto.[^a1b2c3] Su hija lo vio.',
    tags: ['defensa'],
  })
  office.add('charges', { caseId, offence: 'Traición a la patria', law: 'Código Penal', article: '128' })
  office.add('whereabouts_notes', { caseId, place: 'El Helicoide', fromDay: '2024-02-14', note: 'La abogada pudo hablar con ella.' })
  office.add('custody_statuses', { caseId, status: 'on_remand', sinceDay: '2024-02-12' })
  const sourceId = office.add('sources', { title: 'Comunicado de la familia', protection: 'open', author: 'Minerva Quintero' })
  office.add('citations', { sourceId, targetTable: 'case_files', targetId: caseId, quotation: 'No sabemos dónde está' })
  const hidden = office.add('sources', {
    title: 'Carta del vecino Anselmo',
    protection: 'protected',
    codeName: 'Jilguero',
    author: 'Anselmo Bracho',
  })
  office.add('citations', { sourceId: hidden, targetTable: 'case_files', targetId: caseId })
  office.file('Мухаммад Рахимов', { arrestPlace: 'Душанбе' })
  office.file('محمد عبد الرحمن', { arrestPlace: 'القاهرة' })
  office.file('Muhammad Ibn Said')
  const aliased = office.file('José Ñáñez')
  office.add('person_names', { personId: aliased.personId, kind: 'alias', name: 'El Turpial' })
  office.file('Miguel Ángel Ortega', { notes: 'Amigo de Rocío, visitó El Helicoide.' })
})
afterAll(() => office.vault.close())

describe('what is typed is found', () => {
  test.each([
    ['rocio', 'Rocío San Miguel'],
    ['ROCÍO', 'Rocío San Miguel'],
    ['roc', 'Rocío San Miguel'],
    ['san miguel', 'Rocío San Miguel'],
    ['miguel rocio', 'Rocío San Miguel'],
    ['maiquetia', 'Rocío San Miguel'],
    ['traicion', 'Rocío San Miguel'],
    ['abogada', 'Rocío San Miguel'],
    ['minerva', 'Rocío San Miguel'],
    ['"sabemos donde"', 'Rocío San Miguel'],
    ['defensa', 'Rocío San Miguel'],
    ['2024-02-14', 'Rocío San Miguel'],
    ['jilguero', 'Rocío San Miguel'],
    ['turpial', 'José Ñáñez'],
    ['nanez', 'José Ñáñez'],
    ['القاهره', 'محمد عبد الرحمن'],
    ['مُحَمَّد عبدالرحمن', 'محمد عبد الرحمن'],
    ['Abd al-Rahman', 'محمد عبد الرحمن'],
    ['Abdurrahman', 'محمد عبد الرحمن'],
    ['душанбе', 'Мухаммад Рахимов'],
    ['Rakhimov', 'Мухаммад Рахимов'],
  ])('%s', (query, name) => expect(found(office, query)[0]).toBe(name))

  test('one name in three alphabets, however it is typed', () => {
    for (const typed of ['Muhammad', 'Mohammed', 'محمد', 'Мухаммад', 'mohamed']) {
      expect(found(office, typed).toSorted(), typed).toEqual(['Muhammad Ibn Said', 'Мухаммад Рахимов', 'محمد عبد الرحمن'])
    }
  })

  test('the name in the script that was typed comes first', () => {
    expect(found(office, 'Muhammad')[0]).toBe('Muhammad Ibn Said')
    expect(found(office, 'Мухаммад')[0]).toBe('Мухаммад Рахимов')
  })

  test('names before everything else', () => expect(found(office, 'miguel')).toEqual(['Miguel Ángel Ortega', 'Rocío San Miguel']))
  test('a word elsewhere comes after', () => expect(found(office, 'rocio')).toEqual(['Rocío San Miguel', 'Miguel Ángel Ortega']))
  test('a phrase keeps its order', () => expect(found(office, '"miguel san"')).toEqual([]))
  test('an unwanted word', () => expect(found(office, 'helicoide -ortega')).toEqual(['Rocío San Miguel']))
  test('all words count', () => expect(found(office, 'rocio souffle')).toEqual([]))

  test.each(['VEN-2024-0001', 'ven-2024-1', '2024-0001', '0001', 'VEN 2024 0001', 'ven20240001x'.slice(0, 3) + '-2024-000'])(
    'reference %s',
    (typed) => {
      expect(found(office, typed)[0]).toBe('Rocío San Miguel')
    },
  )

  test('a few letters out of the middle of a name, a place or a reference', () => {
    expect(found(office, 'guel')).toEqual(['Miguel Ángel Ortega', 'Rocío San Miguel'])
    expect(found(office, 'licoid')).toEqual(['Rocío San Miguel'])
  })

  test('a protected source is found by its code name only', () => {
    expect(found(office, 'anselmo')).toEqual([])
    expect(found(office, 'vecino')).toEqual([])
  })

  test('citation marks are no words', () => expect(found(office, 'a1b2c3')).toEqual([]))
  test('filters join', () => {
    expect(found(office, 'helicoide', { filter: { statusGroups: ['held'] } })).toEqual(['Rocío San Miguel'])
    expect(found(office, 'helicoide', { filter: { statusGroups: ['free'] } })).toEqual([])
    expect(found(office, 'helicoide', { filter: { place: 'el helicoide' } })).toEqual(['Rocío San Miguel'])
  })
  test('an empty query lists', () => expect(found(office, '  ').length).toBe(6))
})

describe('pages', () => {
  test('follow each other without gap or repetition', () => {
    const all = found(office, 'm', { limit: 50 })
    const one = all.map((_, offset) => found(office, 'm', { limit: 1, offset })[0])
    expect(one).toEqual(all)
  })
  test('count all hits, or leave it', () => {
    expect(office.ask('search.cases', { query: 'm', limit: 1 }).total).toBe(found(office, 'm').length)
    expect(office.ask('search.cases', { query: 'm', limit: 1, count: false }).total).toBeNull()
  })
})

describe('whatever is typed', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        "'",
        '*',
        '(',
        ')',
        '-',
        '+',
        '^',
        ':',
        '{',
        '}',
        'AND',
        'OR',
        'NOT',
        'NEAR',
        ' ',
        'm',
        'names',
        '\0',
        '\ud800',
        '؟',
        'ــ',
        '%',
        '_',
        '1',
      ),
      maxLength: 25,
    }),
  )
  test('never is an error, and says where it was found', () => {
    fc.assert(
      fc.property(hostile, (query) => {
        for (const { snippets } of office.ask('search.cases', { query }).hits) {
          for (const { text, matches } of snippets)
            for (const { start, end } of matches) expect(start >= 0 && start < end && end <= text.length).toBe(true)
        }
        office.ask('search.facets', { query })
        office.ask('persons.list', { query: query.slice(0, 200) })
        office.ask('persons.possibleDuplicates', { name: query })
      }),
      { numRuns: 300 },
    )
  })
})
