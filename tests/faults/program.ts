import { join } from 'node:path'

/** The arguments that start one of the programs here, without what Argon2id costs. */
export const programArguments = (program: string, ...args: string[]): string[] => [
  '--import',
  join(import.meta.dirname, 'quick-kdf.ts'),
  join(import.meta.dirname, program),
  ...args,
]
