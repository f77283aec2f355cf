import type { ChangeNotice } from '../contract/index.ts'
import type { AuditDetails } from './chain.ts'
import { changeWriter } from './changes.ts'
import type { Change, ChangeMeta, Writer } from './changes.ts'
import { fingerprintWords } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'
import { headFile } from './head.ts'
import { auditKeyOf } from './header-about.ts'
import type { Head } from './head.ts'
import type { FaultyCopy, UnlockedHeader } from './header.ts'
import { sealFor } from './key-handover.ts'
import type { Handover } from './key-handover.ts'
import type { VaultLock } from './lock.ts'
import { appliedMigrations } from './migrations.ts'
import { checkpoint, closeDatabase } from './pragmas.ts'
import type { Connection } from './pragmas.ts'
import { subKey, wipe } from './secrets.ts'
import type { MacKey } from './secrets.ts'

/** An open vault. Whoever holds it holds the key; `close` wipes it. */
export type Vault = {
  readonly folder: string
  readonly db: Connection
  readonly readOnly: boolean
  /** Opened although parts of it can't be read. */
  readonly damaged: boolean
  /** `createdAt` is UTC milliseconds; `vaultNumber` is the vault's id, a UUID. */
  readonly info: { vaultNumber: string; title: string; createdAt: number; schemaVersion: number }
  /** Who unlocked it: the row's number and its id. */
  readonly caseworker: { id: number; uuid: string; name: string }
  readonly slotId: string
  /** Number, time and four words of the last change (security rule 15). */
  fingerprint(): Fingerprint
  /**
   * Runs one change set: `work` writes its rows and revisions, names each row with `change.touch`, and returns at once
   * (no promises). Rows, history, audit entry and head are durable when this returns; what `work` throws leaves
   * everything as it was.
   * @throws {VaultError} `read_only`, `disk_full`, or what `work` throws
   */
  write<T>(meta: ChangeMeta, work: (change: Change) => T): { changeNo: number; value: T }
  /**
   * Chains something that changes no record: an opening, a report, a failed check. Codes, counts and ids only. Inside
   * a change it becomes part of that change's transaction.
   */
  audit(kind: string, details: AuditDetails): void
  /** What has been written since this was last asked: what a command's answer carries. */
  takeNotice(): ChangeNotice | undefined
  /** Moves the write-ahead log into the database; done by itself when the vault is idle. */
  checkpoint(): void
  /** Hands the drafts' key to the process that made this public key (X25519, SPKI in base64). */
  sealDraftsKey(peerPublicKey: string): Handover
  /** Hands the data key to a process that does long work, with what it needs to read; it may do all that this vault can, except write. */
  sealWorkKey(peerPublicKey: string): Handover & { slotId: string; mended: readonly FaultyCopy[] }
  /** Leaves the folder so that it opens on read-only media, lets go of it, wipes the keys. */
  close(): void
}

/** What the vault's own files need and nobody else may have. */
export type VaultSecrets = {
  dataKey: Buffer
  auditKey: MacKey
  databaseKey: Buffer
  unlocked: UnlockedHeader
  writer: Writer
  /** Header copies that were damaged when the vault was opened, and were written anew then. */
  mended: readonly FaultyCopy[]
  /** Closes the vault, keys wiped, and gives on the hold of its folder instead of letting it go. */
  handOver: () => VaultLock
  /** Of a reader: the head as it was before its snapshot. The one on the disk goes on. */
  headBefore?: Head
}

const secrets = new WeakMap<Vault, VaultSecrets>()

/** The keys of an open vault, for the files of this folder. */
export function secretsOf(vault: Vault): VaultSecrets {
  const found = secrets.get(vault)
  if (found === undefined) throw new TypeError('this vault is closed')
  return found
}

const idleMilliseconds = 1500

type VaultParts = {
  folder: string
  db: Connection
  lock: VaultLock
  unlocked: UnlockedHeader
  readOnly: boolean
  mended: readonly FaultyCopy[]
  damaged?: boolean
}

