import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import { calls, stateOfFinding } from '../../electron/contract/index.ts'
import { checkComputer } from '../../electron/main/computer/check-computer.ts'
import { lookAtFolders } from '../../electron/main/computer/folders.ts'
import {
  coreDumpsFinding,
  diskFinding,
  hibernationFinding,
  isEncrypted,
  mountOf,
  readMountinfo,
  readSwaps,
  swapFinding,
} from '../../electron/main/computer/linux.ts'
import type { BlockDevice } from '../../electron/main/computer/linux.ts'
import {
  lookAtMac,
  lookAtWindows,
  readBitLocker,
  readFileVault,
  readHibernateMode,
  readMacSwap,
  readPageFiles,
  readRegistryNumber,
} from '../../electron/main/computer/other-systems.ts'

describe('Rule 24: what Linux tells of the disk', () => {
  // A laptop as installers set it up: LUKS on a partition, logical volumes in it; /boot and a stick beside it.
  const mountinfo = [
    String.raw`22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/mapper/vg-root rw`,
    String.raw`40 22 259:1 / /boot rw,relatime - ext4 /dev/nvme0n1p2 rw`,
    String.raw`90 22 8:1 / /media/office/Case\040files rw,nosuid - vfat /dev/sda1 rw,uid=1000`,
    String.raw`95 22 0:45 / /run/user/1000 rw - tmpfs tmpfs rw`,
    'not a line of it',
  ].join('\n')
  const devices: Record<string, BlockDevice> = {
    'dm-0': { mapperId: 'CRYPT-LUKS2-0123-nvme0n1p3_crypt', slaves: ['nvme0n1p3'] },
    'dm-1': { mapperId: 'LVM-abcdef', slaves: ['dm-0'] },
    'dm-2': { mapperId: 'LVM-abcdef', slaves: ['dm-0', 'sda1'] },
    'dm-3': { mapperId: 'LVM-loop', slaves: ['dm-3'] },
    nvme0n1p2: { slaves: [], parent: 'nvme0n1' },
    nvme0n1: { slaves: [] },
    sda1: { slaves: [], parent: 'sda' },
    sda: { slaves: [] },
    md0: { slaves: ['dm-0', 'dm-1'] },
    loop7: { slaves: [] },
  }
  const encrypted = (name: string): boolean | undefined => isEncrypted(name, (one) => devices[one])

  it('follows a volume down to the device that encrypts it', () => {
    expect(['dm-1', 'md0'].map(encrypted)).toEqual([true, true])
    expect(['nvme0n1p2', 'sda1', 'dm-2'].map(encrypted)).toEqual([false, false, false])
    expect(['loop7', 'nowhere', 'dm-3'].map(encrypted)).toEqual([undefined, undefined, undefined])
  })

  it('finds the mount that a folder lies in, with spaces in its name', () => {
    const mounts = readMountinfo(mountinfo)
    expect(mounts).toHaveLength(4)
    const type = (path: string): string | undefined => mountOf(path, mounts)?.source
    expect(type('/home/office/Vault.habeas')).toBe('/dev/mapper/vg-root')
    expect(type('/media/office/Case files/Vault.habeas')).toBe('/dev/sda1')
    expect(type('/bootleg')).toBe('/dev/mapper/vg-root')
    expect(diskFinding(mountOf('/run/user/1000/x', mounts), true)).toBe('not_known')
    expect(diskFinding(mountOf('/boot/x', mounts), false)).toBe('not_encrypted')
    expect(diskFinding(mountOf('/', mounts), true)).toBe('encrypted')
    expect(diskFinding({ point: '/home', type: 'ecryptfs', source: '/home/.x' }, undefined)).toBe('encrypted')
    expect(diskFinding(undefined, true)).toBe('not_known')
  })

  it('reads swap: none, in memory, and the worst of several', () => {
    const heading = 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n'
    expect(readSwaps(heading)).toEqual([])
    expect(readSwaps(`${heading}/dev/dm-2   partition\t1000444\t0\t-2\n/swap\\040file   file\t2097148\t10\t-3\n`)).toEqual([
      { name: '/dev/dm-2', isFile: false },
      { name: '/swap file', isFile: true },
    ])
    expect(swapFinding([])).toBe('none')
    expect(swapFinding([{ inMemory: true, encrypted: undefined }])).toBe('in_memory')
    expect(
      swapFinding([
        { inMemory: true, encrypted: undefined },
        { inMemory: false, encrypted: true },
      ]),
    ).toBe('encrypted')
    expect(
      swapFinding([
        { inMemory: false, encrypted: undefined },
        { inMemory: false, encrypted: false },
      ]),
    ).toBe('not_encrypted')
    expect(swapFinding([{ inMemory: false, encrypted: undefined }])).toBe('not_known')
  })

  it('reads hibernation', () => {
    expect(hibernationFinding('freeze mem', '[disabled]', '0:0', undefined)).toBe('off')
    expect(hibernationFinding('freeze mem disk', '[disabled]', '254:2', false)).toBe('off')
    expect(hibernationFinding('freeze mem disk\n', '[platform] shutdown\n', '0:0\n', undefined)).toBe('off')
    expect(hibernationFinding('freeze mem disk', '[platform]', '254:2', true)).toBe('encrypted')
    expect(hibernationFinding('freeze mem disk', '[platform]', '8:2', false)).toBe('not_encrypted')
    expect(hibernationFinding('freeze mem disk', '[platform]', undefined, undefined)).toBe('not_known')
  })

  it('reads what becomes of core dumps', () => {
    const limits = (soft: string): string =>
      `Limit   Soft Limit   Hard Limit   Units\nMax core file size        ${soft}                    unlimited            bytes\n`
    expect(coreDumpsFinding('00000000\n', limits('unlimited'), 'core')).toBe('empty')
    expect(coreDumpsFinding('00000033', limits('0'), 'core')).toBe('off')
    // What a pipe takes no limit holds back.
    expect(coreDumpsFinding('00000033', limits('0'), '|/usr/lib/systemd/systemd-coredump %P')).toBe('kept')
    expect(coreDumpsFinding(undefined, limits('unlimited'), 'core')).toBe('kept')
    expect(coreDumpsFinding(undefined, undefined, 'core')).toBe('not_known')
  })
})

