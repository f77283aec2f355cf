import { QueryClient, type Query } from '@tanstack/react-query'

import { calls, type AppEvent, type CallName, type TableName } from '../../electron/contract/index.ts'
import { onAppEvent } from './client.ts'

/** First part of each key, so that nothing else in the cache is mistaken for a call. */
export const callKey = 'call'

/** Whether a call's answer depends on any of these tables. */
export function readsAny(name: CallName, tables: readonly TableName[]): boolean {
  return calls[name].reads.some((table) => tables.includes(table))
}

const nameOf = (query: Query): CallName | null => {
  const [kind, name] = query.queryKey
  return kind === callKey && typeof name === 'string' && Object.hasOwn(calls, name) ? (name as CallName) : null
}

/** What is known of the vault, kept only in memory and only as long as the window stands. */
export const createCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // The vault says what changed, so nothing goes stale by time, focus or network.
      queries: {
        staleTime: Infinity,
        gcTime: 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** Keeps the cache in step with what the app reports; the answer stops it. */
export function followEvents(cache: QueryClient, onLockingOrMenu: (event: AppEvent) => void): () => void {
  return onAppEvent((event) => {
    if (event.type === 'data.changed') {
      void cache.invalidateQueries({ predicate: (query) => isStale(query, event.tables) })
    } else if (event.type === 'settings.changed' || event.type === 'vault.unlocked') {
      void cache.invalidateQueries({ queryKey: [callKey, 'app.state'] })
    }
    onLockingOrMenu(event)
  })
}

function isStale(query: Query, tables: readonly TableName[]): boolean {
  const name = nameOf(query)
  return name !== null && readsAny(name, tables)
}
