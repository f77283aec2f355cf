import type { Connection } from '../../vault/pragmas.ts'

/** Makes something of a connection once (its prepared statements) and keeps it as long as the connection lives. */
export function once<T>(make: (db: Connection) => T): (db: Connection) => T {
  const made = new WeakMap<Connection, { value: T }>()
  return (db) => {
    const found = made.get(db) ?? { value: make(db) }
    made.set(db, found)
    return found.value
  }
}
