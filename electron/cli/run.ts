import type { ErrorParams } from '../contract/index.ts'
import { readArguments, textOption } from './arguments.ts'
import { commands } from './commands.ts'
import type { CommandContext } from './context.ts'
import { exitCodeOf, usageExit } from './exit-codes.ts'
import type { ExitCode } from './exit-codes.ts'
import { Failure } from './failure.ts'
import { linesOf } from './input-lines.ts'
import { outputTo } from './output.ts'
import { readPassphrase } from './passphrase.ts'
import { openSession } from './session.ts'
import { wordsOfEnvironment } from './words.ts'

/** Runs one command with the words that follow the program's name, and gives its exit code. */
export async function runCli(words: readonly string[]): Promise<ExitCode> {
  const { words: said, language } = wordsOfEnvironment(process.env)
  const json = words.includes('--json')
  const lines = linesOf(process.stdin)
  try {
    const { command, arguments: read } = readArguments(words)
    if (read.values['help'] === true || command === undefined) {
      process.stdout.write(`${said.help}\n`)
      return command === undefined && read.values['help'] !== true ? usageExit : 0
    }
    const { positionals, values } = read
    const folder = positionals[0] ?? ''
    const passphrase = (asNew: boolean): Promise<string> =>
      readPassphrase({ file: textOption(values['passphrase-file']), stdin: values['passphrase-stdin'] === true }, lines, said, asNew)
    const context: CommandContext = {
      folder,
      positionals,
      values,
      lines,
      language,
      passphrase,
      words: said,
      output: outputTo(process.stdout, json),
      refuseUsage: (reason) => {
        throw new Failure('usage', { reason })
      },
      async withVault(work) {
        const session = await openSession(folder, await passphrase(false))
        try {
          return await work(session)
        } finally {
          await session.close()
        }
      },
    }
    return (await commands[command]?.(context)) ?? usageExit
  } catch (error) {
    return complain(error, json, said.errors)
  } finally {
    lines.close()
  }
}

function complain(error: unknown, json: boolean, errors: Readonly<Record<string, (params: ErrorParams) => string>>): ExitCode {
  const failure = error instanceof Failure ? error : new Failure('internal', { where: 'cli' })
  const { code, params } = failure
  const message = errors[code]?.(params) ?? code
  process.stderr.write(json ? `${JSON.stringify({ code, message, params })}\n` : `${message}\n`)
  return code === 'usage' ? usageExit : exitCodeOf(code)
}
