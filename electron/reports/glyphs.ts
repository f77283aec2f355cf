/**
 * Which characters a TrueType font has a glyph for, read from its `cmap` table (OpenType specification 1.9, formats 4
 * and 12). PDF/UA refuses a whole document for one character without a glyph, so this must be known beforehand.
 */
export function charactersOf(font: Buffer): Set<number> {
  const characters = new Set<number>()
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === 'cmap') readCmap(font, font.readUInt32BE(record + 8), characters)
  }
  return characters
}

function readCmap(font: Buffer, start: number, into: Set<number>): void {
  const count = font.readUInt16BE(start + 2)
  for (let index = 0; index < count; index += 1) {
    const subtable = start + font.readUInt32BE(start + 4 + index * 8 + 4)
    const format = font.readUInt16BE(subtable)
    if (format === 4) readSegments(font, subtable, into)
    else if (format === 12) readGroups(font, subtable, into)
  }
}

function readSegments(font: Buffer, at: number, into: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6)
  for (let offset = 0; offset < doubled; offset += 2) {
    const end = font.readUInt16BE(at + 14 + offset)
    const start = font.readUInt16BE(at + 16 + doubled + offset)
    const delta = font.readUInt16BE(at + 16 + doubled * 2 + offset)
    const rangeAt = at + 16 + doubled * 3 + offset
    const range = font.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? (code + delta) & 0xffff : font.readUInt16BE(rangeAt + range + (code - start) * 2)
      if (glyph !== 0) into.add(code)
    }
  }
}

function readGroups(font: Buffer, at: number, into: Set<number>): void {
  const groups = font.readUInt32BE(at + 12)
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + index * 12
    const last = font.readUInt32BE(group + 4)
    for (let code = font.readUInt32BE(group); code <= last; code += 1) into.add(code)
  }
}

// Characters that shape other characters and need no glyph of their own.
const invisible = /[\p{Cf}\p{Mn}\s]/u
/** Stands for a character that no font has. */
export const placeholder = '\ufffd'

/** Replaces, everywhere in a JSON value, the characters that no font has, and counts them. */
export function replaceMissing<Value>(
  value: Value,
  has: (code: number) => boolean,
): { value: Value; missing: { character: string; count: number }[] } {
  const counts = new Map<string, number>()
  const mend = (text: string): string => {
    let mended = ''
    for (const character of text.normalize('NFC')) {
      const code = character.codePointAt(0) ?? 0
      if (has(code) || (invisible.test(character) && (character === '\n' || character === ' '))) mended += character
      else if (invisible.test(character)) continue
      else {
        counts.set(character, (counts.get(character) ?? 0) + 1)
        mended += placeholder
      }
    }
    return mended
  }
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return mend(part)
    if (Array.isArray(part)) return part.map(walk)
    if (part !== null && typeof part === 'object') return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
    return part
  }
  // The walk keeps every shape; only characters inside strings differ.
  return { value: walk(value) as Value, missing: [...counts].map(([character, count]) => ({ character, count })) }
}
