import { calls } from '../../../electron/contract/index.ts'
import type { CallInput, CallOutput, CallRequest } from '../../../electron/contract/index.ts'
import { columnOf } from '../../../electron/contract/records.ts'
import { reindexCase, searchHandlers } from '../../../electron/casework/search/index.ts'
import { dayOfIso } from '../../../electron/domain/days.ts'
import { uuidv7 } from '../../../electron/vault/index.ts'
import type { Vault } from '../../../electron/vault/index.ts'
import { newVault } from '../../vault/support.ts'

type Value = string | number | null
type Fields = Record<string, Value | string[]>
type SearchCall = keyof ReturnType<typeof searchHandlers>

/** An open vault whose tables are written directly, so that these tests rest on the index's own upkeep and on nothing else. */
export type Office = {
  vault: Vault
  /** Adds a row; a field that ends in `Day` is a date of one day. Returns its id. */
  add(table: string, fields: Fields): string
  change(table: string, id: string, fields: Fields): void
  bin(table: string, id: string): void
  restore(table: string, id: string): void
  remove(table: string, id: string): void
  /** Adds a person with one case file; returns both ids. */
  file(name: string, fields?: Fields, person?: Fields): { caseId: string; personId: string }
  /** Calls a handler through the contract's own schemas. */
  ask<C extends SearchCall>(call: C, input: CallInput<C>): CallOutput<C>
}

export async function openOffice(): Promise<Office> {
  const vault = await newVault()
  const { db } = vault
  const handlers = searchHandlers(vault)
  let count = 0

  const columnsOf = (fields: Fields): [string, Value][] =>
    Object.entries(fields).flatMap(([field, value]): [string, Value][] => {
      if (Array.isArray(value)) return [[columnOf(field), JSON.stringify(value)]]
      if (!field.endsWith('Day')) return [[columnOf(field), value]]
      const column = columnOf(field.slice(0, -'Day'.length))
      const day = dayOfIso(String(value))
      return [
        [`${column}_edtf`, value],
        [`${column}_typed`, value],
        [`${column}_earliest`, day],
        [`${column}_latest`, day],
      ]
    })

  const write = (table: string, id: string, work: (changeNo: number) => void): void => {
    vault.write({ kind: `${table}.test` }, ({ changeNo, at, touch }) => {
      work(changeNo)
      touch(table, id)
      // A handful of case files: each is brought up to date, whatever the row hangs on.
      const caseIds = db.prepare<[], string>('SELECT uuid FROM case_files').pluck().all()
      for (const caseId of table === 'case_files' ? new Set([...caseIds, id]) : caseIds) reindexCase(db, caseId, at)
    })
  }
  const set = (table: string, id: string, columns: [string, Value][]): void =>
    write(table, id, (changeNo) => {
      db.prepare(`UPDATE ${table} SET ${columns.map(([column]) => `"${column}" = ?`).join(', ')}, revision = ? WHERE uuid = ?`).run(
        ...columns.map(([, value]) => value),
        changeNo,
        id,
      )
    })

  const office: Office = {
    vault,
    add(table, fields) {
      const id = uuidv7()
      const columns = columnsOf(fields)
      write(table, id, (changeNo) => {
        db.prepare(
          `INSERT INTO ${table} (uuid, ${columns.map(([column]) => `"${column}"`).join(', ')}, revision, created_change) VALUES (?, ${columns.map(() => '?').join(', ')}, ?, ?)`,
        ).run(id, ...columns.map(([, value]) => value), changeNo, changeNo)
      })
      return id
    },
    change: (table, id, fields) => set(table, id, columnsOf(fields)),
    bin: (table, id) => set(table, id, [['binned_change', 1]]),
    restore: (table, id) => set(table, id, [['binned_change', null]]),
    remove: (table, id) => write(table, id, () => db.prepare(`DELETE FROM ${table} WHERE uuid = ?`).run(id)),
    file(name, fields = {}, person = {}) {
      count += 1
      const personId = office.add('persons', { kind: 'person', name, ...person })
      const caseId = office.add('case_files', { personId, reference: `VEN-2024-${String(count).padStart(4, '0')}`, ...fields })
      return { caseId, personId }
    },
    ask(call, input) {
      const request = calls[call].input.parse(input) as CallRequest<typeof call>
      // The parsed output also shows that a handler answers what it declares.
      return calls[call].output.parse((handlers[call] as (value: typeof request) => unknown)(request)) as CallOutput<typeof call>
    },
  }
  return office
}

/** Names of the hits, in order. */
export const found = (office: Office, query: string, more: Partial<CallInput<'search.cases'>> = {}): string[] =>
  office.ask('search.cases', { query, ...more }).hits.map(({ name }) => name)
