import { describe, expect, it } from 'vitest'

import { shareTrial } from './trial.ts'

// utilityProcess and parentPort as their pages in Electron's documentation describe them.

const shared = shareTrial()

describe('a utility process', () => {
  it('keeps messages until somebody listens, and answers by parentPort: data, and ports of none', async () => {
    const { trial, inMain } = shared()
    const answer = await inMain(await trial.page(), (electron) => {
      const child = electron.utilityProcess.fork(`${electron.app.getAppPath()}/child.mjs`, ['one', 'two'], {
        env: { ...process.env, TRIAL: 'yes' },
        serviceName: 'Trial helper',
      })
      child.postMessage({ early: 1n })
      return new Promise((resolve) => child.once('message', (message: object) => (child.kill(), resolve(message))))
    })
    expect(answer).toEqual({ echo: { early: 1n }, ports: 0, type: 'utility', args: ['one', 'two'], kind: undefined, env: 'yes' })
  })

  it('gets a Buffer as the bytes that it is, and refuses what can’t be cloned', async () => {
    const { trial, inMain } = shared()
    const answer = await inMain(await trial.page(), async (electron) => {
      const child = electron.utilityProcess.fork(`${electron.app.getAppPath()}/child.mjs`)
      let refusal
      try {
        child.postMessage({ f: () => 1 })
      } catch (error) {
        refusal = (error as Error).name
      }
      child.postMessage({ bytes: Buffer.from([1, 2]), map: new Map([[1, new Date(2)]]) })
      const message = (await new Promise((resolve) => child.once('message', resolve))) as { kind: string; echo: { map: Map<number, Date> } }
      child.kill()
      return [refusal, message.kind, message.echo.map.get(1)?.getTime()]
    })
    expect(answer).toEqual(['DataCloneError', 'Uint8Array', 2])
  })

  it('has a pid from spawn to exit, and tells its exit code; app tells of one that failed', async () => {
    const { trial, inMain } = shared()
    const told = await inMain(await trial.page(), async (electron) => {
      // The child of the test before may still be on its way out.
      const gone = new Promise((resolve) =>
        electron.app.on('child-process-gone', (_event: unknown, details: { type: string; exitCode: number; name: string }) => {
          if (details.name === 'Trial helper') resolve([details.type, details.exitCode, details.name])
        }),
      )
      const child = electron.utilityProcess.fork(`${electron.app.getAppPath()}/child.mjs`, [], { serviceName: 'Trial helper' })
      const pids = [child.pid]
      await new Promise((resolve) => child.once('spawn', resolve))
      pids.push(typeof child.pid)
      child.postMessage({ exit: 7 })
      const code = await new Promise((resolve) => child.once('exit', resolve))
      return [pids, code, child.pid, child.kill(), await gone]
    })
    expect(told).toEqual([[undefined, 'number'], 7, undefined, false, ['Utility', 7, 'Trial helper']])
  })

  it('ends by kill, which is SIGTERM; a busy one is ended by its pid', async () => {
    const { trial, inMain } = shared()
    const told = await inMain(await trial.page(), async (electron) => {
      const fork = async () => {
        const child = electron.utilityProcess.fork(`${electron.app.getAppPath()}/child.mjs`)
        await new Promise((resolve) => child.once('spawn', resolve))
        return child
      }
      const first = await fork()
      const killed = first.kill()
      await new Promise((resolve) => first.once('exit', resolve))
      const busy = await fork()
      busy.postMessage({ spin: true })
      process.kill(busy.pid, 'SIGKILL')
      await new Promise((resolve) => busy.once('exit', resolve))
      return [killed, 'both gone']
    })
    expect(told).toEqual([true, 'both gone'])
  })

  it('has its output where it is asked for, and no Electron module but what the stand-in refuses by name', async () => {
    const { trial, inMain } = shared()
    const told = await inMain(await trial.page(), async (electron) => {
      const child = electron.utilityProcess.fork(`${electron.app.getAppPath()}/child.mjs`, [], { stdio: 'pipe' })
      const streams = [typeof child.stdout.on, typeof child.stderr.on]
      child.postMessage({ electron: true })
      const answer = await new Promise((resolve) => child.once('message', resolve))
      child.kill()
      const silent = electron.utilityProcess.fork(`${electron.app.getAppPath()}/child.mjs`, [], { stdio: 'ignore' })
      const none = [silent.stdout, silent.stderr]
      silent.kill()
      let refusal
      try {
        electron.utilityProcess.fork('x', [], { stdio: ['pipe', 'pipe', 'pipe'] })
      } catch (error) {
        refusal = (error as Error).message
      }
      return [streams, answer, none, refusal]
    })
    expect(told).toEqual([
      ['function', 'function'],
      'The stand-in has no electron.net (in a utility process).fetch',
      [null, null],
      'stdin value other than ignore is not supported',
    ])
  })
})
