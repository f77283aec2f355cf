import { hashRaw } from '@node-rs/argon2'
import { totalmem } from 'node:os'

import { VaultError } from './errors.ts'
import { wipe } from './secrets.ts'

/** Argon2id's costs: memory in KiB, passes over it, lanes. */
export type KdfParameters = { memoryKiB: number; passes: number; lanes: number }

const mebibyte = 1024
/** What large machines start from (RFC 9106 speaks of 2 GiB with one pass; memory is what an attacker pays for). */
const startingPoint: KdfParameters = { memoryKiB: 512 * mebibyte, passes: 3, lanes: 1 }
/** The least that a vault may be made with. */
export const kdfFloor: KdfParameters = { memoryKiB: 256 * mebibyte, passes: 3, lanes: 1 }
/** The least on machines that can't spare 256 MiB; tests use it to be quick. */
export const smallMachineKdf: KdfParameters = { memoryKiB: 64 * mebibyte, passes: 10, lanes: 1 }

const mostMemoryKiB = 2048 * mebibyte
const mostPasses = 20
const mostLanes = 4
const smallMachineBytes = 2 * 2 ** 30
const mediumMachineBytes = 4 * 2 ** 30
/** Unlocking should take about this long, in milliseconds. */
const wantedTime = 1000

/**
 * Whether parameters read from a header are safe to run (security rule 5): not so weak that someone has downgraded
 * them, not so heavy that they are a bomb.
 */
export function isAcceptableKdf({ memoryKiB, passes, lanes }: KdfParameters): boolean {
  if (![memoryKiB, passes, lanes].every(Number.isSafeInteger)) return false
  if (memoryKiB > mostMemoryKiB || passes > mostPasses || lanes < 1 || lanes > mostLanes) return false
  return (
    (memoryKiB >= kdfFloor.memoryKiB && passes >= kdfFloor.passes) ||
    (memoryKiB >= smallMachineKdf.memoryKiB && passes >= smallMachineKdf.passes)
  )
}

/** A passphrase as bytes: NFKC, so that the same words typed on another keyboard open the vault. The caller wipes it. */
export const passphraseBytes = (passphrase: string): Buffer => Buffer.from(passphrase.normalize('NFKC'), 'utf8')

/**
 * Argon2id of a passphrase, 32 bytes, outside the event loop's thread.
 * @throws {VaultError} `unsupported_kdf` before anything is run where the parameters are out of bounds.
 */
export async function deriveKey(passphrase: Buffer, salt: Buffer, parameters: KdfParameters): Promise<Buffer> {
  if (!isAcceptableKdf(parameters)) throw new VaultError('unsupported_kdf')
  return hashRaw(passphrase, {
    // The numbers of Algorithm.Argon2id and Version.V0x13, which are ambient const enums.
    algorithm: 2,
    version: 1,
    memoryCost: parameters.memoryKiB,
    timeCost: parameters.passes,
    parallelism: parameters.lanes,
    outputLen: 32,
    salt,
  })
}

/** Parameters that take about a second on this machine, never below the floor that its memory allows. */
export async function tuneKdf(memoryBytes = totalmem()): Promise<KdfParameters> {
  if (memoryBytes < smallMachineBytes) return smallMachineKdf
  const start = memoryBytes < mediumMachineBytes ? kdfFloor : startingPoint
  const began = performance.now()
  wipe(await deriveKey(Buffer.alloc(16), Buffer.alloc(16), start))
  const perPass = (performance.now() - began) / start.passes
  const passes = Math.min(mostPasses, Math.max(start.passes, Math.round(wantedTime / perPass)))
  // Where even three passes take far too long, half the memory is still above the floor.
  if (start.memoryKiB > kdfFloor.memoryKiB && perPass * start.passes > 2.5 * wantedTime) return kdfFloor
  return { ...start, passes }
}
