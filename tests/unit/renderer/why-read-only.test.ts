import { describe, expect, test } from 'vitest'

import type { CallError } from '../../../electron/contract/index.ts'
import { whyReadOnly } from '../../../renderer/api/why-read-only.ts'

const refused = (code: CallError['code'], what?: string): CallError => ({ code, params: what === undefined ? {} : { what } })
const found = (...parts: string[]) => ({ findings: parts.map((what) => ({ what, params: {} })) })

describe('Rule 4: why a vault was opened for reading only', () => {
  test('an older one is called older, and not damaged', () => {
    expect(whyReadOnly(refused('rolled_back'), null)).toBe('older')
    expect(whyReadOnly(refused('rolled_back'), found('rolled_back'))).toBe('older')
    expect(whyReadOnly(null, found('drafts', 'rolled_back'))).toBe('older')
  })

  test('a lost record of the last change alone says nothing of the case files', () => {
    expect(whyReadOnly(refused('damaged', 'head'), found('head'))).toBe('no_record')
    expect(whyReadOnly(refused('damaged', 'head'), found('header', 'head'))).toBe('no_record')
  })

  test('damage is the gravest, whatever else was found', () => {
    expect(whyReadOnly(refused('damaged', 'head'), found('head', 'database'))).toBe('damaged')
    expect(whyReadOnly(refused('rolled_back'), found('rolled_back', 'log'))).toBe('damaged')
    expect(whyReadOnly(refused('damaged', 'chain'), null)).toBe('damaged')
  })

  test('where nothing was found, nothing is claimed', () => {
    expect(whyReadOnly(null, null)).toBeNull()
    expect(whyReadOnly(null, found())).toBeNull()
    expect(whyReadOnly(refused('read_only'), found('drafts_missing'))).toBeNull()
  })
})
