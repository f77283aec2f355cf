import { describe, expect, it } from 'vitest'
import {
  compareCredibility,
  compareReliability,
  independentSources,
  isCredibilityJudged,
  isReliabilityJudged,
  mayBeConfirmed,
} from '../../../electron/domain/grading.ts'

const source = (id: string, relays: string | null = null) => ({ id, relays })

describe('grades', () => {
  it('one word "reliability" for both the source and the statement: A–F and 1–6 are judged apart, F and 6 are no verdict', () => {
    expect(compareReliability('A', 'E')).toBeLessThan(0)
    expect(compareReliability('E', 'F')).toBeNull()
    expect(compareReliability('F', 'A')).toBeNull()
    expect(compareCredibility(5, 2)).toBeGreaterThan(0)
    expect(compareCredibility(5, 6)).toBeNull()
    expect(isReliabilityJudged('F')).toBe(false)
    expect(isReliabilityJudged('E')).toBe(true)
    expect(isCredibilityJudged(6)).toBe(false)
    expect(isCredibilityJudged(5)).toBe(true)
  })
})

describe('independent sources', () => {
  it('three papers relaying one are one', () => {
    const papers = [source('p1', 'post'), source('p2', 'post'), source('p3', 'p1')]
    expect(independentSources(papers)).toEqual([['p1', 'p2', 'p3']])
    expect(independentSources([...papers, source('post')])).toHaveLength(1)
    expect(mayBeConfirmed(papers)).toBe(false)
    expect(mayBeConfirmed([...papers, source('family')])).toBe(true)
  })

  it('are found through sources that are not cited', () => {
    const cited = [source('p1', 'agency1'), source('p2', 'agency2')]
    expect(mayBeConfirmed(cited)).toBe(true)
    expect(mayBeConfirmed(cited, [source('agency1', 'post'), source('agency2', 'post')])).toBe(false)
  })

  it('two citations of one source are one, and nothing confirms nothing', () => {
    expect(mayBeConfirmed([source('a'), source('a')])).toBe(false)
    expect(mayBeConfirmed([])).toBe(false)
  })

  it('a ring of sources that relay each other is one', () => {
    expect(independentSources([source('a', 'b'), source('b', 'c'), source('c', 'a'), source('d', 'b')])).toHaveLength(1)
  })
})
