/** What the canonical encoder takes: JSON, plus bytes (written as `{"$bytes": hex}`, since SQL rows may hold blobs). */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined }

/**
 * Encodes a value in exactly one way, so that a MAC over it means the same to every reader.
 *
 * JSON without white space, object keys sorted by UTF-16 code unit, absent (`undefined`) members left out, numbers as
 * ECMAScript prints them (RFC 8785, JSON Canonicalization Scheme). Everything that is authenticated here (header, head,
 * audit entries, rows) goes through this function and no other.
 * @throws {TypeError} for numbers that JSON can't carry and for strings that are not well-formed Unicode.
 */
export function canonicalJson(value: Canonical): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no such number')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('canonical JSON takes well-formed Unicode only')
    return JSON.stringify(value)
  }
  if (value instanceof Uint8Array) return `{"$bytes":"${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}"}`
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).toSorted(byCodeUnit)) {
    const member = value[key]
    if (member !== undefined) members.push(`${canonicalJson(key)}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}

/** The canonical encoding as UTF-8 bytes, which is what MACs are taken over. */
export const canonicalBytes = (value: Canonical): Buffer => Buffer.from(canonicalJson(value), 'utf8')

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value)
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
