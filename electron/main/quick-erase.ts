import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, fstatSync, openSync, readdirSync, rmSync, rmdirSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { erasedFormat } from '../contract/index.ts'
import type { Erasure } from '../contract/index.ts'

/** Files at the top of a vault's folder that hold key slots, with what a write or a re-key may have left beside them. */
const isKeyFile = (name: string): boolean => name.startsWith('header.')
/** All other files that are the vault's own: databases with their logs, the head, the lock, drafts put aside, staged copies. */
const isOwnFile = (name: string): boolean => /^(?:head\.json|(?:vault|drafts|attachments|rekey)\b)/.test(name)
const backupsName = 'backups'

/** Each backup opens by itself: its own key slots stand at its beginning or its end. */
const edge = 1024 * 1024

export type EraseFacts = { bytes: number; backups: number }

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true
const filesIn = (folder: string): string[] =>
  names(folder).flatMap((name) => {
    const path = join(folder, name)
    return isFile(path) ? [path] : statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? filesIn(path) : []
  })

/** Whether a folder holds anything of a vault; nothing else is ever erased. */
export const isVaultFolder = (folder: string): boolean => names(folder).some((name) => isKeyFile(name) || name === 'vault.db')

/** The vault's own files in a folder: those with keys, the others, and its backups. What is not ours is left alone. */
function filesOf(folder: string): { keys: string[]; others: string[]; backups: string[] } {
  const own = names(folder)
  const paths = (is: (name: string) => boolean): string[] =>
    own.filter(is).flatMap((name) => (isFile(join(folder, name)) ? [join(folder, name)] : filesIn(join(folder, name))))
  // What a re-key is building, or has ready, is a second vault inside this one, with key slots of its own.
  const [inner, others] = [paths(isOwnFile), paths(isOwnFile)].map((found, at) =>
    found.filter((path) => (isKeyFile(basename(path)) && dirname(path) !== folder) === (at === 0)),
  )
  return { keys: [...paths(isKeyFile), ...(inner ?? [])], others: others ?? [], backups: filesIn(join(folder, backupsName)) }
}

/** How much a quick erase of this folder would destroy. */
export function eraseFacts(folder: string): EraseFacts {
  const { keys, others, backups } = filesOf(folder)
  return { bytes: [...keys, ...others, ...backups].reduce((sum, path) => sum + sizeOf(path), 0), backups: backups.length }
}

/** Overwrites a stretch of a file where it stands, and makes that durable. */
function overwrite(path: string, spans: (size: number) => { at: number; bytes: Buffer }[]): boolean {
  let handle: number | undefined
  try {
    handle = openSync(path, 'r+')
    for (const { at, bytes } of spans(fstatSync(handle).size)) {
      let done = 0
      while (done < bytes.length) done += writeSync(handle, bytes, done, bytes.length - done, at + done)
    }
    fsyncSync(handle)
    return true
  } catch {
    return !existsSync(path)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** The header's place says that it was erased: not damage that a backup might mend. In place, so that the old bytes are what is written over. */
function eraseKeys(path: string): boolean {
  const text = JSON.stringify({ format: erasedFormat, version: 1 })
  return overwrite(path, (size) => [{ at: 0, bytes: Buffer.from(text.padEnd(Math.max(size, text.length))) }])
}

const eraseEdges = (path: string): boolean =>
  overwrite(path, (size) => {
    if (size <= 2 * edge) return [{ at: 0, bytes: randomBytes(size) }]
    return [
      { at: 0, bytes: randomBytes(edge) },
      { at: size - edge, bytes: randomBytes(edge) },
    ]
  })

function remove(path: string): boolean {
  try {
    rmSync(path, { force: true })
    return true
  } catch {
    return false
  }
}

function removeFolder(path: string): void {
  for (const name of names(path))
    if (statSync(join(path, name), { throwIfNoEntry: false })?.isDirectory() === true) removeFolder(join(path, name))
  try {
    // Refused while anything of somebody else's stands in it.
    rmdirSync(path)
  } catch {
    // Left standing.
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  try {
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
  } catch {
    // Gone, which is what was wanted.
  }
}

/**
 * Quick erase (security rule 22): after it nothing opens this vault, whoever knows the passphrase. First the key slots of
 * both header copies are overwritten, the head and the edges of each backup in the folder, all durable; that is a matter of
 * milliseconds. Then, with `remove`, the encrypted files go, the headers last: until the end they say what was done.
 *
 * A kill in the midst leaves a vault that opens (a header copy is still whole) or one that was erased; a header that was
 * torn by the kill is no more than an unreadable copy. Flash storage may keep the old blocks, and copies elsewhere are out
 * of reach: the page says so before and after.
 */
export function eraseVault(folder: string, files: 'remove' | 'keep'): Erasure {
  const { keys, others, backups } = filesOf(folder)
  const heads = others.filter((path) => /head\.json/.test(path))
  const keysGone = keys.map(eraseKeys).every(Boolean)
  const backupsGone = backups.map(eraseEdges).every(Boolean)
  for (const path of heads) eraseEdges(path)
  const left = keysGone && backupsGone ? 'files' : 'keys'
  if (files === 'keep') {
    // Of a re-key nothing may take its place any more.
    for (const path of [...keys, ...others].filter((one) => dirname(one) !== folder)) remove(path)
    for (const name of names(folder).filter((one) => one.startsWith('rekey'))) removeFolder(join(folder, name))
    return left
  }
  const removed = [...backups, ...others].map(remove).every(Boolean)
  removeFolder(join(folder, backupsName))
  for (const path of others) if (dirname(path) !== folder) removeFolder(dirname(path))
  const headersRemoved = removed && keys.map(remove).every(Boolean)
  syncFolder(folder)
  removeFolder(folder)
  syncFolder(dirname(folder))
  if (headersRemoved) return 'nothing'
  return left === 'keys' && [...keys, ...backups].some((path) => existsSync(path)) ? 'keys' : 'some_files'
}

/** Whether what was typed is the vault's name; capitals, spaces and the way an accent is stored don't matter. */
export const isTheWord = (typed: string, name: string): boolean => {
  const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return plain(typed) !== '' && plain(typed) === plain(name)
}
