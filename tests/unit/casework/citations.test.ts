import { describe, expect, test } from 'vitest'

import type { CallOutput, RecordInput } from '../../../electron/contract/index.ts'
import { office } from './office.ts'

const { call, refusal, person, source, changeNo, contents } = await office()

const article = await source('An article')
const cite = (fields: RecordInput<'citations'>): Promise<CallOutput<'citations.create'>> =>
  call('citations.create', { fields: { sourceId: article, ...fields } })
const edit = (id: string, fields: RecordInput<'case_files'>): Promise<CallOutput<'cases.update'>> =>
  call('cases.update', { id, baseRevision: changeNo(), fields })
const standing = async (id: string): Promise<(string | null)[]> =>
  (await call('cases.get', { id })).citations.map(({ mark, value, field }) => mark ?? value ?? field)

describe('a citation supports a row, a field, a list entry or a sentence', () => {
  test('each of these, of every table that can be cited', async () => {
    const { id, personId } = await person('Cited', { summary: 'One.[^mark1]' })
    const { id: charge } = await call('charges.create', { fields: { caseId: id, offence: 'Treason' } })
    await call('persons.update', { id: personId, baseRevision: changeNo(), fields: { citizenships: ['Spanish'] } })
    await cite({ targetTable: 'case_files', targetId: id, field: 'summary', mark: 'mark1', credibility: 2, locator: 'paragraph 3' })
    await cite({ targetTable: 'persons', targetId: personId, field: 'citizenships', value: 'Spanish' })
    await cite({ targetTable: 'persons', targetId: personId, field: 'name' })
    await cite({ targetTable: 'charges', targetId: charge })
    expect(await standing(id)).toEqual(['mark1', 'Spanish', 'name', null])
    expect((await call('cases.get', { id })).sources).toMatchObject([{ number: 1, masked: false, source: { id: article } }])
  })

  test('what it names must be there', async () => {
    const { id } = await person('Not there', { summary: 'One.[^mark1]' })
    const { id: charge } = await call('charges.create', { fields: { caseId: id } })
    await call('charges.bin', { id: charge })
    const base = { sourceId: article, targetTable: 'case_files', targetId: id } as const
    const before = contents()
    const refused = (fields: RecordInput<'citations'>): Promise<string> => refusal('citations.create', { fields })
    expect(await refused({ ...base, sourceId: null })).toBe('invalid_input fields.sourceId required')
    expect(await refused({ ...base, sourceId: id })).toBe('not_found sources')
    expect(await refused({ ...base, targetTable: null })).toBe('invalid_input fields.targetTable required')
    expect(await refused({ ...base, targetTable: 'charges' })).toBe('not_found charges')
    expect(await refused({ ...base, targetTable: 'charges', targetId: charge })).toBe(`in_bin charges ${charge}`)
    expect(await refused({ ...base, field: 'offence' })).toBe('invalid_input fields.field no_such_field')
    expect(await refused({ ...base, field: 'personId' })).toBe('invalid_input fields.field no_such_field')
    expect(await refused({ ...base, field: 'summary', mark: 'mark2' })).toBe('invalid_input fields.mark not_in_the_text')
    expect(await refused({ ...base, field: 'arrestPlace', mark: 'mark1' })).toBe('invalid_input fields.mark not_in_the_text')
    expect(await refused({ ...base, mark: 'mark1' })).toBe('invalid_input fields.field required')
    expect(await refused({ ...base, field: 'tags', value: 'nowhere' })).toBe('invalid_input fields.value not_in_the_text')
    expect(await refused({ ...base, field: 'summary', value: 'One' })).toBe('invalid_input fields.value not_a_list')
    expect(contents()).toBe(before)
  })

  test('it stays where it was made, and its grades can be changed', async () => {
    const [{ id }, other] = [await person('Stays'), await person('Elsewhere')]
    const { id: citation, revision } = await cite({ targetTable: 'case_files', targetId: id, field: 'arrestDate' })
    expect(await refusal('citations.update', { id: citation, baseRevision: revision, fields: { targetId: other.id } })).toBe(
      'invalid_input fields.targetId fixed',
    )
    await call('citations.update', {
      id: citation,
      baseRevision: revision,
      fields: { credibility: 5, sourceId: await source('A better one') },
    })
    expect((await call('cases.get', { id })).citations).toMatchObject([{ credibility: 5 }])
    expect(await refusal('citations.update', { id: citation, baseRevision: revision, fields: { credibility: 1 } })).toContain('conflict')
  })
})

