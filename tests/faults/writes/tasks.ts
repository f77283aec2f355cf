import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { rebuildIndex } from '../../../electron/casework/search/repair.ts'
import { changePassphrase, smallMachineKdf, uuidv7 } from '../../../electron/vault/index.ts'
import { putDraftsAside } from '../../../electron/vault/drafts-store.ts'
import { subKey } from '../../../electron/vault/secrets.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'
import { seeded } from '../seeded.ts'
import { firstPassphrase, makeVault, secondPassphrase, serve, unlock } from '../service.ts'
import type { Service } from '../service.ts'
import { changes, draftSteps } from '../work.ts'

/** A closed vault to start from; each task gets a copy. */
export type Ground = 'none' | 'closed' | 'left open' | 'older' | 'torn header'

/** Something that the program does, at whose writes the disk fails. */
export type Task = {
  name: string
  ground: Ground
  started?: boolean
  run: (place: string, service: Service | undefined) => Promise<unknown>
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
  const step = [...changes, ...draftSteps].find((known) => known.name === name)
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

/** Makes the vaults to start from, once. */
export async function makeGrounds(base: string): Promise<void> {
  const random = seeded(11)
  const place = (ground: Ground): string => join(base, ground.replaceAll(' ', '-'))
  const service = serve(await makeVault(place('closed')))
  for (const step of [...changes, ...draftSteps.slice(0, 1)]) await step.run(service, random)
  await service.close()

  const again = serve(await unlock(place('closed')))
  const head = readFileSync(join(place('closed'), 'head.json'))
  for (const step of changes.slice(0, 4)) await step.run(again, random)
  cpSync(place('closed'), place('left open'), { recursive: true })
  // The cut came between the last commit and the head's own step.
  writeFileSync(join(place('left open'), 'head.json'), head)
  await again.close()

  cpSync(place('closed'), place('torn header'), { recursive: true })
  writeFileSync(join(place('torn header'), 'header.0.json'), '{"format":"habeas-va')

  const older = `${place('older')}-migrations`
  const shipped = join(import.meta.dirname, '..', '..', '..', 'migrations')
  const name = readdirSync(shipped).find((file) => file.startsWith('0010-')) ?? ''
  mkdirSync(older)
  cpSync(join(shipped, name), join(older, name))
  const sum = createHash('sha256')
    .update(readFileSync(join(older, name)))
    .digest('hex')
  writeFileSync(join(older, 'checksums.json'), JSON.stringify({ [name]: sum }))
  const vault = await makeVault(place('older'), older)
  vault.write({ kind: 'persons.create' }, ({ changeNo, touch }) => {
    const id = uuidv7()
    vault.db
      .prepare('INSERT INTO persons (uuid, kind, name, revision, created_change) VALUES (?, ?, ?, ?, ?)')
      .run(id, 'person', 'Somebody', changeNo, changeNo)
    touch('persons', id)
  })
  vault.close()
}

export function layGround(base: string, ground: Ground, place: string): void {
  rmSync(place, { recursive: true, force: true })
  if (ground !== 'none') cpSync(join(base, ground.replaceAll(' ', '-')), place, { recursive: true })
  else if (existsSync(place)) throw new Error('not empty')
}
