import { describeDate, shortDate } from '../../../electron/domain/describe-date.ts'
import { guides } from '../../../renderer/features/guide/guide.ts'
import { languageNames } from '../pages/desk.ts'
import type { Desk } from '../pages/desk.ts'
import { callAs } from './hard-cases.ts'
import type { Known } from './untranslated.ts'

/** Each form that a date is told in, for its words; the months of a year with them. */
const dates = [
  ...Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-03`),
  ...['2026-03', '2026', '202X', 'XXXX-01-28', '2026-01-XX', '2026-XX-XX', '2026-XX-04', '2026-03-04~', '2026-03-04?', '2026-03-04%'],
  ...['../2026-03-04', '2026-03-04/..', '2026-03-04/', '/2026-03-04', '2026-03-04/2026-05-06', '[2026-03-04..2026-05-06]'],
  ...['[..2026-03-04]', '[2026-03-04..]', '[2026-03-04,2026-05-06]', '2026-21'],
]

/** Dates as the browser writes them on the page. */
const written = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 3))).flatMap((day) => [
  day.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' }),
  day.toLocaleString('en-GB', { month: 'short', year: 'numeric' }),
  ...Array.from({ length: 7 }, (_, more) => new Date(day.getTime() + more * 86_400_000).toLocaleString('en-GB', { dateStyle: 'full' })),
])

/** Names that are the same in every language: of the program, of what it is made of, of kinds of file and of keys. */
const names = [
  ...['Habeas', 'PDF', 'EDTF', 'sqlcipher', 'Argon', 'MiB', 'MB', 'kB'],
  // The folder of the vault, which quick erase asks for.
  'Copy',
  ...['Ctrl', 'Alt', 'Shift', 'Enter', 'Esc', 'Tab', 'Space', 'PgUp', 'PgDn'],
]

// What React Aria says by itself, in each of its languages.
const ofReactAria = ['Dismiss']

const wordsIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [...text.toLowerCase().matchAll(/[a-z]{2,}/gu)].map(([word]) => word))

/**
 * What is not the catalogue's and may stand in Latin letters: names and folders of this test; and where the page runs in
 * English what has its own words in each language: dates, the vault's terms, and the guide. In Arabic all of that is in
 * Arabic letters, so that the walk in Arabic asks after it too.
 */
export async function knownIn(desk: Desk, language: 'en' | 'ar', vaultIsOpen: boolean): Promise<Known> {
  const own = [...names, ...Object.values(languageNames), desk.folders.root]
  if (language === 'ar') return { words: new Set(wordsIn(own)), phrases: [], apart: [] }
  const told = dates.flatMap((date) => [describeDate(date, 'en'), shortDate(date, 'en')])
  return {
    words: new Set(wordsIn([...own, ...told, ...written, ...ofReactAria])),
    phrases: [...(vaultIsOpen ? await termsOf(desk) : []), ...Object.values(guides.en).map(({ title }) => title)],
    apart: ['article[aria-labelledby="guide-chapter"]'],
  }
}

async function termsOf(desk: Desk): Promise<string[]> {
  const { terms } = (await callAs(desk, 'terms.list', {})) as { terms: { labels: Record<string, string> }[] }
  return terms.flatMap(({ labels }) => labels['en'] ?? [])
}
