import { createHmac, pbkdf2Sync } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

import { sameMac, wipe } from './secrets.ts'

/** What reading every page of a file found: how many there are, and the numbers (from 1) of those that fail. */
export type PageReport = { pages: number; failed: number[]; cutShort: boolean }

export const pageSize = 4096
const saltBytes = 16
const macBytes = 64
/** Initialization vector and MAC stand at the end of each page, 80 bytes in all. */
const reservedBytes = 80

/**
 * Checks the MAC of every page of a SQLCipher 4 file, free ones included, which no query and no `integrity_check`
 * reads. By the format: HMAC-SHA512 over ciphertext, vector and page number (little endian), under a key that PBKDF2
 * makes in two rounds from the raw key and the file's salt with each byte xor 0x3a. The salt heads the first page.
 * The write-ahead log must be empty.
 */
export function checkPages(file: string, key: Buffer): PageReport {
  const handle = openSync(file, 'r')
  const failed: number[] = []
  const page = Buffer.alloc(pageSize)
  let macKey: Buffer | undefined
  try {
    let number = 0
    for (;;) {
      const read = readSync(handle, page, 0, pageSize, number * pageSize)
      if (read === 0) return { pages: number, failed, cutShort: false }
      if (read < pageSize) return { pages: number, failed, cutShort: true }
      number += 1
      macKey ??= pageMacKey(key, page.subarray(0, saltBytes))
      if (!isSoundPage(page, number, macKey)) failed.push(number)
    }
  } finally {
    closeSync(handle)
    wipe(macKey)
  }
}

/** The key of the pages' MACs, out of the raw key and the 16 bytes that head the file. */
export const pageMacKey = (key: Buffer, salt: Buffer): Buffer =>
  pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512')

/** Whether a page, encrypted, is as it was written at this number. */
export function isSoundPage(page: Buffer, number: number, macKey: Buffer): boolean {
  const position = Buffer.alloc(4)
  position.writeUInt32LE(number)
  const macAt = pageSize - reservedBytes + 16
  const expected = createHmac('sha512', macKey)
    .update(page.subarray(number === 1 ? saltBytes : 0, macAt))
    .update(position)
    .digest()
  return sameMac(expected, page.subarray(macAt, macAt + macBytes))
}
