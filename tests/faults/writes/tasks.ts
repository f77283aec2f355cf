import { readdirSync } from 'node:fs'

import { rebuildIndex } from '../../../electron/casework/search/repair.ts'
import { changePassphrase, restoreBackup, smallMachineKdf } from '../../../electron/vault/index.ts'
import { putDraftsAside } from '../../../electron/vault/drafts-store.ts'
import { vaultFiles } from '../../../electron/vault/files.ts'
import { restoreInPlace } from '../../../electron/vault/rescue/restore.ts'
import { subKey } from '../../../electron/vault/secrets.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'
import type { Ground } from '../grounds.ts'
import { seeded } from '../seeded.ts'
import { firstPassphrase, makeVault, rekeyed, secondPassphrase, serve, unlock } from '../service.ts'
import type { Service } from '../service.ts'
import { changes, draftSteps, largeSteps } from '../work.ts'

/** Something that the program does, at whose writes the disk fails. */
export type Task = {
  name: string
  ground: Ground
  started?: boolean
  /** `backup`: of another ground, outside of what is watched. */
  run: (place: string, service: Service | undefined, backup: string) => Promise<unknown>
}

const needed = (service: Service | undefined): Service => {
  if (service === undefined) throw new TypeError('this task needs an open vault')
  return service
}

/** Opens, and leaves the vault open in `opened`, for whoever closes it. */
export const opened: { service: Service | undefined } = { service: undefined }
const open = async (place: string, passphrase?: string): Promise<void> => {
  opened.service = serve(await unlock(place, passphrase))
}

const command = (name: string, ground: Ground = 'closed'): Task => {
  const step = [...changes, ...largeSteps, ...draftSteps].find((known) => known.name === name)
  if (step === undefined) throw new Error(`no step "${name}"`)
  return { name, ground, started: true, run: (_place, service) => step.run(needed(service), seeded(5)) }
}

export const tasks: readonly Task[] = [
  {
    name: 'make a vault',
    ground: 'none',
    run: async (place) => {
      opened.service = serve(await makeVault(place))
    },
  },
  { name: 'unlock', ground: 'closed', run: (place) => open(place) },
  { name: 'unlock what a crash left', ground: 'left open', run: (place) => open(place) },
  { name: 'unlock with a torn header', ground: 'torn header', run: (place) => open(place) },
  { name: 'migrate', ground: 'older', run: (place) => open(place) },
  ...changes.map(({ name }) => command(name)),
  ...largeSteps.map(({ name }) => command(name)),
  ...draftSteps.map(({ name }) => command(name)),
  {
    name: 'checkpoint',
    ground: 'closed',
    started: true,
    run: (_place, service) => Promise.resolve(needed(service).vault.checkpoint()),
  },
  {
    name: 'a new passphrase',
    ground: 'closed',
    started: true,
    run: (_place, service) =>
      changePassphrase(needed(service).vault, { current: firstPassphrase, next: secondPassphrase, kdf: smallMachineKdf }),
  },
  {
    name: 'a new key',
    ground: 'closed',
    started: true,
    run: async (_place, service) => {
      const vault = await rekeyed(needed(service))
      opened.service = serve(vault)
    },
  },
  {
    name: 'end a re-key that was cut short',
    ground: 'cut short',
    run: (place) => open(place),
  },
  {
    name: 'restore a backup',
    ground: 'none',
    run: async (place, _service, backup) => {
      await restoreBackup(backup, place, { passphrase: firstPassphrase })
      await open(place)
    },
  },
  {
    name: 'restore a backup in place',
    ground: 'with a backup',
    run: async (place) => {
      const [name = ''] = readdirSync(vaultFiles(place).backups)
      await restoreInPlace(place, { backup: name, passphrase: firstPassphrase, onProgress: () => undefined })
      await open(place)
    },
  },
  { name: 'verify', ground: 'closed', started: true, run: (_place, service) => Promise.resolve(needed(service).verify()) },
  {
    name: 'make the search index anew',
    ground: 'closed',
    started: true,
    run: (_place, service) => Promise.resolve(rebuildIndex(needed(service).vault.db)),
  },
  {
    name: 'put damaged drafts aside',
    ground: 'closed',
    started: true,
    run: (place, service) => {
      const { vault, drafts } = needed(service)
      drafts.close()
      const { dataKey, unlocked } = secretsOf(vault)
      return Promise.resolve(putDraftsAside(place, subKey(dataKey, unlocked.header.vaultId, 'drafts')))
    },
  },
  { name: 'close', ground: 'closed', started: true, run: (_place, service) => needed(service).close() },
]
