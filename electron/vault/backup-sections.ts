import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'

import { damagedBackup, readAt, sectionAt } from './backup-format.ts'
import type { OpenedBackup, SectionName } from './backup-format.ts'
import { pageChecker } from './pages.ts'
import type { PageReport } from './pages.ts'

/** Read or written at once; memory stays this small whatever the size of the vault. A multiple of a page. */
const chunkBytes = 1024 * 1024

/** What passes through `eachChunk`. */
type Chunk = (bytes: Buffer) => void

/** Writes a buffer whole: the system may take a part of it at a time. */
export function writeWhole(handle: number, bytes: Buffer, position: number | null = null): void {
  let done = 0
  while (done < bytes.length) done += writeSync(handle, bytes, done, bytes.length - done, position === null ? null : position + done)
}

/** Hands on a stretch of an open file, a piece at a time; false where the file ends before it. */
export function eachChunk(handle: number, offset: number, length: number, take: Chunk): boolean {
  const chunk = Buffer.alloc(Math.min(chunkBytes, length))
  for (let done = 0; done < length;) {
    const wanted = Math.min(chunkBytes, length - done)
    let filled = 0
    for (let read = -1; read !== 0 && filled < wanted; filled += read)
      read = readSync(handle, chunk, filled, wanted - filled, offset + done + filled)
    take(chunk.subarray(0, filled))
    if (filled < wanted) return false
    done += wanted
  }
  return true
}

/** A small section's text, compared with its digest. @throws {VaultError} `damaged` (backup), naming the section */
export function smallSection(opened: OpenedBackup, name: SectionName): string {
  const { offset, section } = sectionAt(opened, name)
  if (section.bytes > 2 ** 20) throw damagedBackup(name)
  const handle = openSync(opened.file, 'r')
  try {
    const bytes = readAt(handle, offset, section.bytes)
    if (createHash('sha256').update(bytes).digest('hex') !== section.sha256) throw damagedBackup(name)
    return bytes.toString('utf8')
  } finally {
    closeSync(handle)
  }
}

/**
 * Reads one section through and compares it with its digest; where a key is given, each page's MAC too.
 * @throws nothing for damage: `sound` is false, and `pages` says which ones
 */
export function checkSection(
  opened: OpenedBackup,
  name: SectionName,
  { key, onBytes = () => undefined }: { key?: Buffer; onBytes?: (count: number) => void } = {},
): { sound: boolean; cutShort: boolean; pages: PageReport | undefined } {
  const { offset, section } = sectionAt(opened, name)
  const handle = openSync(opened.file, 'r')
  const hash = createHash('sha256')
  const pages = key === undefined ? undefined : pageChecker(key)
  try {
    const whole = eachChunk(handle, offset, section.bytes, (bytes) => {
      hash.update(bytes)
      pages?.take(bytes)
      onBytes(bytes.length)
    })
    const report = pages?.report()
    const pagesSound = report === undefined || (report.failed.length === 0 && !report.cutShort)
    return { sound: whole && pagesSound && hash.digest('hex') === section.sha256, cutShort: !whole, pages: report }
  } finally {
    closeSync(handle)
  }
}

/**
 * Copies one section out into a new file, durable, and compares it with its digest on the way.
 * @throws {VaultError} `damaged` (backup), naming the section; the system's own errors for the disk's
 */
export function extractSection(
  opened: OpenedBackup,
  name: SectionName,
  to: string,
  onBytes: (count: number) => void = () => undefined,
): void {
  const { offset, section } = sectionAt(opened, name)
  const from = openSync(opened.file, 'r')
  try {
    const target = openSync(to, 'wx', 0o600)
    try {
      const hash = createHash('sha256')
      const whole = eachChunk(from, offset, section.bytes, (bytes) => {
        writeWhole(target, bytes)
        hash.update(bytes)
        onBytes(bytes.length)
      })
      if (!whole || hash.digest('hex') !== section.sha256) throw damagedBackup(name)
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(from)
  }
}
