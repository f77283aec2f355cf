import { wordsEn } from './words.en.ts'
import { wordsEs } from './words.es.ts'

export type ReportLanguage = 'en' | 'es'

/** A report's words in one language; a language without one of them does not compile. */
export const wordsOf = (language: ReportLanguage): typeof wordsEn => (language === 'es' ? wordsEs : wordsEn)
