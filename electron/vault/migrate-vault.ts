import { join } from 'node:path'

import { checkBackup } from './backup-check.ts'
import { backupName, openBackup } from './backup-format.ts'
import { backupsIn, readWithKey } from './backup-read.ts'
import { writeBackup } from './backup-write.ts'
import type { BackupMade, BackupSource } from './backup-write.ts'
import { auditChain } from './chain.ts'
import type { BoundRow } from './chain.ts'
import { vaultFiles } from './files.ts'
import type { headFile } from './head.ts'
import { appliedMigrations, applyMigrations } from './migrations.ts'
import type { Migration } from './migrations.ts'
import type { Connection } from './pragmas.ts'
import { newestBindings } from './row-bindings.ts'
import { rowHasher } from './rows.ts'
import type { MacKey } from './secrets.ts'

type Parts = {
  db: Connection
  folder: string
  /** Of the whole vault: the backup before each step needs every part. */
  dataKey: Buffer
  vaultId: string
  auditKey: MacKey
  head: ReturnType<typeof headFile>
  pending: readonly Migration[]
  onProgress: (share: number | null) => void
}

/**
 * Brings an existing vault up to date: before each step a verified backup (answered here), after it an audit entry that binds
 * the rows whose content the step changed. Rows that did not match their binding before are not bound anew: a
 * migration must not launder them.
 */
export function migrateVault({ db, folder, dataKey, vaultId, auditKey, head, pending, onProgress }: Parts): BackupMade[] {
  let done = 0
  const backups: BackupMade[] = []
  let unsound: ReadonlySet<string> = new Set()
  applyMigrations(db, pending, {
    before: () => {
      const source = { folder, dataKey, vaultId }
      const { backups: place } = vaultFiles(folder)
      const changeNo = auditChain(db, auditKey).lastChange()?.change_no ?? 0
      // A step that fails is tried again at each opening; one backup of the same state is enough.
      if (hasMigrationBackup(place, source, appliedMigrations(db).at(-1)?.version ?? 0, changeNo)) return
      const createdAt = Date.now()
      const file = join(place, backupName(createdAt, 'before_migration', vaultId))
      backups.push(writeBackup(source, file, { kind: 'before_migration', createdAt }))
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
  return backups
}

/** Whether a sound backup of this very schema and change lies there. */
function hasMigrationBackup(place: string, { dataKey, vaultId }: BackupSource, schemaVersion: number, changeNo: number): boolean {
  return backupsIn(place, vaultId).some((backup) => {
    if (backup.state !== 'readable' || backup.kind !== 'before_migration' || backup.schemaVersion !== schemaVersion) return false
    try {
      const opened = openBackup(backup.file)
      return readWithKey(opened, dataKey).changeNo === changeNo && checkBackup(opened, dataKey).faults.length === 0
    } catch {
      return false
    }
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
