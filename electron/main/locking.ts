import { BrowserWindow, app } from 'electron'

import { relaunchOptions } from './launch-arguments.ts'
import { emptySession } from './profile.ts'

/** How long the vault may take to close cleanly before it is killed, in milliseconds. A kill loses nothing that was answered. */
const patience = 700
/** The exit code by which an unpackaged build asks whoever drives it to start the next instance. */
export const exitToLockScreen = 75

export type LockingParts = {
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
export function createLocking({ closeVault, clearClipboard, killHelpers, relaunches }: LockingParts): Locking {
  let ending = false

  async function end(next: 'lock screen' | 'nothing'): Promise<void> {
    if (ending) return
    ending = true
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    await within(patience, Promise.all([closeVault(), clearClipboard()]))
    killHelpers()
    emptySession()
    if (next === 'nothing') return app.exit(0)
    if (!relaunches) return app.exit(exitToLockScreen)
    app.relaunch(relaunchOptions(process.argv, app.isPackaged, process.env['APPIMAGE']))
    app.exit(0)
  }
  return { lock: () => void end('lock screen'), quit: () => void end('nothing') }
}
