import { appendFileSync } from 'node:fs'

/** What stands once an operation was answered: `operation` is the number of the last write before the answer. */
export type Mark = {
  operation: number
  /** What was answered, for the report. */
  after: string
  /** Hash of the records; null while there is no vault. */
  records: string | null
  drafts: string | null
  /** The end of the audit chain; null while there is no vault, and where another one took its place. */
  chain: { seq: number; hash: string } | null
  passphrase: string
  /** Name of the newest backup that was answered. */
  backup: string | null
  /** Passphrases that must open nothing any more. */
  dead: string[]
}

export const markWriter = (file: string) => (mark: Mark) => appendFileSync(file, `${JSON.stringify(mark)}\n`)
