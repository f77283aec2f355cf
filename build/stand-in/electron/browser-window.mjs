import { readFileSync } from 'node:fs'

import { allClosed, app, mustBeReady, windowsOf } from './app.mjs'
import { extend, guard, lacks, makeEmitter, makeEvent, onlyOptions } from './guard.mjs'
import { owner } from './owner.mjs'
import { contentsOf, recordOfSession, sessionRecord } from './session.mjs'
import { contentsByWindow, contentsControl, destroyContents, makeWebContents, stateOf } from './web-contents.mjs'

const windows = new Map()
let nextId = 0
let focused = null

const known = [
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'autoHideMenuBar',
  'webPreferences',
  'paintWhenInitiallyHidden',
  'center',
  'fullscreenable',
  'darkTheme',
]
const knownPreferences = [
  'preload',
  'session',
  'partition',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'spellcheck',
  'devTools',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'navigateOnDragDrop',
  'disableDialogs',
  'enableWebSQL',
  'plugins',
  'images',
  'safeDialogs',
  'backgroundThrottling',
  'v8CacheOptions',
  'autoplayPolicy',
  'enableBlinkFeatures',
  'disableBlinkFeatures',
  'defaultEncoding',
]

/** The stand-in has only the strict kind of page; a looser one is refused, never quietly tightened. */
function checkPreferences(preferences) {
  onlyOptions('BrowserWindow webPreferences', preferences, knownPreferences)
  const must = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
  }
  for (const [key, value] of Object.entries(must))
    if ((preferences[key] ?? value) !== value) throw lacks(`BrowserWindow webPreferences ${key}: ${!value}`)
}

function makeWindow(options = {}) {
  mustBeReady('BrowserWindow')
  onlyOptions('BrowserWindow', options, known)
  const preferences = options.webPreferences ?? {}
  checkPreferences(preferences)
  const id = ++nextId
  const session = preferences.session === undefined ? sessionRecord(preferences.partition ?? '') : recordOfSession(preferences.session)
  const webContents = makeWebContents(id, session.api)
  const emitter = makeEmitter(
    'BrowserWindow',
    [
      'close',
      'closed',
      'show',
      'hide',
      'focus',
      'blur',
      'ready-to-show',
      'page-title-updated',
      'minimize',
      'restore',
      'maximize',
      'unmaximize',
    ],
    [
      'session-end',
      'query-session-end',
      'unresponsive',
      'responsive',
      'resize',
      'resized',
      'move',
      'moved',
      'enter-full-screen',
      'leave-full-screen',
      'app-command',
    ],
  )
  const state = {
    destroyed: false,
    visible: options.show !== false,
    minimized: false,
    maximized: false,
    title: options.title ?? app.getName(),
    loaded: false,
    bounds: { x: 0, y: 0, width: options.width ?? 800, height: options.height ?? 600 },
  }
  const mustLive = () => {
    if (state.destroyed) throw new TypeError('Object has been destroyed')
  }
  const setVisible = (visible) => () => {
    mustLive()
    if (state.visible === visible) return
    state.visible = visible
    owner.tell('window.visible', { windowId: id, visible })
    window.emit(visible ? 'show' : 'hide')
  }
  const end = () => {
    if (state.destroyed) return
    state.destroyed = true
    windows.delete(id)
    destroyContents(id)
    if (focused === id) focused = null
    window.emit('closed')
    if (windows.size === 0) allClosed()
  }
  const requestClose = () => {
    if (state.destroyed) return true
    const event = makeEvent()
    window.emit('close', event)
    if (event.defaultPrevented) return false
    owner.tell('window.close', { windowId: id })
    end()
    return true
  }

  const window = guard(
    'BrowserWindow',
    extend(emitter, {
      id,
      webContents,
      loadURL: (url) => webContents.loadURL(url),
      show: setVisible(true),
      showInactive: setVisible(true),
      hide: setVisible(false),
      focus: () => {
        mustLive()
        owner.tell('window.focus', { windowId: id })
      },
      isFocused: () => focused === id,
      isVisible: () => state.visible,
      isDestroyed: () => state.destroyed,
      isMinimized: () => state.minimized,
      minimize: () => ((state.minimized = true), window.emit('minimize')),
      restore: () => ((state.minimized = false), window.emit('restore')),
      isMaximized: () => state.maximized,
      maximize: () => ((state.maximized = true), window.emit('maximize')),
      close: () => void requestClose(),
      destroy: () => {
        if (state.destroyed) return
        owner.tell('window.close', { windowId: id })
        end()
      },
      getTitle: () => state.title,
      setTitle: (title) => {
        mustLive()
        state.title = title
      },
      getBounds: () => ({ ...state.bounds }),
      getSize: () => [state.bounds.width, state.bounds.height],
      // Headless Chromium has neither a frame nor a screen to capture: these are accepted and have no effect.
      setContentProtection: () => {},
      setMenuBarVisibility: () => {},
      setAutoHideMenuBar: () => {},
      setMinimumSize: () => {},
      setBackgroundColor: () => {},
      [Symbol.for('stand-in.window')]: { state, end, requestClose },
    }),
  )
  windows.set(id, window)
  owner.tell('window.create', {
    windowId: id,
    partition: session.partition,
    width: state.bounds.width,
    height: state.bounds.height,
    visible: state.visible,
    preload: preferences.preload === undefined ? null : readFileSync(preferences.preload, 'utf8'),
    devTools: preferences.devTools !== false,
  })
  app.emit('browser-window-created', makeEvent(), window)
  return window
}

