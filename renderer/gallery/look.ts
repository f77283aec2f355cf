import { i18n } from '@lingui/core'

import { messages as arabic } from '../i18n/locales/ar.po'
import { messages as english } from '../i18n/locales/en.po'
import { messages as spanish } from '../i18n/locales/es.po'
import { messages as french } from '../i18n/locales/fr.po'

export const languages = ['en', 'es', 'fr', 'ar'] as const
export type SampleLanguage = (typeof languages)[number]

/** How the gallery is shown; each part can be asked for in its address. */
export type Look = {
  theme: 'light' | 'dark'
  contrast: 'system' | 'more'
  density: 'plain' | 'dense'
  direction: 'ltr' | 'rtl'
  language: SampleLanguage
}

const oneOf = <Value extends string>(values: readonly Value[], asked: string | null, otherwise: Value): Value =>
  values.find((value) => value === asked) ?? otherwise

/** The look that an address asks for, such as `?theme=dark&language=ar&direction=rtl`. */
export function lookOf(search: string): Look {
  const asked = new URLSearchParams(search)
  return {
    theme: oneOf(['light', 'dark'], asked.get('theme'), 'light'),
    contrast: oneOf(['system', 'more'], asked.get('contrast'), 'system'),
    density: oneOf(['plain', 'dense'], asked.get('density'), 'plain'),
    direction: oneOf(['ltr', 'rtl'], asked.get('direction'), 'ltr'),
    language: oneOf(languages, asked.get('language'), 'en'),
  }
}

i18n.load({ en: english, es: spanish, fr: french, ar: arabic })

/** Sets the whole page to a look. */
export function chooseLook(look: Look): void {
  const page = document.documentElement
  page.dataset['theme'] = look.theme
  page.dataset['contrast'] = look.contrast
  if (look.density === 'dense') page.dataset['density'] = 'dense'
  else delete page.dataset['density']
  page.dir = look.direction
  page.lang = look.language
  i18n.activate(look.language)
}
