import { closeSync, openSync, readSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { scannerFor } from './planted-texts.ts'
import type { Hit } from './planted-texts.ts'

export type FileHit = Hit & { file: string }
export type ScanResult = { files: string[]; bytes: number; hits: FileHit[] }

const chunk = 8 * 1024 * 1024
/** A text may stand across two chunks: each is read with the end of the one before. The longest form is far shorter. */
const overlap = 64 * 1024

/** Every regular file under a folder, hidden ones too. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** Reads every file under the folders, names included, and tells where any of the texts stands in any form. */
export function scanFolders(folders: readonly string[], texts: readonly string[]): ScanResult {
  const scan = scannerFor(texts)
  const files = folders.flatMap(filesUnder)
  const hits: FileHit[] = []
  let bytes = 0
  const buffer = Buffer.alloc(chunk + overlap)
  for (const file of files) {
    hits.push(...scan(Buffer.from(file)).map((hit) => ({ ...hit, form: `${hit.form}, in the file's name`, file })))
    const open = openSync(file, 'r')
    try {
      let kept = 0
      let from = 0
      for (;;) {
        const read = readSync(open, buffer, kept, chunk, null)
        if (read === 0) break
        bytes += read
        const filled = kept + read
        hits.push(...scan(buffer.subarray(0, filled)).map((hit) => ({ ...hit, at: hit.at + from, file })))
        const next = Math.min(overlap, filled)
        buffer.copyWithin(0, filled - next, filled)
        from += filled - next
        kept = next
      }
    } finally {
      closeSync(open)
    }
  }
  return { files, bytes, hits }
}

/** Hits in words that fit a failed expectation. */
export const hitsInWords = (hits: readonly FileHit[]): string[] =>
  hits.map(({ file, text, form, at }) => `"${text}" (${form}) at ${at} of ${file}`)
