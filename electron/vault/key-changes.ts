import { randomUUID } from 'node:crypto'

import type { CallOutput } from '../contract/index.ts'
import { caseworkerSlots } from './caseworker-slots.ts'
import type { AuditDetails } from './chain.ts'
import { VaultError } from './errors.ts'
import type { KeysAbout, SlotAbout } from './header-about.ts'
import { isRoomFor, passphraseSlots } from './header-format.ts'
import type { KeySlot } from './header-format.ts'
import { describeKdf, extrasOf, makeSlot, openLabel, writeHeader } from './header.ts'
import type { KdfParameters } from './kdf.ts'
import { makeRecoverySlot, slotOf, slotsOf } from './key-slots.ts'
import type { TypedSecret } from './key-slots.ts'
import { aboutOf } from './key-state.ts'
import { keyOfCode, newRecoveryCode } from './recovery-code.ts'
import { newShares } from './recovery-shares.ts'
import { wipe } from './secrets.ts'
import { refuseWeak } from './strength.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

const refuseReadOnly = (vault: Vault): void => {
  if (vault.readOnly) throw new VaultError('read_only')
}

/**
 * Who changes a key knows the passphrase with which the vault was opened.
 * @throws {VaultError} `wrong_passphrase`, for another slot's passphrase too
 */
export async function refuseStranger(vault: Vault, current: string): Promise<void> {
  const [slot] = await slotsOf(secretsOf(vault).unlocked.header, [current])
  if (slot?.id !== vault.slotId) throw new VaultError('wrong_passphrase')
}

type KeyChange = {
  kind: string
  details: AuditDetails
  slots: KeySlot[]
  about: KeysAbout
  /** The caseworker's row that goes with it, and how it becomes what it was again. */
  row?: { uuid: string; write: () => void; takeBack: () => void }
}

/**
 * Changes the vault's keys. The audit entry comes first: a key never changes without one, and a full disk is met before
 * anything has. Where the header can't be written after all, a second entry says so.
 */
function changeKeys(vault: Vault, { kind, details, slots, about, row }: KeyChange): void {
  const secrets = secretsOf(vault)
  const { header } = secrets.unlocked
  const touched = row === undefined ? [] : [['caseworkers', row.uuid] as const]
  secrets.writer.audit(kind, details, touched, row?.write)
  try {
    const { auditKey } = extrasOf(header, secrets.dataKey)
    const written = writeHeader(vault.folder, header.vaultId, slots, secrets.dataKey, header.generation, { about, auditKey })
    const slot = passphraseSlots(slots).find(({ id }) => id === vault.slotId) ?? secrets.unlocked.slot
    secrets.unlocked = { ...secrets.unlocked, header: written, slot }
  } catch (error) {
    try {
      secrets.writer.audit('keys.unchanged', details, touched, row?.takeBack)
    } catch {
      // The reason why the keys are as they were is the one to tell.
    }
    throw error
  }
}

/** What a change of keys starts from. */
function keysOf(vault: Vault): { slots: KeySlot[]; about: KeysAbout; vaultId: string; dataKey: Buffer } {
  const { dataKey, unlocked } = secretsOf(vault)
  const { header } = unlocked
  return { slots: [...header.slots], about: aboutOf(header, dataKey, vault.db), vaultId: header.vaultId, dataKey }
}

const withSlot = (about: KeysAbout, id: string, slot: SlotAbout): KeysAbout => ({ ...about, slots: { ...about.slots, [id]: slot } })

function refuseFull(slots: readonly KeySlot[], kind: KeySlot['kind']): void {
  if (!isRoomFor(slots, kind)) throw new VaultError('key_refused', { reason: 'full' })
}

