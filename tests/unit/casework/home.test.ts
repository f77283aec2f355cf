import { describe, expect, test } from 'vitest'

import { createHandlers } from '../../../electron/casework/index.ts'
import { checkIndex } from '../../../electron/casework/search/index.ts'
import { office, today } from './office.ts'

const { call, refusal, person, vault, changeNo } = await office()
const { db } = vault

const status = (caseId: string, code: string, since?: string) =>
  call('custody.create', { fields: { caseId, status: code, ...(since === undefined ? {} : { since }) } })
const place = (caseId: string, fields: Record<string, string>) => call('whereabouts.create', { fields: { caseId, ...fields } })

const taken = await person('Taken and not seen', { arrestDate: '2026-11-01' })
await status(taken.id, 'forcibly_disappeared', '2026-11-01')
const moved = await person('Moved to nobody knows where', { arrestDate: '2026-10-01' })
await status(moved.id, 'on_remand', '2026-10-02')
await place(moved.id, { place: 'El Rodeo', from: '2026-10-01', to: '2026-10-10' })
const nowhere = await person('No date at all')
const held = await person('Held at a place', { arrestDate: '2026-09-01' })
await status(held.id, 'on_remand', '2026-09-02')
await place(held.id, { place: 'Ramo Verde', from: '2026-09-01' })
const free = await person('Out again', { arrestDate: '2026-01' })
await status(free.id, 'acquitted', '2026-02-15')

describe('the first screen', () => {
  const overview = (more = {}) => call('home.overview', { today, ...more })

  test('counts people and case files, each by itself', async () => {
    const before = await overview()
    const second = await call('cases.create', { personId: free.personId, fields: { arrestDate: '2026-03-01' } })
    await status(second.id, 'acquitted', '2026-03-02')
    const after = await overview()
    expect([after.caseFiles - before.caseFiles, after.people - before.people]).toEqual([1, 0])
    expect(after.groups).toEqual({ ...before.groups, free: before.groups.free + 1 })
  })

  test('whereabouts unknown: longest first, without a date last, and none who is at a place or free', async () => {
    const { whereaboutsUnknown } = await overview()
    expect(whereaboutsUnknown.total).toBe(3)
    expect(whereaboutsUnknown.cases.map(({ name, unknownFor }) => [name, unknownFor])).toEqual([
      ['Moved to nobody knows where', { least: 44, most: 44, about: false }],
      ['Taken and not seen', { least: 22, most: 22, about: false }],
      ['No date at all', null],
    ])
  })

  test('whereabouts unknown: the list shows the same case files in the same order, and its facets the same number', async () => {
    const { whereaboutsUnknown } = await overview({ limit: 50 })
    const list = await call('cases.list', { filter: { whereaboutsUnknown: true }, sort: 'unknown_longest', today })
    expect(list.cases.map(({ id }) => id)).toEqual(whereaboutsUnknown.cases.map(({ id }) => id))
    expect(list.total).toBe(whereaboutsUnknown.total)
    expect((await call('search.facets', { today })).whereaboutsUnknown).toBe(whereaboutsUnknown.total)
    const all = await call('cases.list', { sort: 'unknown_longest', today })
    expect(all.cases.slice(0, list.total).map(({ id }) => id)).toEqual(list.cases.map(({ id }) => id))
  })

  test('the days are those of the ledger of the case file', async () => {
    const { derived } = await call('cases.get', { id: moved.id, today })
    expect(derived.ledger.at(-1)).toMatchObject({ kind: 'gap', open: true, days: { least: 44, most: 44 } })
  })

  test('stale: held or unknown, untouched for so many days', async () => {
    expect((await overview()).stale.total).toBe(0)
    const later = await overview({ today: '2027-01-10' })
    expect(later.stale.total).toBe(4)
    expect(later.stale.cases.map(({ id }) => id)).not.toContain(free.id)
    expect((await call('cases.list', { filter: { staleDays: 30, statusGroups: ['held', 'unknown'] }, today: '2027-01-10' })).total).toBe(4)
    expect((await call('search.facets', { today: '2027-01-10', staleDays: 30 })).stale).toBe((await overview()).caseFiles)
  })

  test('unsourced: most first, and how many statements', async () => {
    const { unsourced } = await overview({ limit: 50 })
    expect(unsourced.statements).toBe(unsourced.cases.reduce((sum, row) => sum + row.unsourced, 0))
    expect(unsourced.cases.map((row) => row.unsourced)).toEqual(unsourced.cases.map((row) => row.unsourced).toSorted((a, b) => b - a))
  })

  test('recent: what this caseworker changed last, each once', async () => {
    await call('cases.update', { id: nowhere.id, baseRevision: changeNo(), fields: { title: 'Again' } })
    const { recent } = await overview({ limit: 3 })
    expect(recent[0]?.id).toBe(nowhere.id)
    expect(new Set(recent.map(({ id }) => id)).size).toBe(3)
  })

  test('what lies in the bin is nowhere on it', async () => {
    const gone = await person('Set aside', { arrestDate: '2025-01-01' })
    const before = await overview()
    await call('cases.bin', { id: gone.id })
    const after = await overview()
    expect([before.caseFiles - after.caseFiles, before.people - after.people]).toEqual([1, 1])
    expect(after.whereaboutsUnknown.total).toBe(before.whereaboutsUnknown.total - 1)
    expect(after.recent.map(({ id }) => id)).not.toContain(gone.id)
  })
})

