import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Language } from '../../../electron/contract/index.ts'

export type { Language }

/** The page's words in a language, named by what they are in English. */
export type Say = {
  (english: string, values?: Record<string, string | number>): string
  /** Words that mean several things in English, by what is meant. */
  in: (context: string, english: string) => string
  /** The words with anything where a value stands. */
  like: (english: string) => RegExp
  language: Language
}

const locales = join(import.meta.dirname, '../../../renderer/i18n/locales')
const unquote = (lines: string): string =>
  [...lines.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, part = '']) => part.replaceAll(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter)))
    .join('')

/** The entries of a gettext catalogue: context and English words → words. */
function readCatalogue(language: Language): Map<string, string> {
  const entries = new Map<string, string>()
  for (const entry of readFileSync(join(locales, `${language}.po`), 'utf8').split(/\n{2,}/)) {
    const part = (name: string): string => unquote(new RegExp(`^${name} ((?:"(?:[^"\\\\]|\\\\.)*"\\s*)+)`, 'm').exec(entry)?.[1] ?? '')
    entries.set(`${part('msgctxt')}\n${part('msgid')}`, part('msgstr'))
  }
  return entries
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/**
 * The words by which a person finds things on the page, in one language: from the page's own catalogue, so that a test
 * names what it means and fails where the page lacks the words.
 */
export function wordsOf(language: Language): Say {
  const catalogue = readCatalogue(language)
  const find = (context: string, english: string): string => {
    const found = catalogue.get(`${context}\n${english}`)
    if (found === undefined) throw new Error(`The page has no words "${english}"${context === '' ? '' : ` (${context})`}.`)
    if (found === '') throw new Error(`The page has no ${language} words for "${english}".`)
    return found
  }
  const say = (english: string, values: Record<string, string | number> = {}): string =>
    find('', english).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`"${english}" needs ${name}.`)
      return String(value)
    })
  const like = (english: string): RegExp =>
    new RegExp(
      `^${find('', english)
        .split(/\{\w+\}/)
        .map(escape)
        .join('.*')}$`,
    )
  return Object.assign(say, { in: find, like, language })
}
