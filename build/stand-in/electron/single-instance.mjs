import { createHash } from 'node:crypto'
import { createConnection, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

let server

/** One name a user and user-data folder. Linux's abstract names and Windows' pipes leave no file behind. */
function addressOf(folder) {
  const name = `habeas-stand-in-${createHash('sha256').update(`${userInfo().username}\n${folder}`).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/**
 * Electron's lock: the first process of a user-data folder holds it, a later one hands over its command line.
 * `told` resolves when the holder has heard.
 */
export function askForLock(folder, message, onSecond) {
  if (server !== undefined) return { primary: true, told: Promise.resolve() }
  const address = addressOf(folder)
  const candidate = createServer((socket) => {
    const parts = []
    socket.on('data', (part) => parts.push(part))
    socket.on('end', () => {
      onSecond(JSON.parse(Buffer.concat(parts).toString('utf8')))
      socket.end()
    })
    socket.on('error', () => {})
  })
  candidate.on('error', () => {})
  candidate.listen(address)
  // Binding a local name happens within the call; a name that is taken leaves the server without a handle.
  if (candidate.listening) {
    server = candidate.unref()
    return { primary: true, told: Promise.resolve() }
  }
  const told = new Promise((resolve) => {
    const socket = createConnection({ path: address, allowHalfOpen: true }, () => socket.end(JSON.stringify(message)))
    socket.on('close', resolve)
    socket.on('error', resolve)
    socket.resume()
  })
  return { primary: false, told }
}

export function releaseLock() {
  server?.close()
  server = undefined
}
