import { makeWire } from '../wire.mjs'
import { fromBrowser, originOf, toBrowser } from './addresses.mjs'
import { app } from './app.mjs'
import { extend, guard, lacks, makeEmitter, makeEvent } from './guard.mjs'
import { ipcMain, runInvoke, runSend } from './ipc-main.mjs'
import { owner } from './owner.mjs'

const wire = makeWire()
const all = new Map()
let nextId = 0

/** A frame as main sees it; only main frames carry a preload, so only they send. */
function makeFrame(contents, url, frameId) {
  const frame = guard('WebFrameMain', {
    url,
    origin: originOf(url),
    parent: null,
    top: undefined,
    frames: [],
    frameTreeNodeId: frameId,
    routingId: frameId,
    processId: frameId,
    name: '',
    detached: false,
    isDestroyed: () => contents.isDestroyed(),
    send: (channel, ...args) => contents.send(channel, ...args),
  })
  frame.top = frame
  return frame
}

export function makeWebContents(windowId, session) {
  const id = ++nextId
  const emitter = makeEmitter(
    'WebContents',
    [
      'did-finish-load',
      'did-fail-load',
      'did-navigate',
      'dom-ready',
      'will-navigate',
      'will-frame-navigate',
      'render-process-gone',
      'destroyed',
      'did-start-loading',
      'did-stop-loading',
      'page-title-updated',
      'zoom-changed',
      'before-input-event',
    ],
    // Chromium's pages here have no <webview>, no redirecting handler, no context menu of Electron's, and downloads and windows end at their handlers.
    [
      'will-attach-webview',
      'did-attach-webview',
      'will-redirect',
      'context-menu',
      'did-create-window',
      'will-prevent-unload',
      'unresponsive',
      'responsive',
      'devtools-opened',
      'select-bluetooth-device',
      'login',
      'certificate-error',
      'preload-error',
      'console-message',
    ],
  )
  const state = { url: '', destroyed: false, loading: false, zoom: 1, openHandler: null }
  const mustLive = () => {
    if (state.destroyed) throw new TypeError('Object has been destroyed')
  }
  const setZoom = (factor) => {
    mustLive()
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    state.zoom = factor
    owner.tell('window.zoom', { windowId, factor })
  }
  const contents = guard(
    'WebContents',
    extend(emitter, {
      id,
      session,
      get mainFrame() {
        return makeFrame(contents, state.url === '' ? 'about:blank' : state.url, id)
      },
      getURL: () => state.url,
      getTitle: () => state.title ?? '',
      isDestroyed: () => state.destroyed,
      isLoading: () => state.loading,
      isCrashed: () => state.crashed === true,
      isDevToolsOpened: () => false,
      getType: () => 'window',
      send: (channel, ...args) => {
        mustLive()
        owner.tell('send', { windowId, channel, args: wire.encode(args) })
      },
      setWindowOpenHandler: (handler) => {
        state.openHandler = handler
      },
      setZoomFactor: setZoom,
      getZoomFactor: () => state.zoom,
      setZoomLevel: (level) => setZoom(1.2 ** level),
      getZoomLevel: () => Math.log(state.zoom) / Math.log(1.2),
      setVisualZoomLevelLimits: async (least, most) => {
        if (least !== 1 || most !== 1) throw lacks('WebContents.setVisualZoomLevelLimits other than 1, 1')
      },
      setWebRTCIPHandlingPolicy: () => {},
      setBackgroundThrottling: () => {},
      focus: () => owner.tell('window.focus', { windowId }),
      loadURL: (url) => load(url),
      stop: () => {},
      executeJavaScript: (code) => owner.ask('window.evaluate', { windowId, code }).then((text) => wire.decode(text)),
      forcefullyCrashRenderer: () => owner.tell('window.crash', { windowId }),
      close: () => contentsControl.close(windowId),
      ipc: ipcMain,
      [Symbol.for('stand-in.state')]: state,
    }),
  )

  async function load(url) {
    mustLive()
    state.loading = true
    contents.emit('did-start-loading')
    const { failed } = await owner.ask('window.load', { windowId, url: toBrowser(url) })
    if (failed !== undefined && !state.destroyed) {
      state.loading = false
      contents.emit('did-fail-load', makeEvent(), -2, failed, url, true)
      throw new Error(`${failed} loading '${url}'`)
    }
  }
  all.set(windowId, contents)
  app.emit('web-contents-created', makeEvent(), contents)
  return contents
}

