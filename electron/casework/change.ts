import type { RecordTable } from '../contract/index.ts'
import { uuidv7 } from '../vault/uuid.ts'
import type { Connection } from '../vault/pragmas.ts'
import { followAnchors } from './anchors.ts'
import type { Casework } from './casework.ts'
import { caseIdsOf } from './family.ts'
import { run } from './prepare.ts'
import { emptyValue, insertRow, isEmpty, sameValue, writeBinned, writeFields } from './rows.ts'
import type { Row, Value, Values } from './rows.ts'
import { reindexSource } from './search/source-texts.ts'
import { isSearchedField } from './search/searched-fields.ts'
import { reindexCases } from './search/upkeep.ts'

/** The name under which a revision says that a row went into the bin or came out of it. */
export const binnedField = 'binned'

export type ChangeMeta = { kind: string; undoes?: number }

/** What a change can do to rows. Each of these keeps the history, the audit chain and the index in step. */
export type Draft = {
  readonly db: Connection
  readonly changeNo: number
  /** Writes a new row and gives its id. */
  insert(table: RecordTable, values: Values): string
  /** Writes those fields that differ; citations of marks and list entries that go along go to the bin with them. */
  update(row: Row, values: Values): void
  /** Writes those fields that differ and nothing else: the inverse of a change names all that it touched itself. */
  put(row: Row, values: Values): void
  setBinned(row: Row, binned: boolean): void
}

type Revision = {
  row: Pick<Row, 'table' | 'id' | 'values'>
  field: string
  before: Value | boolean
  after: Value | boolean
  created: boolean
}

/** Undoes the transaction of a change that turned out to write nothing. */
class NothingChanged extends Error {}

/**
 * The one way in which casework writes: rows, field-level history, the rows' names for the audit chain, and the search
 * index, in one transaction. Undefined where the work wrote nothing; then there is no change either.
 * @throws {VaultError} `read_only`, `disk_full`, or what `work` throws; nothing is changed then
 */
export function applyChange<T>(
  { vault }: Casework,
  meta: ChangeMeta,
  work: (draft: Draft) => T,
): { changeNo: number; value: T } | undefined {
  const { db } = vault
  try {
    return vault.write(meta, (change) => {
      const revisions = new Map<string, Revision>()
      const value = work(draftOf(db, change.changeNo, revisions))
      const written = [...revisions.values()].filter(
        ({ before, after, created }) => created || JSON.stringify(before) !== JSON.stringify(after),
      )
      if (written.length === 0) throw new NothingChanged()
      for (const { row, field, before, after, created } of written) {
        keep(db, change.changeNo, row, field, created ? null : JSON.stringify(before), JSON.stringify(after))
        change.touch(row.table, row.id)
      }
      const rows = new Map(written.map(({ row }) => [row.id, row]))
      const cases = new Set<string>()
      const found = new Set(written.filter(showsInCaseFiles).map(({ row }) => row.id))
      for (const row of rows.values()) {
        if (row.table === 'sources') reindexSource(db, row.id)
        // A source may be cited in thousands of case files.
        if (row.table === 'sources' && !found.has(row.id)) continue
        const own = caseIdsOf(db, row)
        for (const caseId of own) cases.add(caseId)
        // A source belongs to no case file, however many cite it.
        if (own[0] !== undefined && row.table !== 'sources') change.ofCase(own[0])
      }
      reindexCases(db, [...cases], change.at)
      return value
    })
  } catch (error) {
    if (error instanceof NothingChanged) return undefined
    throw error
  }
}

/** Whether a revision changes what the index holds of case files: of a source its words, whether they may be read, and the bin. */
const showsInCaseFiles = ({ row, field }: Revision): boolean =>
  row.table !== 'sources' || field === 'protection' || field === binnedField || isSearchedField(row.table, field)

const keep = (
  db: Connection,
  changeNo: number,
  { table, id }: Pick<Row, 'table' | 'id'>,
  field: string,
  before: string | null,
  after: string | null,
): void =>
  run(
    db,
    'INSERT INTO revisions (change_no, table_name, row_uuid, field, before_value, after_value) VALUES (?, ?, ?, ?, ?, ?)',
    changeNo,
    table,
    id,
    field,
    before,
    after,
  )

function draftOf(db: Connection, changeNo: number, revisions: Map<string, Revision>): Draft {
  // A field that one change writes twice has one revision: from what it was before to what it is in the end.
  const note = (row: Revision['row'], field: string, before: Value | boolean, after: Value | boolean, created = false): void => {
    const key = `${row.id}/${field}`
    const known = revisions.get(key)
    revisions.set(key, known === undefined ? { row, field, before, after, created } : { ...known, after })
  }
  const put = (row: Row, values: Values): [field: string, before: Value, after: Value][] => {
    const changed = changedFields(row, values)
    if (changed.length === 0) return []
    writeFields(db, row.table, row.id, Object.fromEntries(changed.map(([field, , after]) => [field, after])), changeNo)
    for (const [field, before, after] of changed) note(row, field, before, after)
    return changed
  }
  const draft: Draft = {
    db,
    changeNo,
    insert(table, values) {
      const id = uuidv7()
      insertRow(db, table, id, values, changeNo)
      const row = { table, id, values }
      const set = Object.entries(values).filter(([, value]) => !isEmpty(value))
      for (const [field, value] of set) note(row, field, emptyValue(table, field), value, true)
      // A row with nothing in it has a history too: that it came into being.
      if (set.length === 0) note(row, binnedField, false, false, true)
      return id
    },
    update(row, values) {
      for (const [field, before, after] of put(row, values)) followAnchors(draft, row, field, before, after)
    },
    put: (row, values) => void put(row, values),
    setBinned(row, binned) {
      const known = revisions.get(`${row.id}/${binnedField}`)
      const now = known === undefined ? row.binnedChange !== null : known.after
      if (now === binned) return
      writeBinned(db, row.table, row.id, binned, changeNo)
      note(row, binnedField, !binned, binned)
    },
  }
  return draft
}

/** The fields that would differ, with what they hold now and what they would hold. */
export const changedFields = (row: Row, values: Values): [field: string, before: Value, after: Value][] =>
  Object.entries(values).flatMap(([field, after]): [string, Value, Value][] => {
    const before = row.values[field] ?? emptyValue(row.table, field)
    return sameValue(before, after) ? [] : [[field, before, after]]
  })
