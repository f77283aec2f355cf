import { readFileSync } from 'node:fs'

import { Failure } from './failure.ts'
import { decodedLine } from './input-lines.ts'
import type { InputLines } from './input-lines.ts'
import type { CliWords } from './words.ts'

export type PassphraseOptions = { file: string | undefined; stdin: boolean }

/**
 * The passphrase: first line of a file, first line of standard input, or asked on the terminal without echo. Never an
 * argument or an environment variable, which other programs of the same person can read.
 */
export async function readPassphrase(options: PassphraseOptions, lines: InputLines, words: CliWords, asNew: boolean): Promise<string> {
  if (options.file !== undefined) {
    const bytes = readPassphraseFile(options.file)
    const end = bytes.indexOf('\n')
    const line = decodedLine(end < 0 ? bytes : bytes.subarray(0, end))
    // Read in the wrong encoding it would be another passphrase than the one that is typed in the app.
    if (line === undefined) throw new Failure('invalid_input', { line: 1, path: 'passphrase', reason: 'not_utf8' })
    return line
  }
  if (options.stdin) {
    const line = await lines.next()
    if (line === undefined) throw new Failure('usage', { reason: '--passphrase-stdin' })
    return line
  }
  if (!process.stdin.isTTY) throw new Failure('usage', { reason: '--passphrase-file, --passphrase-stdin' })
  const first = await askWithoutEcho(asNew ? words.askNewPassphrase : words.askPassphrase)
  if (asNew && (await askWithoutEcho(words.askAgain)) !== first) throw new Failure('usage', { reason: words.notTheSame })
  return first
}

function readPassphraseFile(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new Failure('usage', { reason: `--passphrase-file ${file}` })
  }
}

/** Asks on the terminal; the question goes to standard error, so that standard output holds only the answer. */
function askWithoutEcho(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    let typed = ''
    const finish = (settle: () => void): void => {
      stdin.setRawMode(false)
      stdin.pause()
      stdin.off('data', onData)
      stderr.write('\n')
      settle()
    }
    const onData = (data: string): void => {
      for (const key of data) {
        if (key === '\r' || key === '\n') return finish(() => resolve(typed))
        if (key === '\u0003' || key === '\u0004') return finish(() => reject(new Failure('cancelled')))
        if (key === '\u007f' || key === '\b') typed = [...typed].slice(0, -1).join('')
        else typed += key
      }
    }
    stdin.on('data', onData)
  })
}
