import { app, session } from 'electron'
import type { Session, WebContents } from 'electron'

import { pageOrigin } from './page-headers.ts'

/** The one session that windows use: in memory, since its name has no `persist:` (security rule 13). */
export const pageSession = (): Session => session.fromPartition('habeas')

const isOwn = (url: string): boolean => url.startsWith(`${pageOrigin}/`) || url.startsWith(`blob:${pageOrigin}/`) || url.startsWith('data:')
const isDevTools = (url: string): boolean => !app.isPackaged && url.startsWith('devtools:')

/** Denies a session everything that leads out of the app: permissions, devices, downloads, addresses, dictionaries (security rule 10). */
export function guardSession(guarded: Session): void {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  guarded.setPermissionCheckHandler(() => false)
  guarded.setDevicePermissionHandler(() => false)
  guarded.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  guarded.setCertificateVerifyProc((_request, answer) => answer(-2))
  guarded.setSpellCheckerEnabled(false)
  guarded.setSpellCheckerLanguages([])
  guarded.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) && !isDevTools(details.url) }))
  guarded.on('will-download', (event, item) => {
    event.preventDefault()
    item.cancel()
  })
}

/** Keeps a page where it is: no navigation, no redirect, no other window, no webview (security rule 10). */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Guards every session and page there is or will be. Call once the app is ready. */
export function guardEverything(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('login', (event) => event.preventDefault())
  guardSession(pageSession())
  guardSession(session.defaultSession)
}
