import { wordlist } from '@scure/bip39/wordlists/english.js'
import { createHash } from 'node:crypto'

/** Number, time and four words of the last change (security rule 15). `at` is UTC milliseconds, null before the first. */
export type Fingerprint = { changeNo: number; at: number | null; words: string[] }

const bitsPerWord = 11n
const wordCount = 4

/**
 * Four words for a state of the vault, which a person can compare with a note on paper: the first 44 bits of
 * SHA-256 over the last change's place in the chain, eleven bits a word of the BIP-39 English list.
 */
export function fingerprintWords(hash: Buffer): string[] {
  const digest = createHash('sha256').update('habeas/1/fingerprint').update(hash).digest()
  const bits = digest.readBigUInt64BE(0)
  return Array.from({ length: wordCount }, (_, place) => {
    const index = Number((bits >> (64n - bitsPerWord * BigInt(place + 1))) & 0x7ffn)
    return wordlist[index] ?? ''
  })
}
