import { describe, expect, test } from 'vitest'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { office } from './office.ts'

const { call, refusal, person, source, changeNo, contents, vault } = await office()

const unsourced = ({ derived, caseFile }: CallOutput<'cases.get'>): string[] =>
  derived.unsourced.map(({ table, field, sentence }) =>
    sentence === null ? `${table}.${field}` : (caseFile.summary ?? '').slice(sentence.start, sentence.end),
  )
const listedUnsourced = async (id: string): Promise<number | undefined> =>
  (await call('cases.list', { limit: 500 })).cases.find((row) => row.id === id)?.unsourced

describe('what has no source is known', () => {
  test('the office’s own words and what is not known are no statements; the list counts as the document does', async () => {
    const { id, personId } = await call('cases.create', {
      person: {
        kind: 'person',
        name: 'Ana Ejemplo',
        familyName: 'Ejemplo',
        givenName: 'Ana',
        citizenships: ['Spanish', 'Venezuelan'],
        distinguishing: 'Tall',
        sex: 'unknown',
      },
      fields: {
        title: 'A title',
        tags: ['tag'],
        notes: 'To do',
        confidentiality: 'internal',
        opened: '2026',
        arrestDate: '2025',
        arrestWarrantShown: 'unknown',
        summary: 'First sentence.[^mark1] Second one.',
      },
      status: { fields: { status: 'on_remand', since: '2025' } },
    })
    const cited = await source()
    const cite = (fields: object) => call('citations.create', { fields: { sourceId: cited, ...fields } })
    const before = await call('cases.get', { id })
    expect(unsourced(before)).toEqual([
      'First sentence.[^mark1]',
      'Second one.',
      'case_files.arrestDate',
      'persons.name',
      'persons.familyName',
      'persons.givenName',
      'persons.citizenships',
      'custody_statuses.status',
      'custody_statuses.since',
    ])
    expect(await listedUnsourced(id)).toBe(9)
    await cite({ targetTable: 'case_files', targetId: id, field: 'summary', mark: 'mark1' })
    await cite({ targetTable: 'case_files', targetId: id, field: 'arrestDate' })
    await cite({ targetTable: 'persons', targetId: personId, field: 'name' })
    await cite({ targetTable: 'persons', targetId: personId, field: 'citizenships', value: 'Spanish' })
    await cite({ targetTable: 'custody_statuses', targetId: before.custodyStatuses[0]?.id })
    expect(unsourced(await call('cases.get', { id }))).toEqual(['Second one.', 'persons.citizenships'])
    await cite({ targetTable: 'persons', targetId: personId, field: 'citizenships', value: 'Venezuelan' })
    await cite({ targetTable: 'case_files', targetId: id, field: 'summary' })
    expect(unsourced(await call('cases.get', { id }))).toEqual([])
    expect(await listedUnsourced(id)).toBe(0)
  })
})

describe('what follows from a case file', () => {
  test('days held, ledger with its gap, chronology and what a WGEID form lacks, as of a day', async () => {
    const { id } = await call('cases.create', {
      person: { name: 'Derived', birth: '1990' },
      fields: { arrestDate: '2025-01-01', arrestPlace: 'Maturín', arrestForces: 'Police' },
      status: { fields: { status: 'held_before_charge', since: '2025-01-01' } },
    })
    await call('whereabouts.create', { fields: { caseId: id, place: 'El Rodeo', from: '2025-01-11', to: '2025-02-01', capture: 'denied' } })
    await call('charges.create', { fields: { caseId: id, offence: 'Treason', date: '2025-01-15' } })
    const { derived } = await call('cases.get', { id, today: '2025-03-01' })
    expect(derived.daysHeld).toMatchObject({ kind: 'range', least: 59, most: 59, until: 'today' })
    expect(derived.ledger.map(({ kind, place, days, denied, open }) => [kind, place, days?.least, denied, open])).toEqual([
      ['gap', null, 9, false, false],
      ['place', 'El Rodeo', 21, true, false],
      ['gap', null, 28, false, true],
    ])
    expect(derived.chronology.map(({ what, detail }) => `${what} ${detail ?? ''}`.trim())).toEqual([
      'born',
      'arrested Maturín',
      'status held_before_charge',
      'held_from El Rodeo',
      'charge Treason',
      'held_to El Rodeo',
    ])
    expect(Object.fromEntries(derived.wgeid.map(({ item, state }) => [item, state]))).toEqual({
      full_name: 'unsourced',
      date_of_disappearance: 'unsourced',
      place: 'unsourced',
      forces_responsible: 'unsourced',
      steps_taken: 'missing',
      submitter: 'there',
      family_consent: 'missing',
    })
    expect((await call('cases.get', { id, today: '2025-01-11' })).derived.daysHeld).toMatchObject({ least: 10, most: 10 })
  })

  test('two papers that relay one post are one source', async () => {
    const { id, personId } = await person('Relayed')
    const post = await source('A post')
    const cite = async (relays: string | null) =>
      call('citations.create', {
        fields: {
          sourceId: await source('A paper', { relaysSourceId: relays }),
          targetTable: 'persons',
          targetId: personId,
          field: 'name',
        },
      })
    const nameIs = async (): Promise<string | undefined> =>
      (await call('cases.get', { id })).derived.wgeid.find(({ item }) => item === 'full_name')?.state
    await cite(post)
    await cite(post)
    expect(await nameIs()).toBe('one_source')
    const { sources } = await call('cases.get', { id })
    expect(sources.map(({ number, source: { title } }) => `${number} ${title ?? ''}`)).toEqual(['1 A paper', '2 A paper', '3 A post'])
    await cite(null)
    expect(await nameIs()).toBe('there')
  })

  test('created and changed are the times of its own changes, and its person’s', async () => {
    const { id, personId } = await person('Timed')
    const before = await call('cases.get', { id })
    await call('persons.update', { id: personId, baseRevision: changeNo(), fields: { birth: '1990' } })
    const after = await call('cases.get', { id })
    expect(after.createdAt).toBe(before.createdAt)
    expect(after.changedAt).toBe(vault.fingerprint().at)
  })

  test('nobody of that id or reference', async () => {
    expect(await refusal('cases.get', { reference: 'NO-1' })).toBe('not_found case_files')
    expect(await refusal('cases.get', { id: '00000000-0000-7000-8000-000000000000' })).toBe('not_found case_files')
  })
})

