/** The little of the D-Bus wire format (specification 0.43) that listening for a signal needs: calls with one string, signals read. */

const fieldCodes = { path: 1, interface: 2, member: 3, destination: 6, signature: 8 } as const
const methodCall = 1
const signal = 4

const padding = (length: number, to: number): Buffer => Buffer.alloc((to - (length % to)) % to)
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const text = (value: string): Buffer => Buffer.concat([uint32(Buffer.byteLength(value)), Buffer.from(value), Buffer.alloc(1)])
const signature = (value: string): Buffer => Buffer.from([value.length, ...Buffer.from(value), 0])

function field(code: number, type: 's' | 'o' | 'g', value: string): Buffer {
  const head = Buffer.from([code, 1, type.codePointAt(0) ?? 0, 0])
  return Buffer.concat([head, type === 'g' ? signature(value) : text(value)])
}

/** A call to the bus itself, with at most one string as its argument. */
export function callToBus(serial: number, member: string, argument?: string): Buffer {
  const fields = [
    field(fieldCodes.path, 'o', '/org/freedesktop/DBus'),
    field(fieldCodes.destination, 's', 'org.freedesktop.DBus'),
    field(fieldCodes.interface, 's', 'org.freedesktop.DBus'),
    field(fieldCodes.member, 's', member),
    ...(argument === undefined ? [] : [field(fieldCodes.signature, 'g', 's')]),
  ]
  // Each entry of the list begins at a multiple of eight.
  const list = fields.reduce((all, one) => Buffer.concat([all, padding(all.length, 8), one]), Buffer.alloc(0))
  const body = argument === undefined ? Buffer.alloc(0) : text(argument)
  const head = Buffer.concat([Buffer.from([0x6c, methodCall, 0, 1]), uint32(body.length), uint32(serial), uint32(list.length), list])
  return Buffer.concat([head, padding(head.length, 8), body])
}

export type BusMessage = { isSignal: boolean; interface: string; member: string; signature: string; body: Buffer; littleEndian: boolean }

/** Reads the first message of a stream, or undefined while it is not all there. `length` says how much of the stream it took. */
export function readMessage(stream: Buffer): { message: BusMessage; length: number } | undefined {
  if (stream.length < 16) return undefined
  const littleEndian = stream[0] === 0x6c
  const number = (at: number): number => (littleEndian ? stream.readUInt32LE(at) : stream.readUInt32BE(at))
  const bodyLength = number(4)
  const listEnd = 16 + number(12)
  const bodyStart = listEnd + ((8 - (listEnd % 8)) % 8)
  const length = bodyStart + bodyLength
  if (stream.length < length) return undefined

  const found = new Map<number, string>()
  for (let at = 16; at < listEnd; at += (8 - (at % 8)) % 8) {
    const code = stream[at] ?? 0
    const type = String.fromCodePoint(stream[at + 2] ?? 0)
    const start = at + 4
    if (type === 's' || type === 'o') {
      found.set(code, stream.toString('utf8', start + 4, start + 4 + number(start)))
      at = start + 4 + number(start) + 1
    } else if (type === 'g') {
      const size = stream[start] ?? 0
      found.set(code, stream.toString('utf8', start + 1, start + 1 + size))
      at = start + size + 2
    } else at = start + 4
  }
  const message = {
    isSignal: stream[1] === signal,
    interface: found.get(fieldCodes.interface) ?? '',
    member: found.get(fieldCodes.member) ?? '',
    signature: found.get(fieldCodes.signature) ?? '',
    body: stream.subarray(bodyStart, length),
    littleEndian,
  }
  return { message, length }
}
