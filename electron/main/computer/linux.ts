import type { Finding } from '../../contract/index.ts'

type Found<What extends Finding['what']> = Extract<Finding, { what: What }>['found']

/** One line of `/proc/swaps`. */
export type Swap = { name: string; isFile: boolean }

const unescaped = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)))

/** Reads `/proc/swaps`: a heading, then name, type, size, used, priority. */
export const readSwaps = (text: string): Swap[] =>
  text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, name, type] = /^(\S+)\s+(\S+)\s+\d+/.exec(line) ?? []
      return name === undefined ? [] : [{ name: unescaped(name), isFile: type === 'file' }]
    })

/** One mount: where, of what kind, and the device that it comes from. */
export type Mount = { point: string; type: string; source: string }

/** Reads `/proc/self/mountinfo` (proc(5)): the kind and the source stand after the dash. */
export const readMountinfo = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ')
    const point = before?.split(' ')[4]
    const [type, source] = after?.split(' ') ?? []
    return point === undefined || type === undefined || source === undefined
      ? []
      : [{ point: unescaped(point), type, source: unescaped(source) }]
  })

/** The mount that a path lies in: the one with the longest point above it, the last of those that lie over each other. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  let found: Mount | undefined
  for (const mount of mounts) {
    const above = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`)
    if (above && mount.point.length >= (found?.point.length ?? 0)) found = mount
  }
  return found
}

/** A block device as `/sys/class/block` tells of it. */
export type BlockDevice = {
  /** `dm/uuid` of a device-mapper device: `CRYPT-LUKS2-…`, `LVM-…`. */
  mapperId?: string | undefined
  /** The devices that it is made of. */
  slaves: readonly string[]
  /** The disk that a partition is a part of. */
  parent?: string | undefined
}

/**
 * Whether all that is written to a block device passes through dm-crypt: it is such a device itself, or every device that it
 * is made of is. Undefined where the system says nothing of it.
 */
export function isEncrypted(name: string, deviceOf: (name: string) => BlockDevice | undefined, depth = 0): boolean | undefined {
  const device = depth > 16 ? undefined : deviceOf(name)
  if (device === undefined) return undefined
  if (device.mapperId?.startsWith('CRYPT-') === true) return true
  // The loop device's file lies in a file system that would have to be looked at in its turn.
  if (/^loop\d/.test(name)) return undefined
  const below = device.slaves.length > 0 ? device.slaves : device.parent === undefined ? [] : [device.parent]
  if (below.length === 0) return false
  const answers = below.map((one) => isEncrypted(one, deviceOf, depth + 1))
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true
}

/** What the kind of a file system says by itself; undefined where its device has to be looked at. */
export function knownByType(type: string): Found<'disk'> | undefined {
  if (type === 'ecryptfs' || type === 'fuse.gocryptfs' || type === 'fuse.encfs' || type === 'fuse.cryfs') return 'encrypted'
  // What lies in memory, on another computer, in layers or in pools shows no block device.
  return /^(?:ext[234]|xfs|btrfs|f2fs|vfat|exfat|ntfs3?|fuseblk|jfs|reiserfs|bcachefs|hfsplus)$/.test(type) ? undefined : 'not_known'
}

const asFound = (encrypted: boolean | undefined): 'encrypted' | 'not_encrypted' | 'not_known' =>
  encrypted === undefined ? 'not_known' : encrypted ? 'encrypted' : 'not_encrypted'

export const diskFinding = (mount: Mount | undefined, encrypted: boolean | undefined): Found<'disk'> =>
  mount === undefined ? 'not_known' : (knownByType(mount.type) ?? asFound(encrypted))

/** All swap together: the worst of it counts. `inMemory`: compressed memory without a device behind it (zram). */
export function swapFinding(swaps: readonly { inMemory: boolean; encrypted: boolean | undefined }[]): Found<'swap'> {
  if (swaps.length === 0) return 'none'
  const onDisk = swaps.filter(({ inMemory }) => !inMemory)
  if (onDisk.length === 0) return 'in_memory'
  if (onDisk.some(({ encrypted }) => encrypted === false)) return 'not_encrypted'
  return onDisk.some(({ encrypted }) => encrypted === undefined) ? 'not_known' : 'encrypted'
}

/**
 * `/sys/power/state`, `/sys/power/disk`, and whether the device that the system would wake up from (`/sys/power/resume`,
 * `0:0`: none) is encrypted. A missing file of the first two means that the kernel can't hibernate.
 */
export function hibernationFinding(
  state: string | undefined,
  disk: string | undefined,
  resume: string | undefined,
  encrypted: boolean | undefined,
): Found<'hibernation'> {
  if (state === undefined || !/\bdisk\b/.test(state) || disk === undefined || disk.includes('[disabled]')) return 'off'
  if (resume === undefined) return 'not_known'
  return resume.trim() === '0:0' ? 'off' : asFound(encrypted)
}

/**
 * Dumps of this process's memory: none of it is in them where the filter is empty (see `no-core-dumps.ts`); none are
 * written where the limit is 0 and no program takes them by a pipe, which no limit holds back (core(5)).
 */
export function coreDumpsFinding(filter: string | undefined, limits: string | undefined, pattern: string | undefined): Found<'core_dumps'> {
  if (filter !== undefined && /^0+$/.test(filter.trim())) return 'empty'
  const soft = /^Max core file size\s+(\S+)/m.exec(limits ?? '')?.[1]
  if (soft === undefined || pattern === undefined) return 'not_known'
  return soft === '0' && !pattern.startsWith('|') ? 'off' : 'kept'
}
