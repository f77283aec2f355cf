import { expect, test } from 'vitest'

import { lockPage } from '../../electron/vault/pages.ts'

test('the page that carries SQLite’s locks in a file over 1 GiB is not taken for a damaged one', () => {
  expect(lockPage).toBe(262_145)
  expect((lockPage - 1) * 4096).toBe(0x4000_0000)
})
