import { describe, expect, test } from 'vitest'

import { lookAtPlace, readMounts, sharedFolderOf } from '../../../electron/main/shared-folders.ts'
import type { PlaceFacts } from '../../../electron/main/shared-folders.ts'

const at = (path: string, facts: Partial<PlaceFacts> = {}) =>
  sharedFolderOf({ path, platform: 'linux', exists: async () => false, ...facts })
const markedBy = (marker: string) => ({ exists: async (path: string) => path === marker })

describe('Rule 4: a vault on a synchronised or network folder is warned about', () => {
  test.each([
    ['/home/ana/Dropbox/Office.habeas', 'linux', 'Dropbox'],
    ['/Users/ana/Dropbox (Personal)/Office.habeas', 'darwin', 'Dropbox'],
    ['C:\\Users\\Ana\\OneDrive - Office\\Documents\\Office.habeas', 'win32', 'OneDrive'],
    ['C:\\Users\\Ana\\OneDrive\\Office.habeas', 'win32', 'OneDrive'],
    ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/Office.habeas', 'darwin', 'Google Drive'],
    ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Office.habeas', 'darwin', 'iCloud'],
    ['/home/ana/Nextcloud/Office.habeas', 'linux', 'Nextcloud'],
    ['/home/ana/ownCloud/Office.habeas', 'linux', 'ownCloud'],
    ['/Users/ana/Library/CloudStorage/SomethingNew-ana/Office.habeas', 'darwin', 'SomethingNew'],
  ] as const)('%s', async (path, platform, service) => {
    expect(await at(path, { platform })).toEqual({ kind: 'synchronised', service })
  })

  test.each([
    ['/srv/shared/.stfolder', 'Syncthing'],
    ['/srv/shared/.dropbox.cache', 'Dropbox'],
    ['/srv/shared/.nextcloudsync.log', 'Nextcloud'],
  ])('a folder above that holds %s', async (marker, service) => {
    expect(await at('/srv/shared/cases/Office.habeas', markedBy(marker))).toEqual({ kind: 'synchronised', service })
  })

  test('folders of other computers: by UNC path, by the file system’s number, by the mount table', async () => {
    expect(await at('\\\\server\\share\\Office.habeas', { platform: 'win32' })).toEqual({ kind: 'network' })
    expect(await at('\\\\?\\C:\\Cases\\Office.habeas', { platform: 'win32' })).toBeNull()
    expect(await at('/mnt/office/Office.habeas', { fileSystem: 0x6969 })).toEqual({ kind: 'network' })
    const mounts = readMounts('/dev/sda1 / ext4 rw 0 0\nana@host:/ /home/ana/far\\040away fuse.sshfs rw 0 0\n', 'linux')
    expect(await at('/home/ana/far away/Office.habeas', { mounts })).toEqual({ kind: 'network' })
    expect(await at('/home/ana/far awayness/Office.habeas', { mounts })).toBeNull()
    const mac = readMounts('/dev/disk3s1 on / (apfs, local)\n//ana@server/share on /Volumes/share (smbfs, nodev)\n', 'darwin')
    expect(await at('/Volumes/share/Office.habeas', { platform: 'darwin', mounts: mac })).toEqual({ kind: 'network' })
  })

  test('an ordinary folder is not warned about, nor one whose name only sounds alike', async () => {
    const mounts = readMounts('/dev/sda1 / ext4 rw 0 0\n', 'linux')
    for (const path of ['/home/ana/Documents/Office.habeas', '/home/ana/Dropboxes/Office.habeas', '/home/ana/Boxes/Office.habeas'])
      expect(await at(path, { mounts, fileSystem: 0xef53 })).toBeNull()
    expect(await at('C:\\Users\\Ana\\Documents\\Office.habeas', { platform: 'win32' })).toBeNull()
  })
})

describe('Rule 8: a place that never answers', () => {
  // As a drive of another computer that went away: whoever asks for anything there waits.
  const waiting: (() => void)[] = []
  let asked = 0
  const never = (): Promise<never> => {
    asked += 1
    return new Promise((_, reject) => void waiting.push(() => reject(new Error('gone'))))
  }
  const gone = { exists: never, realPath: never, fileSystem: never }

  test('is not waited for, and its name and the list of mounts still tell what they can', async () => {
    const mounts = async () => [{ point: '/mnt/office', type: 'nfs4' }]
    const started = performance.now()
    expect(await lookAtPlace('/mnt/office/Backups', { ...gone, mounts }, 20)).toEqual({ kind: 'network' })
    expect(await lookAtPlace('/mnt/other/Nextcloud/Backups', { ...gone, mounts }, 20)).toEqual({
      kind: 'synchronised',
      service: 'Nextcloud',
    })
    expect(await lookAtPlace('/mnt/other/Backups', { ...gone, mounts }, 20)).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('is not asked again before it has answered', async () => {
    const mounts = async () => []
    const before = asked
    for (let time = 0; time < 6; time += 1) expect(await lookAtPlace('/mnt/once/Backups', { ...gone, mounts }, 5)).toBeUndefined()
    expect(asked).toBe(before + 1)
    // When it is there again, it is looked at again.
    for (const answer of waiting.splice(0)) answer()
    await new Promise(setImmediate)
    const there = { exists: async () => true, realPath: async () => '/mnt/once/Backups', fileSystem: async () => 0x6969, mounts }
    expect(await lookAtPlace('/mnt/once/Backups', { ...there, exists: async (path) => path === '/mnt/once/Backups' })).toEqual({
      kind: 'network',
    })
  })
})
