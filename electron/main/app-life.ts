import { app, clipboard, nativeTheme } from 'electron'

import { createAppHandlers } from './app-calls.ts'
import { createCardFile } from './card-file.ts'
import { createBackups } from './backups.ts'
import { createCopying } from './copying.ts'
import { createDailyBackup } from './daily-backup.ts'
import { openGate } from './ipc-gate.ts'
import type { LaunchArguments } from './launch-arguments.ts'
import { createLockKey } from './lock-key.ts'
import { watchLockTriggers } from './lock-triggers.ts'
import { createLocking } from './locking.ts'
import { createLongWork } from './long-work.ts'
import { setMenu } from './menu.ts'
import { servePageFiles } from './page-files.ts'
import { places } from './places.ts'
import { createReports } from './reports.ts'
import { guardEverything, pageSession } from './session-guards.ts'
import { openSettings, pickLanguage } from './settings.ts'
import { createTokenStore } from './token-store.ts'
import { startVaultSide } from './vault-side.ts'
import { broadcast, focusWindow, hideFromCapture, openWindow, zoomWindows } from './window.ts'

/** Builds the app out of its parts and opens its window. Call once, when Electron is ready. */
export async function startApp({ relaunches, erased, locked }: Omit<LaunchArguments, 'commandLine' | 'profile'>): Promise<void> {
  guardEverything()
  pageSession().protocol.handle('app', servePageFiles(places.page))

  const settings = openSettings(app.getPath('userData'), pickLanguage(app.getPreferredSystemLanguages()))
  const tokens = createTokenStore()
  const copying = createCopying(clipboard)
  let folder: string | null = null

  const vaultSide = startVaultSide({
    broadcast: (event) => {
      broadcast(event)
      daily.heard(event)
    },
    // A helper that died by itself leaves an app that can't be trusted to hold what it shows: it starts anew.
    onGone: () => locking.lock(),
    onUnlocked: (opened) => {
      folder = opened
      // A settings file that can't be written must not stand in the way of the vault.
      void settings.rememberVault(opened).catch(() => undefined)
    },
  })
  const longWork = createLongWork({ askVault: vaultSide.askVault, folder: () => folder, broadcast })
  const daily = createDailyBackup({ askVault: vaultSide.askVault, longWork })
  const reports = createReports(vaultSide, broadcast)
  const cardFile = createCardFile(vaultSide)
  const locking = createLocking({
    isUnlocked: vaultSide.isUnlocked,
    closeVault: () => {
      // It reads the vault, which can't be put away whole while somebody does.
      longWork.killNow()
      return vaultSide.close()
    },
    clearClipboard: () => copying.clearIfOurs(),
    killHelpers: () => {
      longWork.killNow()
      vaultSide.killNow()
      reports.killNow()
      cardFile.killNow()
    },
    relaunches,
  })
  const { lock, quit } = locking
  const lockKey = createLockKey(() => vaultSide.isUnlocked() && lock())

  const applySettings = (): void => {
    const { language, theme, zoom, lockKeyEverywhere, hideFromCapture: hidden } = settings.get()
    nativeTheme.themeSource = theme
    zoomWindows(zoom)
    hideFromCapture(hidden)
    lockKey.everywhere(lockKeyEverywhere)
    setMenu(language, { command: (command) => broadcast({ type: 'menu.command', command }), lock, quit })
  }
  const settingsChanged = (): void => {
    applySettings()
    broadcast({ type: 'settings.changed' })
  }
  const appHandlers = createAppHandlers({
    settings,
    tokens,
    reports,
    cardFile,
    backups: createBackups({ askVault: vaultSide.askVault, longWork }),
    copying,
    isUnlocked: vaultSide.isUnlocked,
    lock,
    quit,
    openFolder: () => folder,
    settingsChanged,
    lockKeyTaken: lockKey.isTaken,
    cancelTravel: vaultSide.cancelTravel,
    erased,
    locked,
    eraseAndLock: locking.eraseAndLock,
  })

  applySettings()
  openGate({ appHandlers, vaultSide, longWork, tokens })
  watchLockTriggers({ isUnlocked: vaultSide.isUnlocked, lockAfterMinutes: () => settings.get().lockAfterMinutes, lock, quit })

  app.on('second-instance', focusWindow)
  app.on('activate', focusWindow)
  // The person has left: everything goes, on every system alike, since an app without a window would keep the vault open unseen.
  app.on('window-all-closed', quit)
  app.on('before-quit', (event) => {
    event.preventDefault()
    quit()
  })
  // A page that can't even show the lock screen would only fall over again.
  app.on('render-process-gone', () => (vaultSide.isUnlocked() ? lock() : quit()))
  await openWindow()
  vaultSide.start()
}
