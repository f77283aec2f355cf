import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { app, mustBeReady } from './app.mjs'
import { extend, guard, makeEmitter, makeEvent, onlyOptions } from './guard.mjs'
import { owner } from './owner.mjs'

const register = new URL('../utility-register.mjs', import.meta.url).href

function forkUtility(modulePath, args = [], options = {}) {
  mustBeReady('utilityProcess.fork')
  onlyOptions('utilityProcess.fork', options, [
    'env',
    'execArgv',
    'cwd',
    'stdio',
    'serviceName',
    'disclaim',
    'allowLoadingUnsignedLibraries',
  ])
  const stdio = Array.isArray(options.stdio) ? options.stdio : ['ignore', options.stdio ?? 'inherit', options.stdio ?? 'inherit']
  if (stdio[0] !== undefined && stdio[0] !== 'ignore') throw new TypeError('stdin value other than ignore is not supported')
  const child = fork(modulePath, args, {
    env: options.env ?? process.env,
    cwd: options.cwd ?? process.cwd(),
    // V8's flags work in both; the stand-in's own registration comes last.
    execArgv: [...(options.execArgv ?? []), '--import', register],
    // JSON takes 70 times as long for a megabyte and fails on BigInt.
    serialization: 'advanced',
    stdio: ['ignore', stdio[1] ?? 'inherit', stdio[2] ?? 'inherit', 'ipc'],
  })
  const emitter = makeEmitter('UtilityProcess', ['spawn', 'message', 'exit'], ['error', 'login'])
  const forked = child.pid
  let ended = false
  const api = guard(
    'UtilityProcess',
    extend(emitter, {
      pid: undefined,
      stdout: child.stdout,
      stderr: child.stderr,
      kill: () => (ended ? false : child.kill('SIGTERM')),
      postMessage: (message, transfer = []) => {
        if (transfer.length > 0) throw new Error('The stand-in has no electron.UtilityProcess.postMessage with transferred ports')
        // The structured clone algorithm first: it refuses what Electron refuses and turns a Buffer into a Uint8Array.
        if (!ended && child.connected) child.send(structuredClone(message), () => {})
      },
    }),
  )
  if (forked !== undefined) owner.tell('child', { pid: forked, alive: true })
  child.once('spawn', () => {
    api.pid = forked
    emitter.emit('spawn')
  })
  child.on('message', (message) => emitter.emit('message', message))
  const end = (code, signal) => {
    if (ended) return
    ended = true
    if (forked !== undefined) owner.tell('child', { pid: forked, alive: false })
    emitter.emit('exit', code ?? 1)
    api.pid = undefined
    api.stdout = null
    api.stderr = null
    if (signal !== null || code !== 0)
      app.emit('child-process-gone', makeEvent(), {
        type: 'Utility',
        reason: signal === null ? 'abnormal-exit' : 'killed',
        exitCode: code ?? 1,
        serviceName: 'node.mojom.NodeService',
        name: options.serviceName ?? 'Node Utility Process',
      })
  }
  // A process that could not even be started has ended too.
  child.on('error', () => {
    if (forked === undefined) end(1, null)
  })
  child.once('exit', end)
  return api
}

export const utilityProcess = guard('utilityProcess', {
  fork: (modulePath, args, options) => forkUtility(modulePath instanceof URL ? fileURLToPath(modulePath) : modulePath, args, options),
})
