import { foldWithMap } from '../../../electron/domain/fold.ts'

/** A stretch of text that was searched for: indices into the text, the end not included. */
export type Match = { start: number; end: number }

/**
 * Where the words of a query stand in a text, accents, case and alphabetic forms aside; null unless every word stands in it
 * at the beginning of a word.
 */
export function matchesIn(text: string, query: string): Match[] | null {
  const { folded, map } = foldWithMap(text)
  const words = foldWithMap(query)
    .folded.split(/\s+/)
    .filter((word) => word !== '')
  const found: Match[] = []
  for (const word of words) {
    const at = beginsAt(folded, word)
    if (at === -1) return null
    found.push({ start: map[at] ?? 0, end: endOf(map, at + word.length, text.length) })
  }
  return found
}

function beginsAt(folded: string, word: string): number {
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) return at
  return -1
}

/** Marks that were left out belong to the letter before them. */
const endOf = (map: readonly number[], at: number, length: number): number => map[at] ?? length
