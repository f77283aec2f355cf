import { describe, expect, test } from 'vitest'

import { office, today } from './office.ts'

const { answer, call, refusal, person, source, changeNo, contents, vault } = await office()

describe('a case file goes in', () => {
  test('a name is enough; the reference is made from prefix, year and counter', async () => {
    const first = await call('cases.create', { person: { name: 'Ana Ejemplo' } })
    const second = await call('cases.create', { person: { description: 'A tall man with a grey beard' } })
    expect([first.reference, second.reference]).toEqual(['HAB-2026-0001', 'HAB-2026-0002'])
    const document = await call('cases.get', { id: first.id })
    expect(document.person.name).toBe('Ana Ejemplo')
    expect(document.caseFile).toMatchObject({
      reference: 'HAB-2026-0001',
      personId: first.personId,
      caseworkerId: vault.caseworker.uuid,
      arrestDate: null,
      tags: [],
      binned: false,
    })
    expect(document.derived).toMatchObject({ today, statusGroup: 'unknown', currentStatusId: null })
    expect((await call('cases.get', { reference: ' HAB-2026-0002' })).caseFile.id).toBe(second.id)
  })

  test('another case file of somebody on file; a first status in the same change', async () => {
    const { personId } = await person('Two Files')
    const before = changeNo()
    const again = await call('cases.create', {
      personId,
      fields: { arrestDate: '2025' },
      status: { fields: { status: 'on_remand', since: 'March 2025' } },
    })
    expect(again.changeNo).toBe(before + 1)
    const document = await call('cases.get', { id: again.id })
    expect(document.otherCases).toHaveLength(1)
    expect(document.custodyStatuses).toMatchObject([{ status: 'on_remand', since: { edtf: '2025-03', typed: 'March 2025' } }])
    expect(document.derived).toMatchObject({ statusGroup: 'held', currentStatusId: document.custodyStatuses[0]?.id })
  })

  test('a counter goes on after the highest, and a chosen reference is kept and is unique', async () => {
    const { id, revision } = await person('Chosen Number', { reference: 'HAB-2026-0900' })
    expect((await call('cases.create', { person: { name: 'After It' } })).reference).toMatch(/^HAB-2026-0\d{3}$/)
    expect(await refusal('cases.create', { person: { name: 'Twice' }, fields: { reference: 'HAB-2026-0900' } })).toBe(
      'invalid_input fields.reference taken',
    )
    expect(await refusal('cases.update', { id, baseRevision: revision, fields: { reference: 'HAB-2026-0001' } })).toBe(
      'invalid_input fields.reference taken',
    )
    expect(await refusal('cases.update', { id, baseRevision: revision, fields: { reference: null } })).toBe(
      'invalid_input fields.reference required',
    )
    await call('cases.update', { id, baseRevision: revision, fields: { reference: 'OUR-7' } })
    expect((await call('cases.get', { reference: 'OUR-7' })).caseFile.id).toBe(id)
  })

  test.each([
    [{}, 'invalid_input person required'],
    [{ person: { sex: 'male' } }, 'invalid_input person.name name_or_description'],
    [{ person: { name: '   ' } }, 'invalid_input person.name name_or_description'],
    [{ person: { name: 'A', birth: '2023-02-29' } }, 'invalid_input person.birth'],
    [{ person: { name: 'A' }, status: { fields: { status: 'no_such_status' } } }, 'invalid_input status.fields.status unknown_term'],
    [{ personId: '00000000-0000-7000-8000-000000000000' }, 'not_found persons'],
  ] as const)('%j leaves nothing behind: %s', async (input, expected) => {
    const before = contents()
    expect(await refusal('cases.create', input as never)).toContain(expected)
    expect(contents()).toBe(before)
  })
})

