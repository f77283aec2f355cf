import { rmSync, statfsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

import type { CallOutput } from '../contract/index.ts'
import { backupsToRemove } from '../domain/backup-rotation.ts'
import { backupName } from './backup-format.ts'
import type { BackupKind } from './backup-format.ts'
import { backupsIn, isUnderOlderKey, verifyBackup } from './backup-read.ts'
import { writeBackup } from './backup-write.ts'
import type { BackupMade } from './backup-write.ts'
import { backupMemory, rememberBackups, rememberedBackupSchema, withFindings } from './backup-memory.ts'
import type { RememberedBackup } from './backup-memory.ts'
import { cleanStaging } from './backup-staging.ts'
import { VaultError, asVaultError } from './errors.ts'
import { vaultFiles } from './files.ts'
import { copyToSecondPlace, isPresent } from './second-place.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'
import type { Fault } from './verify-check.ts'

/**
 * What work on backups found, for the vault process to remember in one transaction: the work itself may be done by a
 * process that only reads.
 */
export const backupRecordSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('made'), findings: z.array(rememberedBackupSchema), elsewhere: z.boolean() }),
  z.strictObject({ type: z.literal('verified'), finding: rememberedBackupSchema }),
])
export type BackupRecord = z.infer<typeof backupRecordSchema>

/** What became of the copy at the second place. */
export type SecondCopy = CallOutput<'backups.make'>['second']

type Options = { staging?: string; onProgress?: (share: number | null) => void; now?: () => number }
type Saved = { made: BackupMade; record: BackupRecord }
type Made = Saved & { second: SecondCopy }
/** Told of what is made as soon as it is, before anything else is begun: a stop from then on can't undo it. */
type Telling<T> = { onMade?: (soFar: T) => void }

/** Local time's distance from UTC: days are the caseworker's own. */
const minutesAhead = (at: number): number => -new Date(at).getTimezoneOffset()

const sourceOf = (vault: Vault) => ({ folder: vault.folder, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber })

const finding = (made: BackupMade, place: 'vault' | 'second', verifiedAt: number): RememberedBackup => ({
  name: basename(made.file),
  place,
  kind: made.kind,
  createdAt: made.createdAt,
  lastChange: { changeNo: made.contents.changeNo, at: made.contents.changedAt, words: made.contents.words },
  verifiedAt,
  sound: true,
})

/**
 * Makes a backup in the vault's own folder, then a copy at the second place where its drive is there, then lets go of what
 * rotation no longer keeps. A second place that fails does not undo the first.
 * @throws {VaultError} `read_only`, `disk_full`, `damaged`
 */
export function makeBackup(
  vault: Vault,
  kind: BackupKind,
  { staging, onProgress = () => undefined, onMade = () => undefined, now = Date.now }: Options & Telling<Made> = {},
): Made {
  const source = sourceOf(vault)
  const { second } = backupMemory(vault.db)
  const copies = second !== null && isPresent(second, source.vaultId)
  const createdAt = now()
  const without = second === null ? 'none_chosen' : 'absent'
  const made = writeBackup(source, join(vaultFiles(vault.folder).backups, backupName(createdAt, kind, source.vaultId)), {
    kind,
    createdAt,
    ...(staging === undefined ? {} : { staging }),
    onProgress: (share) => onProgress(share === null || !copies ? share : share * 0.7),
    onMade: (named) => onMade(told(named, copies ? 'stopped' : without, [finding(named, 'vault', now())])),
  })
  const findings = [finding(made, 'vault', now())]
  let copy: SecondCopy = without
  if (copies) {
    try {
      copyToSecondPlace(made.file, second, source, (share) => onProgress(0.7 + share * 0.3))
      findings.push(finding(made, 'second', now()))
      copy = 'copied'
    } catch {
      copy = 'failed'
    }
  }
  // What rotation takes away goes on the ground of what is told here, so that has to be known first.
  const done = told(made, copy, findings)
  if (copies) onMade(done)
  const memory = withFindings(backupMemory(vault.db), findings)
  rotate(vaultFiles(vault.folder).backups, source.vaultId, memory.backups, 'vault', now())
  if (copy === 'copied' && second !== null) rotate(second.path, source.vaultId, memory.backups, 'second', now())
  return done
}

const told = (made: BackupMade, second: SecondCopy, findings: RememberedBackup[]): Made => ({
  made,
  second,
  record: { type: 'made', findings, elsewhere: false },
})

/** Writes a backup to a file that a person named. It is not rotated and not listed; that it was made is remembered. */
export function saveBackupAs(
  vault: Vault,
  file: string,
  { staging, onProgress, onMade = () => undefined, now = Date.now }: Options & Telling<Saved> = {},
): Saved {
  const saved = (made: BackupMade): Saved => ({
    made,
    record: { type: 'made', findings: [finding(made, 'vault', now())], elsewhere: true },
  })
  const made = writeBackup(sourceOf(vault), file, {
    kind: 'manual',
    createdAt: now(),
    ...(staging === undefined ? {} : { staging }),
    ...(onProgress === undefined ? {} : { onProgress }),
    onMade: (named) => onMade(saved(named)),
  })
  return saved(made)
}

/**
 * Opens one of the listed backups and checks it whole.
 * @throws {VaultError} `not_found` (no such backup, or its drive is not there), `older_key` (made before a re-key)
 */
