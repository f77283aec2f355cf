import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../../../renderer')
const files = readdirSync(renderer, { recursive: true }).map(String)
const read = (name: string) => readFileSync(join(renderer, name), 'utf8')
/** Every style sheet, without its comments but with its lines. */
const sheets = files
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: read(name).replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, '')) }))

/** Each declaration that `wrong` objects to, with where it stands. */
const faults = (wrong: (property: string, value: string, name: string) => boolean): string[] =>
  sheets.flatMap(({ name, css }) =>
    [...css.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+);/g)]
      .filter(([, property = '', value = '']) => wrong(property, value, name))
      .map(([, property = '', value = '']) => `${name}: ${property}: ${value.trim()}`),
  )

const physical =
  /^(?:(?:min-|max-)?(?:width|height)|left|right|top|bottom|(?:margin|padding|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|border-(?:left|right|top|bottom)(?:-.*)?)$/
/** Four values go round a box clockwise: where the second and the fourth differ, left and right do. */
const lopsided = (property: string, value: string) => {
  if (!/^(?:margin|padding|inset)$/.test(property)) return false
  const sides = value.trim().split(/\s+(?![^(]*\))/)
  return sides.length === 4 && sides[1] !== sides[3]
}

const tokens = read('styles/tokens.css')
const scale = new Set([...tokens.matchAll(/--size-[a-z]+: ([\d.]+)px;/g)].map(([, size]) => Number(size)))

describe('style sheets', () => {
  it('are found', () => {
    expect(sheets.length).toBeGreaterThan(30)
    expect(scale.size).toBeGreaterThan(6)
  })

  it('know no left and right, so that the page can be turned round', () => {
    expect(faults((property) => physical.test(property))).toEqual([])
    expect(faults((property, value) => /^(?:text-align|float|clear)$/.test(property) && /\b(?:left|right)\b/.test(value))).toEqual([])
    expect(faults(lopsided)).toEqual([])
  })

  it('take every colour from the tokens', () => {
    const own = (value: string) => /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(value)
    expect(faults((_, value, name) => name !== 'styles/tokens.css' && own(value))).toEqual([])
  })

  it('take every size of type from the scale', () => {
    const off = (value: string) => {
      const size = /^(?:italic )?(?:\d+ )?([\d.]+)px/.exec(value)?.[1]
      return size !== undefined && !scale.has(Number(size))
    }
    expect(faults((property, value) => (property === 'font' || property === 'font-size') && off(value))).toEqual([])
  })

  it('name only tokens that there are', () => {
    const declared = new Set(
      sheets.flatMap(({ css }) => [...css.matchAll(/(?<=[{;]\s*)(--[a-z-][a-z0-9-]*)\s*:/g)].map(([, name = '']) => name)),
    )
    // Set by a component at run time, or by React Aria.
    const set = files
      .filter((name) => name.endsWith('.tsx'))
      .map(read)
      .join('\n')
    const used = sheets.flatMap(({ name, css }) =>
      [...css.matchAll(/var\((--[a-z-][a-z0-9-]*)/g)].map(([, token = '']) => ({ name, token })),
    )
    const unknown = used.filter(({ token }) => !declared.has(token) && token !== '--trigger-width' && !set.includes(`'${token}'`))
    expect(unknown).toEqual([])
  })
})

describe('icons', () => {
  it('that point along the text turn round with it', () => {
    const still = files
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) =>
        [...read(name).matchAll(/<(?:Arrow|Chevron)s?(?:Left|Right)\b[^>]*>/g)]
          .filter(([tag]) => !/className=/.test(tag))
          .map(([tag]) => `${name}: ${tag}`),
      )
    expect(still).toEqual([])
  })
})
