import type { CaseDocument } from '../contract/index.ts'
import { describeDate } from '../domain/describe-date.ts'
import { makeFootnotes } from './footnotes.ts'
import type { Footnotes } from './footnotes.ts'
import { wordsOf } from './words.ts'
import type { ReportLanguage } from './words.ts'
import type { wordsEn } from './words.en.ts'

export type Audience = 'internal' | 'family' | 'counsel' | 'un' | 'partner' | 'press'

/** Labels of the vault's terms: vocabulary → code → language → label. */
export type TermLabels = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

export type ReportOptions = {
  language: ReportLanguage
  audience: Audience
  /** The day as of which the report speaks, `YYYY-MM-DD`. */
  today: string
  /** The state of the vault that the report was made from. */
  fingerprint: { changeNo: number; words: readonly string[] }
  terms: TermLabels
}

/** What each part of a report is made from. */
export type ReportContext = {
  document: CaseDocument
  options: ReportOptions
  words: typeof wordsEn
  footnotes: Footnotes
  /** An EDTF date in words of the report's language. */
  dateWords: (edtf: string) => string
  /** A term's label in the report's language, else in English, else its code. */
  termWords: (vocabulary: string, code: string) => string
}

export function makeContext(document: CaseDocument, options: ReportOptions): ReportContext {
  const words = wordsOf(options.language)
  const dateWords = (edtf: string): string => describeDate(edtf, options.language)
  const termWords = (vocabulary: string, code: string): string => {
    const labels = options.terms[vocabulary]?.[code]
    return labels?.[options.language] ?? labels?.['en'] ?? code
  }
  return { document, options, words, dateWords, termWords, footnotes: makeFootnotes(document, options, words, dateWords, termWords) }
}
