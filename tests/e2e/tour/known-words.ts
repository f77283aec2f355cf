import { describeDate, shortDate } from '../../../electron/domain/describe-date.ts'
import { languageNames } from '../pages/desk.ts'
import type { Desk } from '../pages/desk.ts'
import { callAs } from './hard-cases.ts'

/** Each form that a date is told in, for its words; the months of a year with them. */
const dates = [
  ...Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-03`),
  ...['2026-03', '2026', '202X', 'XXXX-01-28', '2026-01-XX', '2026-XX-XX', '2026-XX-04', '2026-03-04~', '2026-03-04?', '2026-03-04%'],
  ...['../2026-03-04', '2026-03-04/..', '2026-03-04/', '/2026-03-04', '2026-03-04/2026-05-06', '[2026-03-04..2026-05-06]'],
  ...['[..2026-03-04]', '[2026-03-04..]', '[2026-03-04,2026-05-06]', '2026-21'],
]

/** Names that are the same in every language: of the program, of kinds of file, of keys and of what EDTF and UUID mean. */
const names = ['Habeas', 'PDF', 'EDTF', 'Ctrl', 'Alt', 'Shift', 'Enter', 'Esc', 'Tab', 'Space', 'PgUp', 'PgDn']

const wordsIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [...text.toLowerCase().matchAll(/[a-z]{2,}/gu)].map(([word]) => word))

/**
 * Words that are not the catalogue's and may stand in Latin letters: names, folders of this test, and where the page
 * runs in English the words of dates, which the domain has in every language by itself.
 */
export const wordsOfElsewhere = (language: 'en' | 'ar', folders: readonly string[]): Set<string> =>
  new Set(
    wordsIn([
      ...names,
      ...Object.values(languageNames),
      ...folders,
      ...(language === 'en' ? dates.flatMap((date) => [describeDate(date, 'en'), shortDate(date, 'en')]) : []),
    ]),
  )

/** The words of the vault's own terms, which it has in every language by itself. */
export async function wordsOfTerms(desk: Desk, language: 'en' | 'ar'): Promise<string[]> {
  const { terms } = (await callAs(desk, 'terms.list', {})) as { terms: { labels: Record<string, string> }[] }
  return wordsIn(terms.map(({ labels }) => labels[language] ?? ''))
}
