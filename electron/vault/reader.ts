import { VaultError } from './errors.ts'
import { vaultFiles } from './files.ts'
import { headFile } from './head.ts'
import { isAuthentic, passphraseSlots } from './header-format.ts'
import { readHeaderCopies } from './header.ts'
import type { FaultyCopy } from './header.ts'
import { openDatabase } from './pragmas.ts'
import { subKey, wipe } from './secrets.ts'
import { assembleVault, secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** What the vault process knows and a process that reads must be told. */
export type ReaderParts = { slotId: string; mended: readonly FaultyCopy[] }

/**
 * Opens a vault that another process of the app holds, to read and nothing else, for long work. It sees the vault as it is
 * in this moment, however long it reads; changes go on meanwhile. The data key becomes the reader's, who wipes it.
 * @throws {VaultError} `damaged`
 */
export function openReader(folder: string, dataKey: Buffer, { slotId, mended }: ReaderParts): Vault {
  const header = readHeaderCopies(folder)
    .flatMap((copy) => (copy.state === 'readable' && isAuthentic(copy.header, dataKey) ? [copy.header] : []))
    .toSorted((a, b) => b.generation - a.generation)[0]
  const slots = passphraseSlots(header?.slots ?? [])
  const slot = slots.find(({ id }) => id === slotId) ?? slots[0]
  if (header === undefined || slot === undefined) throw new VaultError('damaged', { what: 'header' })
  const key = subKey(dataKey, header.vaultId, 'database')
  try {
    // Read before the snapshot begins, so that its entry lies in it.
    const head = headFile(folder, dataKey, header.vaultId)
    const before = tryTo(() => head.read())
    const db = openDatabase(vaultFiles(folder).database, { key, what: 'database', readOnly: true })
    db.exec('BEGIN')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    // The lock is the vault process's.
    const lock = { release: () => undefined }
    const vault = assembleVault({ folder, db, lock, unlocked: { dataKey, header, slot }, readOnly: true, mended })
    if (before !== undefined) secretsOf(vault).headBefore = before
    readers.add(vault)
    return vault
  } finally {
    wipe(key)
  }
}

/** Whether a vault is such a reader: others write to it meanwhile, and a folder beside it can be written. */
export const isReader = (vault: Vault): boolean => readers.has(vault)

const readers = new WeakSet<Vault>()

function tryTo<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    // A damaged head is for the check to find and name.
    return undefined
  }
}
