import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** What a sub-key is for. Each label gives an unrelated key, so that one key never serves two purposes (security rule 6). */
export type KeyPurpose =
  | 'database'
  | 'drafts'
  | 'audit'
  | 'head'
  | 'header'
  | 'slot-labels'
  | 'keys'
  | 'export'
  | 'backup'
  | 'backup-contents'

/** Bytes sealed with AES-256-GCM: 96-bit random nonce, 128-bit tag, all base64. */
export type Sealed = { nonce: string; ciphertext: string; tag: string }

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** Overwrites secrets that are no longer needed. Garbage collection would leave them in memory for as long as it likes. */
export function wipe(...secrets: (Uint8Array | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0)
}

/** The sub-key of a purpose: HKDF-SHA256 over the data key, with the vault's id as salt. 32 bytes. */
export function subKey(dataKey: Buffer, vaultId: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.from(vaultId, 'utf8'), Buffer.from(`habeas/1/${purpose}`, 'utf8'), keyBytes))
}

/** A key that MACs many messages: Node prepares it once, which is five times faster than a Buffer for each message. */
export type MacKey = KeyObject

/** A sub-key as a MAC key; its bytes lie outside the heap and are cleared by OpenSSL when it is let go. */
export function macKey(dataKey: Buffer, vaultId: string, purpose: KeyPurpose): MacKey {
  const bytes = subKey(dataKey, vaultId, purpose)
  try {
    return createSecretKey(bytes)
  } finally {
    wipe(bytes)
  }
}

/** HMAC-SHA256 of a message. */
export const mac = (key: Buffer | MacKey, message: Buffer | string): Buffer => createHmac('sha256', key).update(message).digest()

/** Compares two MACs in constant time; false too where the lengths differ. */
export const sameMac = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

/** Encrypts `plain` with AES-256-GCM under a fresh nonce; `associated` is authenticated with it and not stored. */
export function seal(key: Buffer, plain: Buffer, associated: Buffer): Sealed {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(associated)
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  return { nonce: nonce.toString('base64'), ciphertext: ciphertext.toString('base64'), tag: cipher.getAuthTag().toString('base64') }
}

/** Decrypts what `seal` made, or answers undefined where key, bytes or associated data are not the same. */
export function unseal(key: Buffer, sealed: Sealed, associated: Buffer): Buffer | undefined {
  const nonce = Buffer.from(sealed.nonce, 'base64')
  const tag = Buffer.from(sealed.tag, 'base64')
  if (nonce.length !== nonceBytes || tag.length !== tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(associated)
  decipher.setAuthTag(tag)
  const plain = decipher.update(Buffer.from(sealed.ciphertext, 'base64'))
  try {
    return Buffer.concat([plain, decipher.final()])
  } catch {
    // An authentication failure is the ordinary answer to a wrong key, not a fault of the program.
    return undefined
  } finally {
    plain.fill(0)
  }
}
