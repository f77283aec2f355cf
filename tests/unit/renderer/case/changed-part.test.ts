import fc from 'fast-check'
import { expect, test } from 'vitest'

import { changedPart } from '../../../../renderer/features/history/changed-part.ts'

const long = 'He was taken from his home at dawn by men without uniforms. '.repeat(5)

test('of a long text only what changed is told, with the words around it', () => {
  const [before, after] = changedPart(`${long}He was seen once.${long}`, `${long}He was seen twice.${long}`)
  expect(before).toContain('seen once.')
  expect(after).toContain('seen twice.')
  expect(before?.startsWith('… ')).toBe(true)
  expect(after?.endsWith(' …')).toBe(true)
  expect((after ?? '').length).toBeLessThan(160)
})

test('a short text, a new one and an emptied one are told whole', () => {
  expect(changedPart('one', 'two')).toEqual(['one', 'two'])
  expect(changedPart(null, long)).toEqual([null, long])
  expect(changedPart(long, null)).toEqual([long, null])
})

test('two texts that differ are never told as the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const [before, after] = changedPart(long + a + long, long + b + long)
      expect(before === after).toBe(a === b)
    }),
  )
})
