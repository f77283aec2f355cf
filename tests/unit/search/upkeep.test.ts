import fc from 'fast-check'
import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

import { checkIndex, rebuildIndex } from '../../../electron/casework/search/index.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'
import { found, openOffice } from './office.ts'
import type { Office } from './office.ts'

const offices: Office[] = []
afterEach(() => offices.splice(0).forEach(({ vault }) => vault.close()))
async function newOffice(): Promise<Office> {
  const office = await openOffice()
  offices.push(office)
  return office
}

test('a case file in the bin is not found, and is again when it comes back', async () => {
  const office = await newOffice()
  const { caseId } = office.file('Rocío San Miguel')
  office.bin('case_files', caseId)
  expect(found(office, 'rocio')).toEqual([])
  expect(office.ask('cases.list', {}).total).toBe(0)
  expect(checkIndex(office.vault.db)).toEqual([])
  office.restore('case_files', caseId)
  expect(found(office, 'rocio')).toEqual(['Rocío San Miguel'])
})

test('a note in the bin is not found', async () => {
  const office = await newOffice()
  const { caseId } = office.file('Rocío San Miguel')
  const note = office.add('whereabouts_notes', { caseId, place: 'El Helicoide' })
  const source = office.add('sources', { title: 'Comunicado' })
  const citation = office.add('citations', { sourceId: source, targetTable: 'whereabouts_notes', targetId: note })
  expect(found(office, 'comunicado').length).toBe(1)
  office.bin('whereabouts_notes', note)
  expect(found(office, 'helicoide')).toEqual([])
  // What hangs on a binned row is out with it, though its own row says nothing.
  expect(found(office, 'comunicado')).toEqual([])
  office.restore('whereabouts_notes', note)
  office.bin('citations', citation)
  expect(found(office, 'comunicado')).toEqual([])
})

test('a source that becomes protected is found by its code name from then on', async () => {
  const office = await newOffice()
  const { caseId } = office.file('Rocío San Miguel')
  const source = office.add('sources', { title: 'Carta de Anselmo', codeName: 'Jilguero' })
  office.add('citations', { sourceId: source, targetTable: 'case_files', targetId: caseId })
  expect(found(office, 'anselmo').length).toBe(1)
  office.change('sources', source, { protection: 'protected' })
  expect(found(office, 'anselmo')).toEqual([])
  expect(found(office, 'jilguero').length).toBe(1)
})

test('damage of each part is found, and repaired by a rebuild', async () => {
  const office = await newOffice()
  office.file('Rocío San Miguel', { arrestPlace: 'Maiquetía' })
  const { db } = office.vault
  const faultsAfter = (sql: string): string[] => {
    db.exec(sql)
    const parts = checkIndex(db).map(({ params }) => params.part)
    rebuildIndex(db)
    expect(checkIndex(db)).toEqual([])
    return parts
  }
  expect(faultsAfter("UPDATE case_texts SET places = 'valencia'")).toEqual(['full_text', 'fragments', 'text'])
  expect(faultsAfter("INSERT INTO case_search (case_search) VALUES ('delete-all')")).toEqual(['full_text'])
  expect(faultsAfter("UPDATE case_index SET status_group = 'free'")).toEqual(['list'])
  expect(faultsAfter('DELETE FROM name_index')).toEqual(['names'])
  expect(faultsAfter("UPDATE case_files SET arrest_place = 'Valencia'")).toEqual(['text'])
  expect(found(office, 'valencia')).toEqual(['Rocío San Miguel'])
})

describe('whatever is done', () => {
  const word = fc.constantFrom('Rocío', 'محمد', 'Мухаммад', 'Ñáñez', 'O’Brien', '2024', '', '…', 'Straße', 'عبد الرحمن')
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
  const step = fc.oneof(
    fc.record({ do: fc.constant('file' as const), text }),
    fc.record({ do: fc.constantFrom('rename' as const, 'note' as const, 'alias' as const), at: fc.nat(), text }),
    fc.record({ do: fc.constantFrom('bin' as const, 'restore' as const), at: fc.nat() }),
  )
  test('the index is what the tables ask for, and what a rebuild makes', async () => {
    const office = await newOffice()
    const { db } = office.vault
    const files = [office.file('First')]
    const everything = (): unknown => ['case_index', 'case_texts', 'name_index'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        for (const each of steps) {
          const file = 'at' in each ? files[each.at % files.length] : undefined
          if (each.do === 'file') files.push(office.file(each.text))
          else if (file === undefined) continue
          else if (each.do === 'rename') office.change('persons', file.personId, { name: each.text })
          else if (each.do === 'note') office.add('whereabouts_notes', { caseId: file.caseId, place: each.text, note: each.text })
          else if (each.do === 'alias') office.add('person_names', { personId: file.personId, kind: 'alias', name: each.text })
          else office[each.do === 'bin' ? 'bin' : 'restore']('case_files', file.caseId)
        }
        expect(checkIndex(db)).toEqual([])
      }),
      { numRuns: 12 },
    )
    const kept = everything()
    rebuildIndex(db)
    expect(everything()).toEqual(kept)
    expect(checkIndex(db)).toEqual([])
  })
})

/** Every page of a SQLCipher 4 file in clear, free ones too: AES-256-CBC, the vector at the end of each page. */
function decryptedPages(file: Buffer, key: Buffer): Buffer {
  const [pageSize, reserved, salt] = [4096, 80, 16]
  const pages = Array.from({ length: file.length / pageSize }, (_, index) => {
    const page = file.subarray(index * pageSize, (index + 1) * pageSize)
    const end = pageSize - reserved
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + 16)).setAutoPadding(false)
    return decipher.update(page.subarray(index === 0 ? salt : 0, end))
  })
  return Buffer.concat(pages)
}

test('what was deleted is gone from every decrypted page of the index', async () => {
  const office = await newOffice()

  const secrets = Array.from({ length: 40 }, (_, number) => `zeta${String.fromCharCode(97 + (number % 26))}quixo${number}tl`)
  const files = secrets.map((secret) => office.file(`Name ${secret}`, { notes: `Habló con ${secret} ayer` }))
  const others = Array.from({ length: 20 }, (_, number) => office.file(`Other ${number}`))
  office.vault.checkpoint()
  const pagesHolding = (): string[] => {
    const whole = decryptedPages(readFileSync(join(office.vault.folder, 'vault.db')), secretsOf(office.vault).databaseKey).toString(
      'latin1',
    )
    return secrets.filter((secret) => whole.includes(secret.slice(0, -2)))
  }
  expect(pagesHolding().length).toBe(secrets.length)
  for (const { caseId, personId } of files) {
    office.change('case_files', caseId, { notes: null })
    office.change('persons', personId, { name: 'Gone' })
    // The history keeps what was there until it is purged too; these tests write none.
  }
  for (const { caseId } of others) office.change('case_files', caseId, { notes: 'nothing new' })
  office.vault.checkpoint()
  expect(pagesHolding()).toEqual([])
})
