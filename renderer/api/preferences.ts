import { useCallback, useSyncExternalStore } from 'react'

import type { Preferences } from '../../electron/contract/index.ts'
import { call } from './client.ts'
import { useCall } from './hooks.ts'

/** How the window is left where nothing was kept yet. */
const usual: Preferences = {
  listWidth: null,
  sideWidth: null,
  density: 'comfortable',
  tabs: [],
  activeTab: null,
  recent: [],
  dismissed: [],
}

/** Milliseconds in which what belongs together is kept with one call: dragging a border changes it sixty times a second. */
const patience = 400

// What was changed since unlocking stands above what the vault had then; the vault is told in its own time.
let changed: Partial<Preferences> = {}
let unsent: Partial<Preferences> = {}
let timer: ReturnType<typeof setTimeout> | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sends what is not kept yet. Nobody waits for it: a width that got lost is no loss. */
export function flushPreferences(): void {
  if (timer !== null) clearTimeout(timer)
  timer = null
  if (Object.keys(unsent).length === 0) return
  const part = unsent
  unsent = {}
  void call('preferences.put', part)
}

/** Forgets what was changed: for locking. */
export function forgetPreferences(): void {
  if (timer !== null) clearTimeout(timer)
  timer = null
  changed = {}
  unsent = {}
}

function change(part: Partial<Preferences>): void {
  changed = { ...changed, ...part }
  unsent = { ...unsent, ...part }
  timer ??= setTimeout(flushPreferences, patience)
  for (const listener of listeners) listener()
}

export type UsedPreferences = {
  /** What holds now; what is usual until the vault has answered. */
  preferences: Preferences
  /** Whether the vault has answered, so that what was left is known. */
  loaded: boolean
  /** Changes a part at once; the vault keeps it shortly after. */
  change: (part: Partial<Preferences>) => void
}

/** How this caseworker left the window: kept in the vault, never on the disk beside it. */
export function usePreferences(): UsedPreferences {
  const { data, isPending } = useCall('preferences.get', {})
  const own = useSyncExternalStore(subscribe, () => changed)
  return { preferences: { ...usual, ...data, ...own }, loaded: !isPending, change: useCallback(change, []) }
}
