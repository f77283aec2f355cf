import { Failure } from './failure.ts'

/**
 * Lines of standard input, read only when somebody asks; undefined at the end.
 * `next` throws `Failure` (`invalid_input`, with the line's number) for a line that is not UTF-8: a name typed in another
 * encoding would be kept with its letters lost.
 */
export type InputLines = { next: () => Promise<string | undefined>; close: () => void }

const lineFeed = 0x0a
const textOf = new TextDecoder('utf-8', { fatal: true })

/** Bytes as text, without a byte order mark or a carriage return at the end; undefined where they are not UTF-8. */
export function decodedLine(bytes: Uint8Array): string | undefined {
  try {
    return textOf.decode(bytes).replace(/\r$/, '')
  } catch {
    return undefined
  }
}

export function linesOf(stream: NodeJS.ReadableStream): InputLines {
  let lines: AsyncGenerator<Buffer, void> | undefined
  let count = 0
  return {
    async next() {
      lines ??= splitLines(stream)
      const read = await lines.next()
      if (read.done === true) return undefined
      count += 1
      const line = decodedLine(read.value)
      if (line === undefined) throw new Failure('invalid_input', { line: count, path: '', reason: 'not_utf8' })
      return line
    },
    close: () => void lines?.return(),
  }
}

/**
 * Only a line feed ends a line. Node's own reader also takes U+2028 and U+2029 for ends of lines, which JSON allows inside
 * a string: a text with one of them would be cut in two, and what follows it be run as a request of its own.
 */
async function* splitLines(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer, void> {
  let rest: Buffer[] = []
  for await (const chunk of stream) {
    let bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed)) {
      yield Buffer.concat([...rest, bytes.subarray(0, end)])
      rest = []
      bytes = bytes.subarray(end + 1)
    }
    if (bytes.length > 0) rest.push(bytes)
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
