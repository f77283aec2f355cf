/** One way in which a text can stand in a file and be read out of it again. */
export type PlantedForm = { text: string; form: string; bytes: Buffer }

/** A planted text that was found: which, in which form, at which byte. */
export type Hit = { text: string; form: string; at: number }

/** Shorter needles would be found by chance in megabytes of ciphertext. */
const leastBytes = 7

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** The stretch of base64 that says these bytes and nothing else, when `before` bytes (0 to 2) stand ahead of them in their group. */
function base64At(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  const first = Math.ceil((before * 8) / 6)
  const complete = Math.floor(((before + bytes.length) * 8) / 6)
  return whole.slice(first, complete)
}

const jsonEscaped = (text: string): string =>
  [...text]
    .map((character) =>
      character < '\u007f'
        ? character
        : character
            .split('')
            .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
            .join(''),
    )
    .join('')

/** The same words composed and decomposed, as typed, in capitals and in small letters, each once. */
function spellings(text: string): Map<string, string> {
  const cases = { typed: text, capitals: text.toUpperCase(), small: text.toLowerCase() }
  const found = new Map<string, string>()
  for (const [how, spelled] of Object.entries(cases))
    for (const form of ['NFC', 'NFD'] as const)
      if (!found.has(spelled.normalize(form))) found.set(spelled.normalize(form), `${how}, ${form}`)
  return found
}

/** All forms in which a text is looked for. */
export function plantedForms(text: string): PlantedForm[] {
  const forms = new Map<string, PlantedForm>()
  const add = (form: string, bytes: Buffer): void => {
    const key = bytes.toString('latin1')
    if (bytes.length >= leastBytes && !forms.has(key)) forms.set(key, { text, form, bytes })
  }
  for (const [spelled, how] of spellings(text)) {
    const encodings = { 'UTF-8': Buffer.from(spelled), 'UTF-16LE': Buffer.from(spelled, 'utf16le'), 'UTF-16BE': bigEndian(spelled) }
    for (const [encoding, bytes] of Object.entries(encodings)) {
      add(`${how}, ${encoding}`, bytes)
      for (const before of [0, 1, 2]) {
        const base64 = base64At(bytes, before)
        add(`${how}, ${encoding}, base64 at ${before}`, Buffer.from(base64))
        add(`${how}, ${encoding}, base64url at ${before}`, Buffer.from(base64.replaceAll('+', '-').replaceAll('/', '_')))
      }
      add(`${how}, ${encoding}, hex`, Buffer.from(bytes.toString('hex')))
      add(`${how}, ${encoding}, HEX`, Buffer.from(bytes.toString('hex').toUpperCase()))
    }
    add(`${how}, escaped for JSON`, Buffer.from(jsonEscaped(spelled)))
    add(`${how}, escaped for an address`, Buffer.from(encodeURIComponent(spelled)))
  }
  return [...forms.values()]
}

const keyAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)

/**
 * Makes a function that finds the planted texts in bytes, in whatever form. It reads the bytes once: their first three
 * say whether any form can begin here.
 */
export function scannerFor(texts: readonly string[]): (content: Buffer) => Hit[] {
  for (const text of texts) if (Buffer.byteLength(text) < leastBytes) throw new Error(`"${text}" is too short to be told from chance.`)
  const mayBegin = new Uint8Array(1 << 24)
  const byBeginning = new Map<number, PlantedForm[]>()
  for (const form of texts.flatMap(plantedForms)) {
    const key = keyAt(form.bytes, 0)
    mayBegin[key] = 1
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), form])
  }
  return (content) => {
    const hits: Hit[] = []
    for (let at = 0; at + leastBytes <= content.length; at += 1) {
      const key = keyAt(content, at)
      if (mayBegin[key] === 0) continue
      for (const { text, form, bytes } of byBeginning.get(key) ?? [])
        if (content.subarray(at, at + bytes.length).equals(bytes)) hits.push({ text, form, at })
    }
    return hits
  }
}
