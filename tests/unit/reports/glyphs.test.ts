import { describe, expect, it } from 'vitest'

import { placeholder, replaceMissing } from '../../../electron/reports/glyphs.ts'

const latin = (code: number): boolean => code < 0x250 || code === 0xfffd

describe('characters that no font has', () => {
  it('become a marked placeholder, counted, everywhere in the document', () => {
    const { value, missing } = replaceMissing({ a: 'x漢y', b: [{ c: '漢字' }] }, latin)
    expect(value).toEqual({ a: `x${placeholder}y`, b: [{ c: `${placeholder}${placeholder}` }] })
    expect(missing).toEqual([
      { character: '漢', count: 2 },
      { character: '字', count: 1 },
    ])
  })

  it('leaves text alone that the fonts can show, and drops joiners that they can not', () => {
    expect(replaceMissing('Núñez\u200d', latin)).toEqual({ value: 'Núñez', missing: [] })
  })
})
