import { useSyncExternalStore } from 'react'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import type { CaseSort } from './list-query.ts'

/** What is being looked for. It outlives the list, so that coming back finds it as it was; it dies with the window. */
export type ListState = { query: string; filter: CaseFilter; sort: CaseSort }

let state: ListState = { query: '', filter: {}, sort: 'changed' }
const listeners = new Set<() => void>()

export function changeList(change: Partial<ListState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useListState = (): ListState => useSyncExternalStore(subscribe, () => state)
