import { foldWithMap } from '../../domain/fold.ts'
import { nameKeys } from '../../domain/names.ts'
import { wordKeys } from './name-words.ts'
import { joinedKeys } from './query.ts'
import type { Term } from './query.ts'
import type { Piece } from './searched-fields.ts'

/** A stretch of a text, in UTF-16 units of the original. */
export type Stretch = { start: number; end: number }

/** Where a text matches: the stretches in order, and the terms that they answer. */
export type Marked = { stretches: Stretch[]; terms: Set<Term> }

type Token = { word: string; start: number; end: number }

/** The words of a text, folded, with the place of each in the original. */
function tokensOf(text: string): Token[] {
  const { folded, map } = foldWithMap(text)
  return [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: map[index] ?? 0,
    end: map[index + word.length] ?? text.length,
  }))
}

/** Finds the terms of a query in a text of a case file: words and phrases everywhere, keys and cut-off zeros where the index has them. */
export function markTerms({ text, column }: Pick<Piece, 'text' | 'column'>, terms: readonly Term[]): Marked {
  const tokens = tokensOf(text)
  const found: Stretch[] = []
  const answered = new Set<Term>()
  const mark = (from: Token | undefined, to: Token | undefined, ...by: Term[]): void => {
    if (from === undefined || to === undefined) return
    found.push({ start: from.start, end: to.end })
    for (const term of by) answered.add(term)
  }
  const isWord = (token: Token | undefined, word: string, open: boolean): boolean => {
    if (token === undefined) return false
    if (open ? token.word.startsWith(word) : token.word === word) return true
    const short = column === 'reference' ? token.word.replace(/^0+(?=\d)/, '') : token.word
    return open ? short.startsWith(word) : short === word
  }
  for (const term of terms) {
    const last = term.words.length - 1
    for (const [at, token] of tokens.entries()) {
      const isHere = term.words.every((word, index) => isWord(tokens[at + index], word, term.open && index === last))
      if (isHere) mark(token, tokens[at + last], term)
      else if (column === 'names' && meetsByKey(token.word, term)) mark(token, token, term)
    }
  }
  if (column === 'names') markJoined(tokens, terms, mark)
  return { stretches: merged(found), terms: answered }
}

function meetsByKey(word: string, { keys, openKeys }: Term): boolean {
  return keys.length > 0 && wordKeys(word).some((key) => keys.some((wanted) => (openKeys ? key.startsWith(wanted) : key === wanted)))
}

/** Several words that make one name: Abd al-Rahman and عبد الرحمن. */
function markJoined(
  tokens: readonly Token[],
  terms: readonly Term[],
  mark: (from: Token | undefined, to: Token | undefined, ...by: Term[]) => void,
): void {
  for (const index of terms.keys()) {
    const joined = joinedKeys(terms, index)
    if (joined === undefined) continue
    for (const at of tokens.keys()) {
      // A longer stretch would hold the name and another one beside it.
      const count = [1, 2, 3].find((size) => keysOf(tokens.slice(at, at + size)).join(' ') === joined.keys.join(' '))
      if (count !== undefined)
        mark(tokens[at], tokens[Math.min(at + count, tokens.length) - 1], ...terms.slice(index, index + joined.count))
    }
  }
}

const keysOf = (tokens: readonly Token[]): string[] => nameKeys(tokens.map(({ word }) => word).join(' '))

/** Finds letters in the middle of words, for hits that were found by these. */
export function markFragments(text: string, terms: readonly Term[]): Marked {
  const { folded, map } = foldWithMap(text)
  const answered = new Set<Term>()
  const found: Stretch[] = []
  for (const term of terms) {
    for (const word of term.words) {
      const at = folded.indexOf(word)
      if (at < 0) continue
      found.push({ start: map[at] ?? 0, end: map[at + word.length] ?? text.length })
      answered.add(term)
    }
  }
  return { stretches: merged(found), terms: answered }
}

function merged(stretches: Stretch[]): Stretch[] {
  const inOrder: Stretch[] = []
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = inOrder.at(-1)
    if (last !== undefined && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end)
    else if (stretch.end > stretch.start) inOrder.push({ ...stretch })
  }
  return inOrder
}
