/** So few letters can't have been meant as a word of their own, unless they are one. */
const fewestLetters = 3

/** The words that may be meant by what was begun, first to last; none for nothing. */
export function wordsFrom(begun: string, list: readonly string[], most = 6): string[] {
  const letters = begun.trim().toLowerCase()
  if (letters === '') return []
  const found: string[] = []
  for (const word of list) {
    if (word.startsWith(letters)) found.push(word)
    if (found.length === most) break
  }
  return found
}

/** The one word that is meant, or null while it could be several or none. A whole word is meant even where a longer one begins with it. */
export function onlyWord(begun: string, list: readonly string[]): string | null {
  const found = wordsFrom(begun, list)
  const letters = begun.trim().toLowerCase()
  if (found.includes(letters)) return letters
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The word that is being typed at the end; empty after a space. */
export const lastWord = (text: string): string => /[A-Za-z]*$/.exec(text)?.[0] ?? ''

/**
 * What was typed with the word before the last space completed, once a space says that it is finished: the first four letters
 * of a word are enough. Anything else stays as it was typed.
 */
export function completed(before: string, typed: string, list: readonly string[]): string {
  // Only a space that was just typed at the end completes; what was pasted or mended in the middle is left alone.
  if (typed !== `${before} `) return typed
  const begun = lastWord(before)
  const word = begun.length >= fewestLetters ? onlyWord(begun, list) : null
  return word === null ? typed : `${before.slice(0, before.length - begun.length)}${word} `
}

/** Cards that were pasted together: parted by an empty line, or by lines that are each a whole code of their own. */
export function partCards(text: string): string[] {
  const parts = text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.flatMap((part) => {
    const lines = part.split('\n').map((line) => line.trim())
    return lines.length > 1 && lines.every((line) => line.includes(':')) ? lines : [part]
  })
}

/** Words on each card. */
export const wordsOfCard = 31

/** How many words stand there; the numbers before them may be typed along. */
export const wordCount = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0

/** Whether it is the text of a card's QR code rather than its words. */
export const isCodeText = (text: string): boolean => /^\s*HABEAS/i.test(text)
