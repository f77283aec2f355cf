import { useSyncExternalStore } from 'react'

// In this page's memory alone: a lock takes it along, and Settings show the same at any time.
let wanted = false
const listeners = new Set<() => void>()
const tell = (): void => {
  for (const listener of [...listeners]) listener()
}

/** After a vault was made: the home page shows what to know about this computer. */
export function wantFirstCheck(): void {
  wanted = true
  tell()
}

export function dismissFirstCheck(): void {
  wanted = false
  tell()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useFirstCheckWanted = (): boolean => useSyncExternalStore(subscribe, () => wanted)
