import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { fillDemonstration } from '../../electron/casework/demonstration/index.ts'
import { searchChecks } from '../../electron/casework/search/check-index.ts'
import { openReader } from '../../electron/vault/reader.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import type { Vault, Verification } from '../../electron/vault/index.ts'
import { tasksToTake, verifyTogether } from '../../electron/vault/verify-together.ts'
import { verifyVault } from '../../electron/vault/verify.ts'
import { addPerson, newVault } from './support.ts'

/** Spoils a bound row, a derived text and a derived list row, none of which SQLite minds. */
function spoil({ db }: Vault): void {
  db.exec("UPDATE persons SET name = name || ' Prueba' WHERE id = (SELECT min(id) FROM persons)")
  db.exec("UPDATE case_texts SET body = body || ' zarzuela' WHERE case_id = (SELECT max(case_id) FROM case_texts)")
  db.exec('UPDATE case_index SET unsourced = unsourced + 1 WHERE case_id = (SELECT min(case_id) FROM case_index)')
}

/** Bound rows of a table by name, as the pieces are cut. */
const named = ({ db }: Vault, table: string): string[] => db.prepare<[], string>(`SELECT uuid FROM ${table} ORDER BY uuid`).pluck().all()

describe('Rule 14: a vault is checked by several readers at once', () => {
  test('cut into pieces of three rows, it is the same vault: each edge of each piece counts', { timeout: 120_000 }, async () => {
    const vault = await newVault()
    await fillDemonstration(vault)
    const { db } = vault
    const persons = named(vault, 'persons')
    const [second, fourth, fifth, last] = [persons[1], persons[3], persons[4], persons.at(-1)]
    const helped: string[] = []
    const inPieces = { checks: searchChecks, readers: 3, rowsAPiece: 3, onHelp: (check: string) => helped.push(check) }
    // So small a vault would be done before another thread has begun: this one waits after each task.
    const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60)
    const sound = await verifyTogether(vault, { ...inPieces, onProgress: pause })
    expect(sound).toEqual(verifyVault(vault, { checks: searchChecks }))
    expect(sound.faults).toEqual([])
    // Other threads did some of it, rows and what is derived of them.
    expect(helped).toEqual(expect.arrayContaining(['checkRows', 'searchIndex']))

    // The last row of a piece, the first of the next, the last of all; one gone; rows that nothing binds, at both ends and between.
    const spoilRow = db.prepare("UPDATE persons SET description = coalesce(description, '') || ' Prueba' WHERE uuid = ?")
    for (const uuid of [second, fourth, last]) spoilRow.run(uuid)
    db.pragma('foreign_keys = OFF')
    db.prepare('DELETE FROM persons WHERE uuid = ?').run(fifth)
    const unbound = ['00000000-0000-7000-8000-000000000000', `${fourth}-after`, 'ffffffff-ffff-7fff-bfff-ffffffffffff']
    const add = db.prepare('INSERT INTO persons (uuid, revision, created_change, name) VALUES (?, 1, 1, ?)')
    for (const uuid of unbound) add.run(uuid, 'Prueba')
    const rows = ({ faults }: { faults: { what: string; params: object }[] }): object[] =>
      faults.filter(({ what }) => what === 'row').map(({ params }) => params)
    const expected = [
      ...[second, fourth, fifth, last].map((id) => ({ table: 'persons', id })),
      ...unbound.map((id) => ({ table: 'persons', id, unbound: true })),
    ]
    const found = await verifyTogether(vault, inPieces)
    expect(rows(found)).toHaveLength(expected.length)
    expect(rows(found)).toEqual(expect.arrayContaining(expected))
    const inOrder = ({ checked, faults }: Verification): object => ({
      checked,
      faults: faults.map((one) => JSON.stringify(one)).toSorted(),
    })
    expect(inOrder(found)).toEqual(inOrder(verifyVault(vault, { checks: searchChecks })))
    vault.close()
  })

  test('a row with more bindings than are read at once has its newest', { timeout: 120_000 }, async () => {
    const vault = await newVault()
    const uuid = addPerson(vault, 'Changed often')
    const note = vault.db.prepare('UPDATE persons SET description = ? WHERE uuid = ?')
    const often = (times: number): void => {
      for (let time = 0; time < times; time += 1)
        vault.write({ kind: 'edit' }, ({ touch }) => {
          note.run(`The ${time}th description`, uuid)
          touch('persons', uuid)
        })
    }
    often(600)
    expect(verifyVault(vault).faults).toEqual([])
    expect(verifyVault(vault).checked['rows']).toBeLessThan(600)
    note.run('The 7th description', uuid)
    expect(verifyVault(vault).faults).toEqual([{ what: 'row', params: { table: 'persons', id: uuid } }])
    vault.close()
  })

  test('they find what one finds, and check as much', { timeout: 120_000 }, async () => {
    const vault = await newVault()
    await fillDemonstration(vault)
    const options = { checks: searchChecks, readers: 3 }
    const sound = await verifyTogether(vault, options)
    expect(sound.faults).toEqual([])
    expect(sound).toEqual(verifyVault(vault, options))
    expect(sound.checked['rows']).toBeGreaterThan(100)
    expect(sound.checked['searchRows']).toBe(vault.db.prepare('SELECT count(*) FROM case_files').pluck().get())

    spoil(vault)
    const shares: number[] = []
    const spoilt = await verifyTogether(vault, { ...options, onProgress: (share) => shares.push(share) })
    expect(spoilt).toEqual(verifyVault(vault, options))
    const found = spoilt.faults.map(({ what, params }) => String(params['part'] ?? what))
    expect(found).toEqual(expect.arrayContaining(['row', 'full_text', 'text', 'list', 'names']))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    vault.close()
  })

  test('a process that may only read does the same', { timeout: 120_000 }, async () => {
    const vault = await newVault()
    await fillDemonstration(vault)
    spoil(vault)
    const reader = openReader(vault.folder, Buffer.from(secretsOf(vault).dataKey), { slotId: vault.slotId, mended: [] })
    const options = { checks: searchChecks, readers: 2 }
    expect(await verifyTogether(reader, options)).toEqual(verifyVault(vault, options))
    reader.close()
    vault.close()
  })

  test('where no other reader can begin, everything is checked all the same', { timeout: 120_000 }, async () => {
    const vault = await newVault()
    await fillDemonstration(vault)
    for (const copy of ['header.0.json', 'header.1.json']) rmSync(join(vault.folder, copy))
    const { checked, faults } = await verifyTogether(vault, { checks: searchChecks, readers: 2 })
    expect(faults.map(({ what }) => what)).toEqual(['header', 'header'])
    expect(checked['searchRows']).toBe(vault.db.prepare('SELECT count(*) FROM case_files').pluck().get())
    vault.close()
  })

  test.each([1, 9])('stopped at step %i, it ends all readers and says why', { timeout: 120_000 }, async (step) => {
    const vault = await newVault()
    await fillDemonstration(vault)
    let steps = 0
    const stop = (): void => {
      steps += 1
      if (steps >= step) throw new Error(`stopped at ${steps}`)
    }
    const stopped = verifyTogether(vault, { checks: searchChecks, readers: 3, onProgress: stop })
    await expect(stopped).rejects.toThrow(`stopped at ${step}`)
    // Nobody reads any more: the log can be emptied whole, which SQLite refuses while somebody does.
    expect(vault.db.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0 }])
    expect((await verifyTogether(vault, { checks: searchChecks, readers: 2 })).faults).toEqual([])
    vault.close()
  })

  test('no two take the same task', () => {
    const next = new SharedArrayBuffer(4)
    const [one, other] = [tasksToTake([1, 2, 3, 4, 5], next), tasksToTake([1, 2, 3, 4, 5], next)]
    const taken = [one.next(), other.next(), one.next(), one.next(), other.next(), other.next(), one.next()].map(({ value }) => value)
    expect(taken).toEqual([1, 2, 3, 4, 5, undefined, undefined])
  })
})
