import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

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

describe('catalogues', () => {
  const spanish = entries('es')
  it('say everything in Spanish that is said in English', () => {
    expect(spanish.map(({ key }) => key)).toEqual(entries('en').map(({ key }) => key))
    expect(spanish.filter(({ words }) => words === '').map(({ key }) => key)).toEqual([])
  })

  it('use the same values in Spanish', () => {
    const different = spanish.filter(({ key, words }) => !/plural|select/.test(key) && values(key).join() !== values(words).join())
    expect(different).toEqual([])
  })
})
