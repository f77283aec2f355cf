import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { makeBackup } from '../../electron/vault/backups.ts'
import { vaultFiles } from '../../electron/vault/files.ts'
import { smallMachineKdf, uuidv7 } from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { rekeyFolders } from '../../electron/vault/rekey-files.ts'
import { rekeyVault } from '../../electron/vault/rekey.ts'
import { seeded } from './seeded.ts'
import { firstPassphrase, makeVault, serve, unlock } from './service.ts'
import { changes, draftSteps } from './work.ts'

/** A vault to start from; each task gets a copy. */
export type Ground = 'none' | 'closed' | 'left open' | 'older' | 'torn header' | 'with a backup' | 'cut short'

const placeOf = (base: string, ground: Ground): string => join(base, ground.replaceAll(' ', '-'))

/** Makes the vaults to start from, once. */
export async function makeGrounds(base: string): Promise<void> {
  const random = seeded(11)
  const place = (ground: Ground): string => placeOf(base, ground)
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

  cpSync(place('closed'), place('with a backup'), { recursive: true })
  const backedUp = serve(await unlock(place('with a backup')))
  makeBackup(backedUp.vault, 'manual')
  for (const step of changes.slice(0, 2)) await step.run(backedUp, random)
  await backedUp.close()

  cpSync(place('closed'), place('cut short'), { recursive: true })
  await cutShort(await unlock(place('cut short')))

  const older = `${place('older')}-migrations`
  const shipped = join(import.meta.dirname, '..', '..', 'migrations')
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
  if (ground !== 'none') cpSync(placeOf(base, ground), place, { recursive: true })
  else if (existsSync(place)) throw new Error('not empty')
}

/** The backup that the ground of that name has. */
export function groundBackup(base: string): string {
  const { backups } = vaultFiles(placeOf(base, 'with a backup'))
  return join(backups, readdirSync(backups)[0] ?? '')
}

/** Leaves a re-key where it counts already and no file has taken its place. */
async function cutShort(vault: Vault): Promise<void> {
  const onStep = (step: string): void => {
    if (step === 'ready') throw new Error(step)
  }
  await rekeyVault(vault, { current: firstPassphrase, kdf: smallMachineKdf, onStep }).catch(() => undefined)
  if (!existsSync(rekeyFolders(vault.folder).ready)) throw new Error('the re-key was not cut short')
}
