import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'

import { canonicalBytes } from './canonical.ts'
import { VaultError, asVaultError } from './errors.ts'
import { mac, sameMac, subKey, wipe } from './secrets.ts'

/** Why a backup was made. It stands in the open; it says nothing of people. */
export const backupKinds = ['daily', 'manual', 'before_migration'] as const
export type BackupKind = (typeof backupKinds)[number]

/** The parts of a backup, in the order in which they stand in the file. */
export const sectionNames = ['header', 'head', 'contents', 'database', 'drafts'] as const
export type SectionName = (typeof sectionNames)[number]

const formatName = 'habeas-backup'
/** The format's own version; a higher one was written by a newer version of the program. */
export const backupVersion = 1

/** Eight bytes as PNG's: not text, and altered by a transfer that turns line ends. */
export const backupMagic: Buffer = Buffer.from([0x89, 0x48, 0x42, 0x4b, 0x0d, 0x0a, 0x1a, 0x0a])
const lengthBytes = 4
const digestBytes = 32
const longestManifest = 64 * 1024

const sectionSchema = z.strictObject({
  name: z.enum(sectionNames),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
const manifestSchema = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(backupVersion),
  vaultId: z.uuid(),
  /** UTC milliseconds. */
  createdAt: z.int().positive(),
  kind: z.enum(backupKinds),
  /** The schema of the database in it: a program that doesn't know it must not restore it. */
  schemaVersion: z.int().min(0),
  sections: z.array(sectionSchema).length(sectionNames.length),
  mac: z.base64().refine((value) => Buffer.from(value, 'base64').length === digestBytes),
})
const newerSchema = z.looseObject({ format: z.literal(formatName), version: z.int().gt(backupVersion) })

export type Section = z.infer<typeof sectionSchema>
export type Manifest = z.infer<typeof manifestSchema>
export type ManifestBody = Omit<Manifest, 'mac'>

const manifestMac = (body: ManifestBody, dataKey: Buffer): Buffer => {
  const key = subKey(dataKey, body.vaultId, 'backup')
  try {
    return mac(key, canonicalBytes(body))
  } finally {
    wipe(key)
  }
}

/** Whether a manifest, and with it the digest of every section, is as whoever held the data key wrote it. */
export function isAuthenticManifest(manifest: Manifest, dataKey: Buffer): boolean {
  const { mac: found, ...body } = manifest
  return sameMac(Buffer.from(found, 'base64'), manifestMac(body, dataKey))
}

/** The beginning of a backup file: magic, length (little endian), manifest under its MAC, and a digest of all that. */
export function backupPrefix(body: ManifestBody, dataKey: Buffer): Buffer {
  const manifest = canonicalBytes({ ...body, mac: manifestMac(body, dataKey).toString('base64') } satisfies Manifest)
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32LE(manifest.length)
  const open = Buffer.concat([backupMagic, length, manifest])
  return Buffer.concat([open, createHash('sha256').update(open).digest()])
}

/** A backup file that was opened: its manifest, where the first section begins, and how long the file is. */
export type OpenedBackup = { file: string; manifest: Manifest; start: number; bytes: number }

/**
 * Reads the beginning of a backup. Nothing of it is authenticated yet; the digest finds damage, not forgery.
 * @throws {VaultError} `not_found` (no such file), `damaged` (what: backup; part: not_a_backup, manifest), `newer_version`
 */
export function openBackup(file: string): OpenedBackup {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new VaultError('not_found', { what: 'backup' })
    throw asVaultError(error, 'backup')
  }
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) throw damagedBackup('not_a_backup')
    const head = readAt(handle, 0, backupMagic.length + lengthBytes)
    if (!head.subarray(0, backupMagic.length).equals(backupMagic)) throw damagedBackup('not_a_backup')
    if (head.length < backupMagic.length + lengthBytes) throw damagedBackup('manifest')
    const length = head.readUInt32LE(backupMagic.length)
    if (length > longestManifest) throw damagedBackup('manifest')
    const rest = readAt(handle, head.length, length + digestBytes)
    const text = rest.subarray(0, length)
    const digest = createHash('sha256').update(head).update(text).digest()
    if (rest.length < length + digestBytes || !digest.equals(rest.subarray(length))) throw damagedBackup('manifest')
    return { file, manifest: readManifest(text), start: head.length + rest.length, bytes: stat.size }
  } catch (error) {
    throw asVaultError(error, 'backup')
  } finally {
    closeSync(handle)
  }
}

function readManifest(text: Buffer): Manifest {
  let value: unknown
  try {
    value = JSON.parse(text.toString('utf8'))
  } catch {
    throw damagedBackup('manifest')
  }
  const read = manifestSchema.safeParse(value)
  if (read.success && read.data.sections.every(({ name }, place) => name === sectionNames[place])) return read.data
  const newer = newerSchema.safeParse(value)
  if (newer.success) throw new VaultError('newer_version', { version: newer.data.version })
  throw damagedBackup('manifest')
}

/** Where a section lies in the file. */
export function sectionAt({ manifest, start }: OpenedBackup, name: SectionName): { offset: number; section: Section } {
  let offset = start
  for (const section of manifest.sections) {
    if (section.name === name) return { offset, section }
    offset += section.bytes
  }
  throw damagedBackup('manifest')
}

/** How long the file must be by its manifest. */
export const expectedBytes = ({ manifest, start }: OpenedBackup): number => manifest.sections.reduce((sum, { bytes }) => sum + bytes, start)

/** The refusal of a backup, naming the part that is not as it was written. */
export const damagedBackup = (part: string): VaultError => new VaultError('damaged', { what: 'backup', part })

/** Reads `length` bytes from a place in an open file; fewer where the file ends. */
export function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let filled = 0
  for (let read = -1; read !== 0 && filled < length; filled += read)
    read = readSync(handle, bytes, filled, length - filled, position + filled)
  return bytes.subarray(0, filled)
}

/** What the name of a backup ends with. */
export const backupEnding = '.habeas-backup'

/** The name of a new backup: when (UTC), why, and the beginning of the vault's number, since drives are shared. */
export function backupName(createdAt: number, kind: BackupKind, vaultId: string): string {
  const when = new Date(createdAt).toISOString().replaceAll(/[:.]/g, '-')
  return `${when}-${kind.replaceAll('_', '-')}-${vaultId.slice(0, 8)}${backupEnding}`
}
