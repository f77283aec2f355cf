import type { Connection } from '../vault/pragmas.ts'
import { once } from './search/once.ts'

type Bound = string | number | null
type Statement = { all(...values: Bound[]): unknown[]; get(...values: Bound[]): unknown; run(...values: Bound[]): unknown }

const prepared = once((_db: Connection) => new Map<string, Statement>())

function statement(db: Connection, sql: string): Statement {
  const known = prepared(db)
  const found = known.get(sql) ?? db.prepare<Bound[]>(sql)
  known.set(sql, found)
  return found
}

/** All rows that a statement gives; the statement is prepared once for each connection. */
export const all = <Row>(db: Connection, sql: string, ...values: Bound[]): Row[] => statement(db, sql).all(...values) as Row[]

/** The first row that a statement gives. */
export const first = <Row>(db: Connection, sql: string, ...values: Bound[]): Row | undefined =>
  statement(db, sql).get(...values) as Row | undefined

/** The first column of the first row that a statement gives. */
export function single<Value extends Bound>(db: Connection, sql: string, ...values: Bound[]): Value | undefined {
  const row = first<Record<string, Value>>(db, sql, ...values)
  return row === undefined ? undefined : Object.values(row)[0]
}

/** Runs a statement that writes. */
export const run = (db: Connection, sql: string, ...values: Bound[]): void => void statement(db, sql).run(...values)
