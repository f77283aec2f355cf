import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'

import { launchHabeas } from '../../../build/stand-in/harness.mjs'
import { callNames } from '../../../electron/contract/index.ts'
import type { Answer, CallName } from '../../../electron/contract/index.ts'
import { isAlive } from './is-alive.ts'

// The built app as a whole, as main holds it together (security rules 8, 10, 11, 13). `npm run build` comes before.

type Bridge = { calls: Record<string, (input: unknown) => Promise<unknown>>; onEvent: (callback: (event: unknown) => void) => () => void }
declare const habeas: Bridge

const call = (page: Page, name: CallName, input: unknown): Promise<Answer<Record<string, unknown>>> =>
  page.evaluate(([call_, value]) => habeas.calls[call_ as string]?.(value), [name, input] as const) as Promise<
    Answer<Record<string, unknown>>
  >

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-app-'))
  const app = await launchHabeas({ profile: join(folder, 'profile'), home: join(folder, 'home') })
  onTestFinished(async () => {
    await app.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  return { app, folder, page: await app.page() }
}

/** Makes a vault through the app and returns what opens it again. */
async function makeVault({ app, folder, page }: Awaited<ReturnType<typeof start>>) {
  app.answerDialog({ canceled: false, filePath: join(folder, 'home/Trial') })
  const chosen = await call(page, 'app.chooseNewVault', {})
  const suggested = await call(page, 'vault.suggestPassphrase', { language: 'en' })
  if (!chosen.ok || !suggested.ok) throw new Error('The vault could not be prepared.')
  const { passphrase } = suggested.value
  const made = await call(page, 'vault.create', { place: chosen.value['place'], title: 'Trial', caseworkerName: 'Trial', passphrase })
  expect(made.ok).toBe(true)
  return { passphrase, createPlace: chosen.value['place'] }
}

async function unlock(app: Awaited<ReturnType<typeof start>>['app'], folder: string, page: Page, passphrase: unknown) {
  app.answerDialog({ canceled: false, filePaths: [join(folder, 'home/Trial.habeas')] })
  const chosen = await call(page, 'app.chooseVault', {})
  if (!chosen.ok) throw new Error('The vault could not be chosen.')
  return call(page, 'vault.unlock', { place: chosen.value['place'], passphrase })
}

describe('the page', () => {
  it('has one function a call of the contract, one for events, and nothing else', async () => {
    const { page } = await start()
    expect(await page.evaluate(() => [Object.keys(habeas).toSorted(), Object.keys(habeas.calls).toSorted()])).toEqual([
      ['calls', 'onEvent'],
      callNames.toSorted(),
    ])
  })

  it('can’t leave, open, load, ask for or keep anything', async () => {
    const { app, page } = await start()
    const tried = await page.evaluate(async () => {
      const outcome = async (work: () => unknown): Promise<unknown> => {
        try {
          return (await work()) ?? null
        } catch (error) {
          return (error as Error).name
        }
      }
      return {
        // Later, since what a test's own door runs is let off the policy.
        evaluate: await outcome(
          () =>
            new Promise((resolve, reject) => {
              setTimeout(() => {
                try {
                  // oxlint-disable-next-line no-eval
                  resolve(globalThis.eval('1 + 1'))
                } catch (error) {
                  reject(error)
                }
              }, 0)
            }),
        ),
        html: await outcome(() => void (document.body.innerHTML = '<img>')),
        elsewhere: await outcome(() => fetch('https://example.org/')),
        socket: await outcome(
          () => new Promise((resolve) => new WebSocket('ws://127.0.0.1:9').addEventListener('error', () => resolve('error'))),
        ),
        window: await outcome(() => window.open('https://example.org/')),
        permissions: await Promise.all(
          ['geolocation', 'notifications', 'camera', 'clipboard-read'].map(
            async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
          ),
        ),
        workers: await outcome(async () => {
          await navigator.serviceWorker.register('/sw.js').catch(() => undefined)
          return (await navigator.serviceWorker.getRegistrations()).length
        }),
        node: ['require', 'process', 'Buffer'].filter((name) => name in globalThis),
      }
    })
    expect(tried).toMatchObject({
      html: 'TypeError',
      elsewhere: 'TypeError',
      workers: 0,
      socket: 'error',
      window: null,
      permissions: ['denied', 'denied', 'denied', 'denied'],
      node: [],
    })
    expect(tried.evaluate).toMatch(/Error$/)
    const before = page.url()
    await page.evaluate(() => location.assign('https://example.org/'))
    await page.evaluate(() => location.assign('about:blank'))
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.src = 'https://example.org/'
      document.body.append(frame)
    })
    expect((await call(page, 'app.state', {})).ok).toBe(true)
    expect([page.url(), app.pages().length, await page.title()]).toEqual([before, 1, 'Habeas'])
  })

  it('is answered by the contract alone: shape, lock and token are checked before anything is done', async () => {
    const { page } = await start()
    expect(await call(page, 'app.state', { more: 1 })).toEqual({
      ok: false,
      error: { code: 'invalid_input', params: { path: '', reason: 'unrecognized_keys' } },
    })
    expect(await call(page, 'cases.list', {})).toEqual({ ok: false, error: { code: 'locked', params: {} } })
    expect(await call(page, 'app.copy', { text: 'x' })).toEqual({ ok: false, error: { code: 'locked', params: {} } })
    const place = 'place-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    expect(await call(page, 'vault.unlock', { place, passphrase: 'x' })).toEqual({
      ok: false,
      error: { code: 'invalid_input', params: { path: 'place', reason: 'unknown_place' } },
    })
    expect(await call(page, 'vault.unlock', { place: '/etc', passphrase: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', params: { path: 'place' } },
    })
  })
})

