import { createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import { canonicalBytes } from './canonical.ts'
import { VaultError } from './errors.ts'
import { seal, unseal, wipe } from './secrets.ts'
import type { Sealed } from './secrets.ts'

/** A key on its way from one process to another; whoever relays it sees neither it nor what it opens. */
export type Handover = { publicKey: string; sealed: Sealed }

const spki = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64')

function readPublicKey(text: string): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType === 'x25519') return key
  } catch {
    // The same answer as for a key of another kind.
  }
  throw new VaultError('invalid_input', { path: 'publicKey', reason: 'not_a_key' })
}

/** X25519, then HKDF-SHA256 bound to both public keys, so that the sealed key answers this very request. */
function agreedKey(own: KeyObject, peer: KeyObject, sender: string, recipient: string): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: peer })
  try {
    return Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), canonicalBytes(['habeas/1/handover', sender, recipient]), 32))
  } finally {
    wipe(shared)
  }
}

/** What the key is for: one that was sealed for one process opens nothing in another. */
export type HandoverUse = 'drafts' | 'work'

const binding = (use: HandoverUse, sender: string, recipient: string): Buffer => canonicalBytes({ use, sender, recipient })

/** Seals a key for the process that made `recipient` (X25519, SPKI in base64). */
export function sealFor(recipient: string, secret: Buffer, use: HandoverUse = 'drafts'): Handover {
  const peer = readPublicKey(recipient)
  const own = generateKeyPairSync('x25519')
  const sender = spki(own.publicKey)
  const key = agreedKey(own.privateKey, peer, sender, recipient)
  try {
    return { publicKey: sender, sealed: seal(key, secret, binding(use, sender, recipient)) }
  } finally {
    wipe(key)
  }
}

/** The receiving end: a fresh pair of keys, of which the private one never leaves this process. */
export function newRecipient(use: HandoverUse = 'drafts'): { publicKey: string; open(handover: Handover): Buffer } {
  const own = generateKeyPairSync('x25519')
  const recipient = spki(own.publicKey)
  return {
    publicKey: recipient,
    open({ publicKey, sealed }) {
      const key = agreedKey(own.privateKey, readPublicKey(publicKey), publicKey, recipient)
      try {
        const secret = unseal(key, sealed, binding(use, publicKey, recipient))
        if (secret === undefined) throw new VaultError('invalid_input', { path: 'sealed', reason: 'not_for_this_process' })
        return secret
      } finally {
        wipe(key)
      }
    },
  }
}
