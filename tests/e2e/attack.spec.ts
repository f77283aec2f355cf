import { callNames } from '../../electron/contract/index.ts'
import { newCase } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { button } from './pages/lock-screen.ts'
import { expect, test } from './support.ts'

/** Runs on the page as a script of the page's own world, as one that a hostile file had smuggled in would. */
const onPage = <T>(desk: Desk, attack: () => T | Promise<T>): Promise<T> => desk.page.evaluate(attack)

type Bridge = {
  calls: Record<string, (input: unknown) => Promise<{ ok: boolean; error?: { code: string; params: Record<string, unknown> } }>>
  onEvent: unknown
}

/** What the policy refuses, it also tells the console: here that is the point, not a fault. */
const refusalsAreExpected = (desk: Desk): number => desk.complaints.splice(0).length

test.describe('A page that turned hostile finds no way out (security rules 10 and 11)', () => {
  test('the bridge has the calls of the contract and nothing else; no other door stands open', async ({ desk }) => {
    const found = await onPage(desk, () => {
      const { habeas } = globalThis as unknown as { habeas: Bridge }
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}))
      frame.remove()
      return {
        bridge: Object.keys(habeas).toSorted(),
        calls: Object.keys(habeas.calls).toSorted(),
        added: Object.getOwnPropertyNames(globalThis).filter((name) => !usual.has(name)),
        doors: [
          'require',
          'process',
          'module',
          'exports',
          'Buffer',
          'global',
          '__dirname',
          'electron',
          'ipcRenderer',
          'setImmediate',
        ].filter((name) => name in globalThis),
        changed: [() => Object.assign(habeas.calls, { 'app.state': () => 'mine' }), () => Object.assign(habeas, { more: 1 })].map(
          (attempt) => {
            try {
              attempt()
              return 'changed'
            } catch {
              return 'refused'
            }
          },
        ),
      }
    })
    expect(found.bridge).toEqual(['calls', 'onEvent'])
    expect(found.calls).toEqual([...callNames].toSorted())
    expect(found.doors).toEqual([])
    // The page's own tools leave their names on it; nothing there reaches beyond the page.
    expect(found.added.filter((name) => !/^(?:0|__playwright|__pw|litNonce|__zod_global|reactAria|\$RefreshReg)/.test(name))).toEqual([
      'habeas',
    ])
    expect(found.changed).toEqual(['refused', 'refused'])
    refusalsAreExpected(desk)
  })

  test('before unlocking, a call for anything inside answers that the vault is locked', async ({ desk }) => {
    const answers = await onPage(desk, async () => {
      const { habeas } = globalThis as unknown as { habeas: Bridge }
      const ask = async (name: string, input: unknown): Promise<string> => {
        const answer = await habeas.calls[name]?.(input)
        return answer?.ok === true ? 'answered' : (answer?.error?.code ?? 'no such call')
      }
      return Promise.all([
        ask('cases.list', {}),
        ask('vault.info', {}),
        ask('drafts.list', {}),
        ask('app.state', {}),
        ask('vault.unlock', { place: '/etc', passphrase: 'x' }),
        ask('vault.unlock', { place: `place-${'A'.repeat(32)}`, passphrase: 'x' }),
        ask('cases.list', { limit: 'all' }),
      ])
    })
    expect(answers).toEqual(['locked', 'locked', 'locked', 'answered', 'invalid_input', 'invalid_input', 'invalid_input'])
  })

  test('it can neither leave nor open another window', async ({ desk }) => {
    const address = desk.page.url()
    await onPage(desk, () => {
      document.body.dataset['still'] = 'here'
    })
    const opened = await onPage(desk, () => [
      globalThis.open('https://example.org/') === null,
      globalThis.open('about:blank', '_blank', 'noopener') === null,
    ])
    expect(opened).toEqual([true, true])
    const ways = [
      () => void (location.href = 'https://example.org/'),
      () => location.assign('file:///etc/passwd'),
      () => location.replace('data:text/html,gone'),
      () => {
        const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' })
        document.body.append(link)
        link.click()
      },
      () => {
        const form = Object.assign(document.createElement('form'), { action: 'https://example.org/', method: 'post' })
        document.body.append(form)
        form.submit()
      },
      () => {
        const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=https://example.org/' })
        document.head.append(refresh)
      },
    ]
    for (const way of ways) {
      await onPage(desk, way)
      // A call there and back comes after anything that the page had begun.
      await onPage(desk, async () => (globalThis as unknown as { habeas: Bridge }).habeas.calls['app.state']?.({}))
    }
    expect(desk.page.url()).toBe(address)
    expect(await onPage(desk, () => document.body.dataset['still'])).toBe('here')
    expect(desk.app.pages()).toHaveLength(1)
    await expect(button(desk, 'Open a vault')).toBeVisible()
    refusalsAreExpected(desk)
  })

  test('it can neither send nor fetch', async ({ desk }) => {
    const answers = await onPage(desk, async () => {
      const outcome = async (work: () => Promise<unknown>): Promise<string> => {
        try {
          return `reached: ${String(await work())}`
        } catch {
          return 'refused'
        }
      }
      const loaded = (element: HTMLElement): Promise<unknown> =>
        new Promise((resolve, reject) => {
          element.addEventListener('load', () => resolve('loaded'))
          element.addEventListener('error', () => reject(new Error('not loaded')))
          document.body.append(element)
        })
      const socket = (): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const opened = new WebSocket('wss://example.org/')
          opened.addEventListener('open', resolve)
          opened.addEventListener('error', reject)
        })
      const events = (): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const opened = new EventSource('https://example.org/')
          opened.addEventListener('open', resolve)
          opened.addEventListener('error', reject)
        })
      return {
        fetch: await outcome(() => fetch('https://example.org/', { mode: 'no-cors' })),
        http: await outcome(() => fetch('http://192.0.2.1/')),
        file: await outcome(() => fetch('file:///etc/passwd')),
        image: await outcome(() => loaded(Object.assign(document.createElement('img'), { src: 'https://example.org/x.png' }))),
        style: await outcome(() =>
          loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://example.org/x.css' })),
        ),
        script: await outcome(() => loaded(Object.assign(document.createElement('script'), { src: 'https://example.org/x.js' }))),
        socket: await outcome(socket),
        events: await outcome(events),
        worker: await outcome(async () => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })))
          return new Promise((resolve, reject) => {
            worker.addEventListener('message', resolve)
            worker.addEventListener('error', reject)
          })
        }),
        outside: await outcome(async () => {
          const answer = await fetch('/../main/index.js')
          if (!answer.ok) throw new Error('nothing there')
          return answer.text()
        }),
      }
    })
    for (const [way, outcome] of Object.entries(answers)) expect(outcome, way).toBe('refused')
    refusalsAreExpected(desk)
  })

  test('words never become script or markup', async ({ desk }) => {
    const results = await onPage(desk, async () => {
      // A debugger's own call may evaluate what it likes; what comes after it is the page's doing.
      await new Promise((resolve) => {
        setTimeout(resolve)
      })
      const outcome = (work: () => unknown): string => {
        try {
          work()
          return 'ran'
        } catch {
          return 'refused'
        }
      }
      const element = document.createElement('div')
      document.body.append(element)
      const inline = document.createElement('script')
      const appended = outcome(() => {
        inline.textContent = 'globalThis.smuggled = 1'
        document.body.append(inline)
      })
      const handled = outcome(() => element.setAttribute('onclick', 'globalThis.smuggled = 2'))
      element.click()
      return {
        evaluated: outcome(() => (Reflect.get(globalThis, 'eval') as (code: string) => unknown)('1 + 1')),
        made: outcome(() => new Function('return 1')()),
        timed: outcome(() => setTimeout('globalThis.smuggled = 3')),
        markup: outcome(() => void (element.innerHTML = '<img src=x onerror="globalThis.smuggled = 4">')),
        written: outcome(() => document.write('<script>globalThis.smuggled = 5</script>')),
        policy: outcome(() =>
          (globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy(
            'mine',
            { createHTML: (text: string) => text },
          ),
        ),
        either: [appended, handled].length,
      }
    })
    expect(results).toMatchObject({
      evaluated: 'refused',
      made: 'refused',
      timed: 'refused',
      markup: 'refused',
      written: 'refused',
      policy: 'refused',
    })
    expect(await onPage(desk, () => 'smuggled' in globalThis)).toBe(false)
    expect(refusalsAreExpected(desk)).toBeGreaterThan(0)
  })

  test('it is granted nothing', async ({ desk }) => {
    const granted = await onPage(desk, async () => {
      const outcome = async (work: () => Promise<unknown>): Promise<string> => {
        try {
          return String(await work())
        } catch {
          return 'refused'
        }
      }
      const position = (): Promise<unknown> => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))
      return {
        notifications: await outcome(() => Notification.requestPermission()),
        position: await outcome(position),
        camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
        clipboard: await outcome(() => navigator.clipboard.readText()),
        storage: await outcome(async () => ((await navigator.storage.persist()) ? 'granted' : Promise.reject(new Error('no')))),
      }
    })
    expect(granted).toEqual({
      notifications: 'denied',
      position: 'refused',
      camera: 'refused',
      screen: 'refused',
      clipboard: 'refused',
      storage: 'refused',
    })
    refusalsAreExpected(desk)
  })
})

test('nothing of a case gets into title, address, history or storage (security rule 13)', async ({ openDesk }) => {
  const before = await onPage(openDesk, () => ({ title: document.title, address: location.href, history: history.length }))
  await newCase(openDesk, { name: 'Ulpiano Ejemplo', where: 'Sotavento' })
  const after = await onPage(openDesk, async () => ({
    title: document.title,
    address: location.href,
    history: history.length,
    kept: [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length, document.cookie],
  }))
  expect(after).toEqual({ ...before, title: 'Habeas', kept: [0, 0, 0, 0, ''] })
})
