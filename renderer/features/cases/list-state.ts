import { useSyncExternalStore } from 'react'

import type { CaseFilter, CaseSort } from '../../../electron/contract/index.ts'
import type { ListSort } from './list-query.ts'

/**
 * What is being looked for. It outlives the list, so that coming back finds it as it was; it dies with the window.
 * `foundSort` is the order while something is searched for, which is by fit unless another was chosen.
 */
export type ListState = { query: string; filter: CaseFilter; sort: CaseSort; foundSort: ListSort }

let state: ListState = { query: '', filter: {}, sort: 'changed', foundSort: 'best' }
const listeners = new Set<() => void>()

export function changeList(change: Partial<ListState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const listState = (): ListState => state
export const useListState = (): ListState => useSyncExternalStore(subscribe, listState)
