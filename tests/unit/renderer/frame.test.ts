import { describe, expect, it } from 'vitest'

import { readsAny } from '../../../renderer/api/call-facts.ts'
import { metersFilled } from '../../../renderer/features/vault/strength.ts'

describe('the cache', () => {
  it('follows the tables that a call reads', () => {
    expect(readsAny('cases.list', ['charges'])).toBe(true)
    expect(readsAny('sources.list', ['charges'])).toBe(false)
    expect(readsAny('app.state', ['persons'])).toBe(false)
  })
})

describe('the strength meter', () => {
  it('never looks full for a passphrase that will be refused', () => {
    for (let guesses = 0; guesses < 12; guesses += 0.5)
      expect(metersFilled({ acceptable: false, score: 4, guessesLog10: guesses })).toBeLessThanOrEqual(3)
    expect(metersFilled({ acceptable: true, score: 4, guessesLog10: 12 })).toBe(4)
    expect(metersFilled({ acceptable: true, score: 4, guessesLog10: 23 })).toBe(5)
  })
})
