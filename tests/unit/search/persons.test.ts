import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openOffice } from './office.ts'
import type { Office } from './office.ts'

let office: Office
let rocio: { caseId: string; personId: string }
beforeAll(async () => {
  office = await openOffice()
  rocio = office.file('Rocío San Miguel', {}, { birthDay: '1966-05-06', birthPlace: 'Caracas' })
  office.add('person_names', { personId: rocio.personId, kind: 'mothers_name', name: 'Marta Soto' })
  const other = office.file('Rosa Sanmiguel')
  office.add('person_names', { personId: other.personId, kind: 'mothers_name', name: 'Marta Soto' })
  office.file('Мухаммад Рахимов')
  office.file('محمد عبد الرحمن')
  office.file('Gabriela Uzcátegui')
})
afterAll(() => office.vault.close())

const duplicates = (name: string, more: { birth?: string; except?: string } = {}) =>
  office.ask('persons.possibleDuplicates', { name, ...more }).candidates.map(({ name: other, why }) => [other, why])

describe('possible duplicates', () => {
  test.each([
    ['rocio san miguel', 'Rocío San Miguel', ['same_name']],
    ['San Miguel Rocío', 'Rocío San Miguel', ['same_words_other_order']],
    ['Muhammad Rakhimov', 'Мухаммад Рахимов', ['same_name_other_script']],
    ['Mohammed Abdurrahman', 'محمد عبد الرحمن', ['same_name_other_script']],
    ['Gabriela Uzcategun', 'Gabriela Uzcátegui', ['close_spelling']],
  ])('%s', (typed, name, why) => expect(duplicates(typed)[0]).toEqual([name, why]))

  test('the same birth is one more reason', () => {
    expect(duplicates('Rocío San Miguel', { birth: '1966' })[0]).toEqual(['Rocío San Miguel', ['same_name', 'same_birth']])
    expect(duplicates('Rocío San Miguel', { birth: '1990' })[0]).toEqual(['Rocío San Miguel', ['same_name']])
  })
  test('a person is no duplicate of themselves', () =>
    expect(duplicates('Rocío San Miguel', { except: rocio.personId }).map(([name]) => name)).not.toContain('Rocío San Miguel'))
  test('strangers are none', () => expect(duplicates('Néstor Colmenares')).toEqual([]))
  test('a person in the bin is none', () => {
    const gone = office.file('Néstor Colmenares')
    expect(duplicates('Nestor Colmenares')).toHaveLength(1)
    office.bin('persons', gone.personId)
    expect(duplicates('Nestor Colmenares')).toEqual([])
  })
})

describe('pickers', () => {
  const listed = (query: string): string[] => office.ask('persons.list', { query }).persons.map(({ name }) => name)
  test('by the beginning of any name', () => expect(listed('san')).toEqual(['Rocío San Miguel', 'Rosa Sanmiguel']))
  test('by several words', () => expect(listed('mig roc')).toEqual(['Rocío San Miguel']))
  test('across scripts', () => expect(listed('Mohamed')).toEqual(['Мухаммад Рахимов', 'محمد عبد الرحمن']))
  test('with what tells namesakes apart', () => {
    expect(office.ask('persons.list', { query: 'rocio' }).persons[0]).toMatchObject({
      otherNames: ['Marta Soto'],
      birth: { edtf: '1966-05-06' },
      birthPlace: 'Caracas',
      cases: [{ reference: 'VEN-2024-0001' }],
    })
  })
})
