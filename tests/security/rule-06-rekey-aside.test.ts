import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'

import { openDrafts, putDraftsAside } from '../../electron/vault/drafts-store.ts'
import { unlockHeader } from '../../electron/vault/header.ts'
import { checkPages, isSoundPage, pageMacKey } from '../../electron/vault/pages.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { copyOf, open, passphrase, temporaryFolder } from '../vault/support.ts'

import { rekey, wholeVault } from './support/rekeyed.ts'

// What is tried here is files and their order; Argon2id has its own tests.
vi.mock('@node-rs/argon2', () => import('../faults/quick-argon2.ts'))

let whole: string
beforeAll(async () => {
  whole = await wholeVault()
})

const flip = (file: string, page: number): void => {
  const bytes = readFileSync(file)
  const at = (page - 1) * 4096 + 1000
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at)
  writeFileSync(file, bytes)
}

async function draftsKeyOf(folder: string): Promise<Buffer> {
  const { dataKey, header } = await unlockHeader(folder, passphrase)
  return subKey(dataKey, header.vaultId, 'drafts')
}

/** A vault with drafts of several pages that were put aside with the log that a kill left, in which the newest one stands alone. */
async function withDraftsAside(): Promise<{ folder: string; key: Buffer; name: string }> {
  const folder = copyOf(whole)
  const key = await draftsKeyOf(folder)
  const stored = openDrafts(folder, key)
  for (let number = 0; number < 8; number += 1)
    stored.put({ key: `cases/${number}/summary`, value: `${number} `.repeat(1500), baseRevision: null })
  stored.close()
  const killed = openDrafts(folder, key)
  killed.put({ key: 'cases/9/summary', value: 'Typed last', baseRevision: null })
  const kept = temporaryFolder()
  for (const name of ['drafts.db', 'drafts.db-wal']) copyFileSync(join(folder, name), join(kept, name))
  killed.close()
  for (const name of ['drafts.db', 'drafts.db-wal']) copyFileSync(join(kept, name), join(folder, name))
  return { folder, key, name: putDraftsAside(folder, key).slice(folder.length + 1) }
}

/** What can be read of drafts that were put aside, under a key, as an opening of them would. */
function readAside(folder: string, name: string, key: Buffer): string[] {
  const place = temporaryFolder()
  for (const rest of ['', '-wal'])
    if (existsSync(join(folder, `${name}${rest}`))) copyFileSync(join(folder, `${name}${rest}`), join(place, `drafts.db${rest}`))
  const drafts = openDrafts(place, key)
  try {
    return drafts.list().map((draft) => draft.key)
  } finally {
    drafts.close()
  }
}

const soundPages = (file: string, key: Buffer): number => {
  const { pages, failed } = checkPages(file, key)
  return pages - failed.length
}

describe('Rule 6: after a re-key nothing that was put aside in the folder is under an old key', () => {
  test('drafts that were put aside are under the new key, with their log, and hold what they held', async () => {
    const { folder, key, name } = await withDraftsAside()
    const before = readAside(folder, name, key)
    expect(before).toContain('cases/9/summary')
    const { vault } = await rekey(await open(folder))
    vault.close()
    expect(soundPages(join(folder, name), key)).toBe(0)
    const log = readFileSync(join(folder, `${name}-wal`))
    const oldMacKey = pageMacKey(key, readFileSync(join(whole, 'drafts.db')).subarray(0, 16))
    for (let at = 32; at < log.length; at += 24 + 4096)
      expect(isSoundPage(log.subarray(at + 24, at + 24 + 4096), log.readUInt32BE(at), oldMacKey)).toBe(false)
    expect(readAside(folder, name, await draftsKeyOf(folder))).toEqual(before)
  })

  test('a damaged page of them stays a damaged page, and the others are sound', async () => {
    const { folder, key, name } = await withDraftsAside()
    flip(join(folder, name), 3)
    const before = checkPages(join(folder, name), key)
    expect(before.failed).toEqual([3])
    const { vault } = await rekey(await open(folder))
    vault.close()
    expect(checkPages(join(folder, name), await draftsKeyOf(folder))).toEqual(before)
  })

  test('drafts of which the end is cut off, or nothing but the log is left, don’t stop it', async () => {
    const { folder, name } = await withDraftsAside()
    writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, 2 * 4096 + 700))
    const other = 'drafts.damaged-5.db-wal'
    copyFileSync(join(folder, `${name}-wal`), join(folder, other))
    writeFileSync(join(folder, 'drafts.damaged-6.db'), '')
    const olds = [name, other].map((file) => readFileSync(join(folder, file)))
    const { vault } = await rekey(await open(folder))
    vault.close()
    const key = await draftsKeyOf(folder)
    expect(checkPages(join(folder, name), key)).toEqual({ pages: 3, failed: [3], cutShort: false })
    for (const [place, file] of [name, other].entries()) {
      const now = readFileSync(join(folder, file))
      for (let at = 200; at < (olds[place]?.length ?? 0) - 4096; at += 4096)
        expect(now.includes(olds[place]?.subarray(at, at + 64) ?? '')).toBe(false)
    }
  })

  test('a re-key that was put aside before, which old passphrases open, is taken away', async () => {
    const folder = copyOf(whole)
    const aside = join(folder, 'rekey.damaged-1')
    mkdirSync(aside)
    for (const name of ['vault.db', 'header.0.json']) copyFileSync(join(folder, name), join(aside, name))
    const { vault } = await rekey(await open(folder))
    vault.close()
    expect(readdirSync(folder).filter((name) => name.startsWith('rekey.'))).toEqual([])
    rmSync(folder, { recursive: true })
  })
})