describe('a protected source is known by its code name only', () => {
  const secret = 'Rosalinda Quintanilla'
  const open = {
    title: secret,
    author: secret,
    note: secret,
    link: `https://example.org/${secret}`,
    kind: 'testimony',
    connection: 'witness',
    made: '20 August 2026',
    reliability: 'C',
    codeName: 'K7',
  } as const

  test('everywhere but where somebody asks to see it, which the audit chain keeps', async () => {
    const { id } = await person('Told by a witness')
    const made = await call('sources.create', { fields: { ...open, protection: 'protected' } })
    const { id: citation } = await call('citations.create', {
      fields: {
        sourceId: made.id,
        targetTable: 'case_files',
        targetId: id,
        locator: secret,
        quotation: secret,
        note: secret,
        credibility: 2,
      },
    })
    const updated = await call('sources.update', { id: made.id, baseRevision: made.revision, fields: { publisher: secret } })
    const answers = [
      await call('cases.get', { id }),
      await call('sources.list', {}),
      await call('sources.list', { query: 'rosalinda' }),
      await call('sources.get', { id: made.id }),
      await call('history.ofCase', { caseId: id }),
      await call('history.ofField', { table: 'sources', id: made.id, field: 'title' }),
      await call('history.ofField', { table: 'citations', id: citation, field: 'quotation' }),
      await call('search.cases', { query: secret, snippets: 10 }),
      await call('reports.collect', { caseId: id, template: 'case', language: 'en', audience: 'internal', today: '2026-11-23' }),
      updated,
    ]
    expect(JSON.stringify(answers)).not.toContain('Quintanilla')
    expect((await call('sources.list', { query: 'k7' })).sources).toMatchObject([
      {
        masked: true,
        citations: 1,
        cases: 1,
        source: { codeName: 'K7', reliability: 'C', protection: 'protected', title: null, connection: null, made: null },
      },
    ])
    const audited = () => vault.db.prepare("SELECT count(*) FROM audit_entries WHERE kind = 'sources.revealed'").pluck().get()
    expect(audited()).toBe(0)
    const before = changeNo()
    expect(await call('sources.get', { id: made.id, reveal: true })).toMatchObject({
      masked: false,
      source: { title: secret, publisher: secret },
      citedIn: [{ caseId: id, name: 'Told by a witness', citations: 1 }],
    })
    expect([audited(), changeNo()]).toEqual([1, before])
    await call('citations.bin', { id: citation })
    await call('sources.bin', { id: made.id })
    expect(JSON.stringify(await call('bin.list', {}))).not.toContain('Quintanilla')
  })

  test('a citation sent back as it was shown loses nothing of what was hidden; under another source it starts anew', async () => {
    const { id } = await person('Sent back')
    const hidden = await source('Hidden', { protection: 'protected', codeName: 'K8' })
    const { id: citation, revision } = await call('citations.create', {
      fields: { sourceId: hidden, targetTable: 'case_files', targetId: id, quotation: 'What the witness said', credibility: 2 },
    })
    const stored = () => vault.db.prepare('SELECT quotation, credibility FROM citations WHERE uuid = ?').get(citation)
    const shown = { locator: null, quotation: null, note: null }
    await call('citations.update', { id: citation, baseRevision: revision, fields: { sourceId: hidden, credibility: 3, ...shown } })
    expect(stored()).toEqual({ quotation: 'What the witness said', credibility: 3 })
    await call('citations.update', { id: citation, baseRevision: changeNo(), fields: { sourceId: await source('Open'), ...shown } })
    expect(stored()).toEqual({ quotation: null, credibility: 3 })
  })

  test('another source put under a citation does not bring to light what the protected one said, in no view and no history', async () => {
    const { id } = await person('Moved to another source')
    const hidden = await source('Hidden', { protection: 'protected', codeName: 'K11' })
    const words = { quotation: 'Said by Quintanilla', locator: 'Quintanilla, page 2', note: 'Quintanilla again' }
    const { id: citation, revision } = await call('citations.create', {
      fields: { sourceId: hidden, targetTable: 'case_files', targetId: id, credibility: 2, ...words },
    })
    const moved = await call('citations.update', { id: citation, baseRevision: revision, fields: { sourceId: await source('Open') } })
    const views = async (): Promise<string> =>
      JSON.stringify([
        await call('cases.get', { id }),
        await call('history.ofCase', { caseId: id }),
        await call('history.ofField', { table: 'citations', id: citation, field: 'quotation' }),
        await call('search.cases', { query: 'Quintanilla', snippets: 10 }),
      ])
    expect(await views()).not.toContain('Quintanilla')
    await call('citations.update', { id: citation, baseRevision: moved.revision, fields: { quotation: 'What the bulletin says' } })
    expect(await views()).toContain('What the bulletin says')
    await call('history.undo', { changeNo: changeNo() })
    await call('history.undo', { changeNo: moved.changeNo })
    expect(await views()).not.toContain('Quintanilla')
    expect(vault.db.prepare('SELECT quotation, locator, note FROM citations WHERE uuid = ?').get(citation)).toEqual(words)
  })

  test('an open one is looked at without ado', async () => {
    const { id } = await call('sources.create', { fields: open })
    const before = vault.db.prepare('SELECT count(*) FROM audit_entries').pluck().get()
    expect(await call('sources.get', { id, reveal: true })).toMatchObject({ masked: false, source: { title: secret } })
    expect(vault.db.prepare('SELECT count(*) FROM audit_entries').pluck().get()).toBe(before)
  })
})

