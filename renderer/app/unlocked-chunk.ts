import { lazy } from 'react'

const fetchUnlocked = () => import('./Unlocked.tsx')

/** The page behind the lock, fetched when it is first asked for. */
export const Unlocked = lazy(async () => ({ default: (await fetchUnlocked()).Unlocked }))

/** Fetches it as soon as nothing else is to be done; the answer gives up. */
export function fetchUnlockedWhenIdle(): () => void {
  const asked = requestIdleCallback(() => void fetchUnlocked(), { timeout: 1000 })
  return () => cancelIdleCallback(asked)
}
