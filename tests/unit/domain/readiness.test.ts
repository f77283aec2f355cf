import { describe, expect, it } from 'vitest'
import { isReady, knowsMonth, wgeidItems, wgeidReadiness, type WgeidSummary } from '../../../electron/domain/readiness.ts'

const well = { there: true, independentSources: 2 }
const complete: WgeidSummary = {
  fullName: well,
  disappearance: { edtf: '2024-03', independentSources: 2 },
  place: well,
  forces: well,
  stepsTaken: true,
  submitter: true,
  consent: 'given',
}
const stateOf = (change: Partial<WgeidSummary>, item: string): string | undefined =>
  wgeidReadiness({ ...complete, ...change }).find((entry) => entry.item === item)?.state

describe('readiness for the WGEID form', () => {
  it('lists every required item, and is ready when all are there', () => {
    expect(wgeidReadiness(complete).map(({ item }) => item)).toEqual(wgeidItems)
    expect(isReady(wgeidReadiness(complete))).toBe(true)
  })

  it.each([
    ['2024-03', true],
    ['2024-03-09', true],
    ['2024-03~', true],
    ['2024-03-XX', true],
    ['[2024-03-03..2024-03-05]', true],
    ['2024-03-09/..', true],
    ['2024', false],
    ['2024-XX', false],
    ['XXXX-03-09', false],
    ['[..2024-03]', false],
    ['[2024-02..2024-03]', false],
    ['soon', false],
  ])('wants month and year: %s %s', (edtf, enough) => {
    expect(knowsMonth(edtf)).toBe(enough)
    expect(stateOf({ disappearance: { edtf, independentSources: 2 } }, 'date_of_disappearance')).toBe(
      enough ? 'there' : 'not_precise_enough',
    )
  })

  it('says what is missing, unsourced or rests on one source', () => {
    expect(stateOf({ place: { there: false, independentSources: 0 } }, 'place')).toBe('missing')
    expect(stateOf({ place: { there: true, independentSources: 0 } }, 'place')).toBe('unsourced')
    expect(stateOf({ place: { there: true, independentSources: 1 } }, 'place')).toBe('one_source')
    expect(stateOf({ disappearance: { edtf: null, independentSources: 0 } }, 'date_of_disappearance')).toBe('missing')
    expect(stateOf({ stepsTaken: false }, 'steps_taken')).toBe('missing')
  })

  it('never passes over the family', () => {
    expect(stateOf({ consent: 'refused' }, 'family_consent')).toBe('forbidden')
    expect(stateOf({ consent: 'not_asked' }, 'family_consent')).toBe('missing')
    expect(isReady(wgeidReadiness({ ...complete, consent: 'refused' }))).toBe(false)
    expect(isReady(wgeidReadiness({ ...complete, disappearance: { edtf: '2024', independentSources: 3 } }))).toBe(false)
    expect(isReady(wgeidReadiness({ ...complete, place: { there: true, independentSources: 1 } }))).toBe(true)
  })
})
