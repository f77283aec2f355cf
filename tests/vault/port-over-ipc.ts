import type { ChildPort } from '../../electron/vault/child-port.ts'

// Gives a forked process the port that Electron gives a utility process, over Node's own channel.
const port: ChildPort = {
  on: (_event, listener) => process.on('message', (data: unknown) => listener({ data })),
  postMessage: (message) => process.send?.(message),
}
Object.assign(process, { parentPort: port })
