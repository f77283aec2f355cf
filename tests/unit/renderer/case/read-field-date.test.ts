import { expect, test } from 'vitest'

import { dayOfIso } from '../../../../electron/domain/days.ts'
import { readFieldDate } from '../../../../renderer/features/case/read-field-date.ts'

const reading = { language: 'en', today: dayOfIso('2026-08-04') ?? 0 } as const

test('a birth may be said as an age', () => {
  expect(readFieldDate('persons', 'birth', 'about 58 years old', reading)).toMatchObject({ ok: true, edtf: '1968~' })
  expect(readFieldDate('persons', 'birth', '34', reading)).toMatchObject({
    ok: true,
    edtf: '[1991..1992]',
    value: { typed: '34 years old' },
  })
})

test('an age is no date anywhere else', () => {
  expect(readFieldDate('case_files', 'arrestDate', 'about 58 years old', reading)).toEqual({ ok: false, reason: 'not_understood' })
})

test('other dates are read as ever', () => {
  expect(readFieldDate('persons', 'birth', '9 Feb 1966', reading)).toMatchObject({ ok: true, edtf: '1966-02-09' })
})
