import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { makeLink } from '../link.mjs'
import { startBrowser } from './browser.mjs'
import { clipboardOf } from './clipboard.mjs'
import { routeRequests, setPermissions } from './requests.mjs'
import { makePageWindow } from './window.mjs'

const register = fileURLToPath(new URL('../register.mjs', import.meta.url))

/**
 * One run of main with its own browser. When main ends, whatever way, the browser and main's child processes are
 * killed; nothing of an instance outlives it.
 * @param options `main`, `args`, `cwd`, `env`, `headless`, `appWindow`, `onDialog(request)`, `onFault(error)`,
 *   `onOutput(text)`, `onPage(page)`.
 */
export function startInstance(options) {
  const main = spawn(process.execPath, ['--import', register, options.main, ...options.args], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  for (const stream of [main.stdout, main.stderr]) stream.on('data', (part) => options.onOutput(part.toString('utf8')))

  const link = makeLink((message) => main.send(message, () => {}))
  const windows = new Map()
  const children = new Set()
  const shared = {
    refusedPopups: [],
    accelerators: [],
    colorScheme: null,
    partitionOf: (windowId) => windows.get(windowId)?.partition ?? '',
    fault: options.onFault,
  }
  const opening = new Map()
  let browserStarting = null
  let browser = null
  let relaunch = null
  let firstTaken = false

  main.on('message', (message) => void link.receive(message).catch(options.onFault))

  const withWindow = async (windowId, action) => {
    // Creating a window takes a moment in Chromium; what main asks of it meanwhile comes after.
    await opening.get(windowId)
    const window = windows.get(windowId)
    return window === undefined ? undefined : action(window)
  }

  link.handle('start', async ({ switches }) => {
    browserStarting = startBrowser({ headless: options.headless, appWindow: options.appWindow, switches, verbose: false })
    browser = await browserStarting
    return { chrome: browser.version }
  })
  link.handle('child', ({ pid, alive }) => (alive ? children.add(pid) : children.delete(pid)))
  link.handle('relaunch', ({ args }) => {
    relaunch = [...(relaunch ?? []), args]
  })

  async function createWindow({ windowId, partition, preload, width, height, devTools, visible }) {
    const context = await browser.contextOf(partition, (made) =>
      routeRequests(made, { partition, windows, link, fault: options.onFault, refusedPopups: shared.refusedPopups }),
    )
    let page
    if (browser.firstPage !== null && !firstTaken) {
      firstTaken = true
      page = browser.firstPage
    } else page = await context.newPage()
    if (options.headless) await page.setViewportSize({ width, height })
    const window = await makePageWindow({ page, link, windowId, preload, shared, devTools })
    windows.set(windowId, Object.assign(window, { partition, permitted: new Set(), focused: false }))
    if (options.headless || visible) await window.show(visible, true)
    options.onPage(page)
  }
  link.handle('window.create', (details) => {
    opening.set(details.windowId, createWindow(details).catch(options.onFault))
  })
  link.handle('window.load', ({ windowId, url }) =>
    withWindow(windowId, async (window) => {
      const { origin } = new URL(url)
      if (url.startsWith('https://') && !window.permitted.has(origin)) {
        window.permitted.add(origin)
        const cdp = await window.page.context().newCDPSession(window.page)
        const { targetInfo } = await cdp.send('Target.getTargetInfo')
        await cdp.detach()
        await setPermissions({
          session: browser.session,
          contextId: options.appWindow ? undefined : targetInfo.browserContextId,
          partition: window.partition,
          windowId,
          url,
          link,
        })
      }
      return window.load(url)
    }).then((answer) => answer ?? { failed: 'ERR_ABORTED' }),
  )
  link.handle('window.close', ({ windowId }) => withWindow(windowId, (window) => (windows.delete(windowId), window.close())))
  link.handle('window.zoom', ({ windowId, factor }) => withWindow(windowId, (window) => window.zoom(factor, options.headless)))
  link.handle('window.crash', ({ windowId }) => withWindow(windowId, (window) => window.crash()))
  link.handle('window.evaluate', ({ windowId, code }) => withWindow(windowId, (window) => window.evaluate(code)))
  link.handle('window.visible', ({ windowId, visible }) => withWindow(windowId, (window) => window.show(visible, options.headless)))
  link.handle('window.focus', ({ windowId }) =>
    withWindow(windowId, async (window) => {
      await window.page.bringToFront()
      link.tell('window.focused', { windowId })
    }),
  )
  link.handle('send', ({ windowId, channel, args }) => withWindow(windowId, (window) => window.callPreload('receive', channel, args)))
  link.handle('accelerators', ({ list }) => {
    shared.accelerators = list
    for (const window of windows.values()) void window.callPreload('accelerators', list)
  })
  link.handle('theme', async ({ source }) => {
    shared.colorScheme = source === 'system' ? null : source
    for (const window of windows.values()) await window.page.emulateMedia({ colorScheme: shared.colorScheme })
  })
  link.handle('session.clear', async ({ partition }) => {
    for (const window of windows.values()) if (window.partition === partition) await window.page.context().clearCookies()
  })
  link.handle('dialog', (request) => options.onDialog(request, windows.get(request.windowId)?.page))
  link.handle('errorBox', (box) => options.onDialog({ kind: 'showErrorBox', options: box, windowId: null }))
  const clipboard = clipboardOf(
    () => [...windows.values()][0],
    () => browser,
  )
  link.handle('clipboard.write', ({ text }) => clipboard.write(text))
  link.handle('clipboard.read', () => clipboard.read())

  /** Resolves once main, its children and its browser are gone. */
  const ended = new Promise((resolve) => {
    main.once('exit', async (code, signal) => {
      link.close()
      for (const pid of children) {
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // Gone already.
        }
      }
      const running = browser ?? (await browserStarting?.catch(() => null)) ?? null
      await running?.kill()
      resolve({ code, signal, relaunch: relaunch ?? [] })
    })
  })

  return {
    main,
    link,
    windows,
    children,
    ended,
    pages: () => [...windows.values()].map((window) => window.page),
    browserPids: async () => (browser === null ? [] : browser.pids()),
    windowIdOf: (page) => [...windows].find(([, window]) => window.page === page)?.[0],
  }
}
