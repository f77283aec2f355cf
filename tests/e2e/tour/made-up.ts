import { setupI18n } from '@lingui/core'

import { madeUpWords } from '../../../build/pseudo.mjs'
import type { Language, Say } from '../pages/words.ts'

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The words of the made-up languages, which stand in the places of English and of Arabic, found as real ones are. */
export async function madeUpLanguages(): Promise<(language: Language) => Say> {
  const languages = { en: await catalogueOf('en'), ar: await catalogueOf('ar') }
  return (language) => {
    if (language !== 'en' && language !== 'ar') throw new Error(`There is no made-up ${language}.`)
    return languages[language]
  }
}

async function catalogueOf(language: 'en' | 'ar'): Promise<Say> {
  const messages = new Map((await madeUpWords(language)).map(({ context, english, message }) => [`${context}\n${english}`, message]))
  const find = (context: string, english: string) => {
    const found = messages.get(`${context}\n${english}`)
    if (found === undefined) throw new Error(`The page has no words "${english}"${context === '' ? '' : ` (${context})`}.`)
    return found
  }
  const told = (context: string, english: string, values: Record<string, string | number> = {}): string =>
    setupI18n({ locale: language, messages: { [language]: { words: find(context, english) as string } } })._('words', values)
  const like = (english: string): RegExp => {
    const message = find('', english)
    const parts = typeof message === 'string' ? [message] : message
    return new RegExp(`^${parts.map((part) => (typeof part === 'string' ? escape(part) : '.*')).join('')}$`)
  }
  return Object.assign((english: string, values?: Record<string, string | number>) => told('', english, values), {
    in: (context: string, english: string) => told(context, english),
    like,
    language,
  })
}
