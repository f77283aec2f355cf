import { BrowserWindow, app, screen } from 'electron'

import type { AppEvent } from '../contract/index.ts'
import { pageAddress } from './page-headers.ts'
import { places } from './places.ts'
import { pageSession } from './session-guards.ts'

/** The title says nothing about what is open: task bars and window lists are seen by others (security rule 13). */
const title = 'Habeas'

/** How large windows are drawn; see `zoomWindows`. */
let zoomNow = 1
/** Whether windows are kept out of screenshots; see `hideFromCapture`. */
let hiddenNow = true

/** Opens a window on the page: sandboxed, isolated, in the session that is kept in memory (security rule 10). */
export async function openWindow(): Promise<BrowserWindow> {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    title,
    width: Math.min(1280, width),
    height: Math.min(840, height),
    minWidth: 720,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: places.preload,
      session: pageSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  })
  window.setContentProtection(hiddenNow)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  // A zoom belongs to an address in Chromium: it takes hold once the page is there.
  window.webContents.on('dom-ready', () => setZoom(window, zoomNow))
  await window.loadURL(pageAddress)
  return window
}

const setZoom = (window: BrowserWindow, zoom: number): void => {
  if (!window.isDestroyed() && window.webContents.getZoomFactor() !== zoom) window.webContents.setZoomFactor(zoom)
}

/** Draws every window, and those still to come, at a size. */
export function zoomWindows(zoom: number): void {
  zoomNow = zoom
  for (const window of BrowserWindow.getAllWindows()) setZoom(window, zoom)
}

/** Whether the system can keep a window out of screenshots and screen sharing (security rule 24). Linux can't. */
export const canHideFromCapture = (): boolean => process.platform === 'win32' || process.platform === 'darwin'

/** Keeps every window, and those still to come, out of what other programs record of the screen; Electron does nothing on Linux. */
export function hideFromCapture(hidden: boolean): void {
  hiddenNow = hidden
  for (const window of BrowserWindow.getAllWindows()) if (!window.isDestroyed()) window.setContentProtection(hidden)
}

/** Brings the app's window forward; a second start of the app ends here. */
export function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Tells every window something. */
export function broadcast(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) if (!window.isDestroyed()) window.webContents.send('habeas:event', event)
}
