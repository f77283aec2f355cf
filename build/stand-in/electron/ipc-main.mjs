import { EventEmitter } from 'node:events'

import { extend, guard } from './guard.mjs'

const handlers = new Map()
const emitter = new EventEmitter()

export const ipcMain = guard(
  'ipcMain',
  extend(emitter, {
    handle: (channel, handler) => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      if (typeof handler !== 'function') throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
      handlers.set(channel, handler)
    },
    handleOnce: (channel, handler) =>
      ipcMain.handle(channel, (event, ...args) => {
        handlers.delete(channel)
        return handler(event, ...args)
      }),
    removeHandler: (channel) => void handlers.delete(channel),
  }),
)

/** Runs the handler of `ipcRenderer.invoke`; the words of its errors are Electron's. */
export async function runInvoke(channel, event, args) {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
  try {
    return await handler(event, ...args)
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
  }
}

export const runSend = (channel, event, args) => emitter.emit(channel, event, ...args)
