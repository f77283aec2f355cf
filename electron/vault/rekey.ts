import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'

import type { CallOutput } from '../contract/index.ts'
import { backupEnding } from './backup-format.ts'
import { refuseWithoutRoom } from './backup-staging.ts'
import { caseworkerSlots } from './caseworker-slots.ts'
import { changeWriter } from './changes.ts'
import { openDrafts } from './drafts-store.ts'
import { VaultError, asVaultError } from './errors.ts'
import { vaultFiles } from './files.ts'
import { headFile } from './head.ts'
import { auditKeyBytes, auditKeyOf, newAbout, sealAuditKey } from './header-about.ts'
import { passphraseSlots } from './header-format.ts'
import type { Header, KeySlot, PassphraseSlot } from './header-format.ts'
import { makeSlot, openLabel, writeHeader } from './header.ts'
import { tuneKdf } from './kdf.ts'
import type { KdfParameters } from './kdf.ts'
import { costsOf, slotsOf } from './key-slots.ts'
import { aboutOf } from './key-state.ts'
import { readMigrations } from './migrations.ts'
import { openUnlocked } from './open.ts'
import { checkPages } from './pages.ts'
import { closeDatabase, openDatabase } from './pragmas.ts'
import type { Connection } from './pragmas.ts'
import { copyDraftsAside, draftsAside } from './rekey-aside.ts'
import { declareReady, dropBuilding, finishRekey, rekeyFolders, startBuilding } from './rekey-files.ts'
import type { OnStep } from './rekey-files.ts'
import { copyUnderNewKey } from './rekey-pages.ts'
import { subKey, wipe } from './secrets.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

export type RekeyOptions = {
  current: string
  /** Colleagues' passphrases that are to go on opening the vault, each typed by its owner. */
  keep?: readonly { id: string; passphrase: string }[]
  /** What the passphrases will cost to try; tuned to about a second on this machine where left out. */
  kdf?: KdfParameters
  onProgress?: (share: number) => void
  /** Asked until the new key counts; from then on nothing stops it. */
  isCancelled?: () => boolean
  onStep?: OnStep
}
export type Rekeyed = CallOutput<'keys.rekey'> & { vault: Vault }

/**
 * Gives the vault a new data key: every page of its databases, head and header anew, so that no older header opens
 * anything that is in the folder afterwards. Until it counts, the vault is as it was; from then on it is under the new
 * key, whatever stops it. The given vault is closed by it; the same, under the new key, is in the answer.
 * The drafts must not be open. The key of the audit chain is carried over, for the chain's hashes were made with it.
 * @throws {VaultError} `wrong_passphrase` (`slot`), `not_found`, `read_only`, `disk_full`, `busy`, `damaged` (`page`), `cancelled`
 */
export async function rekeyVault(vault: Vault, options: RekeyOptions): Promise<Rekeyed> {
  if (vault.readOnly) throw new VaultError('read_only')
  const { onProgress = () => undefined, isCancelled = () => false, onStep = () => undefined } = options
  const tellOrStop = (share: number): void => {
    onProgress(share)
    if (isCancelled()) throw new VaultError('cancelled')
  }
  const kept = await provenSlots(vault, options)
  const secrets = secretsOf(vault)
  const { header } = secrets.unlocked
  const dataKey = randomBytes(32)
  const olderBackups = backupsIn(vault.folder)
  const ended = endedOf(header.slots, kept)
  let built: Built
  try {
    const slots = await sealAnew(vault, kept, dataKey, options.kdf ?? stronger(secrets.unlocked.slot.kdf, await tuneKdf()))
    tellOrStop(0.05)
    built = await build(vault, { dataKey, slots, onProgress: tellOrStop, onStep })
  } catch (error) {
    if (!existsSync(rekeyFolders(vault.folder).ready)) {
      dropQuietly(vault.folder)
      wipe(dataKey)
      throw asVaultError(error, 'rekey')
    }
    // It counts already, and opening the vault goes on with it, now or later.
    wipe(dataKey)
    vault.close()
    throw asVaultError(error, 'rekey')
  }
  const { folder } = vault
  const lock = secrets.handOver()
  try {
    finishRekey(folder, onStep)
  } catch (error) {
    wipe(dataKey)
    lock.release()
    throw asVaultError(error, 'rekey')
  }
  onProgress(1)
  // What fails from here on lets go of lock and key by itself.
  return { vault: openUnlocked(folder, { dataKey, ...built }, lock, { migrations: readMigrations() }), ended, olderBackups }
}

