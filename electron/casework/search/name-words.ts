import { foldText, wordsOf } from '../../domain/fold.ts'
import { nameKeys } from '../../domain/names.ts'

/** Stands before each key in the full-text index. A private-use letter, which no one types: a word is never taken for a key. */
export const keyMark = '\uE000'

/**
 * The words of a name, folded, each with its key in Latin consonants; a word with several keys comes several times, an
 * article or particle with an empty key. What only several words together make ("Abd al-Rahman") is a key without a word.
 */
export function nameWords(name: string): readonly { word: string; key: string }[] {
  const known = rememberedNames.get(name)
  if (known !== undefined) return known
  const found = wordsOfName(name)
  if (rememberedNames.size < mostRemembered) rememberedNames.set(name, found)
  return found
}

/** A name is asked for several times for one case file: for its text, its keys and the list of names. */
const rememberedNames = new Map<string, readonly { word: string; key: string }[]>()
/** Names repeat within a vault; the bound keeps a long import from filling memory. */
const mostRemembered = 50_000

function wordsOfName(name: string): { word: string; key: string }[] {
  const words = wordsOf(foldText(name))
  const ofName = nameKeys(name)
  const telling = words.map((word) => ({ word, keys: wordKeys(word).filter((key) => ofName.includes(key) || words.length > 1) }))
  const ofWords = new Set(telling.flatMap(({ keys }) => keys))
  const pairs = telling.flatMap(({ word, keys }) => (keys.length === 0 ? [{ word, key: '' }] : keys.map((key) => ({ word, key }))))
  return [...pairs, ...ofName.filter((key) => !ofWords.has(key)).map((key) => ({ word: '', key }))]
}

const remembered = new Map<string, string[]>()

/** The keys of one folded word; none for an article or particle, which identifies nobody. */
export function wordKeys(word: string): string[] {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const keys = isParticle(word) ? [] : nameKeys(word)
  if (remembered.size < mostRemembered) remembered.set(word, keys)
  return keys
}

const stranger = 'zqxzqx'
const [strangersKey] = nameKeys(stranger)

// A particle has a key alone and adds none beside another word.
function isParticle(word: string): boolean {
  const beside = nameKeys(`${word} ${stranger}`)
  return word !== stranger && beside.length === 1 && beside[0] === strangersKey
}
