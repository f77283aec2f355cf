import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

import type { Examination } from '../../../electron/contract/index.ts'

type Finding = Examination['findings'][number]

/** What was found wrong, and what it means for the case files. */
const words = {
  header: msg`The vault’s own record of its keys is damaged in both of its copies. No passphrase can open it any more; a backup brings a record of its own.`,
  header_copy: msg`One of the two copies of the vault’s record of its keys is damaged. The other one is enough.`,
  head_missing: msg`The record of the last change is missing. Whether this is the newest state can’t be told.`,
  head: msg`The record of the last change is damaged. Whether this is the newest state can’t be told.`,
  database_missing: msg`The database is missing or empty.`,
  database: msg`Parts of the database are damaged.`,
  log_missing: msg`The log of the latest changes is missing. Somebody or something took the file away.`,
  log: msg`The log of the latest changes is damaged. Some of them can’t be read.`,
  rolled_back: msg`The database is older than the record of the last change.`,
  chain: msg`The sealed record of what was done doesn’t fit: something was altered, or put back from another time.`,
  rekey: msg`The vault was being given a new key, and some of the files under that key are missing or damaged.`,
  drafts: msg`The file of drafts is damaged. What was saved in case files is not concerned.`,
  drafts_missing: msg`The file of drafts is missing. What was saved in case files is not concerned.`,
} as const satisfies Record<string, MessageDescriptor>

function wordsOf({ what, params }: Finding): MessageDescriptor {
  if (what === 'header') return params['copies'] === 2 ? words.header : words.header_copy
  if (what === 'head') return params['state'] === 'missing' ? words.head_missing : words.head
  if (what === 'database') return params['state'] === 'missing' ? words.database_missing : words.database
  if (what === 'log') return params['state'] === 'missing' ? words.log_missing : words.log
  if (what === 'drafts') return params['state'] === 'missing' ? words.drafts_missing : words.drafts
  if (what === 'rolled_back') return words.rolled_back
  if (what === 'rekey') return words.rekey
  return words.chain
}

/** Each kind of finding once, in the order in which they were found. */
export const sayFindings = (findings: readonly Finding[]): MessageDescriptor[] => [...new Set(findings.map(wordsOf))]