describe('Rule 24: what macOS and Windows tell', () => {
  it('reads FileVault, swap and sleep', async () => {
    expect(readFileVault('FileVault is On.\n')).toBe(true)
    expect(readFileVault('FileVault is Off.\n')).toBe(false)
    expect(readFileVault('FileVault is On.\nEncryption in progress: Percent completed = 31')).toBeUndefined()
    expect(readMacSwap('vm.swapusage: total = 2048.00M  used = 914.25M  free = 1133.75M  (encrypted)')).toBe('encrypted')
    expect(readMacSwap('vm.swapusage: total = 0.00M  used = 0.00M  free = 0.00M')).toBe('none')
    expect(readMacSwap(undefined)).toBe('not_known')
    expect(readHibernateMode(' hibernatemode        3\n standby              1')).toBe(true)
    expect(readHibernateMode(' hibernatemode        0\n')).toBe(false)
    const answers: Record<string, string> = {
      '/usr/bin/fdesetup': 'FileVault is On.',
      '/usr/bin/pmset': ' hibernatemode        3',
      '/bin/sh': '0\n',
    }
    expect(await lookAtMac(async (program) => answers[program], '/Volumes/Stick/A.habeas')).toEqual([
      { what: 'disk', found: 'not_known' },
      { what: 'swap', found: 'not_known' },
      { what: 'hibernation', found: 'encrypted' },
      { what: 'core_dumps', found: 'off' },
    ])
  })

  it('reads BitLocker, page files and hibernation; only a letter of the path goes into a command', async () => {
    expect(['1', '2', '3', '5', '6', '', undefined].map((state) => readBitLocker(state))).toEqual([
      true,
      false,
      false,
      false,
      true,
      undefined,
      undefined,
    ])
    const key = '\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Power\r\n'
    expect(readRegistryNumber(`${key}    HibernateEnabled    REG_DWORD    0x1\r\n`, 'HibernateEnabled')).toBe(1)
    expect(readRegistryNumber(undefined, 'HibernateEnabled')).toBeUndefined()
    expect(readPageFiles(`${key}    PagingFiles    REG_MULTI_SZ    ?:\\pagefile.sys\r\n`)).toEqual(['?:\\pagefile.sys'])
    expect(readPageFiles(`${key}    PagingFiles    REG_MULTI_SZ    \r\n`)).toEqual([])
    const asked: string[] = []
    const found = await lookAtWindows(
      async (program, args) => {
        asked.push([program, ...args].join(' '))
        if (program.endsWith('powershell.exe')) return asked.at(-1)?.includes("'D:'") === true ? '2' : '1'
        if (args.includes('HibernateEnabled')) return '    HibernateEnabled    REG_DWORD    0x1'
        return args.includes('PagingFiles') ? '    PagingFiles    REG_MULTI_SZ    C:\\pagefile.sys 0 0' : undefined
      },
      "D:\\O'Brien'); Remove-Item *\\A.habeas",
      'C:\\Windows',
    )
    expect(found).toEqual([
      { what: 'disk', found: 'not_encrypted' },
      { what: 'swap', found: 'encrypted' },
      { what: 'hibernation', found: 'encrypted' },
      { what: 'core_dumps', found: 'not_known' },
    ])
    expect(asked.join('\n')).not.toContain('Brien')
    expect(await lookAtWindows(async () => '1', '\\\\server\\share\\A.habeas', 'C:\\Windows')).toContainEqual({
      what: 'disk',
      found: 'not_known',
    })
  })
})

