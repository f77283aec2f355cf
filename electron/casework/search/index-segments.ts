import type { Connection } from '../../vault/pragmas.ts'

/** Mark of the newer form of the structure record, behind its cookie of four bytes. */
const newerForm = 0xff000001

/**
 * Whether a full-text index's table of terms (`…_idx`) speaks of the very segments that the index is made of. FTS5's own
 * check passes over entries of segments that are gone, and over those that are missing; a page of it as it was before is
 * found here. The structure record is row 10 of `…_data`: numbers of variable length, big end first.
 */
export function hasOwnSegments(db: Connection, name: string): boolean {
  const record = db.prepare<[], Buffer>(`SELECT block FROM ${name}_data WHERE id = 10`).pluck().get()
  if (record === undefined) return false
  const listed = new Set(db.prepare<[], number>(`SELECT DISTINCT segid FROM ${name}_idx`).pluck().all())
  const segments = segmentsOf(record)
  return segments !== undefined && segments.length === listed.size && segments.every((segment) => listed.has(segment))
}

/** Numbers of the segments that a structure record names; undefined where it can't be read. */
function segmentsOf(record: Buffer): number[] | undefined {
  const isNewer = record.length >= 8 && record.readUInt32BE(4) === newerForm
  let at = isNewer ? 8 : 4
  const number = (): number => {
    let value = 0
    for (let read = 0; read < 9; read += 1) {
      const byte = record.readUInt8(at)
      at += 1
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) break
    }
    return value
  }
  try {
    const levels = number()
    const expected = number()
    // How often it was written.
    number()
    const segments: number[] = []
    for (let level = 0; level < levels; level += 1) {
      // How many are being merged, and how many there are.
      number()
      const count = number()
      for (let segment = 0; segment < count; segment += 1) {
        segments.push(number())
        // First and last page; in the newer form where it came from, and what was taken out of it.
        for (let skipped = 0; skipped < (isNewer ? 7 : 2); skipped += 1) number()
      }
    }
    return segments.length === expected ? segments : undefined
  } catch {
    return undefined
  }
}
