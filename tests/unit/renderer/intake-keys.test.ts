import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { languages } from '../../../electron/contract/index.ts'
import { choiceOfKey, keysOf } from '../../../renderer/features/intake/key-choices.ts'

const locales = join(import.meta.dirname, '../../../renderer/i18n/locales')
/** The page's words for an English message in a context. */
function wordsIn(language: string, context: string, english: string): string {
  const entry = readFileSync(join(locales, `${language}.po`), 'utf8')
    .split(/\n{2,}/)
    .find((one) => one.includes(`msgid "${english}"\n`) && (context === '' || one.includes(`msgctxt "${context}"`)))
  return /^msgstr "(.*)"$/m.exec(entry ?? '')?.[1] ?? ''
}

const groups = [
  [
    ['known', 'yes'],
    ['known', 'no'],
    ['known', 'not known'],
  ],
  [
    ['contact', 'family'],
    ['contact', 'counsel'],
    ['contact', 'both'],
    ['contact', 'nobody'],
    ['known', 'not known'],
  ],
  [
    ['protection', 'open'],
    ['protection', 'restricted'],
    ['', 'code name only'],
  ],
] as const

const press = (key: string, code = '') => ({ key, code, ctrlKey: false, metaKey: false, altKey: false })

describe.each(languages)('the keys of the choices, %s', (language) => {
  it.each(groups.map((group) => ({ group })))('are there and do not clash: $group', ({ group }) => {
    const labels = group.map(([context, english]) => wordsIn(language, context, english))
    expect(labels.every((label) => label !== '')).toBe(true)
    const keys = keysOf(labels)
    expect(keys.every((key) => key !== '')).toBe(true)
    expect(new Set(keys).size).toBe(keys.length)
    for (const [at, key] of keys.entries()) expect(labels[at]?.normalize('NFKD').toLowerCase()).toContain(key)
  })
})

describe('a key press', () => {
  const contact = keysOf(['family', 'counsel', 'both', 'nobody', 'not known'])

  it('picks by the first letter, or the next one that is free', () => {
    expect(contact).toEqual(['f', 'c', 'b', 'n', 'k'])
    expect(choiceOfKey(contact, press('K'))).toBe(4)
    expect(choiceOfKey(keysOf(['sí', 'no', 'no se sabe']), press('s'))).toBe(0)
    expect(choiceOfKey(contact, press('x'))).toBe(-1)
  })

  it('picks by the place in the row, in any script of figures', () => {
    expect(choiceOfKey(contact, press('2'))).toBe(1)
    expect(choiceOfKey(contact, press('٢'))).toBe(1)
    expect(choiceOfKey(contact, press('6'))).toBe(-1)
    expect(choiceOfKey(keysOf(['A', 'B', 'C']), press('2'))).toBe(1)
  })

  it('picks by what is printed on the key where another script is typed', () => {
    expect(choiceOfKey(keysOf(['A', 'B', 'C']), press('لا', 'KeyB'))).toBe(-1)
    expect(choiceOfKey(keysOf(['A', 'B', 'C']), press('ﻻ', 'KeyB'))).toBe(1)
    expect(choiceOfKey(keysOf(['A', 'B', 'C']), press('ش', 'KeyA'))).toBe(0)
    expect(choiceOfKey(keysOf(['A', 'B', 'C']), press('q', 'KeyA'))).toBe(-1)
  })

  it('with a modifier picks nothing', () => {
    expect(choiceOfKey(contact, { ...press('c'), ctrlKey: true })).toBe(-1)
    expect(choiceOfKey(contact, press('Tab'))).toBe(-1)
  })

  it('finds a place for words that share all their letters', () => {
    expect(keysOf(['a', 'a', 'b'])).toEqual(['a', '', 'b'])
    expect(choiceOfKey(['a', '', 'b'], press('2'))).toBe(1)
  })
})
