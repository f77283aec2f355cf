import { z } from 'zod'

import { canonicalBytes } from './canonical.ts'
import { VaultError } from './errors.ts'
import { prepareFile, readSmallFile, vaultFiles } from './files.ts'
import type { PreparedFile } from './files.ts'
import { seal, subKey, unseal, wipe } from './secrets.ts'

/** The end of the audit chain as it was when the last change was answered. */
export type Head = { seq: number; changeNo: number; hash: Buffer }

const sealedHeadSchema = z.strictObject({
  format: z.literal('habeas-head'),
  version: z.literal(1),
  nonce: z.base64(),
  ciphertext: z.base64().max(1024),
  tag: z.base64(),
})
const headSchema = z.strictObject({ seq: z.int().positive(), changeNo: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })

const binding = (vaultId: string): Buffer => canonicalBytes({ format: 'habeas-head', version: 1, vaultId })

/** The head's file. It is sealed, since the number of changes is nobody's business, and the seal authenticates it. */
export function headFile(folder: string, dataKey: Buffer, vaultId: string) {
  const path = vaultFiles(folder).head
  const withKey = <T>(work: (key: Buffer) => T): T => {
    const key = subKey(dataKey, vaultId, 'head')
    try {
      return work(key)
    } finally {
      wipe(key)
    }
  }
  return {
    /** Writes the head beside its place, durable; it counts once published, after the commit. */
    prepare: ({ seq, changeNo, hash }: Head): PreparedFile => {
      const plain = canonicalBytes({ seq, changeNo, hash: hash.toString('hex') })
      const sealed = withKey((key) => seal(key, plain, binding(vaultId)))
      return prepareFile(path, `${JSON.stringify({ format: 'habeas-head', version: 1, ...sealed })}\n`)
    },
    /** @throws {VaultError} `damaged` (head) where it is missing, cut short or altered */
    read: (): Head => {
      const damaged = new VaultError('damaged', { what: 'head' })
      const outer = sealedHeadSchema.safeParse(parsed(readSmallFile(path)))
      if (!outer.success) throw damaged
      const plain = withKey((key) => unseal(key, outer.data, binding(vaultId)))
      const inner = headSchema.safeParse(parsed(plain?.toString('utf8')))
      if (!inner.success) throw damaged
      return { ...inner.data, hash: Buffer.from(inner.data.hash, 'hex') }
    },
  }
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