describe('citations go with the words that they support', () => {
  test('a mark that leaves the text takes its citation along in the same change; undo brings both back', async () => {
    const { id } = await person('Marks', { summary: 'One.[^mark1] Two.[^mark2]' })
    await cite({ targetTable: 'case_files', targetId: id, field: 'summary', mark: 'mark1' })
    await cite({ targetTable: 'case_files', targetId: id, field: 'summary', mark: 'mark2' })
    const cut = await edit(id, { summary: 'Two.[^mark2]' })
    expect(cut.changeNo).toBe(changeNo())
    expect(await standing(id)).toEqual(['mark2'])
    await call('history.undo', { changeNo: cut.changeNo })
    expect(await standing(id)).toEqual(['mark1', 'mark2'])
  })

  test('a sentence that is cut, saved, and pasted elsewhere keeps its source', async () => {
    const { id } = await person('Cut and pasted', { summary: 'One.[^mark1] Two.' })
    await cite({ targetTable: 'case_files', targetId: id, field: 'summary', mark: 'mark1' })
    await edit(id, { summary: 'Two.' })
    expect(await standing(id)).toEqual([])
    await edit(id, { summary: 'Two. One.[^mark1]' })
    expect(await standing(id)).toEqual(['mark1'])
  })

  test('one that somebody binned does not come back by itself, nor by hand without its mark', async () => {
    const { id } = await person('Binned by hand', { summary: 'One.[^mark1] Two.' })
    const { id: citation } = await cite({ targetTable: 'case_files', targetId: id, field: 'summary', mark: 'mark1' })
    await call('citations.bin', { id: citation })
    await edit(id, { summary: 'Two.' })
    expect(await refusal('citations.restore', { id: citation })).toBe('invalid_input fields.mark not_in_the_text')
    await edit(id, { summary: 'One.[^mark1] Two.' })
    expect(await standing(id)).toEqual([])
    await call('citations.restore', { id: citation })
    expect(await standing(id)).toEqual(['mark1'])
  })

  test('an entry that leaves a list takes its citation along', async () => {
    const { id, personId } = await person('List')
    await call('persons.update', { id: personId, baseRevision: changeNo(), fields: { citizenships: ['Spanish', 'Venezuelan'] } })
    await cite({ targetTable: 'persons', targetId: personId, field: 'citizenships', value: 'Spanish' })
    const { changeNo: removed } = await call('persons.update', {
      id: personId,
      baseRevision: changeNo(),
      fields: { citizenships: ['Venezuelan'] },
    })
    expect(await standing(id)).toEqual([])
    await call('history.undo', { changeNo: removed })
    expect(await standing(id)).toEqual(['Spanish'])
  })
})

