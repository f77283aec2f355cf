import { createInterface } from 'node:readline'

/** Lines of standard input, read only when somebody asks; undefined at the end. */
export type InputLines = { next: () => Promise<string | undefined>; close: () => void }

export function linesOf(stream: NodeJS.ReadableStream): InputLines {
  let iterator: AsyncIterator<string> | undefined
  let close = (): void => undefined
  return {
    async next() {
      if (!iterator) {
        const reader = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
        iterator = reader[Symbol.asyncIterator]()
        close = () => reader.close()
      }
      const read = await iterator.next()
      return read.done === true ? undefined : read.value
    },
    close: () => close(),
  }
}
