import { randomBytes, randomUUID } from 'node:crypto'

import { VaultError } from './errors.ts'
import { isAuthentic, passphraseSlots, recoverySlots, slotBinding } from './header-format.ts'
import type { Header, KeySlot, PassphraseSlot, RecoverySlot } from './header-format.ts'
import { sealLabel } from './header.ts'
import { deriveKey, passphraseBytes } from './kdf.ts'
import type { KdfParameters } from './kdf.ts'
import { keyOfCode, recoveryWrappingKey } from './recovery-code.ts'
import { keyOfShares } from './recovery-shares.ts'
import { seal, unseal, wipe } from './secrets.ts'

/** A secret with which a slot opens, as somebody typed it. */
export type RecoverySecret = { code: string } | { shares: readonly string[] }
export type TypedSecret = { passphrase: string } | RecoverySecret

type RecoveryKey = { kind: RecoverySlot['kind']; key: Buffer }

/** Reads what was typed; the caller wipes the key. @throws {VaultError} `recovery_refused` for what can't be a key at all */
async function recoveryKeyOf(secret: RecoverySecret, vaultNumber: string | undefined): Promise<RecoveryKey> {
  return 'code' in secret
    ? { kind: 'recovery_code', key: keyOfCode(secret.code) }
    : { kind: 'recovery_shares', key: await keyOfShares(secret.shares, vaultNumber) }
}

/** Makes the slot of a recovery code or of shares. Its key is as hard to guess as the data key, so that HKDF is enough. */
export function makeRecoverySlot(dataKey: Buffer, vaultId: string, { kind, key }: RecoveryKey): RecoverySlot {
  const salt = randomBytes(16)
  const id = randomUUID()
  const open = { id, kind, salt: salt.toString('base64'), label: sealLabel('', dataKey, vaultId, id) }
  const wrappingKey = recoveryWrappingKey(kind, key, salt)
  try {
    return { ...open, wrappedKey: seal(wrappingKey, dataKey, slotBinding(open, vaultId)) }
  } finally {
    wipe(wrappingKey)
  }
}

function openedBy(slot: KeySlot, wrappingKey: Buffer, vaultId: string): Buffer | undefined {
  const dataKey = unseal(wrappingKey, slot.wrappedKey, slotBinding(slot, vaultId))
  return dataKey?.length === 32 ? dataKey : undefined
}

/** A header opened with a recovery code or shares: the caller owns `dataKey` and wipes it. */
export type RecoveredHeader = { dataKey: Buffer; header: Header; slot: RecoverySlot }

/**
 * Opens the data key with a recovery code or shares; the headers come newest first.
 * @throws {VaultError} `recovery_refused` (`wrong` for a tampered slot too), `damaged` (header)
 */
export async function unlockByRecovery(headers: readonly Header[], secret: RecoverySecret): Promise<RecoveredHeader> {
  const { kind, key } = await recoveryKeyOf(secret, headers[0]?.vaultId)
  let opensForged = false
  try {
    for (const header of headers) {
      for (const slot of recoverySlots(header.slots)) {
        if (slot.kind !== kind) continue
        const wrappingKey = recoveryWrappingKey(kind, key, Buffer.from(slot.salt, 'base64'))
        const dataKey = openedBy(slot, wrappingKey, header.vaultId)
        wipe(wrappingKey)
        if (dataKey === undefined) continue
        if (isAuthentic(header, dataKey)) return { dataKey, header, slot }
        wipe(dataKey)
        opensForged = true
      }
    }
  } finally {
    wipe(key)
  }
  throw opensForged ? new VaultError('damaged', { what: 'header' }) : new VaultError('recovery_refused', { reason: 'wrong' })
}

const isOf = (kdf: PassphraseSlot['kdf'], { salt, memoryKiB, passes, lanes }: PassphraseSlot['kdf']): boolean =>
  kdf.salt === salt && kdf.memoryKiB === memoryKiB && kdf.passes === passes && kdf.lanes === lanes

/**
 * The slots of a header that these passphrases open, one for each, or undefined; each Argon2id is run once.
 * The slots are those of a vault that is open: they have been checked.
 */
export async function slotsOf(header: Header, passphrases: readonly string[]): Promise<(PassphraseSlot | undefined)[]> {
  const slots = passphraseSlots(header.slots)
  const kdfs = slots.map(({ kdf }) => kdf).filter((kdf, place, all) => all.findIndex((other) => isOf(other, kdf)) === place)
  const found: (PassphraseSlot | undefined)[] = []
  for (const passphrase of passphrases) {
    const words = passphraseBytes(passphrase)
    let slot: PassphraseSlot | undefined
    try {
      for (const kdf of kdfs) {
        if (slot !== undefined) break
        const wrappingKey = await deriveKey(words, Buffer.from(kdf.salt, 'base64'), costsOf(kdf))
        slot = slots.find((other) => isOf(other.kdf, kdf) && opens(other, wrappingKey, header.vaultId))
        wipe(wrappingKey)
      }
    } finally {
      wipe(words)
    }
    found.push(slot)
  }
  return found
}

function opens(slot: KeySlot, wrappingKey: Buffer, vaultId: string): boolean {
  const dataKey = openedBy(slot, wrappingKey, vaultId)
  wipe(dataKey)
  return dataKey !== undefined
}

export const costsOf = ({ memoryKiB, passes, lanes }: KdfParameters): KdfParameters => ({ memoryKiB, passes, lanes })

/** The slot that a typed secret opens. @throws {VaultError} `wrong_passphrase`, `recovery_refused` */
export async function slotOf(header: Header, secret: TypedSecret): Promise<KeySlot> {
  if ('passphrase' in secret) {
    const [slot] = await slotsOf(header, [secret.passphrase])
    if (slot === undefined) throw new VaultError('wrong_passphrase')
    return slot
  }
  const { dataKey, slot } = await unlockByRecovery([header], secret)
  wipe(dataKey)
  return slot
}
