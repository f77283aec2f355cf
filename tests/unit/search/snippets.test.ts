import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openOffice } from './office.ts'
import type { Office } from './office.ts'

let office: Office
let ids: { rocio: string; rahimov: string }
let noteId: string
beforeAll(async () => {
  office = await openOffice()
  const rocio = office.file('Rocío San Miguel', {
    summary: `${'Antes de esto pasaron muchas cosas. '.repeat(8)}Su abogada\nvio el 🕊 traslado.[^a1b2c3] ${'Después pasaron otras. '.repeat(9)}`,
  })
  noteId = office.add('whereabouts_notes', { caseId: rocio.caseId, place: 'El Helicoide', note: 'Celda sin ventana.' })
  const rahimov = office.file('Мухаммад Рахимов')
  office.add('person_names', { personId: rahimov.personId, kind: 'transliteration', name: 'Muhammad Rakhimov' })
  const abd = office.file('محمد عبد الرحمن')
  office.add('person_names', { personId: abd.personId, kind: 'alias', name: 'El Turco' })
  ids = { rocio: rocio.caseId, rahimov: rahimov.caseId }
})
afterAll(() => office.vault.close())

const snippets = (query: string, name: string) =>
  office.ask('search.cases', { query }).hits.find((hit) => hit.name === name)?.snippets ?? []
/** What a snippet marks. */
const marked = (query: string, name: string): string[] =>
  snippets(query, name).flatMap(({ text, matches }) => matches.map(({ start, end }) => text.slice(start, end)))

describe('a hit says where it is', () => {
  test('table, row and field', () => {
    expect(snippets('helicoide', 'Rocío San Miguel')).toEqual([
      { table: 'whereabouts_notes', id: noteId, field: 'place', text: 'El Helicoide', matches: [{ start: 3, end: 12 }] },
    ])
  })

  test('in the words that were written, accents and all', () => {
    expect(marked('rocio', 'Rocío San Miguel')).toEqual(['Rocío'])
    expect(marked('ROCIO MIG', 'Rocío San Miguel')).toEqual(['Rocío', 'Miguel'])
  })

  test('the name of another script that met the query', () => {
    expect(marked('Mohammed', 'محمد عبد الرحمن')).toEqual(['محمد'])
    expect(marked('Abd al-Rahman', 'محمد عبد الرحمن')).toEqual(['عبد الرحمن'])
    expect(marked('рахимов', 'Мухаммад Рахимов')).toEqual(['Рахимов'])
  })

  test('the text around it, cut between words, without citation marks', () => {
    const [snippet] = snippets('traslado', 'Rocío San Miguel')
    expect(snippet).toMatchObject({ table: 'case_files', id: ids.rocio, field: 'summary' })
    expect(snippet?.text).toMatch(/^….* Su abogada vio el 🕊 traslado\. Después .*…$/)
    expect(snippet?.text.length).toBeLessThan(200)
    expect(marked('traslado', 'Rocío San Miguel')).toEqual(['traslado'])
  })

  test('two texts where no one text holds both words', () => {
    expect(snippets('rocio ventana', 'Rocío San Miguel').map(({ field }) => field)).toEqual(['name', 'note'])
  })

  test('a phrase is marked whole', () => expect(marked('"san miguel"', 'Rocío San Miguel')).toEqual(['San Miguel']))
  test('letters out of the middle', () => expect(marked('licoi', 'Rocío San Miguel')).toEqual(['licoi']))
  test('a reference typed short', () => expect(marked('ven-2024-1', 'Rocío San Miguel')).toEqual(['VEN-2024-0001']))
})

test('snippets for the first hits only, the rest on request', () => {
  const hits = office.ask('search.cases', { query: 'm', snippets: 1 }).hits
  expect(hits.map((hit) => hit.snippets.length > 0)).toEqual([true, false])
  const later = office.ask('search.snippets', { query: 'rakhimov', ids: [ids.rahimov] })
  expect(later.snippets.map(({ id, snippets: found }) => [id, found.map(({ field }) => field)])).toEqual([[ids.rahimov, ['name']]])
})
