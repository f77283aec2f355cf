import { closeSync, copyFileSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync } from 'node:fs'

export const headerBytes = 32
export const frameHeaderBytes = 24
const pageSize = 4096

/** One frame of a write-ahead log: a page as a transaction left it. `commit` ends a transaction. */
export type Frame = { page: number; commit: boolean; at: number }
/** What stands in a log. `broken` counts frames that can't belong to it; `cut`: the file ends within a frame. */
export type LogFrames = { frames: Frame[]; broken: number; cut: boolean }

export const logOf = (database: string): string => `${database}-wal`

/**
 * The frames of a log, in order, up to the last one that carries the log's own two salts: what stands behind it is left
 * over from an older use of the file. Nothing here is authenticated; each frame's page has its MAC.
 */
export function readFrames(database: string): LogFrames {
  const path = logOf(database)
  const none = { frames: [], broken: 0, cut: false }
  if (!existsSync(path)) return none
  const handle = openSync(path, 'r')
  try {
    const { size } = fstatSync(handle)
    if (size === 0) return none
    const count = Math.floor((size - headerBytes) / (frameHeaderBytes + pageSize))
    const head = Buffer.alloc(frameHeaderBytes)
    const all = Array.from({ length: Math.max(0, count) }, (_, index) => {
      const at = headerBytes + index * (frameHeaderBytes + pageSize)
      readSync(handle, head, 0, frameHeaderBytes, at)
      return {
        page: head.readUInt32BE(0),
        commit: head.readUInt32BE(4) !== 0,
        at: at + frameHeaderBytes,
        salts: head.toString('hex', 8, 16),
      }
    })
    const logHead = Buffer.alloc(headerBytes)
    readSync(handle, logHead, 0, headerBytes, 0)
    // The first frame is always of the newest use: it names the salts where the log's own head is damaged.
    const named = logHead.toString('hex', 16, 24)
    const salts = all.some((frame) => frame.salts === named) ? named : (all[0]?.salts ?? named)
    const end = all.findLastIndex((frame) => frame.salts === salts) + 1
    const frames = all.slice(0, end).filter((frame) => frame.salts === salts)
    const cut = end === all.length && size !== headerBytes + all.length * (frameHeaderBytes + pageSize)
    return { frames, broken: end - frames.length + (salts === named ? 0 : 1), cut }
  } finally {
    closeSync(handle)
  }
}

/** A log as it was before SQLite read it. */
export type KeptLog = { forget(): void; putBack(): void }

/**
 * Keeps a copy of the log while a database is opened and checked. SQLite ends a log at the first frame that doesn't fit
 * and removes it when it closes the file: where the opening is refused, frames behind a damaged one would be gone with it,
 * and with them what could still be saved. Without room for a copy (a full disk), a log that is `isWhole` needs none.
 */
export function keepLog(database: string, isWhole: () => boolean): KeptLog {
  const log = logOf(database)
  const kept = `${log}.kept`
  let there = existsSync(log)
  try {
    if (there) copyFileSync(log, kept)
  } catch (error) {
    rmSync(kept, { force: true })
    if (!isWhole()) throw error
    there = false
  }
  return {
    // Never taken for the log again by itself: an old log over a newer database would undo what came in between.
    forget: () => {
      rmSync(kept, { force: true })
      there = false
    },
    putBack: () => {
      if (there) renameSync(kept, log)
    },
  }
}