describe('held over time', () => {
  const on = async (...days: string[]) =>
    (await call('statistics.heldOverTime', { days, today })).points.map(({ held: of, unknown }) => [
      of.least,
      of.most,
      unknown.least,
      unknown.most,
    ])

  test('each day has the least and the most of it', async () => {
    expect(await on('2025-12-31', '2026-01-15', '2026-02-01', '2026-09-15', '2026-11-02')).toEqual([
      [0, 0, 0, 0],
      [0, 1, 0, 0],
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [2, 2, 1, 1],
    ])
  })
  test('days come in the order asked for', async () => {
    expect(await on('2026-11-02', '2026-02-01')).toEqual([
      [2, 2, 1, 1],
      [1, 1, 0, 0],
    ])
  })
  test('those of whom nobody dated anything are said apart', async () => {
    const { undated, first } = await call('statistics.heldOverTime', { days: [today], today })
    expect([undated, first]).toEqual([1, '2026-01-01'])
  })
  test('a change is in the figures at once, undone too, and the index stays sound', async () => {
    const added = await status(held.id, 'acquitted', '2026-10-01')
    expect(await on('2026-11-02')).toEqual([[1, 1, 1, 1]])
    await call('history.undo', { changeNo: added.changeNo })
    expect(await on('2026-11-02')).toEqual([[2, 2, 1, 1]])
    expect(checkIndex(db)).toEqual([])
  })
})

describe('preferences', () => {
  const first = { listWidth: null, sideWidth: null, density: 'comfortable', tabs: [], activeTab: null, recent: [], dismissed: [] }

  test('are as at first, keep what is put, and are no change', async () => {
    expect(await call('preferences.get', {})).toEqual(first)
    const before = [changeNo(), db.prepare('SELECT count(*) FROM audit_entries').pluck().get()]
    expect(await call('preferences.put', { density: 'dense', tabs: [held.id], activeTab: held.id })).toEqual({
      ...first,
      density: 'dense',
      tabs: [held.id],
      activeTab: held.id,
    })
    expect(await call('preferences.put', { activeTab: null, listWidth: 400 })).toMatchObject({
      density: 'dense',
      activeTab: null,
      listWidth: 400,
    })
    expect([changeNo(), db.prepare('SELECT count(*) FROM audit_entries').pluck().get()]).toEqual(before)
  })
  test('of a value that can not be read the first one holds, and the others stay', async () => {
    db.exec(
      `UPDATE preferences SET value = 'not json' WHERE key = 'density'; UPDATE preferences SET value = '9999' WHERE key = 'listWidth'`,
    )
    expect(await call('preferences.get', {})).toMatchObject({ density: 'comfortable', listWidth: null, tabs: [held.id] })
  })
  test('each caseworker has their own', async () => {
    db.exec("UPDATE preferences SET caseworker_id = 'somebody else'")
    expect(await call('preferences.get', {})).toEqual(first)
  })
  test('a vault for reading only keeps none', () => {
    const handlers = createHandlers({ ...vault, readOnly: true })
    expect(handlers['preferences.get']({})).toEqual(first)
    expect(() => handlers['preferences.put']({ density: 'dense' })).toThrow('read_only')
  })
})

