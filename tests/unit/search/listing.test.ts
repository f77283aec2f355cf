import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { CallInput } from '../../../electron/contract/index.ts'
import { openOffice } from './office.ts'
import type { Office } from './office.ts'

let office: Office
let caseworkerId: string
beforeAll(async () => {
  office = await openOffice()
  caseworkerId = office.vault.caseworker.uuid
  const held = office.file('Óscar Núñez', { arrestDateDay: '2024-02-09', caseworkerId, tags: ['urgente'] })
  office.add('custody_statuses', { caseId: held.caseId, status: 'on_remand', sinceDay: '2024-02-12' })
  office.add('whereabouts_notes', { caseId: held.caseId, place: 'Ramo Verde', fromDay: '2024-02-12', toDay: '2024-03-01' })
  office.add('whereabouts_notes', { caseId: held.caseId, place: 'El Helicoide', fromDay: '2024-03-01' })
  const free = office.file('Nuria Ñáñez', { arrestDateDay: '2023-05-01' })
  office.add('custody_statuses', { caseId: free.caseId, status: 'on_remand', sinceDay: '2023-05-02' })
  office.add('custody_statuses', { caseId: free.caseId, status: 'released_without_charge', sinceDay: '2023-05-11' })
  office.add('whereabouts_notes', { caseId: free.caseId, place: 'EL HELICOIDE', fromDay: '2023-05-02' })
  office.file('Nzinga Prieto')
  office.file('ángel arévalo')
})
afterAll(() => office.vault.close())

const names = (input: CallInput<'cases.list'>): string[] => office.ask('cases.list', input).cases.map(({ name }) => name)

test('a row says status, place and days in custody', () => {
  const [row] = office.ask('cases.list', { filter: { statusGroups: ['held'] }, today: '2024-03-10' }).cases
  expect(row).toMatchObject({
    reference: 'VEN-2024-0001',
    name: 'Óscar Núñez',
    status: 'on_remand',
    statusGroup: 'held',
    place: 'El Helicoide',
    daysHeld: { kind: 'range', least: 30, most: 30, until: 'today' },
  })
})

test('who was released is at no place, and the days end there', () => {
  const [row] = office.ask('cases.list', { filter: { statusGroups: ['free'] }, today: '2024-03-10' }).cases
  expect(row).toMatchObject({ place: null, daysHeld: { kind: 'range', least: 10, most: 10, until: 'release' } })
})

describe('sorts', () => {
  test('names as readers expect: accents aside, ñ after n', () =>
    expect(names({ sort: 'name' })).toEqual(['ángel arévalo', 'Nuria Ñáñez', 'Nzinga Prieto', 'Óscar Núñez']))
  test('newest change first', () => expect(names({})[0]).toBe('ángel arévalo'))
  test('first arrest first, unknown last', () =>
    expect(names({ sort: 'arrested_first' }).slice(0, 2)).toEqual(['Nuria Ñáñez', 'Óscar Núñez']))
  test('last arrest first, unknown last', () =>
    expect(names({ sort: 'arrested_last' }).slice(0, 2)).toEqual(['Óscar Núñez', 'Nuria Ñáñez']))
  test('reference', () => expect(names({ sort: 'reference' })[0]).toBe('Óscar Núñez'))
})

describe('filters', () => {
  test.each<[string, CallInput<'cases.list'>['filter'], string[]]>([
    ['status', { statuses: ['released_without_charge'] }, ['Nuria Ñáñez']],
    ['several groups', { statusGroups: ['held', 'free'] }, ['Nuria Ñáñez', 'Óscar Núñez']],
    ['place, however it is written', { place: 'el helicoide' }, ['Óscar Núñez']],
    ['caseworker', { caseworkerId: '00000000-0000-7000-8000-000000000000' }, []],
    ['tag', { tag: 'urgente' }, ['Óscar Núñez']],
    ['arrested from', { arrestedFrom: '2024-01-01' }, ['Óscar Núñez']],
    ['arrested to', { arrestedTo: '2023-12-31' }, ['Nuria Ñáñez']],
    ['two together', { arrestedTo: '2023-12-31', statusGroups: ['held'] }, []],
  ])('%s', (_, filter, expected) => {
    const { total, cases } = office.ask('cases.list', { filter, sort: 'name' })
    expect(cases.map(({ name }) => name)).toEqual(expected)
    expect(total).toBe(expected.length)
  })
  test('own case files', () => expect(names({ filter: { caseworkerId } })).toEqual(['Óscar Núñez']))
})

test('pages', () => {
  const all = names({ sort: 'name' })
  expect([0, 1, 2, 3].flatMap((offset) => names({ sort: 'name', limit: 1, offset }))).toEqual(all)
  expect(office.ask('cases.list', { limit: 1 }).total).toBe(4)
})

describe('facets', () => {
  test('count under the query', () => {
    expect(office.ask('search.facets', { query: 'helicoide' })).toMatchObject({
      total: 2,
      statusGroups: [
        { group: 'held', count: 1 },
        { group: 'unknown', count: 0 },
        { group: 'free', count: 1 },
        { group: 'ended', count: 0 },
      ],
      places: [{ place: 'El Helicoide', count: 1 }],
    })
  })
  test('each leaves its own filter aside and takes the others', () => {
    const facets = office.ask('search.facets', { filter: { statusGroups: ['held'], statuses: ['on_remand'] } })
    expect(facets.total).toBe(1)
    // Under the filter of statuses alone one is held; nothing else is left.
    expect(facets.statusGroups).toContainEqual({ group: 'free', count: 0 })
    expect(facets.statuses).toEqual([{ status: 'on_remand', count: 1 }])
    expect(office.ask('search.facets', { filter: { statusGroups: ['held'] } }).statusGroups).toContainEqual({ group: 'free', count: 1 })
  })
})
