import { z } from 'zod'

import { erasedFormat } from '../contract/index.ts'
import { canonicalBytes } from './canonical.ts'
import { mac, sameMac, subKey } from './secrets.ts'

/** The header's own format; a higher one was written by a newer version of the program. */
export const headerVersion = 1
const formatName = 'habeas-vault'

const base64 = (bytes: number) => z.base64().refine((value) => Buffer.from(value, 'base64').length === bytes)
const sealedSchema = z.strictObject({ nonce: base64(12), ciphertext: z.base64().max(4096), tag: base64(16) })

const slotSchema = z.strictObject({
  id: z.uuid(),
  kind: z.literal('passphrase'),
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'),
    version: z.literal(19),
    memoryKiB: z.int().positive(),
    passes: z.int().positive(),
    lanes: z.int().positive(),
    salt: base64(16),
  }),
  /** Whose slot it is, encrypted: nothing about people stands in the open. */
  label: sealedSchema,
  /** The data key, sealed under what Argon2id makes of the passphrase. */
  wrappedKey: sealedSchema,
})

const headerSchema = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(headerVersion),
  vaultId: z.uuid(),
  generation: z.int().positive(),
  cipher: z.literal('sqlcipher-4'),
  slots: z.array(slotSchema).min(1).max(8),
  mac: base64(32),
})

export type KeySlot = z.infer<typeof slotSchema>
export type Header = z.infer<typeof headerSchema>
/** A header before its MAC. */
export type HeaderBody = Omit<Header, 'mac'>

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

const headerMac = (body: HeaderBody, dataKey: Buffer): Buffer => mac(subKey(dataKey, body.vaultId, 'header'), canonicalBytes(body))

/** The header's text with its MAC under the data key (security rule 6). */
export function headerText(body: HeaderBody, dataKey: Buffer): string {
  const header = { ...body, mac: headerMac(body, dataKey).toString('base64') } satisfies Header
  return `${JSON.stringify(header, undefined, 2)}\n`
}

/** Whether a header is as whoever held the data key wrote it. */
export function isAuthentic(header: Header, dataKey: Buffer): boolean {
  const { mac: found, ...body } = header
  return sameMac(Buffer.from(found, 'base64'), headerMac(body, dataKey))
}

/** What a slot's wrapped key is bound to: every other field of the slot and the vault it belongs to. */
export function slotBinding(slot: Omit<KeySlot, 'wrappedKey'>, vaultId: string): Buffer {
  const { id, kind, kdf, label } = slot
  return canonicalBytes({ format: formatName, version: headerVersion, vaultId, slot: { id, kind, kdf, label } })
}

export const newHeaderBody = (vaultId: string, generation: number, slots: KeySlot[]): HeaderBody => ({
  format: formatName,
  version: headerVersion,
  vaultId,
  generation,
  cipher: 'sqlcipher-4',
  slots,
})
