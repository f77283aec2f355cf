import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'

const pageSize = 4096
const saltBytes = 16
/** Initialization vector and MAC stand at the end of each page. */
const reservedBytes = 80
const [logHeader, frameHeader] = [32, 24]

export type PlainPage = { file: string; page: number; bytes: Buffer }

/**
 * Every page of an SQLCipher 4 database and of its write-ahead log, decrypted without SQLite: also free pages, and what
 * stands between the cells of a page, which no query reads.
 */
export function* decryptedPages(file: string, key: Buffer): Generator<PlainPage> {
  const bytes = readFileSync(file)
  if (file.endsWith('-wal')) {
    for (let at = logHeader; at + frameHeader + pageSize <= bytes.length; at += frameHeader + pageSize)
      yield {
        file,
        page: bytes.readUInt32BE(at),
        bytes: decrypted(bytes.subarray(at + frameHeader, at + frameHeader + pageSize), bytes.readUInt32BE(at), key),
      }
    return
  }
  for (let at = 0, page = 1; at + pageSize <= bytes.length; at += pageSize, page += 1)
    yield { file, page, bytes: decrypted(bytes.subarray(at, at + pageSize), page, key) }
}

function decrypted(page: Buffer, number: number, key: Buffer): Buffer {
  const vectorAt = pageSize - reservedBytes
  const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(vectorAt, vectorAt + 16)).setAutoPadding(false)
  const plain = Buffer.concat([cipher.update(page.subarray(number === 1 ? saltBytes : 0, vectorAt)), cipher.final()])
  return number === 1 ? Buffer.concat([Buffer.from('SQLite format 3\0'), plain]) : plain
}
