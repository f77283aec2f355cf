import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { CallInput } from '../../../electron/contract/index.ts'
import { openOffice } from './office.ts'
import type { Office } from './office.ts'

let office: Office
let caseworkerId: string
beforeAll(async () => {
  office = await openOffice()
  caseworkerId = office.vault.caseworker.uuid
  const held = office.file('Óscar Núñez', { arrestDateDay: '2024-02-09', caseworkerId, tags: ['urgente', 'Visita'], arrestForces: 'SEBIN' })
  office.add('custody_statuses', { caseId: held.caseId, status: 'on_remand', sinceDay: '2024-02-12' })
  office.add('whereabouts_notes', { caseId: held.caseId, place: 'Ramo Verde', fromDay: '2024-02-12', toDay: '2024-03-01' })
  office.add('whereabouts_notes', { caseId: held.caseId, place: 'El Helicoide', fromDay: '2024-03-01' })
  const free = office.file('Nuria Ñáñez', { arrestDateDay: '2023-05-01', arrestForces: 'Sebín', tags: ['visita'] })
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
    ['tag, however it is written', { tag: 'VISITA' }, ['Nuria Ñáñez', 'Óscar Núñez']],
    ['force, however it is written', { force: 'sebin' }, ['Nuria Ñáñez', 'Óscar Núñez']],
    ['force and tag', { force: 'sebin', tag: 'urgente' }, ['Óscar Núñez']],
    ['stale', { staleDays: 30 }, []],
    ['whereabouts unknown', { whereaboutsUnknown: true }, ['ángel arévalo', 'Nzinga Prieto']],
    ['whereabouts known', { whereaboutsUnknown: false }, ['Nuria Ñáñez', 'Óscar Núñez']],
    ['arrested from', { arrestedFrom: '2024-01-01' }, ['Óscar Núñez']],
    ['arrested to', { arrestedTo: '2023-12-31' }, ['Nuria Ñáñez']],
    ['arrested between', { arrestedFrom: '2023-05-01', arrestedTo: '2024-02-08' }, ['Nuria Ñáñez']],
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

describe('facets of forces, tags, caseworkers, years and age', () => {
  const of = (input: CallInput<'search.facets'>) => office.ask('search.facets', input)

  test('count together what differs in case and accents only, as somebody wrote it', () => {
    const { forces, tags, caseworkers, arrestYears, stale } = of({})
    expect(forces).toEqual([{ force: 'SEBIN', count: 2 }])
    expect(tags.map(({ count }) => count)).toEqual([2, 1])
    expect(tags[0]?.tag.toLowerCase()).toBe('visita')
    expect(caseworkers).toEqual([{ id: caseworkerId, name: 'Test caseworker', count: 1 }])
    expect(arrestYears).toEqual([
      { year: 2024, count: 1 },
      { year: 2023, count: 1 },
    ])
    expect(stale).toBe(0)
    expect(of({ today: '2100-01-01' }).stale).toBe(4)
  })
  test('count the same under a query as under none that leaves everything', () => {
    const facets = of({ query: 'helicoide' })
    expect(facets.forces).toEqual([{ force: 'SEBIN', count: 2 }])
    expect(facets.arrestYears).toEqual(of({}).arrestYears)
    expect(of({ query: 'oscar' })).toMatchObject({ total: 1, tags: [{ count: 1 }, { count: 1 }], arrestYears: [{ year: 2024, count: 1 }] })
  })
  test.each<[string, CallInput<'search.facets'>['filter']]>([
    ['a force', { force: 'SEBIN' }],
    ['a tag', { tag: 'urgente' }],
    ['a caseworker', { caseworkerId: '00000000-0000-7000-8000-000000000000' }],
    ['days', { arrestedFrom: '2024-01-01' }],
    ['a status', { statusGroups: ['held'] }],
    ['whereabouts unknown', { whereaboutsUnknown: true }],
    ['whereabouts known', { whereaboutsUnknown: false, unsourced: true }],
  ])('every count is what the list shows once it is chosen, beside %s', (_, filter = {}) => {
    for (const query of ['', 'helicoide']) {
      const facets = of({ query, filter, today: '2100-01-01' })
      const total = (more: CallInput<'search.facets'>['filter']): number | null =>
        office.ask('search.cases', { query, filter: { ...filter, ...more }, today: '2100-01-01' }).total
      expect(facets.total).toBe(total({}))
      for (const { force, count } of facets.forces) expect(count).toBe(total({ force }))
      for (const { tag, count } of facets.tags) expect(count).toBe(total({ tag }))
      for (const { id, count } of facets.caseworkers) expect(count).toBe(total({ caseworkerId: id }))
      for (const { place, count } of facets.places) expect(count).toBe(total({ place }))
      for (const { group, count } of facets.statusGroups) expect(count).toBe(total({ statusGroups: [group] }))
      expect(facets.stale).toBe(total({ staleDays: 30 }))
      expect(facets.unsourced).toBe(total({ unsourced: true }))
      expect(facets.whereaboutsUnknown).toBe(total({ whereaboutsUnknown: true }))
    }
  })
})

describe('hits in an order of the list', () => {
  test('the same hits, and the same number of them, in every order', () => {
    const best = office.ask('search.cases', { query: 'helicoide' })
    for (const sort of [
      'changed',
      'changed_first',
      'name',
      'arrested_first',
      'arrested_last',
      'reference',
      'unsourced',
      'unknown_longest',
    ] as const) {
      const sorted = office.ask('search.cases', { query: 'helicoide', sort })
      expect(sorted.total).toBe(best.total)
      expect(sorted.hits.map(({ id }) => id).toSorted()).toEqual(best.hits.map(({ id }) => id).toSorted())
      const listed = names({ sort }).filter((name) => best.hits.some((hit) => hit.name === name))
      expect(sorted.hits.map(({ name }) => name)).toEqual(listed)
      expect(
        [0, 1].flatMap((offset) => office.ask('search.cases', { query: 'helicoide', sort, limit: 1, offset }).hits.map(({ name }) => name)),
      ).toEqual(listed)
    }
  })
  test('letters out of the middle of a name too', () =>
    expect(office.ask('search.cases', { query: 'elicoid', sort: 'name' }).hits.map(({ name }) => name)).toEqual([
      'Nuria Ñáñez',
      'Óscar Núñez',
    ]))
})

describe('the total is what paging through comes to', () => {
  test.each(['a', 'n', 'nu', 'helicoide', 'elicoid', '2024', 'VEN-2024', 'oscar nunez'])('%s', (query) => {
    const whole = office.ask('search.cases', { query, limit: 500 })
    expect(whole.total).toBe(whole.hits.length)
    for (const limit of [1, 2, 3]) {
      const paged: string[] = []
      for (let offset = 0; offset < (whole.total ?? 0); offset += limit) {
        const page = office.ask('search.cases', { query, limit, offset })
        expect(page.total).toBe(whole.total)
        paged.push(...page.hits.map(({ id }) => id))
      }
      expect(paged).toEqual(whole.hits.map(({ id }) => id))
    }
  })
})
