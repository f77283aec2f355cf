import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { openDrafts } from '../../electron/vault/drafts-store.ts'
import { unlockHeader } from '../../electron/vault/header.ts'
import { smallMachineKdf, verifyVault } from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { addPassphrase, changePassphrase, listKeys, makeRecoveryCode, makeShares, revokeKey } from '../../electron/vault/key-changes.ts'
import { checkPages } from '../../electron/vault/pages.ts'
import { recoverVault } from '../../electron/vault/recover.ts'
import { rekeyVault } from '../../electron/vault/rekey.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import {
  addPerson,
  copyOf,
  isRoot,
  names,
  newVault,
  open,
  otherPassphrase,
  passphrase,
  refusal,
  temporaryFolder,
} from '../vault/support.ts'

// What is tried here is files and their order; Argon2id has its own tests.
vi.mock('@node-rs/argon2', () => import('../faults/quick-argon2.ts'))

const full = process.env['FULL'] === '1'
const headers = ['header.0.json', 'header.1.json']
const runner = join(import.meta.dirname, 'support/rekey-runner.ts')
const quickKdf = join(import.meta.dirname, '../faults/quick-kdf.ts')
const draft = { key: 'persons/1/name', value: 'What was being typed', baseRevision: 3 }
const people = ['First person', 'Second person', 'Third person']
let whole: string

function putDraft(vault: Vault): void {
  const { dataKey } = secretsOf(vault)
  const drafts = openDrafts(vault.folder, subKey(dataKey, vault.info.vaultNumber, 'drafts'))
  drafts.put(draft)
  drafts.close()
}

const draftsOf = (vault: Vault): string[] => {
  const store = openDrafts(vault.folder, subKey(secretsOf(vault).dataKey, vault.info.vaultNumber, 'drafts'))
  try {
    return store.list().map(({ value }) => value)
  } finally {
    store.close()
  }
}

const rekey = (vault: Vault, options: Partial<Parameters<typeof rekeyVault>[1]> = {}) =>
  rekeyVault(vault, { current: passphrase, kdf: smallMachineKdf, ...options })

const keep = (folder: string): Buffer[] => headers.map((name) => readFileSync(join(folder, name)))
const putBack = (folder: string, kept: readonly Buffer[]): void => {
  for (const [place, name] of headers.entries()) writeFileSync(join(folder, name), kept[place] ?? '')
}

/** Opens a vault that something happened to, and sees that nothing of it is lost. */
async function seeThatAllIsThere(folder: string, what: string): Promise<boolean> {
  const vault = await open(folder)
  try {
    expect(names(vault), what).toEqual(people)
    expect(draftsOf(vault), what).toEqual([draft.value])
    expect(verifyVault(vault).faults, what).toEqual([])
    expect(
      readdirSync(folder).filter((name) => name.startsWith('rekey.')),
      what,
    ).toEqual([])
    return vault.db.prepare("SELECT count(*) FROM audit_entries WHERE kind = 'keys.rekeyed'").pluck().get() === 1
  } finally {
    vault.close()
  }
}

beforeAll(async () => {
  const vault = await newVault()
  for (const name of people) addPerson(vault, name)
  putDraft(vault)
  await addPassphrase(vault, { current: passphrase, name: 'Colleague', passphrase: otherPassphrase })
  vault.close()
  whole = vault.folder
})

describe('Rule 6: an old header with its old passphrase', () => {
  test('still opens the vault after its key was withdrawn, which the list of keys says', async () => {
    const folder = copyOf(whole)
    const old = keep(folder)
    const vault = await open(folder)
    const colleague = listKeys(vault).slots.find(({ own }) => !own)
    expect(listKeys(vault).olderKeys).toBe(false)
    await revokeKey(vault, { current: passphrase, id: colleague?.id ?? '' })
    expect(listKeys(vault)).toMatchObject({ olderKeys: true, slots: [{ own: true }] })
    vault.close()
    expect(await refusal(open(folder, otherPassphrase))).toBe('wrong_passphrase')
    putBack(folder, old)
    const again = await open(folder, otherPassphrase)
    expect(names(again)).toEqual(people)
    again.close()
  })

  test('opens nothing after a re-key: no file, not one page', async () => {
    const folder = copyOf(whole)
    const old = keep(folder)
    const { dataKey, header } = await unlockHeader(folder, passphrase)
    const { vault, ended } = await rekey(await open(folder))
    expect(ended).toEqual({ passphrases: 1, recoveryCodes: 0, recoveryShares: 0 })
    expect(listKeys(vault)).toMatchObject({ olderKeys: false, slots: [{ own: true, tried: true }] })
    expect(names(vault)).toEqual(people)
    expect(draftsOf(vault)).toEqual([draft.value])
    addPerson(vault, 'Fourth person')
    vault.close()
    for (const [file, purpose] of [
      ['vault.db', 'database'],
      ['drafts.db', 'drafts'],
    ] as const) {
      const { pages, failed } = checkPages(join(folder, file), subKey(dataKey, header.vaultId, purpose))
      expect(failed, file).toHaveLength(pages)
    }
    putBack(folder, old)
    expect(await refusal(open(folder))).toMatch(/^damaged/)
    expect(await refusal(open(folder, otherPassphrase))).toMatch(/^damaged/)
  })

  test('nor does a passphrase that was replaced before', async () => {
    const vault = await open(copyOf(whole))
    const old = keep(vault.folder)
    await changePassphrase(vault, { current: passphrase, next: 'thistle anvil ribbon falcon mustard quay' })
    const { vault: after } = await rekey(vault, { current: 'thistle anvil ribbon falcon mustard quay' })
    after.close()
    putBack(after.folder, old)
    expect(await refusal(open(after.folder))).toMatch(/^damaged/)
  })
})

