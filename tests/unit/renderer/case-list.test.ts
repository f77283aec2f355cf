import { describe, expect, it } from 'vitest'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import {
  activeOf,
  arrestYearOf,
  isFiltered,
  toggleGroup,
  toggleStale,
  toggleUnsourced,
  toggleWhereaboutsUnknown,
  withArrest,
  withArrestYear,
  without,
  withOne,
  withStatuses,
} from '../../../renderer/features/cases/list-query.ts'
import { chipsThatFit } from '../../../renderer/features/cases/pack-chips.ts'
import { isShowing, readFilter, readSearch, searchFields } from '../../../renderer/features/cases/saved-search.ts'
import { shorterQueries } from '../../../renderer/features/cases/shorter-queries.ts'
import { piecesOf, shortPieces, splitSnippets } from '../../../renderer/features/cases/snippets.ts'
import { stepTo } from '../../../renderer/features/cases/step-to.ts'
import { rowsAPage, scrollTo, stretchOf } from '../../../renderer/features/cases/virtual-range.ts'

describe('the list of case files', () => {
  it('takes filters in and leaves none behind', () => {
    const filter = toggleGroup(toggleGroup({}, 'held'), 'unknown')
    expect(filter).toEqual({ statusGroups: ['held', 'unknown'] })
    expect(isFiltered(toggleGroup(toggleGroup(filter, 'held'), 'unknown'))).toBe(false)
    expect(toggleUnsourced(toggleUnsourced({}))).toEqual({})
    expect(toggleWhereaboutsUnknown({ unsourced: true })).toEqual({ unsourced: true, whereaboutsUnknown: true })
    expect(toggleWhereaboutsUnknown(toggleWhereaboutsUnknown({}))).toEqual({})
    expect(toggleStale({})).toEqual({ staleDays: 30 })
    expect(toggleStale(toggleStale({}))).toEqual({})
    expect(withStatuses(withOne({}, 'place', 'El Helicoide'), ['on_trial'])).toEqual({ place: 'El Helicoide', statuses: ['on_trial'] })
    expect(withStatuses(withOne({ place: 'a', statuses: ['b'] }, 'place', null), [])).toEqual({})
    expect(withArrest({ tag: 'x' }, null, '2024-02-29')).toEqual({ tag: 'x', arrestedTo: '2024-02-29' })
  })

  it('knows a year of arrest from days that only begin like one', () => {
    expect(withArrestYear({}, 2024)).toEqual({ arrestedFrom: '2024-01-01', arrestedTo: '2024-12-31' })
    expect(arrestYearOf(withArrestYear({}, 2024))).toBe(2024)
    expect(arrestYearOf({ arrestedFrom: '2024-01-01', arrestedTo: '2025-12-31' })).toBeNull()
    expect(arrestYearOf({ arrestedFrom: '2024-01-01' })).toBeNull()
    expect(withArrestYear(withArrestYear({}, 2024), null)).toEqual({})
  })

  it('names everything it is filtered by, and each can be taken off alone', () => {
    const filter: CaseFilter = {
      statusGroups: ['held', 'free'],
      statuses: ['on_trial'],
      place: 'Rodeo I',
      force: 'SEBIN',
      tag: 'press',
      arrestedFrom: '2024-01-01',
      whereaboutsUnknown: false,
      unsourced: true,
      staleDays: 30,
    }
    const active = activeOf(filter)
    expect(active.map(({ kind }) => kind)).toEqual([
      'group',
      'group',
      'status',
      'place',
      'force',
      'tag',
      'arrest',
      'whereabouts',
      'unsourced',
      'stale',
    ])
    for (const one of active) expect(activeOf(without(filter, one))).toEqual(active.filter((other) => other !== one))
    expect(active.reduce(without, filter)).toEqual({})
  })

  it('is walked through with the keys and stops at its ends', () => {
    expect(stepTo('ArrowDown', 4, 5)).toBe(4)
    expect(stepTo('ArrowUp', 0, 5)).toBe(0)
    expect(stepTo('End', 0, 100_000)).toBe(99_999)
    expect(stepTo('PageDown', 1, 5)).toBe(4)
    expect(stepTo('PageDown', 1, 500, 12)).toBe(13)
    expect(stepTo('Enter', 3, 5)).toBe(3)
    expect(stepTo('a', 3, 5)).toBeNull()
    expect(stepTo('ArrowDown', 0, 0)).toBeNull()
  })

  it('draws the rows in sight and a few beyond, wherever it is scrolled to', () => {
    expect(stretchOf(0, 600, 61, 100_000)).toEqual({ first: 0, last: 20 })
    const middle = stretchOf(50_000 * 61, 600, 61, 100_000)
    expect(middle.first).toBeLessThanOrEqual(50_000 - 8)
    expect(middle.last).toBeGreaterThanOrEqual(50_000 + 10 + 8)
    expect(middle.last - middle.first).toBeLessThan(40)
    expect(stretchOf(100_000 * 61 - 600, 600, 61, 100_000).last).toBe(99_999)
    expect(stretchOf(0, 600, 61, 0).last).toBe(-1)
    // Scrolled beyond the end, as a list is that has just become shorter.
    expect(stretchOf(9000, 600, 61, 3)).toEqual({ first: 2, last: 2 })
  })

  it('scrolls no further than it must to show a row', () => {
    expect(scrollTo(3, 0, 600, 61)).toBeNull()
    expect(scrollTo(10, 0, 600, 61)).toBe(71)
    expect(scrollTo(2, 400, 600, 61)).toBe(122)
    expect(rowsAPage(600, 61)).toBe(8)
    expect(rowsAPage(20, 61)).toBe(1)
  })
})