/** Electron's class, with the statics that the app uses; `new` gives a guarded window. */
function BrowserWindowClass(options) {
  if (new.target === undefined) throw new TypeError("Class constructor BrowserWindow cannot be invoked without 'new'")
  return makeWindow(options)
}
BrowserWindowClass.getAllWindows = () => [...windows.values()]
BrowserWindowClass.getFocusedWindow = () => windows.get(focused) ?? null
BrowserWindowClass.fromId = (id) => windows.get(id) ?? null
BrowserWindowClass.fromWebContents = (contents) => [...windows.values()].find((one) => one.webContents === contents) ?? null
export const BrowserWindow = guard('BrowserWindow', BrowserWindowClass)

export const webContents = guard('webContents', {
  getAllWebContents: () => [...windows.values()].map((one) => one.webContents),
  getFocusedWebContents: () => windows.get(focused)?.webContents ?? null,
  fromId: (id) => [...windows.values()].map((one) => one.webContents).find((one) => one.id === id),
})

const insideOf = (window) => window[Symbol.for('stand-in.window')]
contentsOf.byWindow = contentsByWindow
contentsControl.close = (windowId) => windows.get(windowId)?.close()
windowsOf.all = () => [...windows.values()]
windowsOf.closeAll = () => [...windows.values()].every((one) => insideOf(one).requestClose())
windowsOf.destroyAll = () => {
  for (const window of [...windows.values()]) owner.tell('window.close', { windowId: window.id })
}

owner.handle('window.loaded', ({ windowId }) => {
  const window = windows.get(windowId)
  if (window === undefined || insideOf(window).state.loaded) return
  insideOf(window).state.loaded = true
  window.emit('ready-to-show')
})
owner.handle('window.title', ({ windowId, title }) => {
  const window = windows.get(windowId)
  if (window === undefined) return
  const event = makeEvent()
  stateOf(window.webContents).title = title
  window.emit('page-title-updated', event, title, true)
  if (!event.defaultPrevented) insideOf(window).state.title = title
})
/** The person asks to close a window: Electron's `close` may still be prevented. */
owner.handle('window.closeRequest', ({ windowId }) =>
  windows.get(windowId) === undefined ? true : insideOf(windows.get(windowId)).requestClose(),
)
/** The page is gone already (the app window's own close button): only `closed` can be told. */
owner.handle('window.gone', ({ windowId }) => {
  const window = windows.get(windowId)
  if (window !== undefined) insideOf(window).end()
})
owner.handle('window.focused', ({ windowId }) => {
  if (focused === windowId) return
  windows.get(focused)?.emit('blur')
  focused = windowId
  windows.get(windowId)?.emit('focus')
})
