import type { CallOutput } from '../contract/index.ts'
import { fingerprintWords } from './fingerprint.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

/**
 * Looks in the audit chain for the head that stands on a report or a backup: the change of that number, by its four words
 * or its whole hash. Four words are 44 bits: nobody makes others fit by trying, but only the hash is proof against a
 * forger with the vault's key.
 */
export function findHead(
  vault: Vault,
  changeNo: number,
  { words, hash }: { words?: readonly string[]; hash?: string },
): CallOutput<'audit.checkHead'> {
  const { chain } = secretsOf(vault).writer
  const last = chain.lastChange()?.change_no ?? 0
  // Before the first change a fingerprint is taken of the entry that made the vault.
  const entry = changeNo === 0 ? chain.at(1) : chain.ofChange(changeNo)
  if (entry === undefined) return { found: 'not_here', at: null, since: 0 }
  const same = words === undefined ? entry.hash.toString('hex') === hash : fingerprintWords(entry.hash).join(' ') === words.join(' ')
  return { found: same ? 'same' : 'differs', at: entry.at, since: last - changeNo }
}
