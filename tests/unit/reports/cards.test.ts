import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { wordlist } from '@scure/bip39/wordlists/english.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { reportFonts } from '../../../build/fonts.mjs'
import { languages } from '../../../electron/contract/index.ts'
import type { Language } from '../../../electron/contract/index.ts'
import { cardsDocument } from '../../../electron/reports/cards-document.ts'
import { setReport } from '../../../electron/reports/set-report.ts'
import { hasProgram } from '../../fixtures/programs.ts'

const templates = join(import.meta.dirname, '../../../electron/reports/templates')
const vaultNumber = '0b1f6a58-6c3d-4a39-9c55-2f1f3c6c8f0e'
let folder = ''
let fonts = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-cards-'))
  fonts = join(folder, 'fonts')
  mkdirSync(fonts)
  for (const file of reportFonts()) copyFileSync(file, join(fonts, basename(file)))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const wordsOf = (card: number): string[] => Array.from({ length: 31 }, (_, index) => wordlist[(index * 61 + card * 7) % 2048] ?? '')
const cards = (language: Language) =>
  cardsDocument({
    language,
    vaultNumber,
    setId: '4f7a92d0',
    needed: 2,
    total: 3,
    cards: [1, 2, 3].map((number) => ({ number, words: wordsOf(number), text: `HABEAS1:${vaultNumber.toUpperCase()}:${number}` })),
  })
const set = (language: Language) => setReport(cards(language), { fonts, templates, template: 'cards' })
const pageText = (pdf: Uint8Array, page: number): string => {
  const file = join(folder, 'cards.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-layout', '-f', String(page), '-l', String(page), file, '-'], { encoding: 'utf8' })
}

describe.runIf(hasProgram('pdftotext'))('Rule 7: recovery cards on paper', () => {
  it('stand on a sheet each, with their own words in their order and no others', () => {
    const { pdf, pageCount } = set('en')
    expect(pageCount).toBe(3)
    for (const number of [1, 2, 3]) {
      const text = pageText(pdf, number)
      expect(text).toContain(`Recovery card ${number} of 3`)
      expect(text).toContain('Any 2 of these 3 cards together open the vault.')
      expect(text).toContain(vaultNumber)
      const numbered = [...text.matchAll(/(\d+) ([a-z]+)(?=\s|$)/g)]
        .filter(([, , word = '']) => wordlist.includes(word))
        .map(([, place, word]) => [Number(place), word] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, word]) => word)
      expect(numbered).toEqual(wordsOf(number))
    }
  })

  it.each(languages)('are tagged PDF/UA-1 with every character shown, and have no date and no author (%s)', (language) => {
    const { pdf, missingGlyphs } = set(language)
    expect(missingGlyphs).toEqual([])
    const raw = Buffer.from(pdf).toString('latin1')
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toContain(`/Lang (${language})`)
    expect(raw).not.toMatch(/CreationDate|ModDate|<xmp:CreateDate>|\/Author/)
    expect(Buffer.from(pdf).equals(Buffer.from(set(language).pdf))).toBe(true)
  })
})
