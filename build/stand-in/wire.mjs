/**
 * Values of the structured clone algorithm as text and back: what Chromium's binding carries between a page and the
 * launcher is a string. The same function runs in the page's isolated world, so it uses nothing from outside itself.
 * What Electron refuses to clone (functions, promises, symbols, weak collections) is refused with its words.
 */
export function makeWire() {
  const typedArrays = {
    Uint8Array,
    Uint8ClampedArray,
    Int8Array,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  }
  const refuse = () => {
    throw new Error('An object could not be cloned.')
  }
  const bytesToText = (bytes) => {
    if (typeof Buffer !== 'undefined') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    if (bytes.toBase64 !== undefined) return bytes.toBase64()
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const textToBytes = (text) => {
    if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'))
    if (Uint8Array.fromBase64 !== undefined) return Uint8Array.fromBase64(text)
    const raw = atob(text)
    const bytes = new Uint8Array(raw.length)
    for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at)
    return bytes
  }

  const pack = (value, above) => {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
      case 'undefined':
        return { $: 'undefined' }
      case 'bigint':
        return { $: 'bigint', v: String(value) }
      case 'object':
        break
      default:
        return refuse()
    }
    if (value === null) return null
    if (above.includes(value)) throw new Error('The stand-in does not carry values that contain themselves.')
    const within = [...above, value]
    if (Array.isArray(value)) return value.map((item) => pack(item, within))
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] }
    if (value instanceof Map) return { $: 'map', v: [...value].map(([key, item]) => [pack(key, within), pack(item, within)]) }
    if (value instanceof Set) return { $: 'set', v: [...value].map((item) => pack(item, within)) }
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message] }
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: bytesToText(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) {
      // A Node Buffer crosses as the Uint8Array that it is.
      const name = Object.keys(typedArrays).find((candidate) => value instanceof typedArrays[candidate])
      if (name === undefined) throw new Error('The stand-in does not carry a DataView.')
      return { $: name, v: bytesToText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) return refuse()
    const packed = {}
    for (const key of Object.keys(value)) Object.defineProperty(packed, key, { value: pack(value[key], within), enumerable: true })
    return Object.hasOwn(packed, '$') ? { $: 'object', v: Object.entries(packed) } : packed
  }

  const unpack = (value) => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(unpack)
    if (!Object.hasOwn(value, '$')) {
      const object = {}
      for (const key of Object.keys(value))
        Object.defineProperty(object, key, { value: unpack(value[key]), enumerable: true, writable: true, configurable: true })
      return object
    }
    switch (value.$) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(value.v)
      case 'bigint':
        return BigInt(value.v)
      case 'date':
        return new Date(value.v)
      case 'regexp':
        return new RegExp(value.v[0], value.v[1])
      case 'map':
        return new Map(value.v.map(([key, item]) => [unpack(key), unpack(item)]))
      case 'set':
        return new Set(value.v.map(unpack))
      case 'error':
        return Object.assign(new Error(value.v[1]), { name: value.v[0] })
      case 'buffer':
        return textToBytes(value.v).buffer
      case 'object': {
        const object = {}
        for (const [key, item] of value.v)
          Object.defineProperty(object, key, { value: unpack(item), enumerable: true, writable: true, configurable: true })
        return object
      }
      default:
        return new typedArrays[value.$](textToBytes(value.v).buffer)
    }
  }

  return { encode: (value) => JSON.stringify(pack(value, [])), decode: (text) => unpack(JSON.parse(text)) }
}
