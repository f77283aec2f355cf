import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { languages } from '../../../electron/contract/index.ts'
import type { Language, RecordOutput } from '../../../electron/contract/index.ts'
import { collectCaseReport } from '../../../electron/reports/collect.ts'
import { setReport } from '../../../electron/reports/set-report.ts'
import { reportFonts } from '../../../build/fonts.mjs'
import { caseDocument, day, record } from '../../fixtures/case-document.ts'
import { hasProgram } from '../../fixtures/programs.ts'

const templates = join(import.meta.dirname, '../../../electron/reports/templates')
let folder = ''
let fonts = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-report-'))
  fonts = join(folder, 'fonts')
  mkdirSync(fonts)
  for (const file of reportFonts()) copyFileSync(file, join(fonts, basename(file)))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const report = (name: string, language: Language = 'en', fields: Partial<RecordOutput<'persons'>> = {}) => {
  const source = record('sources', { title: 'Court register', reliability: 'B' })
  const person = record('persons', { name, occupation: 'Journalist #set page(fill: red) $x$ [*]', ...fields })
  const citations = [
    record('citations', { sourceId: source.id, targetTable: 'persons', targetId: person.id, field: 'occupation', credibility: 2 }),
    record('citations', { sourceId: source.id, targetTable: 'persons', targetId: person.id, field: 'birth', credibility: 3 }),
  ]
  return collectCaseReport(caseDocument({ person, citations, sources: [{ number: 1, masked: false, source }] }), {
    language,
    audience: 'internal',
    today: '2026-11-23',
    fingerprint: { changeNo: 7, words: ['olive', 'kettle', 'north', 'saddle'] },
    terms: {},
  })
}
const textOf = (pdf: Uint8Array): string => {
  const file = join(folder, 'report.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
}

/** Words with the place of their upper left corner, in points from the page's. */
const placesOf = (pdf: Uint8Array): { word: string; xMin: number; yMin: number }[] => {
  const file = join(folder, 'places.pdf')
  writeFileSync(file, pdf)
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' })
  return [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, y, word = '']) => ({
    word,
    xMin: Number(x),
    yMin: Number(y),
  }))
}

describe.runIf(hasProgram('pdftotext'))('setting the case report', () => {
  it('is tagged PDF/UA-1 with the title as its only metadata', () => {
    const { pdf } = setReport(report('Ana Ejemplo'), { fonts, templates, template: 'case' })
    textOf(pdf)
    const info = execFileSync('pdfinfo', [join(folder, 'report.pdf')], { encoding: 'utf8' })
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+Ana Ejemplo · TST-2026-0001/)
    expect(info).not.toMatch(/Author|Subject|Keywords/)
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('takes what people typed as text, never as template', () => {
    const text = textOf(setReport(report('Ana Ejemplo'), { fonts, templates, template: 'case' }).pdf)
    expect(text).toContain('#set page(fill: red) $x$ [*]')
    expect(text).toContain('Court register. Reliability B (usually reliable); credibility 2 (probably true).')
  })

  it('gives the same bytes for the same input, and others for another', () => {
    const hash = (name: string): string =>
      createHash('sha256')
        .update(setReport(report(name), { fonts, templates, template: 'case' }).pdf)
        .digest('hex')
    expect(hash('Ana Ejemplo')).toBe(hash('Ana Ejemplo'))
    expect(hash('Ana Ejemplo')).not.toBe(hash('Eva Ejemplo'))
  })

  it.each(languages)('is tagged PDF/UA-1 in its language, with the same bytes twice and every character shown (%s)', (language) => {
    const set = () => setReport(report('Ana Ejemplo أنا', language), { fonts, templates, template: 'case' })
    const { pdf, missingGlyphs } = set()
    expect(missingGlyphs).toEqual([])
    expect(Buffer.from(pdf).equals(Buffer.from(set().pdf))).toBe(true)
    const raw = Buffer.from(pdf).toString('latin1')
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toContain(`/Lang (${language})`)
  })

  it('runs from right to left in Arabic, and leaves Latin names as they are', () => {
    const { pdf } = setReport(report('Ana Ejemplo', 'ar'), { fonts, templates, template: 'case' })
    const words = placesOf(pdf)
    const label = words.find(({ word }) => /^[\p{Script=Arabic}\u200f]+$/u.test(word.normalize('NFKC')) && word.length > 3)
    const reference = words.find(({ word }) => word === 'TST-2026-0001')
    expect(label && reference && label.xMin > reference.xMin).toBe(true)
    const given = words.find(({ word }) => word === 'Ana')
    const family = words.find(({ word }) => word === 'Ejemplo')
    expect(given && family && given.xMin < family.xMin).toBe(true)
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Direction /R2L')
  })

  it('sets a footnote’s number to the left of a year where the page runs from right to left', () => {
    const { pdf } = setReport(report('Ana Ejemplo', 'ar', { birth: day('2011') }), { fonts, templates, template: 'case' })
    const words = placesOf(pdf)
    const year = words.find(({ word }) => word.replace('\u2060', '') === '2011')
    const mark = words.find(({ word, yMin }) => word === '1' && year !== undefined && Math.abs(yMin - year.yMin) < 6)
    expect(mark && year && mark.xMin < year.xMin).toBe(true)
  })

  it('sets Arabic and Cyrillic names and marks a character that no font has', () => {
    const { pdf, missingGlyphs } = setReport(report('محمد العلي Мухаммад Рахимов 漢'), { fonts, templates, template: 'case' })
    expect(missingGlyphs).toEqual([{ character: '漢', count: 2 }])
    const text = textOf(pdf).normalize('NFKC')
    expect(text).toContain('Мухаммад Рахимов')
    expect(text).toContain('محمد')
  })

  it('splits the drawn pages into one picture a page, in Spanish too', () => {
    const { pages, pageCount } = setReport(report('Ana Ejemplo', 'es'), { fonts, templates, template: 'case', pages: true })
    expect(pages).toHaveLength(pageCount)
    for (const page of pages) {
      expect(page).toMatch(/^<svg [\s\S]*<\/svg>$/)
      // A picture with one tag left open is shown by no browser.
      const open: string[] = []
      for (const [, closing, name = '', own] of page.matchAll(/<(\/?)([a-zA-Z]+)(?:[^>"]|"[^"]*")*?(\/?)>/g)) {
        if (closing === '/') expect(open.pop()).toBe(name)
        else if (own !== '/') open.push(name)
      }
      expect(open).toEqual([])
    }
  })
})
