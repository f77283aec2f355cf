import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { backupsIn, describeBackup, restoreBackup, verifyBackup, verifyVault, writeBackup } from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import { addPerson, filesUnder, isRoot, names, newVault, open, passphrase, refusal, temporaryFolder } from '../vault/support.ts'

const kills = process.env['FULL'] === '1' ? 300 : 12
const people = 60

let folder: string
let backup: string
beforeAll(async () => {
  const vault = await newVault()
  folder = vault.folder
  for (let number = 1; number <= people; number += 1) addPerson(vault, `Person number ${number} ${'of the long list '.repeat(200)}`)
  backup = join(temporaryFolder(), 'one.habeas-backup')
  writeBackup(sourceOf(vault), backup, { kind: 'manual' })
  vault.close()
})

const sourceOf = (vault: Vault) => ({ folder: vault.folder, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber })

/** Lets a process work, and kills it as a power cut would, `after` milliseconds from when it began. Returns what it said was done. */
async function workAndKill(work: 'backup' | 'restore', from: string, to: string, after: number): Promise<string[]> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'backup-worker.ts'), work, from, to, passphrase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const done: string[] = []
  for await (const line of createInterface({ input: worker.stdout })) {
    if (line === 'ready') setTimeout(() => worker.kill('SIGKILL'), after)
    else done.push(line.replace('made ', ''))
  }
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit')
  expect(worker.signalCode).toBe('SIGKILL')
  return done
}

/** Instants spread over the work: from its first moment on, in uneven steps. */
const instants = Array.from({ length: kills }, (_, number) => 3 + ((number * 37) % 200))

describe('Rule 23: backup and restore survive kill -9', () => {
  test(`${kills} kills while backups are made: what has the name is whole, what was said done is there`, { timeout: 900_000 }, async () => {
    const to = temporaryFolder()
    const done: string[] = []
    let half = 0
    for (const after of instants) {
      done.push(...(await workAndKill('backup', folder, to, after)))
      // Snapshots stand in the vault's own folder, half files where they were to go.
      for (const place of [to, join(folder, 'backups')]) half += readdirSync(place).filter((name) => name.startsWith('.')).length
    }
    for (const name of done) expect(existsSync(join(to, `${name}.habeas-backup`))).toBe(true)
    const vault = await open(folder)
    for (const found of backupsIn(to)) {
      expect(found.state).toBe('readable')
      expect(verifyBackup(found.file, sourceOf(vault)).faults).toEqual([])
    }
    // The kills did hit the middle of the work, and the next backup takes away what they left.
    expect(half).toBeGreaterThan(0)
    writeBackup(sourceOf(vault), join(to, 'last.habeas-backup'), { kind: 'manual' })
    expect(readdirSync(to).filter((name) => name.startsWith('.'))).toEqual([])
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
    expect(verifyVault(vault).faults).toEqual([])
    vault.close()
  })

  test(`${kills} kills while vaults are restored: what has the name opens and is whole`, { timeout: 900_000 }, async () => {
    const to = temporaryFolder()
    const done: string[] = []
    let half = 0
    for (const after of instants) {
      done.push(...(await workAndKill('restore', backup, to, after * 3)))
      half += readdirSync(to).filter((name) => name.startsWith('.')).length
    }
    expect(half).toBeGreaterThan(0)
    for (const name of done) expect(existsSync(join(to, `${name}.habeas`))).toBe(true)
    const whole = readdirSync(to).filter((name) => name.endsWith('.habeas') && !name.startsWith('.'))
    for (const name of whole.slice(0, process.env['FULL'] === '1' ? undefined : 4)) {
      const vault = await open(join(to, name))
      expect(names(vault)).toHaveLength(people)
      expect(verifyVault(vault).faults).toEqual([])
      vault.close()
    }
    // A restore to a name that a killed one was making takes its leftovers away.
    const left = readdirSync(to).find((name) => name.startsWith('.')) ?? ''
    const name = left.slice(1, left.indexOf('.restoring-'))
    const place = join(to, name)
    rmSync(place, { recursive: true, force: true })
    await restoreBackup(backup, place)
    expect(readdirSync(to).filter((other) => other.startsWith(`.${name}.`))).toEqual([])
  })
})

