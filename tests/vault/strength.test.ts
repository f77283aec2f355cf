import { describe, expect, test } from 'vitest'

import { languages } from '../../electron/contract/index.ts'
import { passphraseStrength, suggestPassphrase } from '../../electron/vault/index.ts'

describe('passphrases', () => {
  test.each(['password1', 'qwertyuiop', 'contraseña', 'María1985', 'aaaaaaaaaaaaaaaa', '1234567890'])(
    '%s is refused, with what would help',
    async (weak) => {
      const { acceptable, warning, suggestions } = await passphraseStrength(weak)
      expect(acceptable).toBe(false)
      expect(warning !== null || suggestions.length > 0).toBe(true)
      expect([warning ?? '', ...suggestions].join('')).toMatch(/^[A-Za-z]*$/)
    },
  )

  test('words that an attacker tries first count for little', async () => {
    const words = 'Zacatepec Huitzuco 24'
    const alone = await passphraseStrength(words)
    const known = await passphraseStrength(words, ['Zacatepec Huitzuco'])
    expect(known.guessesLog10).toBeLessThan(alone.guessesLog10 - 3)
    expect(known.acceptable).toBe(false)
  })

  test('a very long one is estimated at once', async () => {
    await passphraseStrength('warm up')
    const began = performance.now()
    expect((await passphraseStrength('a long one '.repeat(93))).score).toBeGreaterThanOrEqual(0)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test.each(languages)('a suggested one in %s is seven words, strong, and never the same', async (language) => {
    const suggested = Array.from({ length: 50 }, () => suggestPassphrase(language))
    expect(new Set(suggested).size).toBe(50)
    for (const words of suggested) {
      expect(words).toBe(words.normalize('NFKC'))
      expect(words).toMatch(/^\p{L}+( \p{L}+){6}$/u)
    }
    expect(await passphraseStrength(suggested[0] ?? '')).toMatchObject({ acceptable: true, score: 4 })
  })

  test('each word of the list is drawn about as often as another', () => {
    const counts = new Map<string, number>()
    for (let n = 0; n < 6000; n += 1) for (const word of suggestPassphrase('en').split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
    expect(counts.size).toBe(2048)
    // 42,000 draws over 2,048 words: 20.5 each; 60 would be more than eight standard deviations off.
    expect(Math.max(...counts.values())).toBeLessThan(60)
  })
})
