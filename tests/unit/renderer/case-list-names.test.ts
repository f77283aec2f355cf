import { describe, expect, it } from 'vitest'

import { scriptOf } from '../../../renderer/features/people/script-of.ts'

describe('the names of a person', () => {
  it('are told by the script that most of their letters are in', () => {
    expect(scriptOf('محمد السعدي')).toBe('Arabic')
    expect(scriptOf('Мухаммад Рахимов')).toBe('Cyrillic')
    expect(scriptOf('Óscar Iván Quiñones')).toBe('Latin')
    expect(scriptOf('محمد (Mo)')).toBe('Arabic')
    expect(scriptOf('—')).toBe('other')
  })
})
