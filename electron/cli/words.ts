import { languages } from '../contract/index.ts'
import type { ErrorCode, ErrorParams, Language } from '../contract/index.ts'
import { wordsAr } from './words.ar.ts'
import { wordsEn } from './words.en.ts'
import { wordsEs } from './words.es.ts'
import { wordsFr } from './words.fr.ts'

export type CliWords = typeof wordsEn
export type ErrorWords = Record<ErrorCode | 'usage', (params: ErrorParams) => string>

const words: Readonly<Record<Language, CliWords>> = { en: wordsEn, es: wordsEs, fr: wordsFr, ar: wordsAr }

/** The terminal's language: the one that the environment names (`fr_CA.UTF-8`), else English. */
export function wordsOfEnvironment(environment: Readonly<Record<string, string | undefined>>): { language: Language; words: CliWords } {
  const locale = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''
  const [spoken = ''] = locale.toLowerCase().split(/[_.@-]/)
  const language = languages.find((candidate) => candidate === spoken) ?? 'en'
  return { language, words: words[language] }
}
