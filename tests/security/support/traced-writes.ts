import { spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

import { scannerFor } from './planted-texts.ts'
import type { Hit } from './planted-texts.ts'

export type TracedWrites = {
  /** Writes to real files. */
  writes: number
  bytes: number
  /** Files that were written to, whether they are still there or not. */
  files: string[]
  hits: (Hit & { file: string })[]
}

const calls = ['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2']
/** Longer than any single write that was seen; a cut one fails the reading below. */
const longest = 64 * 1024 * 1024

/** The words that put a program and all that it starts under strace, whose account goes to `log`. */
export const straceCommand = (log: string, command: readonly string[]): string[] => [
  'strace',
  '-f',
  '-y',
  '--seccomp-bpf',
  '-s',
  String(longest),
  '-e',
  `trace=${calls.join(',')}`,
  '-e',
  'signal=none',
  '-o',
  log,
  ...command,
]

/** Why nothing can be traced here; null where it can. */
export function whyNoStrace(): string | null {
  if (process.platform !== 'linux') return 'strace is a program of Linux'
  const tried = spawnSync('strace', ['-f', '--seccomp-bpf', '-e', 'trace=write', '-o', '/dev/null', 'true'])
  if (tried.error !== undefined) return 'the program strace is not installed'
  return tried.status === 0 ? null : 'this system does not let this user trace a program'
}

const simple: Record<string, number> = { n: 10, t: 9, v: 11, f: 12, r: 13, a: 7, b: 8, '"': 34, '\\': 92 }

/** Bytes of a string as strace prints it: C escapes, octal with as few digits as it takes. */
export function bytesOfPrinted(printed: string): Buffer {
  const bytes = Buffer.alloc(printed.length)
  let length = 0
  for (let at = 0; at < printed.length; at += 1) {
    if (printed[at] !== '\\') {
      bytes[length++] = printed.charCodeAt(at)
      continue
    }
    const octal = /^[0-7]{1,3}/.exec(printed.slice(at + 1, at + 4))?.[0]
    if (octal !== undefined) {
      bytes[length++] = Number.parseInt(octal, 8)
      at += octal.length
      continue
    }
    const escaped = printed[at + 1] ?? ''
    bytes[length++] = simple[escaped] ?? escaped.charCodeAt(0)
    at += 1
  }
  return bytes.subarray(0, length)
}

/** Devices, the kernel's own files and memory that only looks like a file keep nothing. */
const isRealFile = (path: string): boolean =>
  path.startsWith('/') && !/^\/(?:dev|proc|sys)\//.test(path) && !/^\/(?:memfd:|SYSV|anon_hugepage|dmabuf)/.test(path)

const start = /^(?:\[pid +)?\d*\]? *(\w+)\(\d+</
const strings = /"((?:[^"\\]|\\.)*)"(\.\.\.)?/g

/** One traced write to a real file, or null: another call, another kind of file, or the end of a call told already. */
export function readTracedWrite(line: string): { file: string; bytes: Buffer } | null {
  const head = start.exec(line)
  if (head === null || !calls.includes(head[1] ?? '')) return null
  const rest = line.slice(head[0].length)
  const end = /(?<!\\)>(?:\(deleted\))?, /.exec(rest)
  if (end === null) return null
  const file = bytesOfPrinted(rest.slice(0, end.index)).toString('utf8')
  if (!isRealFile(file)) return null
  const parts: Buffer[] = []
  for (const [, printed = '', cut] of rest.slice(end.index).matchAll(strings)) {
    if (cut !== undefined) throw new Error(`A write to ${file} was longer than the trace keeps.`)
    parts.push(bytesOfPrinted(printed))
  }
  return { file, bytes: Buffer.concat(parts) }
}

/** How much of what was written to a file before is read again with the next write, since a text may stand across two. */
const carried = 4096

/**
 * Reads strace's account and looks for the texts in every write to a real file.
 * @param leaveOut folders into which things are meant to be taken out in the clear
 */
export async function scanTracedWrites(log: string, texts: readonly string[], leaveOut: readonly string[] = []): Promise<TracedWrites> {
  const scan = scannerFor(texts)
  const before = new Map<string, Buffer>()
  const result: TracedWrites = { writes: 0, bytes: 0, files: [], hits: [] }
  // Latin-1: strace prints ASCII, and a line may be megabytes long.
  for await (const line of createInterface({ input: createReadStream(log, 'latin1'), crlfDelay: Infinity })) {
    const write = readTracedWrite(line)
    if (write === null || leaveOut.some((folder) => write.file.startsWith(`${folder}/`))) continue
    result.writes += 1
    result.bytes += write.bytes.length
    const content = Buffer.concat([before.get(write.file) ?? Buffer.alloc(0), write.bytes])
    for (const hit of scan(content)) result.hits.push({ ...hit, file: write.file })
    before.set(write.file, content.subarray(-carried))
  }
  result.files = [...before.keys()].toSorted()
  return result
}
