import { describe, expect, test } from 'vitest'

import { fillDemonstration } from '../../../electron/casework/demonstration/index.ts'
import { checkIndex } from '../../../electron/casework/search/index.ts'
import { verifyVault } from '../../../electron/vault/index.ts'
import { office, today } from './office.ts'

const { call, vault } = await office()
await fillDemonstration(vault)

describe('the demonstration vault', () => {
  test('tells the one real case as uncertain as it was told: year only, no year, no place of detention', async () => {
    const { caseFile, person, charges, whereabouts, custodyStatuses, competingValues, sources, derived } = await call('cases.get', {
      reference: 'VEN-2024-0001',
      today,
    })
    expect(person).toMatchObject({ name: 'Rocío San Miguel', citizenships: ['Venezuelan', 'Spanish'] })
    expect(caseFile).toMatchObject({ arrestDate: { edtf: '2024', typed: '2024' }, arrestPlace: null, arrestForces: null })
    expect(charges.map(({ offence, status }) => [offence, status])).toEqual([
      ['Treason', 'charged'],
      ['Conspiracy', 'charged'],
      ['Terrorism', 'charged'],
    ])
    expect(custodyStatuses.map(({ status, since }) => [status, since?.edtf])).toEqual([
      ['arrested_whereabouts_unknown', '2024'],
      ['released_charges_pending', 'XXXX-01-28'],
    ])
    expect(whereabouts[0]).toMatchObject({ place: null, from: { edtf: '2024' } })
    expect(derived.daysHeld).toEqual({ kind: 'not_known', why: 'release_year_not_given' })
    expect(derived.statusGroup).toBe('free')
    expect(derived.ledger[0]).toMatchObject({ kind: 'unknown_place' })
    expect(derived.wgeid.filter(({ state }) => state !== 'there').map(({ item }) => item)).toEqual(
      expect.arrayContaining(['date_of_disappearance', 'place', 'forces_responsible', 'family_consent']),
    )
    expect(competingValues.find(({ field }) => field === 'since')).toMatchObject({ date: { typed: '30 January', edtf: 'XXXX-01-30' } })
    expect(sources.filter(({ source }) => source.title?.startsWith('INVENTED'))).toHaveLength(1)
    expect(sources.find(({ source }) => source.protection === 'restricted')?.source).toMatchObject({ kind: 'family', codeName: 'F1' })
    expect(sources.some(({ source }) => source.kind === 'official_statement' && /denies holding/.test(source.note ?? ''))).toBe(true)
  })

  test('every statement of it carries its source, but for one sentence', async () => {
    const { caseFile, citations, sources, derived } = await call('cases.get', { reference: 'VEN-2024-0001', today })
    expect(derived.unsourced.map(({ sentence }) => caseFile.summary?.slice(sentence?.start, sentence?.end))).toEqual([
      'Where she was held is not known to this file.',
    ])
    expect(citations.every(({ credibility }) => credibility !== null)).toBe(true)
    expect(sources.every(({ source }) => source.reliability !== null)).toBe(true)
  })

  test('everybody else is invented and says so, in three alphabets and many statuses', async () => {
    const { cases } = await call('cases.list', { limit: 500, today })
    const others = cases.filter(({ reference }) => reference !== 'VEN-2024-0001')
    expect(others.length).toBeGreaterThanOrEqual(12)
    for (const { id } of others) {
      const { caseFile } = await call('cases.get', { id, today })
      expect(caseFile.tags).toContain('invented')
      expect(caseFile.notes).toContain('does not exist')
    }
    expect(new Set(others.map(({ status }) => status)).size).toBeGreaterThanOrEqual(8)
    expect(new Set(others.map(({ statusGroup }) => statusGroup))).toEqual(new Set(['held', 'unknown', 'free', 'ended']))
    for (const alphabet of [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u])
      expect(others.some(({ name }) => alphabet.test(name))).toBe(true)
  })

  test('has namesakes across alphabets, a gap in a ledger and a protected witness', async () => {
    const { candidates } = await call('persons.possibleDuplicates', { name: 'Muhammad Rakhimov' })
    expect(candidates[0]).toMatchObject({ name: 'Мухаммад Рахимов' })
    expect((await call('search.cases', { query: 'محمد' })).hits.length).toBeGreaterThanOrEqual(3)
    const { derived, sources } = await call('cases.get', { reference: 'VEN-2026-0017', today })
    expect(derived.ledger.map(({ kind }) => kind)).toContain('gap')
    expect(sources.some(({ masked }) => masked)).toBe(true)
  })

  test('goes on in its own numbers, and is sound', async () => {
    expect((await call('cases.create', { person: { name: 'Next One' } })).reference).toBe('VEN-2026-0053')
    expect(verifyVault(vault).faults).toEqual([])
    expect(checkIndex(vault.db)).toEqual([])
  })
})
