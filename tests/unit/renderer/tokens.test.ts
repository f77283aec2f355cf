import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Colour = string
const css = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8')

/** The colours of each block of the style sheet that sets them: first the plain ones, then those of more contrast. */
const blocks = [...css.matchAll(/\{([^{}]*--ground:[^{}]*)\}/g)].map(
  ([, body = '']) =>
    new Map(
      [...body.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name = '', light = '', dark = '']) => [
        name,
        { light, dark },
      ]),
    ),
)

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const inks = ['ink', 'ink-second', 'ink-third', 'accent', 'held', 'unknown', 'free']
const grounds = ['ground', 'surface', 'raised', 'selection', 'accent-soft', 'held-soft', 'unknown-soft', 'free-soft']

const looks = [
  { look: 'light', block: 0, light: 'light', text: 4.5, marks: ['edge'] },
  { look: 'dark', block: 0, light: 'dark', text: 4.5, marks: ['edge'] },
  { look: 'light with more contrast', block: 1, light: 'light', text: 7, marks: ['edge', 'line-strong', 'line'] },
  { look: 'dark with more contrast', block: 1, light: 'dark', text: 7, marks: ['edge', 'line-strong', 'line'] },
] as const

/** The pairs of a look that fall short of `least`. */
function weakPairs({ block, light }: (typeof looks)[number], pairs: readonly (readonly [string, string])[], least: number): string[] {
  const colour = (name: string): Colour => {
    const found = blocks[block]?.get(name)?.[light]
    if (found === undefined) throw new Error(`No colour ${name}`)
    return found
  }
  return pairs.flatMap(([over, under]) => {
    const ratio = contrast(colour(over), colour(under))
    return ratio < least ? [`${over} on ${under}: ${ratio.toFixed(2)}`] : []
  })
}

describe('tokens', () => {
  it('set every colour anew for more contrast', () => {
    expect(blocks).toHaveLength(2)
    expect([...(blocks[1]?.keys() ?? [])]).toEqual([...(blocks[0]?.keys() ?? [])])
  })

  it.each(looks)('give every ink its contrast on every ground, $look', (look) => {
    const pairs = [
      ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
      ['on-accent', 'accent'] as const,
      ['on-accent', 'accent-strong'] as const,
    ]
    expect(weakPairs(look, pairs, look.text)).toEqual([])
  })

  it.each(looks)('give marks and the edges of controls 3:1, $look', (look) => {
    const pairs = look.marks.flatMap((mark) => ['ground', 'surface', 'raised'].map((ground) => [mark, ground] as const))
    expect(weakPairs(look, pairs, 3)).toEqual([])
  })

  it('keep every measure of space on the grid of 4 px', () => {
    const spaces = [...css.matchAll(/--(?:space-\d+|gap-[a-z]+|control[a-z-]*|target): (\d+)px/g)].map(([, px]) => Number(px))
    expect(spaces.length).toBeGreaterThan(10)
    expect(spaces.filter((px) => px % 4 !== 0)).toEqual([])
  })

  it('move nothing for those who want no motion', () => {
    const still = /prefers-reduced-motion: reduce\) \{\s*:root \{([^}]*)\}/.exec(css)?.[1] ?? ''
    const durations = [...css.matchAll(/--([a-z]+): [1-9]\d*ms;/g)].map(([, name]) => name)
    expect(durations.length).toBeGreaterThan(0)
    for (const name of durations) expect(still).toContain(`--${name}: 0ms;`)
  })
})
