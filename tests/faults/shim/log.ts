import { readFileSync } from 'node:fs'

/** One operation on the files that were watched. `at` is its number; reads and opens have that of the operation before. */
export type Operation = { at: number } & (
  | { kind: 'open'; handle: number; path: string; created: boolean; emptied: boolean; folder: boolean }
  | { kind: 'write'; handle: number; offset: number; bytes: Buffer }
  | { kind: 'truncate' | 'grow'; handle: number; size: number }
  | { kind: 'sync'; handle: number }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'unlink' | 'mkdir' | 'rmdir'; path: string }
)

const headBytes = 40

/** Reads what the library wrote down. */
export function readLog(file: string): Operation[] {
  const bytes = readFileSync(file)
  const operations: Operation[] = []
  for (let place = 0; place < bytes.length;) {
    const [kind, handle, flags, first, second] = [0, 4, 8, 12, 16].map((at) => bytes.readUInt32LE(place + at)) as [
      number,
      number,
      number,
      number,
      number,
    ]
    const at = Number(bytes.readBigUInt64LE(place + 24))
    const offset = Number(bytes.readBigUInt64LE(place + 32))
    const content = bytes.subarray(place + headBytes, place + headBytes + first)
    const text = content.toString('utf8')
    const other = bytes.subarray(place + headBytes + first, place + headBytes + first + second).toString('utf8')
    place += headBytes + first + second
    operations.push(operationOf(kind))
    function operationOf(number: number): Operation {
      switch (number) {
        case 1:
          return { at, kind: 'open', handle, path: text, created: (flags & 1) !== 0, emptied: (flags & 2) !== 0, folder: (flags & 4) !== 0 }
        case 2:
          return { at, kind: 'write', handle, offset, bytes: content }
        case 3:
          return { at, kind: 'truncate', handle, size: offset }
        case 4:
          return { at, kind: 'sync', handle }
        case 5:
          return { at, kind: 'rename', from: text, to: other }
        case 6:
          return { at, kind: 'unlink', path: text }
        case 7:
          return { at, kind: 'mkdir', path: text }
        case 8:
          return { at, kind: 'rmdir', path: text }
        case 9:
          return { at, kind: 'grow', handle, size: offset }
        default:
          throw new Error(`an operation of unknown kind ${number}`)
      }
    }
  }
  return operations
}
