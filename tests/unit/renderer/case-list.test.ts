import { describe, expect, it } from 'vitest'

import { isFiltered, pagesFor, toggleGroup, toggleUnsourced, withPlace, withStatus } from '../../../renderer/features/cases/list-query.ts'
import { piecesOf, shortPieces, splitSnippets } from '../../../renderer/features/cases/snippets.ts'
import { stepTo } from '../../../renderer/features/cases/step-to.ts'

describe('the list of case files', () => {
  it('asks for the pages that can be seen, and no other', () => {
    expect(pagesFor(0, 12)).toEqual([0])
    expect(pagesFor(45, 60)).toEqual([0, 1])
    expect(pagesFor(99_990, 100_000)).toEqual([1999, 2000])
    expect(pagesFor(0, -1)).toEqual([0])
  })

  it('takes filters in and leaves none behind', () => {
    const filter = toggleGroup(toggleGroup({}, 'held'), 'unknown')
    expect(filter).toEqual({ statusGroups: ['held', 'unknown'] })
    expect(isFiltered(toggleGroup(toggleGroup(filter, 'held'), 'unknown'))).toBe(false)
    expect(toggleUnsourced(toggleUnsourced({}))).toEqual({})
    expect(withStatus(withPlace({}, 'El Helicoide'), 'on_trial')).toEqual({ place: 'El Helicoide', statuses: ['on_trial'] })
    expect(withStatus(withPlace({ place: 'a', statuses: ['b'] }, null), null)).toEqual({})
  })

  it('is walked through with the keys and stops at its ends', () => {
    expect(stepTo('ArrowDown', 4, 5)).toBe(4)
    expect(stepTo('ArrowUp', 0, 5)).toBe(0)
    expect(stepTo('End', 0, 100_000)).toBe(99_999)
    expect(stepTo('PageDown', 1, 5)).toBe(4)
    expect(stepTo('Enter', 3, 5)).toBe(3)
    expect(stepTo('a', 3, 5)).toBeNull()
    expect(stepTo('ArrowDown', 0, 0)).toBeNull()
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
    expect(pieces.find(({ matched }) => matched)?.text).toBe('Helicoide')
    expect(
      pieces
        .slice(
          0,
          pieces.findIndex(({ matched }) => matched),
        )
        .map(({ text: part }) => part)
        .join('').length,
    ).toBeLessThanOrEqual(30)
  })

  it('in the name is shown in the name, and another one below it', () => {
    const snippet = (text: string) => ({ table: 'persons', id: 'x', field: 'name', text, matches: [] })
    expect(splitSnippets([snippet('Ana Ejemplo'), snippet('El Helicoide')], 'Ana Ejemplo')).toMatchObject({
      inName: { text: 'Ana Ejemplo' },
      other: { text: 'El Helicoide' },
    })
    expect(splitSnippets([], 'Ana')).toEqual({ inName: null, other: null })
  })
})
