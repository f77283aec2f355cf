import { createDecipheriv } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { vaultFiles } from '../files.ts'
import { isSoundPage, pageMacKey, pageSize, saltBytes } from '../pages.ts'
import { wipe } from '../secrets.ts'
import { usableBytes } from './btree.ts'
import { logOf, readFrames } from './write-ahead-log.ts'

/** The pages of a database and its write-ahead log, read one by one without SQLite. */
export type PageStore = {
  /** How many pages there should be. */
  readonly count: number
  /** Whether pages can be told to be as they were written: not, where the first page is gone and with it the file's salt. */
  readonly proven: boolean
  /**
   * The log: how many of its frames count and how many of them are damaged; `tail`: what follows the last whole
   * transaction, as a crash leaves it; `missing`: the database was left with a log, and there is none.
   */
  readonly log: { frames: number; damaged: number; tail: number; missing: boolean }
  /** A page decrypted, the newest version that is sound; undefined where there is none. */
  read(number: number): Buffer | undefined
  close(): void
}

const headOf = (path: string): Buffer => {
  const salt = Buffer.alloc(saltBytes)
  const handle = openSync(path, 'r')
  try {
    readSync(handle, salt, 0, saltBytes, 0)
  } finally {
    closeSync(handle)
  }
  return salt
}

type Source = { handle: number; at: number }

/**
 * Opens the pages of a vault's database under its key (32 bytes, the caller's). The salt from which the MAC's key is made
 * stands at the head of the file; where that page is damaged, copies of it in the log are tried.
 */
export function openPages(folder: string, key: Buffer): PageStore {
  const { database, backups } = vaultFiles(folder)
  const handles: number[] = []
  const open = (path: string): number | undefined => {
    if (!existsSync(path)) return undefined
    const handle = openSync(path, 'r')
    handles.push(handle)
    return handle
  }
  const main = open(database)
  const mainPages = main === undefined ? 0 : Math.ceil(fstatSync(main).size / pageSize)
  const { frames, broken, cut } = readFrames(database)
  const log = frames.length === 0 ? undefined : open(logOf(database))
  const bytes = Buffer.alloc(pageSize)
  const load = ({ handle, at }: Source): Buffer | undefined => {
    try {
      return readSync(handle, bytes, 0, pageSize, at) === pageSize ? bytes : undefined
    } catch {
      // A sector that the disk can't read any more is a damaged page like any other.
      return undefined
    }
  }

  const inMain = (number: number): Source[] =>
    main === undefined || number < 1 || number > mainPages ? [] : [{ handle: main, at: (number - 1) * pageSize }]
  const inLog = new Map<number, Source[]>()
  const lastCommit = frames.findLastIndex(({ commit }) => commit)
  let most = mainPages
  if (log !== undefined)
    for (const { page, at } of frames.slice(0, lastCommit + 1)) {
      inLog.set(page, [{ handle: log, at }, ...(inLog.get(page) ?? [])])
      // The number of a page is not authenticated until the page is: no file grows by more than its log is long.
      if (page <= mainPages + frames.length) most = Math.max(most, page)
    }
  const versions = (number: number): Source[] => [...(inLog.get(number) ?? []), ...inMain(number)]

  const salts = [
    ...versions(1).flatMap((source) => {
      const page = load(source)
      return page === undefined ? [] : [Buffer.from(page.subarray(0, saltBytes))]
    }),
    ...(existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith('.db')) : []).map((name) => headOf(join(backups, name))),
  ]
  const step = Math.max(1, Math.floor(most / 200))
  const fits = (candidate: Buffer): boolean => {
    for (let number = 1; number <= most; number += step)
      for (const source of versions(number)) {
        const page = load(source)
        if (page !== undefined && isSoundPage(page, number, candidate)) return true
      }
    return false
  }
  const macKeys = salts.map((salt) => pageMacKey(key, salt))
  const macKey = macKeys.find(fits)
  wipe(...macKeys.filter((candidate) => candidate !== macKey))

  function decrypted(page: Buffer, number: number): Buffer {
    const skipped = number === 1 ? saltBytes : 0
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(usableBytes, usableBytes + 16))
    decipher.setAutoPadding(false)
    return Buffer.concat([Buffer.alloc(skipped), decipher.update(page.subarray(skipped, usableBytes)), decipher.final()])
  }
  function read(number: number): Buffer | undefined {
    // A first page whose salt fits no page is damaged; of the others nobody can tell.
    if (number === 1 && macKey === undefined) return undefined
    for (const source of versions(number)) {
      const page = load(source)
      if (page !== undefined && (macKey === undefined || isSoundPage(page, number, macKey))) return decrypted(page, number)
    }
    return undefined
  }
  function damagedFrames(): number {
    if (log === undefined || macKey === undefined) return 0
    return frames.slice(0, lastCommit + 1).filter(({ page, at }) => {
      const found = load({ handle: log, at })
      return found === undefined || !isSoundPage(found, page, macKey)
    }).length
  }
  const first = read(1)
  return {
    count: most,
    proven: macKey !== undefined,
    log: {
      frames: lastCommit + 1,
      damaged: damagedFrames() + broken,
      tail: frames.length - lastCommit - 1 + (cut ? 1 : 0),
      // Bytes 18 and 19 of the first page say that the database was left in write-ahead mode.
      missing: macKey !== undefined && first?.[18] === 2 && frames.length === 0,
    },
    read,
    close() {
      for (const handle of handles.splice(0)) closeSync(handle)
      wipe(macKey)
    },
  }
}
