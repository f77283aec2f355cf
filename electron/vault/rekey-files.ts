import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

import { VaultError } from './errors.ts'
import { draftsAside } from './rekey-aside.ts'
import { isWritable, readSmallFile, syncFile, syncFolder, vaultFiles, writeFileAtomically } from './files.ts'

/**
 * A re-key makes a whole second vault in a folder of its own, `rekey.building`, and makes it durable. Renaming that
 * folder to `rekey.ready` is the moment from which the new key counts: before it, the folder is thrown away; after it,
 * its files take their places one by one, and whoever opens the vault next goes on with that where a crash stopped it.
 * No key is needed for it.
 */
export const rekeyFolders = (folder: string) => ({ building: join(folder, 'rekey.building'), ready: join(folder, 'rekey.ready') })

const putAsideName = /^rekey\.damaged-\d+$/
const list = 'files.json'
const listSchema = z.strictObject({
  format: z.literal('habeas-rekey'),
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)+$/),
      bytes: z.int().positive(),
      /** SHA-256 of the first 4096 bytes: enough to tell the new file from the old one, which has other salts throughout. */
      start: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})

/** In the order in which they take their places: the headers last, so that until then the old key opens what it can. */
const orderOf = (folder: string): string[] => {
  const { database, drafts, head, headers } = vaultFiles(folder)
  return [database, drafts, ...draftsAside(folder).map((name) => join(folder, name)), head, ...headers.toReversed()]
}

/** Hooks for tests, which kill the process or fill the disk at each step. */
export type OnStep = (step: string) => void

const nameIn = (folder: string, path: string): string => path.slice(folder.length + 1)

function markOf(path: string): { bytes: number; start: string } | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true) return undefined
  const handle = openSync(path, 'r')
  try {
    const start = Buffer.alloc(4096)
    const read = readSync(handle, start, 0, start.length, 0)
    return { bytes: found.size, start: createHash('sha256').update(start.subarray(0, read)).digest('hex') }
  } finally {
    closeSync(handle)
  }
}

const isMarked = (path: string, { bytes, start }: { bytes: number; start: string }): boolean => {
  const found = markOf(path)
  return found?.bytes === bytes && found.start === start
}

/** An empty folder to build in; what an earlier attempt left goes. */
export function startBuilding(folder: string): string {
  const { building } = rekeyFolders(folder)
  rmSync(building, { recursive: true, force: true })
  mkdirSync(building, { mode: 0o700 })
  return building
}

export const dropBuilding = (folder: string): void => rmSync(rekeyFolders(folder).building, { recursive: true, force: true })

/** Makes everything that was built durable, and then, in one step, what counts. */
export function declareReady(folder: string, onStep: OnStep): void {
  const { building, ready } = rekeyFolders(folder)
  const files = orderOf(building).map((path) => ({ name: nameIn(building, path), ...markOf(path) }))
  for (const { name } of files) syncFile(join(building, name))
  onStep('synced')
  writeFileAtomically(join(building, list), `${JSON.stringify({ format: 'habeas-rekey', version: 1, files })}\n`)
  syncFolder(building)
  onStep('listed')
  renameSync(building, ready)
  onStep('renamed')
  syncFolder(folder)
  onStep('ready')
}

/**
 * Brings an unfinished re-key to its end, or takes away one that never came to count. The caller holds the vault's lock
 * and has no file of it open.
 * @throws {VaultError} `read_only` (left_open) on a medium where it can't be finished, `damaged` (rekey)
 */
export function finishRekey(folder: string, onStep: OnStep = () => undefined): void {
  const { building, ready } = rekeyFolders(folder)
  const unfinished = existsSync(ready)
  if (!unfinished && !existsSync(building)) return
  if (!isWritable(folder)) {
    // What is only being built is nothing yet.
    if (unfinished) throw new VaultError('read_only', { reason: 'left_open' })
    return
  }
  if (unfinished) takePlaces(folder, ready, onStep)
  rmSync(building, { recursive: true, force: true })
}

function takePlaces(folder: string, ready: string, onStep: OnStep): void {
  const files = readList(ready)
  if (files === undefined) {
    // The list is written before the folder counts and goes last: without it, either all is done or somebody meddled.
    if (readdirSync(ready).length > 0) return putAside(folder, ready)
    rmSync(ready, { recursive: true, force: true })
    return syncFolder(folder)
  }
  const states = files.map(({ name, ...mark }) => {
    if (existsSync(join(ready, name))) return isMarked(join(ready, name), mark) ? 'waiting' : 'lost'
    return isMarked(join(folder, name), mark) ? 'placed' : 'lost'
  })
  if (states.includes('lost')) {
    // As long as none has taken its place, the vault is whole under its old key.
    if (!states.includes('placed')) return putAside(folder, ready)
    throw new VaultError('damaged', { what: 'rekey' })
  }
  // A log or journal of the old database is no part of the new one, and SQLite would read it as such. It goes for good before
  // anything takes its place: of two steps that are not durable yet, a power cut may keep the later one alone. Beside a file
  // that has its place already it is the old one's too, since nobody opened the new one yet.
  const rests = files.flatMap(({ name }) => ['-wal', '-shm', '-journal'].map((rest) => `${name}${rest}`))
  for (const rest of rests) if (!files.some(({ name }) => name === rest)) rmSync(join(folder, rest), { force: true })
  syncFolder(folder)
  onStep('logs gone')
  for (const { name } of files) {
    const staged = join(ready, name)
    if (!existsSync(staged)) continue
    onStep(`before ${name}`)
    renameSync(staged, join(folder, name))
    onStep(`placed ${name}`)
  }
  syncFolder(folder)
  syncFolder(ready)
  onStep('placed')
  removePutAside(folder)
  rmSync(ready, { recursive: true, force: true })
  syncFolder(folder)
  onStep('done')
}

/**
 * Re-keys that could not be used hold a copy of the vault as it was then, which old passphrases open. The vault has been
 * read whole since, for this re-key, and nothing is left for which they would be needed.
 */
function removePutAside(folder: string): void {
  for (const name of readdirSync(folder)) if (putAsideName.test(name)) rmSync(join(folder, name), { recursive: true, force: true })
}

function readList(ready: string): z.infer<typeof listSchema>['files'] | undefined {
  try {
    return listSchema.parse(JSON.parse(readSmallFile(join(ready, list)) ?? '')).files
  } catch {
    return undefined
  }
}

/** What can't be used is kept under another name; nothing of a vault is thrown away unread. */
function putAside(folder: string, ready: string): void {
  renameSync(ready, join(folder, `rekey.damaged-${Date.now()}`))
  syncFolder(folder)
}
