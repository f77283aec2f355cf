import { createHmac } from 'node:crypto'

import { canonicalBytes, canonicalJson } from './canonical.ts'
import type { Connection } from './pragmas.ts'
import { mac, sameMac } from './secrets.ts'
import type { MacKey } from './secrets.ts'

/** Details of an entry: kinds, counts and ids, never a value of a case. */
export type AuditDetails = Record<string, string | number | null>

/** One link of the audit chain as it is stored. */
export type AuditEntry = {
  seq: number
  change_no: number | null
  at: number
  kind: string
  caseworker_id: string | null
  details: string
  previous_hash: Buffer
  hash: Buffer
}

/** A row that an entry binds: its table, its name, its keyed hash after the change. */
export type BoundRow = { table_name: string; row_uuid: string; row_hash: Buffer }

/** What stands before the first entry. */
export const chainStart: Buffer = Buffer.alloc(32)

/**
 * The keyed hash of an entry: everything it says, the rows it binds, and the hash before it. Nobody without the key
 * can add, alter, reorder or take out an entry and have the rest still fit (security rule 14).
 */
export function entryHash(key: MacKey, entry: Omit<AuditEntry, 'hash'>, rows: readonly BoundRow[]): Buffer {
  const { at, details, kind, seq } = entry
  // An import binds hundreds of thousands of rows: as `canonicalJson` writes the whole, members in their order, without a list of all.
  const message = createHmac('sha256', key)
  message.update(
    `{"at":${canonicalJson(at)},"caseworker":${canonicalJson(entry.caseworker_id)},"changeNo":${canonicalJson(entry.change_no)},`,
  )
  message.update(
    `"details":${canonicalJson(details)},"kind":${canonicalJson(kind)},"previous":${canonicalJson(entry.previous_hash)},"rows":[`,
  )
  for (let first = 0; first < rows.length; first += rowsAtOnce)
    message.update(
      (first === 0 ? '' : ',') +
        rows
          .slice(first, first + rowsAtOnce)
          .map(boundRowJson)
          .join(','),
    )
  return message.update(`],"seq":${canonicalJson(seq)}}`).digest()
}

const rowsAtOnce = 500

const boundRowJson = ({ table_name, row_uuid, row_hash }: BoundRow): string =>
  `[${canonicalJson(table_name)},${canonicalJson(row_uuid)},{"$bytes":"${row_hash.toString('hex')}"}]`

const columns = 'seq, change_no, at, kind, caseworker_id, details, previous_hash, hash'

/** Reads and appends the chain of one database. */
export function auditChain(db: Connection, key: MacKey) {
  const last = db.prepare<[], AuditEntry>(`SELECT ${columns} FROM audit_entries ORDER BY seq DESC LIMIT 1`)
  const bySeq = db.prepare<[number], AuditEntry>(`SELECT ${columns} FROM audit_entries WHERE seq = ?`)
  const from = db.prepare<[number], AuditEntry>(`SELECT ${columns} FROM audit_entries WHERE seq >= ? ORDER BY seq`)
  const rowsOf = db.prepare<[number], BoundRow>(
    'SELECT table_name, row_uuid, row_hash FROM audit_rows WHERE seq = ? ORDER BY table_name, row_uuid',
  )
  const lastChange = db.prepare<[], AuditEntry>(
    `SELECT ${columns} FROM audit_entries WHERE change_no IS NOT NULL ORDER BY change_no DESC LIMIT 1`,
  )
  const ofChange = db.prepare<[number], AuditEntry>(`SELECT ${columns} FROM audit_entries WHERE change_no = ?`)
  const insertEntry = db.prepare(
    `INSERT INTO audit_entries (${columns}) VALUES (@seq, @change_no, @at, @kind, @caseworker_id, @details, @previous_hash, @hash)`,
  )
  const insertRow = db.prepare(
    'INSERT INTO audit_rows (table_name, row_uuid, seq, row_hash) VALUES (@table_name, @row_uuid, @seq, @row_hash)',
  )

  return {
    last: () => last.get(),
    lastChange: () => lastChange.get(),
    at: (seq: number) => bySeq.get(seq),
    ofChange: (changeNo: number) => ofChange.get(changeNo),

    /** Appends an entry inside the caller's transaction; rows must be sorted by table and name. */
    append(
      entry: Omit<AuditEntry, 'seq' | 'previous_hash' | 'hash' | 'details'> & { details: AuditDetails },
      rows: readonly BoundRow[],
    ): AuditEntry {
      const before = last.get()
      const open = {
        ...entry,
        seq: (before?.seq ?? 0) + 1,
        details: JSON.stringify(entry.details),
        previous_hash: before?.hash ?? chainStart,
      }
      const whole = { ...open, hash: entryHash(key, open, rows) }
      insertEntry.run(whole)
      for (const row of rows) insertRow.run({ ...row, seq: whole.seq })
      return whole
    },

    /** The first entry from `seq` on that doesn't fit, or undefined where all do. `previous` is the hash before `seq`. */
    firstFault(seq: number, previous: Buffer): number | undefined {
      let expected = seq
      let before = previous
      for (const entry of from.iterate(seq)) {
        const fits =
          entry.seq === expected &&
          sameMac(entry.previous_hash, before) &&
          sameMac(entry.hash, entryHash(key, entry, rowsOf.all(entry.seq)))
        if (!fits) return expected
        before = entry.hash
        expected += 1
      }
      return undefined
    },
  }
}

export type AuditChain = ReturnType<typeof auditChain>

/** Keyed digest of a change's field-level history, kept in its entry, so that history can't be rewritten unseen. */
export function revisionsDigest(db: Connection, key: MacKey) {
  const revisions = db.prepare<
    [number],
    { table_name: string; row_uuid: string; field: string; before_value: string | null; after_value: string | null }
  >('SELECT table_name, row_uuid, field, before_value, after_value FROM revisions WHERE change_no = ? ORDER BY id')
  const changeSet = db.prepare<[number], { case_id: string | null; undoes: number | null }>(
    'SELECT case_id, undoes FROM change_sets WHERE change_no = ?',
  )
  return (changeNo: number): string => {
    const set = changeSet.get(changeNo)
    const fields = revisions.all(changeNo).map((row) => [row.table_name, row.row_uuid, row.field, row.before_value, row.after_value])
    return mac(key, canonicalBytes(['revisions', changeNo, set?.case_id ?? null, set?.undoes ?? null, fields])).toString('hex')
  }
}