/** A machine that happened to be busy while it was measured must not make the vault easier to open than it was. */
const stronger = (before: KdfParameters, tuned: KdfParameters): KdfParameters =>
  before.memoryKiB * before.passes > tuned.memoryKiB * tuned.passes ? costsOf(before) : tuned

type Proven = { slot: PassphraseSlot; passphrase: string }

/** The own slot first, then those to be kept, each with the passphrase that was shown to open it. */
async function provenSlots(vault: Vault, { current, keep = [] }: RekeyOptions): Promise<[Proven, ...Proven[]]> {
  const { header } = secretsOf(vault).unlocked
  const known = passphraseSlots(header.slots)
  for (const { id } of keep) if (!known.some((slot) => slot.id === id)) throw new VaultError('not_found', { what: 'key' })
  const others = keep.filter(({ id }, place) => id !== vault.slotId && keep.findIndex((other) => other.id === id) === place)
  const [own, ...found] = await slotsOf(header, [current, ...others.map(({ passphrase }) => passphrase)])
  if (own?.id !== vault.slotId) throw new VaultError('wrong_passphrase', { slot: vault.slotId })
  return [
    { slot: own, passphrase: current },
    ...others.map(({ id, passphrase }, place): Proven => {
      const slot = found[place]
      if (slot?.id !== id) throw new VaultError('wrong_passphrase', { slot: id })
      return { slot, passphrase }
    }),
  ]
}

/** The kept slots around the new data key, with a new salt for all of them; ids stay, for caseworkers' rows name them. */
async function sealAnew(
  vault: Vault,
  [own, ...others]: [Proven, ...Proven[]],
  dataKey: Buffer,
  kdf: KdfParameters,
): Promise<[PassphraseSlot, ...PassphraseSlot[]]> {
  const { dataKey: oldKey, unlocked } = secretsOf(vault)
  const { vaultId } = unlocked.header
  const again = ({ slot, passphrase }: Proven, costs: KdfParameters & { salt?: string }) =>
    makeSlot(dataKey, vaultId, passphrase, costs, { id: slot.id, label: openLabel(slot, oldKey, vaultId) })
  const first = await again(own, kdf)
  const rest: PassphraseSlot[] = []
  for (const other of others) rest.push(await again(other, first.kdf))
  return [first, ...rest]
}

type Building = {
  dataKey: Buffer
  slots: [PassphraseSlot, ...PassphraseSlot[]]
  onProgress: (share: number) => void
  onStep: OnStep
}
type Built = { header: Header; slot: PassphraseSlot }

async function build(vault: Vault, { dataKey, slots, onProgress, onStep }: Building): Promise<Built> {
  const { folder } = vault
  const { dataKey: oldKey, databaseKey: oldDatabaseKey, unlocked, writer } = secretsOf(vault)
  const { vaultId, generation } = unlocked.header
  const lastSeq = writer.chain.last()?.seq
  const building = startBuilding(folder)
  onStep('started')
  const [now, next] = [vaultFiles(folder), vaultFiles(building)]
  const databaseKey = subKey(dataKey, vaultId, 'database')
  const oldDraftsKey = subKey(oldKey, vaultId, 'drafts')
  const draftsKey = subKey(dataKey, vaultId, 'drafts')
  const audit = auditKeyBytes(unlocked.header, oldKey)
  try {
    foldDrafts(folder, oldDraftsKey)
    foldLog(vault.db)
    refuseLog(now.database)
    refuseWithoutRoom(
      folder,
      [now.database, now.drafts, ...draftsAside(folder).map((name) => join(folder, name))].reduce(
        (bytes, file) => bytes + sizeOf(file),
        spareBytes,
      ),
    )
    const part = (from: number, to: number) => (share: number) => onProgress(from + (to - from) * share)
    const copy = { oldKey: oldDatabaseKey, newKey: databaseKey, what: 'database' }
    await copyUnderNewKey({ ...copy, from: now.database, to: next.database, onProgress: part(0.05, 0.85) })
    onStep('database')
    const drafts = { oldKey: oldDraftsKey, newKey: draftsKey, what: 'drafts' }
    await copyUnderNewKey({ ...drafts, from: now.drafts, to: next.drafts, onProgress: part(0.85, 0.9) })
    copyDraftsAside(folder, building, oldDraftsKey, draftsKey)
    onStep('drafts')
    const auditKey = sealAuditKey(audit, dataKey, vaultId)
    const header = writeHeader(building, vaultId, slots, dataKey, generation, { about: aboutKept(vault, slots), auditKey })
    onStep('header')
    record(vault, building, { header, dataKey, databaseKey, slots })
    onStep('recorded')
    for (const [file, key] of [
      [next.database, databaseKey],
      [next.drafts, draftsKey],
    ] as const) {
      const { failed, cutShort } = checkPages(file, key)
      if (failed.length > 0 || cutShort) throw new VaultError('disk_failed')
    }
    onStep('checked')
    // The last moment at which it can be stopped; whoever waited while the files were checked is heard first.
    await nextTurn()
    onProgress(0.95)
    // Something that wrote past the calls while this ran would be lost. Nobody is heard between this and the moment that counts.
    refuseLog(now.database)
    refuseLog(now.drafts)
    if (writer.chain.last()?.seq !== lastSeq) throw new VaultError('busy')
    declareReady(folder, onStep)
    return { header, slot: slots[0] }
  } finally {
    wipe(databaseKey, oldDraftsKey, draftsKey, audit)
  }
}

