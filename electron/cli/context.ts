import type { Language } from '../contract/index.ts'
import type { ExitCode } from './exit-codes.ts'
import type { InputLines } from './input-lines.ts'
import type { Output } from './output.ts'
import type { Session } from './session.ts'
import type { CliWords } from './words.ts'

/** What a command works with. */
export type CommandContext = {
  /** The vault's folder, the first word after the command; empty where there is none. */
  folder: string
  positionals: string[]
  values: Record<string, string | boolean | undefined>
  output: Output
  lines: InputLines
  words: CliWords
  language: Language
  /** Asks for the passphrase in the way the options say; `asNew` asks twice on a terminal. */
  passphrase: (asNew: boolean) => Promise<string>
  /** Opens the vault, works with it, and closes it whatever happens. */
  withVault: (work: (session: Session) => Promise<ExitCode>) => Promise<ExitCode>
  refuseUsage: (reason: string) => never
}
