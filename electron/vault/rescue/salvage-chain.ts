import { auditChain, revisionsDigest } from '../chain.ts'
import type { AuditDetails, AuditEntry, BoundRow } from '../chain.ts'
import type { Connection } from '../pragmas.ts'
import { rowHasher } from '../rows.ts'
import type { MacKey } from '../secrets.ts'
import type { OldChain } from './salvage-store.ts'

/** As many rows as one entry of the new chain seals at most, so that checking it never needs the whole vault in memory. */
const sealedAtOnce = 5000

type Parts = {
  db: Connection
  auditKey: MacKey
  old: OldChain
  /** Rows that are not what their seal says keep that seal: nothing is whitewashed. */
  unlike: ReadonlySet<string>
  /** The last change that the head outside the database knew of, where it can be read. */
  lastChange: number
  summary: AuditDetails
  at: number
}

const detailsOf = (text: string): AuditDetails => {
  try {
    return JSON.parse(text) as AuditDetails
  } catch {
    return {}
  }
}

/** Change sets that something refers to and that are lost, made from what the chain says of them. */
function fillChangeSets(db: Connection, old: OldChain, lastChange: number): number {
  const set = db.prepare(
    'INSERT OR IGNORE INTO change_sets (change_no, at, caseworker_id, kind, case_id, undoes) VALUES (?, ?, ?, ?, NULL, ?)',
  )
  let filled = 0
  for (const { change_no, at, caseworker_id, kind, details } of old.entries()) {
    if (change_no === null) continue
    const { undoes } = detailsOf(details)
    filled += set.run(change_no, at, caseworker_id, kind, typeof undoes === 'number' ? undoes : null).changes
  }
  const highest = db
    .prepare<[], string>(
      "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'revision' WHERE m.type = 'table'",
    )
    .pluck()
    .all()
    .map((table) => db.prepare<[], number | null>(`SELECT max(revision) FROM "${table}"`).pluck().get() ?? 0)
  const wanted = db
    .prepare<[], number>(
      `SELECT change_no FROM (SELECT DISTINCT change_no FROM revisions UNION SELECT undoes FROM change_sets WHERE undoes IS NOT NULL)
       WHERE change_no NOT IN (SELECT change_no FROM change_sets)`,
    )
    .pluck()
    .all()
  const known = db.prepare<[], number | null>('SELECT max(change_no) FROM change_sets').pluck().get() ?? 0
  // New changes must come after every number that was ever given, also where the change itself is lost.
  const last = Math.max(lastChange, ...highest)
  const before = db.prepare<[number], number>('SELECT at FROM change_sets WHERE change_no < ? ORDER BY change_no DESC LIMIT 1').pluck()
  for (const changeNo of [...wanted, ...(last > known ? [last] : [])])
    filled += set.run(changeNo, before.get(changeNo) ?? 0, null, 'lost', null).changes
  return filled
}

/**
 * Takes out the history of changes whose digest in the chain says otherwise, or that no entry tells of: for pages that
 * can't be told to be as they were written.
 */
export function dropUnprovenHistory(db: Connection, auditKey: MacKey, old: OldChain): void {
  const digest = revisionsDigest(db, auditKey)
  const proven = new Set(
    [...old.entries()].flatMap(({ change_no, details }) =>
      change_no !== null && detailsOf(details)['revisions'] === digest(change_no) ? [change_no] : [],
    ),
  )
  const dropRevisions = db.prepare('DELETE FROM revisions WHERE change_no = ?')
  const dropSet = db.prepare('DELETE FROM change_sets WHERE change_no = ?')
  const all = db.prepare<[], number>('SELECT change_no FROM change_sets UNION SELECT change_no FROM revisions').pluck().all()
  for (const changeNo of all) {
    if (proven.has(changeNo)) continue
    dropRevisions.run(changeNo)
    dropSet.run(changeNo)
  }
}

/**
 * Writes the new vault's audit chain: what is left of the old one, in its order and under new hashes, each entry with the
 * seals of the rows that it touched last; then `vault.salvaged`, which says what was saved and seals all other rows.
 * Returns the last entry and how many changes have lost a part of their history.
 */
export function writeChain({ db, auditKey, old, unlike, lastChange, summary, at }: Parts): { last: AuditEntry; incompleteChanges: number } {
  fillChangeSets(db, old, lastChange)
  const chain = auditChain(db, auditKey)
  const digest = revisionsDigest(db, auditKey)
  const rows = rowHasher(db, auditKey)
  const sealed = new Set<string>()
  const exists = new Map(
    [...rows.tables].map(([table, column]) => [table, db.prepare<[string]>(`SELECT 1 FROM "${table}" WHERE "${column}" = ?`)]),
  )
  const seal = (table: string, id: string, hash: Buffer | null): BoundRow[] => {
    if (exists.get(table)?.get(id) === undefined) return []
    const name = `${table}/${id}`
    sealed.add(name)
    return [{ table_name: table, row_uuid: id, row_hash: hash !== null && unlike.has(name) ? hash : rows.hashOf(table, id) }]
  }
  const inOrder = (bound: BoundRow[]): BoundRow[] =>
    bound.toSorted((a, b) => (a.table_name === b.table_name ? (a.row_uuid < b.row_uuid ? -1 : 1) : a.table_name < b.table_name ? -1 : 1))

  let incompleteChanges = 0
  const sets = db.prepare<[], { change_no: number; at: number; kind: string; caseworker_id: string | null }>(
    'SELECT change_no, at, kind, caseworker_id FROM change_sets ORDER BY change_no',
  )
  const withEntry = new Set([...old.entries()].flatMap(({ change_no }) => (change_no === null ? [] : [change_no])))
  const without = sets.all().filter(({ change_no }) => !withEntry.has(change_no))
  const appendLost = (below: number): void => {
    for (let set = without[0]; set !== undefined && set.change_no < below; set = without[0]) {
      without.shift()
      incompleteChanges += 1
      chain.append({ ...set, details: { revisions: digest(set.change_no) } }, [])
    }
  }
  for (const entry of [...old.entries()]) {
    if (entry.change_no !== null) appendLost(entry.change_no)
    const { change_no, kind, caseworker_id } = entry
    const details = detailsOf(entry.details)
    if (change_no !== null) {
      const now = digest(change_no)
      if (details['revisions'] !== now) incompleteChanges += 1
      details['revisions'] = now
    }
    const bound = old.sealedAt(entry.seq).flatMap(({ table, id, hash }) => (rows.tables.has(table) ? seal(table, id, hash) : []))
    chain.append({ change_no, at: entry.at, kind, caseworker_id, details }, inOrder(bound))
  }
  appendLost(Infinity)

  const rest: BoundRow[] = []
  for (const [table, column] of rows.tables)
    for (const id of db.prepare<[], string>(`SELECT "${column}" FROM "${table}"`).pluck().all())
      if (!sealed.has(`${table}/${id}`)) rest.push(...seal(table, id, old.sealOf(table, id)?.hash ?? null))
  const when = Math.max(at, chain.last()?.at ?? 0)
  const ordered = inOrder(rest)
  let last = chain.append(
    { change_no: null, at: when, kind: 'vault.salvaged', caseworker_id: null, details: { ...summary, incompleteChanges } },
    ordered.slice(0, sealedAtOnce),
  )
  for (let from = sealedAtOnce; from < ordered.length; from += sealedAtOnce)
    last = chain.append(
      { change_no: null, at: when, kind: 'vault.salvaged', caseworker_id: null, details: { from } },
      ordered.slice(from, from + sealedAtOnce),
    )
  return { last, incompleteChanges }
}
