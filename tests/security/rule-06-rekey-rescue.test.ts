import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'

import { makeBackup } from '../../electron/vault/backups.ts'
import { createRescueHandlers } from '../../electron/vault/rescue/handlers.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import { addPerson, copyOf, names, open, passphrase } from '../vault/support.ts'

import { people, quickKdf, runner, seeThatAllIsThere, wholeVault } from './support/rekeyed.ts'

// What is tried here is files and their order; Argon2id has its own tests.
vi.mock('@node-rs/argon2', () => import('../faults/quick-argon2.ts'))

const place = 'place'
const target = 'target'
const later = 'After the backup'
let halfway: string
let words: string
let backup: string
/** A re-key that counts, killed when the new database has its place and head and headers are still those of the old key. */
beforeAll(async () => {
  const whole = await wholeVault()
  const vault = await open(whole)
  backup = basename(makeBackup(vault, 'manual').made.file)
  addPerson(vault, later)
  words = vault.fingerprint().words.join(' ')
  vault.close()
  const { signal } = spawnSync(process.execPath, ['--import', quickKdf, runner, whole, passphrase, 'placed vault.db'])
  expect(signal).toBe('SIGKILL')
  expect(readdirSync(whole)).toContain('rekey.ready')
  halfway = whole
})

const left = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('rekey.'))

const notStopped = (): boolean => false

/** The calls for a vault that doesn't open, over a copy of what the kill left. */
function atTheVault() {
  const folder = copyOf(halfway)
  const grants = { [place]: folder, [target]: join(dirname(folder), 'Saved.habeas') }
  const adopted: Vault[] = []
  const handlers = createRescueHandlers({ vault: () => undefined, adopt: (opened) => void adopted.push(opened), stop: () => undefined })
  const namesIn = (): string[] => {
    const [vault] = adopted
    try {
      return vault === undefined ? [] : names(vault)
    } finally {
      vault?.close()
    }
  }
  return { folder, grants, handlers, namesIn }
}

describe('Rule 6: a re-key that was cut short after it counted is brought to its end by whichever way out comes first', () => {
  test('looking at the vault: nothing is damaged', async () => {
    const { folder, grants, handlers } = atTheVault()
    const { findings, lastChange } = await handlers['rescue.examine']({ place, passphrase }, grants, notStopped)
    expect(findings).toEqual([])
    expect(lastChange?.words.join(' ')).toBe(words)
    expect(left(folder)).toEqual([])
  })

  test('opening it for reading', async () => {
    const { folder, grants, handlers, namesIn } = atTheVault()
    await handlers['rescue.openReadOnly']({ place, passphrase }, grants, notStopped)
    expect(namesIn()).toEqual([...people, later])
    expect(left(folder)).toEqual([])
  })

  test('salvaging: everything is saved', async () => {
    const { grants, handlers } = atTheVault()
    await handlers['rescue.salvage']({ place, passphrase, target }, grants, notStopped)
    const saved = await open(grants[target])
    expect(names(saved)).toEqual([...people, later])
    saved.close()
  })

  test('accepting an older state', async () => {
    const { folder, grants, handlers, namesIn } = atTheVault()
    await handlers['rescue.acceptOlder']({ place, passphrase, words }, grants, notStopped)
    expect(namesIn()).toEqual([...people, later])
    expect(left(folder)).toEqual([])
  })

  test('restoring a backup: the folder that is kept is whole under its new key', async () => {
    const { folder, grants, handlers } = atTheVault()
    const { keptAs, changesMissing } = await handlers['rescue.restore']({ place, passphrase, backup, language: 'en' }, grants, notStopped)
    expect(changesMissing).toBe(1)
    expect(left(join(dirname(folder), keptAs))).toEqual([])
    const kept = await open(join(dirname(folder), keptAs))
    expect(names(kept)).toEqual([...people, later])
    kept.close()
    await seeThatAllIsThere(folder, 'restored')
  })

  test('one of which a part is lost is named, and keeps nobody from a backup', async () => {
    const { folder, grants, handlers } = atTheVault()
    rmSync(join(folder, 'rekey.ready', 'head.json'))
    const { findings, backups } = await handlers['rescue.examine']({ place, passphrase }, grants, notStopped)
    expect(findings.map(({ what }) => what)).toContain('rekey')
    expect(backups).toMatchObject([{ name: backup, state: 'readable' }])
    await handlers['rescue.restore']({ place, passphrase, backup, language: 'en' }, grants, notStopped)
    await seeThatAllIsThere(folder, 'restored')
  })
})
