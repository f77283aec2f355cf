import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'

import { canonicalBytes } from './canonical.ts'
import { VaultError, asVaultError } from './errors.ts'
import { readSmallFile, vaultFiles, writeFileAtomically } from './files.ts'
import { headerText, headerVersion, isAuthentic, newHeaderBody, parseHeader, slotBinding } from './header-format.ts'
import type { Header, HeaderCopy, KeySlot } from './header-format.ts'
import { deriveKey, isAcceptableKdf, passphraseBytes } from './kdf.ts'
import type { KdfParameters } from './kdf.ts'
import { seal, subKey, unseal, wipe } from './secrets.ts'

/** What anyone can read of a vault without the passphrase. */
export type HeaderInfo = {
  formatVersion: number
  generation: number
  cipher: string
  slots: { kind: string; kdf: { algorithm: 'argon2id'; memoryMiB: number; passes: number; lanes: number } }[]
  copies: HeaderCopy['state'][]
}

/** An unlocked header: the caller owns `dataKey` and wipes it. */
export type UnlockedHeader = { dataKey: Buffer; header: Header; slot: KeySlot }

/** Makes a passphrase slot: the data key sealed under the passphrase, the label under the data key. */
export async function makeSlot(
  dataKey: Buffer,
  vaultId: string,
  passphrase: string,
  kdf: KdfParameters,
  { id = randomUUID(), label }: { id?: string; label: string },
): Promise<KeySlot> {
  const salt = randomBytes(16)
  const words = passphraseBytes(passphrase)
  const labelKey = subKey(dataKey, vaultId, 'slot-labels')
  let wrappingKey: Buffer | undefined
  try {
    wrappingKey = await deriveKey(words, salt, kdf)
    const open = {
      id,
      kind: 'passphrase' as const,
      kdf: { algorithm: 'argon2id' as const, version: 19 as const, ...kdf, salt: salt.toString('base64') },
      label: seal(labelKey, Buffer.from(label, 'utf8'), canonicalBytes({ vaultId, slot: id })),
    }
    return { ...open, wrappedKey: seal(wrappingKey, dataKey, slotBinding(open, vaultId)) }
  } finally {
    wipe(words, wrappingKey, labelKey)
  }
}

/** Both copies as they stand on disk. */
export const readHeaderCopies = (folder: string): HeaderCopy[] => vaultFiles(folder).headers.map((path) => parseHeader(readSmallFile(path)))

/** A header copy that is not as it was written: `which` (0 or 1), and what is wrong with it. */
export type FaultyCopy = { copy: number; state: 'damaged' | 'missing' | 'newer' | 'altered' }

/** The copies that are torn, gone, or not made with the data key. An older generation of ours is none of these. */
export const faultyCopies = (folder: string, dataKey: Buffer): FaultyCopy[] =>
  readHeaderCopies(folder).flatMap((copy, which): FaultyCopy[] => {
    if (copy.state === 'erased') return [{ copy: which, state: 'damaged' }]
    if (copy.state !== 'readable') return [{ copy: which, state: copy.state }]
    return isAuthentic(copy.header, dataKey) ? [] : [{ copy: which, state: 'altered' }]
  })

/** The readable copies, newest generation first, or the reason why there is none. */
function readableHeaders(folder: string): Header[] {
  const copies = readHeaderCopies(folder)
  const newer = copies.find((copy) => copy.state === 'newer')
  if (newer !== undefined) throw new VaultError('newer_version', { version: newer.version })
  const headers = copies.flatMap((copy) => (copy.state === 'readable' ? [copy.header] : []))
  if (headers.length > 0) return headers.toSorted((a, b) => b.generation - a.generation)
  if (copies.some((copy) => copy.state === 'erased')) throw new VaultError('erased')
  const { head, database } = vaultFiles(folder)
  const somethingThere = copies.some((copy) => copy.state === 'damaged') || existsSync(head) || existsSync(database)
  throw somethingThere ? new VaultError('damaged', { what: 'header' }) : new VaultError('no_vault')
}

/**
 * Reads the header without a passphrase. Nothing of it is authenticated.
 * @throws {VaultError} `no_vault`, `damaged` (header), `newer_version`
 */
