import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { unlockHeader } from '../../electron/vault/header.ts'
import { changePassphrase, readHeaderInfo, verifyVault } from '../../electron/vault/index.ts'
import { addPassphrase } from '../../electron/vault/key-changes.ts'
import { closedVault, copyOf, names, newVault, open, otherPassphrase, passphrase, refusal, temporaryFolder } from './support.ts'

type HeaderJson = {
  generation: number
  version: number
  cipher: string
  slots: { kdf: Record<string, unknown>; wrappedKey: Record<string, string>; label: Record<string, string> }[]
  mac: string
}

const copies = ['header.0.json', 'header.1.json'] as const
let whole: string

beforeAll(async () => {
  whole = await closedVault()
})

const read = (folder: string, name: string): HeaderJson => JSON.parse(readFileSync(join(folder, name), 'utf8')) as HeaderJson

/** Alters header copies of a fresh copy of the vault. */
function altered(change: (header: HeaderJson) => void, which: readonly string[] = copies): string {
  const folder = copyOf(whole)
  for (const name of which) {
    const header = read(folder, name)
    change(header)
    writeFileSync(join(folder, name), JSON.stringify(header))
  }
  return folder
}

const firstSlot = (header: HeaderJson) => {
  const [slot] = header.slots
  if (slot === undefined) throw new Error('a header has a slot')
  return slot
}
const flip = (base64: string | undefined): string => {
  const bytes = Buffer.from(base64 ?? '', 'base64')
  bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3)
  return bytes.toString('base64')
}

