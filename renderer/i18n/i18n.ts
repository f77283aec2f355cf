import { i18n } from '@lingui/core'

import { messages as english } from './locales/en.po'
import { messages as spanish } from './locales/es.po'

export type Language = 'en' | 'es'

/** Languages by their own names, as a person looking for theirs reads them. */
export const languageNames = { en: 'English', es: 'Español' } as const satisfies Record<Language, string>

i18n.load({ en: english, es: spanish })

/** Switches every visible word at once, and what the page says of itself to screen readers. */
export function activateLanguage(language: Language): void {
  if (i18n.locale === language) return
  i18n.activate(language)
  document.documentElement.lang = language
  document.documentElement.dir = 'ltr'
}

export { i18n }
