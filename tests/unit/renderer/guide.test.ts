import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { languages } from '../../../electron/contract/index.ts'
import { dayNumber } from '../../../electron/domain/days.ts'
import { readTypedDate } from '../../../electron/domain/typed-date.ts'
import { chapterIds, isChapterId, pictureNames, safetyChapterIds, type Block } from '../../../renderer/features/guide/blocks.ts'
import { findChapters, passagesOf } from '../../../renderer/features/guide/find-chapters.ts'
import { guides } from '../../../renderer/features/guide/guide.ts'
import { piecesOf } from '../../../renderer/features/guide/rich-text.ts'

const features = join(import.meta.dirname, '../../../renderer')
const labelNames = [...readFileSync(join(features, 'features/guide/guide-labels.ts'), 'utf8').matchAll(/^ {2}(\w+): msg/gm)].map(
  ([, name = '']) => name,
)

/** A block without its words. */
const shapeOf = (block: Block): unknown => {
  switch (block.kind) {
    case 'list':
    case 'steps':
    case 'dates':
      return [block.kind, block.items.length]
    case 'table':
      return [block.kind, block.head.length, block.rows.map((row) => row.length)]
    case 'picture':
      return [block.kind, block.picture]
    default:
      return block.kind
  }
}
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []

describe('the guide', () => {
  it('has the same chapters and blocks in every language', () => {
    const shape = (language: (typeof languages)[number]) => chapterIds.map((id) => [id, guides[language][id].blocks.map(shapeOf)])
    for (const language of languages) {
      expect(Object.keys(guides[language]).toSorted()).toEqual([...chapterIds].toSorted())
      expect(shape(language), language).toEqual(shape('en'))
    }
  })

  it('says everything in its own language', () => {
    const own = { es: /[áéíóúñ]/i, fr: /[éèêàçœù’]/i, ar: /[\u0600-\u06ff]/ }
    for (const language of ['es', 'fr', 'ar'] as const) {
      for (const id of chapterIds) {
        const passages = passagesOf(guides[language][id], () => '')
        expect(passages.join(' '), `${language} ${id}`).toMatch(own[language])
        expect(passages.every((passage) => passage.trim() !== '' || passage === '')).toBe(true)
        expect(guides[language][id].lead).not.toBe(guides.en[id].lead)
      }
    }
  })

  it('speaks of words that the program has, in the same places in every language', () => {
    const labelsOf = (language: (typeof languages)[number], id: (typeof chapterIds)[number]) =>
      textsOf(guides[language][id])
        .flatMap(piecesOf)
        .flatMap((piece) => (piece.kind === 'label' ? [piece.text] : []))
        .toSorted()
    for (const language of languages) {
      for (const id of chapterIds) {
        const labels = labelsOf(language, id)
        expect(labels, `${language} ${id}`).toEqual(labelsOf('en', id))
        for (const label of labels) expect(labelNames).toContain(label)
      }
    }
  })

  it('calls buttons and places what they are called where they stand', () => {
    const catalogue = readFileSync(join(features, 'i18n/locales/en.po'), 'utf8').split('\n\n')
    const onlyHere = catalogue.filter((entry) => {
      const origins = [...entry.matchAll(/^#: (\S+)$/gm)].map(([, origin = '']) => origin)
      return origins.length > 0 && origins.every((origin) => origin.endsWith('guide-labels.ts'))
    })
    expect(onlyHere).toEqual([])
  })

  it('leads from chapter to chapter in the same places in every language, and from its safety to all that belongs to it', () => {
    const linksOf = (language: (typeof languages)[number], id: (typeof chapterIds)[number]) =>
      textsOf(guides[language][id])
        .flatMap(piecesOf)
        .flatMap((piece) => (piece.kind === 'chapter' ? [piece.id] : []))
    for (const language of languages)
      for (const id of chapterIds) expect(linksOf(language, id), `${language} ${id}`).toEqual(linksOf('en', id))
    expect(linksOf('en', 'safety')).toEqual(safetyChapterIds.filter((id) => id !== 'safety'))
    // At the lock screen there are these chapters alone.
    for (const id of safetyChapterIds) for (const linked of linksOf('en', id)) expect(safetyChapterIds).toContain(linked)
  })

  it('shows dates that the program understands', () => {
    const today = dayNumber(2026, 11, 25)
    for (const language of languages) {
      for (const block of guides[language].dates.blocks) {
        if (block.kind !== 'dates') continue
        for (const typed of block.items)
          expect(readTypedDate(typed, { language, today }), `${language}: ${typed}`).toMatchObject({ ok: true })
      }
    }
  })

  it('shows pictures that are there, each of fewer than 60,000 bytes', () => {
    const folder = join(features, 'features/guide/pictures')
    const there = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).length]))
    for (const picture of pictureNames)
      for (const language of languages)
        for (const theme of ['light', 'dark']) {
          const bytes = there.get(`${picture}-${language}-${theme}.webp`)
          expect(bytes, `${picture} ${language} ${theme}`).toBeGreaterThan(2_000)
          expect(bytes).toBeLessThan(60_000)
        }
  })

  it('is linked to by chapters that it has', () => {
    const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
    const linked = files.flatMap((name) => {
      const text = readFileSync(join(features, name), 'utf8')
      return [...text.matchAll(/(?:openGuide\('|<(?:GuideLink|HelpLink) chapter=")([\w-]+)/g)].map(([, chapter = '']) => chapter)
    })
    expect(linked.length).toBeGreaterThan(2)
    expect(linked.filter((chapter) => !isChapterId(chapter))).toEqual([])
  })
})

describe('searching the guide', () => {
  const find = (query: string, language: (typeof languages)[number] = 'en') =>
    findChapters(guides[language], query, (name) => name).map(({ id }) => id)

  it('shows every chapter for no words, and none for words that stand nowhere', () => {
    expect(find('  ')).toEqual([...chapterIds])
    expect(find('xylophone')).toEqual([])
  })

  it('finds words without their accents, in every alphabet', () => {
    expect(find('frase de contrasena', 'es')).toContain('safety')
    expect(find('phrase secrete', 'fr')).toContain('safety')
    expect(find('فَجوة', 'ar')).toContain('whereabouts')
  })

  it('shows the passage that has the words', () => {
    const [found] = findChapters(guides.en, 'hibernates', (name) => name)
    expect(found).toMatchObject({ id: 'safety' })
    expect(found?.passage).toContain('hibernates')
  })
})

describe('a text of the guide', () => {
  it('is taken apart into words, labels and keys', () => {
    expect(piecesOf('Press {lock}, or [Ctrl+L].')).toEqual([
      { kind: 'plain', text: 'Press ' },
      { kind: 'label', text: 'lock' },
      { kind: 'plain', text: ', or ' },
      { kind: 'keys', keys: 'Mod+L' },
      { kind: 'plain', text: '.' },
    ])
  })

  it('leads to chapters that there are', () => {
    expect(piecesOf('More: {#keys}, {#nothing}')).toEqual([
      { kind: 'plain', text: 'More: ' },
      { kind: 'chapter', id: 'keys' },
      { kind: 'plain', text: ', ' },
      { kind: 'label', text: 'nothing' },
    ])
  })
})