export function verifyOneBackup(
  vault: Vault,
  { name, place }: { name: string; place: 'vault' | 'second' },
  { staging, onProgress, now = Date.now }: Options = {},
): { faults: Fault[]; record: BackupRecord | null } {
  const source = sourceOf(vault)
  // Looked up in the folder, never put together with it: a name can't lead anywhere else.
  const found = backupsIn(placeFolder(vault, place), source.vaultId).find((backup) => backup.name === name)
  if (found === undefined) throw new VaultError('not_found', { what: 'backup' })
  if (isUnderOlderKey(found.file, source.dataKey)) throw new VaultError('older_key')
  const { faults, reading } = verify(found.file, source, {
    ...(staging === undefined ? {} : { staging }),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  const known = backupMemory(vault.db).backups.find((backup) => backup.name === name && backup.place === place)
  const createdAt = found.state === 'readable' ? found.createdAt : known?.createdAt
  if (createdAt === undefined) return { faults, record: null }
  const lastChange =
    reading === undefined
      ? (known?.lastChange ?? { changeNo: 0, at: null, words: [] })
      : { changeNo: reading.changeNo, at: reading.changedAt, words: reading.words }
  const kind = found.state === 'readable' ? found.kind : (known?.kind ?? 'manual')
  const verified: RememberedBackup = { name, place, kind, createdAt, lastChange, verifiedAt: now(), sound: faults.length === 0 }
  return { faults, record: { type: 'verified', finding: verified } }
}

/** A backup that can't even be opened is a finding, not an exception. */
function verify(...given: Parameters<typeof verifyBackup>): ReturnType<typeof verifyBackup> {
  try {
    return verifyBackup(...given)
  } catch (error) {
    const known = asVaultError(error, 'backup')
    if (known.code !== 'damaged') throw known
    return { faults: [{ what: 'backup', params: known.params }], reading: undefined }
  }
}

/** Remembers what was found, with an entry in the audit chain. Nothing is remembered on media that can't be written. */
export function applyBackupRecord(vault: Vault, record: BackupRecord): void {
  if (vault.readOnly) return
  if (record.type === 'verified') {
    const { kind, createdAt, lastChange, sound, place } = record.finding
    rememberBackups(vault, sound ? 'backup.verified' : 'backup.damaged', { kind, createdAt, place, ...headOf(lastChange) }, (memory) =>
      withFindings(memory, [record.finding]),
    )
    return
  }
  const [first] = record.findings
  if (first === undefined) return
  const places = record.elsewhere ? 'elsewhere' : record.findings.map(({ place }) => place).join(' ')
  const copied = record.findings.find(({ place }) => place === 'second')
  rememberBackups(vault, 'backup.made', { kind: first.kind, createdAt: first.createdAt, places, ...headOf(first.lastChange) }, (memory) => {
    const known = record.elsewhere ? memory : withFindings(memory, record.findings)
    return { ...known, second: known.second && copied ? { ...known.second, lastCopyAt: copied.verifiedAt } : known.second }
  })
}

/** The head of a backup, as the audit chain keeps it: number and words of the last change in it (security rule 15). */
const headOf = ({ changeNo, words }: RememberedBackup['lastChange']) => ({ changeNo, words: words.join(' ') })

/** What was made before migrations, while the vault was being opened. */
export const migrationRecord = (made: readonly BackupMade[]): BackupRecord => ({
  type: 'made',
  findings: made.map((backup) => finding(backup, 'vault', Date.now())),
  elsewhere: false,
})

/** Takes away what stopped work left: at both places, and beside the file that a person named. */
export function cleanAfterWork(vault: Vault, named?: string): void {
  const { vaultNumber } = vault.info
  if (named !== undefined) cleanStaging(dirname(named), vaultNumber)
  if (vault.readOnly) return
  cleanStaging(vaultFiles(vault.folder).backups, vaultNumber)
  const { second } = backupMemory(vault.db)
  if (second !== null && isPresent(second, vaultNumber)) cleanStaging(second.path, vaultNumber)
}

/** The folder of a place. @throws {VaultError} `not_found` where no second place was chosen, or its drive is not there */
export function placeFolder(vault: Vault, place: 'vault' | 'second'): string {
  if (place === 'vault') return vaultFiles(vault.folder).backups
  const { second } = backupMemory(vault.db)
  if (second === null || !isPresent(second, vault.info.vaultNumber)) throw new VaultError('not_found', { what: 'place' })
  return second.path
}

/** Of what is free and what backups take already, they may fill so much. */
const shareOfDisk = 0.25

/** Removes what rotation no longer keeps. A file that can't be removed now is met again the next time. */
function rotate(folder: string, vaultId: string, remembered: readonly RememberedBackup[], place: 'vault' | 'second', now: number): void {
  const sound = new Set(remembered.filter((backup) => backup.place === place && backup.sound).map(({ name }) => name))
  const files = backupsIn(folder, vaultId).flatMap((backup) => (backup.state === 'readable' ? [backup] : []))
  const seen = files.map(({ name, createdAt, bytes, kind, faults }) => ({
    id: name,
    createdAt,
    bytes,
    kind,
    verified: sound.has(name) && faults.length === 0,
  }))
  const used = seen.reduce((sum, { bytes }) => sum + bytes, 0)
  const mostBytes = roomFor(folder, used)
  for (const name of backupsToRemove(seen, { minutesAhead: minutesAhead(now), mostBytes })) {
    try {
      rmSync(join(folder, name), { force: true })
    } catch {
      // The next rotation meets it again.
    }
  }
}

function roomFor(folder: string, used: number): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return (bavail * bsize + used) * shareOfDisk
  } catch {
    return null
  }
}
