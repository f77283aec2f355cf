import { afterEach, describe, expect, test, vi } from 'vitest'

import type { Answer, AppEvent } from '../../../electron/contract/index.ts'
import { createLongWork } from '../../../electron/main/long-work.ts'

type Started = { event: (event: unknown) => void; answer: (answer: Answer<unknown>) => void; killed: boolean }

// Main's own part; only the process that it would start stands in for one.
const helpers = vi.hoisted(() => ({ started: [] as Started[] }))
vi.mock('../../../electron/main/places.ts', () => ({ places: { helperProcess: 'helper' } }))
vi.mock('../../../electron/main/processes.ts', () => ({
  startHelper: ({ onEvent }: { onEvent: (event: unknown) => void }) => {
    const working = Promise.withResolvers<Answer<unknown>>()
    const one: Started = { event: onEvent, answer: working.resolve, killed: false }
    helpers.started.push(one)
    return {
      call: (call: string) => (call === 'internal.workKey' ? Promise.resolve({ ok: true, value: { publicKey: 'key' } }) : working.promise),
      killNow: () => {
        one.killed = true
        working.resolve({ ok: false, error: { code: 'process_gone', params: {} } })
      },
    }
  },
}))
afterEach(() => void helpers.started.splice(0))

/** The long work of an open vault, what the vault process was asked to remember, and what every page was told. */
function atWork() {
  const applied: unknown[] = []
  const told: AppEvent[] = []
  const longWork = createLongWork({
    folder: () => '/nowhere',
    broadcast: (event) => void told.push(event),
    askVault: (call, input) => {
      if (call === 'internal.applyWork') applied.push((input as { record: unknown }).record)
      return Promise.resolve({ ok: true, value: { changeNo: 4 } })
    },
  })
  return { longWork, applied, told }
}
const underWay = (count = 1): Promise<Started> =>
  vi.waitFor(() => {
    const one = helpers.started[count - 1]
    if (one === undefined) throw new Error('not begun')
    return one
  })

const cancelled = { ok: false, error: { code: 'cancelled', params: {} } }
const made = (second: string) => ({ createdAt: 1, bytes: 2, lastChange: { changeNo: 3, at: null, words: ['a', 'b', 'c', 'd'] }, second })
const record = (...places: string[]) => ({ type: 'made', findings: places.map((place) => ({ place })), elsewhere: false })

describe('Rule 6: stopping a new key that waits', () => {
  test('lets the backup before it go on, and what waits behind it', async () => {
    const { longWork } = atWork()
    const backup = longWork.run('daily', {})
    const rekey = longWork.alone(() => Promise.resolve({ ok: true, value: 'made' }))
    const check = longWork.run('vault.verify', {})
    const first = await underWay()
    longWork.cancelAlone()
    expect(first.killed).toBe(false)
    first.answer({ ok: true, value: { value: made('absent'), record: record('vault') } })
    expect(await backup).toMatchObject({ ok: true })
    expect(await rekey).toEqual(cancelled)
    ;(await underWay(2)).answer({ ok: true, value: { value: { sound: true }, record: null } })
    expect(await check).toMatchObject({ ok: true })
    expect(await longWork.alone(() => Promise.resolve({ ok: true, value: 'made' }))).toEqual({ ok: true, value: 'made' })
  })

  test('and stopping the backup is no stop of the new key', async () => {
    const { longWork } = atWork()
    const backup = longWork.run('backups.make', {})
    const waiting = longWork.run('vault.verify', {})
    const rekey = longWork.alone(() => Promise.resolve({ ok: true, value: 'made' }))
    await underWay()
    longWork.cancel()
    expect(await Promise.all([backup, waiting, rekey])).toEqual([cancelled, cancelled, { ok: true, value: 'made' }])
    expect(helpers.started).toHaveLength(1)
  })
})

describe('Rule 23: a backup that has its name is not undone by a stop, nor forgotten', () => {
  const madeEvent = (second: string, ...places: string[]) => ({ type: 'work.made', value: made(second), record: record(...places) })

  test('stopped during the copy to the second place: it is remembered, and said', async () => {
    const { longWork, applied, told } = atWork()
    const backup = longWork.run('backups.make', {})
    const helper = await underWay()
    helper.event(madeEvent('stopped', 'vault'))
    longWork.cancel()
    expect(await backup).toEqual({ ok: true, value: made('stopped') })
    expect(applied).toEqual([record('vault')])
    // No page hears of what main is told.
    expect(told.map(({ type }) => type)).toEqual(['data.changed'])
  })

  test('stopped during what comes after the copy: the last that was told counts', async () => {
    const { longWork, applied } = atWork()
    const backup = longWork.run('daily', {})
    const helper = await underWay()
    helper.event(madeEvent('stopped', 'vault'))
    helper.event(madeEvent('copied', 'vault', 'second'))
    longWork.cancel()
    expect(await backup).toEqual({ ok: true, value: made('copied') })
    expect(applied).toEqual([record('vault', 'second')])
  })

  test('stopped when the answer was on its way: what is done is remembered', async () => {
    const { longWork, applied } = atWork()
    const backup = longWork.run('backups.make', {})
    const helper = await underWay()
    helper.answer({ ok: true, value: { value: made('copied'), record: record('vault', 'second') } })
    longWork.cancel()
    expect(await backup).toEqual({ ok: true, value: made('copied') })
    expect(applied).toEqual([record('vault', 'second')])
  })

  test('a helper that fails afterwards: the failure is told, the backup remembered', async () => {
    const { longWork, applied } = atWork()
    const backup = longWork.run('backups.make', {})
    const helper = await underWay()
    helper.event(madeEvent('stopped', 'vault'))
    const failure: Answer<unknown> = { ok: false, error: { code: 'disk_failed', params: {} } }
    helper.answer(failure)
    expect(await backup).toEqual(failure)
    expect(applied).toEqual([record('vault')])
  })

  test('before it has its name, or told in another shape, nothing is', async () => {
    for (const event of [undefined, { ...madeEvent('half', 'vault') }, { ...madeEvent('stopped', 'vault'), more: 1 }, madeEvent('x')]) {
      const { longWork, applied, told } = atWork()
      const backup = longWork.run('backups.make', {})
      const helper = await vi.waitFor(() => helpers.started.at(-1) ?? Promise.reject(new Error('not begun')))
      if (event !== undefined) helper.event(event)
      longWork.cancel()
      expect(await backup).toEqual(cancelled)
      expect([applied, told]).toEqual([[], []])
      helpers.started.splice(0)
    }
  })
})
