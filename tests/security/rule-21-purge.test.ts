import { existsSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { checkIndex } from '../../electron/casework/search/index.ts'
import { openVault, verifyVault } from '../../electron/vault/index.ts'
import { closeDatabase, openDatabase } from '../../electron/vault/pragmas.ts'
import { rewriteAtOpening, rewriteNow } from '../../electron/vault/rewrite.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import { passphrase } from '../vault/support.ts'
import { office } from '../unit/casework/office.ts'
import type { Office } from '../unit/casework/office.ts'

const isFull = process.env['FULL'] === '1'
const rowsOf = ({ vault }: Office, table: string, id: string): number =>
  Number(
    vault.db
      .prepare(`SELECT count(*) FROM ${table} WHERE ${table === 'revisions' ? 'row_uuid' : 'uuid'} = ?`)
      .pluck()
      .get(id),
  )
const sound = ({ vault }: Office): void => {
  expect(verifyVault(vault).faults).toEqual([])
  expect(checkIndex(vault.db)).toEqual([])
}

describe('Rule 21: erasing for good', () => {
  test('a case file goes with its person, history and draft; the chain still fits and says that something was erased', async () => {
    const desk = await office()
    const { call, refusal, person, source } = desk
    const cited = await source('Stays')
    const { id, personId, revision } = await person('Wilhelmina Erasable', { reference: 'ERA-1', summary: 'One.' })
    await call('cases.update', { id, baseRevision: revision, fields: { summary: 'Two.' } })
    await call('citations.create', { fields: { sourceId: cited, targetTable: 'case_files', targetId: id } })
    expect(await refusal('bin.purge', { table: 'case_files', id })).toBe('invalid_input id not_in_bin')
    const { changeNo: binned } = await call('cases.bin', { id })
    const reach = await call('bin.reach', { table: 'case_files', id })
    expect(reach).toEqual({ rows: { persons: 1, case_files: 1, citations: 1 }, person: true, reference: 'ERA-1', copies: [] })
    expect(await call('bin.purge', { table: 'case_files', id })).toEqual({ erased: 3, person: true, whole: true, copies: [] })
    for (const gone of [id, personId]) expect(rowsOf(desk, 'revisions', gone)).toBe(0)
    expect([rowsOf(desk, 'case_files', id), rowsOf(desk, 'persons', personId), rowsOf(desk, 'sources', cited)]).toEqual([0, 0, 1])
    expect((await call('bin.list', {})).total).toBe(0)
    expect(await refusal('cases.get', { id })).toBe('not_found case_files')
    expect(await refusal('bin.purge', { table: 'case_files', id })).toBe('not_found case_files')
    const [last] = (await call('audit.list', { limit: 1 })).entries
    expect(last).toMatchObject({ kind: 'bin.purged', caseworker: 'Test caseworker', details: {} })
    // Nothing across it can be undone: neither what was thinned, nor the erasing itself.
    for (const changeNo of [binned, revision, last?.changeNo ?? 0])
      expect(await refusal('history.undo', { changeNo })).toBe('undo_refused erased')
    sound(desk)
  })

  test('a person with another case file stays until that is erased too', async () => {
    const desk = await office()
    const { call, person } = desk
    const { id: first, personId } = await person('Has Two')
    const { id: second } = await call('cases.create', { personId })
    await call('cases.bin', { id: first })
    await call('cases.bin', { id: second })
    expect(await call('bin.purge', { table: 'case_files', id: first })).toMatchObject({ erased: 1, person: false })
    expect(rowsOf(desk, 'persons', personId)).toBe(1)
    sound(desk)
    await call('cases.restore', { id: second })
    await call('cases.bin', { id: second })
    expect(await call('bin.purge', { table: 'case_files', id: second })).toMatchObject({ erased: 2, person: true })
    expect(rowsOf(desk, 'persons', personId)).toBe(0)
    sound(desk)
  })

  test('a record alone leaves its case file standing, and the list as it ought to be', async () => {
    const desk = await office()
    const { call, refusal, person } = desk
    const { id } = await person('Keeps The Rest')
    const { id: charge } = await call('charges.create', { fields: { caseId: id, offence: 'Withdrawn' } })
    await call('charges.bin', { id: charge })
    await call('bin.purge', { table: 'charges', id: charge })
    expect((await call('cases.get', { id })).caseFile.binned).toBe(false)
    expect(await refusal('charges.restore', { id: charge })).toBe('not_found charges')
    sound(desk)
  })

  test('a source goes with what cited it only where nothing stands on it', async () => {
    const desk = await office()
    const { call, refusal, person, source } = desk
    const { id } = await person('Sourced')
    const [cited, relayed] = [await source('Cited'), await source('Relayed')]
    const { id: relay } = await call('sources.create', { fields: { title: 'Relays it', relaysSourceId: relayed } })
    const { id: citation } = await call('citations.create', { fields: { sourceId: cited, targetTable: 'case_files', targetId: id } })
    await call('citations.bin', { id: citation })
    await call('sources.bin', { id: cited })
    expect(await call('bin.purge', { table: 'sources', id: cited })).toMatchObject({ erased: 2 })
    await call('sources.bin', { id: relay })
    await call('sources.bin', { id: relayed })
    expect(await refusal('bin.purge', { table: 'sources', id: relayed })).toBe('invalid_input id relayed')
    await call('bin.purge', { table: 'sources', id: relay })
    await call('bin.purge', { table: 'sources', id: relayed })
    expect(rowsOf(desk, 'citations', citation)).toBe(0)
    sound(desk)
  })

  test('what was not erased of a change is still watched over', async () => {
    const desk = await office()
    const { call, person, vault } = desk
    const { id, personId } = await person('Thinned', { summary: 'A text.' })
    await call('cases.create', { personId })
    await call('cases.bin', { id })
    await call('bin.purge', { table: 'case_files', id })
    sound(desk)
    // The change that made both keeps the person's half.
    const left = vault.db
      .prepare<[], { id: number; change_no: number }>("SELECT id, change_no FROM revisions WHERE table_name = 'persons'")
      .all()
    expect(left.length).toBeGreaterThan(0)
    vault.db.prepare('UPDATE revisions SET after_value = \'"Somebody else"\' WHERE id = ?').run(left[0]?.id)
    expect(verifyVault(vault).faults).toEqual([{ what: 'history', params: { changeNo: left[0]?.change_no } }])
  })

  test('copies in the folder that were written since are named', async () => {
    const desk = await office()
    const { call, person, vault } = desk
    const backups = join(vault.folder, 'backups')
    mkdirSync(backups, { recursive: true })
    for (const name of ['before.db', 'after.db']) writeFileSync(join(backups, name), 'stands for a backup')
    utimesSync(join(backups, 'before.db'), new Date(1_000_000), new Date(1_000_000))
    writeFileSync(join(vault.folder, 'drafts.damaged-1.db'), 'was put aside')
    const { id } = await person('Backed Up')
    const later = new Date(Date.now() + 1000)
    for (const name of ['backups/after.db', 'drafts.damaged-1.db']) utimesSync(join(vault.folder, name), later, later)
    await call('cases.bin', { id })
    const { copies } = await call('bin.purge', { table: 'case_files', id })
    expect(copies.map(({ name }) => name).toSorted()).toEqual(['backups/after.db', 'drafts.damaged-1.db'])
  })

  test('a database too large for memory is written anew at its next opening', async () => {
    const desk = await office()
    const { vault, call, person } = desk
    const { id } = await person('Large Vault')
    await call('cases.bin', { id })
    await call('bin.purge', { table: 'case_files', id })
    vault.db.prepare("INSERT INTO derived_state (key, value) VALUES ('rewrite', 1)").run()
    expect(rewriteNow(vault.db, 1)).toBe(false)
    const { folder } = vault
    const key = Buffer.from(secretsOf(vault).databaseKey)
    vault.close()
    const before = statSync(join(folder, 'vault.db')).ino
    const opened = openDatabase(join(folder, 'vault.db'), { key, what: 'database' })
    const anew = rewriteAtOpening(opened, folder, key, 1)
    expect(anew).not.toBe(opened)
    closeDatabase(anew)
    expect([statSync(join(folder, 'vault.db')).ino === before, existsSync(join(folder, 'vault.db.anew'))]).toEqual([false, false])
    const again = await openVault(folder, { passphrase })
    expect(again.db.prepare("SELECT count(*) FROM derived_state WHERE key = 'rewrite'").pluck().get()).toBe(0)
    expect(verifyVault(again).faults).toEqual([])
    again.close()
  })

  test(
    'after any mix of changes, bins, restores, undos and erasings the chain and the index fit',
    { timeout: isFull ? 3_600_000 : 120_000 },
    async () => {
      const steps = fc.array(
        fc.tuple(fc.constantFrom('create', 'second', 'edit', 'charge', 'cite', 'bin', 'binPart', 'restore', 'undo', 'purge'), fc.nat(999)),
        { minLength: 8, maxLength: 40 },
      )
      await fc.assert(
        fc.asyncProperty(steps, async (mix) => {
          const desk = await office()
          for (const [step, at] of mix) await take(desk, step, at)
          sound(desk)
          desk.vault.close()
        }),
        { numRuns: isFull ? 400 : 6 },
      )
    },
  )
})

/** One step of the mix, on something that is there; what the vault refuses is part of it. */
async function take(desk: Office, step: string, at: number): Promise<void> {
  const { answer, vault } = desk
  const pick = (table: string, where = 'true'): string | undefined => {
    const ids = vault.db.prepare<[], string>(`SELECT uuid FROM ${table} WHERE ${where} ORDER BY id`).pluck().all()
    return ids[at % Math.max(1, ids.length)]
  }
  const id = pick('case_files', 'binned_change IS NULL')
  const personId = pick('persons', 'binned_change IS NULL')
  if (step === 'create') await answer('cases.create', { person: { name: `Person ${at}` }, fields: { summary: `Text ${at}.` } })
  if (step === 'second' && personId !== undefined) await answer('cases.create', { personId })
  if (step === 'edit' && id !== undefined)
    await answer('cases.update', { id, baseRevision: desk.changeNo(), fields: { summary: `Edited ${at}.` } })
  if (step === 'charge' && id !== undefined) await answer('charges.create', { fields: { caseId: id, offence: `Offence ${at}` } })
  if (step === 'cite' && id !== undefined) {
    const made = await answer('sources.create', { fields: { title: `Source ${at}` } })
    if (made.ok)
      await answer('citations.create', { fields: { sourceId: made.value.id, targetTable: 'case_files', targetId: id, field: 'summary' } })
  }
  if (step === 'bin' && id !== undefined) await answer('cases.bin', { id })
  const part = pick('charges', 'binned_change IS NULL')
  if (step === 'binPart' && part !== undefined) await answer('charges.bin', { id: part })
  const binned = (await desk.call('bin.list', { limit: 100 })).entries
  const entry = binned[at % Math.max(1, binned.length)]
  if (step === 'restore' && entry !== undefined)
    await answer(entry.table === 'case_files' ? 'cases.restore' : 'charges.restore', { id: entry.id })
  if (step === 'undo') await answer('history.undo', { changeNo: 1 + (at % Math.max(1, desk.changeNo())) })
  if (step === 'purge' && entry !== undefined && entry.table !== 'persons') await answer('bin.purge', { table: entry.table, id: entry.id })
}
