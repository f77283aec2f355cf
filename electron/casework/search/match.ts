import { keyMark } from './name-words.ts'
import { joinedKeys } from './query.ts'
import type { Query, Term } from './query.ts'

/**
 * FTS5 expressions for a query. Only folded letters and digits get into them, always inside quotation marks, so that
 * nothing typed is ever read as FTS5's own syntax.
 */
export type Match = {
  /** All terms in the names, as written or by key. */
  names: string
  /** All terms in the reference; undefined where no term has a digit. */
  reference: string | undefined
  /** All terms anywhere. */
  anywhere: string
}

const quoted = (words: readonly string[], open: boolean): string => `"${words.join(' ')}"${open ? ' *' : ''}`

/** A term as written. */
export const writtenOf = (term: Term): string => quoted(term.words, term.open)

const keyed = (keys: readonly string[], open: boolean): string[] => keys.map((key) => quoted([`${keyMark}${key}`], open))

function anyOf(term: Term): string {
  const ways = [writtenOf(term), ...keyed(term.keys, term.openKeys)]
  return ways.length === 1 ? (ways[0] ?? '') : `(${ways.join(' OR ')})`
}

/** All terms together, where neighbouring words that make one name may also be met by the key of that name. */
function allOf(terms: readonly Term[]): string {
  const parts: string[] = []
  for (let index = 0; index < terms.length;) {
    const joined = joinedKeys(terms, index)
    const group = terms.slice(index, index + (joined?.count ?? 1))
    const written = group.map(anyOf).join(' AND ')
    parts.push(joined === undefined ? written : `((${written}) OR ${keyed(joined.keys, false).join(' OR ')})`)
    index += group.length
  }
  return parts.join(' AND ')
}

/** The expressions of a query; undefined for one that asks for nothing. */
export function matchOf({ wanted, unwanted }: Query): Match | undefined {
  if (wanted.length === 0) return undefined
  const not = unwanted.map((term) => ` NOT ${writtenOf(term)}`).join('')
  const all = allOf(wanted)
  const hasDigit = wanted.some((term) => term.words.some((word) => /\d/.test(word)))
  const except = (expression: string): string => (not === '' ? expression : `(${expression})${not}`)
  return {
    names: except(`{names name_keys} : (${all})`),
    reference: hasDigit ? except(`reference : (${wanted.map(writtenOf).join(' AND ')})`) : undefined,
    anywhere: except(all),
  }
}
