import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { canonicalJson } from '../../electron/vault/canonical.ts'

describe('canonical encoding (security rule 14)', () => {
  test.each([
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    // RFC 8785, section 3.2.3: sorted by UTF-16 code unit, so the surrogate pair comes before U+FB33.
    [
      { '€': 'Euro', '\r': 'CR', '\ufb33': 'dalet', '1': 'one', '😀': 'smile', '\u0080': 'control', ö: 'o' },
      '{"\\r":"CR","1":"one","\u0080":"control","ö":"o","€":"Euro","😀":"smile","\ufb33":"dalet"}',
    ],
    // RFC 8785, appendix B.
    [[0, -0, 1e21, 1e-7, 333333333.3333332, 9007199254740992], '[0,0,1e+21,1e-7,333333333.3333332,9007199254740992]'],
    ['"\\/\u0008\u0009\n\u001f', '"\\"\\\\/\\b\\t\\n\\u001f"'],
    [Uint8Array.of(0, 255, 16), '{"$bytes":"00ff10"}'],
    [['row', 'persons', { name: 'Ñandú', group: 3 }], '["row","persons",{"group":3,"name":"Ñandú"}]'],
  ])('vector %#', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected)
  })

  test('refuses what JSON cannot carry', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson(Infinity)).toThrow(TypeError)
    expect(() => canonicalJson('\ud800')).toThrow(TypeError)
  })

  test('the order in which members were written makes no difference, and nothing is lost', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'grapheme' }),
          fc.oneof(fc.integer(), fc.string({ unit: 'grapheme' }), fc.boolean(), fc.constant(null)),
        ),
        (value) => {
          const reversed = Object.fromEntries(Object.entries(value).toReversed())
          expect(canonicalJson(reversed)).toBe(canonicalJson(value))
          expect(JSON.parse(canonicalJson(value))).toEqual({ ...value })
        },
      ),
    )
  })
})