describe('values that compete stand side by side', () => {
  const claim = (fields: RecordInput<'competing_values'>): Promise<CallOutput<'competingValues.create'>> =>
    call('competingValues.create', { fields: { reason: 'Another bulletin says so', ...fields } })

  test('a claim has a reason, and is of the kind of its field', async () => {
    const { id, personId } = await person('Contested')
    const base = { targetTable: 'case_files', targetId: id, reason: 'Says so' } as const
    const before = contents()
    const refused = (fields: RecordInput<'competing_values'>): Promise<string> => refusal('competingValues.create', { fields })
    expect(await refused({ ...base, field: 'arrestPlace', value: 'Caracas', reason: ' ' })).toBe('invalid_input fields.reason required')
    expect(await refused({ ...base, field: 'arrestPlace' })).toBe('invalid_input fields.value required')
    expect(await refused({ ...base, field: 'arrestDate', value: '2024' })).toBe('invalid_input fields.date required')
    expect(await refused({ ...base, field: 'arrestDate', date: '2023-02-29' })).toContain('invalid_input fields.date')
    expect(await refused({ ...base, field: 'arrestWarrantShown', value: 'maybe' })).toBe('invalid_input fields.value not_of_this_kind')
    expect(await refused({ ...base, field: 'reference', value: 'X-1' })).toBe('invalid_input fields.field not_contestable')
    expect(await refused({ ...base, targetTable: 'persons', targetId: personId, field: 'citizenships', value: 'Spanish' })).toBe(
      'invalid_input fields.field not_contestable',
    )
    expect(await refused({ ...base, field: 'nothing', value: 'x' })).toBe('invalid_input fields.field no_such_field')
    expect(contents()).toBe(before)
  })

  test('adopting swaps the two, each with its citations; undo swaps them back', async () => {
    const { id } = await person('Adopted', { arrestDate: 'March 2025' })
    const bulletin = await source('A bulletin')
    await cite({ targetTable: 'case_files', targetId: id, field: 'arrestDate' })
    const { id: contested, revision } = await claim({ targetTable: 'case_files', targetId: id, field: 'arrestDate', date: '3 April 2025' })
    await call('citations.create', { fields: { sourceId: bulletin, targetTable: 'competing_values', targetId: contested } })
    const state = async (): Promise<unknown[]> => {
      const { caseFile, competingValues, citations } = await call('cases.get', { id })
      return [
        caseFile.arrestDate?.typed,
        competingValues.map(({ date, reason }) => [date?.typed, reason]),
        citations.map(({ sourceId, targetTable, field }) => [sourceId === bulletin ? 'bulletin' : 'article', targetTable, field]),
      ]
    }
    const before = await state()
    const adopted = await call('competingValues.adopt', { id: contested, baseRevision: revision, reason: 'The court file confirms April' })
    expect(await state()).toEqual([
      '3 April 2025',
      [['March 2025', 'The court file confirms April']],
      [
        ['article', 'competing_values', null],
        ['bulletin', 'case_files', 'arrestDate'],
      ],
    ])
    await call('history.undo', { changeNo: adopted.changeNo })
    expect(await state()).toEqual(before)
  })

  test('sentences keep their sources when a text is swapped out and in again', async () => {
    const { id } = await person('Swapped text', { arrestReasons: 'A plot.[^mark1] A warrant.' })
    await cite({ targetTable: 'case_files', targetId: id, field: 'arrestReasons', mark: 'mark1' })
    const { id: contested } = await claim({ targetTable: 'case_files', targetId: id, field: 'arrestReasons', value: 'Her work' })
    await call('competingValues.adopt', { id: contested, baseRevision: changeNo() })
    expect((await call('cases.get', { id })).citations).toMatchObject([
      { targetTable: 'competing_values', targetId: contested, mark: 'mark1' },
    ])
    await call('competingValues.adopt', { id: contested, baseRevision: changeNo() })
    expect((await call('cases.get', { id })).caseFile.arrestReasons).toBe('A plot.[^mark1] A warrant.')
    expect((await call('cases.get', { id })).citations).toMatchObject([
      { targetTable: 'case_files', targetId: id, field: 'arrestReasons', mark: 'mark1' },
    ])
  })

  test('where the field was empty nothing is left to contest; a claim that changed meanwhile is not adopted', async () => {
    const { id } = await person('Empty field')
    const { id: contested, revision } = await claim({ targetTable: 'case_files', targetId: id, field: 'arrestWarrantShown', value: 'no' })
    await call('competingValues.update', { id: contested, baseRevision: revision, fields: { value: 'yes' } })
    expect(await refusal('competingValues.adopt', { id: contested, baseRevision: revision })).toContain('conflict competing_values')
    await call('competingValues.adopt', { id: contested, baseRevision: changeNo() })
    const document = await call('cases.get', { id })
    expect([document.caseFile.arrestWarrantShown, document.competingValues]).toEqual(['yes', []])
  })
})
