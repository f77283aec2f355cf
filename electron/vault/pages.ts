import { createHmac, createSecretKey, pbkdf2Sync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

import { sameMac, wipe } from './secrets.ts'

/**
 * The page over the byte at 1 GiB, on which SQLite takes its locks. It is never written and so carries no MAC
 * (SQLite's file format, 1.5 "The Lock-Byte Page").
 */
export const lockPage = 2 ** 30 / 4096 + 1

/** What reading every page of a file found: how many there are, and the numbers (from 1) of those that fail. */
export type PageReport = { pages: number; failed: number[]; cutShort: boolean }

export const pageSize = 4096
export const saltBytes = 16
export const vectorBytes = 16
/** Initialization vector and MAC stand at the end of each page, 80 bytes in all. */
export const macAt = pageSize - 64
export const vectorAt = macAt - vectorBytes
/** Read at once: many pages, and little memory. */
const chunkBytes = 256 * pageSize

/**
 * Checks the MAC of every page of a SQLCipher 4 file, free ones included, which no query and no `integrity_check`
 * reads. By the format: HMAC-SHA512 over ciphertext, vector and page number (little endian), under a key that PBKDF2
 * makes in two rounds from the raw key and the file's salt with each byte xor 0x3a. The salt heads the first page.
 * The write-ahead log must be empty. `onProgress` is told the bytes read so far.
 */
export function checkPages(file: string, key: Buffer, onProgress: (bytes: number) => void = () => undefined): PageReport {
  const handle = openSync(file, 'r')
  const pages = pageChecker(key)
  const chunk = Buffer.alloc(chunkBytes)
  try {
    for (let position = 0; ;) {
      let filled = 0
      for (let read = -1; read !== 0 && filled < chunkBytes; filled += read)
        read = readSync(handle, chunk, filled, chunkBytes - filled, position + filled)
      if (filled === 0) return pages.report()
      pages.take(chunk.subarray(0, filled), position / pageSize + 1)
      position += filled
      onProgress(position)
      if (filled < chunkBytes) return pages.report()
    }
  } finally {
    closeSync(handle)
  }
}

/**
 * The same check for pages that come from somewhere else than a file of their own. Each chunk holds whole pages, in
 * order, and begins with the page of the number given, where it isn't the next one; only the last one may end within a
 * page, which is then cut short.
 */
export function pageChecker(key: Buffer): { take(chunk: Buffer, first?: number): void; report(): PageReport } {
  const found: PageReport = { pages: 0, failed: [], cutShort: false }
  let macKey: KeyObject | undefined
  return {
    take(chunk, first = found.pages + 1) {
      found.pages = first - 1
      for (let at = 0; at < chunk.length; at += pageSize) {
        const page = chunk.subarray(at, at + pageSize)
        if (page.length < pageSize) {
          found.cutShort = true
          return
        }
        found.pages += 1
        macKey ??= keyObject(key, page)
        if (found.pages !== lockPage && !isSoundPage(page, found.pages, macKey)) found.failed.push(found.pages)
      }
    },
    report: () => found,
  }
}

/** Node prepares such a key once, and not anew for each page. */
function keyObject(key: Buffer, firstPage: Buffer): KeyObject {
  const bytes = pageMacKey(key, firstPage.subarray(0, saltBytes))
  try {
    return createSecretKey(bytes)
  } finally {
    wipe(bytes)
  }
}

/** The key of the pages' MACs, out of the raw key and the 16 bytes that head the file. */
export const pageMacKey = (key: Buffer, salt: Buffer): Buffer =>
  pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512')

/** The MAC that belongs to a page, encrypted, at this number. */
export function pageMac(page: Buffer, number: number, macKey: Buffer | KeyObject): Buffer {
  const position = Buffer.alloc(4)
  position.writeUInt32LE(number)
  return createHmac('sha512', macKey)
    .update(page.subarray(number === 1 ? saltBytes : 0, macAt))
    .update(position)
    .digest()
}

/** Whether a page, encrypted, is as it was written at this number. */
export const isSoundPage = (page: Buffer, number: number, macKey: Buffer | KeyObject): boolean =>
  sameMac(pageMac(page, number, macKey), page.subarray(macAt, pageSize))
