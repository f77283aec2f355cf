import { createSecretKey } from 'node:crypto'
import { z } from 'zod'

import { canonicalBytes } from './canonical.ts'
import { VaultError } from './errors.ts'
import type { Header } from './header-format.ts'
import { macKey, seal, subKey, unseal, wipe } from './secrets.ts'
import type { MacKey, Sealed } from './secrets.ts'

const aboutSchema = z.object({
  /** When the data key was made, UTC milliseconds. */
  keyMadeAt: z.int(),
  /** Whether a key that opened this data key was withdrawn or replaced since: an older header still opens with it. */
  olderKeys: z.boolean(),
  slots: z.record(
    z.string(),
    z.object({
      createdAt: z.int(),
      tried: z.boolean(),
      shares: z.object({ setId: z.string(), needed: z.int(), total: z.int() }).optional(),
    }),
  ),
})

/** What is known of a vault's keys besides what opens them; it stands in the header, encrypted. */
export type KeysAbout = z.infer<typeof aboutSchema>
export type SlotAbout = KeysAbout['slots'][string]

const binding = (vaultId: string, part: 'about' | 'audit-key'): Buffer => canonicalBytes({ vaultId, part })

function withKey<T>(dataKey: Buffer, vaultId: string, work: (key: Buffer) => T): T {
  const key = subKey(dataKey, vaultId, 'keys')
  try {
    return work(key)
  } finally {
    wipe(key)
  }
}

/** What there is to say of keys that were all made now, by who knows them. */
export const newAbout = (slotIds: readonly string[], now = Date.now()): KeysAbout => ({
  keyMadeAt: now,
  olderKeys: false,
  slots: Object.fromEntries(slotIds.map((id) => [id, { createdAt: now, tried: true }])),
})

export const sealAbout = (about: KeysAbout, dataKey: Buffer, vaultId: string): Sealed =>
  withKey(dataKey, vaultId, (key) => seal(key, canonicalBytes(about), binding(vaultId, 'about')))

/**
 * What a header says of its keys; undefined for one of version 1, which says nothing.
 * @throws {VaultError} `damaged` (header)
 */
export function openAbout(header: Header, dataKey: Buffer): KeysAbout | undefined {
  if (header.version === 1) return undefined
  const { about, vaultId } = header
  const plain = withKey(dataKey, vaultId, (key) => unseal(key, about, binding(vaultId, 'about')))
  const read = aboutSchema.safeParse(plain === undefined ? undefined : JSON.parse(plain.toString('utf8')))
  if (!read.success) throw new VaultError('damaged', { what: 'header' })
  return read.data
}

/** The audit chain's key, sealed for a header under another data key; `audit` stays the caller's. */
export const sealAuditKey = (audit: Buffer, dataKey: Buffer, vaultId: string): Sealed =>
  withKey(dataKey, vaultId, (key) => seal(key, audit, binding(vaultId, 'audit-key')))

/** The bytes of the audit chain's key; the caller wipes them. @throws {VaultError} `damaged` (header) */
export function auditKeyBytes(header: Header, dataKey: Buffer): Buffer {
  const { vaultId } = header
  const carried = header.version === 1 ? undefined : header.auditKey
  if (carried === undefined) return subKey(dataKey, vaultId, 'audit')
  const bytes = withKey(dataKey, vaultId, (key) => unseal(key, carried, binding(vaultId, 'audit-key')))
  if (bytes?.length !== 32) throw new VaultError('damaged', { what: 'header' })
  return bytes
}

/**
 * The key of a vault's audit chain: the data key's own, or the one that a re-key carried over, since the chain's hashes
 * were made with it and what they were made of is gone. Always ask here, never for the sub-key.
 */
export function auditKeyOf(header: Header, dataKey: Buffer): MacKey {
  if (header.version === 1 || header.auditKey === undefined) return macKey(dataKey, header.vaultId, 'audit')
  const bytes = auditKeyBytes(header, dataKey)
  try {
    return createSecretKey(bytes)
  } finally {
    wipe(bytes)
  }
}
