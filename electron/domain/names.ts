import type { Language } from '../contract/languages.ts'
import { foldText, wordsOf } from './fold.ts'
import { latinKey, scriptOf, vowelsOf } from './transliterate.ts'
import type { NameScript } from './transliterate.ts'

/** Why two names look alike, best reason first: codes for the panel of possible duplicates. */
export type SimilarityReason =
  | 'same_name'
  | 'same_words_other_order'
  | 'same_across_scripts'
  | 'same_sound'
  | 'similar_spelling'
  | 'part_of_name'

export type Similarity = { /** 0 nothing in common to 1 the same. */ score: number; why: SimilarityReason[] }

/** Articles and particles that one writes and the next leaves out; alone they identify nobody. */
const PARTICLES = new Set(
  'al el ul as ash ad ar an bin ibn ben bint abu bou de del la las los y da do dos van von der ال بن ابن بنت ابو бин ибн аль эль'.split(
    ' ',
  ),
)

/** Whether a folded word is an article or particle (al, bin, de los…), which has no key of its own beside other words. */
export function isParticle(foldedWord: string): boolean {
  return PARTICLES.has(foldedWord)
}

const collators = new Map<string, Intl.Collator>()

/** Sorts names as readers of a language expect (never by byte value): accents and case second, numbers by value. */
export function nameCollator(language: Language): Intl.Collator {
  const collator = collators.get(language) ?? new Intl.Collator(language, { usage: 'sort', sensitivity: 'variant', numeric: true })
  collators.set(language, collator)
  return collator
}

/**
 * The keys under which a name is found across scripts, each once. A word can have several: Jaled is also `hld` (Khaled), and
 * Ибрагим also `abrhm`,
 * an Arabic word with the article also itself without it. Abd Allah, Abd al-Rahman and the like make one word.
 */
export function nameKeys(name: string): string[] {
  return [...new Set(tokensOf(name).flatMap((token) => token.keys))]
}

/** How much two names look alike, word by word in any order. */
export function similarNames(a: string, b: string): Similarity {
  const [foldedA, foldedB] = [wordsOf(foldText(a)), wordsOf(foldText(b))]
  if (foldedA.length === 0 || foldedB.length === 0) return { score: 0, why: [] }
  if (foldedA.join(' ') === foldedB.join(' ')) return { score: 1, why: ['same_name'] }
  if (foldedA.toSorted().join(' ') === foldedB.toSorted().join(' ')) return { score: 0.98, why: ['same_words_other_order'] }
  const [short, long] = [tokensOf(a), tokensOf(b)].toSorted((x, y) => x.length - y.length)
  if (short === undefined || long === undefined || short.length === 0) return { score: 0, why: [] }
  const why = new Set<SimilarityReason>()
  const free = [...long]
  let total = 0
  for (const token of short) {
    const best = bestMatch(token, free)
    if (best === null) continue
    free.splice(best.index, 1)
    total += best.score
    if (best.why !== null) why.add(best.why)
  }
  if (total > 0 && short.length < long.length) why.add('part_of_name')
  // Every telling word is the same: only an article or another particle differs.
  if (total === short.length && why.size === 0) why.add('same_name')
  else if (total > 0 && why.size === 0) why.add('part_of_name')
  return { score: total / ((short.length + long.length) / 2), why: REASON_ORDER.filter((reason) => why.has(reason)) }
}

const REASON_ORDER: readonly SimilarityReason[] = ['same_name', 'same_across_scripts', 'same_sound', 'similar_spelling', 'part_of_name']

type Token = { folded: string; keys: string[]; sounds: readonly Sound[] }
/** A key with the vowels that it leaves out. */
type Sound = { key: string; vowels: string[]; script: NameScript }
type Match = { index: number; score: number; why: SimilarityReason | null }

function tokensOf(name: string): Token[] {
  const words = joinedServants(wordsOf(foldText(name)))
  const telling = words.filter((word) => !isParticle(word))
  return (telling.length === 0 ? words : telling).map((folded) => {
    const heard = soundsOfWord(folded)
    return { folded, keys: [...new Set(heard.map(({ key }) => key))], sounds: heard }
  })
}

const sounds = new Map<string, readonly Sound[]>()

/** The sounds of a folded word. Names repeat within a vault; the bound keeps a long import from filling memory. */
function soundsOfWord(word: string): readonly Sound[] {
  const known = sounds.get(word)
  if (known !== undefined) return known
  const found = soundsOfSpellings(word)
  if (sounds.size < 50_000) sounds.set(word, found)
  return found
}

