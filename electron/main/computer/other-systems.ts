import type { Finding } from '../../contract/index.ts'

/** Runs a program of the system's own and gives what it wrote; undefined where it failed, took too long or isn't there. */
export type Ask = (program: string, args: readonly string[]) => Promise<string | undefined>

/** `fdesetup status`: "FileVault is On." or "FileVault is Off."; on while it is still being encrypted is not on. */
export function readFileVault(answer: string | undefined): boolean | undefined {
  if (answer === undefined || /progress/i.test(answer)) return undefined
  return /FileVault is On/i.test(answer) ? true : /FileVault is Off/i.test(answer) ? false : undefined
}

/** `sysctl vm.swapusage`: "vm.swapusage: total = 2048.00M  used = …  (encrypted)". */
export function readMacSwap(answer: string | undefined): 'none' | 'encrypted' | 'not_encrypted' | 'not_known' {
  const total = /total = ([\d.,]+)/.exec(answer ?? '')?.[1]
  if (answer === undefined || total === undefined) return 'not_known'
  if (/\(encrypted\)/.test(answer)) return 'encrypted'
  return /^0+(?:[.,]0+)?$/.test(total) ? 'none' : 'not_encrypted'
}

/** `pmset -g`: "hibernatemode 0" keeps memory in memory; all other modes write it to the disk. */
export function readHibernateMode(answer: string | undefined): boolean | undefined {
  const mode = /hibernatemode\s+(\d+)/.exec(answer ?? '')?.[1]
  return mode === undefined ? undefined : mode !== '0'
}

const byDisk = (encrypted: boolean | undefined): 'encrypted' | 'not_encrypted' | 'not_known' =>
  encrypted === undefined ? 'not_known' : encrypted ? 'encrypted' : 'not_encrypted'

/** Looks at a Mac. All of the programs asked are the system's own and answer any user. */
export async function lookAtMac(ask: Ask, place: string): Promise<Finding[]> {
  const fileVault = readFileVault(await ask('/usr/bin/fdesetup', ['status']))
  const sleeps = readHibernateMode(await ask('/usr/bin/pmset', ['-g']))
  const core = (await ask('/bin/sh', ['-c', 'ulimit -c']))?.trim()
  // FileVault is about the startup disk; other volumes have keys of their own that no user's program is told of.
  const onStartupDisk = !place.startsWith('/Volumes/')
  return [
    { what: 'disk', found: onStartupDisk ? byDisk(fileVault) : 'not_known' },
    { what: 'swap', found: readMacSwap(await ask('/usr/sbin/sysctl', ['vm.swapusage'])) },
    { what: 'hibernation', found: sleeps === undefined ? 'not_known' : sleeps ? byDisk(fileVault) : 'off' },
    { what: 'core_dumps', found: core === undefined || core === '' ? 'not_known' : core === '0' ? 'off' : 'kept' },
  ]
}

/**
 * The shell property `System.Volume.BitLockerProtection`, which unlike `manage-bde` and `Get-BitLockerVolume` answers without
 * an administrator's rights: 1 on, 2 off, 3 being encrypted, 4 being decrypted, 5 suspended (the key lies open), 6 locked.
 */
export function readBitLocker(answer: string | undefined): boolean | undefined {
  const state = answer?.trim()
  if (state === '1' || state === '6') return true
  return state === '2' || state === '3' || state === '4' || state === '5' ? false : undefined
}

/** `reg query … /v NAME`: "    NAME    REG_DWORD    0x1". */
export const readRegistryNumber = (answer: string | undefined, name: string): number | undefined => {
  const value = new RegExp(`^\\s+${name}\\s+REG_DWORD\\s+0x([0-9a-f]+)`, 'im').exec(answer ?? '')?.[1]
  return value === undefined ? undefined : Number.parseInt(value, 16)
}

/** `reg query … /v PagingFiles`: the page files one after the other, with `\0` between them; none where it is empty. */
export function readPageFiles(answer: string | undefined): string[] | undefined {
  const line = /^\s+PagingFiles\s+REG_MULTI_SZ[^\S\r\n]*(.*)$/im.exec(answer ?? '')
  if (line === null) return undefined
  return (line[1] ?? '').trim() === '' ? [] : (line[1] ?? '').split(String.raw`\0`).filter((one) => one.trim() !== '')
}

const driveOf = (path: string): string | undefined => /^([A-Za-z]):[\\/]/.exec(path)?.[1]?.toUpperCase()

/** Looks at a Windows computer. The drive's letter is the only part of a path that goes into a command, and it is one letter. */
export async function lookAtWindows(ask: Ask, place: string, systemRoot: string): Promise<Finding[]> {
  const at = (program: string): string => `${systemRoot}\\System32\\${program}`
  const isOn = async (drive: string | undefined): Promise<boolean | undefined> =>
    drive === undefined
      ? undefined
      : readBitLocker(
          await ask(at('WindowsPowerShell\\v1.0\\powershell.exe'), [
            '-NoProfile',
            '-NonInteractive',
            '-Command',
            `(New-Object -ComObject Shell.Application).NameSpace('${drive}:').Self.ExtendedProperty('System.Volume.BitLockerProtection')`,
          ]),
        )
  const query = (key: string, name: string): Promise<string | undefined> => ask(at('reg.exe'), ['query', key, '/v', name])
  const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control'
  const systemDrive = driveOf(`${systemRoot}\\`)
  const placeDrive = driveOf(place)
  const system = await isOn(systemDrive)
  const disk = placeDrive === systemDrive ? system : await isOn(placeDrive)
  const pageFiles = readPageFiles(await query(`${control}\\Session Manager\\Memory Management`, 'PagingFiles'))
  const pageFileEncrypted =
    readRegistryNumber(await query(`${control}\\FileSystem`, 'NtfsEncryptPagingFile'), 'NtfsEncryptPagingFile') === 1
  const hibernates = readRegistryNumber(await query(`${control}\\Power`, 'HibernateEnabled'), 'HibernateEnabled')
  const dumps = await ask(at('reg.exe'), ['query', 'HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps'])
  return [
    { what: 'disk', found: byDisk(disk) },
    {
      what: 'swap',
      found: pageFiles?.length === 0 ? 'none' : pageFileEncrypted ? 'encrypted' : pageFiles === undefined ? 'not_known' : byDisk(system),
    },
    { what: 'hibernation', found: hibernates === undefined ? 'not_known' : hibernates === 0 ? 'off' : byDisk(system) },
    // Without that key Windows keeps no dumps by itself, but may offer its maker a small one: that can't be told from here.
    { what: 'core_dumps', found: dumps === undefined ? 'not_known' : 'kept' },
  ]
}
