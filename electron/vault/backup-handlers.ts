import { basename } from 'node:path'

import type { Backup, CallOutput } from '../contract/index.ts'
import { backupNag, isBackupDue, rotationKeeps } from '../domain/backup-rotation.ts'
import { backupMemory, newestVerified, rememberBackups } from './backup-memory.ts'
import type { BackupMemory } from './backup-memory.ts'
import { backupsIn } from './backup-read.ts'
import { VaultError } from './errors.ts'
import { vaultFiles } from './files.ts'
import { isPresent, markSecondPlace, unmarkSecondPlace } from './second-place.ts'
import type { Vault } from './vault.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Local time's distance from UTC now, in minutes. */
const minutesAhead = (now: number): number => -new Date(now).getTimezoneOffset()

const secondOf = ({ second }: BackupMemory, vaultId: string): CallOutput<'backups.state'>['second'] =>
  second === null ? null : { name: basename(second.path), present: isPresent(second, vaultId), lastCopyAt: second.lastCopyAt }

/** The folder of the second place, and whether it is that drive which is there now; null where none was chosen. */
export function secondFolder(vault: Vault): { folder: string; present: boolean } | null {
  const { second } = backupMemory(vault.db)
  return second === null ? null : { folder: second.path, present: isPresent(second, vault.info.vaultNumber) }
}

/** What `backups.state` answers. */
export function backupState(vault: Vault, now = Date.now()): CallOutput<'backups.state'> {
  const memory = backupMemory(vault.db)
  const newest = newestVerified(memory)
  const workDays = workDaysSince(vault, newest?.lastChange.changeNo ?? 0, now)
  return {
    lastVerified: newest === undefined ? null : { createdAt: newest.createdAt, verifiedAt: newest.verifiedAt },
    workDays,
    nag: backupNag(newest?.createdAt ?? null, workDays),
    second: secondOf(memory, vault.info.vaultNumber),
  }
}

/** Whether the day's first change is still without a backup. */
export const isDailyBackupDue = (vault: Vault, now = Date.now()): boolean =>
  !vault.readOnly && isBackupDue(newestVerified(backupMemory(vault.db))?.createdAt ?? null, now, minutesAhead(now))

/** On how many local days something was changed after this change. */
function workDaysSince(vault: Vault, changeNo: number, now: number): number {
  const days = vault.db.prepare<[number, number, number], number>(
    'SELECT count(DISTINCT (at + ?) / ?) FROM change_sets WHERE change_no > ?',
  )
  return days.pluck().get(minutesAhead(now) * minute, day, changeNo) ?? 0
}

/** What `backups.list` answers: files as they lie there, with what the vault knows of each. */
export function listBackups(vault: Vault): CallOutput<'backups.list'> {
  const memory = backupMemory(vault.db)
  const { vaultNumber } = vault.info
  const { second } = memory
  const folders = [
    ['vault', vaultFiles(vault.folder).backups] as const,
    ...(second !== null && isPresent(second, vaultNumber) ? [['second', second.path] as const] : []),
  ]
  const backups = folders.flatMap(([place, folder]) =>
    backupsIn(folder, vaultNumber)
      // A name that nothing of ours has can't be asked for either.
      .filter(({ name }) => /^[\w.-]{1,120}\.habeas-backup$/.test(name))
      .map((found): Backup => {
        const known = memory.backups.find(({ name, place: where }) => name === found.name && where === place)
        const readable = found.state === 'readable'
        return {
          name: found.name,
          place,
          state: readable && found.faults.length > 0 ? 'damaged' : found.state,
          kind: readable ? found.kind : null,
          createdAt: readable ? found.createdAt : null,
          bytes: readable ? found.bytes : 0,
          verified: known === undefined ? null : { at: known.verifiedAt, sound: known.sound },
          lastChange: known?.lastChange ?? null,
        }
      }),
  )
  return { backups: backups.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0)), keeps: { ...rotationKeeps } }
}

/** Sends copies of backups to a folder from now on. */
export function chooseSecondPlace(vault: Vault, folder: string): CallOutput<'backups.choosePlace'> {
  if (vault.readOnly) throw new VaultError('read_only')
  const { vaultNumber } = vault.info
  const second = markSecondPlace(folder, vault.folder, vaultNumber)
  const before = backupMemory(vault.db).second
  rememberBackups(vault, 'backup.place_chosen', {}, (memory) => ({ ...memory, second }))
  if (before !== null && before.path !== folder) unmarkSecondPlace(before, vaultNumber)
  return secondOf(backupMemory(vault.db), vaultNumber)
}

/** No more copies to the second place. */
export function forgetSecondPlace(vault: Vault): Record<string, never> {
  if (vault.readOnly) throw new VaultError('read_only')
  const { second } = backupMemory(vault.db)
  if (second === null) return {}
  rememberBackups(vault, 'backup.place_forgotten', {}, (memory) => ({
    backups: memory.backups.filter(({ place }) => place === 'vault'),
    second: null,
  }))
  unmarkSecondPlace(second, vault.info.vaultNumber)
  return {}
}
