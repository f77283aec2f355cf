import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { CallInput } from '../../../electron/contract/index.ts'
import { verifyVault } from '../../../electron/vault/index.ts'
import { office } from './office.ts'

const { answer, call, refusal, person, source, changeNo, contents, vault } = await office()

const charge = async (caseId: string, offence = 'Treason') => call('charges.create', { fields: { caseId, offence } })
const place = async (id: string): Promise<string | null> => (await call('cases.get', { id })).caseFile.arrestPlace
const setPlace = async (id: string, arrestPlace: string | null): Promise<number> =>
  (await call('cases.update', { id, baseRevision: changeNo(), fields: { arrestPlace } })).changeNo

describe('the history tells what was changed, by whom and when', () => {
  test('of a case file: its own rows, its person and what hangs on both, newest first, in pages', async () => {
    const { id, personId, revision } = await person('Historic', { arrestPlace: 'Maturín' })
    const other = await person('Somebody else')
    await call('persons.update', { id: personId, baseRevision: revision, fields: { birth: 'about 1990' } })
    const treason = await charge(id)
    await setPlace(other.id, 'Caracas')
    const { changes } = await call('history.ofCase', { caseId: id })
    expect(changes.map(({ kind }) => kind)).toEqual(['charges.create', 'persons.update', 'cases.create'])
    expect(changes[0]).toMatchObject({ changeNo: treason.changeNo, caseworker: 'Test caseworker', undoes: null, undoneBy: null })
    expect(changes[0]?.revisions).toEqual([
      { table: 'charges', id: treason.id, field: 'caseId', before: null, after: id },
      { table: 'charges', id: treason.id, field: 'offence', before: null, after: 'Treason' },
    ])
    expect(changes[1]?.revisions[0]).toMatchObject({
      table: 'persons',
      field: 'birth',
      before: null,
      after: { edtf: '1990~', typed: 'about 1990' },
    })
    expect(changes.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).toSorted((a, b) => b - a))
    const second = await call('history.ofCase', { caseId: id, before: changes[0]?.changeNo ?? 0, limit: 1 })
    expect(second.changes.map(({ kind }) => kind)).toEqual(['persons.update'])
  })

  test('of one field', async () => {
    const { id } = await person('Field by field')
    await setPlace(id, 'One')
    await setPlace(id, 'Two')
    const { changes } = await call('history.ofField', { table: 'case_files', id, field: 'arrestPlace' })
    expect(changes.flatMap(({ revisions }) => revisions.map(({ before, after }) => [before, after]))).toEqual([
      ['One', 'Two'],
      [null, 'One'],
    ])
    expect(await refusal('history.ofField', { table: 'charges', id, field: 'offence' })).toBe('not_found charges')
  })
})

describe('undo appends the inverse', () => {
  test('of an edit; undoing the undo does it again; the history shows all three', async () => {
    const { id } = await person('Undone')
    const edit = await setPlace(id, 'Wrong town')
    const undo = await call('history.undo', { changeNo: edit })
    expect(await place(id)).toBeNull()
    expect(await refusal('history.undo', { changeNo: edit })).toBe('undo_refused undone_already')
    await call('history.undo', { changeNo: undo.changeNo })
    expect(await place(id)).toBe('Wrong town')
    const { changes } = await call('history.ofField', { table: 'case_files', id, field: 'arrestPlace' })
    expect(changes.map(({ kind, undoes, undoneBy }) => [kind, undoes, undoneBy])).toEqual([
      ['undo', undo.changeNo, null],
      ['undo', edit, undo.changeNo + 1],
      ['cases.update', null, null],
    ])
    await call('history.undo', { changeNo: edit })
    expect(await place(id)).toBeNull()
  })

  test('is refused where a later change stands on the same field, and possible again once that is undone', async () => {
    const { id } = await person('Built upon')
    const first = await setPlace(id, 'One')
    const second = await setPlace(id, 'Two')
    const before = contents()
    expect(await refusal('history.undo', { changeNo: first })).toBe('undo_refused changed_since')
    expect(contents()).toBe(before)
    await call('history.undo', { changeNo: second })
    await call('history.undo', { changeNo: first })
    expect(await place(id)).toBeNull()
  })

  test('another field of the same row is in nobody’s way', async () => {
    const { id } = await person('Two fields')
    const first = await setPlace(id, 'One')
    await call('cases.update', { id, baseRevision: changeNo(), fields: { arrestForces: 'Police' } })
    await call('history.undo', { changeNo: first })
    expect((await call('cases.get', { id })).caseFile).toMatchObject({ arrestPlace: null, arrestForces: 'Police' })
  })

  test('of a new row bins it, and the other way round; of a bin restores', async () => {
    const { id } = await person('Rows come and go')
    const made = await charge(id)
    const undo = await call('history.undo', { changeNo: made.changeNo })
    expect((await call('cases.get', { id })).charges).toEqual([])
    await call('history.undo', { changeNo: undo.changeNo })
    expect((await call('cases.get', { id })).charges).toMatchObject([{ id: made.id, offence: 'Treason' }])
    const binned = await call('charges.bin', { id: made.id })
    await call('history.undo', { changeNo: binned.changeNo })
    expect((await call('cases.get', { id })).charges).toHaveLength(1)
  })

  test('of a new case file bins it with its person, unless something was added to either since', async () => {
    const { id, personId, revision } = await person('Made by mistake')
    const { changeNo: undone } = await call('history.undo', { changeNo: revision })
    expect((await call('cases.get', { id })).person.binned).toBe(true)
    await call('history.undo', { changeNo: undone })
    await charge(id)
    expect(await refusal('history.undo', { changeNo: revision })).toBe('undo_refused changed_since')
    const other = await person('With a second file')
    await call('cases.create', { personId: other.personId })
    expect(await refusal('history.undo', { changeNo: other.revision })).toBe('undo_refused changed_since')
    expect((await call('cases.get', { id })).person.id).toBe(personId)
  })

  test('of a source that is cited or relayed by now is refused: nothing that is cited silently loses its source', async () => {
    const { id } = await person('Cited since')
    const cited = await call('sources.create', { fields: { title: 'Cited since' } })
    const citation = await call('citations.create', { fields: { sourceId: cited.id, targetTable: 'case_files', targetId: id } })
    const relayed = await call('sources.create', { fields: { title: 'Relayed since' } })
    await call('sources.create', { fields: { title: 'Relays it', relaysSourceId: relayed.id } })
    for (const { changeNo } of [cited, relayed]) expect(await refusal('history.undo', { changeNo })).toBe('undo_refused changed_since')
    await call('citations.bin', { id: citation.id })
    await call('sources.bin', { id: cited.id })
    const restored = await call('sources.restore', { id: cited.id })
    await call('citations.restore', { id: citation.id })
    expect(await refusal('history.undo', { changeNo: restored.changeNo })).toBe('undo_refused changed_since')
    await call('citations.bin', { id: citation.id })
    await call('history.undo', { changeNo: restored.changeNo })
  })

  test('an edit of a row that lies in the bin, and what hangs on one that does, wait for its return', async () => {
    const { id } = await person('In the bin')
    const made = await charge(id)
    const edit = await call('charges.update', { id: made.id, baseRevision: made.revision, fields: { court: 'First court' } })
    const binned = await call('charges.bin', { id: made.id })
    expect(await refusal('history.undo', { changeNo: edit.changeNo })).toBe(`in_bin charges ${made.id}`)
    await call('cases.bin', { id })
    expect(await refusal('history.undo', { changeNo: binned.changeNo })).toBe(`in_bin case_files ${id}`)
  })

  test('of a reference that another case file has taken since', async () => {
    const { id, revision } = await person('Renumbered', { reference: 'OLD-1' })
    const renumbered = await call('cases.update', { id, baseRevision: revision, fields: { reference: 'OLD-2' } })
    await person('Takes it', { reference: 'OLD-1' })
    expect(await refusal('history.undo', { changeNo: renumbered.changeNo })).toBe('undo_refused taken')
  })

  test('there is nothing to undo where there was no change', async () => {
    expect(await refusal('history.undo', { changeNo: 100_000 })).toBe('undo_refused not_a_change')
  })
})