describe('locking', () => {
  it('replaces every process within two seconds, keeps what was typed, and leaves no token', async () => {
    const started = await start()
    const { app, folder, page } = started
    const { passphrase, createPlace } = await makeVault(started)
    expect((await call(page, 'drafts.put', { key: 'new-case', value: 'typed', baseRevision: null })).ok).toBe(true)
    const pids = [app.mainPid() ?? 0, ...app.childPids(), ...(await app.browserPids())]
    expect(app.childPids()).toHaveLength(2)
    // Asked for before the lock: the next instance may be there by the time the last process has been seen to go.
    const appears = app.nextPage()
    const from = Date.now()
    await page.evaluate(() => void habeas.calls['app.lock']?.({}))
    await expect.poll(() => pids.filter(isAlive), { interval: 20 }).toEqual([])
    expect(Date.now() - from).toBeLessThan(2000)
    const next = await appears
    expect(await call(next, 'app.state', {})).toMatchObject({ ok: true, value: { unlocked: false } })
    expect(await call(next, 'vault.unlock', { place: createPlace, passphrase })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    })
    expect(await unlock(app, folder, next, 'another')).toEqual({ ok: false, error: { code: 'wrong_passphrase', params: {} } })
    expect(await unlock(app, folder, next, passphrase)).toMatchObject({ ok: true })
    expect(await call(next, 'drafts.list', {})).toMatchObject({ ok: true, value: { drafts: [{ key: 'new-case', value: 'typed' }] } })
  })

  it('comes with suspend, a locked screen, idle time, the menu and a lost helper; not while nothing is open', async () => {
    const started = await start()
    const { app, folder, page } = started
    await app.firePower('suspend')
    await app.setIdleSeconds(100_000)
    expect((await call(page, 'app.state', {})).ok).toBe(true)
    await app.setIdleSeconds(0)
    const { passphrase } = await makeVault(started)
    const triggers = [
      () => app.firePower('suspend').catch(() => undefined),
      () => app.firePower('lock-screen').catch(() => undefined),
      () => app.setIdleSeconds(601),
      () => app.clickMenu('lock').catch(() => undefined),
      async () => process.kill(app.childPids()[0] ?? 0, 'SIGKILL'),
    ]
    for (const trigger of triggers) {
      const next = app.nextPage()
      await trigger()
      const locked = await next
      expect(await call(locked, 'cases.list', {})).toEqual({ ok: false, error: { code: 'locked', params: {} } })
      expect(await unlock(app, folder, locked, passphrase)).toMatchObject({ ok: true })
    }
  }, 240_000)

  it('by the last window ends the app; the profile holds its settings and nothing else', async () => {
    const started = await start()
    const { app, folder, page } = started
    await makeVault(started)
    expect(await call(page, 'app.changeSettings', { theme: 'dark', language: 'es' })).toMatchObject({
      ok: true,
      value: { theme: 'dark', language: 'es', rememberVault: false },
    })
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
    const ended = app.waitForEnd()
    await app.closeWindow(page)
    expect(await ended).toMatchObject({ code: 0, relaunched: false })
    expect(readdirSync(join(folder, 'profile'))).toEqual(['settings.json'])
    expect(readFileSync(join(folder, 'profile/settings.json'), 'utf8')).not.toContain('Trial')
    expect(app.output()).toBe('')
  })

  it('ends an unpackaged build that is told not to start anew with a code of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'habeas-app-'))
    const app = await launchHabeas({
      profile: join(folder, 'profile'),
      home: join(folder, 'home'),
      args: ['--no-relaunch'],
      engine: 'stand-in',
    })
    onTestFinished(async () => {
      await app.kill()
      rmSync(folder, { recursive: true, force: true })
    })
    const page = await app.page()
    const ended = app.waitForEnd()
    await page.evaluate(() => void habeas.calls['app.lock']?.({}))
    expect(await ended).toMatchObject({ code: 75, relaunched: false })
  })
})

describe('a re-key in the running app (security rule 6)', () => {
  it('takes the drafts with it: what was typed is there under the new key, at once and after the next unlocking', async () => {
    const { app, folder, page } = await start()
    const { passphrase } = await makeVault({ app, folder, page })
    const typed = { key: 'new-case', value: 'What was being typed', baseRevision: null }
    expect((await call(page, 'drafts.put', typed)).ok).toBe(true)
    // What is typed while it runs waits for the new key, and is not lost either.
    const [rekeyed, meanwhile] = await Promise.all([
      call(page, 'keys.rekey', { current: passphrase, keep: [] }),
      call(page, 'drafts.put', { ...typed, key: 'another', value: 'Typed meanwhile' }),
    ])
    expect(rekeyed).toMatchObject({ ok: true, value: { ended: { passphrases: 0 }, olderBackups: 0 } })
    expect(meanwhile).toMatchObject({ ok: true })
    const listed = { ok: true, value: { drafts: [{ value: 'What was being typed' }, { value: 'Typed meanwhile' }] } }
    expect(await call(page, 'drafts.list', {})).toMatchObject(listed)
    expect((await call(page, 'keys.rekey', { current: 'not the passphrase', keep: [] })).ok).toBe(false)
    expect(await call(page, 'drafts.list', {})).toMatchObject(listed)
    const appears = app.nextPage()
    await page.evaluate(() => void habeas.calls['app.lock']?.({}))
    const after = await appears
    expect(await unlock(app, folder, after, passphrase)).toMatchObject({ ok: true })
    expect(await call(after, 'drafts.list', {})).toMatchObject(listed)
  })
})
