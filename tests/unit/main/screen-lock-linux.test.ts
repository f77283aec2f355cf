import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { callToBus, readMessage } from '../../../electron/main/dbus-message.ts'
import { watchScreenLock } from '../../../electron/main/screen-lock-linux.ts'

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0

/** A signal `name.ActiveChanged(active)` in the wire format, big-endian, as a desktop of another byte order would write it. */
function activeChanged(serial: number, name: string, active: boolean): Buffer {
  const bytes: number[] = []
  const align = (to: number): void => {
    while (bytes.length % to !== 0) bytes.push(0)
  }
  const number = (value: number): void => {
    align(4)
    bytes.push((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
  }
  const field = (code: number, type: string, value: string): void => {
    align(8)
    bytes.push(code, 1, type.charCodeAt(0), 0)
    if (type === 'g') bytes.push(value.length)
    else number(value.length)
    bytes.push(...Buffer.from(value), 0)
  }
  bytes.push('B'.charCodeAt(0), 4, 1, 1)
  number(4)
  number(serial)
  number(0)
  field(1, 'o', '/org/gnome/ScreenSaver')
  field(2, 's', name)
  field(3, 's', 'ActiveChanged')
  field(8, 'g', 'b')
  const listLength = bytes.length - 16
  bytes.splice(12, 4, (listLength >>> 24) & 255, (listLength >>> 16) & 255, (listLength >>> 8) & 255, listLength & 255)
  align(8)
  number(active ? 1 : 0)
  return Buffer.from(bytes)
}

/** A second member of the bus, as the desktop is. */
async function joinBus(address: string): Promise<Socket> {
  const socket = createConnection(address)
  const answered = (): Promise<unknown> => new Promise((resolve) => socket.once('data', resolve))
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\n`)
  await answered()
  socket.write('BEGIN\r\n')
  socket.write(callToBus(1, 'Hello'))
  await answered()
  return socket
}

describe('the D-Bus wire format', () => {
  it('reads back a call that it wrote, and waits for a message that is not all there', () => {
    const call = callToBus(7, 'AddMatch', "type='signal'")
    const read = readMessage(call)
    expect(read?.length).toBe(call.length)
    expect(read?.message).toMatchObject({ isSignal: false, interface: 'org.freedesktop.DBus', member: 'AddMatch', signature: 's' })
    for (let cut = 0; cut < call.length; cut += 1) expect(readMessage(call.subarray(0, cut))).toBeUndefined()
  })
})

describe.skipIf(!has('dbus-daemon'))('the screen lock of a Linux desktop', () => {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-bus-'))
  const address = join(folder, 'bus')
  let daemon: ReturnType<typeof spawn>
  let desktop: Socket
  let serial = 10

  beforeAll(async () => {
    daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address', `--address=unix:path=${address}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise((resolve) => daemon.stdout?.once('data', resolve))
    desktop = await joinBus(address)
  })
  afterAll(() => {
    desktop.destroy()
    daemon.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  const tell = (name: string, active: boolean): boolean => desktop.write(activeChanged((serial += 1), name, active))

  it('is told when the screen saver becomes active, and not when it ends', async () => {
    let locked = 0
    let heard = (): void => undefined
    const once = (): Promise<void> => new Promise((resolve) => (heard = resolve))
    const stop = watchScreenLock(() => {
      locked += 1
      heard()
    }, address)
    try {
      // The bus may not have taken the wish to listen yet when the first signal is sent.
      for (let tries = 0; locked === 0 && tries < 50; tries += 1) {
        tell('org.gnome.ScreenSaver', true)
        await Promise.race([once(), new Promise((resolve) => setTimeout(resolve, 1000))])
      }
      expect(locked).toBeGreaterThan(0)
      // Those that were on their way have come once this one has.
      const before = locked
      const next = once()
      tell('org.gnome.ScreenSaver', false)
      tell('org.example.Other', true)
      tell('org.freedesktop.ScreenSaver', true)
      await next
      expect(locked).toBe(before + 1)
    } finally {
      stop()
    }
  })
})