/** A disk of a few megabytes, where this may be made. */
function smallDisk(megabytes: number): { place: string; away: () => void } | undefined {
  if (!isRoot || process.platform !== 'linux') return undefined
  const place = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return { place, away: () => execFileSync('umount', [place]) }
}

const mounted = smallDisk(8)
afterAll(() => mounted?.away())

describe('Rule 23: backup and restore survive a full disk', () => {
  // Without the right to mount a small disk there is nothing to try this on.
  test.skipIf(mounted === undefined)(
    'a disk that fills at any point of it: refused as full, nothing half made, and done once there is room',
    async () => {
      const disk = mounted?.place ?? ''
      const size = statSync(backup).size
      const ballast = join(disk, 'ballast')
      const vault = await open(folder)
      const page = 4096
      const total = 8 * 1024 * 1024
      // Room for nothing, for a part, for nearly all.
      for (const room of [0, 0.3, 0.6, 0.95].map((share) => Math.floor(size * share))) {
        writeFileSync(ballast, Buffer.alloc(total - Math.floor(room / page) * page))
        for (const work of [
          () => writeBackup(sourceOf(vault), join(disk, 'x.habeas-backup'), { kind: 'manual' }),
          () => restoreBackup(backup, join(disk, 'x.habeas')),
          () => restoreBackup(backup, join(disk, 'x.habeas'), { passphrase }),
        ])
          expect(await refusal(work), String(room)).toBe('disk_full')
        expect(readdirSync(disk)).toEqual(['ballast'])
        rmSync(ballast)
      }
      writeBackup(sourceOf(vault), join(disk, 'x.habeas-backup'), { kind: 'manual' })
      expect(describeBackup(join(disk, 'x.habeas-backup')).faults).toEqual([])
      expect(verifyVault(vault).faults).toEqual([])
      vault.close()
    },
  )

  test.skipIf(mounted === undefined)('a disk that looks free and fills while it is written', async () => {
    const disk = mounted?.place ?? ''
    for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true })
    // The vault stands on the small disk itself: the snapshot, then the file, find no room.
    const vaultHere = join(disk, 'Here.habeas')
    await restoreBackup(backup, vaultHere)
    const vault = await open(vaultHere)
    const target = join(disk, 'x.habeas-backup')
    const ballast = join(disk, 'ballast')
    let said = 0
    const fill = (share: number | null): void => {
      // Past the look at the room that is left: now somebody else takes it.
      if (share === null && (said += 1) === 1) writeFileSync(ballast, Buffer.alloc(1024), { flag: 'a' })
      if (share === null) takeAll(ballast)
    }
    expect(await refusal(() => writeBackup(sourceOf(vault), target, { kind: 'manual', onProgress: fill }))).toBe('disk_full')
    expect(said).toBe(1)
    expect(filesUnder(disk).filter((file) => /partial|making|x\.habeas-backup/.test(file))).toEqual([])
    rmSync(ballast)
    writeBackup(sourceOf(vault), target, { kind: 'manual' })
    expect(describeBackup(target).faults).toEqual([])
    vault.close()
  })
})

function takeAll(file: string): void {
  for (const size of [1024 * 1024, 65_536, 4096]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // Full to the last so many bytes.
    }
  }
}

describe('Rule 23: a backup that an earlier release made is restored', () => {
  const fixtures = join(import.meta.dirname, '../fixtures/backups')
  test.each(readdirSync(fixtures).filter((name) => name.endsWith('.habeas-backup')))('%s', { timeout: 120_000 }, async (name) => {
    const file = join(temporaryFolder(), name)
    copyFileSync(join(fixtures, name), file)
    expect(describeBackup(file).faults).toEqual([])
    const parent = temporaryFolder()
    mkdirSync(join(parent, 'a'))
    const place = join(parent, 'a', 'Restored.habeas')
    expect(await restoreBackup(file, place, { passphrase })).toMatchObject({ verified: 'whole' })
    const vault = await open(place)
    expect(vault.db.prepare('SELECT count(*) FROM case_files').pluck().get()).toBeGreaterThan(5)
    expect(verifyVault(vault).faults).toEqual([])
    vault.close()
  })
})
