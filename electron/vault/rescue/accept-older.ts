import { VaultError } from '../errors.ts'
import { fingerprintWords } from '../fingerprint.ts'
import { unlockHeader } from '../header.ts'
import { openVault } from '../open.ts'
import { auditChain } from '../chain.ts'
import { secretsOf } from '../vault.ts'
import { wipe } from '../secrets.ts'
import type { Vault } from '../vault.ts'
import { holdVault } from './hold.ts'
import { auditKeyFor } from './keys.ts'
import { readingConnection } from './open-damaged.ts'

const wordsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')

/**
 * Opens a vault that is older than its own record of the last change, once somebody has typed the four words of its last
 * change; the audit chain keeps that it was so. The chain up to there must hold.
 * @throws {VaultError} `invalid_input` (words), `damaged` (chain), and as `openVault`
 */
export async function acceptOlder(
  folder: string,
  passphrase: string,
  words: string,
  onProgress: (share: number | null) => void,
): Promise<Vault> {
  await checkWords(folder, passphrase, words)
  let older: { found: number; expected: number } | undefined
  const vault = await openVault(folder, {
    passphrase,
    onProgress,
    acceptOlder: (found, expected) => {
      older = { found, expected }
    },
  })
  try {
    if (older !== undefined) secretsOf(vault).writer.audit('rollback.accepted', older)
  } catch (error) {
    vault.close()
    throw error
  }
  return vault
}

async function checkWords(folder: string, passphrase: string, words: string): Promise<void> {
  const lock = holdVault(folder)
  try {
    const unlocked = await unlockHeader(folder, passphrase)
    const { db, release } = readingConnection(folder, unlocked)
    try {
      const chain = auditChain(db, auditKeyFor(unlocked))
      const hash = (chain.lastChange() ?? chain.at(1))?.hash
      if (hash === undefined || fingerprintWords(hash).join(' ') !== wordsOf(words))
        throw new VaultError('invalid_input', { path: 'words', reason: 'other_words' })
    } finally {
      release()
      wipe(unlocked.dataKey)
    }
  } finally {
    lock.release()
  }
}
