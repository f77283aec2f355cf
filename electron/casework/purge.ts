import { columnOf } from '../contract/index.ts'
import type { CallOutput, CallRequest, RecordTable } from '../contract/index.ts'
import { copiesInFolder, forgetDrafts, oweRewrite, purgeKind, rewriteNow } from '../vault/index.ts'
import type { Copy } from '../vault/index.ts'
import type { Connection } from '../vault/pragmas.ts'
import { isLeanedOn } from './bin.ts'
import type { Casework } from './casework.ts'
import { caseIdsOf, withHanging } from './family.ts'
import { all, run, single } from './prepare.ts'
import { refuse } from './refusals.ts'
import { readRow } from './rows.ts'
import type { Row } from './rows.ts'
import { forget } from './search/remembered.ts'
import { scrubTextIndexes } from './search/scrub.ts'
import { reindexCase, reindexCases } from './search/upkeep.ts'

/** Calls that erase what lies in the bin for good (security rule 21). */
export function purgeHandlers(work: Casework) {
  return {
    'bin.reach': (request: CallRequest<'bin.reach'>): CallOutput<'bin.reach'> => {
      const { rows, person, root } = reachOf(work.vault.db, request)
      const counts: Partial<Record<RecordTable, number>> = {}
      for (const { table } of rows) counts[table] = (counts[table] ?? 0) + 1
      const reference = root.table === 'case_files' ? root.values['reference'] : null
      return {
        rows: counts,
        person: person !== null,
        reference: typeof reference === 'string' ? reference : null,
        copies: copiesOf(work, rows),
      }
    },
    'bin.purge': (request: CallRequest<'bin.purge'>): CallOutput<'bin.purge'> => purge(work, request),
  }
}

type Reach = { root: Row; rows: Row[]; person: Row | null }

/**
 * Everything that goes with a row, what hangs on another after it. A case file takes its person along where no other case
 * file is the person's, in the bin or not: a case file can't stand without one.
 * @throws {VaultError} `not_found`; `invalid_input` at `id`: 'not_in_bin', or 'cited', 'relayed' of a source
 */
function reachOf(db: Connection, { table, id }: CallRequest<'bin.purge'>): Reach {
  const root = readRow(db, table, id)
  if (root.binnedChange === null) refuse('id', 'not_in_bin')
  const rows = withHanging(db, root, () => true)
  if (table === 'sources') return { root, rows: [...rows, ...leftOfSource(db, root)], person: null }
  const personId = table === 'case_files' ? String(root.values['personId']) : null
  const others =
    personId === null ? 0 : (single<number>(db, 'SELECT count(*) FROM case_files WHERE person_id = ? AND uuid <> ?', personId, id) ?? 0)
  const person = personId === null || others > 0 ? null : readRow(db, 'persons', personId)
  return { root, rows: person === null ? rows : [...withHanging(db, person, () => true), ...rows], person }
}

/** Citations in the bin go with the source that they cite; what stands, or only relays it, keeps it. */
function leftOfSource(db: Connection, { id }: Row): Row[] {
  if (isLeanedOn(db, id)) refuse('id', 'cited')
  if (single(db, 'SELECT 1 FROM sources WHERE relays_source_id = ? LIMIT 1', id) !== undefined) refuse('id', 'relayed')
  return all<{ uuid: string }>(db, 'SELECT uuid FROM citations WHERE source_id = ? ORDER BY id', id).map(({ uuid }) =>
    readRow(db, 'citations', uuid),
  )
}

/** Copies that were written since the oldest of the rows came to be. */
function copiesOf({ vault }: Casework, rows: readonly Row[]): Copy[] {
  const first = Math.min(...rows.map(({ createdChange }) => createdChange))
  return copiesInFolder(vault.folder, single<number>(vault.db, 'SELECT at FROM change_sets WHERE change_no = ?', first) ?? 0)
}

function purge(work: Casework, request: CallRequest<'bin.purge'>): CallOutput<'bin.purge'> {
  const { vault } = work
  const { db } = vault
  const { rows, person } = reachOf(db, request)
  const copies = copiesOf(work, rows)
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()]
  const ids = unique.map(({ id }) => id)
  const shownIn = new Set(unique.filter(({ table }) => table !== 'sources').flatMap((row) => caseIdsOf(db, row))).difference(new Set(ids))
  vault.write({ kind: purgeKind }, (change) => {
    const among = JSON.stringify(ids)
    const thinned = all<{ change_no: number }>(
      db,
      'SELECT DISTINCT change_no FROM revisions WHERE row_uuid IN (SELECT value FROM json_each(?))',
      among,
    )
    run(db, 'DELETE FROM revisions WHERE row_uuid IN (SELECT value FROM json_each(?))', among)
    for (const { change_no } of thinned) change.thin(change_no)
    // What hangs on a row goes before it.
    for (const { table, id } of unique.toReversed()) {
      takeOutOfIndex(db, table, id, change.at)
      run(db, `DELETE FROM ${table} WHERE uuid = ?`, id)
      change.touch(table, id)
    }
    reindexCases(db, [...shownIn], change.at)
    scrubTextIndexes(db)
    oweRewrite(db)
    forgetDrafts(vault, ids)
  })
  forget(db)
  return { erased: ids.length, person: person !== null, whole: rewriteNow(db), copies }
}

/** What is in the bin has left the index already; this makes sure of it, whoever binned it. */
function takeOutOfIndex(db: Connection, table: RecordTable, id: string, at: number): void {
  if (table === 'case_files') reindexCase(db, id, at)
  const derived: [RecordTable, string, string][] = [
    ['persons', 'name_index', 'personId'],
    ['persons', 'custody_spans', 'personId'],
    ['sources', 'source_texts', 'sourceId'],
  ]
  for (const [of, index, key] of derived)
    if (of === table) run(db, `DELETE FROM ${index} WHERE ${columnOf(key)} = (SELECT id FROM ${table} WHERE uuid = ?)`, id)
}
