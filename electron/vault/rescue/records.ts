/** A value as SQLite stores it. */
export type Stored = string | number | bigint | Buffer | null

/** A variable-length integer at `at`: its value, and where the next byte is. Undefined where it runs out of the bytes. */
export function readVarint(bytes: Buffer, at: number): { value: number; next: number } | undefined {
  let value = 0n
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) return undefined
    if (index === 8) value = (value << 8n) | BigInt(byte)
    else value = (value << 7n) | BigInt(byte & 0x7f)
    if (index === 8 || byte < 0x80) {
      const signed = BigInt.asIntN(64, value)
      const number = Number(signed)
      return Number.isSafeInteger(number) ? { value: number, next: at + index + 1 } : undefined
    }
  }
  return undefined
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8] as const
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function integerAt(bytes: Buffer, at: number, length: number): number | bigint {
  if (length <= 6) return bytes.readIntBE(at, length)
  const value = bytes.readBigInt64BE(at)
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}

function sizeOf(type: number): number {
  if (type <= 6) return integerBytes[type] ?? 0
  if (type === 7) return 8
  return type < 12 ? 0 : Math.floor((type - 12) / 2)
}

function valueOf(bytes: Buffer, at: number, type: number): Stored {
  if (type === 0) return null
  if (type <= 6) return integerAt(bytes, at, sizeOf(type))
  if (type === 7) return bytes.readDoubleBE(at)
  if (type === 8 || type === 9) return type - 8
  const content = bytes.subarray(at, at + sizeOf(type))
  return type % 2 === 0 ? Buffer.from(content) : utf8.decode(content)
}

/**
 * Reads a record of the file format (section 2.1 of SQLite's description): a header of types, then the values. Undefined
 * for anything that is not exactly one, so that nothing made up is ever taken for what somebody wrote.
 */
export function readRecord(bytes: Buffer): Stored[] | undefined {
  const header = readVarint(bytes, 0)
  if (header === undefined || header.value < header.next || header.value > bytes.length) return undefined
  const types: number[] = []
  let at = header.next
  while (at < header.value) {
    const type = readVarint(bytes, at)
    if (type === undefined || type.value < 0 || type.value === 10 || type.value === 11) return undefined
    types.push(type.value)
    at = type.next
  }
  const total = types.reduce((sum, type) => sum + sizeOf(type), header.value)
  if (at !== header.value || total !== bytes.length) return undefined
  try {
    return types.map((type) => {
      const value = valueOf(bytes, at, type)
      at += sizeOf(type)
      return value
    })
  } catch {
    // Text that is no text.
    return undefined
  }
}
