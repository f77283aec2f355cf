import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const styles = join(root, 'renderer/styles')

type Face = { family: string; style: string; weight: number; file: string; ranges: readonly (readonly [number, number])[] }

const faces: Face[] = readdirSync(styles)
  .filter((name) => name.startsWith('fonts-'))
  .flatMap((name) =>
    [...readFileSync(join(styles, name), 'utf8').matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = '']) => readFace(body)),
  )

function readFace(body: string): Face {
  const of = (pattern: RegExp) => pattern.exec(body)?.[1] ?? ''
  return {
    family: of(/font-family: '([^']+)'/),
    style: of(/font-style: (\w+)/),
    weight: Number(of(/font-weight: (\d+)/)),
    file: of(/url\('([^']+)'\)/),
    ranges: of(/unicode-range:\s*([^;]+);/)
      .split(',')
      .map((range) => {
        const [first = '', last = first] = range.trim().slice(2).split('-')
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
      }),
  }
}

const tokens = readFileSync(join(styles, 'tokens.css'), 'utf8')
/** The families of a stack of the tokens, in their order; a generic family is nothing that ships. */
const stackOf = (name: string): string[] =>
  [...(new RegExp(`--font-${name}: ([^;]+);`).exec(tokens)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, family = '']) => family)

const samples = {
  Latin: 'ABCXYZ abcxyz 0123456789 “quotes” – …',
  'extended Latin': 'ÁÉÍÓÚÜÑáéíóúüñ ŁŻśčřž ğışİ āēīō Œœ Ÿ ḥṣṭ',
  Vietnamese: 'Nguyễn Thị Đặng ươ',
  Cyrillic: 'АБВЯ абвя Ёё Її Ґґ Мухаммад Рахимов',
  Greek: 'ΑΒΓΩ αβγω άέήίόύώ ς',
  Arabic: 'محمد العلي لا إلى آية ٠١٢٣٤٥٦٧٨٩ ؟ ،',
} as const

describe('fonts', () => {
  it('are all there, each a file of an installed package', () => {
    expect(faces.length).toBeGreaterThan(20)
    expect(faces.filter(({ file }) => !existsSync(join(root, 'node_modules', file))).map(({ file }) => file)).toEqual([])
  })

  it.each(['sans', 'serif', 'mono'].flatMap((stack) => Object.entries(samples).map(([script, sample]) => ({ stack, script, sample }))))(
    'of the stack $stack cover $script',
    ({ stack, sample }) => {
      const families = stackOf(stack)
      const declared = faces.filter(({ family, style, weight }) => families.includes(family) && style === 'normal' && weight === 400)
      const bare = [...sample].filter((letter) => {
        const code = letter.codePointAt(0) ?? 0
        return !declared.some(({ ranges }) => ranges.some(([first, last]) => first <= code && code <= last))
      })
      expect(bare).toEqual([])
    },
  )

  it('have an own cut for every weight of the sans in every script', () => {
    const weights = (family: string) =>
      [...new Set(faces.filter((face) => face.family === family).map(({ weight }) => weight))].toSorted((a, b) => a - b)
    expect(weights('IBM Plex Sans')).toEqual([400, 500, 600])
    expect(weights('IBM Plex Sans Arabic')).toEqual([400, 500, 600])
  })
})
