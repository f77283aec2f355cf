import { i18n } from '@lingui/core'

import { messages as english } from './locales/en.po'
import { messages as spanish } from './locales/es.po'

export type Language = 'en' | 'es'

/** Languages by their own names, as a person looking for theirs reads them. */
export const languageNames = { en: 'English', es: 'Español' } as const satisfies Record<Language, string>

/** Days come before months in what the page writes by itself, as they do in what it reads and in the reports. */
export const formats = { en: 'en-GB', es: 'es' } as const satisfies Record<Language, string>

i18n.load({ en: english, es: spanish })

/** Switches every visible word at once, and what the page says of itself to screen readers. */
export function activateLanguage(language: Language): void {
  if (i18n.locale === language) return
  i18n.activate(language, formats[language])
  document.documentElement.lang = language
  document.documentElement.dir = 'ltr'
}

export { i18n }
