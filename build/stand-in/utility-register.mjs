/** Loaded before a utility process's own file: gives it `process.parentPort` over Node's IPC channel. */
import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'

const port = new EventEmitter()
const send = process.send.bind(process)
const queue = []
let listening = false

const deliver = (message) => port.emit('message', { data: message, ports: [] })
// Electron keeps messages until somebody listens.
process.on('message', (message) => (listening ? deliver(message) : queue.push(message)))
port.on('newListener', (event) => {
  if (event !== 'message' || listening) return
  queueMicrotask(() => {
    listening = true
    for (const message of queue.splice(0)) deliver(message)
  })
})
port.postMessage = (message) => void send(structuredClone(message), () => {})
port.start = () => {}
process.parentPort = port
process.type = 'utility'
Object.defineProperty(process.versions, 'electron', { value: 'stand-in', enumerable: true })

// A utility process goes with its parent, as Electron's do.
process.on('disconnect', () => process.exit(0))

const absentModule = new URL('./electron/in-utility.mjs', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/utility'
      ? { url: absentModule, format: 'module', shortCircuit: true }
      : next(specifier, context),
})
