import { createCipheriv, createHmac, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'

import { lockPage, pageChecker, pageMacKey } from '../../electron/vault/pages.ts'
import { pageTurner } from '../../electron/vault/rekey-pages.ts'

const size = 4096
const salt = randomBytes(16)
const key = randomBytes(32)

/** A page as SQLCipher 4 writes it, put together here from the format and not by the code that is tested. */
function pageAt(number: number): Buffer {
  const head = number === 1 ? salt : Buffer.alloc(0)
  const vector = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', key, vector).setAutoPadding(false)
  const body = cipher.update(Buffer.alloc(size - 80 - head.length, number % 251))
  const position = Buffer.alloc(4)
  position.writeUInt32LE(number)
  const mac = createHmac('sha512', pageMacKey(key, salt)).update(body).update(vector).update(position).digest()
  return Buffer.concat([head, body, vector, mac])
}

/** The pages about the byte at 1 GiB; the one on which SQLite takes its locks holds nothing. */
const aboutTheLocks = (): Buffer => Buffer.concat([pageAt(262_144), Buffer.alloc(size), pageAt(262_146)])

describe('the page that carries SQLite’s locks in a file over 1 GiB', () => {
  test('is the one over the byte at 1 GiB', () => {
    expect(lockPage).toBe(262_145)
    expect((lockPage - 1) * size).toBe(0x4000_0000)
  })

  test('is not taken for a damaged one when pages are checked, and its neighbours still are', () => {
    const sound = pageChecker(key)
    sound.take(pageAt(1))
    sound.take(aboutTheLocks(), 262_144)
    expect(sound.report()).toEqual({ pages: 262_146, failed: [], cutShort: false })

    const broken = pageChecker(key)
    broken.take(pageAt(1))
    const pages = aboutTheLocks()
    for (const at of [100, 2 * size + 100]) pages.writeUInt8(pages.readUInt8(at) ^ 1, at)
    broken.take(pages, 262_144)
    expect(broken.report().failed).toEqual([262_144, 262_146])
  })

  test('nor when pages get a new key, under which nothing stands there either', () => {
    const newKey = randomBytes(32)
    const damaged: number[] = []
    const turner = pageTurner({ oldKey: key, newKey, onDamaged: (page) => damaged.push(page), closed: true })
    const first = pageAt(1)
    turner.turn(first, 1)
    const pages = aboutTheLocks()
    for (const place of [0, 1, 2]) turner.turn(pages.subarray(place * size, (place + 1) * size), 262_144 + place)
    turner.end()
    expect(damaged).toEqual([])
    expect(pages.subarray(size, 2 * size)).toEqual(Buffer.alloc(size))
    const checker = pageChecker(newKey)
    checker.take(first)
    checker.take(pages, 262_144)
    expect(checker.report().failed).toEqual([])
  })
})
