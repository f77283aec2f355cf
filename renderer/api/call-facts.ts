import { calls, type CallName, type TableName } from '../../electron/contract/index.ts'
import { callKey } from './call-key.ts'

/** Whether a call changes what the vault holds, in a way that can be taken back. */
export const isCommandOfVault = (name: CallName): boolean =>
  calls[name].kind === 'command' &&
  calls[name].where === 'vault' &&
  name !== 'history.undo' &&
  name !== 'bin.purge' &&
  !name.startsWith('vault.')

/** Whether a call's answer depends on any of these tables. */
export function readsAny(name: CallName, tables: readonly TableName[]): boolean {
  return calls[name].reads.some((table) => tables.includes(table))
}

const nameOf = ([kind, name]: readonly unknown[]): CallName | null =>
  kind === callKey && typeof name === 'string' && Object.hasOwn(calls, name) ? (name as CallName) : null

/** Whether an answer in the cache, by its key, depends on any of these tables. */
export function isStale(key: readonly unknown[], tables: readonly TableName[]): boolean {
  const name = nameOf(key)
  return name !== null && readsAny(name, tables)
}
