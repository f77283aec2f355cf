import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { VaultError } from './errors.ts'
import { isSoundPage, lockPage, macAt, pageMac, pageMacKey, pageSize, saltBytes, vectorAt, vectorBytes } from './pages.ts'
import { wipe } from './secrets.ts'

const pagesATime = 256

export type PageTurner = {
  /** Puts a page, in place, from the old key under the new one, with a vector of its own. Of a file, the first page comes first. */
  turn(page: Buffer, number: number): void
  /** Wipes what was made of the keys. */
  end(): void
}
type TurnerParts = {
  oldKey: Buffer
  newKey: Buffer
  /** Told of a page whose MAC doesn't fit; where it returns, what the page holds is kept, and its new MAC doesn't fit either. */
  onDamaged: (number: number) => void
  /** The copy is left as a closed vault is: bytes 18 and 19 of a database are 1, not 2 for a write-ahead log. */
  closed: boolean
}

/** SQLCipher 4: pages under the raw key, their MACs under what `pageMacKey` makes of it and the salt that heads the file. */
export function pageTurner({ oldKey, newKey, onDamaged, closed }: TurnerParts): PageTurner {
  const salt = randomBytes(saltBytes)
  const newMacKey = pageMacKey(newKey, salt)
  let oldMacKey: Buffer | undefined
  return {
    turn(page, number) {
      // Never written by SQLite, and without a MAC: whatever stands there is of no use under any key.
      if (number === lockPage) {
        page.fill(0)
        return
      }
      oldMacKey ??= pageMacKey(oldKey, page.subarray(0, saltBytes))
      const start = number === 1 ? saltBytes : 0
      const sound = isSoundPage(page, number, oldMacKey)
      if (!sound) onDamaged(number)
      const decipher = createDecipheriv('aes-256-cbc', oldKey, page.subarray(vectorAt, macAt))
      decipher.setAutoPadding(false)
      const plain = decipher.update(page.subarray(start, vectorAt))
      decipher.final()
      if (number === 1 && closed) plain.fill(1, 2, 4)
      const vector = randomBytes(vectorBytes)
      const cipher = createCipheriv('aes-256-cbc', newKey, vector)
      cipher.setAutoPadding(false)
      cipher.update(plain).copy(page, start)
      cipher.final()
      wipe(plain)
      vector.copy(page, vectorAt)
      if (number === 1) salt.copy(page)
      const mac = pageMac(page, number, newMacKey)
      if (!sound) mac.fill(0)
      mac.copy(page, macAt)
    },
    end: () => wipe(oldMacKey, newMacKey),
  }
}

type PagesWork = { from: string; to: string; oldKey: Buffer; newKey: Buffer; what: string; onProgress: (share: number) => void }

/**
 * Writes a database file anew under another key, page by page: each page's MAC is checked, so that damage stops it, and
 * nothing is ever on the disk in clear. The file's log must be empty, and nobody may write to it meanwhile. The copy is
 * durable when this resolves; other work gets its turn now and then.
 * @throws {VaultError} `damaged` (`what`, `page`), and what the system says of a full disk
 */
export async function copyUnderNewKey({ from, to, oldKey, newKey, what, onProgress }: PagesWork): Promise<void> {
  const onDamaged = (page: number): never => {
    throw new VaultError('damaged', { what, page })
  }
  const source = openSync(from, 'r')
  const turner = pageTurner({ oldKey, newKey, onDamaged, closed: true })
  let target: number | undefined
  const chunk = Buffer.alloc(pagesATime * pageSize)
  try {
    target = openSync(to, 'wx', 0o600)
    const { size } = fstatSync(source)
    if (size === 0 || size % pageSize !== 0) throw new VaultError('damaged', { what })
    for (let at = 0; at < size;) {
      const read = readSync(source, chunk, 0, chunk.length, at)
      if (read === 0 || read % pageSize !== 0) throw new VaultError('damaged', { what })
      for (let inside = 0; inside < read; inside += pageSize)
        turner.turn(chunk.subarray(inside, inside + pageSize), (at + inside) / pageSize + 1)
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
    turner.end()
  }
}
