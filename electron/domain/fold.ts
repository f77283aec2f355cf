import { withAsciiDigits } from './digits.ts'

/** Text folded for search, and for each UTF-16 unit of it the index in the original; one more entry marks the original's end. */
export type Folded = { folded: string; map: number[] }

/** Letters that Unicode does not take apart but that people write in place of one another. */
const SAME_LETTERS: ReadonlyMap<string, string> = new Map([
  // Arabic, Persian and Urdu forms of one letter; a hamza on its own is often left out.
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ے', 'ي'],
  ['ک', 'ك'],
  ['ڪ', 'ك'],
  ['ة', 'ه'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
  ['ۃ', 'ه'],
  ['ء', ''],
  ['ـ', ''],
  // Latin letters with a base that everybody types.
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['ə', 'e'],
  ['ς', 'σ'],
])

/** Apostrophes, modifier letters, joiners and direction marks: signs that one writes and the next leaves out. */
const LEFT_OUT = /^[\p{M}\p{Cf}\u02b0-\u02ff'`´‘’‛′]$/u

/** A combining breve, which makes й of и, perhaps behind other marks. */
const BREVE = /^\p{M}{0,8}\u0306/u

/**
 * Folds text for search: case, accents, Arabic vowel marks, tatweel, hamza and alef forms, ta marbuta, presentation forms,
 * ё as е (й stays), digits as ASCII, apostrophes left out. Works letter by letter, so that highlights can be made from the original.
 */
export function foldWithMap(text: string): Folded {
  let folded = ''
  const map: number[] = []
  let index = 0
  for (const letter of text) {
    const shortI = (letter === 'и' || letter === 'И') && BREVE.test(text.slice(index + 1, index + 10))
    const piece = shortI ? 'й' : foldLetter(letter)
    for (let unit = 0; unit < piece.length; unit += 1) map.push(index)
    folded += piece
    index += letter.length
  }
  map.push(text.length)
  return { folded, map }
}

/** The same as `BREVE`, with its letter. */
const SHORT_I = /[иИ](?=\p{M}{0,8}\u0306)/gu

const [apostrophe, accent, beyondAscii] = ["'".charCodeAt(0), '`'.charCodeAt(0), 0x80]

/** The text folded for search; the same as `foldWithMap` gives, without the map and so in a fraction of the time. */
export function foldText(text: string): string {
  const joined = text.includes('\u0306') ? text.replace(SHORT_I, 'й') : text
  let folded = ''
  let taken = 0
  for (let index = 0; index < joined.length; index += 1) {
    const unit = joined.charCodeAt(index)
    // ASCII but for two signs is folded by lower case alone, all at once in the end.
    if (unit < beyondAscii && unit !== apostrophe && unit !== accent) continue
    const beyond = unit < commonUnits ? undefined : String.fromCodePoint(joined.codePointAt(index) ?? unit)
    folded += joined.slice(taken, index) + (beyond === undefined ? foldUnit(unit) : foldLetter(beyond))
    if (beyond !== undefined) index += beyond.length - 1
    taken = index + 1
  }
  return (taken === 0 ? joined : folded + joined.slice(taken)).toLowerCase()
}

/** The words of a folded text: runs of letters and digits. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The alphabets of Europe and the Near East, accents and typographer's signs end before this. */
const commonUnits = 0x2100
const foldedUnits: (string | undefined)[] = Array.from({ length: commonUnits })

function foldUnit(unit: number): string {
  const known = foldedUnits[unit] ?? foldLetter(String.fromCharCode(unit))
  foldedUnits[unit] = known
  return known
}

const folds = new Map<string, string>()

function foldLetter(letter: string): string {
  const known = folds.get(letter)
  if (known !== undefined) return known
  const piece = letter === 'й' || letter === 'Й' ? 'й' : foldApart(letter)
  // All letters of all alphabets in use fit; a text of rare signs shall not grow this for ever.
  if (folds.size < 20_000) folds.set(letter, piece)
  return piece
}

function foldApart(letter: string): string {
  if (LEFT_OUT.test(letter)) return ''
  let piece = ''
  for (const part of withAsciiDigits(letter.normalize('NFKD'))) {
    if (LEFT_OUT.test(part)) continue
    for (const lower of part.toLowerCase()) {
      if (!LEFT_OUT.test(lower)) piece += SAME_LETTERS.get(lower) ?? lower
    }
  }
  return piece
}
