import { foldText, wordsOf } from '../../domain/fold.ts'
import { nameKeys } from '../../domain/names.ts'
import { wordKeys } from './name-words.ts'

/**
 * One thing that a query asks for: a word or the words of a phrase, folded. `open` means that the last word may go on
 * ("mar" finds "martes"). `keys` are the keys under which a name of another spelling or script is found, `openKeys` those
 * that may go on as well.
 */
export type Term = { words: string[]; open: boolean; keys: string[]; openKeys: boolean }

/** What was typed, understood. Terms that must be there, and terms that must not. */
export type Query = { wanted: Term[]; unwanted: Term[] }

// More than anybody types; a pasted page would cost seconds.
const mostTerms = 16
const longestWord = 60
const leastKey = 3
const piece = /(?<minus>-)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]+))/gu
const otherQuotes = /[“”„«»‟＂]/gu

/**
 * Understands what somebody typed: words, "phrases", and -words that must not be there. Every text is a query; signs
 * that mean nothing are left aside. A query of unwanted words only is read as if they were wanted.
 */
export function parseQuery(text: string): Query {
  const typed = text
    .normalize('NFC')
    .replace(otherQuotes, '"')
    .replace(/[\p{Cc}\p{Surrogate}]/gu, ' ')
  const wanted: Term[] = []
  const unwanted: Term[] = []
  for (const { groups } of typed.matchAll(piece)) {
    const words = wordsOf(foldText(groups?.['phrase'] ?? groups?.['word'] ?? '')).map((word) => [...word].slice(0, longestWord).join(''))
    if (words.length === 0 || wanted.length + unwanted.length >= mostTerms) continue
    const term = termOf(words.slice(0, mostTerms), groups?.['phrase'] !== undefined)
    ;(groups?.['minus'] === undefined ? wanted : unwanted).push(term)
  }
  if (wanted.length === 0) return { wanted: unwanted, unwanted: [] }
  return { wanted: withJoinedNames(wanted, /\s$/u.test(typed)), unwanted }
}

function termOf(words: string[], isPhrase: boolean): Term {
  const [word] = words
  const keys =
    isPhrase || word === undefined || words.length > 1
      ? []
      : wordKeys(word).filter((key) => /\D/.test(key) && (key.length >= leastKey || [...word].length >= leastKey))
  return { words, open: !isPhrase, keys, openKeys: false }
}

/** Only the word still being typed may be the beginning of a longer key. */
function withJoinedNames(terms: Term[], isFinished: boolean): Term[] {
  return terms.map((term, index) => {
    const isLast = index === terms.length - 1
    return { ...term, openKeys: isLast && !isFinished && term.open && term.keys.every((key) => key.length >= leastKey) }
  })
}

/**
 * Keys that neighbouring words make only together (Abd al-Rahman): for the term at `index`, how many terms they take and
 * the keys, or undefined.
 */
export function joinedKeys(terms: readonly Term[], index: number): { count: number; keys: string[] } | undefined {
  for (const count of [3, 2]) {
    const group = terms.slice(index, index + count)
    if (group.length < count || group.some((term) => !term.open)) continue
    const words = group.flatMap((term) => term.words)
    const alone = new Set(words.flatMap(wordKeys))
    const keys = nameKeys(words.join(' ')).filter((key) => !alone.has(key))
    if (keys.length === 1 && nameKeys(words.join(' ')).length === 1) return { count, keys }
  }
  return undefined
}