describe('kept searches', () => {
  test('have a history, a way to the bin and back, and come by name', async () => {
    const made = await call('savedSearches.create', { fields: { name: 'ñandú', filter: '{"unsourced":true}', sort: 'unsourced' } })
    await call('savedSearches.create', { fields: { name: 'Nuevos', query: 'garcia' } })
    await call('savedSearches.create', { fields: { name: 'Óscar', filter: '{}' } })
    const names = async () => (await call('savedSearches.list', {})).searches.map(({ name }) => name)
    expect(await names()).toEqual(['Nuevos', 'ñandú', 'Óscar'])
    const changed = await call('savedSearches.update', { id: made.id, baseRevision: made.revision, fields: { name: 'Zoo' } })
    await call('history.undo', { changeNo: changed.changeNo })
    await call('savedSearches.bin', { id: made.id })
    expect(await names()).toEqual(['Nuevos', 'Óscar'])
    expect((await call('bin.list', {})).entries.find(({ id }) => id === made.id)).toMatchObject({ table: 'saved_searches', label: 'ñandú' })
    await call('savedSearches.restore', { id: made.id })
    expect(await names()).toEqual(['Nuevos', 'ñandú', 'Óscar'])
  })
  test.each(['not json', '[]', '{"statusGroups":["elsewhere"]}', '{"somethingElse":1}', '{"staleDays":0}'])(
    'a filter %s is refused',
    async (filter) => {
      expect(await refusal('savedSearches.create', { fields: { name: 'Bad', filter } })).toBe('invalid_input fields.filter not_a_filter')
    },
  )
  test('none is without a name', async () => {
    expect(await refusal('savedSearches.create', { fields: { filter: '{}' } })).toBe('invalid_input fields.name required')
    const { id, revision } = await call('savedSearches.create', { fields: { name: 'Named' } })
    expect(await refusal('savedSearches.update', { id, baseRevision: revision, fields: { name: ' ' } })).toBe(
      'invalid_input fields.name required',
    )
  })
})

describe('lists in pages', () => {
  test('the bin: every page once, newest first, with a true total', async () => {
    for (const name of ['One', 'Two', 'Three']) {
      const { id } = await person(name, { arrestDate: '2025' })
      await call('charges.create', { fields: { caseId: id, offence: `Of ${name}` } })
      await call('cases.bin', { id })
    }
    const { total, entries } = await call('bin.list', { limit: 500 })
    expect(total).toBe(entries.length)
    expect(entries.slice(0, 3).map(({ label }) => label)).toEqual(['Three', 'Two', 'One'])
    const paged = await Promise.all(entries.map((_, offset) => call('bin.list', { limit: 1, offset })))
    expect(paged.flatMap((page) => page.entries)).toEqual(entries)
  })
  test('sources: by words as they fold, never by what is hidden', async () => {
    await call('sources.create', { fields: { title: 'Boletín Ñ', author: 'Ana' } })
    await call('sources.create', { fields: { title: 'Hidden boletin', protection: 'protected', codeName: 'K9' } })
    const found = async (query: string) => call('sources.list', { query })
    expect((await found('BOLETIN')).sources.map(({ source }) => source.title)).toEqual(['Boletín Ñ'])
    expect((await found('k9')).total).toBe(1)
    expect((await call('sources.list', { limit: 1, offset: 1 })).total).toBe((await call('sources.list', {})).sources.length)
    const { source } = (await found('boletin')).sources[0] ?? { source: undefined }
    await call('sources.update', { id: source?.id ?? '', baseRevision: changeNo(), fields: { title: 'Comunicado' } })
    expect([(await found('boletin')).total, (await found('comunicado')).total]).toEqual([0, 1])
    await call('sources.bin', { id: source?.id ?? '' })
    expect((await found('comunicado')).total).toBe(0)
    expect(checkIndex(db)).toEqual([])
  })
})
