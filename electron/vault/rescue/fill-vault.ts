import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Head } from '../head.ts'
import { headFile } from '../head.ts'
import { passphraseSlots } from '../header-format.ts'
import { openLabel } from '../header.ts'
import type { UnlockedHeader } from '../header.ts'
import type { Connection } from '../pragmas.ts'
import { uuidv7 } from '../uuid.ts'
import { auditKeyFor } from './keys.ts'
import { rowReader } from './found-rows.ts'
import { partOf } from './pace.ts'
import type { Pace } from './pace.ts'
import type { PageMap } from './page-map.ts'
import type { PageStore } from './page-store.ts'
import { placeMissingParents } from './placeholders.ts'
import { dropUnprovenHistory, writeChain } from './salvage-chain.ts'
import { listedAtMost, mayBeLost, namesList, shownTable } from './salvage-report.ts'
import type { SalvageReport } from './salvage-report.ts'
import { openOldChain, rowWriter, sealing } from './salvage-store.ts'
import { isKept, readIndexShapes, readShapes, virtualTables } from './table-shapes.ts'
import type { RowValues } from './table-shapes.ts'

type Parts = {
  /** The damaged vault. */
  folder: string
  /** The new one, and its database under the schema of the old one, empty. */
  building: string
  db: Connection
  unlocked: UnlockedHeader
  key: Buffer
  store: PageStore
  map: PageMap
  pace: Pace
}

/** Tables of the chain: they are not copied, the new vault writes its own. The list of migrations is its own too. */
const notCopied: ReadonlySet<string> = new Set(['audit_entries', 'audit_rows', 'schema_migrations'])
/** The history, which the digest of each change proves. */
const ofHistory: ReadonlySet<string> = new Set(['change_sets', 'revisions'])
/** What the migrations have put into the new vault already. */
const shipped: ReadonlySet<string> = new Set(['terms', 'term_labels'])

/** Fills a new vault's database with what can be read of a damaged one, and gives it a chain of its own. */
export async function fillVault({
  folder,
  building,
  db,
  unlocked,
  key,
  store,
  map,
  pace,
}: Parts): Promise<{ report: Omit<SalvageReport, 'drafts'>; head: Head }> {
  const { header } = unlocked
  const auditKey = auditKeyFor(unlocked)
  const shapes = readShapes(db)
  const virtual = virtualTables(db)
  const seals = sealing(db, auditKey)
  const scratch = join(building, 'chain.tmp')
  const old = openOldChain(scratch, key)
  const isSealed = (table: string, row: RowValues): boolean => {
    const id = seals.idOf(table, row)
    return id !== undefined && old.hasSeal(table, id, seals.hashOf(table, id, row))
  }
  const isNewest = (table: string, row: RowValues): boolean => {
    const id = seals.idOf(table, row)
    return id !== undefined && old.sealOf(table, id)?.hash.equals(seals.hashOf(table, id, row)) === true
  }
  try {
    const all = [...shapes, ...readIndexShapes(db)]
    const chainReader = rowReader(store, map, all, () => false)
    for await (const { table, row } of chainReader.rows(
      (name) => name === 'audit_entries' || name === 'audit_rows',
      partOf(pace, 0, 0.25),
    )) {
      if (table === 'audit_entries') old.addEntry(row)
      else old.addSeal(row)
    }
    old.settle()

    db.pragma('foreign_keys = OFF')
    db.exec('BEGIN')
    const wanted = (table: string): boolean => isKept(table, virtual) && !notCopied.has(table) && !table.startsWith('index:')
    const reader = rowReader(store, map, all, isSealed)
    const writer = rowWriter(db, isNewest)
    let displaced = 0
    for await (const { table, row } of reader.rows(wanted, partOf(pace, 0.25, 0.8))) {
      // Without the file's salt a page can't be told to be sound: only what a seal proves is taken.
      if (!store.proven && !ofHistory.has(table) && !isSealed(table, row)) continue
      if (!writer.write(table, row, shipped.has(table))) displaced += 1
    }

    if (!store.proven) dropUnprovenHistory(db, auditKey, old)
    const placeholders = namesList()
    const slotLabels = slotOwners(unlocked)
    addMissingCaseworkers(db, slotLabels, placeholders.add)
    addMissingSettings(db, header.vaultId, [...old.entries()][0]?.at ?? Date.now(), placeholders.add)
    placeMissingParents(db, placeholders.add)
    const { lost, unlike, unsealed, unlikeNames } = compareWithSeals(db, seals, old, placeholders.whole().listed)
    await pace.at(0.85)

    const headBefore = readHead(folder, unlocked)
    const saved = Object.fromEntries(
      shapes
        .filter(({ table }) => wanted(table))
        .map(({ table }) => [table, Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]),
    )
    const entries = [...old.entries()]
    const entriesLost = Math.max(headBefore?.seq ?? 0, entries.at(-1)?.seq ?? 0) - entries.length
    const summary = {
      pages: store.count,
      damagedPages: map.damaged.length,
      lost: lost.count,
      unlike: unlike.count,
      placeholders: placeholders.whole().count,
      entriesLost,
      displaced,
    }
    const { last, incompleteChanges } = writeChain({
      db,
      auditKey,
      old,
      unlike: unlikeNames,
      lastChange: headBefore?.changeNo ?? 0,
      summary,
      at: Date.now(),
    })
    db.exec('COMMIT')
    db.pragma('foreign_keys = ON')

    const numbered = (table: string, after: number, upTo: number): number => {
      const column = shapes.find((shape) => shape.table === table)?.columns.find(({ rowid }) => rowid)?.name
      if (column === undefined || !wanted(table)) return upTo - after
      return (
        db
          .prepare<[number, number], number>(`SELECT count(*) FROM "${table}" WHERE "${column}" > ? AND "${column}" <= ?`)
          .pluck()
          .get(after, upTo) ?? 0
      )
    }
    const changeNo = db.prepare<[], number | null>('SELECT max(change_no) FROM audit_entries').pluck().get() ?? 0
    return {
      head: { seq: last.seq, changeNo, hash: last.hash },
      report: {
        proven: store.proven,
        pages: {
          total: store.count,
          damaged: map.damaged.length,
          listed: map.damaged
            .slice(0, listedAtMost)
            .map((page) => ({ page, table: shownTable(map.lost.find((leaf) => leaf.page === page)?.owner) })),
        },
        saved,
        lost,
        mayBeLost: mayBeLost(map.lost, numbered),
        unlike,
        unsealed,
        placeholders: placeholders.whole(),
        incompleteChanges,
        auditEntries: { saved: entries.length, lost: entriesLost },
      },
    }
  } finally {
    old.close()
    rmSync(scratch, { force: true })
    rmSync(`${scratch}-journal`, { force: true })
  }
}

