import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

import { scannerFor } from './planted-texts.ts'

export type MemoryHit = { pid: number; text: string; form: string }
export type MemoryScan = { pids: number[]; bytes: number; hits: MemoryHit[] }

/** A key as a program may hold it: its bytes, or written in hex. */
const keyForms = (keys: Readonly<Record<string, Buffer>>): { text: string; form: string; bytes: Buffer }[] =>
  Object.entries(keys).flatMap(([text, key]) => [
    { text, form: 'bytes', bytes: key },
    { text, form: 'hex', bytes: Buffer.from(key.toString('hex')) },
    { text, form: 'HEX', bytes: Buffer.from(key.toString('hex').toUpperCase()) },
  ])

const chunk = 16 * 1024 * 1024
const overlap = 4 * 1024

const page = 4096

/** Stretches of a process's own memory that hold anything; what is mapped from a file for reading is on disk anyway. */
function stretchesOf(pid: number): { from: number; to: number }[] {
  const pages = openSync(`/proc/${pid}/pagemap`, 'r')
  try {
    return readFileSync(`/proc/${pid}/maps`, 'latin1')
      .split('\n')
      .flatMap((line) => {
        const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
        return from === '' ? [] : heldOf(pages, Number.parseInt(from, 16), Number.parseInt(to, 16))
      })
  } finally {
    closeSync(pages)
  }
}

/** The pages of a mapping that are in memory or in swap, joined to runs (`pagemap` of proc(5): eight bytes a page, bits 63 and 62). */
function heldOf(pages: number, from: number, to: number): { from: number; to: number }[] {
  const entries = Buffer.alloc(((to - from) / page) * 8)
  const read = readSync(pages, entries, 0, entries.length, (from / page) * 8)
  const runs: { from: number; to: number }[] = []
  for (let at = 0; at < read / 8; at += 1) {
    if ((entries.readUInt8(at * 8 + 7) & 0b1100_0000) === 0) continue
    const start = from + at * page
    const last = runs.at(-1)
    if (last?.to === start) last.to = start + page
    else runs.push({ from: start, to: start + page })
  }
  return runs
}

/**
 * Reads the memory of processes, as a core dump would hold it, and tells which of the texts stand there, in any form in
 * which a text is looked for in files too, and which of the keys. Needs root or the same user.
 */
export function scanMemory(pids: readonly number[], texts: readonly string[], keys: Readonly<Record<string, Buffer>> = {}): MemoryScan {
  const find = scannerFor(texts)
  const keyNeedles = keyForms(keys)
  const buffer = Buffer.alloc(chunk)
  const result: MemoryScan = { pids: [...pids], bytes: 0, hits: [] }
  for (const pid of pids) {
    const memory = openSync(`/proc/${pid}/mem`, 'r')
    try {
      for (const { from, to } of stretchesOf(pid)) {
        for (let at = from; at < to; at += chunk - overlap) {
          let read = 0
          try {
            read = readSync(memory, buffer, 0, Math.min(chunk, to - at), at)
          } catch {
            // A guard page, or memory that was given back since it was listed.
            break
          }
          result.bytes += read
          const content = buffer.subarray(0, read)
          for (const { text, form } of find(content)) result.hits.push({ pid, text, form })
          for (const { text, form, bytes } of keyNeedles) if (content.includes(bytes)) result.hits.push({ pid, text, form })
        }
      }
    } finally {
      closeSync(memory)
    }
  }
  return result
}