describe('Rule 6: a re-key', () => {
  test('keeps the colleagues whose passphrases were given, ends all other keys, and says so', async () => {
    const vault = await open(copyOf(whole))
    const id = listKeys(vault).slots.find(({ own }) => !own)?.id ?? ''
    const { code } = await makeRecoveryCode(vault, passphrase)
    const { cards } = await makeShares(vault, { current: passphrase, needed: 2, total: 3 })
    const done = await rekey(vault, { keep: [{ id, passphrase: otherPassphrase }] })
    expect(done.ended).toEqual({ passphrases: 0, recoveryCodes: 1, recoveryShares: 1 })
    expect(listKeys(done.vault).slots.map(({ caseworkerName }) => caseworkerName)).toEqual(['Test caseworker', 'Colleague'])
    done.vault.close()
    const theirs = await open(done.vault.folder, otherPassphrase)
    expect(theirs.caseworker.name).toBe('Colleague')
    theirs.close()
    for (const secret of [{ code }, { shares: cards.map(({ text }) => text) }])
      expect(await refusal(recoverVault(done.vault.folder, { secret, passphrase: otherPassphrase }))).toBe('recovery_refused reason=wrong')
  })

  test('changes nothing where a passphrase is wrong', async () => {
    const vault = await open(copyOf(whole))
    const [own, theirs] = listKeys(vault).slots
    const before = readFileSync(join(vault.folder, 'header.0.json'))
    expect(await refusal(rekey(vault, { current: otherPassphrase }))).toBe(`wrong_passphrase slot=${own?.id ?? ''}`)
    expect(await refusal(rekey(vault, { keep: [{ id: theirs?.id ?? '', passphrase }] }))).toBe(`wrong_passphrase slot=${theirs?.id ?? ''}`)
    expect(await refusal(rekey(vault, { keep: [{ id: vault.info.vaultNumber, passphrase }] }))).toBe('not_found what=key')
    expect(readFileSync(join(vault.folder, 'header.0.json'))).toEqual(before)
    addPerson(vault, 'Still open')
    vault.close()
  })

  test('leaves the history verifiable under its old key, twice over, and is part of it', async () => {
    const first = await rekey(await open(copyOf(whole)))
    const second = await rekey(first.vault)
    expect(verifyVault(second.vault).faults).toEqual([])
    expect(second.vault.fingerprint()).toEqual(await fingerprintOf(whole))
    expect(second.vault.db.prepare("SELECT details FROM audit_entries WHERE kind = 'keys.rekeyed' ORDER BY seq").pluck().all()).toEqual([
      '{"kept":1,"ended":1}',
      '{"kept":1,"ended":0}',
    ])
    second.vault.close()
  })

  test('stops at a damaged page, names it, and leaves the vault as it was', async () => {
    const folder = copyOf(whole)
    const vault = await open(folder)
    const file = join(folder, 'vault.db')
    const page = Math.floor(statSync(file).size / 4096) - 1
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.from([0xff, 0x00, 0xff]), 0, 3, (page - 1) * 4096 + 100)
    closeSync(handle)
    expect(await refusal(rekey(vault))).toBe(`damaged what=database page=${page}`)
    expect(existsSync(join(folder, 'rekey.building'))).toBe(false)
    vault.close()
  })

  test('waits for nobody who still has the drafts open', async () => {
    const vault = await open(copyOf(whole))
    const store = openDrafts(vault.folder, subKey(secretsOf(vault).dataKey, vault.info.vaultNumber, 'drafts'))
    store.put(draft)
    expect(await refusal(rekey(vault))).toBe('busy')
    store.close()
    const { vault: after } = await rekey(vault)
    after.close()
  })

  test('tells how far it has come, and never backwards', async () => {
    const shares: number[] = []
    const { vault } = await rekey(await open(copyOf(whole)), { onProgress: (share) => shares.push(share) })
    vault.close()
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
})

async function fingerprintOf(folder: string) {
  const vault = await open(folder)
  try {
    return vault.fingerprint()
  } finally {
    vault.close()
  }
}

const run = (folder: string, step: string) =>
  spawnSync(process.execPath, ['--import', quickKdf, runner, folder, passphrase, step], { encoding: 'utf8' })

describe('Rule 6: a re-key killed on the way', () => {
  test(
    `${full ? 'at every step' : 'at steps before and after the one that counts'}: all is there, under one key or the other`,
    { timeout: 600_000 },
    async () => {
      const steps = run(copyOf(whole), '').stdout.trim().split('\n')
      const counts = steps.indexOf('renamed')
      expect(steps.length).toBeGreaterThan(18)
      const some = ['drafts', 'listed', 'renamed', 'placed vault.db', 'placed']
      for (const step of full ? steps : some) {
        expect(steps, step).toContain(step)
        const folder = copyOf(whole)
        expect(run(folder, step).signal, step).toBe('SIGKILL')
        expect(await seeThatAllIsThere(folder, step), step).toBe(steps.indexOf(step) >= counts)
      }
    },
  )

  test(`${full ? 150 : 2} kills at random instants`, { timeout: 1_200_000 }, async () => {
    const outcomes: string[] = []
    for (let kill = 0; kill < (full ? 150 : 2); kill += 1) {
      const folder = copyOf(whole)
      const child = spawn(process.execPath, ['--import', quickKdf, runner, folder, passphrase, ''], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      // From its first step on: before that nothing has been begun.
      await once(child.stdout, 'data')
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 60)
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      const isAfter = await seeThatAllIsThere(folder, `kill ${kill}`)
      outcomes.push(isAfter ? 'after' : 'before')
    }
    expect(outcomes).toHaveLength(full ? 150 : 2)
    if (full) expect(new Set(outcomes).size).toBe(2)
  })

  test('a staging folder that is not whole never takes the place of a vault that is', async () => {
    const folder = copyOf(whole)
    expect(run(folder, 'ready').signal).toBe('SIGKILL')
    rmSync(join(folder, 'rekey.ready', 'head.json'))
    const vault = await open(folder)
    expect(names(vault)).toEqual(people)
    vault.close()
    expect(readdirSync(folder).some((name) => name.startsWith('rekey.damaged-'))).toBe(true)
  })

  test('a staging folder of which a part is lost halfway is damage, and nothing is touched', async () => {
    const folder = copyOf(whole)
    expect(run(folder, 'placed vault.db').signal).toBe('SIGKILL')
    rmSync(join(folder, 'rekey.ready', 'head.json'))
    const before = readdirSync(folder).toSorted()
    expect(await refusal(open(folder))).toBe('damaged what=rekey')
    expect(readdirSync(folder).toSorted()).toEqual(before)
  })
})

describe.runIf(isRoot && process.platform === 'linux')('Rule 6: a re-key on a full disk', () => {
  const mounted: string[] = []
  afterAll(() => {
    for (const place of mounted) execFileSync('umount', [place])
  })

  const filler = (place: string): string => join(place, 'filling')
  const fill = (place: string): void => {
    const handle = openSync(filler(place), 'w')
    try {
      for (;;) writeSync(handle, Buffer.alloc(4096))
    } catch {
      // Not a byte more.
    } finally {
      closeSync(handle)
    }
  }

  test('fills up at any step: all is there under one key or the other, and a refusal says why', { timeout: 600_000 }, async () => {
    const place = join(temporaryFolder(), 'mount')
    mkdirSync(place)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6000000', 'tmpfs', place])
    mounted.push(place)
    const steps: string[] = []
    const { vault: other } = await rekey(await open(copyOf(whole)), { onStep: (step) => steps.push(step) })
    other.close()
    const outcomes = new Map<string, string>()
    const some = ['started', 'drafts', 'header', 'recorded', 'listed', 'ready', 'before head.json']
    for (const step of full ? steps : some) {
      expect(steps).toContain(step)
      const folder = join(place, 'Full.habeas')
      cpSync(whole, folder, { recursive: true })
      const vault = await open(folder)
      const said = await refusal(rekey(vault, { onStep: (name) => name === step && fill(place) }).then((done) => done.vault))
      outcomes.set(step, said)
      const counts = steps.indexOf(step) >= steps.indexOf('renamed')
      if (said !== 'not refused' && !counts) {
        expect(said, step).toBe('disk_full')
        expect(vault.db.open, step).toBe(true)
        expect(
          readdirSync(folder).filter((name) => name.startsWith('rekey.')),
          step,
        ).toEqual([])
      }
      rmSync(filler(place))
      if (vault.db.open) {
        expect(names(vault), step).toEqual(people)
        vault.close()
      }
      const isAfter = await seeThatAllIsThere(folder, step)
      expect(isAfter, step).toBe(counts || said === 'not refused')
      rmSync(folder, { recursive: true })
    }
    expect(outcomes.get('started')).toBe('disk_full')
    expect(outcomes.get('drafts')).toBe('disk_full')
  })

  test('that has no room for a second vault is refused before anything is written', async () => {
    const place = join(temporaryFolder(), 'mount')
    mkdirSync(place)
    const size = statSync(join(whole, 'vault.db')).size
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size + 600_000}`, 'tmpfs', place])
    mounted.push(place)
    const folder = join(place, 'Full.habeas')
    cpSync(whole, folder, { recursive: true })
    const vault = await open(folder)
    let last = ''
    expect(await refusal(rekey(vault, { onStep: (step) => (last = step) }))).toBe('disk_full')
    expect(last).toBe('started')
    addPerson(vault, 'Still open')
    vault.close()
  })
})