function soundsOfSpellings(word: string): Sound[] {
  const spellings = [word]
  if (scriptOf(word) === 'latin') {
    // Spanish writes the sound of kh as j.
    if (word.includes('j')) spellings.push(word.replaceAll('j', 'kh'))
  } else {
    if (/^ال.../u.test(word)) spellings.push(word.slice(2))
    // Russian hears h as г (Ибрагим), Persian and Turkish hear th as s (Osman).
    if (word.includes('г')) spellings.push(word.replaceAll('г', 'х'))
    if (word.includes('ث')) spellings.push(word.replaceAll('ث', 'س'))
  }
  return spellings
    .map((spelling) => ({ key: latinKey(spelling), vowels: vowelsOf(spelling), script: scriptOf(spelling) }))
    .filter(({ key }) => key !== '')
}

/** Puts "Abd", "Abdul", "Abdel" and عبد together with the word that they need, over an article between them. */
function joinedServants(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const afterArticle = /^(?:al|el|ul|ar|er|as)$/u.test(words[index + 1] ?? '') ? 2 : 1
    const next = words[index + afterArticle]
    if (next !== undefined && /^(?:abd|abdul|abdel|abdal|abdur|عبد|абд|абдул)$/u.test(word)) {
      joined.push(word + words.slice(index + 1, index + afterArticle + 1).join(''))
      index += afterArticle
    } else joined.push(word)
  }
  return joined
}

function bestMatch(token: Token, among: readonly Token[]): Match | null {
  let best: Match | null = null
  for (const [index, other] of among.entries()) {
    const match = { index, ...compareTokens(token, other) }
    if (match.score > (best?.score ?? 0)) best = match
  }
  return best
}

function compareTokens(a: Token, b: Token): { score: number; why: SimilarityReason | null } {
  if (a.folded === b.folded) return { score: 1, why: null }
  const sameScript = scriptOf(a.folded) === scriptOf(b.folded)
  const sameKey = a.keys.some((key) => b.keys.includes(key))
  const sameVowels = a.sounds.some((one) => b.sounds.some((other) => one.key === other.key && areAlike(one, other)))
  if (!sameScript) {
    if (sameVowels) return { score: 0.9, why: 'same_across_scripts' }
    return sameKey ? { score: otherVowels, why: null } : { score: 0, why: null }
  }
  const longest = Math.max(a.folded.length, b.folded.length)
  const likeness = 1 - editDistance(a.folded, b.folded) / longest
  if (sameVowels) return { score: 0.7 + likeness * 0.25, why: 'same_sound' }
  // Where the vowels are others, as in Hassan and Hussein, only a slip of the pen counts, in a word that is long enough for one.
  if (longest >= 4 && likeness >= (!sameKey ? 0.75 : scriptOf(a.folded) === 'arabic' ? 0.85 : 0.8))
    return { score: likeness * 0.85, why: 'similar_spelling' }
  return { score: sameKey ? otherVowels * likeness : 0, why: null }
}

/** What two names count that share consonants and no vowels: enough to rank them, too little to make anybody alike. */
const otherVowels = 0.15

/** Whether the vowels of two words that share their consonants can be two spellings of the same. */
function areAlike(a: Sound, b: Sound): boolean {
  // Keys can drop a consonant (the l of an article), and then the gaps can't be laid side by side.
  if (a.vowels.length !== b.vowels.length) return true
  const areArabic = [a.script === 'arabic', b.script === 'arabic']
  return a.vowels.every((vowels, index) => {
    const other = b.vowels[index] ?? ''
    if (areArabic[0] === true && areArabic[1] === true) return index === 0 || vowels === other
    const isEdge = index === 0 || index === a.vowels.length - 1
    if (areArabic[0] !== areArabic[1]) return isEdge || (areArabic[0] === true ? isWritten(vowels, other) : isWritten(other, vowels))
    return index > 0 && isEdge && a.script === b.script && (vowels === '') !== (other === '')
      ? vowels + other === 'e'
      : isSpelling(vowels, other)
  })
}

/** Arabic writes long i and u and diphthongs; its alif may be an article's, and short vowels are not there. */
const isWritten = (arabic: string, other: string): boolean =>
  arabic === '' ? other.length <= 1 : [...arabic].every((vowel) => vowel === 'a' || other.includes(vowel) || other.includes('e'))

/** E is written for any short vowel; a diphthong for its second vowel and the other way round; a short vowel is left out. */
function isSpelling(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short === '') return long.length <= 1
  if (short.length === long.length) return [...short].every((vowel, index) => vowel === long[index] || vowel === 'e' || long[index] === 'e')
  if (short.length > 1)
    return [...long].some((vowel, index) => /[iu]/u.test(vowel) && long.slice(0, index) + long.slice(index + 1) === short)
  return short === 'e' ? /[ei]/u.test(long) : (/[iu]$/u.test(long) && long.endsWith(short)) || (long === 'ie' && short === 'i')
}

/** Letters to insert, drop, change or swap with their neighbour to make one word of another. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const swap = swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity
      current.push(Math.min(changed, swap, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    ;[beforeLast, last] = [last, current]
  }
  return last[b.length] ?? 0
}
