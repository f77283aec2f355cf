import type { Connection } from '../../vault/pragmas.ts'
import { single } from '../prepare.ts'
import { once } from './once.ts'

/** Counts of more questions than these are made anew: a caseworker goes back and forth between a few. */
const most = 40

type Memory = { change: number; answers: Map<string, unknown> }

const memories = once((_db: Connection): Memory => ({ change: -1, answers: new Map() }))

/**
 * What follows from the whole vault (counts above all) and is asked for again and again, kept until the next change. The
 * vault process is the only one that writes, and each change has a number. In memory only, gone when the vault closes.
 */
export function remembered<T>(db: Connection, question: string, make: () => T): T {
  const memory = memories(db)
  const change = single<number>(db, 'SELECT max(change_no) FROM change_sets') ?? 0
  if (db.inTransaction) return make()
  if (change !== memory.change) {
    memory.change = change
    memory.answers.clear()
  }
  if (memory.answers.has(question)) return memory.answers.get(question) as T
  const answer = make()
  const oldest = memory.answers.keys().next().value
  if (memory.answers.size >= most && oldest !== undefined) memory.answers.delete(oldest)
  memory.answers.set(question, answer)
  return answer
}

/** Drops all of it, for what makes derived tables anew without a change. */
export function forget(db: Connection): void {
  memories(db).answers.clear()
}