/** The vault's keys, passphrases first, each kind in the order in which they were made. */
export function listKeys(vault: Vault): CallOutput<'keys.list'> {
  const { slots, about, vaultId, dataKey } = keysOf(vault)
  const rows = caseworkerSlots(vault.db)
  const order = ['passphrase', 'recovery_code', 'recovery_shares']
  const listed = slots.map((slot): CallOutput<'keys.list'>['slots'][number] => {
    const { createdAt, tried, shares } = about.slots[slot.id] ?? { createdAt: about.keyMadeAt, tried: false }
    return {
      id: slot.id,
      kind: slot.kind,
      label: openLabel(slot, dataKey, vaultId),
      caseworkerName: rows.of(slot.id)?.name ?? null,
      createdAt,
      own: slot.id === vault.slotId,
      tried,
      ...(shares === undefined ? {} : { shares }),
      ...(slot.kind === 'passphrase' ? { kdf: describeKdf(slot.kdf) } : {}),
    }
  })
  return {
    slots: listed.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.createdAt - b.createdAt),
    olderKeys: about.olderKeys,
    keyMadeAt: about.keyMadeAt,
  }
}

/**
 * Adds a colleague's passphrase, with a caseworker's row of their own: what they change then names them.
 * @throws {VaultError} `wrong_passphrase`, `weak_passphrase`, `key_refused` (full, name_taken), `read_only`, `disk_full`
 */
export async function addPassphrase(
  vault: Vault,
  { current, name, passphrase }: { current: string; name: string; passphrase: string },
): Promise<{ id: string }> {
  refuseReadOnly(vault)
  const { slots, about, vaultId, dataKey } = keysOf(vault)
  const slotIds = slots.map(({ id }) => id)
  const rows = caseworkerSlots(vault.db)
  await refuseStranger(vault, current)
  refuseFull(slots, 'passphrase')
  if (rows.isTaken(name, slotIds)) throw new VaultError('key_refused', { reason: 'name_taken' })
  await refuseWeak(passphrase, [vault.info.title, name])
  const id = randomUUID()
  const slot = await makeSlot(dataKey, vaultId, passphrase, secretsOf(vault).unlocked.slot.kdf, { id, label: name })
  const row = rows.plan(name, id, slotIds)
  changeKeys(vault, {
    kind: 'keys.added',
    details: { kind: 'passphrase', slot: id },
    slots: [...slots, slot],
    about: withSlot(about, id, { createdAt: Date.now(), tried: false }),
    row: { ...row, takeBack: () => rows.free(row.uuid) },
  })
  return { id }
}

function addRecovery(vault: Vault, kind: 'recovery_code' | 'recovery_shares', key: Buffer, shares?: SlotAbout['shares']): string {
  const { slots, about, vaultId, dataKey } = keysOf(vault)
  const slot = makeRecoverySlot(dataKey, vaultId, { kind, key })
  changeKeys(vault, {
    kind: 'keys.added',
    details: { kind, slot: slot.id, ...(shares === undefined ? {} : { needed: shares.needed, total: shares.total }) },
    slots: [...slots, slot],
    about: withSlot(about, slot.id, { createdAt: Date.now(), tried: false, ...(shares === undefined ? {} : { shares }) }),
  })
  return slot.id
}

/** Adds a recovery code; it is shown this once. @throws {VaultError} as `addPassphrase` */
export async function makeRecoveryCode(vault: Vault, current: string): Promise<{ id: string; code: string }> {
  refuseReadOnly(vault)
  await refuseStranger(vault, current)
  refuseFull(keysOf(vault).slots, 'recovery_code')
  const code = newRecoveryCode()
  const key = keyOfCode(code)
  try {
    return { id: addRecovery(vault, 'recovery_code', key), code }
  } finally {
    wipe(key)
  }
}

/** Adds a set of recovery shares; its cards are shown this once. @throws {VaultError} as `addPassphrase` */
export async function makeShares(
  vault: Vault,
  { current, needed, total }: { current: string; needed: number; total: number },
): Promise<CallOutput<'keys.makeShares'>> {
  refuseReadOnly(vault)
  await refuseStranger(vault, current)
  refuseFull(keysOf(vault).slots, 'recovery_shares')
  const { key, setId, cards } = await newShares(vault.info.vaultNumber, needed, total)
  try {
    return { id: addRecovery(vault, 'recovery_shares', key, { setId, needed, total }), setId, cards }
  } finally {
    wipe(key)
  }
}

