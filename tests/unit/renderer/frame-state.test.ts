import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  closeTab,
  firstState,
  goBack,
  goForward,
  goToPlace,
  keyOfPlace,
  mostTabs,
  neighbourTab,
  openCase,
  restoreTabs,
  showPlace,
  tabOfNumber,
  type FrameState,
} from '../../../renderer/app/frame-state.ts'

const tabsOf = (state: FrameState): string[] => state.tabs.map((tab) => tab.caseId)
const frontOf = (state: FrameState): string | undefined => state.tabs.find((tab) => tab.key === state.front)?.caseId
const where = (state: FrameState): string => keyOfPlace(state.now.place)

describe('tabs', () => {
  it('are used again by the next case file, unless a new one is asked for or something is being typed', () => {
    const one = openCase(firstState, 'a')
    const two = openCase(one, 'b')
    expect(tabsOf(two)).toEqual(['b'])
    expect(tabsOf(openCase(two, 'c', { newTab: true }))).toEqual(['b', 'c'])
    expect(tabsOf(openCase(two, 'c', { held: true }))).toEqual(['b', 'c'])
    expect(tabsOf(openCase(openCase(two, 'c', { newTab: true }), 'b'))).toEqual(['b', 'c'])
  })

  it('close to their neighbour, and to the list after the last', () => {
    let state = firstState
    for (const caseId of ['a', 'b', 'c']) state = openCase(state, caseId, { newTab: true })
    state = openCase(state, 'b')
    state = closeTab(state, 'b')
    expect([tabsOf(state), where(state)]).toEqual([['a', 'c'], 'cases/c'])
    state = closeTab(state, 'c')
    expect([tabsOf(state), where(state)]).toEqual([['a'], 'cases/a'])
    state = closeTab(state, 'a')
    expect([tabsOf(state), where(state)]).toEqual([[], 'cases/'])
  })

  it('that are closed from elsewhere leave one where one is', () => {
    const state = closeTab(goToPlace(openCase(firstState, 'a'), 'people'), 'a')
    expect([tabsOf(state), where(state)]).toEqual([[], 'people/'])
  })

  it('are stepped through around the end, and picked by number', () => {
    let state = firstState
    for (const caseId of ['a', 'b', 'c']) state = openCase(state, caseId, { newTab: true })
    expect(neighbourTab(state, 1)).toBe('a')
    expect(neighbourTab(state, -1)).toBe('b')
    expect(neighbourTab(goToPlace(state, 'bin'), 1)).toBe('c')
    expect(neighbourTab(firstState, 1)).toBeNull()
    expect([1, 2, 3, 4, 9].map((number) => tabOfNumber(state, number))).toEqual(['a', 'b', 'c', null, 'c'])
  })

  it('come back after unlocking, and one stays where one is', () => {
    const state = restoreTabs(firstState, ['a', 'b', 'a'], 'b')
    expect([tabsOf(state), frontOf(state), where(state)]).toEqual([['a', 'b'], 'b', 'home'])
    expect(where(goToPlace(state, 'cases'))).toBe('cases/b')
  })
})

describe('back and forward', () => {
  it('lead to the places in their order, and each case file into the tab that it was seen in', () => {
    let state = openCase(openCase(firstState, 'a'), 'b')
    state = showPlace(state, { name: 'sources', sourceId: 's' })
    state = goBack(state)
    expect([where(state), tabsOf(state)]).toEqual(['cases/b', ['b']])
    state = goBack(state)
    expect([where(state), tabsOf(state)]).toEqual(['cases/a', ['a']])
    state = goForward(goForward(state))
    expect([where(state), tabsOf(state)]).toEqual(['sources/s', ['b']])
    expect(goForward(state)).toBe(state)
  })

  it('open a closed tab again', () => {
    let state = openCase(openCase(firstState, 'a'), 'b', { newTab: true })
    state = closeTab(state, 'b')
    state = goBack(state)
    expect([where(state), tabsOf(state)]).toEqual(['cases/b', ['a', 'b']])
  })

  it('take no step for a place where one is already', () => {
    const state = openCase(openCase(firstState, 'a'), 'a')
    expect(where(goBack(state))).toBe('home')
  })
})

const steps = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), id: fc.constantFrom('a', 'b', 'c', 'd'), newTab: fc.boolean(), held: fc.boolean() }),
  fc.record({ kind: fc.constant('close' as const), id: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({
    kind: fc.constant('go' as const),
    place: fc.constantFrom('home' as const, 'cases' as const, 'people' as const, 'bin' as const),
  }),
  fc.record({ kind: fc.constantFrom('back' as const, 'forward' as const) }),
)

describe('whatever one does', () => {
  it('each case file has one tab at most, what is shown has one, and back and forward undo each other', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), (done) => {
        let state = firstState
        for (const step of done) {
          if (step.kind === 'open') state = openCase(state, step.id, step)
          else if (step.kind === 'close') state = closeTab(state, step.id)
          else if (step.kind === 'go') state = goToPlace(state, step.place)
          else state = step.kind === 'back' ? goBack(state) : goForward(state)
          const open = tabsOf(state)
          expect(new Set(open).size).toBe(open.length)
          const { place } = state.now
          if (place.name === 'cases' && place.caseId !== null) {
            expect(open).toContain(place.caseId)
            expect(frontOf(state)).toBe(place.caseId)
          }
          if (state.past.length > 0) expect(where(goForward(goBack(state)))).toBe(where(state))
        }
      }),
    )
  })

  it('there are never more tabs than the vault keeps, and the newest is there', () => {
    let state = firstState
    for (let at = 0; at < mostTabs + 5; at += 1) state = openCase(state, `case-${at}`, { newTab: true })
    expect(state.tabs).toHaveLength(mostTabs)
    expect(frontOf(state)).toBe(`case-${mostTabs + 4}`)
  })
})
