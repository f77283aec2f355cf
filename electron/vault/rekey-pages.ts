import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { VaultError } from './errors.ts'
import { lockPage } from './pages.ts'
import { sameMac, wipe } from './secrets.ts'

const pageSize = 4096
const saltBytes = 16
const vectorBytes = 16
const macBytes = 64
const vectorAt = pageSize - vectorBytes - macBytes
const macAt = pageSize - macBytes
const pagesATime = 256

type Keys = { cipher: Buffer; mac: Buffer }

/** SQLCipher 4: pages under the raw key, their MACs under what PBKDF2 makes of it in two rounds with the salt xor 0x3a. */
const keysOf = (key: Buffer, salt: Buffer): Keys => ({
  cipher: key,
  mac: pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512'),
})

function macOf(page: Buffer, start: number, number: number, key: Buffer): Buffer {
  const position = Buffer.alloc(4)
  position.writeUInt32LE(number)
  return createHmac('sha512', key).update(page.subarray(start, macAt)).update(position).digest()
}

/** Decrypts a page under the old key and encrypts it in its place under the new one, with a vector of its own. */
function turnPage(page: Buffer, number: number, from: Keys, to: Keys, what: string): void {
  const start = number === 1 ? saltBytes : 0
  if (!sameMac(macOf(page, start, number, from.mac), page.subarray(macAt))) throw new VaultError('damaged', { what, page: number })
  const decipher = createDecipheriv('aes-256-cbc', from.cipher, page.subarray(vectorAt, macAt))
  decipher.setAutoPadding(false)
  const plain = decipher.update(page.subarray(start, vectorAt))
  decipher.final()
  // Bytes 18 and 19 of a database: 1, not 2 for a write-ahead log. The log is empty, and the copy is left as a closed vault is.
  if (number === 1) plain.fill(1, 2, 4)
  const vector = randomBytes(vectorBytes)
  const cipher = createCipheriv('aes-256-cbc', to.cipher, vector)
  cipher.setAutoPadding(false)
  cipher.update(plain).copy(page, start)
  cipher.final()
  wipe(plain)
  vector.copy(page, vectorAt)
  macOf(page, start, number, to.mac).copy(page, macAt)
}

type PagesWork = { from: string; to: string; oldKey: Buffer; newKey: Buffer; what: string; onProgress: (share: number) => void }

/**
 * Writes a database file anew under another key, page by page: each page's MAC is checked, so that damage stops it, and
 * nothing is ever on the disk in clear. The file's log must be empty, and nobody may write to it meanwhile. The copy is
 * durable when this resolves; other work gets its turn now and then.
 * @throws {VaultError} `damaged` (`what`, `page`), and what the system says of a full disk
 */
export async function copyUnderNewKey({ from, to, oldKey, newKey, what, onProgress }: PagesWork): Promise<void> {
  const source = openSync(from, 'r')
  let target: number | undefined
  const chunk = Buffer.alloc(pagesATime * pageSize)
  let oldKeys: Keys | undefined
  let newKeys: Keys | undefined
  try {
    target = openSync(to, 'wx', 0o600)
    const { size } = fstatSync(source)
    if (size === 0 || size % pageSize !== 0) throw new VaultError('damaged', { what })
    for (let at = 0; at < size;) {
      const read = readSync(source, chunk, 0, chunk.length, at)
      if (read === 0 || read % pageSize !== 0) throw new VaultError('damaged', { what })
      for (let inside = 0; inside < read; inside += pageSize) {
        const page = chunk.subarray(inside, inside + pageSize)
        const number = (at + inside) / pageSize + 1
        if (number === lockPage) continue
        oldKeys ??= keysOf(oldKey, page.subarray(0, saltBytes))
        const salt = number === 1 ? randomBytes(saltBytes) : undefined
        newKeys ??= keysOf(newKey, salt ?? Buffer.alloc(saltBytes))
        turnPage(page, number, oldKeys, newKeys, what)
        salt?.copy(page)
      }
      let written = 0
      while (written < read) written += writeSync(target, chunk, written, read - written, at + written)
      at += read
      onProgress(at / size)
      await nextTurn()
    }
    fsyncSync(target)
  } finally {
    closeSync(source)
    if (target !== undefined) closeSync(target)
    wipe(oldKeys?.mac, newKeys?.mac)
  }
}
