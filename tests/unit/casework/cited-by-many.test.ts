import { expect, test } from 'vitest'

import { checkIndex } from '../../../electron/casework/search/index.ts'
import { office } from './office.ts'

const { call, person, source, changeNo, vault } = await office()
const { db } = vault

const files = 60
const article = await source('Heliotrope gazette')
for (let number = 0; number < files; number += 1) {
  const { id } = await person(`Cited ${number}`, { arrestPlace: 'Rubio' })
  await call('citations.create', { fields: { sourceId: article, targetTable: 'case_files', targetId: id, field: 'arrestPlace' } })
}
const found = async (query: string) => (await call('search.cases', { query })).total
const edit = (fields: Record<string, string>) => call('sources.update', { id: article, baseRevision: changeNo(), fields })
const holdsTerm = (term: string): boolean => {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'case_search', 'row')")
  return db.prepare('SELECT EXISTS (SELECT 1 FROM temp.terms WHERE term = ?)').pluck().get(term) === 1
}

test('a source that many case files cite: new words are found, old ones are nowhere in the index any more', async () => {
  expect([await found('heliotrope'), holdsTerm('heliotrope')]).toEqual([files, true])
  await edit({ title: 'Amaranth gazette' })
  expect([await found('heliotrope'), await found('amaranth')]).toEqual([0, files])
  expect(holdsTerm('heliotrope')).toBe(false)
  // One piece is left, so that nothing of an older one can be.
  expect(db.prepare('SELECT count(DISTINCT segid) FROM case_search_idx').pluck().get()).toBe(1)
  expect(checkIndex(db)).toEqual([])
})

test('afterwards a save forgets at once again, as before', async () => {
  expect(db.prepare("SELECT v FROM case_search_config WHERE k = 'secure-delete'").pluck().get()).toBe(1)
  const { id } = await person('Quetzalcoatlus')
  await call('cases.bin', { id })
  expect(holdsTerm('quetzalcoatlus')).toBe(false)
})

test('a protected one is found by none of its words, and in the open again by all of them', async () => {
  await edit({ protection: 'protected' })
  expect([await found('amaranth'), holdsTerm('amaranth')]).toEqual([0, false])
  await edit({ protection: 'open' })
  expect(await found('amaranth')).toBe(files)
  expect(checkIndex(db)).toEqual([])
})

test('what nobody searches for touches no case file, and undoing finds its way back', async () => {
  const changes = () => db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0
  const before = changes()
  const { changeNo: graded } = await edit({ reliability: 'B' })
  expect(changes() - before).toBeLessThan(files)
  const { changeNo: renamed } = await edit({ title: 'Verbena gazette' })
  await call('history.undo', { changeNo: renamed })
  await call('history.undo', { changeNo: graded })
  expect([await found('verbena'), await found('amaranth'), holdsTerm('verbena')]).toEqual([0, files, false])
  expect(checkIndex(db)).toEqual([])
})
