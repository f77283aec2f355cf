import { useLingui } from '@lingui/react'

import { languages } from '../../electron/contract/language-list.ts'
import type { Language } from '../../electron/contract/language-list.ts'

/** The language of the page now. */
export function useLanguage(): Language {
  const { locale } = useLingui().i18n
  return languages.find((language) => language === locale) ?? 'en'
}
