import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'

import { canonicalBytes } from './canonical.ts'
import { VaultError, asVaultError } from './errors.ts'
import { readSmallFile, vaultFiles, writeFileAtomically } from './files.ts'
import { newAbout, openAbout, sealAbout } from './header-about.ts'
import type { KeysAbout } from './header-about.ts'
import { headerText, isAuthentic, newHeaderBody, parseHeader, passphraseSlots, slotBinding } from './header-format.ts'
import type { Header, HeaderCopy, KeySlot, PassphraseSlot } from './header-format.ts'
import { deriveKey, isAcceptableKdf, passphraseBytes } from './kdf.ts'
import type { KdfParameters } from './kdf.ts'
import { seal, subKey, unseal, wipe } from './secrets.ts'
import type { Sealed } from './secrets.ts'

/** What anyone can read of a vault without the passphrase. */
export type HeaderInfo = {
  formatVersion: number
  generation: number
  cipher: string
  /** `kdf` of a passphrase; recovery codes and shares are as hard to guess as the data key itself. */
  slots: { kind: KeySlot['kind']; kdf?: { algorithm: 'argon2id'; memoryMiB: number; passes: number; lanes: number } }[]
  copies: HeaderCopy['state'][]
}

/** An unlocked header: the caller owns `dataKey` and wipes it. */
export type UnlockedHeader = { dataKey: Buffer; header: Header; slot: PassphraseSlot }

/**
 * Makes a passphrase slot: the data key sealed under the passphrase, the label under the data key. Costs with a `salt`
 * are those of the vault's other passphrases: with one salt for all, one Argon2id tries them all, so that unlocking, a
 * wrong passphrase and a tampered slot take the same time however many there are.
 */
export async function makeSlot(
  dataKey: Buffer,
  vaultId: string,
  passphrase: string,
  kdf: KdfParameters & { salt?: string },
  { id = randomUUID(), label }: { id?: string; label: string },
): Promise<PassphraseSlot> {
  const { memoryKiB, passes, lanes } = kdf
  const salt = kdf.salt === undefined ? randomBytes(16) : Buffer.from(kdf.salt, 'base64')
  const words = passphraseBytes(passphrase)
  let wrappingKey: Buffer | undefined
  try {
    wrappingKey = await deriveKey(words, salt, { memoryKiB, passes, lanes })
    const open = {
      id,
      kind: 'passphrase' as const,
      kdf: { algorithm: 'argon2id' as const, version: 19 as const, memoryKiB, passes, lanes, salt: salt.toString('base64') },
      label: sealLabel(label, dataKey, vaultId, id),
    }
    return { ...open, wrappedKey: seal(wrappingKey, dataKey, slotBinding(open, vaultId)) }
  } finally {
    wipe(words, wrappingKey)
  }
}

const labelBinding = (vaultId: string, slot: string): Buffer => canonicalBytes({ vaultId, slot })

/** A slot's label under the data key, bound to the slot. */
export function sealLabel(label: string, dataKey: Buffer, vaultId: string, slotId: string): Sealed {
  const key = subKey(dataKey, vaultId, 'slot-labels')
  try {
    return seal(key, Buffer.from(label, 'utf8'), labelBinding(vaultId, slotId))
  } finally {
    wipe(key)
  }
}

/** A slot's label: whose passphrase it is, and empty for the other kinds. */
export function openLabel(slot: KeySlot, dataKey: Buffer, vaultId: string): string {
  const key = subKey(dataKey, vaultId, 'slot-labels')
  try {
    return unseal(key, slot.label, labelBinding(vaultId, slot.id))?.toString('utf8') ?? ''
  } finally {
    wipe(key)
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
export function readableHeaders(folder: string): Header[] {
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
    formatVersion: header.version,
    generation: header.generation,
    cipher: header.cipher,
    slots: header.slots.map((slot) => (slot.kind === 'passphrase' ? { kind: slot.kind, kdf: describeKdf(slot.kdf) } : { kind: slot.kind })),
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
  const slots = headers.flatMap((header) => passphraseSlots(header.slots).map((slot) => ({ header, slot })))
  const safe = slots.filter(({ slot }) => isAcceptableKdf(slot.kdf))
  // Where no passphrase is left to try, recovery code and shares may open it still; that is another door.
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

/** What a header says of its keys besides the slots. Left out, they are keys that were all made now. */
export type HeaderExtras = { about?: KeysAbout; auditKey?: Sealed | undefined }

/**
 * Writes both copies with these slots, one after the other, so that at each moment at least one is whole. Afterwards
 * neither holds an older slot.
 */
export function writeHeader(
  folder: string,
  vaultId: string,
  slots: KeySlot[],
  dataKey: Buffer,
  after: number,
  { about = newAbout(slots.map(({ id }) => id)), auditKey }: HeaderExtras = {},
): Header {
  const { headers } = vaultFiles(folder)
  // The copy that is older, or not readable, goes first: the better one stands until a new one does.
  const generations = readHeaderCopies(folder).map((copy) => (copy.state === 'readable' ? copy.header.generation : 0))
  const first = (generations[0] ?? 0) <= (generations[1] ?? 0) ? 0 : 1
  const seals = { about: sealAbout(about, dataKey, vaultId), auditKey }
  let text = ''
  try {
    for (const [step, which] of [first, 1 - first].entries()) {
      const path = headers[which]
      text = headerText(newHeaderBody(vaultId, after + step + 1, slots, seals), dataKey)
      if (path !== undefined) writeFileAtomically(path, text)
    }
  } catch (error) {
    throw asVaultError(error, 'header')
  }
  const written = parseHeader(text)
  if (written.state !== 'readable') throw new VaultError('internal', { where: 'header' })
  return written.header
}

/** What a header carries from one writing to the next besides its slots. A version 1 says when at least its key was there. */
export const extrasOf = (header: Header, dataKey: Buffer): HeaderExtras & { about: KeysAbout } => ({
  about: openAbout(header, dataKey) ?? newAbout(header.slots.map(({ id }) => id)),
  auditKey: header.version === 1 ? undefined : header.auditKey,
})

/**
 * Makes both copies say what the opened one says, where one is torn, missing or an older one. Returns the header that
 * stands.
 */
export function repairHeader(folder: string, unlocked: UnlockedHeader): Header {
  const { header, dataKey } = unlocked
  const copies = readHeaderCopies(folder)
  const contents = contentsOf(header)
  const whole = copies.every(
    (copy) => copy.state === 'readable' && isAuthentic(copy.header, dataKey) && contentsOf(copy.header).equals(contents),
  )
  if (whole) return header
  const newest = Math.max(...copies.map((copy) => (copy.state === 'readable' ? copy.header.generation : 0)))
  // A forged generation may be the largest integer there is; ours must still be one.
  const after = newest < 2 ** 40 ? newest : header.generation
  return writeHeader(folder, header.vaultId, header.slots, dataKey, after, extrasOf(header, dataKey))
}

/** What both copies must say alike: everything but the generation. */
function contentsOf(header: Header): Buffer {
  const { generation: _, mac: __, ...rest } = header
  return canonicalBytes(rest)
}
