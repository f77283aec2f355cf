import { accessSync, closeSync, constants, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The files of a vault's folder, by what they hold. */
export const vaultFiles = (folder: string) =>
  ({
    headers: [join(folder, 'header.0.json'), join(folder, 'header.1.json')],
    head: join(folder, 'head.json'),
    lock: join(folder, 'vault.lock'),
    database: join(folder, 'vault.db'),
    drafts: join(folder, 'drafts.db'),
    backups: join(folder, 'backups'),
  }) as const

/** Makes the names in a folder durable. Windows has no such call and keeps names with the files' own data. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a file's content durable. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A file written beside its place and made durable, waiting to take that place. */
export type PreparedFile = { publish(): void; discard(): void }

/**
 * Writes a file whole beside `path`. `publish` puts it in place in one step: whoever reads `path` sees the old content
 * or the new one, never a part. Space is taken here, so that a full disk is noticed before anything depends on it.
 */
export function prepareFile(path: string, content: string): PreparedFile {
  const staged = `${path}.new`
  try {
    const handle = openSync(staged, 'w', 0o600)
    try {
      const bytes = Buffer.from(content, 'utf8')
      let done = 0
      while (done < bytes.length) done += writeSync(handle, bytes, done)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    removeQuietly(staged)
    throw error
  }
  return {
    publish: () => {
      renameSync(staged, path)
      syncFolder(dirname(path))
    },
    discard: () => removeQuietly(staged),
  }
}

/** Takes away what is of no use; where the disk refuses that too, the reason why it came to this is the one to tell. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // It stays, and does no harm.
  }
}

/** Replaces a file's content in one durable step. */
export const writeFileAtomically = (path: string, content: string): void => prepareFile(path, content).publish()

/** A small text file's content, or undefined where there is none. A folder, or more than a mebibyte, is not one of ours and reads as nothing. */
export function readSmallFile(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return undefined
  return found.isFile() && found.size <= 2 ** 20 ? readFileSync(path, 'utf8') : ''
}

/** Whether this process may write at a path (false on read-only media, whoever asks). */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
