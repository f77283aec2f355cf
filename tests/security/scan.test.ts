import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { plantedForms, scannerFor } from './support/planted-texts.ts'
import { hitsInWords, scanFolders } from './support/scan-folders.ts'

const texts = ['Ñandú Quiñónez-Ibarretxe', 'Ёлкин Всеволод', 'مُهَنَّد الزبير', 'Sotavento crossing 7713']

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-scan-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a file may hold around the planted bytes: nothing that looks like it. */
const filling = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, n) => (n * 31 + 7) % 256))

describe('the scan for planted texts finds what is there (security rule 1)', () => {
  // Written out here with other means than the scanner's own list, so that a form that the list lacks shows.
  const disguises: Record<string, (text: string) => Buffer> = {
    'UTF-8': (text) => Buffer.from(text, 'utf8'),
    'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
    'UTF-16BE': (text) =>
      Buffer.from(
        [...text].flatMap((character) => character.split('')).flatMap((unit) => [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 0xff]),
      ),
    'base64, first byte of a group': (text) => Buffer.from(Buffer.from(`abc${text}xyz`).toString('base64')),
    'base64, second byte of a group': (text) => Buffer.from(Buffer.from(`a${text}xyz`).toString('base64')),
    'base64, third byte of a group': (text) => Buffer.from(Buffer.from(`ab${text}xyz`).toString('base64')),
    base64url: (text) => Buffer.from(Buffer.from(`ab${text}xyz`).toString('base64url')),
    'base64 of UTF-16': (text) => Buffer.from(Buffer.from(`a${text}z`, 'utf16le').toString('base64')),
    'hex in small letters': (text) => Buffer.from([...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')),
    'hex in capitals': (text) =>
      Buffer.from([...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('')),
    composed: (text) => Buffer.from(text.normalize('NFC')),
    decomposed: (text) => Buffer.from(text.normalize('NFD')),
    capitals: (text) => Buffer.from(text.toUpperCase()),
    'small letters, decomposed, UTF-16LE': (text) => Buffer.from(text.toLowerCase().normalize('NFD'), 'utf16le'),
    'capitals in base64': (text) => Buffer.from(Buffer.from(`a${text.toUpperCase()}z`).toString('base64')),
    'escaped for an address': (text) => Buffer.from(`https://x/?q=${encodeURIComponent(text)}`),
  }

  test.each(Object.keys(disguises))('%s', (name) => {
    for (const text of texts) {
      const bytes = disguises[name]?.(text) ?? Buffer.alloc(0)
      const content = Buffer.concat([filling(1001), bytes, filling(503)])
      const found = scannerFor(texts)(content)
      expect(new Set(found.map((hit) => hit.text)), `${text} as ${name}`).toEqual(new Set([text]))
    }
  })

  test('escaped for JSON, also where a character takes two units', () => {
    const text = 'Ёлкин 𓂀 Всеволод'
    const escaped = [...text]
      .flatMap((character) => character.split(''))
      .map((unit) => (unit.charCodeAt(0) > 126 ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : unit))
      .join('')
    expect(scannerFor([text])(Buffer.from(`{"name":"${escaped}"}`)).length).toBeGreaterThan(0)
  })

  test('every form of its own list is found, and nothing in bytes without one', () => {
    const scan = scannerFor(texts)
    for (const text of texts)
      for (const { bytes, form } of plantedForms(text))
        expect(
          scan(Buffer.concat([filling(77), bytes])).some((hit) => hit.text === text && hit.at === 77),
          `${text}: ${form}`,
        ).toBe(true)
    expect(scan(filling(200_000))).toEqual([])
    expect(scan(Buffer.from('Another person altogether, in Sotavento'))).toEqual([])
  })

  test('a text too short to be told from chance is refused', () => {
    expect(() => scannerFor(['Anna'])).toThrow('too short')
  })
})

describe('the scan reads every file under a folder', () => {
  test('hidden files, files in folders, file names, and texts across two chunks of a large file', () => {
    const [first = '', second = '', third = '', fourth = ''] = texts
    mkdirSync(join(folder, '.hidden/deep'), { recursive: true })
    writeFileSync(join(folder, '.hidden/deep/.file'), Buffer.concat([filling(10), Buffer.from(first)]))
    writeFileSync(join(folder, `${fourth}.tmp`), '')
    writeFileSync(join(folder, 'empty'), '')
    for (const at of [8 * 1024 * 1024 - 5, 16 * 1024 * 1024 - 12]) {
      const large = Buffer.alloc(20 * 1024 * 1024, 1)
      Buffer.from(at < 10_000_000 ? second : third).copy(large, at)
      writeFileSync(join(folder, `large-${at}`), large)
    }
    const { files, bytes, hits } = scanFolders([folder], texts)
    expect(files).toHaveLength(5)
    expect(bytes).toBeGreaterThan(40 * 1024 * 1024)
    expect(new Set(hits.map((hit) => hit.text))).toEqual(new Set(texts))
    expect(hits.find((hit) => hit.text === second)?.at).toBe(8 * 1024 * 1024 - 5)
    expect(hitsInWords(hits).join('\n')).toContain(`.hidden/deep/.file`)
  })

  test('a folder without any of them gives no hit', () => {
    writeFileSync(join(folder, 'file'), filling(100_000))
    expect(scanFolders([folder], texts)).toMatchObject({ hits: [], bytes: 100_000 })
  })
})
