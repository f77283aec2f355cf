import type { Language } from '../../electron/contract/language-list.ts'

const arabic = { ', ': '، ', '; ': '؛ ' } as const

/** Somebody's words among the page's: they run their own way, and what stands around them runs the page's. */
export const isolated = (text: string): string => (text === '' ? '' : `\u2068${text}\u2069`)

/** Parts one after the other, with the comma or the semicolon of the language's own script; empty ones are left out. */
export const joined = (language: Language, parts: readonly (string | null)[], mark: ', ' | '; ' = ', '): string =>
  parts.filter((part) => part !== null && part !== '').join(language === 'ar' ? arabic[mark] : mark)

/** Facts with dots between them. In a language written from the right each is set apart, so that no date joins the name before it. */
export const dotted = (language: Language, facts: readonly string[]): string =>
  facts.map((fact) => (language === 'ar' ? `\u2068${fact}\u2069` : fact)).join(' · ')