describe('the chips', () => {
  it('fill their rows and leave room for the one that is always there', () => {
    expect(chipsThatFit([90, 90, 90, 90, 90], [100], 324, 4, 2)).toBe(5)
    expect(chipsThatFit([120, 120, 120, 120, 120], [110], 324, 4, 2)).toBe(3)
    expect(chipsThatFit([120, 120, 120], [110], 324, 4, 1)).toBe(1)
    expect(chipsThatFit([400], [110], 324, 4, 2)).toBe(1)
    expect(chipsThatFit([400], [110], 324, 4, 1)).toBe(0)
    expect(chipsThatFit([90, 90, 90, 90, 90], [100, 70], 324, 4, 2)).toBe(4)
    expect(chipsThatFit([], [110], 324, 4, 2)).toBe(0)
  })
})

describe('a saved search', () => {
  const state = { query: ' helicoide ', filter: { place: 'Rodeo I', staleDays: 30 }, sort: 'name', foundSort: 'best' } as const

  it('leads back to what was looked for', () => {
    const kept = searchFields(state)
    expect(kept).toEqual({ query: 'helicoide', filter: JSON.stringify(state.filter), sort: 'best' })
    expect(readSearch({ query: 'helicoide', filter: kept.filter ?? null, sort: 'best' })).toEqual({
      change: { query: 'helicoide', filter: state.filter, foundSort: 'best' },
      fits: true,
    })
    expect(readSearch({ query: null, filter: null, sort: 'unsourced' })).toEqual({
      change: { query: '', filter: {}, sort: 'unsourced' },
      fits: true,
    })
  })

  it('says so when a part of its filter is none, and uses the rest', () => {
    expect(readFilter('{"place":"Rodeo I","mood":"sad","staleDays":0}')).toEqual({ filter: { place: 'Rodeo I' }, fits: false })
    expect(readFilter('{"statusGroups":["held","lost"]}')).toEqual({ filter: {}, fits: false })
    expect(readFilter('not json')).toEqual({ filter: {}, fits: false })
    expect(readFilter('[]')).toEqual({ filter: {}, fits: false })
    expect(readFilter(null)).toEqual({ filter: {}, fits: true })
  })

  it('is known when it is what the list shows, whatever the order of its filters', () => {
    const search = { query: 'helicoide', filter: '{"staleDays":30,"place":"Rodeo I"}', sort: 'best' } as const
    expect(isShowing(search, state)).toBe(true)
    expect(isShowing(search, { ...state, foundSort: 'name' })).toBe(false)
    expect(isShowing(search, { ...state, filter: {} })).toBe(false)
  })
})

describe('a search that finds nothing', () => {
  it('is offered with a word less, and with fewer letters', () => {
    expect(shorterQueries('maria helicoide')).toEqual(['helicoide', 'maria', 'mar helicoide', 'maria helico', 'mar', 'helico'])
    expect(shorterQueries('Мухаммадов')).toEqual(['Мухамм'])
    expect(shorterQueries('ab')).toEqual([])
    expect(shorterQueries('')).toEqual([])
  })
})

describe('a hit', () => {
  it('is marked where it matched, and only there', () => {
    expect(piecesOf('El Helicoide, Caracas', [{ start: 3, end: 12 }])).toEqual([
      { text: 'El ', matched: false },
      { text: 'Helicoide', matched: true },
      { text: ', Caracas', matched: false },
    ])
    expect(piecesOf('ab', [{ start: 1, end: 9 }])).toEqual([{ text: 'ab', matched: false }])
    expect(
      piecesOf('abc', [
        { start: 1, end: 3 },
        { start: 0, end: 2 },
      ]).filter(({ matched }) => matched),
    ).toEqual([{ text: 'ab', matched: true }])
  })

  it('is seen even far into a long text', () => {
    const text = `${'he was taken from his home by men without uniforms '.repeat(3)}to El Helicoide`
    const start = text.indexOf('Helicoide')
    const pieces = shortPieces({ text, matches: [{ start, end: start + 9 }] })
    const before = pieces.findIndex(({ matched }) => matched)
    expect(pieces[before]?.text).toBe('Helicoide')
    // One line of the list has room for some fifty letters.
    expect(
      pieces
        .slice(0, before)
        .map(({ text: part }) => part)
        .join('').length,
    ).toBeLessThanOrEqual(16)
  })

  it('in the name or the place is shown there, and another one below', () => {
    const snippet = (text: string) => ({ table: 'persons', id: 'x', field: 'name', text, matches: [] })
    expect(splitSnippets([snippet('Ana Ejemplo'), snippet('El Helicoide')], 'Ana Ejemplo', 'El Helicoide')).toMatchObject({
      inName: { text: 'Ana Ejemplo' },
      inPlace: { text: 'El Helicoide' },
      other: { text: 'El Helicoide' },
    })
    expect(splitSnippets([], 'Ana')).toEqual({ inName: null, inPlace: null, other: null })
  })
})
