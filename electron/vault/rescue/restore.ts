import { existsSync, renameSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import type { CallOutput, CallRequest } from '../../contract/index.ts'
import { backupsIn, restoreBackup } from '../backup-file.ts'
import { VaultError, asVaultError } from '../errors.ts'
import { removeQuietly, syncFolder, vaultFiles } from '../files.ts'
import { headFile } from '../head.ts'
import { unlockHeader } from '../header.ts'
import { wipe } from '../secrets.ts'
import { holdVault } from './hold.ts'

const ending = '.habeas'

type Language = CallRequest<'rescue.restore'>['language']
/** What the folder is called whose place a backup took, damaged or merely older: a person finds it among others. */
const replacedOn: Readonly<Record<Language, (day: string) => string>> = {
  en: (day) => `replaced ${day}`,
  es: (day) => `reemplazada ${day}`,
  fr: (day) => `remplacé ${day}`,
  // After the word the day would be read from its end, among names that run from left to right.
  ar: (day) => `${day} مستبدلة`,
}

/** A name beside a vault's that nothing has: `NAME (WORD).habeas`, numbered where that is taken. */
function freeName(place: string, word: string): string {
  const name = basename(place).replace(/\.habeas$/i, '')
  for (let number = 1; ; number += 1) {
    const path = join(dirname(place), `${name} (${word}${number === 1 ? '' : ` ${number}`})${ending}`)
    if (!existsSync(path)) return path
  }
}

/** Where a step is refused, all is as it was, unless the disk refuses the way back too: then both stand under names that say so. */
function changePlaces(place: string, keptAs: string, beside: string): void {
  try {
    renameSync(place, keptAs)
    renameSync(beside, place)
  } catch (error) {
    if (!existsSync(place) && existsSync(keptAs)) renameSync(keptAs, place)
    if (existsSync(place)) removeQuietly(beside)
    throw error
  }
  syncFolder(dirname(place))
}

/** The number of the last change that the damaged vault knows of, where it still says. */
async function lastKnownChange(folder: string, passphrase: string): Promise<number | null> {
  try {
    const { dataKey, header } = await unlockHeader(folder, passphrase)
    try {
      return headFile(folder, dataKey, header.vaultId).read().changeNo
    } finally {
      wipe(dataKey)
    }
  } catch {
    return null
  }
}

type Options = {
  backup: string
  passphrase: string
  backupPassphrase?: string
  onProgress: (share: number | null) => void
  language?: Language
  now?: () => Date
}

/**
 * Puts a backup in a damaged vault's place. It is restored and checked beside it first; then the damaged folder gets
 * another name, whole, and the restored one its place. A crash between the two leaves both, under names that say what
 * they are.
 * @throws {VaultError} `not_found`, `vault_in_use`, and as `restoreBackup`
 */
export async function restoreInPlace(folder: string, options: Options): Promise<CallOutput<'rescue.restore'>> {
  const place = resolve(folder)
  const { passphrase, backupPassphrase = passphrase, onProgress, language = 'en', now = () => new Date() } = options
  // Looked up in the folder, never put together with it: a name can't lead anywhere else.
  const found = backupsIn(vaultFiles(place).backups).find(({ name }) => name === options.backup)
  if (found === undefined) throw new VaultError('not_found', { what: 'backup' })
  const lock = holdVault(place)
  let keptAs: string
  let restored: Awaited<ReturnType<typeof restoreBackup>>
  let known: number | null
  try {
    known = await lastKnownChange(place, passphrase)
    const beside = freeName(place, 'restored')
    restored = await restoreBackup(found.file, beside, { passphrase: backupPassphrase, onProgress })
    const day = now()
    const iso = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
    keptAs = freeName(place, replacedOn[language](iso))
    // Windows renames no folder in which a file is held; from here on nothing of the vault is read.
    lock.release()
    changePlaces(place, keptAs, beside)
  } catch (error) {
    throw asVaultError(error, 'backup')
  } finally {
    lock.release()
  }
  const { fingerprint } = restored
  const missing = known === null || fingerprint === null ? null : Math.max(0, known - fingerprint.changeNo)
  return { keptAs: basename(keptAs), fingerprint, changesMissing: missing }
}
