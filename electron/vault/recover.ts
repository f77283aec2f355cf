import { randomUUID } from 'node:crypto'

import { VaultError, asVaultError } from './errors.ts'
import { isWritable } from './files.ts'
import { isRoomFor, passphraseSlots } from './header-format.ts'
import type { Header, PassphraseSlot } from './header-format.ts'
import { extrasOf, makeSlot, openLabel, readableHeaders, writeHeader } from './header.ts'
import type { UnlockedHeader } from './header.ts'
import { isAcceptableKdf, tuneKdf } from './kdf.ts'
import { unlockByRecovery } from './key-slots.ts'
import type { RecoveredHeader, RecoverySecret } from './key-slots.ts'
import { readMigrations } from './migrations.ts'
import { openUnlocked, takeVault } from './open.ts'
import { wipe } from './secrets.ts'
import { refuseWeak } from './strength.ts'
import type { Vault } from './vault.ts'

export type RecoverOptions = {
  secret: RecoverySecret
  /** The new passphrase. */
  passphrase: string
  /** Whose forgotten passphrase it replaces. */
  slotId?: string | undefined
  /** A further caseworker, whose it is. */
  name?: string | undefined
  onProgress?: (share: number | null) => void
}

/** Whose passphrases a vault has, for who holds its recovery code or enough cards. */
export async function passphraseOwners(folder: string, secret: RecoverySecret): Promise<{ slotId: string; name: string }[]> {
  const { place, lock } = takeVault(folder)
  try {
    const { dataKey, header } = await unlockByRecovery(readableHeaders(place), secret)
    try {
      return passphraseSlots(header.slots).map((slot) => ({ slotId: slot.id, name: openLabel(slot, dataKey, header.vaultId) }))
    } finally {
      wipe(dataKey)
    }
  } finally {
    lock.release()
  }
}

/**
 * The way back in for who forgot a passphrase: opens the vault with a recovery code or shares, seals the same data key
 * under a new passphrase, and leaves the vault open. The data is not touched; the recovery code or shares stay good.
 * @throws {VaultError} as `openVault`; `recovery_refused`, `weak_passphrase`, `key_refused` (choose, full, name_taken)
 */
export async function recoverVault(folder: string, options: RecoverOptions): Promise<Vault> {
  const { place, lock } = takeVault(folder)
  let recovered: RecoveredHeader | undefined
  let opened: UnlockedHeader
  let kind: string
  try {
    options.onProgress?.(null)
    if (!isWritable(place)) throw new VaultError('read_only')
    recovered = await unlockByRecovery(readableHeaders(place), options.secret)
    kind = recovered.slot.kind
    opened = await setPassphrase(place, recovered, options)
  } catch (error) {
    wipe(recovered?.dataKey)
    lock.release()
    throw asVaultError(error, 'vault')
  }
  const { onProgress } = options
  const vault = openUnlocked(place, opened, lock, { migrations: readMigrations(), ...(onProgress === undefined ? {} : { onProgress }) })
  try {
    vault.audit('keys.recovered', { kind, slot: opened.slot.id })
    return vault
  } catch (error) {
    vault.close()
    throw error
  }
}

type Chosen = { id: string; label: string; replaced: PassphraseSlot | undefined }

function chosenSlot({ dataKey, header }: RecoveredHeader, { slotId, name }: RecoverOptions): Chosen {
  const slots = passphraseSlots(header.slots)
  const labels = new Map(slots.map((slot) => [slot.id, openLabel(slot, dataKey, header.vaultId)]))
  if (name !== undefined && slotId === undefined) {
    if ([...labels.values()].includes(name)) throw new VaultError('key_refused', { reason: 'name_taken' })
    if (!isRoomFor(header.slots, 'passphrase')) throw new VaultError('key_refused', { reason: 'full' })
    return { id: randomUUID(), label: name, replaced: undefined }
  }
  const replaced = slotId === undefined && slots.length === 1 ? slots[0] : slots.find(({ id }) => id === slotId)
  if (replaced === undefined)
    throw slotId === undefined ? new VaultError('key_refused', { reason: 'choose' }) : new VaultError('not_found', { what: 'key' })
  return { id: replaced.id, label: labels.get(replaced.id) ?? '', replaced }
}

async function setPassphrase(folder: string, recovered: RecoveredHeader, options: RecoverOptions): Promise<UnlockedHeader> {
  const { dataKey, header } = recovered
  const { vaultId } = header
  const { id, label, replaced } = chosenSlot(recovered, options)
  await refuseWeak(options.passphrase, [label])
  const others = passphraseSlots(header.slots).filter((slot) => slot.id !== replaced?.id)
  // The others' salt, so that one Argon2id tries all; a new one where it would be the only one.
  const shared = others.find(({ kdf }) => isAcceptableKdf(kdf))?.kdf
  const slot = await makeSlot(dataKey, vaultId, options.passphrase, shared ?? (await costsAlone(replaced)), { id, label })
  const slots = replaced === undefined ? [...header.slots, slot] : header.slots.map((other) => (other.id === id ? slot : other))
  const written: Header = writeHeader(folder, vaultId, slots, dataKey, header.generation, extrasAfter(recovered, id, replaced))
  return { dataKey, header: written, slot }
}

async function costsAlone(replaced: PassphraseSlot | undefined): Promise<{ memoryKiB: number; passes: number; lanes: number }> {
  if (replaced === undefined || !isAcceptableKdf(replaced.kdf)) return tuneKdf()
  const { memoryKiB, passes, lanes } = replaced.kdf
  return { memoryKiB, passes, lanes }
}

/** The recovery key has now been tried, and a passphrase that was replaced opens an older header still. */
function extrasAfter(
  { dataKey, header, slot }: RecoveredHeader,
  id: string,
  replaced: PassphraseSlot | undefined,
): ReturnType<typeof extrasOf> {
  const { about, auditKey } = extrasOf(header, dataKey)
  const used = about.slots[slot.id] ?? { createdAt: about.keyMadeAt, tried: false }
  return {
    auditKey,
    about: {
      ...about,
      olderKeys: about.olderKeys || replaced !== undefined,
      slots: { ...about.slots, [slot.id]: { ...used, tried: true }, [id]: { createdAt: Date.now(), tried: true } },
    },
  }
}
