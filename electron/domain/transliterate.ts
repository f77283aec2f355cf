import { arabicNames, arabicToLatin, cyrillicToLatin, greekToLatin } from './transliterate-tables.ts'
import { foldText } from './fold.ts'

/** The script of a name, by its letters; the most frequent one where several are mixed. */
export type NameScript = 'latin' | 'cyrillic' | 'arabic' | 'greek' | 'other'

const SCRIPTS: readonly (readonly [NameScript, RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['greek', /\p{Script=Greek}/gu],
]

/** The script that most letters of a text belong to; `other` for none of ours or no letter at all. */
export function scriptOf(text: string): NameScript {
  let [found, most]: [NameScript, number] = ['other', 0]
  let ours = 0
  for (const [script, pattern] of SCRIPTS) {
    const count = text.match(pattern)?.length ?? 0
    ours += count
    if (count > most) [found, most] = [script, count]
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters - ours > most ? 'other' : found
}

/**
 * A key in Latin letters under which one name's spellings meet across scripts: Мухаммад, محمد, Muhammad and Mohamed are
 * all `mhmd`. Three consonants or more make a skeleton (with `a` for a vowel in front); a shorter word keeps its vowels,
 * since two consonants alone would bring strangers together. Words of other scripts come back folded.
 */
export function latinKey(word: string): string {
  const folded = foldText(word)
  const script = scriptOf(folded)
  if (script === 'other') return folded
  return keyOfLatin(latinOf(folded, script))
}

/** A folded word in Latin letters, vowels as far as its script writes them. */
export function latinOf(folded: string, script: NameScript): string {
  switch (script) {
    case 'cyrillic':
      return spelled(folded.replace(/^е/u, 'э'), cyrillicToLatin)
    case 'greek':
      return spelled(folded.replaceAll('ου', 'у').replaceAll('μπ', 'b'), greekToLatin).replaceAll('у', 'u')
    case 'arabic':
      return latinOfArabic(folded)
    case 'latin':
    case 'other':
      return folded
  }
}

/**
 * The vowels of a word, before, between and behind its consonants, for telling names apart that share a key (Hassan and
 * Hussein). Glides count as vowels but at the front; a script that leaves vowels out has gaps without any.
 */
export function vowelsOf(word: string): string[] {
  const folded = foldText(word)
  const script = scriptOf(folded)
  if (script === 'other') return []
  const sounds = soundsOf(latinOf(folded, script))
  return sounds
    .replaceAll(/(?<=.)w/gu, 'u')
    .replaceAll(/(?<=.)y/gu, 'i')
    .replaceAll('o', 'u')
    .replaceAll(/(.)\1+/gu, '$1')
    .split(/[^aeiu]/u)
}

function soundsOf(word: string): string {
  let sounds = word.replaceAll(/[^a-z\d]/gu, '')
  for (const [pattern, sound] of SOUNDS) sounds = sounds.replaceAll(pattern, sound)
  return sounds
}

/** Reduces Latin letters to the key; see `latinKey`. */
function keyOfLatin(word: string): string {
  const sounds = soundsOf(word)
  const withVowels = sounds.replaceAll(/(.)\1+/gu, '$1')
  const front = /^[aeiou]/u.test(withVowels) ? 'a' : ''
  const consonants = withVowels.replace(/^[aeiou]+/u, '').replaceAll(/[aeiouyw](?!^)/gu, '')
  const first = /^[yw]/u.test(withVowels) ? withVowels.slice(0, 1) : ''
  const skeleton = (first + consonants.replace(/^[yw]/u, '')).replaceAll('w', 'v')
  if (skeleton.length >= 3) return front + withoutAssimilatedArticle(skeleton, front)
  return withVowels
    .replaceAll('w', 'v')
    .replaceAll(/[ae]/gu, 'a')
    .replaceAll(/[ou]/gu, 'u')
    .replaceAll(/(?<=.)y/gu, 'i')
    .replaceAll(/(.)\1+/gu, '$1')
}

/** Sounds that languages spell in several ways, most letters first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^ye(?=[^aeiou])/gu, 'e'],
  [/shch|tsch|sch|tch|ch|sh/gu, 'x_'],
  [/dzh|dj|zh/gu, 'j'],
  [/kh/gu, 'h'],
  [/gh/gu, 'g'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/dh/gu, 'd'],
  [/ts|tz|z/gu, 's'],
  [/qu(?=[ei])|ck|q/gu, 'k'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
  [/x(?!_)/gu, 'ks'],
  [/x_/gu, 'x'],
  [/oo/gu, 'u'],
  [/ou/gu, 'u'],
  [/ee/gu, 'i'],
  [/(?<=[aeiou])h$/gu, ''],
]

/** Abdurrahman and Abd al-Rahman are one name: the article's l gives way to the letter after it. */
function withoutAssimilatedArticle(skeleton: string, front: string): string {
  return front === 'a' ? skeleton.replace(/^bdl(?=..)/u, 'bd') : skeleton
}

function latinOfArabic(folded: string): string {
  const known = arabicNames.get(folded)
  if (known !== undefined) return known
  // A long vowel letter is a consonant at the front of a word only; a final h is the ending of ta marbuta.
  const letters = Array.from(folded.replace(/ه$/u, ''))
  return letters
    .map((letter, index) => {
      if (index > 0 && letter === 'و') return 'u'
      if (index > 0 && letter === 'ي') return 'i'
      if (index > 0 && letter === 'ع') return ''
      return arabicToLatin.get(letter) ?? ''
    })
    .join('')
}

function spelled(folded: string, table: ReadonlyMap<string, string>): string {
  return Array.from(folded)
    .map((letter) => table.get(letter) ?? letter)
    .join('')
}
