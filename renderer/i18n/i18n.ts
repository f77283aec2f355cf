import { setupI18n, type I18n, type Messages } from '@lingui/core'

import { directionOf, languages } from '../../electron/contract/language-list.ts'
import type { Language } from '../../electron/contract/language-list.ts'

export type { Language } from '../../electron/contract/language-list.ts'

/** Languages by their own names, as a person looking for theirs reads them. */
export const languageNames = { en: 'English', es: 'Español', fr: 'Français', ar: 'العربية' } as const satisfies Record<Language, string>

/**
 * Days come before months in what the page writes by itself, as they do in what it reads and in the reports. Arabic is
 * written with the digits 0 to 9: references, EDTF and quoted Latin text stand beside its dates, and one number must
 * not look like two.
 */
export const formats = { en: 'en-GB', es: 'es', fr: 'fr', ar: 'ar-u-nu-latn' } as const satisfies Record<Language, string>

/** The browser's language, where the program speaks it: for what is said before the settings can be asked. */
export const browserLanguage = (): Language =>
  languages.find((language) => language === navigator.language.toLowerCase().split('-')[0]) ?? 'en'

// A file for each: the lock screen waits for one language only.
const catalogues: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('./locales/en.po'),
  es: () => import('./locales/es.po'),
  fr: () => import('./locales/fr.po'),
  ar: () => import('./locales/ar.po'),
}
const loaded = new Map<Language, I18n>()

/** A language's words, if they have been fetched. */
export const wordsIn = (language: Language): I18n | undefined => loaded.get(language)

/** Fetches the words of a language. Each language has an object of its own, so that a switch is a change of React's alone. */
export async function fetchWords(language: Language): Promise<I18n> {
  const { messages } = await catalogues[language]()
  const words = loaded.get(language) ?? setupI18n({ locale: language, locales: formats[language], messages: { [language]: messages } })
  loaded.set(language, words)
  return words
}

/** Fetches the other languages while nothing else is to be done, so that choosing one shows it at once. */
export function fetchOtherWords(): void {
  const next = languages.find((language) => !loaded.has(language))
  if (next === undefined) return
  requestIdleCallback(() => void fetchWords(next).then(fetchOtherWords, () => undefined))
}

/** What the page says of its language to the engine and to screen readers, and the way it runs. */
export function declareLanguage(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}
