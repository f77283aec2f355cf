import { describe, expect, it } from 'vitest'

import { shareTrial, startTrial } from './trial.ts'

// protocol, session, webContents and their events as Electron's documentation describes them.

const shared = shareTrial()

describe('a page of a registered scheme', () => {
  it('is served by the session’s handler, which sees the address, method, headers and body', async () => {
    const page = await shared().trial.page()
    expect(
      await page.evaluate(async () => (await fetch('/echo?q=1', { method: 'POST', body: 'text', headers: { 'x-trial': 'y' } })).json()),
    ).toEqual({ method: 'POST', body: 'text', header: 'y', url: 'app://habeas/echo?q=1' })
    expect(await page.evaluate(async () => (await fetch('/nowhere')).status)).toBe(404)
    expect(await page.evaluate(async () => (await fetch('/a.js')).headers.get('x-trial'))).toBe('yes')
    expect(
      await page.evaluate(() =>
        fetch('/throw').then(
          () => 'answered',
          () => 'failed',
        ),
      ),
    ).toBe('failed')
  })

  it('is a secure context whose policy Chromium enforces: no inline script, no eval, no other origin', async () => {
    const page = await shared().trial.page()
    expect(
      await page.evaluate(() => [
        isSecureContext,
        (globalThis as { inlineRan?: boolean }).inlineRan ?? false,
        (globalThis as { pageSecret?: number }).pageSecret,
      ]),
    ).toEqual([true, false, 1])
    const violated = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve([event.effectiveDirective, event.blockedURI]), {
            once: true,
          })
          new Image().src = 'https://example.org/x.png'
        }),
    )
    expect(await violated).toEqual(['img-src', 'https://example.org/x.png'])
    const inPage = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
          const script = document.createElement('script')
          script.textContent = 'window.inlineRan = true'
          document.body.append(script)
        }),
    )
    expect(await inPage).toBe('script-src-elem')
  })

  it('leaves the network alone: main’s webRequest listener sees what policy lets through, and nothing goes out', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    await inMain(page, (_electron, state) => {
      state.asked = []
      state.session.webRequest.onBeforeRequest((details: { url: string; resourceType: string }, answer: (verdict: object) => void) => {
        state.asked.push([details.url, details.resourceType])
        answer({ cancel: details.url.includes('/a.js') })
      })
    })
    expect(
      await page.evaluate(async () => [
        await fetch('/a.js').then(
          () => 'answered',
          () => 'failed',
        ),
        (await fetch('/page.js')).status,
      ]),
    ).toEqual(['failed', 200])
    expect(await inMain(page, (_electron, state) => state.asked)).toEqual([
      ['app://habeas/a.js', 'xhr'],
      ['app://habeas/page.js', 'xhr'],
    ])
  })

  it('that can’t be had rejects loadURL and tells did-fail-load', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    const told = await inMain(page, async (electron, state) => {
      const window = new electron.BrowserWindow({ webPreferences: { session: state.session } })
      const failed = new Promise((resolve) =>
        window.webContents.once('did-fail-load', (_event: unknown, code: number, _description: string, url: string) =>
          resolve([code < 0, url]),
        ),
      )
      return [
        await window.loadURL('app://habeas/throw').then(
          () => 'loaded',
          () => 'rejected',
        ),
        await failed,
      ]
    })
    expect(told).toEqual(['rejected', [true, 'app://habeas/throw']])
  })

  it('of another session partition shares nothing with it', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    const answer = await inMain(page, async (electron) => {
      const other = electron.session.fromPartition('other')
      const window = new electron.BrowserWindow({ webPreferences: { session: other } })
      return [
        other === electron.session.fromPartition('other'),
        other.isPersistent(),
        await window.loadURL('app://habeas/index.html').then(
          () => 'loaded',
          () => 'refused',
        ),
      ]
    })
    expect(answer).toEqual([true, false, 'refused'])
  })
})