describe('header (security rule 6)', () => {
  test('says without a passphrase what it costs to open, and nothing about people', () => {
    expect(readHeaderInfo(whole)).toEqual({
      formatVersion: 2,
      generation: 2,
      cipher: 'sqlcipher-4',
      slots: [{ kind: 'passphrase', kdf: { algorithm: 'argon2id', memoryMiB: 64, passes: 10, lanes: 1 } }],
      copies: ['readable', 'readable'],
    })
    const text = readFileSync(join(whole, 'header.0.json'), 'utf8')
    expect(text).not.toMatch(/Test office|Test caseworker/)
  })

  test.each(copies)('%s torn, emptied or gone: the other copy opens, and both are whole again', async (name) => {
    for (const damage of [
      (path: string) => truncateSync(path, 200),
      (path: string) => truncateSync(path, 0),
      (path: string) => rmSync(path),
    ]) {
      const folder = copyOf(whole)
      damage(join(folder, name))
      const vault = await open(folder)
      expect(names(vault)).toHaveLength(3)
      vault.close()
      expect(readHeaderInfo(folder).copies).toEqual(['readable', 'readable'])
      expect(read(folder, 'header.0.json').slots).toEqual(read(whole, 'header.0.json').slots)
    }
  })

  test.each(copies)(
    '%s found damaged at opening is put right, and still named when the vault is verified and in the audit chain',
    async (name) => {
      const folder = copyOf(whole)
      truncateSync(join(folder, name), 200)
      const vault = await open(folder)
      expect(verifyVault(vault).faults).toEqual([
        { what: 'header', params: { copy: copies.indexOf(name), state: 'damaged', repaired: true } },
      ])
      expect(
        vault.db.prepare("SELECT details FROM audit_entries WHERE kind = 'vault.opened' ORDER BY seq DESC LIMIT 1").pluck().get(),
      ).toBe('{"mendedHeaders":1}')
      vault.close()
      const again = await open(folder)
      expect(verifyVault(again).faults).toEqual([])
      again.close()
    },
  )

  test.each(copies)('a flipped byte in the slot of %s alone: the other copy opens', async (name) => {
    const folder = altered(
      (header) => (firstSlot(header).wrappedKey['ciphertext'] = flip(firstSlot(header).wrappedKey['ciphertext'])),
      [name],
    )
    const vault = await open(folder)
    expect(names(vault)).toHaveLength(3)
    vault.close()
    expect(read(folder, name).slots).toEqual(read(whole, name).slots)
  })

  test('both copies torn is a damaged header, not a missing vault', async () => {
    const folder = copyOf(whole)
    for (const name of copies) truncateSync(join(folder, name), 100)
    expect(await refusal(open(folder))).toBe('damaged what=header')
    for (const name of copies) rmSync(join(folder, name))
    expect(await refusal(open(folder))).toBe('damaged what=header')
  })

  test('a tampered slot says the same as a wrong passphrase, in about the same time', async () => {
    const time = async (work: Promise<unknown>): Promise<number> => {
      const began = performance.now()
      expect(await refusal(work)).toBe('wrong_passphrase')
      return performance.now() - began
    }
    const tampered = altered((header) => (firstSlot(header).wrappedKey['ciphertext'] = flip(firstSlot(header).wrappedKey['ciphertext'])))
    const bestOfThree = async (folder: string, words: string): Promise<number> => {
      const times = []
      for (let run = 0; run < 3; run += 1) times.push(await time(open(folder, words)))
      return Math.min(...times)
    }
    const wrong = await bestOfThree(copyOf(whole), otherPassphrase)
    const slot = await bestOfThree(tampered, passphrase)
    expect(Math.max(wrong, slot) / Math.min(wrong, slot)).toBeLessThan(3)
  })

  test('five passphrases cost one Argon2id: the last, a wrong one and a tampered slot take about as long as the only one of a vault', async () => {
    const vault = await open(copyOf(whole))
    for (const name of ['Second', 'Third', 'Fourth', 'Fifth'])
      await addPassphrase(vault, { current: passphrase, name, passphrase: `${otherPassphrase} ${name}` })
    vault.close()
    const { slots } = read(vault.folder, 'header.0.json')
    expect(new Set(slots.map(({ kdf }) => JSON.stringify(kdf))).size).toBe(1)
    const tampered = copyOf(vault.folder)
    for (const name of copies) {
      const header = read(tampered, name)
      const last = header.slots.at(-1)
      if (last !== undefined) last.wrappedKey['tag'] = flip(last.wrappedKey['tag'])
      writeFileSync(join(tampered, name), JSON.stringify(header))
    }
    const ways: [folder: string, words: string, said: string][] = [
      [whole, otherPassphrase, 'wrong_passphrase'],
      [vault.folder, otherPassphrase, 'wrong_passphrase'],
      [vault.folder, `${otherPassphrase} Fifth`, 'not refused'],
      [tampered, `${otherPassphrase} Fifth`, 'wrong_passphrase'],
    ]
    const times = []
    for (const [folder, words, said] of ways) {
      const runs = []
      for (let run = 0; run < 3; run += 1) {
        const began = performance.now()
        // Of the header alone: what comes after it costs as much whoever opens it.
        expect(await refusal(unlockHeader(folder, words))).toBe(said)
        runs.push(performance.now() - began)
      }
      times.push(Math.min(...runs))
    }
    expect(Math.max(...times) / Math.min(...times)).toBeLessThan(2.5)
  })

  test.each(['nonce', 'tag', 'ciphertext'])('a flipped %s of the wrapped key opens nothing', async (part) => {
    expect(await refusal(open(altered((header) => (firstSlot(header).wrappedKey[part] = flip(firstSlot(header).wrappedKey[part])))))).toBe(
      'wrong_passphrase',
    )
  })

  test('the slot’s other fields are bound to its key', async () => {
    expect(await refusal(open(altered((header) => (firstSlot(header).label['ciphertext'] = '')))), 'label').toBe('wrong_passphrase')
    expect(
      await refusal(open(altered((header) => (firstSlot(header).label['tag'] = flip(firstSlot(header).label['tag']))))),
      'label’s tag',
    ).toBe('wrong_passphrase')
    expect(
      await refusal(open(altered((header) => (firstSlot(header).kdf['salt'] = flip(String(firstSlot(header).kdf['salt'])))))),
      'salt',
    ).toBe('wrong_passphrase')
    expect(await refusal(open(altered((header) => (firstSlot(header).kdf['passes'] = 11)))), 'passes').toBe('wrong_passphrase')
  })

  test('what stands around the slot is authenticated too', async () => {
    expect(await refusal(open(altered((header) => (header.generation += 5))))).toBe('damaged what=header')
    expect(await refusal(open(altered((header) => (header.mac = flip(header.mac)))))).toBe('damaged what=header')
  })

  test('a header of a newer version says so, before any passphrase is tried', async () => {
    expect(
      await refusal(
        open(
          altered((header) => (header.version = 3)),
          'anything',
        ),
      ),
    ).toBe('newer_version version=3')
  })

  test.each([
    ['a memory bomb', { memoryKiB: 2 ** 31 }],
    ['endless passes', { passes: 1_000_000 }],
    ['downgraded memory', { memoryKiB: 1024 }],
    ['a single pass', { passes: 1 }],
    ['many lanes', { lanes: 64 }],
  ])('%s is refused before it is run (security rule 5)', async (_, change) => {
    const folder = altered((header) => Object.assign(firstSlot(header).kdf, change))
    const began = performance.now()
    expect(await refusal(open(folder))).toBe('unsupported_kdf')
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test('a changed passphrase opens, the old one opens neither copy, and the data was not touched', async () => {
    const vault = await newVault()
    const before = vault.fingerprint()
    await changePassphrase(vault, { current: passphrase, next: otherPassphrase })
    vault.close()
    expect(await refusal(open(vault.folder))).toBe('wrong_passphrase')
    for (const name of copies) {
      const folder = copyOf(vault.folder)
      rmSync(join(folder, name))
      expect(await refusal(open(folder)), name).toBe('wrong_passphrase')
      const opened = await open(folder, otherPassphrase)
      expect(opened.fingerprint()).toEqual(before)
      opened.close()
    }
  })

  test('a passphrase is changed only by who knows the current one, and only to a strong one', async () => {
    const vault = await newVault(join(temporaryFolder(), 'Strong.habeas'))
    expect(await refusal(changePassphrase(vault, { current: otherPassphrase, next: otherPassphrase }))).toBe('wrong_passphrase')
    expect(await refusal(changePassphrase(vault, { current: passphrase, next: 'password123' }))).toMatch(/^weak_passphrase reason=\w+$/)
    vault.close()
    const still = await open(vault.folder)
    still.close()
  })

  test('a crash between the two copies leaves a vault that one of the two passphrases opens', async () => {
    const vault = await newVault()
    const old = readFileSync(join(vault.folder, 'header.0.json'))
    await changePassphrase(vault, { current: passphrase, next: otherPassphrase })
    vault.close()
    writeFileSync(join(vault.folder, 'header.0.json'), old)
    const opened = await open(vault.folder, otherPassphrase)
    opened.close()
    expect(await refusal(open(vault.folder)), 'the copy left behind was made whole').toBe('wrong_passphrase')
  })
})