function readHead(folder: string, { dataKey, header }: UnlockedHeader): Head | undefined {
  try {
    return headFile(folder, dataKey, header.vaultId).read()
  } catch {
    // A head that is lost too says nothing of what came last.
    return undefined
  }
}

/** Who owns each passphrase, by the slot's own sealed label. */
const slotOwners = ({ dataKey, header }: UnlockedHeader): Map<string, string> =>
  new Map(passphraseSlots(header.slots).map((slot) => [slot.id, openLabel(slot, dataKey, header.vaultId)]))

/** Each slot belongs to a caseworker; whoever opens the new vault needs a row to sign with. */
function addMissingCaseworkers(db: Connection, owners: ReadonlyMap<string, string>, placed: (table: string, id: string) => void): void {
  const found = db.prepare<[string]>('SELECT 1 FROM caseworkers WHERE slot_id = ?')
  const add = db.prepare('INSERT INTO caseworkers (uuid, name, slot_id, revision, created_change) VALUES (?, ?, ?, 0, 0)')
  for (const [slot, name] of owners) {
    if (found.get(slot) !== undefined) continue
    const uuid = uuidv7()
    add.run(uuid, name, slot)
    placed('caseworkers', uuid)
  }
}

/** A vault needs a title and a day of making to open; the number is the header's own, so that it is the true one. */
function addMissingSettings(db: Connection, vaultId: string, madeAt: number, placed: (table: string, id: string) => void): void {
  const add = db.prepare('INSERT OR IGNORE INTO vault_settings (key, value) VALUES (?, ?)')
  add.run('vault_id', vaultId)
  if (add.run('created_at', String(madeAt)).changes > 0) placed('vault_settings', 'created_at')
  if (add.run('title', '').changes > 0) placed('vault_settings', 'title')
}

/** What the seals of the old chain say of the rows that were saved, and of those that were not. */
function compareWithSeals(
  db: Connection,
  seals: ReturnType<typeof sealing>,
  old: ReturnType<typeof openOldChain>,
  placed: readonly { table: string; id: string }[],
) {
  const lost = namesList()
  const unlike = namesList()
  const unlikeNames = new Set<string>()
  const unsealed: Record<string, number> = {}
  const isPlaceholder = new Set(placed.map(({ table, id }) => `${table}/${id}`))
  const rowOf = new Map(
    [...seals.tables].map(([table, column]) => [table, db.prepare<[string], RowValues>(`SELECT * FROM "${table}" WHERE "${column}" = ?`)]),
  )
  for (const { table, id, hash } of old.seals()) {
    const row = isPlaceholder.has(`${table}/${id}`) ? undefined : rowOf.get(table)?.get(id)
    if (row === undefined) {
      // A row that was purged is sealed as gone.
      if (rowOf.has(table) && !hash.equals(seals.hashOf(table, id, undefined))) lost.add(table, id)
    } else if (!hash.equals(seals.hashOf(table, id, row))) {
      unlike.add(table, id)
      unlikeNames.add(`${table}/${id}`)
    }
  }
  for (const [table, column] of seals.tables)
    for (const id of db.prepare<[], string>(`SELECT "${column}" FROM "${table}"`).pluck().iterate())
      if (!isPlaceholder.has(`${table}/${id}`) && old.sealOf(table, id) === undefined) unsealed[table] = (unsealed[table] ?? 0) + 1
  return { lost: lost.whole(), unlike: unlike.whole(), unsealed, unlikeNames }
}