describe('a page that wants elsewhere', () => {
  it('is asked about by will-navigate, and stays where it is prevented', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    await inMain(page, (_electron, state) => {
      state.window.webContents.on('will-navigate', (event: { url: string; isMainFrame: boolean; preventDefault: () => void }) => {
        state.log.push(`will-navigate ${event.url} ${event.isMainFrame}`)
        event.preventDefault()
      })
    })
    for (const selector of ['#away', '#other']) {
      await page.click(selector)
      await expect
        .poll(() => inMain(page, (_electron, state) => state.log.filter((line: string) => line.startsWith('will-navigate')).length))
        .toBe(selector === '#away' ? 1 : 2)
    }
    await page.evaluate(() => location.assign('about:blank'))
    await expect
      .poll(() => inMain(page, (_electron, state) => state.log.filter((line: string) => line.startsWith('will-navigate'))))
      .toEqual(['will-navigate https://example.org/ true', 'will-navigate app://habeas/other.html true', 'will-navigate about:blank true'])
    expect(await page.title()).toBe('Trial')
  })

  it('goes there where nobody prevents it; loadURL and anchors are not asked about', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    await inMain(
      page,
      (_electron, state) =>
        void state.window.webContents.on('will-navigate', (event: { url: string }) => state.log.push(`will-navigate ${event.url}`)),
    )
    await page.click('#anchor')
    await page.click('#other')
    await page.waitForURL(/other/)
    await inMain(page, (_electron, state) => void setTimeout(() => state.window.loadURL('app://habeas/index.html'), 0))
    await page.waitForURL(/index/)
    expect(await inMain(page, (_electron, state) => state.log.filter((line: string) => line.startsWith('will-navigate')))).toEqual([
      'will-navigate app://habeas/other.html',
    ])
  })

  it('opens no window that main’s handler denies: window.open answers null, a link’s target stays shut', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    expect(await page.evaluate(() => window.open('https://example.org/x'))).toBeNull()
    await page.click('#blank')
    await expect
      .poll(() => inMain(page, (_electron, state) => state.log.filter((line: string) => line.startsWith('open'))))
      .toEqual(['open https://example.org/x', 'open app://habeas/other.html'])
    await expect.poll(() => page.context().pages().length).toBe(1)
  })

  it('downloads nothing that will-download prevents', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    await inMain(page, (_electron, state) => {
      state.session.on(
        'will-download',
        (event: { preventDefault: () => void }, item: { getFilename: () => string; getURL: () => string }) => {
          state.log.push(`download ${item.getFilename()} ${item.getURL()}`)
          event.preventDefault()
        },
      )
    })
    await page.click('#download')
    await expect
      .poll(() => inMain(page, (_electron, state) => state.log.filter((line: string) => line.startsWith('download'))))
      .toEqual(['download a.js app://habeas/a.js'])
    expect(trial.faults).toEqual([])
  })

  it('has the permissions that both handlers grant, and no other', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    const state = await page.evaluate(async () =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'clipboard-read'].map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    )
    expect(state).toEqual(['granted', 'denied', 'denied', 'denied'])
    expect(await inMain(page, (_electron, kept) => kept.permissionOrigin)).toBe('app://habeas')
  })
})

describe('an attempt at what the stand-in has not', () => {
  it.each([
    [
      'a file address',
      'new electron.BrowserWindow({ webPreferences: { sandbox: false } })',
      'The stand-in has no electron.BrowserWindow webPreferences sandbox: false',
    ],
    ['an unknown option', 'new electron.BrowserWindow({ kiosk: true })', "The stand-in has no electron.BrowserWindow option 'kiosk'"],
    [
      'a persistent session',
      "electron.session.fromPartition('persist:x')",
      'The stand-in has no electron.session.fromPartition for a persistent partition',
    ],
    ['a module', 'electron.nativeImage.createEmpty()', 'The stand-in has no electron.nativeImage.createEmpty'],
    ['a method', 'electron.app.getFileIcon("x")', 'The stand-in has no electron.app.getFileIcon'],
    ['a class', 'new electron.Tray("x")', 'The stand-in has no electron.Tray'],
    [
      'an event',
      "electron.app.on('continue-activity', () => {})",
      "The stand-in never fires the event 'continue-activity' of electron.app",
    ],
    ['a window’s method', 'state.window.setKiosk(true)', 'The stand-in has no electron.BrowserWindow.setKiosk'],
    ['a page’s method', 'state.window.webContents.print()', 'The stand-in has no electron.WebContents.print'],
    ['a property set', 'electron.nativeTheme.other = 1', 'The stand-in has no electron.nativeTheme.other'],
  ])('(%s) throws by name', async (_what, code, message) => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    const thrown = await inMain(
      page,
      (electron, state, source) => {
        try {
          new Function('electron', 'state', source)(electron, state)
          return null
        } catch (error) {
          return (error as Error).message
        }
      },
      code,
    )
    expect(thrown).toBe(message)
  })
})

describe('zoom', () => {
  it('gives the page fewer and larger pixels, and stays over a navigation', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    const measures = (): Promise<number[]> => page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio])
    const [width = 0, height = 0, ratio = 0] = await measures()
    await inMain(page, (electron) => electron.BrowserWindow.getAllWindows()[0].webContents.setZoomFactor(1.25))
    await expect.poll(measures).toEqual([Math.round(width / 1.25), Math.round(height / 1.25), ratio * 1.25])
    expect(await page.evaluate((most: number) => matchMedia(`(max-width: ${String(most)}px)`).matches, Math.round(width / 1.25))).toBe(true)
    await page.click('#other')
    await page.waitForURL(/other/)
    expect(await measures()).toEqual([Math.round(width / 1.25), Math.round(height / 1.25), ratio * 1.25])
    await inMain(page, (electron) => electron.BrowserWindow.getAllWindows()[0].webContents.setZoomFactor(1))
    await expect.poll(measures).toEqual([width, height, ratio])
  })
})
