import { describe, expect, it } from 'vitest'

import { countFaults } from '../../../renderer/features/settings/fault-kinds.ts'

describe('what a check of the vault found', () => {
  it('is told once for each kind, with how many there are', () => {
    const told = countFaults([
      { what: 'row', params: { table: 'persons', id: 'a' } },
      { what: 'row', params: { table: 'persons', id: 'b' } },
      { what: 'row', params: { more: 40 } },
      { what: 'row', params: { table: 'persons', id: 'c', unbound: true } },
      { what: 'chain', params: { seq: 3 } },
    ])
    expect(told.map(({ count }) => count)).toEqual([42, 1, 1])
    expect(told.map(({ kind }) => kind)).toEqual(['row', 'row_unbound', 'chain'])
  })

  it('is told apart where it is less bad than it sounds', () => {
    const kind = (what: string, params: Record<string, string | number | boolean>) => countFaults([{ what, params }])[0]?.kind
    expect(kind('header', { copy: 'a', state: 'damaged', repaired: true })).not.toBe(kind('header', { copy: 'a', state: 'damaged' }))
    expect(kind('drafts', { state: 'missing' })).not.toBe(kind('drafts', { page: 4 }))
  })

  it('has words where a newer vault finds something unheard of', () => {
    expect(countFaults([{ what: 'constructor', params: {} }])).toEqual(countFaults([{ what: 'database', params: {} }]))
  })
})
