import { useSyncExternalStore } from 'react'

import type { CallError } from '../../electron/contract/index.ts'

// Damage that a read met since the vault was unlocked. It is said until the vault is locked: it does not go by itself.
let met: CallError | null = null
const listeners = new Set<() => void>()

/** Remembers that an answer was `damaged`, so that the frame can say so wherever one is. */
export function noteDamage(error: CallError): void {
  if (error.code !== 'damaged' || error.params['what'] !== 'database' || met !== null) return
  met = error
  for (const listener of listeners) listener()
}

/** Forgets it: for locking. */
export function forgetDamage(): void {
  met = null
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The first damage that was met, or null. */
export const useDamage = (): CallError | null => useSyncExternalStore(subscribe, () => met)