describe('what is on file is edited', () => {
  test('field by field: only those that differ are written, white space at the ends is not', async () => {
    const { id, revision } = await person('Edited Person')
    const first = await call('cases.update', { id, baseRevision: revision, fields: { arrestPlace: '  Maturín ', tags: ['a', ' a', ''] } })
    expect(first.revision).toBe(changeNo())
    const same = await call('cases.update', { id, baseRevision: revision, fields: { arrestPlace: 'Maturín', tags: ['a'] } })
    expect(same).toEqual({ id, revision: first.revision, changeNo: first.revision })
    expect(
      (await call('history.ofField', { table: 'case_files', id, field: 'arrestPlace' })).changes.map(({ revisions }) => revisions),
    ).toEqual([[{ table: 'case_files', id, field: 'arrestPlace', before: null, after: 'Maturín' }]])
  })

  test('two people on different fields are in nobody’s way; on the same field the second is told', async () => {
    const { id, revision } = await person('Shared File')
    await call('cases.update', { id, baseRevision: revision, fields: { arrestPlace: 'Valencia' } })
    const other = await call('cases.update', { id, baseRevision: revision, fields: { arrestForces: 'Police' } })
    const before = contents()
    const answered = await answer('cases.update', { id, baseRevision: revision, fields: { arrestPlace: 'Caracas', arrestForces: 'Army' } })
    expect(answered).toEqual({
      ok: false,
      error: { code: 'conflict', params: { table: 'case_files', id, fields: ['arrestPlace', 'arrestForces'], revision: other.revision } },
    })
    expect(contents()).toBe(before)
    expect(await refusal('cases.update', { id, baseRevision: other.revision, fields: { arrestPlace: 'Caracas' } })).toBe('')
  })

  test('a revision that is still to come is refused, so that it can’t stand for having seen what others wrote', async () => {
    const { id } = await person('Ahead of time')
    const before = contents()
    expect(await refusal('cases.update', { id, baseRevision: changeNo() + 1, fields: { title: 'Overwritten' } })).toBe(
      'invalid_input baseRevision not_yet',
    )
    expect(contents()).toBe(before)
  })

  test('an answer says which tables and rows it wrote', async () => {
    const { id } = await person('Noticed')
    const given = await answer('charges.create', { fields: { caseId: id, offence: 'Treason' } })
    expect(given).toMatchObject({
      ok: true,
      change: { changeNo: changeNo(), tables: ['charges', 'change_sets', 'audit_entries'], ids: [given.ok ? given.value.id : ''] },
    })
  })

  test('what a row hangs on is there, outside the bin, and stays', async () => {
    const [{ id }, other] = [await person('Parent'), await person('Other')]
    const charge = await call('charges.create', { fields: { caseId: id, offence: 'Treason' } })
    await call('cases.bin', { id: other.id })
    const before = contents()
    expect(await refusal('charges.create', { fields: { offence: 'Nothing to hang on' } })).toBe('invalid_input fields.caseId required')
    expect(await refusal('charges.create', { fields: { caseId: charge.id } })).toBe('not_found case_files')
    expect(await refusal('charges.create', { fields: { caseId: other.id } })).toBe(`in_bin case_files ${other.id}`)
    expect(await refusal('charges.update', { id: charge.id, baseRevision: charge.revision, fields: { caseId: other.id } })).toBe(
      'invalid_input fields.caseId fixed',
    )
    expect(await refusal('cases.update', { id: other.id, baseRevision: 999, fields: { title: 'x' } })).toBe(`in_bin case_files ${other.id}`)
    expect(await refusal('charges.update', { id: other.id, baseRevision: 1, fields: { offence: 'x' } })).toBe('not_found charges')
    expect(await refusal('sources.create', { fields: { relaysSourceId: id } })).toBe('not_found sources')
    expect(contents()).toBe(before)
  })

  test('a source can’t pass on its own word, over however many relays', async () => {
    const post = await source('A post')
    const paper = await call('sources.create', { fields: { title: 'A paper', relaysSourceId: post } })
    expect(await refusal('sources.update', { id: post, baseRevision: changeNo(), fields: { relaysSourceId: paper.id } })).toBe(
      'invalid_input fields.relaysSourceId relays_itself',
    )
  })
})