/** Filled by browser-window.mjs: what a page can do to its window. */
export const contentsControl = { close: () => {} }
export const contentsByWindow = (windowId) => all.get(windowId) ?? null
export const contentsById = (id) => [...all.values()].find((one) => one.id === id)
export const stateOf = (contents) => contents[Symbol.for('stand-in.state')]

export function destroyContents(windowId) {
  const contents = all.get(windowId)
  if (contents === undefined || stateOf(contents).destroyed) return
  stateOf(contents).destroyed = true
  contents.emit('destroyed')
  all.delete(windowId)
}

owner.handle('window.event', ({ windowId, event, url, title }) => {
  const contents = all.get(windowId)
  if (contents === undefined) return
  const state = stateOf(contents)
  if (url !== undefined) state.url = fromBrowser(url)
  if (title !== undefined) state.title = title
  if (event === 'did-navigate') contents.emit(event, makeEvent(), state.url, 200, 'OK')
  else if (event === 'did-finish-load') {
    state.loading = false
    contents.emit('did-finish-load', makeEvent())
    contents.emit('did-stop-loading', makeEvent())
  } else if (event === 'render-process-gone') {
    state.crashed = true
    const details = { reason: 'crashed', exitCode: 1 }
    contents.emit(event, makeEvent(), details)
    app.emit(event, makeEvent(), contents, details)
  } else contents.emit(event, makeEvent())
})

owner.handle('navigate', ({ windowId, url, isMainFrame }) => {
  const contents = all.get(windowId)
  if (contents === undefined) return { prevented: true }
  const fields = { url: fromBrowser(url), isSameDocument: false, isMainFrame, frame: contents.mainFrame, initiator: contents.mainFrame }
  const frameEvent = makeEvent(fields)
  contents.emit('will-frame-navigate', frameEvent)
  if (frameEvent.defaultPrevented || !isMainFrame) return { prevented: frameEvent.defaultPrevented }
  const event = makeEvent(fields)
  contents.emit('will-navigate', event, fields.url)
  return { prevented: event.defaultPrevented }
})

owner.handle('open', ({ windowId, url, frameName, features }) => {
  const contents = all.get(windowId)
  const handler = contents === undefined ? null : stateOf(contents).openHandler
  if (contents !== undefined && handler === null) throw lacks('WebContents window.open without setWindowOpenHandler')
  const answer = handler?.({
    url: fromBrowser(url),
    frameName,
    features,
    disposition: 'foreground-tab',
    referrer: { url: '', policy: 'default' },
  })
  if (answer !== undefined && answer.action !== 'deny') throw lacks("WebContents.setWindowOpenHandler that answers 'allow'")
})

const eventOf = (contents, url, fields) =>
  makeEvent({
    sender: contents,
    senderFrame: makeFrame(contents, fromBrowser(url), contents.id),
    frameId: contents.id,
    processId: contents.id,
    type: 'frame',
    ...fields,
  })

owner.handle('invoke', async ({ windowId, channel, args, url }) => {
  const contents = all.get(windowId)
  if (contents === undefined) throw new Error('The window is gone.')
  return wire.encode(await runInvoke(channel, eventOf(contents, url, {}), wire.decode(args)))
})

owner.handle('ipc', ({ windowId, channel, args, url }) => {
  const contents = all.get(windowId)
  if (contents === undefined) return
  runSend(channel, eventOf(contents, url, { reply: (to, ...rest) => contents.send(to, ...rest) }), wire.decode(args))
})
