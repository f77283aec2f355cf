import { frameHeaderBytes } from './write-ahead-log.ts'

type Sums = readonly [number, number]

const sumsAt = 16

/**
 * The running sums of a write-ahead log that is written anew with other pages (SQLite's file format, 4.2 "WAL Checksum").
 * A frame's sum fits where it follows from the sum of the frame before. A frame that fitted fits again, one that didn't keeps
 * the sum that it had; so what can still be told of a damaged log can be told of its copy.
 */
export function logSums(head: Buffer): { read(frame: Buffer): boolean; write(frame: Buffer, fits: boolean): void } {
  // The lowest bit of the log's first number says in which order the bytes of the words are.
  const bigEndian = (head.readUInt32BE(0) & 1) === 1
  const stored = (bytes: Buffer, at: number): Sums => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
  let before = stored(head, 24)
  let beforeNow = before

  const add = (bytes: Buffer, [a, b]: Sums): Sums => {
    let [first, second] = [a, b]
    for (let at = 0; at < bytes.length; at += 8) {
      first = (first + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + second) >>> 0
      second = (second + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + first) >>> 0
    }
    return [first, second]
  }
  const sumOf = (frame: Buffer, previous: Sums): Sums => add(frame.subarray(frameHeaderBytes), add(frame.subarray(0, 8), previous))

  return {
    read(frame) {
      const [first, second] = sumOf(frame, before)
      before = stored(frame, sumsAt)
      return first === before[0] && second === before[1]
    },
    write(frame, fits) {
      if (fits) {
        const [first, second] = sumOf(frame, beforeNow)
        frame.writeUInt32BE(first, sumsAt)
        frame.writeUInt32BE(second, sumsAt + 4)
      }
      beforeNow = stored(frame, sumsAt)
    },
  }
}