/**
 * Tries a key on the vault's header, as the lock screen would, and notes that it opens.
 * @throws {VaultError} `wrong_passphrase`, `recovery_refused`
 */
export async function tryKey(vault: Vault, secret: TypedSecret): Promise<CallOutput<'keys.try'>> {
  const { slots, about, vaultId, dataKey } = keysOf(vault)
  const { id, kind } = await slotOf(secretsOf(vault).unlocked.header, secret)
  const slot = slots.find((other) => other.id === id)
  if (slot === undefined) throw new VaultError('internal', { where: 'keys.try' })
  if (!vault.readOnly) {
    const known = about.slots[id] ?? { createdAt: about.keyMadeAt, tried: false }
    if (known.tried) vault.audit('keys.tried', { kind, slot: id })
    else
      changeKeys(vault, { kind: 'keys.tried', details: { kind, slot: id }, slots, about: withSlot(about, id, { ...known, tried: true }) })
  }
  return { slotId: id, kind, label: openLabel(slot, dataKey, vaultId) }
}

/**
 * Withdraws a key. An older header that somebody kept still opens with it; only a re-key ends that.
 * @throws {VaultError} `wrong_passphrase`, `not_found`, `key_refused` (own, last), `read_only`, `disk_full`
 */
export async function revokeKey(vault: Vault, { current, id }: { current: string; id: string }): Promise<void> {
  refuseReadOnly(vault)
  const { slots, about } = keysOf(vault)
  const slot = slots.find((other) => other.id === id)
  if (slot === undefined) throw new VaultError('not_found', { what: 'key' })
  // The last passphrase is always the one that opened the vault.
  if (id === vault.slotId) throw new VaultError('key_refused', { reason: passphraseSlots(slots).length === 1 ? 'last' : 'own' })
  await refuseStranger(vault, current)
  const { [id]: _, ...others } = about.slots
  const rows = caseworkerSlots(vault.db)
  const owner = rows.of(id)
  changeKeys(vault, {
    kind: 'keys.revoked',
    details: { kind: slot.kind, slot: id },
    slots: slots.filter((other) => other.id !== id),
    about: { ...about, slots: others, olderKeys: true },
    ...(owner === undefined
      ? {}
      : { row: { uuid: owner.uuid, write: () => rows.free(owner.uuid), takeBack: () => rows.bind(owner.uuid, id) } }),
  })
}

/**
 * Replaces the passphrase of the slot that opened the vault: the same data key, sealed anew. Both header copies are
 * written, so that afterwards the old passphrase opens neither. The data is not touched.
 * @throws {VaultError} `wrong_passphrase`, `weak_passphrase`, `read_only`, `disk_full`
 */
export async function changePassphrase(
  vault: Vault,
  { current, next, kdf }: { current: string; next: string; kdf?: KdfParameters },
): Promise<void> {
  refuseReadOnly(vault)
  await refuseStranger(vault, current)
  const { slots, about, vaultId, dataKey } = keysOf(vault)
  await refuseWeak(next, [vault.info.title, vault.caseworker.name])
  const own = secretsOf(vault).unlocked.slot
  const { memoryKiB, passes, lanes, salt } = own.kdf
  const alone = passphraseSlots(slots).length === 1
  // A salt of its own again as soon as no other passphrase shares it.
  const costs = kdf ?? (alone ? { memoryKiB, passes, lanes } : { memoryKiB, passes, lanes, salt })
  const label = openLabel(own, dataKey, vaultId)
  const slot = await makeSlot(dataKey, vaultId, next, costs, { id: own.id, label })
  changeKeys(vault, {
    kind: 'passphrase.changed',
    details: { slot: own.id },
    slots: slots.map((other) => (other.id === slot.id ? slot : other)),
    about: { ...withSlot(about, own.id, { createdAt: Date.now(), tried: true }), olderKeys: true },
  })
}
