/** Where the command line writes: standard output holds the answer and nothing else. */
export type Output = {
  json: boolean
  /** The answer: as JSON where it was asked for, else as lines to read. */
  answer: (value: unknown, lines: () => string[]) => void
  /** One line of a stream of JSON lines. */
  line: (value: unknown) => void
}

export function outputTo(stream: NodeJS.WritableStream, json: boolean): Output {
  return {
    json,
    answer: (value, lines) => void stream.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${lines().map(safeLine).join('\n')}\n`),
    line: (value) => void stream.write(`${JSON.stringify(value)}\n`),
  }
}

// A name with terminal escapes in it must not be able to steer the terminal of whoever lists it.
const safeLine = (line: string): string => line.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
