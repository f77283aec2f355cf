import { useLingui } from '@lingui/react'

import type { Language } from './i18n.ts'

/** The language of the page now. */
export function useLanguage(): Language {
  return useLingui().i18n.locale === 'es' ? 'es' : 'en'
}
