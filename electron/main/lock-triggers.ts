import { powerMonitor } from 'electron'

import { watchScreenLock } from './screen-lock-linux.ts'

/** How often idle time is looked at, in milliseconds. */
const interval = 2000

export type LockTriggers = { isUnlocked: () => boolean; lockAfterMinutes: () => number; lock: () => void; quit: () => void }

/** Locks when nobody is at the machine any more: idle, suspended, its screen locked, or shutting down (security rule 8). */
export function watchLockTriggers({ isUnlocked, lockAfterMinutes, lock, quit }: LockTriggers): void {
  const lockIfOpen = (): void => {
    if (isUnlocked()) lock()
  }
  powerMonitor.on('suspend', lockIfOpen)
  powerMonitor.on('lock-screen', lockIfOpen)
  powerMonitor.on('shutdown', quit)
  // Electron tells of a locked screen on macOS and Windows only.
  if (process.platform === 'linux') watchScreenLock(lockIfOpen)
  setInterval(() => {
    if (isUnlocked() && powerMonitor.getSystemIdleTime() >= lockAfterMinutes() * 60) lock()
  }, interval)
}
