import { hkdfSync, randomBytes } from 'node:crypto'

import { VaultError } from './errors.ts'
import { wipe } from './secrets.ts'

/** Crockford's base 32: no I, L, O or U, so that nothing on paper can be taken for something else. */
export const base32Digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const groups = 7
const digitsOfGroup = 4
const groupLength = digitsOfGroup + 1
/** 140 bits: far beyond guessing, so that no Argon2id need stand before it. */
const digits = groups * digitsOfGroup

const double = (element: number): number => (element & 16 ? ((element << 1) ^ 0b100101) & 31 : element << 1)

/**
 * The check digit of a group, in GF(32) with x⁵ + x² + 1: its number + 2·d₁ + 4·d₂ + 8·d₃ + 16·d₄. It notices each wrong
 * digit, each two that changed places, and groups that did; and it says in which group.
 */
function checkDigit(group: number, values: readonly number[]): number {
  let sum = group
  let weight = 2
  for (const value of values) {
    sum ^= product(value, weight)
    weight = double(weight)
  }
  return sum
}

function product(a: number, b: number): number {
  let result = 0
  for (let bit = 16; bit >= 1; bit >>= 1) {
    result = double(result)
    if (b & bit) result ^= a
  }
  return result
}

/** Writes 28 digits as people see them: seven groups of four and a check digit, with dashes. */
export function writeCode(secret: readonly number[]): string {
  return Array.from({ length: groups }, (_, place) => {
    const values = secret.slice(place * digitsOfGroup, (place + 1) * digitsOfGroup)
    return [...values, checkDigit(place + 1, values)].map((value) => base32Digits.charAt(value)).join('')
  }).join('-')
}

/** A new recovery code, of 140 random bits. */
export function newRecoveryCode(): string {
  const random = randomBytes(digits)
  try {
    // 256 is a multiple of 32, so that the low five bits of a random byte are as random.
    return writeCode([...random].map((byte) => byte & 31))
  } finally {
    wipe(random)
  }
}

/** What a typed code is: its 28 digits as ASCII, which the caller wipes, or the first group (from 1) that is mistyped. */
export type ReadCode = { state: 'ok'; key: Buffer } | { state: 'mistyped'; group: number }

const separators = /[\s\p{Pd}_.,:;·]+/gu

/** Reads a code as somebody typed it: small letters, spaces or none, O for 0, I or L for 1. */
export function readCode(typed: string): ReadCode {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const parts = plain.split(separators).filter((part) => part !== '')
  // Written in its groups, a lost or an added digit is known by its group; else all behind it has moved.
  const written = parts.length === groups ? parts : (parts.join('').match(/.{1,5}/gsu) ?? [])
  const secret: string[] = []
  for (let group = 1; group <= groups; group += 1) {
    const text = written[group - 1] ?? ''
    const values = [...text].map((digit) => base32Digits.indexOf(digit))
    const sound = values.length === groupLength && !values.includes(-1)
    if (!sound || checkDigit(group, values.slice(0, digitsOfGroup)) !== values[digitsOfGroup]) return { state: 'mistyped', group }
    secret.push(text.slice(0, digitsOfGroup))
  }
  if (written.length > groups) return { state: 'mistyped', group: groups }
  return { state: 'ok', key: Buffer.from(secret.join(''), 'ascii') }
}

/** @throws {VaultError} `recovery_refused` (mistyped, `group`). The caller wipes the answer. */
export function keyOfCode(typed: string): Buffer {
  const read = readCode(typed)
  if (read.state === 'mistyped') throw new VaultError('recovery_refused', { reason: 'mistyped', group: read.group })
  return read.key
}

/** What seals the data key in the slot of a recovery code or of shares: HKDF-SHA256 with the slot's salt. 32 bytes. */
export const recoveryWrappingKey = (kind: 'recovery_code' | 'recovery_shares', key: Uint8Array, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, Buffer.from(`habeas/1/${kind === 'recovery_code' ? 'recovery-code' : 'recovery-shares'}`), 32))
