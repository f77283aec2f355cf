import { hashRaw } from '@node-rs/argon2'
import { argon2Sync } from 'node:crypto'
import { describe, expect, test } from 'vitest'

import { deriveKey, isAcceptableKdf, kdfFloor, passphraseBytes, smallMachineKdf, tuneKdf } from '../../electron/vault/kdf.ts'
import { refusal } from './support.ts'

const gibibyte = 2 ** 30

describe('key derivation (security rule 5)', () => {
  test('Argon2id gives the reference implementation’s vector', async () => {
    // phc-winner-argon2, src/test.c: v=19, t=2, m=64 MiB, p=1.
    const key = await hashRaw('password', {
      algorithm: 2,
      version: 1,
      timeCost: 2,
      memoryCost: 65536,
      parallelism: 1,
      outputLen: 32,
      salt: Buffer.from('somesalt'),
    })
    expect(key.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
  })

  test('agrees with Node’s own Argon2id', async () => {
    const salt = Buffer.from('0123456789abcdef')
    const ours = await deriveKey(passphraseBytes('árbol'), salt, smallMachineKdf)
    const theirs = argon2Sync('argon2id', {
      message: Buffer.from('árbol'),
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 65536,
      passes: 10,
    })
    expect(ours.equals(theirs)).toBe(true)
  })

  test('the same words open the vault however the keyboard composes them', () => {
    expect(passphraseBytes('caf\u0065\u0301 \ufb01n')).toEqual(passphraseBytes('caf\u00e9 fin'))
  })

  test.each([
    [{ memoryKiB: 256 * 1024, passes: 3, lanes: 1 }, true],
    [{ memoryKiB: 64 * 1024, passes: 10, lanes: 1 }, true],
    [{ memoryKiB: 2048 * 1024, passes: 20, lanes: 1 }, true],
    [{ memoryKiB: 256 * 1024, passes: 2, lanes: 1 }, false],
    [{ memoryKiB: 256 * 1024 - 1, passes: 9, lanes: 1 }, false],
    [{ memoryKiB: 64 * 1024 - 1, passes: 20, lanes: 1 }, false],
    [{ memoryKiB: 2048 * 1024 + 1, passes: 3, lanes: 1 }, false],
    [{ memoryKiB: 512 * 1024, passes: 21, lanes: 1 }, false],
    [{ memoryKiB: 512 * 1024, passes: 3, lanes: 0 }, false],
    [{ memoryKiB: 512 * 1024, passes: 3, lanes: 255 }, false],
    [{ memoryKiB: 512 * 1024, passes: Number.NaN, lanes: 1 }, false],
  ])('parameters %j are accepted: %s', (parameters, accepted) => {
    expect(isAcceptableKdf(parameters)).toBe(accepted)
  })

  test('parameters out of bounds are refused before anything is run', async () => {
    const began = performance.now()
    // A terabyte of memory would not come back at all.
    expect(await refusal(deriveKey(Buffer.from('x'), Buffer.alloc(16), { memoryKiB: 2 ** 30, passes: 20, lanes: 1 }))).toBe(
      'unsupported_kdf',
    )
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test('what a machine is given fits its memory and never goes below the floor', async () => {
    expect(await tuneKdf(1 * gibibyte)).toEqual(smallMachineKdf)
    const medium = await tuneKdf(3 * gibibyte)
    expect(medium.memoryKiB).toBe(kdfFloor.memoryKiB)
    expect(medium.passes).toBeGreaterThanOrEqual(3)
    const large = await tuneKdf(16 * gibibyte)
    expect(large.memoryKiB).toBeGreaterThanOrEqual(kdfFloor.memoryKiB)
    expect([medium, large].every(isAcceptableKdf)).toBe(true)
  })
})
