import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { changePassphrase, restoreBackup, smallMachineKdf, uuidv7 } from '../../../electron/vault/index.ts'
import type { Vault } from '../../../electron/vault/index.ts'
import { makeBackup } from '../../../electron/vault/backups.ts'
import { syncFile, syncFolder } from '../../../electron/vault/files.ts'
import { rekeyVault } from '../../../electron/vault/rekey.ts'
import { restoreInPlace } from '../../../electron/vault/rescue/restore.ts'
import { seeded } from '../seeded.ts'
import {
  chainEnd,
  draftsHash,
  firstPassphrase,
  makeVault,
  openDraftsOf,
  recordsHash,
  rekeyed,
  secondPassphrase,
  serve,
  unlock,
} from '../service.ts'
import type { Service } from '../service.ts'
import { openControl } from '../shim/shim.ts'
import { changes, draftSteps, largeSteps } from '../work.ts'
import { markWriter } from './marks.ts'
import type { Mark } from './marks.ts'

// A scripted time of work on the real write path, under the library that logs it. After everything that was answered it
// notes what now stands. Its parts are processes of their own, the first of which ends by SIGKILL with all logs full.
const [part = '', folder = '', control = '', marks = '', seed = '1', size = '10'] = process.argv.slice(2)
const random = seeded(Number(seed))
const counter = openControl(control)
const write = markWriter(marks)
const place = join(folder, 'Office.habeas')
let now: Mark = {
  operation: 0,
  after: 'nothing',
  records: null,
  drafts: null,
  chain: null,
  passphrase: firstPassphrase,
  dead: [],
  backup: null,
}
const mark = (after: string, changed: Partial<Mark>): void => {
  now = { ...now, ...changed, operation: counter.operations(), after }
  write(now)
}
const standing = (service: Service): Partial<Mark> => ({
  records: recordsHash(service.vault),
  drafts: draftsHash(service.drafts),
  chain: chainEnd(service.vault),
})

/** The services, with a mark after each answered call. */
function served(vault: Vault): Service {
  const service = serve(vault)
  return {
    ...service,
    call: async (name, input) => {
      const value = await service.call(name, input)
      mark(name, standing(service))
      return value
    },
  }
}

async function work(service: Service, rounds: number, large = largeSteps): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const step = random.chance(0.3)
      ? random.pick(draftSteps)
      : round < changes.length
        ? (changes[round] ?? random.pick(changes))
        : random.pick(changes)
    await step.run(service, random)
    mark(step.name, standing(service))
    if (round === Math.floor(rounds / 2))
      for (const step of large) {
        const made = await step.run(service, random)
        mark(step.name, { ...standing(service), ...(typeof made === 'string' ? { backup: made } : {}) })
      }
    if (random.chance(0.12)) {
      service.vault.checkpoint()
      mark('checkpoint', {})
    }
  }
}

async function passphrase(service: Service, current: string, next: string): Promise<void> {
  await changePassphrase(service.vault, { current, next, kdf: smallMachineKdf })
  mark('passphrase', { passphrase: next, dead: [current], chain: chainEnd(service.vault) })
}

/** Drafts that were put aside go along with each re-key. */
function putCopyAside(): void {
  for (const part of ['', '-wal']) {
    const copy = join(place, `drafts.damaged-1.db${part}`)
    cpSync(join(place, `drafts.db${part}`), copy)
    syncFile(copy)
  }
  syncFolder(place)
}

/** New keys, one after the other, each after some work that was not written home yet. */
async function rekeyOften(service: Service, times: number): Promise<Service> {
  let current = service
  for (let time = 0; time < times; time += 1) {
    await work(current, 1 + random.below(2), [])
    for (const step of draftSteps.slice(0, 1)) {
      await step.run(current, random)
      mark(step.name, standing(current))
    }
    const vault = await rekeyed(current)
    // Under the new key before the services are there again: the answer that counts is the vault's.
    mark('a new key', { records: recordsHash(vault), chain: chainEnd(vault) })
    current = served(vault)
    mark('opened under the new key', standing(current))
  }
  return current
}

/** A vault as an older version made it, with people in it. */
async function olderVault(migrations: string): Promise<Vault> {
  const vault = await makeVault(place, migrations)
  for (let n = 0; n < 6; n += 1)
    vault.write({ kind: 'persons.create' }, ({ changeNo, touch }) => {
      const id = uuidv7()
      vault.db
        .prepare('INSERT INTO persons (uuid, kind, name, revision, created_change) VALUES (?, ?, ?, ?, ?)')
        .run(id, 'person', `Person ${n}`, changeNo, changeNo)
      touch('persons', id)
    })
  return vault
}

