import { describe, expect, test } from 'vitest'

import { checkIndex } from '../../../electron/casework/search/index.ts'
import { verifyVault } from '../../../electron/vault/index.ts'
import { office } from './office.ts'

const { call, refusal, person, source, changeNo, contents, vault } = await office()

const listed = async (): Promise<string[]> =>
  (await call('bin.list', {})).entries.map(({ table, label, detail }) => `${table} ${label} ${detail ?? ''}`.trim())
const found = async (query: string): Promise<number> => (await call('search.cases', { query })).hits.length

describe('the bin', () => {
  test('takes a case file with all that hangs on it and its person, and gives back just that', async () => {
    const { id, personId } = await person('Wilhelmina Binnable', { reference: 'BIN-1' })
    const cited = await source()
    const { id: charge } = await call('charges.create', { fields: { caseId: id, offence: 'Treason' } })
    const { id: dropped } = await call('charges.create', { fields: { caseId: id, offence: 'Dropped before' } })
    const { id: name } = await call('personNames.create', { fields: { personId, name: 'Mina' } })
    const { id: claim } = await call('competingValues.create', {
      fields: { targetTable: 'charges', targetId: charge, field: 'court', value: 'Second', reason: 'So it says' },
    })
    await call('citations.create', { fields: { sourceId: cited, targetTable: 'competing_values', targetId: claim } })
    await call('charges.bin', { id: dropped })
    const head = { id, reference: 'BIN-1', name: 'Wilhelmina Binnable' }
    expect((await call('cases.heads', { ids: [id, charge] })).heads).toMatchObject([{ ...head, binned: false }])
    const { changeNo: binned } = await call('cases.bin', { id })
    expect((await call('cases.heads', { ids: [id] })).heads).toMatchObject([{ ...head, binned: true }])
    const inBin = await call('cases.get', { id })
    expect([
      inBin.caseFile.binned,
      inBin.person.binned,
      inBin.charges.map((row) => [row.id, row.binned]),
      inBin.personNames[0]?.id,
      inBin.competingValues.length,
      inBin.citations.length,
    ]).toEqual([true, true, [[charge, true]], name, 1, 1])
    expect(await found('Binnable')).toBe(0)
    expect(await listed()).toEqual(['case_files Wilhelmina Binnable BIN-1', 'charges Dropped before BIN-1'])
    expect((await call('bin.list', { limit: 1 })).entries).toMatchObject([{ id, binnedBy: 'Test caseworker', changeNo: binned }])
    expect(await refusal('cases.bin', { id })).toBe(`in_bin case_files ${id}`)
    expect(await refusal('charges.restore', { id: charge })).toBe(`in_bin case_files ${id}`)
    await call('cases.restore', { id })
    const back = await call('cases.get', { id })
    expect([back.caseFile.binned, back.person.binned, back.charges.map((row) => row.id), back.citations.length]).toEqual([
      false,
      false,
      [charge],
      1,
    ])
    expect(await found('Binnable')).toBe(1)
    expect(await listed()).toEqual(['charges Dropped before BIN-1'])
    await call('charges.restore', { id: dropped })
    expect((await call('cases.get', { id })).charges).toHaveLength(2)
  })

  test('a person with another case file stays; the last one takes them along, and any one brings them back', async () => {
    const { id: first, personId } = await person('Has Two')
    const { id: second } = await call('cases.create', { personId })
    await call('cases.bin', { id: first })
    expect((await call('cases.get', { id: second })).person.binned).toBe(false)
    expect((await call('cases.get', { id: second })).otherCases).toEqual([])
    await call('cases.bin', { id: second })
    expect((await call('cases.get', { id: second })).person.binned).toBe(true)
    expect(await refusal('cases.create', { personId })).toBe(`in_bin persons ${personId}`)
    await call('cases.restore', { id: first })
    const back = await call('cases.get', { id: first })
    expect([back.person.binned, back.otherCases]).toEqual([false, []])
    await call('cases.restore', { id: second })
    expect((await call('cases.get', { id: first })).otherCases).toMatchObject([{ id: second }])
  })

  test('what is not in the bin is restored by doing nothing', async () => {
    const { id, revision } = await person('Stands')
    const before = contents()
    expect(await call('cases.restore', { id })).toEqual({ id, revision, changeNo: revision })
    expect(contents()).toBe(before)
  })

  test('nothing that is cited silently loses its source', async () => {
    const { id } = await person('Sourced')
    const [cited, relayed] = [await source('Cited'), await source('Relayed')]
    const { id: citation } = await call('citations.create', { fields: { sourceId: cited, targetTable: 'case_files', targetId: id } })
    const { id: paper } = await call('sources.create', { fields: { title: 'Relays it', relaysSourceId: relayed } })
    const before = contents()
    expect(await refusal('sources.bin', { id: cited })).toBe('invalid_input id cited')
    expect(await refusal('sources.bin', { id: relayed })).toBe('invalid_input id relayed')
    expect(contents()).toBe(before)
    await call('sources.bin', { id: paper })
    await call('sources.bin', { id: relayed })
    await call('cases.bin', { id })
    await call('sources.bin', { id: cited })
    await call('cases.restore', { id })
    const document = await call('cases.get', { id })
    expect(document.sources).toMatchObject([{ source: { id: cited, binned: true } }])
    expect(document.citations).toMatchObject([{ id: citation }])
    expect(document.derived.unsourced.map(({ field }) => field)).toContain('name')
    expect(await refusal('citations.create', { fields: { sourceId: cited, targetTable: 'case_files', targetId: id } })).toBe(
      `in_bin sources ${cited}`,
    )
  })

  test('pages through what went there, newest first', async () => {
    const { total } = await call('bin.list', {})
    for (let n = 1; n <= 5; n += 1) await call('sources.bin', { id: await source(`Paged ${n}`) })
    const pages = await Promise.all(
      [0, 2, 4].map(async (offset) => (await call('bin.list', { limit: 2, offset })).entries.map(({ label }) => label)),
    )
    expect(pages.flat().slice(0, 5)).toEqual(['Paged 5', 'Paged 4', 'Paged 3', 'Paged 2', 'Paged 1'])
    expect((await call('bin.list', { limit: 1 })).total).toBe(total + 5)
  })

  test('after all of it the vault is sound and the index fits its tables', () => {
    expect(changeNo()).toBeGreaterThan(20)
    expect(verifyVault(vault).faults).toEqual([])
    expect(checkIndex(vault.db)).toEqual([])
  })
})
