import { describe, expect, it } from 'vitest'

import { shareTrial } from './trial.ts'

// contextBridge, ipcRenderer, ipcMain and webContents.send as their pages in Electron's documentation describe them.

// oxlint-disable-next-line typescript/no-explicit-any
declare const bridge: any
const shared = shareTrial()

describe('the bridge between a page and its preload', () => {
  it('copies and freezes what the preload exposes, and keeps its types', async () => {
    const { trial } = shared()
    const page = await trial.page()
    expect(
      await page.evaluate(() => ({
        frozen: [bridge, bridge.given, bridge.given.list, bridge.given.list[1]].every((one) => Object.isFrozen(one)),
        bytes: bridge.given.bytes instanceof Uint8Array && [...bridge.given.bytes].join(),
        when: bridge.given.when instanceof Date && bridge.given.when.getTime(),
        map: bridge.given.map instanceof Map && typeof bridge.given.map.get('a'),
        fixed: Object.getOwnPropertyDescriptor(globalThis, 'bridge')?.writable,
      })),
    ).toEqual({ frozen: true, bytes: '1,2,3', when: 5, map: 'bigint', fixed: false })
  })

  it('shares no object: what crosses twice is another one; functions and promises are proxied', async () => {
    const { trial } = shared()
    const page = await trial.page()
    expect(
      await page.evaluate(async () => {
        bridge.keep(bridge.given)
        const copied = bridge.look().same
        bridge.keep((a: number, b: number) => a + b)
        const { isFunction, value } = bridge.look()
        return { copied, isFunction, value, later: await bridge.later(7) }
      }),
    ).toEqual({ copied: false, isFunction: true, value: 42, later: { value: 7 } })
  })

  it('hands on errors by their message alone, and refuses symbols', async () => {
    const { trial } = shared()
    const page = await trial.page()
    expect(
      await page.evaluate(async () => {
        const caught = (action: () => unknown): unknown => {
          try {
            return action()
          } catch (error) {
            const { message, name } = error as Error
            return { message, name, extra: (error as { extra?: number }).extra ?? null, isError: error instanceof Error }
          }
        }
        return [
          caught(() => bridge.fail()),
          await bridge.failLater().catch((error: Error) => error.message),
          (caught(() => bridge.keep(Symbol('x'))) as { message: string }).message,
        ]
      }),
    ).toEqual([{ message: 'said so', name: 'Error', extra: null, isError: true }, 'said later', 'An object could not be cloned.'])
  })

  it('keeps the preload in a world of its own, without Node, and the page without the preload’s', async () => {
    const { trial } = shared()
    const page = await trial.page()
    expect(await page.evaluate(() => bridge.worlds())).toEqual({ page: 'undefined', node: 'undefined', require: 'function', seen: 'Trial' })
    expect(
      await page.evaluate(() => [
        typeof (globalThis as { require?: unknown }).require,
        Object.keys(globalThis).filter((key) => /stand/i.test(key)),
        typeof (globalThis as { process?: unknown }).process,
      ]),
    ).toEqual(['undefined', [], 'undefined'])
    expect(await page.evaluate(() => [bridge.again(), bridge.requireOther()])).toEqual([
      'Cannot bind an API on top of an existing property on the window object',
      'module not found: node:fs',
    ])
  })

  it('is there after a reload, and in main frames only', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    await inMain(page, (_electron, state) => void setTimeout(() => state.window.loadURL('app://habeas/index.html?again'), 0))
    await page.waitForURL(/again/)
    expect(await page.evaluate(() => typeof bridge.invoke)).toBe('function')
  })
})

describe('messages between a page and main', () => {
  it('of invoke carry what the structured clone algorithm carries, both ways', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    await inMain(page, (electron) => electron.ipcMain.handle('echo', (_event: unknown, ...args: unknown[]) => args))
    expect(
      await page.evaluate(async () => {
        const [bytes, big, when, map, nothing, odd, nested] = await bridge.invoke(
          'echo',
          new Uint8Array([255, 0]),
          2n ** 70n,
          new Date(9),
          new Map([[1, new Set(['x'])]]),
          undefined,
          [Number.NaN, -0, Infinity],
          { $: 'tag', __proto__x: 1 },
        )
        return [
          bytes instanceof Uint8Array,
          bytes[0],
          big === 2n ** 70n,
          when.getTime(),
          [...map.get(1)],
          nothing === undefined,
          Number.isNaN(odd[0]),
          Object.is(odd[1], -0),
          odd[2] === Infinity,
          nested.$,
        ]
      }),
    ).toEqual([true, 255, true, 9, ['x'], true, true, true, true, 'tag'])
  })

  it('of invoke name the frame that sent them: its address, its origin, no parent', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    expect(
      await inMain(page, (electron, state, _argument, event) => ({
        url: event.senderFrame.url,
        origin: event.senderFrame.origin,
        parent: event.senderFrame.parent,
        sender: event.sender === state.window.webContents,
        window: electron.BrowserWindow.fromWebContents(event.sender) === state.window,
        type: event.type,
      })),
    ).toEqual({ url: 'app://habeas/index.html?again', origin: 'app://habeas', parent: null, sender: true, window: true, type: 'frame' })
  })

  it('of invoke fail with main’s message, and where there is no handler', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    const second = await inMain(page, (electron) => {
      electron.ipcMain.handle('fails', () => {
        throw new TypeError('not so')
      })
      try {
        electron.ipcMain.handle('fails', () => 1)
        return 'allowed'
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(second).toBe("Attempted to register a second handler for 'fails'")
    const refusals = await page.evaluate(() =>
      Promise.all(['fails', 'nobody'].map((channel) => bridge.invoke(channel).catch((error: Error) => error.message))),
    )
    expect(refusals).toEqual([
      "Error invoking remote method 'fails': TypeError: not so",
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    ])
    expect(await page.evaluate(() => bridge.invoke('run', () => 1).catch((error: Error) => error.message))).toBe(
      'An object could not be cloned.',
    )
  })

  it('of send and webContents.send arrive in their order, until the listener is taken off', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    await inMain(page, (electron, state) => {
      state.heard = []
      electron.ipcMain.on('note', (_event: unknown, value: unknown) => state.heard.push(value))
    })
    const heard = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const values: unknown[] = []
          const stop = bridge.listen('count', (value: number, hasSender: boolean) => {
            values.push([value, hasSender])
            if (values.length === 3) {
              stop()
              resolve(values)
            }
          })
          for (const value of [1, 2, 3]) bridge.send('note', value)
          void bridge.invoke(
            'run',
            '(electron, state) => { for (const value of [1, 2, 3, 4]) state.window.webContents.send("count", value) }',
          )
        }),
    )
    expect(heard).toEqual([1, 2, 3].map((value) => [value, true]))
    expect(await inMain(page, (_electron, state) => state.heard)).toEqual([1, 2, 3])
  })
})
