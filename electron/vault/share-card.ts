import { wordlist } from '@scure/bip39/wordlists/english.js'
import { createHash } from 'node:crypto'

import { base32Digits } from './recovery-code.ts'

/** What one card holds. `share` is 33 bytes of Shamir's scheme over GF(2⁸), the last its place on the curve. */
export type ShareCard = { setId: string; number: number; needed: number; total: number; share: Uint8Array }

export const mostCards = 9
const version = 1
const shareBytes = 33
const checkBytes = 3
/** Version and number, needed and total in four bits each; set id; share; the first bytes of a hash of all that. */
const cardBytes = 2 + 4 + shareBytes + checkBytes
const wordBits = 11
const digitBits = 5
const wordCount = Math.ceil((cardBytes * 8) / wordBits)
const digitCount = Math.ceil((cardBytes * 8) / digitBits)
const textHead = 'HABEAS1'

const checkOf = (content: Uint8Array): Buffer =>
  createHash('sha256').update('habeas/1/share').update(content).digest().subarray(0, checkBytes)

function bytesOfCard({ setId, number, needed, total, share }: ShareCard): Buffer {
  const content = Buffer.concat([
    Buffer.from([(version << 4) | number, (needed << 4) | total]),
    Buffer.from(setId, 'hex'),
    Buffer.from(share.buffer, share.byteOffset, share.byteLength),
  ])
  return Buffer.concat([content, checkOf(content)])
}

/** Cuts bytes into pieces of so many bits, the highest first; the last is filled up with zeros. */
function piecesOf(bytes: Buffer, bits: number): number[] {
  const count = Math.ceil((bytes.length * 8) / bits)
  const whole = BigInt(`0x${bytes.toString('hex')}`) << BigInt(count * bits - bytes.length * 8)
  return Array.from({ length: count }, (_, place) => Number((whole >> BigInt((count - 1 - place) * bits)) & ((1n << BigInt(bits)) - 1n)))
}

/** The way back, or undefined where what fills up the last piece is not zero. */
function bytesOfPieces(pieces: readonly number[], bits: number): Buffer | undefined {
  const spare = BigInt(pieces.length * bits - cardBytes * 8)
  let whole = 0n
  for (const piece of pieces) whole = (whole << BigInt(bits)) | BigInt(piece)
  if (whole & ((1n << spare) - 1n)) return undefined
  return Buffer.from((whole >> spare).toString(16).padStart(cardBytes * 2, '0'), 'hex')
}

/** A card as 31 words of the BIP-39 English list. */
export const wordsOfCard = (card: ShareCard): string[] => piecesOf(bytesOfCard(card), wordBits).map((index) => wordlist[index] ?? '')

/** A card as the text of its QR code, which also names the vault: capitals, digits, `:` and `-`, which pack tightly. */
export const textOfCard = (card: ShareCard, vaultNumber: string): string =>
  `${textHead}:${vaultNumber.toUpperCase()}:${piecesOf(bytesOfCard(card), digitBits)
    .map((value) => base32Digits.charAt(value))
    .join('')}`

export type ReadCard =
  | { state: 'ok'; card: ShareCard; vaultNumber?: string }
  | { state: 'mistyped'; word?: number }
  | { state: 'unreadable' }

function cardOfBytes(bytes: Buffer | undefined): ShareCard | 'mistyped' | 'unreadable' {
  if (bytes === undefined) return 'mistyped'
  const content = bytes.subarray(0, -checkBytes)
  if (!checkOf(content).equals(bytes.subarray(-checkBytes))) return 'mistyped'
  const [first = 0, second = 0] = bytes
  const card = {
    setId: content.toString('hex', 2, 6),
    number: first & 15,
    needed: second >> 4,
    total: second & 15,
    share: new Uint8Array(content.subarray(6)),
  }
  const sound =
    first >> 4 === version &&
    card.needed >= 2 &&
    card.needed <= card.total &&
    card.total <= mostCards &&
    card.number >= 1 &&
    card.number <= card.total &&
    card.share.at(-1) !== 0
  // A check that fits over contents that don't was made by another version of this program, or by somebody else.
  return sound ? card : 'unreadable'
}

/** Reads a card as somebody typed it: its words (the first four letters are enough), or the text of its QR code. */
export function readCard(typed: string): ReadCard {
  const plain = typed.normalize('NFKC').trim()
  return plain.toUpperCase().startsWith(textHead) || /^\S{40,}$/.test(plain)
    ? readText(plain.toUpperCase())
    : readWords(plain.toLowerCase())
}

const told = (found: ShareCard | 'mistyped' | 'unreadable', vaultNumber?: string): ReadCard => {
  if (typeof found === 'string') return { state: found }
  return vaultNumber === undefined ? { state: 'ok', card: found } : { state: 'ok', card: found, vaultNumber }
}

function readText(text: string): ReadCard {
  const parts = text.replaceAll(/\s/g, '').split(':')
  const digits = parts.at(-1)?.replaceAll('O', '0').replaceAll(/[IL]/g, '1') ?? ''
  const values = [...digits].map((digit) => base32Digits.indexOf(digit))
  if (values.length !== digitCount || values.includes(-1)) return { state: parts[0] === textHead ? 'mistyped' : 'unreadable' }
  const vaultNumber = parts.length === 3 ? parts[1]?.toLowerCase() : undefined
  return told(cardOfBytes(bytesOfPieces(values, digitBits)), vaultNumber)
}

/** The first four letters tell the list's words apart. */
const indexOfStart = new Map(wordlist.map((word, index) => [word.slice(0, 4), index]))

function indexOfWord(typed: string): number | undefined {
  const index = indexOfStart.get(typed.slice(0, 4))
  return index !== undefined && wordlist[index]?.startsWith(typed) === true ? index : undefined
}

function readWords(text: string): ReadCard {
  // Cards number their words, and so may whoever copies them.
  const typed = text.split(/[^\p{L}]+/u).filter((word) => word !== '')
  const indexes = typed.map(indexOfWord)
  const known = indexes.filter((index) => index !== undefined)
  if (known.length < wordCount / 2) return { state: 'unreadable' }
  const unknown = indexes.indexOf(undefined)
  if (unknown !== -1) return { state: 'mistyped', word: unknown + 1 }
  return known.length === wordCount ? told(cardOfBytes(bytesOfPieces(known, wordBits))) : { state: 'mistyped' }
}
