import { QueryClient } from '@tanstack/react-query'

import type { AppEvent } from '../../electron/contract/index.ts'
import { callKey } from './call-key.ts'
import { onAppEvent } from './client.ts'

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
      // What each call reads stands in the contract, which is large and which the lock screen does without.
      const { tables } = event
      void import('./call-facts.ts').then(({ isStale }) =>
        cache.invalidateQueries({ predicate: ({ queryKey }) => isStale(queryKey, tables) }),
      )
    } else if (event.type === 'settings.changed' || event.type === 'vault.unlocked') {
      void cache.invalidateQueries({ queryKey: [callKey, 'app.state'] })
    }
    onLockingOrMenu(event)
  })
}
