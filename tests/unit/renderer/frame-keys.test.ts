import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { frameKeys, keysOfFrame } from '../../../renderer/app/commands/frame-keys.ts'
import { isPressOf, worksWhileTyping, type KeyPress } from '../../../renderer/app/commands/keys.ts'
import { withoutClashes, type Command } from '../../../renderer/app/commands/registry.ts'
import { listLimits, listWidth } from '../../../renderer/app/list-width.ts'
import { matchesIn } from '../../../renderer/app/palette/matching.ts'
import { stepZoom, zooms } from '../../../renderer/app/zoom.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})
const ctrl = { ctrlKey: true }

describe('keys', () => {
  it('no two commands share one, the features’ own among them', () => {
    const renderer = join(import.meta.dirname, '../../../renderer/features')
    const offering = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(renderer, file), 'utf8'))
      .filter((source) => source.includes('useProvideCommands('))
    const ofFeatures = offering.flatMap((source) =>
      [...source.matchAll(/\bkeys: \[([^\]]*)\]/g)].flatMap(([, list = '']) => [...list.matchAll(/'([^']+)'/g)].map(([, key = '']) => key)),
    )
    expect(ofFeatures.length).toBeGreaterThan(0)
    const keys = [...Object.values(frameKeys).flat(), ...ofFeatures].map((key) => key.toLowerCase()).toSorted()
    expect(keys.filter((key, index) => key === keys[index - 1])).toEqual([])
  })

  it('are told apart by every modifier', () => {
    expect(isPressOf(press('z', ctrl), 'Mod+Z', false)).toBe(true)
    expect(isPressOf(press('Z', { ...ctrl, shiftKey: true }), 'Mod+Z', false)).toBe(false)
    expect(isPressOf(press('Z', { ...ctrl, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true)
    expect(isPressOf(press('z', { ...ctrl, altKey: true }), 'Mod+Z', false)).toBe(false)
    expect(isPressOf(press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft', false)).toBe(true)
    expect(isPressOf(press('ArrowLeft'), 'Alt+ArrowLeft', false)).toBe(false)
  })

  it('have the platform’s modifier', () => {
    expect(isPressOf(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true)
    expect(isPressOf(press('k', ctrl), 'Mod+K', true)).toBe(false)
    expect(isPressOf(press('k', { metaKey: true }), 'Mod+K', false)).toBe(false)
    expect(isPressOf(press('Tab', ctrl), 'Ctrl+Tab', true)).toBe(true)
  })

  it('work on keyboards of other alphabets by their place, and of other Latin ones by their letter', () => {
    expect(isPressOf(press('я', { ...ctrl, code: 'KeyZ' }), 'Mod+Z', false)).toBe(true)
    expect(isPressOf(press('ن', { ...ctrl, code: 'KeyK' }), 'Mod+K', false)).toBe(true)
    // On a German keyboard Y stands where Z is elsewhere.
    expect(isPressOf(press('y', { ...ctrl, code: 'KeyZ' }), 'Mod+Z', false)).toBe(false)
    expect(isPressOf(press('&', { ...ctrl, code: 'Digit1' }), 'Mod+1', false)).toBe(true)
  })

  it('that are signs work wherever the sign stands', () => {
    expect(isPressOf(press('?', { shiftKey: true }), '?', false)).toBe(true)
    expect(isPressOf(press('؟', { shiftKey: true }), '?', false)).toBe(true)
    expect(isPressOf(press('=', ctrl), 'Mod+Plus', false)).toBe(true)
    expect(isPressOf(press('+', { ...ctrl, shiftKey: true }), 'Mod+Plus', false)).toBe(true)
  })

  it('without a modifier leave the words being typed alone', () => {
    expect(['?', '/', 'Shift+A'].map(worksWhileTyping)).toEqual([false, false, false])
    expect(['Mod+K', 'Alt+1', 'Ctrl+Tab', 'F6', 'Shift+F6'].map(worksWhileTyping)).toEqual([true, true, true, true, true])
  })
})

describe('the registry', () => {
  const command = (id: string, ...keys: string[]): Command => ({ id, label: id, keys, run: () => undefined })

  it('gives a key to the first that asks for it, and lists nothing twice', () => {
    const kept = withoutClashes([command('a', 'Mod+K'), command('b', 'mod+k', 'F2'), command('a', 'F3')])
    expect(kept.map(({ id, keys }) => [id, keys])).toEqual([
      ['a', ['Mod+K']],
      ['b', ['F2']],
    ])
  })
})

describe('the list’s width', () => {
  it('leaves the document room, whatever was chosen', () => {
    for (const windowWidth of [900, 1024, 1280, 1920, 3840])
      for (const chosen of [null, 220, 348, 900]) {
        const width = listWidth(chosen, windowWidth, 68)
        expect(windowWidth - 68 - width).toBeGreaterThanOrEqual(412)
        expect(width).toBeGreaterThanOrEqual(listLimits(windowWidth, 68).least)
      }
    expect(listWidth(null, 1280, 68)).toBe(348)
    expect(listWidth(500, 1280, 68)).toBe(500)
  })
})

describe('the size', () => {
  it('steps through all sizes and stays at the ends', () => {
    const up = zooms.slice(1).reduce<number[]>((sizes) => [...sizes, stepZoom(sizes.at(-1) ?? 0.8, 1)], [0.8])
    expect(up).toEqual([...zooms])
    expect(stepZoom(2, 1)).toBe(2)
    expect(stepZoom(0.8, -1)).toBe(0.8)
    expect(stepZoom(1.3, -1)).toBe(1.25)
  })
})

describe('what the palette matches', () => {
  const marked = (text: string, query: string): string[] | null =>
    matchesIn(text, query)?.map(({ start, end }) => text.slice(start, end)) ?? null

  it('is found by the beginnings of words, accents and alphabets’ forms aside', () => {
    expect(marked('Núñez Ibáñez, Sofía', 'nunez sof')).toEqual(['Núñez', 'Sof'])
    expect(marked('أحمد العلي', 'احمد')).toEqual(['أحمد'])
    expect(marked('Find anything', 'thing')).toBeNull()
    expect(marked('Find anything', 'x')).toBeNull()
    expect(marked('Find anything', '')).toEqual([])
  })
})

describe('the way back', () => {
  it('goes against the reading, as its arrow does', () => {
    expect(keysOfFrame('go.back', false)).toEqual(['Alt+ArrowLeft'])
    expect(keysOfFrame('go.back', true)).toEqual(['Alt+ArrowRight'])
    expect(keysOfFrame('go.forward', true)).toEqual(['Alt+ArrowLeft'])
    expect(keysOfFrame('go.home', true)).toEqual(frameKeys['go.home'])
  })
})