type Step = { edit: Extract<keyof typeof fields, string>; value: string | null } | { row: 'add' | 'bin' | 'restore' } | { undo: number }
const fields = { arrestPlace: null, arrestForces: null, summary: null }
const text = fc.option(fc.constantFrom('one', 'two', 'three', 'four[^mark1]', 'five.[^mark1] six.[^mark2]'), { nil: null })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ edit: fc.constantFrom('arrestPlace', 'arrestForces', 'summary'), value: text }),
  fc.record({ row: fc.constantFrom('add', 'bin', 'restore') }),
  fc.record({ undo: fc.nat(12) }),
)

test(
  'whatever is edited and undone: taking back every change that holds, newest first, leads back through each state',
  { timeout: 120_000 },
  async () => {
    const cited = await source()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        const { id } = await person('Back and forth', { summary: 'Start.[^mark1]' })
        await call('citations.create', {
          fields: { sourceId: cited, targetTable: 'case_files', targetId: id, field: 'summary', mark: 'mark1' },
        })
        const charges: string[] = []
        const state = async (): Promise<string> => {
          const { caseFile, charges: standing, citations } = await call('cases.get', { id })
          return JSON.stringify([
            caseFile.arrestPlace,
            caseFile.arrestForces,
            caseFile.summary,
            standing.map((row) => row.id),
            citations.map((row) => row.mark),
          ])
        }
        const trail: { changeNo: number; before: string }[] = []
        for (const done of steps) {
          const [before, number] = [await state(), changeNo()]
          await run(
            done,
            id,
            charges,
            trail.map((entry) => entry.changeNo),
          )
          if (changeNo() > number) trail.push({ changeNo: changeNo(), before })
          else expect(await state()).toBe(before)
        }
        for (const { changeNo: last, before } of trail.toReversed()) {
          const answered = await answer('history.undo', { changeNo: last })
          expect(answered.ok ? '' : answered.error).toBe('')
          expect(await state()).toBe(before)
        }
      }),
      { numRuns: 25 },
    )
    expect(verifyVault(vault).faults).toEqual([])
  },
)

/** One step of somebody at work; what is refused changes nothing. */
async function run(done: Step, caseId: string, charges: string[], changes: number[]): Promise<void> {
  if ('edit' in done) {
    const input: CallInput<'cases.update'> = { id: caseId, baseRevision: changeNo(), fields: { [done.edit]: done.value } }
    await call('cases.update', input)
  } else if ('undo' in done) {
    const target = changes[done.undo % Math.max(1, changes.length)]
    if (target !== undefined) await answer('history.undo', { changeNo: target })
  } else if (done.row === 'add') charges.push((await charge(caseId)).id)
  else await answer(done.row === 'bin' ? 'charges.bin' : 'charges.restore', { id: charges.at(-1) ?? caseId })
}
