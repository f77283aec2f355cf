import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import { launchStandIn } from '../../../build/stand-in/stand-in.mjs'
import { isAlive } from './is-alive.ts'
import { startTrial } from './trial.ts'

// app and BrowserWindow as their pages in Electron's documentation describe them.

describe('the life of an app', () => {
  it('is ready after its own code has run: events in their order, APIs refused before', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    const told = (await inMain(page, (electron, state) => ({
      log: state.log,
      before: state.beforeReady,
      ready: electron.app.isReady(),
      late: electron.app.whenReady() instanceof Promise,
    }))) as { log: string[]; before: { ready: boolean; fork: string; window: string } }
    expect(told.log).toEqual(['will-finish-launching', 'ready', 'whenReady'])
    expect(told.before.ready).toBe(false)
    expect(told.before.fork).toContain('after the app is ready')
    expect(told.before.window).toContain('after the app is ready')
    expect(
      await inMain(page, (electron) => [
        electron.app.getVersion(),
        electron.app.getName(),
        electron.app.isPackaged,
        electron.process?.type ?? process.type,
      ]),
    ).toEqual(['9.8.7', 'Trial', false, 'browser'])
  })

  it('keeps what has to come before ready before it', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    const refusals = await inMain(page, (electron) =>
      [
        () => electron.protocol.registerSchemesAsPrivileged([]),
        () => electron.app.enableSandbox(),
        () => electron.app.commandLine.appendSwitch('x'),
      ].map((action) => {
        try {
          action()
          return 'allowed'
        } catch (error) {
          return (error as Error).message
        }
      }),
    )
    expect(refusals).toEqual([
      'protocol.registerSchemesAsPrivileged should be called before app is ready',
      'app.enableSandbox() can only be called before app is ready',
      expect.stringContaining('before'),
    ])
    // A switch that main appended reached Chromium.
    expect(await page.evaluate(() => navigator.userAgent)).toBe('Trial/1')
  })

  it('knows its folders, and takes others only if they exist', async () => {
    const { trial, folder, inMain } = await startTrial()
    const page = await trial.page()
    expect(
      await inMain(page, (electron) => ['userData', 'sessionData', 'home', 'documents'].map((name) => electron.app.getPath(name))),
    ).toEqual([join(folder, 'profile'), join(folder, 'profile'), join(folder, 'home'), join(folder, 'home/Documents')])
    const refused = await inMain(
      page,
      (electron, _state, path) =>
        [
          () => electron.app.setPath('sessionData', path),
          () => electron.app.setPath('nowhere', '/tmp'),
          () => electron.app.getPath('nowhere'),
        ].map((action) => {
          try {
            action()
            return 'allowed'
          } catch {
            return 'refused'
          }
        }),
      join(folder, 'missing'),
    )
    expect(refused).toEqual(['refused', 'refused', 'refused'])
  })

  it('ends when its last window closes and nobody listens: before-quit, will-quit, quit, code 0', async () => {
    const { trial } = await startTrial()
    const page = await trial.page()
    const ended = trial.waitForEnd()
    expect(await trial.closeWindow(page)).toBe(true)
    expect(await ended).toMatchObject({ code: 0, relaunched: false })
    expect(trial.output()).toBe('before-quit\nwill-quit\nquit\n')
  })

  it('lives on without windows where window-all-closed is listened for; close may be prevented, destroy not', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    await inMain(page, (electron, state) => {
      electron.app.on('window-all-closed', () => setTimeout(() => state.open(), 0))
      state.window.once('close', (event: { preventDefault: () => void }) => event.preventDefault())
    })
    expect(await trial.closeWindow(page)).toBe(false)
    expect(await inMain(page, (electron) => electron.BrowserWindow.getAllWindows().length)).toBe(1)
    await inMain(page, (_electron, state) => void setTimeout(() => state.window.destroy(), 0))
    await expect.poll(() => page.isClosed()).toBe(true)
    const next = await trial.page()
    expect(await inMain(next, (_electron, state) => [state.window.isDestroyed(), state.window.webContents.isDestroyed()])).toEqual([
      true,
      true,
    ])
    expect(trial.output()).toBe('')
  })

  it('does not quit where before-quit prevents it', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    await inMain(page, (electron) => {
      electron.app.once('before-quit', (event: { preventDefault: () => void }) => event.preventDefault())
      electron.app.quit()
    })
    expect(await inMain(page, (electron) => electron.BrowserWindow.getAllWindows().length)).toBe(1)
    expect(trial.output()).toBe('before-quit\n')
  })

  it('exits at once with a code and without its events; browser and helpers go with it', async () => {
    const { trial, inMain, endInMain } = await startTrial()
    const page = await trial.page()
    const child = (await inMain(page, (electron, state) => {
      state.child = electron.utilityProcess.fork(`${electron.app.getAppPath()}/child.mjs`)
      return new Promise((resolve) => state.child.once('spawn', () => resolve(state.child.pid)))
    })) as number
    const pids = [trial.mainPid() ?? 0, child, ...(await trial.browserPids())]
    expect(pids.every(isAlive)).toBe(true)
    const ended = trial.waitForEnd()
    await endInMain(page, (electron) => void setTimeout(() => electron.app.exit(42), 0))
    expect(await ended).toMatchObject({ code: 42, relaunched: false })
    expect(trial.output()).toBe('')
    await expect.poll(() => pids.filter(isAlive)).toEqual([])
  })

  it('leaves nothing running when main is killed, even while a helper is busy', async () => {
    const { trial, inMain } = await startTrial()
    const page = await trial.page()
    const child = (await inMain(page, (electron, state) => {
      state.child = electron.utilityProcess.fork(`${electron.app.getAppPath()}/child.mjs`)
      state.child.postMessage({ spin: true })
      return new Promise((resolve) => state.child.once('spawn', () => resolve(state.child.pid)))
    })) as number
    const pids = [trial.mainPid() ?? 0, child, ...(await trial.browserPids())]
    await trial.kill('SIGKILL')
    await expect.poll(() => pids.filter(isAlive)).toEqual([])
  })

  it('starts anew after relaunch and exit, with the same arguments or with others, in new processes', async () => {
    const { trial, inMain, endInMain } = await startTrial({ args: ['--given'] })
    const page = await trial.page()
    const before = [trial.mainPid(), ...(await trial.browserPids())]
    await endInMain(page, (electron) => {
      electron.app.relaunch()
      setTimeout(() => electron.app.exit(0), 0)
    })
    const second = await trial.nextPage()
    expect(await inMain(second, (_electron, state) => state.argv.at(-1))).toBe('--given')
    const after = [trial.mainPid(), ...(await trial.browserPids())]
    expect(after.filter((pid) => before.includes(pid))).toEqual([])
    await endInMain(second, (electron) => {
      electron.app.relaunch({ args: ['--other'] })
      setTimeout(() => electron.app.quit(), 0)
    })
    const third = await trial.nextPage()
    expect(await inMain(third, (_electron, state) => state.argv.slice(2))).toEqual(['--other'])
  })

  it('has one instance a user-data folder: a second hands over its words and ends', async () => {
    const { trial, folder, inMain } = await startTrial({ args: ['--single'] })
    const page = await trial.page()
    const second = await launchStandIn({
      main: join(import.meta.dirname, 'trial-app/main.mjs'),
      cwd: folder,
      home: join(folder, 'home'),
      profile: join(folder, 'profile'),
      args: ['--single', '--hello'],
    })
    onTestFinished(() => second.kill())
    expect(await second.waitForEnd()).toMatchObject({ code: 0 })
    expect(second.output()).toContain('not the first')
    await expect
      .poll(() => inMain(page, (_electron, state) => state.second))
      .toEqual({ argv: ['--hello'], cwd: folder, data: { from: 'second' } })
    // The lock ends with its holder.
    await trial.kill()
    const third = await launchStandIn({
      main: join(import.meta.dirname, 'trial-app/main.mjs'),
      cwd: folder,
      home: join(folder, 'home'),
      profile: join(folder, 'profile'),
      args: ['--single'],
    })
    onTestFinished(() => third.kill())
    expect(await (await third.page()).title()).toBe('Trial')
  })

  it('tells when main falls over before it has a window', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'habeas-trial-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeFileSync(join(folder, 'package.json'), '{"name":"broken","version":"0.0.0","type":"module"}')
    writeFileSync(join(folder, 'main.mjs'), "import { app } from 'electron'\napp.dock.hide()\n")
    const broken = await launchStandIn({ main: join(folder, 'main.mjs'), cwd: folder, profile: join(folder, 'profile') })
    await expect(broken.page()).rejects.toThrow('The stand-in has no electron.app.dock')
    expect(existsSync(join(folder, 'profile'))).toBe(true)
  })
})
