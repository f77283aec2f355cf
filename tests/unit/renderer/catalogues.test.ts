import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { languages } from '../../../electron/contract/index.ts'

const read = (language: string) => readFileSync(join(import.meta.dirname, `../../../renderer/i18n/locales/${language}.po`), 'utf8')
const unquoted = (lines: string): string => [...lines.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part).join('')

/** Entries of a catalogue: what is said in English, and what in its language. */
const entries = (language: string) =>
  read(language)
    .split(/\n{2,}/)
    .slice(1)
    .map((entry) => ({
      key: `${unquoted(/^msgctxt (.*)$/m.exec(entry)?.[1] ?? '')}|${unquoted(/^msgid ((?:"[^\n]*"\n?)+)/m.exec(entry)?.[1] ?? '')}`,
      words: unquoted(/^msgstr ((?:"[^\n]*"\n?)+)/m.exec(`${entry}\n`)?.[1] ?? ''),
    }))

/** Names of the values that stand in a message. */
const values = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].filter((name) => /^\d+$|[a-z]/.test(name)).toSorted()

describe.each(languages.filter((language) => language !== 'en'))('the catalogue in %s', (language) => {
  const catalogue = entries(language)
  it('says everything that is said in English', () => {
    expect(catalogue.map(({ key }) => key)).toEqual(entries('en').map(({ key }) => key))
    expect(catalogue.filter(({ words }) => words === '').map(({ key }) => key)).toEqual([])
  })

  it('uses the same values', () => {
    const different = catalogue.filter(({ key, words }) => !/plural|select/.test(key) && values(key).join() !== values(words).join())
    expect(different).toEqual([])
  })

  it('has every form that the language counts by', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    // Spanish and French keep a form for millions, which no count here reaches.
    const needed = pluralCategories.filter((category) => category !== 'many' || language === 'ar')
    const lacking = catalogue.filter(({ words }) =>
      [...words.matchAll(/\{\w+, plural,/g)].some(({ index }) => {
        const forms = words.slice(index)
        return needed.some((category) => !new RegExp(`[\\s}]${category} ?\\{`).test(forms))
      }),
    )
    expect(lacking.map(({ key }) => key)).toEqual([])
  })
})