describe('dates stay as uncertain as they were said', () => {
  const saved = async (arrestDate: string | { typed: string; edtf?: string; language?: 'en' | 'es' }): Promise<unknown> => {
    const { id } = await person('Dated', { arrestDate })
    return (await call('cases.get', { id })).caseFile.arrestDate
  }

  test('a year is a year, and what was typed is kept', async () => {
    expect(await saved('2020')).toMatchObject({ edtf: '2020', typed: '2020' })
    expect(await saved({ typed: 'febrero de 2024', language: 'es' })).toMatchObject({ edtf: '2024-02', typed: 'febrero de 2024' })
    expect(await saved('28 January, year not given')).toMatchObject({ edtf: 'XXXX-01-28', earliest: null, latest: null })
    expect(await saved({ typed: 'sometime that spring', edtf: '2024-03/2024-05' })).toMatchObject({
      edtf: '2024-03/2024-05',
      typed: 'sometime that spring',
    })
    expect(await saved({ typed: '03/04/2024', edtf: '2024-04-03' })).toMatchObject({ edtf: '2024-04-03' })
    expect(await saved('yesterday')).toMatchObject({ edtf: '2026-11-22', typed: 'yesterday' })
  })

  test.each([
    ['2023-02-29', 'invalid_input fields.arrestDate'],
    ['31 April 2024', 'invalid_input fields.arrestDate'],
    ['some day', 'invalid_input fields.arrestDate not_understood'],
    [{ typed: '2024', edtf: '2024-01-01' }, 'invalid_input fields.arrestDate sharper_than_typed'],
    [{ typed: 'about March 2024', edtf: '2024-03' }, 'invalid_input fields.arrestDate sharper_than_typed'],
    [{ typed: 'maybe 9 February', edtf: 'XXXX-02-09' }, 'invalid_input fields.arrestDate sharper_than_typed'],
    [{ typed: '28 January', edtf: '2026-01-28' }, 'invalid_input fields.arrestDate sharper_than_typed'],
    [{ typed: '2024', edtf: 'circa 2024' }, 'invalid_input fields.arrestDate not_edtf'],
    [{ typed: '30 February 2024', edtf: '2024-03-01' }, 'invalid_input fields.arrestDate'],
  ])('%j is refused and nothing is written', async (arrestDate, expected) => {
    const { id, revision } = await person('Undated')
    const before = contents()
    expect(await refusal('cases.update', { id, baseRevision: revision, fields: { arrestPlace: 'Valid beside it', arrestDate } })).toContain(
      expected,
    )
    expect(contents()).toBe(before)
  })
})

describe('bad input is named by its path and leaves nothing behind', () => {
  const long = 'x'.repeat(501)
  test.each([
    ['one too many', { arrestPlace: long }, 'fields.arrestPlace too_long'],
    ['far too many', { arrestPlace: 'x'.repeat(200_000) }, 'fields.arrestPlace'],
    ['NUL', { arrestPlace: 'a\u0000b' }, 'fields.arrestPlace control_characters'],
    ['direction override', { arrestPlace: 'a\u202eb' }, 'fields.arrestPlace control_characters'],
    ['line break in a line', { arrestPlace: 'line\nbreak' }, 'fields.arrestPlace control_characters'],
    ['bell', { summary: 'bell\u0007' }, 'fields.summary control_characters'],
    ['half a surrogate pair', { summary: 'half a pair \ud800' }, 'fields.summary control_characters'],
    ['C1 control in a list', { tags: ['ok', 'a\u009b'] }, 'fields.tags.1 control_characters'],
    ['NUL in a date', { arrestDate: 'Ma\u0000y 2024' }, 'fields.arrestDate'],
    ['control beside EDTF', { arrestDate: { typed: '\u0007', edtf: '2024' } }, 'fields.arrestDate'],
    ['no such choice', { arrestWarrantShown: 'perhaps' }, 'fields.arrestWarrantShown'],
    ['no id', { caseworkerId: 'nobody' }, 'fields.caseworkerId'],
    ['no such field', { noSuchField: 'x' }, 'fields'],
  ])('%s', async (_, fields, expected) => {
    const { id, revision } = await person('Refused')
    const before = contents()
    const given = await answer('cases.update', {
      id,
      baseRevision: revision,
      fields: { arrestForces: 'Valid beside it', ...fields } as never,
    })
    expect(given.ok ? '' : Object.values(given.error.params).join(' ')).toContain(expected)
    expect(contents()).toBe(before)
  })

  test('a caseworker whom nobody knows', async () => {
    const { id, revision } = await person('Refused too')
    expect(await refusal('cases.update', { id, baseRevision: revision, fields: { caseworkerId: id } })).toBe('not_found caseworkers')
  })
})