/** Room for head, headers and the new entry's journal, besides the databases. */
const spareBytes = 512 * 1024
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function refuseLog(file: string): void {
  if (sizeOf(`${file}-wal`) > 0) throw new VaultError('busy')
}

/** Brings the log home; where that can't be done, the reason is told, unlike when it is tried because nothing else is to do. */
function foldLog(db: Connection): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** After a kill the newest drafts stand in their log; closing them properly brings them home. */
function foldDrafts(folder: string, key: Buffer): void {
  if (existsSync(`${vaultFiles(folder).drafts}-wal`)) openDrafts(folder, key).close()
  if (existsSync(`${vaultFiles(folder).drafts}-wal`)) throw new VaultError('busy')
}

/** When each key was made and whether it was tried stays known; of the old data key, nothing is left that could open. */
function aboutKept(vault: Vault, slots: readonly KeySlot[]): ReturnType<typeof newAbout> {
  const { dataKey, unlocked } = secretsOf(vault)
  const before = aboutOf(unlocked.header, dataKey, vault.db)
  const fresh = newAbout(slots.map(({ id }) => id))
  return {
    ...fresh,
    slots: Object.fromEntries(slots.map(({ id }) => [id, before.slots[id] ?? { createdAt: fresh.keyMadeAt, tried: true }])),
  }
}

type Recording = { header: Header; dataKey: Buffer; databaseKey: Buffer; slots: readonly KeySlot[] }

/** The new database says itself that it was given a new key, and takes the ended passphrases from their owners' rows. */
function record(vault: Vault, building: string, { header, dataKey, databaseKey, slots }: Recording): void {
  const db = openDatabase(vaultFiles(building).database, { key: databaseKey, what: 'rekey' })
  try {
    // What a crash leaves of this file is thrown away anyway; a journal on the disk would only want room.
    db.pragma('journal_mode = MEMORY')
    const rows = caseworkerSlots(db)
    const before = secretsOf(vault).unlocked.header.slots
    const gone = before.filter(({ id }) => !slots.some((slot) => slot.id === id))
    const owners = gone.flatMap(({ id }) => rows.of(id) ?? [])
    const { prepare } = headFile(building, dataKey, header.vaultId)
    const auditKey = auditKeyOf(header, dataKey)
    const writer = changeWriter({ db, auditKey, caseworkerId: vault.caseworker.uuid, prepareHead: prepare, onWritten: () => undefined })
    writer.audit(
      'keys.rekeyed',
      { kept: slots.length, ended: gone.length },
      owners.map(({ uuid }) => ['caseworkers', uuid] as const),
      () => {
        for (const { uuid } of owners) rows.free(uuid)
      },
    )
    // Where the disk failed after the commit, the head would follow at the next opening; here there is no older one to follow.
    if (!existsSync(vaultFiles(building).head)) throw new VaultError('disk_failed')
  } finally {
    closeDatabase(db)
  }
}

function endedOf(slots: readonly KeySlot[], kept: readonly Proven[]): Rekeyed['ended'] {
  const of = (kind: KeySlot['kind']): number => slots.filter((slot) => slot.kind === kind).length
  return { passphrases: of('passphrase') - kept.length, recoveryCodes: of('recovery_code'), recoveryShares: of('recovery_shares') }
}

function backupsIn(folder: string): number {
  try {
    return readdirSync(vaultFiles(folder).backups, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name.endsWith(backupEnding),
    ).length
  } catch {
    return 0
  }
}

function dropQuietly(folder: string): void {
  try {
    dropBuilding(folder)
  } catch {
    // The next opening takes it away; the reason why it was not finished is the one to tell.
  }
}
