import { describe, expect, test } from 'vitest'

import { readMounts, sharedFolderOf } from '../../../electron/main/shared-folders.ts'
import type { PlaceFacts } from '../../../electron/main/shared-folders.ts'

const at = (path: string, facts: Partial<PlaceFacts> = {}) => sharedFolderOf({ path, platform: 'linux', exists: () => false, ...facts })
const markedBy = (marker: string) => ({ exists: (path: string) => path === marker })

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
  ] as const)('%s', (path, platform, service) => {
    expect(at(path, { platform })).toEqual({ kind: 'synchronised', service })
  })

  test.each([
    ['/srv/shared/.stfolder', 'Syncthing'],
    ['/srv/shared/.dropbox.cache', 'Dropbox'],
    ['/srv/shared/.nextcloudsync.log', 'Nextcloud'],
  ])('a folder above that holds %s', (marker, service) => {
    expect(at('/srv/shared/cases/Office.habeas', markedBy(marker))).toEqual({ kind: 'synchronised', service })
  })

  test('folders of other computers: by UNC path, by the file system’s number, by the mount table', () => {
    expect(at('\\\\server\\share\\Office.habeas', { platform: 'win32' })).toEqual({ kind: 'network' })
    expect(at('\\\\?\\C:\\Cases\\Office.habeas', { platform: 'win32' })).toBeNull()
    expect(at('/mnt/office/Office.habeas', { fileSystem: 0x6969 })).toEqual({ kind: 'network' })
    const mounts = readMounts('/dev/sda1 / ext4 rw 0 0\nana@host:/ /home/ana/far\\040away fuse.sshfs rw 0 0\n', 'linux')
    expect(at('/home/ana/far away/Office.habeas', { mounts })).toEqual({ kind: 'network' })
    expect(at('/home/ana/far awayness/Office.habeas', { mounts })).toBeNull()
    const mac = readMounts('/dev/disk3s1 on / (apfs, local)\n//ana@server/share on /Volumes/share (smbfs, nodev)\n', 'darwin')
    expect(at('/Volumes/share/Office.habeas', { platform: 'darwin', mounts: mac })).toEqual({ kind: 'network' })
  })

  test('an ordinary folder is not warned about, nor one whose name only sounds alike', () => {
    const mounts = readMounts('/dev/sda1 / ext4 rw 0 0\n', 'linux')
    for (const path of ['/home/ana/Documents/Office.habeas', '/home/ana/Dropboxes/Office.habeas', '/home/ana/Boxes/Office.habeas'])
      expect(at(path, { mounts, fileSystem: 0xef53 })).toBeNull()
    expect(at('C:\\Users\\Ana\\Documents\\Office.habeas', { platform: 'win32' })).toBeNull()
  })
})
