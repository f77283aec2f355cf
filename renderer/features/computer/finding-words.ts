import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

import type { CallOutput, Finding } from '../../../electron/contract/index.ts'

type System = CallOutput<'app.checkComputer'>['system']
/** What was found, and what to do about it where there is something to do. */
export type FindingWords = { said: MessageDescriptor; advice?: MessageDescriptor }

const encryptDisk: Record<System, MessageDescriptor> = {
  linux: msg`Encrypt the whole disk. On Linux that is chosen when the system is installed; ask whoever looks after this computer.`,
  windows: msg`Switch on device encryption or BitLocker in the system’s settings. Where Windows Home has neither, ask whoever looks after this computer.`,
  macos: msg`Switch on FileVault in the system’s settings, under privacy and security.`,
  other: msg`Encrypt the whole disk; ask whoever looks after this computer.`,
}
const askSomebody = msg`Ask whoever looks after this computer.`

/** The words of a finding. The advice is plain and never stands in the way of anything. */
export function findingWords(finding: Finding, system: System): FindingWords {
  if ('service' in finding) return folderWords(finding)
  const { what, found } = finding
  const key = `${what}.${found}` as const
  switch (key) {
    case 'disk.encrypted':
      return { said: msg`The disk that the vault stands on is encrypted as a whole.` }
    case 'disk.not_encrypted':
      return {
        said: msg`The disk is not encrypted as a whole. The vault is, but other programs, downloads and deleted files leave readable traces around it.`,
        advice: encryptDisk[system],
      }
    case 'disk.not_known':
      return { said: msg`The system doesn’t say whether the disk is encrypted.`, advice: encryptDisk[system] }
    case 'swap.none':
      return { said: msg`The system moves no memory to the disk.` }
    case 'swap.in_memory':
      return { said: msg`The system compresses memory instead of moving it to the disk.` }
    case 'swap.encrypted':
      return { said: msg`What the system moves from memory to the disk is encrypted.` }
    case 'swap.not_encrypted':
      return {
        said: msg`The system may move parts of memory to an unencrypted place on the disk, with names or even a key in them. They can stay there after locking.`,
        advice:
          system === 'linux'
            ? msg`Encrypt the disk with its swap space, or switch swap off if there is memory enough.`
            : encryptDisk[system],
      }
    case 'swap.not_known':
      return { said: msg`The system doesn’t say whether it moves memory to an unencrypted place on the disk.`, advice: encryptDisk[system] }
    case 'hibernation.off':
      return { said: msg`The computer doesn’t write all of its memory to the disk when it sleeps.` }
    case 'hibernation.encrypted':
      return { said: msg`When the computer writes its memory to the disk to sleep, that is encrypted.` }
    case 'hibernation.not_encrypted':
      return {
        said: msg`When the computer hibernates it writes all of its memory to the disk unencrypted. Habeas locks first, but other programs may hold what you copied.`,
        advice: msg`Shut the computer down instead, or encrypt the disk.`,
      }
    case 'hibernation.not_known':
      return {
        said: msg`The system doesn’t say whether it writes memory to the disk when it sleeps.`,
        advice: msg`Lock the vault and shut the computer down before you travel or leave it alone.`,
      }
    case 'core_dumps.empty':
      return { said: msg`If Habeas falls over, the system’s record of it holds nothing of its memory.` }
    case 'core_dumps.off':
      return { said: msg`The system keeps no memory of programs that fall over.` }
    case 'core_dumps.kept':
      return { said: msg`The system keeps the memory of programs that fall over, and with it what was open.`, advice: askSomebody }
    case 'core_dumps.not_known':
      return { said: msg`The system doesn’t say whether it keeps the memory of programs that fall over.`, advice: askSomebody }
    default:
      return { said: msg`The system doesn’t say whether the disk is encrypted.` }
  }
}

type FolderFinding = Extract<Finding, { service: string | null }>

const moveVault = msg`Lock the vault, move it to a folder of this computer alone, and keep only backups in the place where it lies now.`
const ownDrive = msg`Where nobody else is to hold copies, choose a drive that you keep yourself.`

/** Folders that a service copies elsewhere, or that lie on another computer. */
function folderWords({ what, found, service: name }: FolderFinding): FindingWords {
  const service = name ?? ''
  switch (`${what}.${found}` as const) {
    case 'vault_folder.own':
      return { said: msg`The vault’s folder lies on this computer, and no service was found that copies it elsewhere.` }
    case 'vault_folder.synchronised':
      return {
        said: msg`${service} copies the vault’s folder elsewhere. Encrypted copies, older ones too, end up with that service and on other devices, and two devices can spoil the vault for each other.`,
        advice: moveVault,
      }
    case 'vault_folder.network':
      return {
        said: msg`The vault’s folder lies on another computer. A connection that breaks in the middle can damage the vault, and whoever runs that computer can keep copies of it.`,
        advice: moveVault,
      }
    case 'backup_folder.own':
      return { said: msg`No service was found that copies the second place of backups elsewhere.` }
    case 'backup_folder.synchronised':
      return {
        said: msg`${service} copies the second place of backups elsewhere. They are encrypted, but older ones can stay there and open with the passphrase of their time.`,
        advice: ownDrive,
      }
    case 'backup_folder.network':
      return {
        said: msg`The second place of backups lies on another computer. They are encrypted, but older ones can stay there and open with the passphrase of their time.`,
        advice: ownDrive,
      }
    case 'backup_folder.not_known':
      return { said: msg`The drive of the second place of backups isn’t there now, or doesn’t answer, so nothing is known of its folder.` }
    default:
      return { said: msg`Nothing could be found out about the vault’s folder.` }
  }
}
