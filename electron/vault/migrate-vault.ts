import { auditChain } from './chain.ts'
import { VaultError } from './errors.ts'
import type { headFile } from './head.ts'
import { applyMigrations, verifiedCopy } from './migrations.ts'
import type { Migration } from './migrations.ts'
import type { Connection } from './pragmas.ts'
import { newestBindings } from './row-bindings.ts'
import { rowHasher } from './rows.ts'

type Parts = {
  db: Connection
  folder: string
  key: Buffer
  auditKey: Buffer
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
  let sound: ReturnType<typeof soundRows> = []
  applyMigrations(db, pending, {
    before: ({ name, version }) => {
      verifiedCopy(db, folder, key, `before-${String(version).padStart(4, '0')}.db`)
      if (db.inTransaction) throw new VaultError('internal', { where: `migration:${name}` })
      sound = soundRows(db, auditKey)
    },
    within: ({ version, sha256 }) => {
      const rows = rowHasher(db, auditKey)
      const moved = sound.flatMap(({ table_name, row_uuid, row_hash }) => {
        if (!rows.tables.has(table_name)) return []
        const now = rows.hashOf(table_name, row_uuid)
        return now.equals(row_hash) ? [] : [{ table_name, row_uuid, row_hash: now }]
      })
      auditChain(db, auditKey).append({ change_no: null, at: Date.now(), kind: 'vault.migrated', caseworker_id: null, details: { version, sha256 } }, moved)
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

/** Bound rows that are what their binding says. */
function soundRows(db: Connection, auditKey: Buffer) {
  const rows = rowHasher(db, auditKey)
  return newestBindings(db).filter(({ table_name, row_uuid, row_hash }) => rows.tables.has(table_name) && rows.hashOf(table_name, row_uuid).equals(row_hash))
}
