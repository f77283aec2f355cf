import { describe, expect, it } from 'vitest'

import { joined } from '../../../renderer/i18n/lists.ts'

describe('parts one after the other', () => {
  it('are set with the marks of the script', () => {
    expect(joined('en', ['a', 'b'])).toBe('a, b')
    expect(joined('ar', ['أ', 'ب'])).toBe('أ، ب')
    expect(joined('ar', ['أ', 'ب'], '; ')).toBe('أ؛ ب')
  })
  it('leave no mark where a part is missing', () => {
    expect(joined('es', ['', 'a', null])).toBe('a')
  })
})
