import { createConnection } from 'node:net'
import type { Socket } from 'node:net'

import { callToBus, readMessage } from './dbus-message.ts'
import type { BusMessage } from './dbus-message.ts'

/** Desktops name the same signal differently; each says `ActiveChanged(true)` when it locks or blanks the screen. */
const screenSavers = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
]
/** The bus sends nothing larger to us; a stream that claims more is not a bus. */
const limit = 1_000_000

/** Where the session's bus listens: a file or an abstract name. */
function busAddress(variable: string | undefined): string | undefined {
  for (const one of (variable ?? '').split(';')) {
    const found = /^unix:(?:.*,)?(path|abstract)=([^,]+)/.exec(one)
    if (found?.[2] !== undefined) return found[1] === 'abstract' ? `\0${decodeURIComponent(found[2])}` : decodeURIComponent(found[2])
  }
  return undefined
}

const saysLocked = ({ isSignal, interface: from, member, signature, body, littleEndian }: BusMessage): boolean =>
  isSignal &&
  member === 'ActiveChanged' &&
  signature === 'b' &&
  screenSavers.includes(from) &&
  body.length >= 4 &&
  (littleEndian ? body.readUInt32LE() : body.readUInt32BE()) === 1

function greet(socket: Socket): void {
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`)
}

function subscribe(socket: Socket): void {
  socket.write('BEGIN\r\n')
  socket.write(callToBus(1, 'Hello'))
  for (const [index, name] of screenSavers.entries())
    socket.write(callToBus(index + 2, 'AddMatch', `type='signal',interface='${name}',member='ActiveChanged'`))
}

/**
 * Calls `onLocked` whenever the desktop's screen saver becomes active (security rule 8; Electron tells of it on macOS and
 * Windows only). Without a session bus nothing is told, and idle time must do. Returns the way to stop listening.
 */
export function watchScreenLock(onLocked: () => void, address = busAddress(process.env['DBUS_SESSION_BUS_ADDRESS'])): () => void {
  if (address === undefined) return () => undefined
  let accepted = false
  let stream = Buffer.alloc(0)
  const socket = createConnection(address)
  socket.unref()
  socket.on('connect', () => greet(socket))
  socket.on('data', (part: Buffer) => {
    stream = Buffer.concat([stream, part])
    if (!accepted) {
      const end = stream.indexOf('\r\n')
      if (end === -1) return
      if (!stream.toString('latin1', 0, end).startsWith('OK ')) return void socket.destroy()
      accepted = true
      stream = stream.subarray(end + 2)
      subscribe(socket)
    }
    for (let next = readMessage(stream); next !== undefined; next = readMessage(stream)) {
      stream = stream.subarray(next.length)
      if (saysLocked(next.message)) onLocked()
    }
    if (stream.length > limit) socket.destroy()
  })
  // A bus that goes away takes its session with it.
  socket.on('error', () => socket.destroy())
  return () => socket.destroy()
}
