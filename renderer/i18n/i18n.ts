import { i18n } from '@lingui/core'

import { directionOf, languages } from '../../electron/contract/languages.ts'
import type { Language } from '../../electron/contract/languages.ts'
import { messages as arabic } from './locales/ar.po'
import { messages as english } from './locales/en.po'
import { messages as spanish } from './locales/es.po'
import { messages as french } from './locales/fr.po'

export type { Language } from '../../electron/contract/languages.ts'

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

i18n.load({ en: english, es: spanish, fr: french, ar: arabic })

/** Switches every visible word at once, the way it runs, and what the page says of itself to screen readers. */
export function activateLanguage(language: Language): void {
  if (i18n.locale === language) return
  i18n.activate(language, formats[language])
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

export { i18n }
