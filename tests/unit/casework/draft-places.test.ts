import { expect, test } from 'vitest'

import { office } from './office.ts'

const { call, person } = await office()

const ana = await person('Ana Prueba', { arrestDate: '2026-01-02' })
const charge = await call('charges.create', { fields: { caseId: ana.id, offence: 'Rebellion' } })
const source = await call('sources.create', { fields: { title: 'Port register' } })
const hidden = await call('sources.create', { fields: { title: 'The mother', protection: 'protected', codeName: 'Heron' } })
const alias = await call('personNames.create', { fields: { personId: ana.personId, kind: 'alias', name: 'Anita' } })

const placeOf = async (table: 'case_files' | 'charges' | 'persons' | 'person_names' | 'sources', id: string) =>
  (await call('home.draftPlaces', { rows: [{ table, id }] })).places[0]

test('a row leads to its case file, by the name of the person', async () => {
  for (const [table, id] of [
    ['case_files', ana.id],
    ['charges', charge.id],
    ['persons', ana.personId],
    ['person_names', alias.id],
  ] as const)
    expect(await placeOf(table, id), table).toEqual({ table, id, caseId: ana.id, name: 'Ana Prueba' })
})

test('a source stands by itself, a protected one under its code name', async () => {
  expect(await placeOf('sources', source.id)).toMatchObject({ caseId: null, name: 'Port register' })
  expect(await placeOf('sources', hidden.id)).toMatchObject({ caseId: null, name: 'Heron' })
})

test('of two case files of one person, the one outside the bin is led to', async () => {
  const second = await call('cases.create', { personId: ana.personId })
  await call('cases.bin', { id: ana.id })
  expect(await placeOf('persons', ana.personId)).toMatchObject({ caseId: second.id })
})

test('what is not in the vault is left out', async () => {
  expect(await placeOf('charges', '01890000-0000-7000-8000-000000000000')).toBeUndefined()
})
