import { execFile } from 'node:child_process'
import { access, readFile, realpath, statfs } from 'node:fs/promises'
import { dirname, join, posix, win32 } from 'node:path'
import { promisify } from 'node:util'

import { answerInTime } from './slow-places.ts'

/** Why a folder is a poor place for a vault: a service copies it elsewhere, or it lies on another computer. */
export type SharedFolder = { kind: 'synchronised'; service: string } | { kind: 'network' }

/** What is known of a place; what can't be found out is left out. */
export type PlaceFacts = {
  path: string
  platform: NodeJS.Platform
  /** Whether a file or folder is there. */
  exists: (path: string) => Promise<boolean>
  /** The file system's number, as Linux gives it. */
  fileSystem?: number
  /** Mount points with the names of their file systems. */
  mounts?: readonly { point: string; type: string }[]
}

/** Folders that services keep, by their own names. */
const folderNames: readonly [RegExp, string][] = [
  [/^dropbox(?: \(.*\))?$/i, 'Dropbox'],
  [/^onedrive(?: ?- .*)?$/i, 'OneDrive'],
  [/^(?:google ?drive|googledrive-.*|my drive|drivefs)$/i, 'Google Drive'],
  [/^(?:icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud'],
  [/^nextcloud\d*(?:-.*)?$/i, 'Nextcloud'],
  [/^owncloud\d*(?: - .*)?$/i, 'ownCloud'],
  [/^pcloud ?drive$/i, 'pCloud'],
  [/^mega(?:sync)?$/i, 'MEGA'],
  [/^box(?: sync)?$/i, 'Box'],
  [/^seafile$/i, 'Seafile'],
  [/^proton ?drive$/i, 'Proton Drive'],
]

/** What services leave in a folder that they keep, whatever it is called. */
const markers: readonly [string, string][] = [
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.stfolder', 'Syncthing'],
  ['.stignore', 'Syncthing'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.sync/ID', 'Resilio Sync'],
  ['.seafile-data', 'Seafile'],
]

/** NFS, SMB, CIFS, SMB2, NCP, AFS, Coda, 9P, Ceph: as Linux numbers them. */
const networkNumbers: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c, 0x5346414f, 0x73757245, 0x01021997, 0x00c36400,
])
const networkTypes =
  /^(?:nfs\d?|cifs|smb\w*|afpfs|webdav|davfs\d?|afs|9p|ceph|ncpfs|fuse\.(?:sshfs|rclone|gvfsd-fuse|davfs\d?|s3fs|google-drive-ocamlfuse|onedriver|ceph.*|glusterfs))$/i

/** The mount that a path lies in: the longest point above it. */
function mountOf(path: string, mounts: NonNullable<PlaceFacts['mounts']>): string | undefined {
  const above = mounts.filter(({ point }) => path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`))
  return above.toSorted((a, b) => b.point.length - a.point.length)[0]?.type
}

/** Whether a vault at this place would be copied by a service or lie on another computer; null: nothing says so. */
export async function sharedFolderOf({ path, platform, exists, fileSystem, mounts = [] }: PlaceFacts): Promise<SharedFolder | null> {
  const { dirname: above, join: joined } = platform === 'win32' ? win32 : posix
  // Two backslashes name another computer; a letter that stands for one is told by its real path.
  if (platform === 'win32' && /^\\\\(?![?.]\\)[^\\]+\\/.test(path)) return { kind: 'network' }
  const parts = path.split(platform === 'win32' ? /[\\/]/ : '/')
  for (const part of parts) {
    const [, service] = folderNames.find(([name]) => name.test(part)) ?? []
    if (service !== undefined) return { kind: 'synchronised', service }
  }
  for (let folder = path; ; folder = above(folder)) {
    for (const [name, service] of markers) if (await exists(joined(folder, ...name.split('/')))) return { kind: 'synchronised', service }
    if (above(folder) === folder) break
  }
  // macOS puts every such service's folder here.
  if (platform === 'darwin' && path.includes('/Library/CloudStorage/'))
    return { kind: 'synchronised', service: path.split('/Library/CloudStorage/')[1]?.split(/[-/]/)[0] ?? '' }
  if (fileSystem !== undefined && networkNumbers.has(fileSystem)) return { kind: 'network' }
  const type = mountOf(path, mounts)
  return type !== undefined && networkTypes.test(type) ? { kind: 'network' } : null
}

/** Mount points out of `/proc/self/mounts` (Linux) or the answer of `mount` (macOS). */
export function readMounts(text: string, platform: NodeJS.Platform): { point: string; type: string }[] {
  return text.split('\n').flatMap((line) => {
    const [, point, type] = (platform === 'linux' ? /^\S+ (\S+) (\S+) / : /^.* on (\/.*) \(([\w.]+)[,)]/).exec(line) ?? []
    if (point === undefined || type === undefined) return []
    return [{ point: point.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8))), type }]
  })
}

/** What the system doesn't tell is not known; no warning is made up. */
const attempt = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined)

async function mountTable(): Promise<{ point: string; type: string }[]> {
  if (process.platform === 'linux') return readMounts((await attempt(readFile('/proc/self/mounts', 'utf8'))) ?? '', 'linux')
  if (process.platform !== 'darwin') return []
  return readMounts((await attempt(promisify(execFile)('/sbin/mount', { timeout: 1000 })))?.stdout ?? '', 'darwin')
}

/** How a place is looked at. */
export type Eyes = {
  exists: (path: string) => Promise<boolean>
  realPath: (path: string) => Promise<string>
  fileSystem: (path: string) => Promise<number>
  mounts: () => Promise<{ point: string; type: string }[]>
}

/** Whether a file or folder is there. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
const eyes: Eyes = { exists, realPath: realpath, fileSystem: async (path) => (await statfs(path)).type, mounts: mountTable }

/**
 * Looks at a place on this computer: a vault's folder, or where one is to stand. Reads names and mounts, nothing else. Of a
 * place that doesn't answer in time its own name and the list of mounts may still tell; else it is undefined.
 */
export async function lookAtPlace(place: string, by: Partial<Eyes> = {}, limit?: number): Promise<SharedFolder | null | undefined> {
  const seen = { ...eyes, ...by }
  const { platform } = process
  const found = await answerInTime(place, () => lookClosely(place, seen), undefined, limit)
  if (found !== undefined) return found
  const byName = await sharedFolderOf({ path: join(place), platform, exists: async () => false, mounts: await seen.mounts() })
  return byName ?? undefined
}

/** The nearest folder that is there: the place itself, or one above it. */
export async function nearestFolder(place: string, isThere = exists): Promise<string> {
  let there = place
  while (!(await isThere(there)) && dirname(there) !== there) there = dirname(there)
  return there
}

async function lookClosely(place: string, { exists: isThere, realPath, fileSystem, mounts }: Eyes): Promise<SharedFolder | null> {
  const there = await nearestFolder(place, isThere)
  // The real path leads through links, and on Windows from a drive's letter to the computer behind it.
  const real = (await attempt(realPath(there))) ?? there
  const number = await attempt(fileSystem(there))
  const facts = {
    platform: process.platform,
    exists: isThere,
    mounts: await mounts(),
    ...(number === undefined ? {} : { fileSystem: number }),
  }
  return (await sharedFolderOf({ ...facts, path: real })) ?? (await sharedFolderOf({ ...facts, path: join(place) }))
}
