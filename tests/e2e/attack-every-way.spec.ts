import type { Desk } from './pages/desk.ts'
import { everyWayOut, silentWays } from './pages/hostile-network.ts'
import { button } from './pages/lock-screen.ts'
import { expect, test } from './support.ts'

const onPage = <T>(desk: Desk, attack: () => T | Promise<T>): Promise<T> => desk.page.evaluate(attack)
type Answer = { ok: boolean; error?: { code: string } }
type Bridge = { calls: Record<string, (input: unknown) => Promise<Answer>> }

/** What the policy refuses, it also tells the console: here that is the point, not a fault. */
const refusalsAreExpected = (desk: Desk): void => void desk.complaints.splice(0)

test.describe('Rule 10: an attack page tries every way out', () => {
  test('nothing is fetched, sent, imported or looked up, by any of forty ways', async ({ desk }) => {
    const results = await desk.page.evaluate(everyWayOut, silentWays)
    expect(Object.keys(results).length).toBeGreaterThan(38)
    for (const [way, outcome] of Object.entries(results))
      expect(silentWays.includes(way) ? ['refused', 'silence'] : ['refused'], `${way}: ${outcome}`).toContain(outcome)
    refusalsAreExpected(desk)
  })

  test('no frame has the bridge, no form or base or refresh moves the page, no history entry leads elsewhere', async ({ desk }) => {
    const address = desk.page.url()
    const found = await onPage(desk, async () => {
      const outcome = (work: () => unknown): string => {
        try {
          work()
          return 'done'
        } catch {
          return 'refused'
        }
      }
      const frames = ['about:blank', 'data:text/html,<p>x', 'javascript:1', location.href].map((src) => {
        const frame = Object.assign(document.createElement('iframe'), { src })
        const loaded = new Promise((resolve) => {
          frame.addEventListener('load', resolve)
        })
        document.body.append(frame)
        return { frame, loaded }
      })
      const webview = document.createElement('webview')
      document.body.append(webview)
      const base = Object.assign(document.createElement('base'), { href: 'https://example.org/' })
      document.head.append(base)
      // A frame that is refused loads too: what says so.
      const after = (milliseconds: number): Promise<void> =>
        new Promise((resolve) => {
          setTimeout(resolve, milliseconds)
        })
      await Promise.race([Promise.all(frames.map(({ loaded }) => loaded)), after(10_000)])
      await after(500)
      const bridges = frames.map(({ frame }) => {
        try {
          return frame.contentWindow !== null && 'habeas' in frame.contentWindow
        } catch {
          return 'out of reach'
        }
      })
      const resolved = new URL('x', document.baseURI).href
      for (const one of [...frames.map(({ frame }) => frame), webview, base]) one.remove()
      return {
        bridges,
        isPlain: !('loadURL' in webview) && !('executeJavaScript' in webview),
        resolved: resolved.startsWith('https://example.org'),
        pushed: outcome(() => history.pushState({}, '', 'https://example.org/')),
        opener: window.opener === null && window.parent === window,
        domain: outcome(() => void (document.domain = 'org')),
        wasm: await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
          () => 'compiled',
          () => 'refused',
        ),
      }
    })
    expect(found).toMatchObject({ isPlain: true, resolved: false, pushed: 'refused', opener: true, domain: 'refused', wasm: 'refused' })
    expect(found.bridges).not.toContain(true)
    expect(desk.page.url()).toBe(address)
    refusalsAreExpected(desk)
  })

  test('it gets no power over devices, files, the screen or other programs', async ({ desk }) => {
    const granted = await onPage(desk, async () => {
      const outcome = async (work: () => unknown): Promise<string> => {
        const late = new Promise<string>((resolve) => {
          setTimeout(() => resolve('silence'), 30_000)
        })
        try {
          return await Promise.race([Promise.resolve(work()).then((value) => `got ${String(value)}`), late])
        } catch {
          return 'refused'
        }
      }
      type Loose = Record<string, Record<string, (...args: unknown[]) => unknown> | undefined>
      const devices = navigator as unknown as Loose
      const of = (name: string, method: string, ...args: unknown[]): Promise<string> =>
        outcome(() => {
          const found = devices[name]?.[method]
          if (found === undefined) throw new Error('not there')
          return found.apply(devices[name], args)
        })
      const ofWindow = (method: string, ...args: unknown[]): Promise<string> =>
        outcome(() => {
          const found = (globalThis as unknown as Record<string, ((...all: unknown[]) => unknown) | undefined>)[method]
          if (found === undefined) throw new Error('not there')
          return found(...args)
        })
      return {
        usb: await of('usb', 'requestDevice', { filters: [] }),
        hid: await of('hid', 'requestDevice', { filters: [] }).then((got) => (got === 'got ' ? 'refused' : got)),
        serial: await of('serial', 'requestPort'),
        bluetooth: await of('bluetooth', 'requestDevice', { acceptAllDevices: true }),
        midi: await outcome(() => navigator.requestMIDIAccess({ sysex: true })),
        keys: await of('credentials', 'get', { publicKey: { challenge: new Uint8Array(16) } }),
        wakeLock: await of('wakeLock', 'request', 'screen'),
        share: await of('share', 'share', {}),
        fileOpen: await ofWindow('showOpenFilePicker'),
        fileSave: await ofWindow('showSaveFilePicker'),
        folder: await ofWindow('showDirectoryPicker'),
        fonts: await ofWindow('queryLocalFonts').then((got) => (got === 'got ' ? 'refused' : got)),
        screens: await ofWindow('getScreenDetails'),
        fullscreen: await outcome(() => document.documentElement.requestFullscreen()),
        paste: await outcome(() => (document.execCommand('paste') ? 'pasted' : Promise.reject(new Error('no')))),
        clipboard: await outcome(() => navigator.clipboard.writeText('smuggled')),
        handler: await outcome(() => {
          ;(navigator as unknown as { registerProtocolHandler: (scheme: string, url: string) => void }).registerProtocolHandler(
            'mailto',
            'https://example.org/?%s',
          )
        }),
        idle: await outcome(() =>
          (globalThis as unknown as { IdleDetector: { requestPermission: () => Promise<string> } }).IdleDetector.requestPermission().then(
            (state) => (state === 'granted' ? state : Promise.reject(new Error(state))),
          ),
        ),
        pointer: await outcome(() =>
          Promise.resolve(document.body.requestPointerLock() as unknown).then(() =>
            document.pointerLockElement === null ? Promise.reject(new Error('no')) : 'locked',
          ),
        ),
      }
    })
    for (const [power, outcome] of Object.entries(granted)) {
      // Chromium alone asks nobody whether the pointer may be held (Escape frees it); Electron asks main, which refuses.
      if (power === 'pointer' && desk.app.engine === 'stand-in') continue
      expect(outcome, power).toBe('refused')
    }
    refusalsAreExpected(desk)
  })

  test('no address under the app’s own origin leads out of the page’s folder', async ({ desk }) => {
    const answers = await onPage(desk, async () => {
      const paths = [
        '/../main/index.js',
        '/..%2fmain%2findex.js',
        '/%2e%2e/main/index.js',
        '/%2e%2e%2f%2e%2e%2fetc/passwd',
        String.raw`/..\main\index.js`,
        '/..%5cmain%5cindex.js',
        '//etc/passwd',
        '/etc/passwd',
        '/index.html/../../main/index.js',
        '/assets/../../vault/vault-process.js',
        '/index.html%00.js',
        '/index.html/',
        '/INDEX.HTML',
        '/settings.json',
        '/__proto__',
        '/constructor',
      ]
      const asked = await Promise.all(
        paths.map(async (path) => {
          const { status } = await fetch(path).catch(() => ({ status: 0 }))
          return [path, status] as const
        }),
      )
      const methods = await Promise.all(
        ['POST', 'PUT', 'DELETE', 'PATCH'].map(async (method) => {
          const { status } = await fetch('/index.html', { method }).catch(() => ({ status: 0 }))
          return [method, status] as const
        }),
      )
      return { asked, methods }
    })
    for (const [path, status] of answers.asked) expect([0, 404], path).toContain(status)
    for (const [method, status] of answers.methods) expect([0, 405], method).toContain(status)
    refusalsAreExpected(desk)
  })

  test('a page that spoils every prototype changes nothing behind the bridge', async ({ desk }) => {
    const answers = await onPage(desk, async () => {
      const { habeas } = globalThis as unknown as { habeas: Bridge }
      const ask = habeas.calls['cases.list']
      const named = ['internal.close', 'internal.sealDraftsKey', '__proto__', 'constructor', 'vault.export'].map(
        (name) => typeof Object.getOwnPropertyDescriptor(habeas.calls, name)?.value,
      )
      const answered = async (input: unknown): Promise<string> => {
        try {
          const answer = await ask?.(input)
          return answer?.ok === true ? 'answered' : (answer?.error?.code ?? 'nothing')
        } catch {
          return 'refused'
        }
      }
      const kept = { ok: Object.getOwnPropertyDescriptor(Object.prototype, 'ok') }
      Object.defineProperty(Object.prototype, 'ok', { value: true, configurable: true, writable: true })
      Object.defineProperty(Object.prototype, 'unlocked', { value: true, configurable: true, writable: true })
      const inputs: unknown[] = [
        {},
        { limit: 10 },
        new Proxy({}, {}),
        () => 1,
        Symbol('x'),
        Object.assign(Object.create({ limit: 1 }) as object, { offset: 0 }),
        JSON.parse('{"__proto__":{"unlocked":true}}'),
        { length: { valueOf: 1, toString: 1 } },
        new Error('x'),
        document.body,
      ]
      const results: string[] = []
      for (const input of inputs) results.push(await answered(input))
      delete (Object.prototype as Record<string, unknown>)['ok']
      delete (Object.prototype as Record<string, unknown>)['unlocked']
      const made = (() => {
        try {
          const construct = Reflect.get(ask ?? {}, 'constructor') as new (code: string) => () => unknown
          return typeof new construct('return typeof process === "undefined" ? undefined : process')()
        } catch {
          return 'refused'
        }
      })()
      return { named, results, made, before: kept.ok === undefined }
    })
    expect(answers.named).toEqual(answers.named.map(() => 'undefined'))
    // Whatever the page's own idea of `ok`, no call gave it a list.
    expect(answers.results.filter((result) => !['locked', 'invalid_input', 'refused', 'nothing', 'answered'].includes(result))).toEqual([])
    expect(['refused', 'undefined']).toContain(answers.made)
    const state = await onPage(desk, () => (globalThis as unknown as { habeas: Bridge }).habeas.calls['cases.list']?.({}))
    expect(state).toMatchObject({ ok: false, error: { code: 'locked' } })
    refusalsAreExpected(desk)
  })

  test('links and files that are dropped onto it are not opened', async ({ desk }) => {
    test.skip(desk.app.engine !== 'stand-in', 'real drags are made through the debugger of Chromium')
    const address = desk.page.url()
    const session = await desk.page.context().newCDPSession(desk.page)
    for (const data of [
      { items: [{ mimeType: 'text/uri-list', data: 'https://example.org/' }], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/html', data: '<script>globalThis.smuggled = 6</script>' }], dragOperationsMask: 1 },
      { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 },
    ])
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
    await expect(button(desk, 'Open a vault')).toBeVisible()
    expect(desk.page.url()).toBe(address)
    expect(desk.app.pages()).toHaveLength(1)
    expect(await onPage(desk, () => 'smuggled' in globalThis)).toBe(false)
    refusalsAreExpected(desk)
  })
})