describe('reports', () => {
  test('are collected by id or reference, and that one left the vault is chained', async () => {
    const { id } = await person('Reported', { reference: 'REP-1', arrestDate: '2025' })
    const asked = { template: 'case', language: 'en', audience: 'un', today: '2026-11-23' } as const
    const byId = await call('reports.collect', { caseId: id, ...asked })
    expect(byId).toEqual(await call('reports.collect', { reference: 'REP-1', ...asked }))
    expect(byId.document).toMatchObject({ title: 'Reported', reference: 'REP-1', setOn: '2026-11-23' })
    expect(await refusal('reports.collect', asked)).toBe('invalid_input caseId id_or_reference')
    const before = contents()
    await call('reports.record', { caseId: id, template: 'case', audience: 'un', sha256: 'b'.repeat(64) })
    expect(contents()).toBe(before)
    expect(vault.db.prepare('SELECT kind, details FROM audit_entries ORDER BY seq DESC LIMIT 1').get()).toEqual({
      kind: 'report.made',
      details: JSON.stringify({ case: id, template: 'case', audience: 'un', sha256: 'b'.repeat(64) }),
    })
    await call('cases.bin', { id })
    expect(await refusal('reports.collect', { caseId: id, ...asked })).toBe(`in_bin case_files ${id}`)
  })
})

test('vocabularies come with their labels in every language', async () => {
  const { terms } = await call('terms.list', { vocabulary: 'custody_status' })
  expect(terms).toHaveLength(17)
  expect(terms[1]).toEqual({
    vocabulary: 'custody_status',
    code: 'forcibly_disappeared',
    position: 2,
    retired: false,
    labels: { en: 'Forcibly disappeared', es: 'Desaparición forzada', fr: 'Disparition forcée', ar: 'اختفاء قسري' },
  })
  expect((await call('terms.list', {})).terms.length).toBeGreaterThan(40)
  expect((await call('caseworkers.list', {})).caseworkers).toEqual([{ id: vault.caseworker.uuid, name: 'Test caseworker' }])
})
