import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'

import { callNames, calls, readShape } from '../../../electron/contract/index.ts'
import type { Answer, CallName } from '../../../electron/contract/index.ts'
import type { AppHandlers } from '../../../electron/main/app-calls.ts'
import { openGate } from '../../../electron/main/ipc-gate.ts'
import { createTokenStore } from '../../../electron/main/token-store.ts'
import { fitting, marker, mutated, randomFrom } from './generator.ts'
import type { Schema } from './generator.ts'

// Main's gate itself; only Electron's two doors, by which it learns who asks, stand in for a window and its frames.
const door = vi.hoisted(() => ({ handlers: new Map<string, (event: unknown, input: unknown) => Promise<unknown>>(), ours: {} as object }))
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: (event: unknown, input: unknown) => Promise<unknown>) => void door.handlers.set(channel, handler),
  },
  BrowserWindow: { fromWebContents: (sender: unknown) => (sender === door.ours ? {} : null) },
}))

const passed: { call: string; input: unknown; grants: unknown }[] = []
/** What of the long work was stopped. */
const stopped: string[] = []
let unlocked = true
const accept = (call: string, input: unknown, grants: unknown): Promise<Answer<unknown>> => {
  passed.push({ call, input, grants })
  return Promise.resolve({ ok: true, value: null })
}
const appHandlers = new Proxy(
  {},
  { get: (_, call: string) => (input: unknown) => void passed.push({ call, input, grants: {} }) },
) as AppHandlers
const tokens = createTokenStore()
openGate({
  appHandlers,
  tokens,
  longWork: {
    run: (call, input) => accept(call, input, {}),
    alone: (work) => work(),
    cancel: () => void stopped.push('work'),
    cancelAlone: () => void stopped.push('what waits alone'),
    killNow: () => undefined,
  },
  vaultSide: {
    start: () => undefined,
    callVault: accept,
    askVault: () => Promise.resolve({ ok: false, error: { code: 'locked', params: {} } }),
    callDrafts: (call, input) => accept(call, input, {}),
    cancelTravel: () => undefined,
    isUnlocked: () => unlocked,
    close: () => Promise.resolve(),
    killNow: () => undefined,
  },
})

const frame = { parent: null, origin: 'app://habeas' }
const asOurs = { sender: door.ours, senderFrame: frame }
const ask = async (call: string, input: unknown, event: unknown = asOurs): Promise<Answer<unknown>> =>
  (await door.handlers.get(`habeas:call:${call}`)?.(event, input)) as Answer<unknown>

const schemas = new Map(
  callNames.map((call) => [call, z.toJSONSchema(calls[call].input, { io: 'input', unrepresentable: 'any' }) as Schema]),
)
const goodInput = (call: CallName, seed: number): unknown => {
  const random = randomFrom(seed)
  for (let tries = 0; tries < 500; tries += 1) {
    const input = fitting(schemas.get(call) ?? {}, random, [])
    if (readShape(calls[call].input, input).success) return input
  }
  throw new Error(`no good input for ${call}`)
}
const strangers: [string, unknown][] = [
  ['no frame any more', { sender: door.ours, senderFrame: null }],
  ['a frame inside the page', { sender: door.ours, senderFrame: { parent: frame, origin: 'app://habeas' } }],
  ['another origin', { sender: door.ours, senderFrame: { parent: null, origin: 'https://example.org' } }],
  ['an origin that begins like ours', { sender: door.ours, senderFrame: { parent: null, origin: 'app://habeas.example.org' } }],
  ['an opaque origin', { sender: door.ours, senderFrame: { parent: null, origin: 'null' } }],
  ['a file', { sender: door.ours, senderFrame: { parent: null, origin: 'file://' } }],
  ['contents that are no window of ours', { sender: {}, senderFrame: frame }],
]

describe('Rule 11: main’s gate', () => {
  test('has one channel for each call of the contract, and no other', () => {
    expect([...door.handlers.keys()].toSorted()).toEqual(callNames.map((call) => `habeas:call:${call}`).toSorted())
  })

  test.each(strangers)('a good request from %s reaches nobody', async (_, event) => {
    passed.length = 0
    for (const call of callNames)
      expect(await ask(call, goodInput(call, 3), event), call).toEqual({
        ok: false,
        error: { code: 'internal', params: { where: 'sender' } },
      })
    expect(passed).toEqual([])
  })

  test('while locked, only what a locked app may answer gets through', async () => {
    passed.length = 0
    unlocked = false
    for (const call of callNames) {
      const answer = await ask(call, goodInput(call, 4))
      if (!calls[call].whileLocked) expect(answer, call).toEqual({ ok: false, error: { code: 'locked', params: {} } })
    }
    unlocked = true
    expect(passed.filter(({ call }) => !calls[call as CallName].whileLocked)).toEqual([])
  })

  test('only a token that a dialog gave for this very purpose becomes a path', async () => {
    passed.length = 0
    const place = tokens.issue('/chosen/by/a/person', 'open')
    for (const wrong of ['/etc', '../x', `place-${'A'.repeat(32)}`, place.toUpperCase(), `${place}/..`])
      expect(await ask('vault.unlock', { place: wrong, passphrase: 'x' }), wrong).toMatchObject({
        ok: false,
        error: { code: 'invalid_input' },
      })
    expect(await ask('vault.create', { place, title: 'a', caseworkerName: 'b', passphrase: 'c' })).toMatchObject({ ok: false })
    expect(passed).toEqual([])
    await ask('vault.unlock', { place, passphrase: 'x' })
    expect(passed).toEqual([{ call: 'vault.unlock', input: { place, passphrase: 'x' }, grants: { [place]: '/chosen/by/a/person' } }])
  })

  const times = Number(process.env['HABEAS_FUZZ'] ?? (process.env['FULL'] === '1' ? 500_000 : 4000))
  test(`${times} hostile requests: none that its schema refuses gets through, none makes it throw`, { timeout: 3_600_000 }, async () => {
    const random = randomFrom(11)
    const keys = ['place', 'id', 'fields', 'call', 'grants', 'toString']
    const findings: string[] = []
    for (let n = 0; n < times && findings.length < 10; n += 1) {
      const call = random.of(callNames)
      const input = mutated(fitting(schemas.get(call) ?? {}, random, []), random, keys)
      passed.length = 0
      const answer = await ask(call, input).catch(() => null)
      if (answer === null) findings.push(`${call}: threw`)
      else if (!readShape(calls[call].input, input).success) {
        if (passed.length > 0) findings.push(`${call}: let through what its schema refuses`)
        if (answer.ok || answer.error.code !== 'invalid_input') findings.push(`${call}: ${answer.ok ? 'answered' : answer.error.code}`)
        else if (JSON.stringify(answer).includes(marker)) findings.push(`${call}: repeats what was sent`)
      }
    }
    expect(findings).toEqual([])
  })

  test('a length that can’t be compared is refused, and makes nobody throw', async () => {
    const trap = { length: { valueOf: 1, toString: 1 } }
    for (const call of ['search.cases', 'vault.unlock', 'drafts.put'] as const) {
      const input = Object.fromEntries(Object.keys(calls[call].input.shape as object).map((key) => [key, trap]))
      // zod's own reading throws, which is what this guards against.
      expect(await ask(call, input), call).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    }
  })
})

test('Rule 6: the stop of a new key stops no other work at the gate, and reaches the vault process', async () => {
  passed.length = 0
  stopped.length = 0
  await ask('keys.cancelRekey', {})
  expect(stopped).toEqual(['what waits alone'])
  expect(passed).toEqual([{ call: 'keys.cancelRekey', input: {}, grants: {} }])
})