/** Puts an opened, checked and migrated database together with its keys. The vault owns all of it from here on. */
export function assembleVault({ folder, db, lock, unlocked, readOnly, mended, damaged = false }: VaultParts): Vault {
  const { dataKey, header, slot } = unlocked
  const { vaultId } = header
  const auditKey = auditKeyOf(header, dataKey)
  const databaseKey = subKey(dataKey, vaultId, 'database')
  const head = headFile(folder, dataKey, vaultId)
  /** In a damaged vault the page that says so may be lost; that alone must not keep the rest from being read. */
  const orElse = <T>(read: () => T, otherwise: T): T => {
    try {
      return read()
    } catch (error) {
      if (!damaged) throw error
      return otherwise
    }
  }
  const caseworker = orElse(() => caseworkerOf(db, slot.id), { id: 0, uuid: slot.id, name: '' })

  let idle: NodeJS.Timeout | undefined
  const onWritten = (): void => {
    clearTimeout(idle)
    idle = setTimeout(() => checkpoint(db), idleMilliseconds)
    idle.unref()
  }
  const writer = changeWriter({ db, auditKey, caseworkerId: caseworker.uuid, prepareHead: head.prepare, onWritten })

  const vault: Vault = {
    folder,
    db,
    readOnly,
    damaged,
    info: {
      vaultNumber: vaultId,
      title: orElse(() => setting(db, 'title'), ''),
      createdAt: orElse(() => Number(setting(db, 'created_at')), 0),
      schemaVersion: orElse(() => appliedMigrations(db).at(-1)?.version ?? 0, 0),
    },
    caseworker,
    slotId: slot.id,
    fingerprint() {
      const entry = orElse(() => writer.chain.lastChange(), undefined)
      const hash = entry?.hash ?? orElse(() => writer.chain.at(1)?.hash, undefined)
      return {
        changeNo: entry?.change_no ?? 0,
        at: entry?.at ?? null,
        words: hash === undefined ? ['', '', '', ''] : fingerprintWords(hash),
      }
    },
    write: (meta, work) => writer.write(meta, work),
    audit: (kind, details) => writer.audit(kind, details),
    takeNotice: () => writer.takeNotice(),
    checkpoint: () => checkpoint(db),
    sealDraftsKey(peerPublicKey) {
      const key = subKey(dataKey, vaultId, 'drafts')
      try {
        return sealFor(peerPublicKey, key)
      } finally {
        wipe(key)
      }
    },
    sealWorkKey(peerPublicKey) {
      // What lies in the log is read through the database by then, and a page in the file is what it is.
      checkpoint(db)
      return { ...sealFor(peerPublicKey, dataKey, 'work'), slotId: slot.id, mended }
    },
    close() {
      if (!secrets.has(vault)) return
      try {
        letGo()
      } finally {
        lock.release()
      }
    },
  }
  const letGo = (): void => {
    secrets.delete(vault)
    clearTimeout(idle)
    try {
      closeDatabase(db)
    } finally {
      wipe(dataKey, databaseKey)
    }
  }
  const handOver = (): VaultLock => {
    letGo()
    return lock
  }
  secrets.set(vault, { dataKey, auditKey, databaseKey, unlocked, writer, mended, handOver })
  return vault
}

/** One of the vault's own settings; empty where it was never set. */
export const setting = (db: Connection, key: string): string =>
  db.prepare<[string], string>('SELECT value FROM vault_settings WHERE key = ?').pluck().get(key) ?? ''

/** Each key slot belongs to a caseworker's row. A slot without one is shown by its id alone. */
function caseworkerOf(db: Connection, slotId: string): Vault['caseworker'] {
  const found = db.prepare<[string], Vault['caseworker']>('SELECT id, uuid, name FROM caseworkers WHERE slot_id = ?').get(slotId)
  return found ?? { id: 0, uuid: slotId, name: '' }
}
