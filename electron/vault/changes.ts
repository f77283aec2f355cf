import type { ChangeNotice } from '../contract/index.ts'
import { changeNotes } from './change-notes.ts'
import { auditChain, revisionsDigest } from './chain.ts'
import type { AuditDetails, AuditEntry, BoundRow } from './chain.ts'
import { VaultError, asVaultError } from './errors.ts'
import type { PreparedFile } from './files.ts'
import type { Head } from './head.ts'
import { rollBack } from './pragmas.ts'
import type { Connection } from './pragmas.ts'
import { rowHasher } from './rows.ts'
import type { MacKey } from './secrets.ts'
import { thinnedHistory } from './thinned.ts'

export type ChangeMeta = {
  /** What was done, as the history shows it: 'charges.update', 'undo'. Never a value. */
  kind: string
  /** The case file that it belongs to. */
  caseId?: string
  /** The change that this one takes back. */
  undoes?: number
}

/** What the work of a change is given: its number, its time (UTC milliseconds), and the way to say what it wrote. */
export type Change = {
  changeNo: number
  at: number
  /** Names a row that was written or removed; its content after the change is bound into the audit chain. */
  touch: (table: string, uuid: string) => void
  /** Says that history of an earlier change was erased: what is left of it is bound anew, so that it can't be altered unseen. */
  thin: (changeNo: number) => void
  /** Says which case file the change belongs to, where that is known only now. */
  ofCase: (uuid: string) => void
}

export type Writer = ReturnType<typeof changeWriter>

type WriterParts = {
  db: Connection
  auditKey: MacKey
  caseworkerId: string | null
  prepareHead: (head: Head) => PreparedFile
  /** Called after each durable change. */
  onWritten: () => void
  clock?: () => number
}

/**
 * The one way into the database: rows, history and audit entry in one transaction, then the head, then the answer.
 * The head's new content is made durable beside its place before the commit, so that a full disk refuses the change
 * whole instead of leaving it half said.
 */
export function changeWriter({ db, auditKey, caseworkerId, prepareHead, onWritten, clock = Date.now }: WriterParts) {
  const chain = auditChain(db, auditKey)
  const digest = revisionsDigest(db, auditKey)
  const rows = rowHasher(db, auditKey)
  const insertSet = db.prepare('INSERT INTO change_sets (change_no, at, caseworker_id, kind, case_id, undoes) VALUES (?, ?, ?, ?, ?, ?)')
  const setCase = db.prepare('UPDATE change_sets SET case_id = ? WHERE change_no = ?')
  const waiting: { kind: string; details: AuditDetails }[] = []
  let lastAt: number | undefined
  const noted = changeNotes()

  // Time never runs backwards inside a vault, even when the computer's clock does.
  const now = (): number => (lastAt = Math.max(clock(), lastAt ?? chain.last()?.at ?? 0))
  const lastChangeNo = (): number => chain.lastChange()?.change_no ?? 0

  function bind(touched: ReadonlyMap<string, ReadonlySet<string>>): BoundRow[] {
    const bound: BoundRow[] = []
    for (const table of [...touched.keys()].toSorted()) {
      for (const uuid of [...(touched.get(table) ?? [])].toSorted())
        bound.push({ table_name: table, row_uuid: uuid, row_hash: rows.hashOf(table, uuid) })
    }
    return bound
  }

  /** Runs `work` in a transaction that ends with the head; what it throws leaves everything as it was. */
  function inTransaction<T>(work: () => { value: T; entry: AuditEntry; changeNo: number }): T {
    if (db.readonly) throw new VaultError('read_only')
    if (db.inTransaction) throw new VaultError('internal', { where: 'nested change' })
    let head: PreparedFile | undefined
    let value: T
    try {
      db.exec('BEGIN IMMEDIATE')
      const done = work()
      value = done.value
      head = prepareHead({ seq: done.entry.seq, changeNo: done.changeNo, hash: done.entry.hash })
      db.exec('COMMIT')
    } catch (error) {
      rollBack(db)
      waiting.length = 0
      head?.discard()
      // What the caller's own work complains about is the caller's to name; the disk's complaints get the vault's words.
      throw isOfTheDisk(error) ? asVaultError(error, 'database', db.name) : error
    }
    try {
      head.publish()
    } catch {
      // The change is durable and chain-valid; a head that lags behind it is repaired at the next unlocking.
    }
    onWritten()
    return value
  }

  const appendWaiting = (at: number, first: AuditEntry): AuditEntry => {
    let entry = first
    for (const { kind, details } of waiting.splice(0))
      entry = chain.append({ change_no: null, at, kind, caseworker_id: caseworkerId, details }, [])
    return entry
  }

  return {
    chain,
    rows,

    /** Runs one change set; see `Vault.write`. */
    write<T>({ kind, caseId, undoes }: ChangeMeta, work: (change: Change) => T): { changeNo: number; value: T } {
      const touched = new Map<string, Set<string>>()
      const thinned = new Set<number>()
      const done = inTransaction(() => {
        const at = now()
        const changeNo = lastChangeNo() + 1
        insertSet.run(changeNo, at, caseworkerId, kind, caseId ?? null, undoes ?? null)
        const value = work({
          changeNo,
          at,
          touch: (table, uuid) => {
            const names = touched.get(table)
            if (names === undefined) touched.set(table, new Set([uuid]))
            else names.add(uuid)
          },
          thin: (earlier) => void thinned.add(earlier),
          ofCase: (uuid) => setCase.run(uuid, changeNo),
        })
        // What a promise would do later happens outside the transaction, unbound and perhaps unsaved.
        if (value instanceof Promise) throw new TypeError('the work of a change returns at once')
        const details: AuditDetails = { revisions: digest(changeNo), ...(undoes === undefined ? {} : { undoes }) }
        const entry = appendWaiting(
          at,
          chain.append(
            { change_no: changeNo, at, kind, caseworker_id: caseworkerId, details },
            [...thinnedHistory([...thinned], digest), ...bind(touched)].toSorted(byName),
          ),
        )
        return { value: { changeNo, value }, entry, changeNo }
      })
      noted.add(done.changeNo, touched)
      return done
    },

    /** Chains something worth knowing that changes no record; see `Vault.audit`. `work` may set rows that it binds. */
    audit(kind: string, details: AuditDetails, touched: readonly (readonly [table: string, uuid: string])[] = [], work?: () => void): void {
      if (db.inTransaction) {
        waiting.push({ kind, details })
        return
      }
      inTransaction(() => {
        work?.()
        const byTable = new Map<string, Set<string>>()
        for (const [table, uuid] of touched) byTable.set(table, (byTable.get(table) ?? new Set()).add(uuid))
        const entry = chain.append({ change_no: null, at: now(), kind, caseworker_id: caseworkerId, details }, bind(byTable))
        return { value: undefined, entry, changeNo: lastChangeNo() }
      })
    },

    /** What has changed since the last time this was asked, for the answer of the call that did it. */
    takeNotice: (): ChangeNotice | undefined => noted.take(),
  }
}

const byName = (a: BoundRow, b: BoundRow): number => compare(a.table_name, b.table_name) || compare(a.row_uuid, b.row_uuid)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:SQLITE_(?:FULL|READONLY|CANTOPEN|CORRUPT|NOTADB|IOERR|BUSY)|ENOSPC|EDQUOT|EIO|EROFS|EACCES|EPERM)/.test(error.code)
  )
}
