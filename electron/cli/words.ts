import type { ErrorCode, ErrorParams } from '../contract/index.ts'
import { wordsEn } from './words.en.ts'
import { wordsEs } from './words.es.ts'

export type CliWords = typeof wordsEn
export type ErrorWords = Record<ErrorCode | 'usage', (params: ErrorParams) => string>

/** The terminal's language: Spanish where the environment says so, else English. */
export function wordsOfEnvironment(environment: Readonly<Record<string, string | undefined>>): { language: 'en' | 'es'; words: CliWords } {
  const locale = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''
  const language = /^es([_.@-]|$)/i.test(locale) ? 'es' : 'en'
  return { language, words: language === 'es' ? wordsEs : wordsEn }
}
