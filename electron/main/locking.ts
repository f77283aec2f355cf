import { setTimeout as after } from 'node:timers/promises'

import { BrowserWindow, app } from 'electron'

import type { Erasure } from '../contract/index.ts'
import { relaunchOptions } from './launch-arguments.ts'
import type { Told } from './launch-arguments.ts'
import { emptySession } from './profile.ts'

/** How long the vault may take to close cleanly before it is killed, in milliseconds. A kill loses nothing that was answered. */
const patience = 700
/** The exit code by which an unpackaged build asks whoever drives it to start the next instance. */
export const exitToLockScreen = 75

export type LockingParts = {
  isUnlocked: () => boolean
  closeVault: () => Promise<void>
  clearClipboard: () => Promise<void>
  killHelpers: () => void
  relaunches: boolean
}

export type Locking = {
  /** Every process of the app goes, and a new one shows the lock screen (security rule 8). */
  lock(): void
  /** The same without a new one. */
  quit(): void
  /**
   * As `lock`, without a clean closing: every helper is killed first, then `work` has the vault's folder for itself. What it
   * left is told to the next run of the app.
   */
  eraseAndLock(work: () => Promise<Erasure>): void
}

const within = (milliseconds: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    work.catch(() => undefined),
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    }),
  ])

/**
 * Ends this run of the app. Windows vanish first; the vault gets a moment to close; then every helper is killed and
 * this process ends, since no process that has held a name can be trusted to have forgotten it.
 */
export function createLocking({ isUnlocked, closeVault, clearClipboard, killHelpers, relaunches }: LockingParts): Locking {
  let ending = false

  async function end(next: 'lock screen' | 'nothing'): Promise<void> {
    if (ending) return
    ending = true
    // Asked before the closing makes it untrue: whoever comes back is told that the vault was locked, and not lost.
    const locked = isUnlocked()
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    await within(patience, Promise.all([closeVault(), clearClipboard()]))
    killHelpers()
    leave(next, { locked })
  }

  async function eraseAnd(work: () => Promise<Erasure>): Promise<void> {
    if (ending) return
    ending = true
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    killHelpers()
    // Windows removes no file that a process has open, and a killed one takes a moment to be gone.
    if (process.platform === 'win32') await after(300)
    let erased: Erasure = 'keys'
    try {
      erased = await work()
    } catch {
      // The next run says that the keys may still be there.
    }
    await within(patience, clearClipboard())
    leave('lock screen', { erased })
  }

  function leave(next: 'lock screen' | 'nothing', told: Told): void {
    emptySession()
    if (next === 'nothing') return app.exit(0)
    if (!relaunches) return app.exit(exitToLockScreen)
    app.relaunch(relaunchOptions(process.argv, app.isPackaged, process.env['APPIMAGE'], told))
    app.exit(0)
  }
  return { lock: () => void end('lock screen'), quit: () => void end('nothing'), eraseAndLock: (work) => void eraseAnd(work) }
}
