import { makeScripts, preloadWorld } from '../bridge/sources.mjs'
import { makeWire } from '../wire.mjs'

const wire = makeWire()

/**
 * One window of main as a page of Chromium: its preload in a world of its own, and the messages that go to and fro.
 * `link` leads to main; `shared` holds what all windows of an instance have in common (theme, menu keys).
 */
export async function makePageWindow({ page, link, windowId, preload, shared, devTools }) {
  const cdp = await page.context().newCDPSession(page)
  const scripts = makeScripts(preload, shared.accelerators)
  const state = { loading: null, contextId: null, closing: false, devTools }
  const ignore = () => {}

  const callPreload = (method, ...args) =>
    state.contextId === null
      ? Promise.resolve()
      : cdp
          .send('Runtime.callFunctionOn', {
            functionDeclaration: `(...args) => __standIn.${method}(...args)`,
            executionContextId: state.contextId,
            arguments: args.map((value) => ({ value })),
          })
          .catch(ignore)

  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === preloadWorld && context.auxData?.frameId === mainFrameId) state.contextId = context.id
  })
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === state.contextId) state.contextId = null
  })
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === scripts.binding) void receive(JSON.parse(payload), executionContextId)
  })

  async function receive(message, contextId) {
    if ('invoke' in message) {
      let failed = false
      let text
      try {
        text = await link.ask('invoke', { windowId, channel: message.channel, args: message.args, url: message.url })
      } catch (error) {
        failed = true
        text = error.message
      }
      // An answer to a document that has gone is nobody's.
      if (contextId === state.contextId) await callPreload('settle', message.invoke, failed, text)
    } else if ('send' in message) link.tell('ipc', { windowId, channel: message.send, args: message.args, url: message.url })
    else if ('open' in message)
      await link.ask('open', { windowId, url: message.open, frameName: message.frameName, features: message.features })
    else if ('key' in message) await link.ask('menu.key', { windowId, accelerator: message.key })
    else if ('navigate' in message) await link.ask('navigate', { windowId, url: message.navigate, isMainFrame: true })
  }

  const { frameTree } = await cdp.send('Page.getFrameTree')
  const mainFrameId = frameTree.frame.id
  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name: scripts.binding, executionContextName: preloadWorld })
  await cdp.send('Page.enable')
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: preloadWorld })
  await page.emulateMedia({ colorScheme: shared.colorScheme })

  const tell = (event, extra = {}) => link.tell('window.event', { windowId, event, ...extra })
  const isOurs = () => page.url().startsWith('https://')
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && isOurs()) tell('did-navigate', { url: page.url() })
  })
  page.on('domcontentloaded', () => {
    if (!isOurs()) return
    tell('dom-ready')
    state.titleTold = page.title().then((title) => link.tell('window.title', { windowId, title }), ignore)
  })
  page.on('load', () => {
    if (!isOurs()) return
    state.loaded = true
    tell('did-finish-load')
    link.tell('window.loaded', { windowId })
  })
  page.on('crash', () => tell('render-process-gone'))
  page.on('close', () => {
    if (!state.closing) link.tell('window.gone', { windowId })
  })
  page.on('download', (download) => {
    void link
      .ask('download', { partition: shared.partitionOf(windowId), windowId, url: download.url(), filename: download.suggestedFilename() })
      .catch((error) => shared.fault(error))
  })
  // Whatever Chromium opened by itself (a link's target, a form's) is asked about and closed: windows are main's alone.
  page.on('popup', (popup) => {
    const url = shared.refusedPopups.shift() ?? popup.url()
    void popup.close().catch(ignore)
    void link.ask('open', { windowId, url, frameName: '', features: '' }).catch((error) => shared.fault(error))
  })

  /**
   * As Electron's zoom: fewer CSS pixels, each drawn larger. Without a screen the viewport's size is known, and the device's
   * metrics are set; a window on a screen can be resized by a hand, and there the document is zoomed by CSS.
   */
  async function zoom(factor, headless) {
    if (!headless) {
      await cdp.send('Runtime.evaluate', {
        expression: `document.documentElement.style.zoom = ${factor === 1 ? "''" : JSON.stringify(String(factor))}`,
        ...(state.contextId === null ? {} : { contextId: state.contextId }),
      })
      return
    }
    const size = page.viewportSize()
    if (size === null) return
    if (factor === 1 && !state.zoomed) return
    state.zoomed = true
    await cdp.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(size.width / factor),
      height: Math.round(size.height / factor),
      deviceScaleFactor: factor,
      mobile: false,
    })
  }

  return {
    page,
    state,
    callPreload,
    async load(url) {
      state.loading = url
      try {
        await page.goto(url, { waitUntil: 'load' })
        await state.titleTold
        return {}
      } catch (error) {
        return { failed: /net::ERR_\w+/.exec(error.message)?.[0] ?? 'ERR_FAILED' }
      } finally {
        state.loading = null
      }
    },
    /** Runs in the page's own world, as webContents.executeJavaScript does; the value comes back as text. */
    evaluate: async (code) => wire.encode(await page.evaluate(code)),
    /** Runs in the preload's world, as if a person had just pressed a key. */
    async evaluateApart(expression) {
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        expression,
        contextId: state.contextId,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      })
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    /** A hidden window is a minimised one, where there is a screen at all. */
    async show(visible, headless) {
      this.visible = visible
      if (headless) return
      const { windowId: shell } = await cdp.send('Browser.getWindowForTarget')
      await cdp
        .send('Browser.setWindowBounds', { windowId: shell, bounds: { windowState: visible ? 'normal' : 'minimized' } })
        .catch(ignore)
    },
    zoom: (factor, headless) => zoom(factor, headless).catch(ignore),
    crash: () => cdp.send('Page.crash').catch(ignore),
    async close() {
      state.closing = true
      await page.close({ runBeforeUnload: false }).catch(ignore)
    },
  }
}
