import { z } from 'zod'

import { erasedFormat } from '../contract/index.ts'
import { canonicalBytes } from './canonical.ts'
import { mac, sameMac, subKey, wipe } from './secrets.ts'
import type { Sealed } from './secrets.ts'

/** The header's own format, as it is written; version 1 is read too. A higher one was written by a newer version of the program. */
export const headerVersion = 2
const formatName = 'habeas-vault'
/** What passphrase slots were bound to in version 1, and all slots are still: a slot is never made anew for a new header. */
const slotVersion = 1
const mostSlots = 16
/** All have the same salt, so that they cost one Argon2id together; a header that was altered may ask for one each. */
export const mostPassphrases = 8

const base64 = (bytes: number) => z.base64().refine((value) => Buffer.from(value, 'base64').length === bytes)
const sealedSchema = z.strictObject({ nonce: base64(12), ciphertext: z.base64().max(4096), tag: base64(16) })

const slotParts = {
  id: z.uuid(),
  /** Whose slot it is, encrypted: nothing about people stands in the open. */
  label: sealedSchema,
  /** The data key, sealed under what Argon2id makes of the passphrase, or HKDF of a recovery code or shares. */
  wrappedKey: sealedSchema,
}
const passphraseSlotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'),
    version: z.literal(19),
    memoryKiB: z.int().positive(),
    passes: z.int().positive(),
    lanes: z.int().positive(),
    salt: base64(16),
  }),
  ...slotParts,
})
const recoverySlotSchema = z.strictObject({ kind: z.enum(['recovery_code', 'recovery_shares']), salt: base64(16), ...slotParts })

const headerParts = { format: z.literal(formatName), vaultId: z.uuid(), generation: z.int().positive(), cipher: z.literal('sqlcipher-4') }
const headerSchema = z.discriminatedUnion('version', [
  z.strictObject({
    ...headerParts,
    version: z.literal(1),
    slots: z.array(passphraseSlotSchema).min(1).max(mostPassphrases),
    mac: base64(32),
  }),
  z.strictObject({
    ...headerParts,
    version: z.literal(headerVersion),
    slots: z
      .array(z.discriminatedUnion('kind', [passphraseSlotSchema, recoverySlotSchema]))
      .min(1)
      .max(mostSlots)
      .refine((slots) => slots.filter(({ kind }) => kind === 'passphrase').length <= mostPassphrases),
    /** What is known of the keys besides (`KeysAbout`), encrypted. */
    about: sealedSchema.extend({ ciphertext: z.base64().max(16_384) }),
    /** The key of the audit chain, where it is not the data key's own: a re-key carries it over. */
    auditKey: sealedSchema.optional(),
    mac: base64(32),
  }),
])

export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>
export type RecoverySlot = z.infer<typeof recoverySlotSchema>
export type KeySlot = PassphraseSlot | RecoverySlot
export type Header = z.infer<typeof headerSchema>
/** What a header of the present version holds besides its slots. */
export type HeaderSeals = { about: Sealed; auditKey?: Sealed | undefined }
/** A header before its MAC. */
export type HeaderBody = Omit<Extract<Header, { version: 1 }>, 'mac'> | Omit<Extract<Header, { version: 2 }>, 'mac'>

export const isPassphraseSlot = (slot: KeySlot): slot is PassphraseSlot => slot.kind === 'passphrase'
/** The passphrase slots of a header, whichever version it is. */
export const passphraseSlots = (slots: readonly KeySlot[]): PassphraseSlot[] => slots.filter(isPassphraseSlot)
export const recoverySlots = (slots: readonly KeySlot[]): RecoverySlot[] => slots.filter((slot) => slot.kind !== 'passphrase')
/** Whether a header can hold one more slot of a kind. */
export const isRoomFor = (slots: readonly KeySlot[], kind: KeySlot['kind']): boolean =>
  slots.length < mostSlots && (kind !== 'passphrase' || slots.filter(isPassphraseSlot).length < mostPassphrases)

/** What one of the two copies turned out to be. */
export type HeaderCopy =
  | { state: 'readable'; header: Header }
  | { state: 'newer'; version: number }
  | { state: 'erased' }
  | { state: 'damaged' }
  | { state: 'missing' }

const newerSchema = z.looseObject({ format: z.literal(formatName), version: z.int().gt(headerVersion) })

/** What a quick erase writes over the key slots. */
const erasedSchema = z.looseObject({ format: z.literal(erasedFormat) })

/** Reads one copy's text. Nothing of it is trusted before its MAC is checked under the data key. */
export function parseHeader(text: string | undefined): HeaderCopy {
  if (text === undefined) return { state: 'missing' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { state: 'damaged' }
  }
  const header = headerSchema.safeParse(value)
  if (header.success) return { state: 'readable', header: header.data }
  if (erasedSchema.safeParse(value).success) return { state: 'erased' }
  const newer = newerSchema.safeParse(value)
  return newer.success ? { state: 'newer', version: newer.data.version } : { state: 'damaged' }
}

function headerMac(body: HeaderBody, dataKey: Buffer): Buffer {
  const key = subKey(dataKey, body.vaultId, 'header')
  try {
    return mac(key, canonicalBytes(body))
  } finally {
    wipe(key)
  }
}

/** The header's text with its MAC under the data key (security rule 6). */
export function headerText(body: HeaderBody, dataKey: Buffer): string {
  const header: Header = { ...body, mac: headerMac(body, dataKey).toString('base64') }
  return `${JSON.stringify(header, undefined, 2)}\n`
}

/** Whether a header is as whoever held the data key wrote it. */
export function isAuthentic(header: Header, dataKey: Buffer): boolean {
  const { mac: found, ...body } = header
  return sameMac(Buffer.from(found, 'base64'), headerMac(body, dataKey))
}

/** What a slot's wrapped key is bound to: every other field of the slot and the vault it belongs to. */
export function slotBinding(slot: Omit<PassphraseSlot, 'wrappedKey'> | Omit<RecoverySlot, 'wrappedKey'>, vaultId: string): Buffer {
  const { id, kind, label } = slot
  const own = slot.kind === 'passphrase' ? { kdf: slot.kdf } : { salt: slot.salt }
  return canonicalBytes({ format: formatName, version: slotVersion, vaultId, slot: { id, kind, ...own, label } })
}

export const newHeaderBody = (vaultId: string, generation: number, slots: KeySlot[], { about, auditKey }: HeaderSeals): HeaderBody => ({
  format: formatName,
  version: headerVersion,
  vaultId,
  generation,
  cipher: 'sqlcipher-4',
  slots,
  about,
  ...(auditKey === undefined ? {} : { auditKey }),
})
