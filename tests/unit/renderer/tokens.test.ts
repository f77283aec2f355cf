import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Colour = string
const css = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8')

/** The colours of each block of the style sheet that sets them. */
const blocks = [...css.matchAll(/\{([^{}]*--ground:[^{}]*)\}/g)].map(
  ([, body = '']) => new Map([...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour])),
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

describe('tokens', () => {
  it('set the same colours for the chosen dark as for the system’s', () => {
    expect(blocks).toHaveLength(3)
    expect(blocks[1]).toEqual(blocks[2])
    expect([...(blocks[0]?.keys() ?? [])]).toEqual([...(blocks[1]?.keys() ?? [])])
  })

  it.each([
    ['light', 0],
    ['dark', 1],
  ])('give every ink 4.5:1 on every ground in the %s', (_, index) => {
    const colours = blocks[index] ?? new Map<string, Colour>()
    const pairs = [
      ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
      ['on-accent', 'accent'] as const,
      ['on-accent', 'accent-strong'] as const,
    ]
    const weak = pairs.filter(([ink, ground]) => contrast(colours.get(ink) ?? '', colours.get(ground) ?? '') < 4.5)
    expect(weak).toEqual([])
  })

  it.each([
    ['light', 0],
    ['dark', 1],
  ])('give the edge of a control 3:1 in the %s', (_, index) => {
    const colours = blocks[index] ?? new Map<string, Colour>()
    for (const ground of ['ground', 'surface', 'raised'])
      expect(contrast(colours.get('edge') ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(3)
  })
})
