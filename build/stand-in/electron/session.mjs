import { fromBrowser, originOf } from './addresses.mjs'
import { app, mustBeReady } from './app.mjs'
import { extend, guard, lacks, makeEmitter, makeEvent } from './guard.mjs'
import { owner } from './owner.mjs'
import { makeProtocol, registerSchemesAsPrivileged, serve } from './protocol.mjs'

const sessions = new Map()
/** What browser-window.mjs knows of a page, for the details that listeners get. */
export const contentsOf = { byWindow: () => null }

function makeWebRequest(name) {
  let listener = null
  let nextId = 0
  const api = guard(name, {
    onBeforeRequest: (first, second) => {
      if (second !== undefined && JSON.stringify(first.urls) !== '["<all_urls>"]')
        throw lacks(`${name}.onBeforeRequest with a filter other than <all_urls>`)
      listener = second ?? first
    },
  })
  const ask = (details) =>
    new Promise((resolve) => {
      if (listener === null) return resolve({})
      listener({ ...details, id: ++nextId, timestamp: Date.now(), referrer: details.referrer ?? '', uploadData: [] }, resolve)
    })
  return { api, ask }
}

function makeSession(partition) {
  if (partition.startsWith('persist:')) throw lacks('session.fromPartition for a persistent partition')
  const emitter = makeEmitter(
    'Session',
    ['will-download'],
    [
      'spellcheck-dictionary-download-begin',
      'spellcheck-dictionary-initialized',
      'select-usb-device',
      'select-hid-device',
      'select-serial-port',
      'preconnect',
      'extension-loaded',
      'file-system-access-restricted',
    ],
  )
  const protocol = makeProtocol('Session.protocol')
  const webRequest = makeWebRequest('Session.webRequest')
  const handlers = { check: null, request: null }
  const answerEmpty = async () => {}
  const api = guard(
    'Session',
    extend(emitter, {
      protocol: protocol.api,
      webRequest: webRequest.api,
      isPersistent: () => false,
      storagePath: null,
      getStoragePath: () => null,
      setPermissionCheckHandler: (handler) => {
        handlers.check = handler
      },
      setPermissionRequestHandler: (handler) => {
        handlers.request = handler
      },
      // No device, display capture, certificate or pairing is ever offered by the stand-in, so their handlers are kept unused.
      setDevicePermissionHandler: () => {},
      setDisplayMediaRequestHandler: () => {},
      setCertificateVerifyProc: () => {},
      setBluetoothPairingHandler: () => {},
      setUSBProtectedClassesHandler: () => {},
      // The launcher's Chromium runs without spell checking and without a network.
      setSpellCheckerEnabled: (on) => {
        if (on) throw lacks('Session.setSpellCheckerEnabled(true)')
      },
      isSpellCheckerEnabled: () => false,
      setSpellCheckerLanguages: (languages) => {
        if (languages.length > 0) throw lacks('Session.setSpellCheckerLanguages')
      },
      setProxy: answerEmpty,
      disableNetworkEmulation: () => {},
      enableNetworkEmulation: ({ offline }) => {
        if (offline !== true) throw lacks('Session.enableNetworkEmulation other than offline')
      },
      clearCache: answerEmpty,
      clearStorageData: (options) => owner.ask('session.clear', { partition, options: options ?? {} }).then(() => {}),
      clearData: (options) => owner.ask('session.clear', { partition, options: options ?? {} }).then(() => {}),
      clearAuthCache: answerEmpty,
      clearHostResolverCache: answerEmpty,
      closeAllConnections: answerEmpty,
      flushStorageData: () => {},
    }),
  )
  const session = { api, partition, protocol, webRequest, handlers, emitter }
  sessions.set(partition, session)
  return session
}

/** The stand-in's own record of a session, by partition. */
export function sessionRecord(partition) {
  mustBeReady('session')
  return sessions.get(partition) ?? makeSession(partition)
}
export const recordOfSession = (api) => [...sessions.values()].find((one) => one.api === api)

export const session = guard('session', {
  fromPartition: (partition) => sessionRecord(partition).api,
  get defaultSession() {
    return sessionRecord('').api
  },
})

/** Electron's global protocol: the table of schemes, and the default session's handlers. */
export const protocol = guard('protocol', {
  registerSchemesAsPrivileged: (list) => registerSchemesAsPrivileged(list, app.isReady),
  handle: (scheme, handler) => sessionRecord('').protocol.api.handle(scheme, handler),
  unhandle: (scheme) => sessionRecord('').protocol.api.unhandle(scheme),
  isProtocolHandled: (scheme) => sessionRecord('').protocol.api.isProtocolHandled(scheme),
})

owner.handle('request', async ({ partition, windowId, url, method, headers, body, resourceType, referrer }) => {
  const record = sessionRecord(partition)
  const contents = contentsOf.byWindow(windowId)
  const seen = fromBrowser(url)
  const verdict = await record.webRequest.ask({
    url: seen,
    method,
    resourceType,
    referrer: fromBrowser(referrer),
    frame: contents?.mainFrame ?? null,
    ...(contents === null ? {} : { webContentsId: contents.id, webContents: contents }),
  })
  if (verdict.cancel === true) return { failed: true, blocked: true }
  if (verdict.redirectURL !== undefined) throw lacks('Session.webRequest.onBeforeRequest with redirectURL')
  return serve(record.protocol.handlers, { url, method, headers, body })
})

/** Permissions are asked ahead of time: Chromium's own settings are then made from the two handlers' answers. */
owner.handle('permissions', async ({ partition, windowId, permissions, url }) => {
  const { handlers } = sessionRecord(partition)
  const contents = contentsOf.byWindow(windowId)
  const origin = originOf(fromBrowser(url))
  const answers = {}
  for (const permission of permissions) {
    const checked =
      handlers.check === null
        ? true
        : handlers.check(contents, permission, origin, { isMainFrame: true, requestingUrl: `${origin}/`, securityOrigin: origin })
    const requested =
      handlers.request === null
        ? true
        : await new Promise((resolve) =>
            handlers.request(contents, permission, resolve, { isMainFrame: true, requestingUrl: `${origin}/` }),
          )
    answers[permission] = checked && requested
  }
  return answers
})

owner.handle('download', ({ partition, windowId, url, filename }) => {
  const { emitter } = sessionRecord(partition)
  let cancelled = false
  const item = guard('DownloadItem', { getURL: () => fromBrowser(url), getFilename: () => filename, cancel: () => (cancelled = true) })
  const event = makeEvent()
  emitter.emit('will-download', event, item, contentsOf.byWindow(windowId))
  if (!event.defaultPrevented && !cancelled) throw lacks('DownloadItem that is not cancelled')
})