describe('Rule 24: this computer', () => {
  it('is looked at for every point, with an answer of the contract’s, quickly', async () => {
    const started = performance.now()
    const found = calls['app.checkComputer'].output.parse(await checkComputer(join(tmpdir(), 'not', 'there', 'Vault.habeas')))
    expect(performance.now() - started).toBeLessThan(20_000)
    if (process.platform === 'linux')
      expect(found.findings.map(({ what }) => what)).toEqual(['disk', 'swap', 'hibernation', 'core_dumps', 'vault_folder'])
  })

  it('says of the vault’s folder and the second place of backups who else copies them', async () => {
    const here = tmpdir()
    const look = async (place: string) =>
      place === here
        ? ({ kind: 'synchronised', service: 'Nextcloud' } as const)
        : place.startsWith('/net/')
          ? ({ kind: 'network' } as const)
          : null
    const findings = async (vault: string, folder: string | null, present = true) => {
      const found = await lookAtFolders(vault, folder === null ? null : { folder, present }, look)
      // As the contract lets it out, whole.
      calls['app.checkComputer'].output.parse({ system: 'linux', findings: found })
      return found.map((one) => [one.what, one.found, 'service' in one ? one.service : undefined, stateOfFinding(one)])
    }
    expect(await findings('/home/ana/Office.habeas', null)).toEqual([['vault_folder', 'own', null, 'good']])
    expect(await findings('/net/office/Office.habeas', here)).toEqual([
      ['vault_folder', 'network', null, 'bad'],
      ['backup_folder', 'synchronised', 'Nextcloud', 'good'],
    ])
    expect(await findings(here, '/net/an empty mount point', false)).toEqual([
      ['vault_folder', 'synchronised', 'Nextcloud', 'bad'],
      ['backup_folder', 'not_known', null, 'unknown'],
    ])
  })

  it('knows a folder that a service keeps by what the service leaves in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'habeas-synchronised-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeFileSync(join(folder, '.stfolder'), '')
    const { findings } = await checkComputer(join(folder, 'Office.habeas'), { folder, present: true })
    const found = { found: 'synchronised', service: 'Syncthing' }
    expect(findings.slice(-2)).toEqual([
      { what: 'vault_folder', ...found },
      { what: 'backup_folder', ...found },
    ])
  })

  // Only where dumps are written to a file beside the program can one be looked into.
  const pattern = existsSync('/proc/sys/kernel/core_pattern') ? readFileSync('/proc/sys/kernel/core_pattern', 'utf8').trim() : '|'
  const secret = 'Herminia Zuloaga Quebradas of the salt works'
  const unlimited = spawnSync('/bin/sh', ['-c', 'ulimit -c unlimited']).status === 0

  async function coreOf(empty: boolean): Promise<Buffer | undefined> {
    const folder = mkdtempSync(join(tmpdir(), 'habeas-core-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const module = join(import.meta.dirname, '../../electron/main/no-core-dumps.ts')
    const code = [
      empty ? `const { emptyCoreDumps } = await import(${JSON.stringify(module)}); emptyCoreDumps();` : '',
      // A helper that was started afterwards has the same filter: that is what a helper of the app is.
      `const { spawnSync } = await import('node:child_process');`,
      `spawnSync(process.execPath, ['--input-type=module', '-e', 'globalThis.kept = Buffer.from(process.argv[1], "base64").toString() + Math.random(); process.abort()', ${JSON.stringify(Buffer.from(secret).toString('base64'))}], { stdio: 'ignore' });`,
    ].join('\n')
    const child = spawn('/bin/sh', ['-c', 'ulimit -c unlimited; exec "$0" "$@"', process.execPath, '--input-type=module', '-e', code], {
      cwd: folder,
      stdio: 'ignore',
    })
    await once(child, 'exit')
    const name = readdirSync(folder).find((one) => one.startsWith('core'))
    return name === undefined ? undefined : readFileSync(join(folder, name))
  }

  it.runIf(process.platform === 'linux' && unlimited && !pattern.startsWith('|') && !pattern.includes('/'))(
    'writes core dumps without memory, of helpers too',
    async () => {
      const dump = await coreOf(true)
      // A dump there is, so that its emptiness means something.
      expect(dump?.length).toBeGreaterThan(1000)
      expect(dump?.length).toBeLessThan(1024 * 1024)
      expect(dump?.includes(secret)).toBe(false)
      if (process.env['FULL'] !== '1') return
      // The control takes half a gigabyte of disk: the same dump without our filter holds the name.
      const control = await coreOf(false)
      expect(control?.includes(secret)).toBe(true)
      process.stdout.write(`core dump of a helper: ${control?.length ?? 0} bytes with memory, ${dump?.length ?? 0} without\n`)
    },
    120_000,
  )

  it.runIf(process.platform === 'linux')('has an empty filter in every process that the app starts', async () => {
    const code = `const { emptyCoreDumps } = await import(${JSON.stringify(join(import.meta.dirname, '../../electron/main/no-core-dumps.ts'))}); emptyCoreDumps(); const { execFileSync } = await import('node:child_process'); process.stdout.write(execFileSync('cat', ['/proc/self/coredump_filter']))`
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).stdout.trim()).toBe('00000000')
  })
})
