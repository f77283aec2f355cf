import { describe, expect, test } from 'vitest'

import { office, today } from './office.ts'

const { call, refusal, person } = await office()

describe("a person's page", () => {
  test('has every name, and every case file, newest first', async () => {
    const first = await person('Amina Ejemplo', { arrestDate: '2024-01-01' })
    await call('personNames.create', { fields: { personId: first.personId, kind: 'transliteration', name: 'أمينة' } })
    const second = await call('cases.create', { personId: first.personId, fields: { arrestDate: '2026-03-01' } })
    const { person: shown, names, cases } = await call('persons.get', { id: first.personId, today })
    expect(shown.name).toBe('Amina Ejemplo')
    expect(names.map(({ name }) => name)).toEqual(['أمينة'])
    expect(cases.map(({ id }) => id)).toEqual([second.id, first.id])
  })

  test('leaves out what is in the bin, and is none of somebody who is there', async () => {
    const gone = await person('Nadie Ejemplo')
    const other = await call('cases.create', { personId: gone.personId })
    await call('cases.bin', { id: other.id })
    expect((await call('persons.get', { id: gone.personId })).cases.map(({ id }) => id)).toEqual([gone.id])
    await call('cases.bin', { id: gone.id })
    expect(await refusal('persons.get', { id: gone.personId })).toMatch(/^in_bin persons/)
  })
})