export function readHeaderInfo(folder: string): HeaderInfo {
  const [header] = readableHeaders(folder)
  if (header === undefined) throw new VaultError('no_vault')
  return {
    formatVersion: headerVersion,
    generation: header.generation,
    cipher: header.cipher,
    slots: header.slots.map(({ kind, kdf }) => ({ kind, kdf: describeKdf(kdf) })),
    copies: readHeaderCopies(folder).map(({ state }) => state),
  }
}

/** A slot's costs as people are shown them. */
export const describeKdf = ({ memoryKiB, passes, lanes }: KdfParameters) => ({
  algorithm: 'argon2id' as const,
  memoryMiB: Math.round(memoryKiB / 1024),
  passes,
  lanes,
})

/**
 * Opens the data key with a passphrase. Both copies are tried, newest first; the same slot is derived once.
 * @throws {VaultError} `wrong_passphrase` (a tampered slot says the same), `unsupported_kdf`, `damaged` (header)
 */
export async function unlockHeader(folder: string, passphrase: string): Promise<UnlockedHeader> {
  return unlockHeaders(readableHeaders(folder), passphrase)
}

/** The same with headers at hand, newest first: a backup carries one. */
export async function unlockHeaders(headers: readonly Header[], passphrase: string): Promise<UnlockedHeader> {
  const slots = headers.flatMap((header) => header.slots.map((slot) => ({ header, slot })))
  const safe = slots.filter(({ slot }) => isAcceptableKdf(slot.kdf))
  if (safe.length === 0) throw new VaultError('unsupported_kdf')
  const words = passphraseBytes(passphrase)
  const derived = new Map<string, Buffer>()
  let opensForged = false
  try {
    for (const { header, slot } of safe) {
      const { salt, memoryKiB, passes, lanes } = slot.kdf
      const name = `${salt}/${memoryKiB}/${passes}/${lanes}`
      const wrappingKey = derived.get(name) ?? (await deriveKey(words, Buffer.from(salt, 'base64'), { memoryKiB, passes, lanes }))
      derived.set(name, wrappingKey)
      const dataKey = unseal(wrappingKey, slot.wrappedKey, slotBinding(slot, header.vaultId))
      if (dataKey === undefined) continue
      if (dataKey.length === 32 && isAuthentic(header, dataKey)) return { dataKey, header, slot }
      wipe(dataKey)
      opensForged = true
    }
  } finally {
    wipe(words, ...derived.values())
  }
  // The passphrase is right, but what stands around the slot was altered in every copy that it opens.
  throw opensForged ? new VaultError('damaged', { what: 'header' }) : new VaultError('wrong_passphrase')
}

/**
 * Writes both copies with these slots, one after the other, so that at each moment at least one is whole. Afterwards
 * neither holds an older slot.
 */
export function writeHeader(folder: string, vaultId: string, slots: KeySlot[], dataKey: Buffer, after: number): Header {
  const { headers } = vaultFiles(folder)
  // The copy that is older, or not readable, goes first: the better one stands until a new one does.
  const generations = readHeaderCopies(folder).map((copy) => (copy.state === 'readable' ? copy.header.generation : 0))
  const first = (generations[0] ?? 0) <= (generations[1] ?? 0) ? 0 : 1
  let text = ''
  try {
    for (const [step, which] of [first, 1 - first].entries()) {
      const path = headers[which]
      text = headerText(newHeaderBody(vaultId, after + step + 1, slots), dataKey)
      if (path !== undefined) writeFileAtomically(path, text)
    }
  } catch (error) {
    throw asVaultError(error, 'header')
  }
  const written = parseHeader(text)
  if (written.state !== 'readable') throw new VaultError('internal', { where: 'header' })
  return written.header
}

/**
 * Makes both copies say what the opened one says, where one is torn, missing or an older one. Returns the header that
 * stands.
 */
export function repairHeader(folder: string, unlocked: UnlockedHeader): Header {
  const { header, dataKey } = unlocked
  const copies = readHeaderCopies(folder)
  const slots = canonicalBytes(header.slots)
  const whole = copies.every(
    (copy) => copy.state === 'readable' && isAuthentic(copy.header, dataKey) && canonicalBytes(copy.header.slots).equals(slots),
  )
  if (whole) return header
  const newest = Math.max(...copies.map((copy) => (copy.state === 'readable' ? copy.header.generation : 0)))
  // A forged generation may be the largest integer there is; ours must still be one.
  return writeHeader(folder, header.vaultId, header.slots, dataKey, newest < 2 ** 40 ? newest : header.generation)
}
