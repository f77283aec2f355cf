import { existsSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

import { rebuildIndex } from '../../../electron/casework/search/repair.ts'
import { applyBackupRecord, makeBackup } from '../../../electron/vault/backups.ts'
import { changePassphrase, restoreBackup, smallMachineKdf } from '../../../electron/vault/index.ts'
import { seeded } from '../seeded.ts'
import { chainEnd, firstPassphrase, makeVault, recordsHash, rekeyed, secondPassphrase, serve, typedHash, unlock } from '../service.ts'
import type { Service } from '../service.ts'
import { changes, draftSteps } from '../work.ts'
import { notChained } from './words.ts'
import type { Order, Word } from './words.ts'

// Does one kind of write over and over, and says what it begins and what was answered, until it is killed.
const say = (word: Word): void => void writeSync(1, `${JSON.stringify(word)}\n`)
say({ word: 'ready' })
const { value: line } = await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next()
const { kind, folder, passphrase, seed, backup } = JSON.parse(String(line)) as Order
const random = seeded(seed)

const answered = (service: Service): void =>
  say({
    word: 'answered',
    records: recordsHash(service.vault, notChained),
    drafts: typedHash(service.drafts),
    chain: chainEnd(service.vault),
  })

/** The service that says each call's answer, and what a draft is about to make of the drafts. */
function spoken(service: Service): Service {
  return {
    ...service,
    call: async (name, input) => {
      const value = await service.call(name, input)
      answered(service)
      return value
    },
    drafts: {
      ...service.drafts,
      put: (draft) => {
        say({ word: 'draft', next: typedHash(service.drafts, { put: draft }) })
        const done = service.drafts.put(draft)
        answered(service)
        return done
      },
      clear: (key) => {
        say({ word: 'draft', next: typedHash(service.drafts, { clear: key }) })
        service.drafts.clear(key)
        answered(service)
      },
    },
  }
}

const open = async (): Promise<Service> => {
  const service = spoken(serve(await unlock(folder, passphrase)))
  answered(service)
  return service
}
/** Lets the parent's signal in between two tasks too. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function forever(work: (round: number) => unknown): Promise<never> {
  say({ word: 'begins' })
  for (let round = 0; ; round += 1) {
    await work(round)
    await breathe()
  }
}

switch (kind) {
  case 'change': {
    const service = await open()
    await forever(() => random.pick(changes).run(service, random))
    break
  }
  case 'draft': {
    const service = await open()
    await forever(() => random.pick(draftSteps).run(service, random))
    break
  }
  case 'checkpoint': {
    const service = await open()
    await forever(async () => {
      await random.pick(changes).run(service, random)
      service.vault.checkpoint()
    })
    break
  }
  case 'header': {
    const service = await open()
    let current = passphrase
    await forever(async () => {
      const next = current === firstPassphrase ? secondPassphrase : firstPassphrase
      say({ word: 'passphrase', next })
      await changePassphrase(service.vault, { current, next, kdf: smallMachineKdf })
      current = next
      say({ word: 'passphrase-answered', now: next })
    })
    break
  }
  case 're-key': {
    let service = await open()
    await forever(async () => {
      await random.pick(changes).run(service, random)
      await random.pick(draftSteps).run(service, random)
      service = spoken(serve(await rekeyed(service, passphrase)))
      answered(service)
    })
    break
  }
  case 'search index': {
    const service = await open()
    await forever(() => rebuildIndex(service.vault.db))
    break
  }
  case 'backup': {
    const service = await open()
    await forever(() => {
      const { made, record } = makeBackup(service.vault, 'manual')
      applyBackupRecord(service.vault, record)
      say({ word: 'file', path: made.file })
      answered(service)
    })
    break
  }
  case 'erase': {
    const service = await open()
    await forever(async () => {
      const made = await service.call('sources.create', { fields: { title: 'To be erased' } })
      await service.call('sources.bin', { id: made.id })
      await service.call('bin.purge', { table: 'sources', id: made.id })
    })
    break
  }
  case 'open and close': {
    await forever(async () => {
      const service = await open()
      await random.pick(changes).run(service, random)
      await service.close()
    })
    break
  }
  case 'create':
    await forever(async (round) => {
      const place = join(folder, `New ${round}.habeas`)
      const vault = await makeVault(place)
      say({ word: 'vault', path: place })
      vault.close()
    })
    break
  case 'restore':
    await forever(async (round) => {
      const place = join(folder, `Restored ${round}.habeas`)
      await restoreBackup(backup, place, { passphrase })
      say({ word: 'vault', path: place })
    })
    break
  case 'migration':
    await forever(async (round) => {
      const place = join(folder, `Older ${round}.habeas`)
      // A quick machine has brought all of them up to date before the kill comes, and waits for it.
      if (!existsSync(place)) {
        await new Promise((resolve) => setTimeout(resolve, 1000))
        return
      }
      const service = serve(await unlock(place, passphrase))
      say({ word: 'vault', path: place })
      await service.close()
    })
}
