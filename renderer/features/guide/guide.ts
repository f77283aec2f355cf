import type { Language } from '../../../electron/contract/index.ts'
import type { Guide } from './blocks.ts'
import { guide as arabic } from './text/ar/index.ts'
import { guide as english } from './text/en/index.ts'
import { guide as spanish } from './text/es/index.ts'
import { guide as french } from './text/fr/index.ts'

/** The guide in every language of the program. */
export const guides: Readonly<Record<Language, Guide>> = { en: english, es: spanish, fr: french, ar: arabic }
