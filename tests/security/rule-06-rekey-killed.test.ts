import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, writeSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { copyVault } from '../../electron/vault/rescue/copy-vault.ts'
import { addPerson, copyOf, isRoot, names, open, passphrase, refusal, temporaryFolder } from '../vault/support.ts'

import { full, people, quickKdf, rekey, runner, seeThatAllIsThere, wholeVault } from './support/rekeyed.ts'

// What is tried here is files and their order; Argon2id has its own tests.
vi.mock('@node-rs/argon2', () => import('../faults/quick-argon2.ts'))

let whole: string
beforeAll(async () => {
  whole = await wholeVault()
})

/** A write-ahead log as SQLite leaves it when a process that wrote to the vault is killed. */
async function logOfOtherWork(folder: string): Promise<Buffer> {
  const vault = await open(copyOf(folder))
  addPerson(vault, 'Somebody else')
  const log = readFileSync(join(vault.folder, 'vault.db-wal'))
  vault.close()
  return log
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
    const outcomes = { before: 0, after: 0 }
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
      outcomes[isAfter ? 'after' : 'before'] += 1
    }
    expect(outcomes.before + outcomes.after).toBe(full ? 150 : 2)
    if (full) expect(Math.min(outcomes.before, outcomes.after)).toBeGreaterThan(0)
  })

  test('a copy of a vault in which it was stopped, as one is made from a medium that can’t be written, brings it to its end', async () => {
    const folder = copyOf(whole)
    expect(run(folder, 'placed vault.db').signal).toBe('SIGKILL')
    const copy = join(temporaryFolder(), 'Elsewhere.habeas')
    await copyVault(folder, copy, { at: () => Promise.resolve() })
    expect(await seeThatAllIsThere(copy, 'copy')).toBe(true)
  })

  test('a log of the old database that a power cut brought back beside the new one is not read as its own', async () => {
    const folder = copyOf(whole)
    const log = await logOfOtherWork(whole)
    expect(run(folder, 'placed vault.db').signal).toBe('SIGKILL')
    writeFileSync(join(folder, 'vault.db-wal'), log)
    expect(await seeThatAllIsThere(folder, 'old log')).toBe(true)
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
