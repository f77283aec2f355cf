import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'

import type { Finding } from '../../contract/index.ts'
import { coreDumpsFinding, diskFinding, hibernationFinding, isEncrypted, mountOf, readMountinfo, readSwaps, swapFinding } from './linux.ts'
import type { BlockDevice, Mount } from './linux.ts'

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch {
    // What the system does not show is not known.
    return undefined
  }
}
const text = (path: string): string | undefined => attempt(() => readFileSync(path, 'utf8'))

/** What `/sys` tells of a block device by its kernel name (`dm-0`, `sda2`). */
function deviceOf(name: string): BlockDevice | undefined {
  const place = attempt(() => realpathSync(`/sys/class/block/${name}`))
  if (place === undefined) return undefined
  const isPartition = text(`${place}/partition`) !== undefined
  return {
    mapperId: text(`${place}/dm/uuid`)?.trim(),
    slaves: attempt(() => readdirSync(`${place}/slaves`)) ?? [],
    parent: isPartition ? basename(dirname(place)) : undefined,
  }
}

/** Whether the device at a path like `/dev/mapper/home` is encrypted. */
function deviceEncrypted(path: string): boolean | undefined {
  const real = attempt(() => realpathSync(path))
  return real === undefined ? undefined : isEncrypted(basename(real), deviceOf)
}

const kernelName = (numbers: string): string | undefined => attempt(() => basename(realpathSync(`/sys/dev/block/${numbers}`)))

function whereItLies(path: string, mounts: readonly Mount[]): { mount: Mount | undefined; encrypted: boolean | undefined } {
  const real = attempt(() => realpathSync(path)) ?? path
  const mount = mountOf(real, mounts)
  if (mount === undefined) return { mount, encrypted: undefined }
  if (mount.source.startsWith('/dev/')) {
    const bySource = deviceEncrypted(mount.source)
    if (bySource !== undefined) return { mount, encrypted: bySource }
  }
  // `/dev/root` and the like are names for nothing: the file's own device number says which it is.
  const { dev } = attempt(() => statSync(real, { bigint: true })) ?? {}
  if (dev === undefined) return { mount, encrypted: undefined }
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn)
  const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn)
  const name = kernelName(`${major}:${minor}`)
  return { mount, encrypted: name === undefined ? undefined : isEncrypted(name, deviceOf) }
}

/**
 * Looks at a Linux computer; `place` is the vault's folder, or where one would stand, undefined where that doesn't answer.
 * Reads `/proc` and `/sys`, nothing else.
 */
export function lookAtLinux(place: string | undefined): Finding[] {
  const mounts = readMountinfo(text('/proc/self/mountinfo') ?? '')
  const disk = place === undefined ? undefined : whereItLies(place, mounts)
  const swapText = text('/proc/swaps')
  const swaps = readSwaps(swapText ?? '').map(({ name, isFile }) => {
    const zram = /^\/dev\/(zram\d+)$/.exec(name)?.[1]
    const behind = zram === undefined ? undefined : text(`/sys/block/${zram}/backing_dev`)?.trim()
    return {
      inMemory: zram !== undefined && (behind === undefined || behind === 'none'),
      encrypted: isFile ? whereItLies(name, mounts).encrypted : deviceEncrypted(behind ?? name),
    }
  })
  const resume = text('/sys/power/resume')
  const resumeName = resume === undefined ? undefined : kernelName(resume.trim())
  const resumeEncrypted = resumeName === undefined ? undefined : isEncrypted(resumeName, deviceOf)
  return [
    { what: 'disk', found: diskFinding(disk?.mount, disk?.encrypted) },
    { what: 'swap', found: swapText === undefined ? 'not_known' : swapFinding(swaps) },
    { what: 'hibernation', found: hibernationFinding(text('/sys/power/state'), text('/sys/power/disk'), resume, resumeEncrypted) },
    {
      what: 'core_dumps',
      found: coreDumpsFinding(text('/proc/self/coredump_filter'), text('/proc/self/limits'), text('/proc/sys/kernel/core_pattern')),
    },
  ]
}