switch (part) {
  case 'begin': {
    mark('nothing', {})
    const service = served(await makeVault(place))
    mark('created', standing(service))
    await work(service, Number(size))
    process.kill(process.pid, 'SIGKILL')
    break
  }
  case 'go-on': {
    const service = served(await unlock(place))
    mark('opened after a kill', standing(service))
    await work(service, Number(size))
    await passphrase(service, firstPassphrase, secondPassphrase)
    await work(service, Math.ceil(Number(size) / 4))
    await service.close()
    mark('closed', {})
    break
  }
  case 'end': {
    now = { ...now, passphrase: secondPassphrase, dead: [firstPassphrase] }
    const service = served(await unlock(place, secondPassphrase))
    mark('opened', standing(service))
    await work(service, Math.ceil(Number(size) / 3))
    service.verify()
    mark('verified', standing(service))
    await service.close()
    mark('closed', {})
    break
  }
  case 're-key': {
    mark('nothing', {})
    const service = served(await makeVault(place))
    mark('created', standing(service))
    await work(service, 4, largeSteps.slice(0, 1))
    putCopyAside()
    const last = await rekeyOften(service, 4)
    await work(last, 2, [])
    process.kill(process.pid, 'SIGKILL')
    break
  }
  case 're-key what a kill left': {
    // The drafts that the kill left in their log have not been opened by anybody.
    const { vault } = await rekeyVault(await unlock(place), { current: firstPassphrase, kdf: smallMachineKdf })
    const service = served(vault)
    mark('a new key', standing(service))
    const last = await rekeyOften(service, 1)
    await last.close()
    mark('closed', {})
    break
  }
  case 'restore': {
    mark('nothing', {})
    // Outside what is watched: the vault of which there is a backup.
    const before = `${folder}-before.habeas`
    const source = serve(await makeVault(before))
    for (const step of [...changes, ...draftSteps.slice(0, 1)]) await step.run(source, random)
    const backedUp = { records: recordsHash(source.vault), drafts: draftsHash(source.drafts) }
    const { file } = makeBackup(source.vault, 'manual').made
    await source.close()
    await restoreBackup(file, place, { passphrase: firstPassphrase })
    mark('restored', backedUp)
    const copy = join(place, 'backups', basename(file))
    // By the test's own hand, so whole before it has the name of a backup.
    cpSync(file, `${copy}.copied`)
    syncFile(`${copy}.copied`)
    renameSync(`${copy}.copied`, copy)
    syncFolder(dirname(copy))
    rmSync(before, { recursive: true })
    const service = served(await unlock(place))
    mark('opened', standing(service))
    await work(service, 1, [])
    await service.close()
    mark('closed', {})
    // It goes back to what the backup holds, and its chain is another one then.
    await restoreInPlace(place, { backup: basename(file), passphrase: firstPassphrase, onProgress: () => undefined })
    mark('restored in place', { ...backedUp, chain: null })
    const last = served(await unlock(place))
    mark('opened', standing(last))
    await last.close()
    mark('closed', {})
    break
  }
  case 'migrate': {
    mark('nothing', {})
    // Outside what is watched: the older version's steps.
    const older = `${folder}-older-migrations`
    mkdirSync(older)
    const shipped = join(import.meta.dirname, '..', '..', '..', 'migrations')
    const name = readdirSync(shipped).find((file) => file.startsWith('0010-')) ?? ''
    cpSync(join(shipped, name), join(older, name))
    const sum = createHash('sha256')
      .update(readFileSync(join(older, name)))
      .digest('hex')
    writeFileSync(join(older, 'checksums.json'), JSON.stringify({ [name]: sum }))
    const vault = await olderVault(older)
    const drafts = openDraftsOf(vault)
    mark('made by an older version', { records: recordsHash(vault), drafts: draftsHash(drafts), chain: chainEnd(vault) })
    drafts.close()
    vault.close()
    mark('closed', {})
    rmSync(older, { recursive: true })
    const service = served(await unlock(place))
    mark('migrated', standing(service))
    await work(service, 2)
    await service.close()
    mark('closed', {})
  }
}
