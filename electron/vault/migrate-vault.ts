import { auditChain } from './chain.ts'
import type { BoundRow } from './chain.ts'
import type { headFile } from './head.ts'
import { applyMigrations, verifiedCopy } from './migrations.ts'
import type { Migration } from './migrations.ts'
import type { Connection } from './pragmas.ts'
import { newestBindings } from './row-bindings.ts'
import { rowHasher } from './rows.ts'
import type { MacKey } from './secrets.ts'

type Parts = {
  db: Connection
  folder: string
  key: Buffer
  auditKey: MacKey
  head: ReturnType<typeof headFile>
  pending: readonly Migration[]
  onProgress: (share: number | null) => void
}

/**
 * Brings an existing vault up to date: before each step a verified encrypted copy, after it an audit entry that binds
 * the rows whose content the step changed. Rows that did not match their binding before are not bound anew: a
 * migration must not launder them.
 */
export function migrateVault({ db, folder, key, auditKey, head, pending, onProgress }: Parts): void {
  let done = 0
  let unsound: ReadonlySet<string> = new Set()
  applyMigrations(db, pending, {
    before: ({ version }) => {
      verifiedCopy(db, folder, key, `before-${String(version).padStart(4, '0')}.db`)
      unsound = new Set(changedRows(db, auditKey).map(nameOf))
    },
    within: ({ version, sha256 }) => {
      const moved = changedRows(db, auditKey).filter((row) => !unsound.has(nameOf(row)))
      auditChain(db, auditKey).append(
        { change_no: null, at: Date.now(), kind: 'vault.migrated', caseworker_id: null, details: { version, sha256 } },
        moved,
      )
    },
    after: () => {
      const chain = auditChain(db, auditKey)
      const last = chain.last()
      if (last !== undefined) head.prepare({ seq: last.seq, changeNo: chain.lastChange()?.change_no ?? 0, hash: last.hash }).publish()
      done += 1
      onProgress(done / pending.length)
    },
  })
}

const nameOf = ({ table_name, row_uuid }: BoundRow): string => `${table_name}/${row_uuid}`

/** Rows that are not what their newest binding says, with the hash that they have now. */
function changedRows(db: Connection, auditKey: MacKey): BoundRow[] {
  const rows = rowHasher(db, auditKey)
  const changed: BoundRow[] = []
  for (const { table_name, row_uuid, row_hash } of newestBindings(db)) {
    if (!rows.tables.has(table_name)) continue
    const now = rows.hashOf(table_name, row_uuid)
    if (!now.equals(row_hash)) changed.push({ table_name, row_uuid, row_hash: now })
  }
  return changed
}
