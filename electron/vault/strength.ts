import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { wordlist as englishWords } from '@scure/bip39/wordlists/english.js'
import { wordlist as frenchWords } from '@scure/bip39/wordlists/french.js'
import { wordlist as spanishWords } from '@scure/bip39/wordlists/spanish.js'
import { randomInt } from 'node:crypto'

import type { Language } from '../contract/index.ts'
import { VaultError } from './errors.ts'

/** How hard a passphrase is to guess, as zxcvbn sees it; `warning` and `suggestions` are codes. */
export type Strength = { acceptable: boolean; score: number; guessesLog10: number; warning: string | null; suggestions: string[] }

/**
 * Guesses that a passphrase must withstand, as a base-10 logarithm. At a thousand Argon2id trials a second, which needs
 * half a terabyte of fast memory, 10^12 take about thirty years.
 */
const leastGuessesLog10 = 12
/** zxcvbn's time grows with the square of the length; beyond this, more characters no longer matter. */
const mostCharactersRead = 128
/** Eleven bits a word: 77 bits, 10^23 guesses. */
const suggestedWords = 7

let estimator: Promise<ZxcvbnFactory> | undefined

// The word lists weigh megabytes and are wanted only while a passphrase is being chosen.
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Estimator }, common, english, spanish] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-es-es'),
  ])
  return new Estimator({
    dictionary: { ...common.dictionary, ...english.dictionary, ...spanish.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: mostCharactersRead,
  })
}

/** Estimates a passphrase. `related` are words that an attacker would try first: the vault's title, the person's name. */
export async function passphraseStrength(passphrase: string, related: readonly string[] = []): Promise<Strength> {
  estimator ??= loadEstimator()
  const words = related.flatMap((entry) => [entry, ...entry.split(/\s+/u)]).filter((word) => word.length > 2)
  const { score, guessesLog10, feedback } = (await estimator).check(passphrase.normalize('NFKC').slice(0, mostCharactersRead), words)
  return {
    acceptable: guessesLog10 >= leastGuessesLog10,
    score,
    guessesLog10,
    warning: feedback.warning || null,
    suggestions: feedback.suggestions,
  }
}

/** @throws {VaultError} `weak_passphrase` with the reason's code */
export async function refuseWeak(passphrase: string, related: readonly string[]): Promise<void> {
  const { acceptable, warning } = await passphraseStrength(passphrase, related)
  if (!acceptable) throw new VaultError('weak_passphrase', { reason: warning ?? 'too_easy' })
}

// There is no Arabic list, and letters of the Latin alphabet can be typed on the keyboard of any borrowed computer.
const wordLists: Readonly<Record<Language, readonly string[]>> = { en: englishWords, es: spanishWords, fr: frenchWords, ar: englishWords }

/** A passphrase of random words of a language, 77 bits, drawn from the system's generator without bias. */
export function suggestPassphrase(language: Language): string {
  const words = wordLists[language]
  return Array.from({ length: suggestedWords }, () => (words[randomInt(words.length)] ?? '').normalize('NFC')).join(' ')
}
