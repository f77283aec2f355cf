import { closeSync, fstatSync, fsyncSync, openSync, readSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { writeWhole } from './backup-sections.ts'
import { pageSize } from './pages.ts'
import { pageTurner } from './rekey-pages.ts'
import type { PageTurner } from './rekey-pages.ts'
import { logSums } from './rescue/log-sums.ts'
import { frameHeaderBytes, headerBytes } from './rescue/write-ahead-log.ts'

/** Drafts that could not be read and were put aside, with the log that belongs to them. */
const aside = /^drafts\.damaged-\d+\.db(?:-wal)?$/
const ofLog = /-wal$/

/** Names of the drafts that were put aside, each database before its log; empty files have nothing to hide. */
export const draftsAside = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => aside.test(name) && statSync(join(folder, name)).size > 0)
    .toSorted()

/**
 * Puts drafts that were put aside under the new key too, so that no old header opens them. They are damaged, and nothing
 * of them may be lost that a later version might still read: a page whose MAC doesn't fit is decrypted all the same, and
 * stands under the new key with what it held and a MAC that doesn't fit again. What is cut short is filled up with zeros.
 */
export function copyDraftsAside(folder: string, building: string, oldKey: Buffer, newKey: Buffer): void {
  const names = draftsAside(folder)
  for (const database of new Set(names.map((name) => name.replace(ofLog, '')))) {
    // One salt for a database and its log, as SQLite wants it.
    const turner = pageTurner({ oldKey, newKey, onDamaged: () => undefined, closed: false })
    try {
      for (const name of [database, `${database}-wal`])
        if (names.includes(name))
          copyFile(join(folder, name), join(building, name), (source, target) =>
            ofLog.test(name) ? copyFrames(source, target, turner) : copyPages(source, target, turner),
          )
    } finally {
      turner.end()
    }
  }
}

/** Copies as `copy` does it from one handle to the other; durable when it returns. */
function copyFile(from: string, to: string, copy: (source: number, target: number) => void): void {
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'wx', 0o600)
    try {
      copy(source, target)
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

/** Reads a piece, the rest of it zeros. What the disk can't read any more is damaged like any other, and stops no re-key. */
function readPiece(source: number, piece: Buffer, at: number): void {
  piece.fill(0)
  try {
    // One reading may give less than there is, most of all over a network.
    for (let filled = 0, read = -1; read !== 0 && filled < piece.length; filled += read)
      read = readSync(source, piece, filled, piece.length - filled, at + filled)
  } catch {
    piece.fill(0)
  }
}

function copyPages(source: number, target: number, turner: PageTurner): void {
  const page = Buffer.alloc(pageSize)
  const { size } = fstatSync(source)
  for (let number = 1; (number - 1) * pageSize < size; number += 1) {
    readPiece(source, page, (number - 1) * pageSize)
    turner.turn(page, number)
    writeWhole(target, page)
  }
}

/** Before each page of a log stands a head with its number and a sum over all that came before, which SQLite wants to fit. */
function copyFrames(source: number, target: number, turner: PageTurner): void {
  const { size } = fstatSync(source)
  const head = Buffer.alloc(headerBytes)
  readPiece(source, head, 0)
  writeWhole(target, head)
  const sums = logSums(head)
  const frame = Buffer.alloc(frameHeaderBytes + pageSize)
  for (let at = headerBytes; at + frameHeaderBytes < size; at += frame.length) {
    readPiece(source, frame, at)
    const fits = sums.read(frame)
    turner.turn(frame.subarray(frameHeaderBytes), frame.readUInt32BE(0))
    sums.write(frame, fits)
    writeWhole(target, frame)
  }
}
