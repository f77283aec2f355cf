import type { Language } from '../contract/index.ts'
import { wordsAr } from './words.ar.ts'
import { wordsEn } from './words.en.ts'
import { wordsEs } from './words.es.ts'
import { wordsFr } from './words.fr.ts'

export type ReportLanguage = Language

const words: Readonly<Record<ReportLanguage, typeof wordsEn>> = { en: wordsEn, es: wordsEs, fr: wordsFr, ar: wordsAr }

/** A report's words in one language; a language without one of them does not compile. */
export const wordsOf = (language: ReportLanguage): typeof wordsEn => words[language]

/** The language as `Intl` takes it: Arabic with the digits 0 to 9, as in the dates and references that stand beside. */
export const localeOf = (language: ReportLanguage): string => (language === 'ar' ? 'ar-u-nu-latn' : language)
