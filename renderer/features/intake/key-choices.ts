import { withAsciiDigits } from '../../../electron/domain/digits.ts'

const folded = (text: string): string => withAsciiDigits(text.normalize('NFKD').replaceAll(/\p{M}/gu, '')).toLowerCase().trim()

/**
 * One key for each choice, no two the same: the first letter of its words, else another initial, else any other of its
 * letters. An empty text where all of its letters are taken: its place in the row is its key then.
 */
export function keysOf(labels: readonly string[]): string[] {
  const taken = new Set<string>()
  return labels.map((label) => {
    const words = folded(label).match(/[\p{L}\p{N}]+/gu) ?? []
    const letters = [...words.map((word) => [...word][0] ?? ''), ...words.flatMap((word) => [...word].slice(1))]
    const key = letters.find((letter) => letter !== '' && !taken.has(letter)) ?? ''
    taken.add(key)
    return key
  })
}

type Press = { key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/**
 * Which choice a key press picks: by its letter, by its place in the row, or by the letter printed on the key in Latin
 * script where another script is typed. -1 where none.
 */
export function choiceOfKey(keys: readonly string[], press: Press): number {
  if (press.ctrlKey || press.metaKey || press.altKey || [...press.key].length !== 1) return -1
  const typed = folded(press.key)
  const byLetter = typed === '' ? -1 : keys.indexOf(typed)
  if (byLetter >= 0) return byLetter
  if (/^[1-9]$/.test(typed)) return Number(typed) <= keys.length ? Number(typed) - 1 : -1
  const printed = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase()
  return printed === undefined || /[a-z]/.test(typed) ? -1 : keys.indexOf(printed)
}
