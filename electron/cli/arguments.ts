import { parseArgs } from 'node:util'

import { Failure } from './failure.ts'

export type Arguments = { positionals: string[]; values: Record<string, string | boolean | undefined> }

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  'passphrase-stdin': { type: 'boolean' },
  caseworker: { type: 'string' },
  'header-only': { type: 'boolean' },
  limit: { type: 'string' },
  offset: { type: 'string' },
  template: { type: 'string' },
  lang: { type: 'string' },
  audience: { type: 'string' },
  date: { type: 'string' },
  out: { type: 'string' },
  to: { type: 'string' },
  force: { type: 'boolean' },
  locked: { type: 'boolean' },
  list: { type: 'boolean' },
} as const

const common = ['help', 'json', 'passphrase-file', 'passphrase-stdin']
/** Which options each command takes besides the common ones, and how many words at least and at most. */
const commands: Readonly<Record<string, { takes: readonly string[]; least: number; most: number }>> = {
  create: { takes: ['caseworker'], least: 1, most: 1 },
  demo: { takes: [], least: 1, most: 1 },
  info: { takes: ['header-only'], least: 1, most: 1 },
  list: { takes: ['limit', 'offset'], least: 1, most: 1 },
  search: { takes: ['limit'], least: 2, most: 2 },
  show: { takes: ['date'], least: 2, most: 2 },
  report: { takes: ['template', 'lang', 'audience', 'date', 'out', 'force'], least: 2, most: 2 },
  backup: { takes: ['out'], least: 1, most: 1 },
  restore: { takes: ['to'], least: 1, most: 1 },
  verify: { takes: [], least: 1, most: 1 },
  rpc: { takes: ['locked', 'list'], least: 0, most: 1 },
}

/** Reads the words of the command line; anything that the command does not take is a fault of usage, by name. */
export function readArguments(words: readonly string[]): { command: string | undefined; arguments: Arguments } {
  let parsed
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    // parseArgs names the option in its message, and options hold no case data.
    throw new Failure('usage', { reason: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '' })
  }
  const { values } = parsed
  const [command, ...positionals] = parsed.positionals
  if (values.help === true || command === undefined) return { command, arguments: { positionals, values } }
  const declared = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!declared) throw new Failure('usage', { reason: command })
  for (const option of Object.keys(values))
    if (!common.includes(option) && !declared.takes.includes(option)) throw new Failure('usage', { reason: `${command} --${option}` })
  if (positionals.length < declared.least || positionals.length > declared.most) throw new Failure('usage', { reason: command })
  return { command, arguments: { positionals, values } }
}

/** A whole number out of an option, else a fault of usage. */
export function countOption(value: string | boolean | undefined, name: string): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value)) throw new Failure('usage', { reason: `--${name}` })
  return Number(value)
}

export const textOption = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' ? value : undefined)
