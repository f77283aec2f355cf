import { marksIn } from '../domain/marks.ts'
import type { RecordTable } from '../contract/index.ts'
import type { Connection } from '../vault/pragmas.ts'
import type { Draft } from './change.ts'
import { all, single } from './prepare.ts'
import { refuseField } from './refusals.ts'
import { findRow, kindOf, recordTables, rowOf } from './rows.ts'
import type { Row, SqlRow, Value } from './rows.ts'

type Anchor = 'mark' | 'value'

/** What citations inside a field can be anchored to: the marks of a long text, the entries of a list. */
export function anchorsIn(row: Pick<Row, 'table'>, field: string, value: Value): { anchor: Anchor; names: ReadonlySet<string> } | null {
  const kind = kindOf(row.table, field)?.kind
  if (kind === 'longText') return { anchor: 'mark', names: new Set(typeof value === 'string' ? marksIn(value) : []) }
  if (kind === 'list') return { anchor: 'value', names: new Set(Array.isArray(value) ? value : []) }
  return null
}

/**
 * Keeps citations with the words that they support. A mark or list entry that leaves its field takes its citations to
 * the bin in the same change; one that comes back (pasted elsewhere in the text) brings them along, but not those that
 * somebody binned by hand.
 */
export function followAnchors(draft: Draft, row: Row, field: string, before: Value, after: Value): void {
  const was = anchorsIn(row, field, before)
  const is = anchorsIn(row, field, after)
  if (was === null || is === null) return
  const gone = [...was.names].filter((name) => !is.names.has(name))
  const come = [...is.names].filter((name) => !was.names.has(name))
  for (const name of gone) for (const citation of anchored(draft, row, field, was.anchor, name)) draft.setBinned(citation, true)
  for (const name of come) {
    for (const citation of anchored(draft, row, field, is.anchor, name)) {
      if (citation.binnedChange !== null && !wasBinnedByHand(draft, citation.binnedChange)) draft.setBinned(citation, false)
    }
  }
}

function anchored({ db }: Draft, row: Row, field: string, anchor: Anchor, name: string): Row[] {
  return all<SqlRow>(
    db,
    `SELECT * FROM citations WHERE target_id = ? AND target_table = ? AND field = ? AND ${anchor} = ?`,
    row.id,
    row.table,
    field,
    name,
  ).map((sql) => rowOf('citations', sql))
}

const wasBinnedByHand = ({ db }: Draft, changeNo: number): boolean =>
  single<string>(db, 'SELECT kind FROM change_sets WHERE change_no = ?', changeNo) === 'citations.bin'

/** Refuses a citation whose mark or list entry does not stand in the field that it names. @throws {VaultError} `invalid_input` */
export function checkAnchor(db: Connection, { table, values }: Pick<Row, 'table' | 'values'>): void {
  const [target, id, field] = [values['targetTable'], values['targetId'], values['field']]
  if (table !== 'citations' || typeof field !== 'string' || typeof id !== 'string') return
  const row = recordTables.some((known) => known === target) ? findRow(db, target as RecordTable, id) : undefined
  if (row === undefined) return
  const anchors = anchorsIn(row, field, row.values[field] ?? null)
  for (const anchor of ['mark', 'value'] as const) {
    const name = values[anchor]
    if (typeof name !== 'string') continue
    // A text that is contested keeps the marks it had as the current one.
    const contested = row.table === 'competing_values' && anchor === 'mark' && marksIn(String(row.values['value'] ?? '')).includes(name)
    if (!contested && !(anchors?.anchor === anchor && anchors.names.has(name))) refuseField(anchor, 'not_in_the_text')
  }
}
