import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { createHandlers } from '../../electron/casework/index.ts'
import { checkIndex } from '../../electron/casework/search/index.ts'
import { derivedVersion } from '../../electron/casework/search/repair.ts'
import { languages } from '../../electron/contract/index.ts'
import { createVault, openVault, smallMachineKdf, uuidv7, verifyVault } from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { passphrase, temporaryFolder } from '../vault/support.ts'
import { laterMigrations, listChecksums } from './support.ts'

/** The migrations of a program that knows nothing of this step. */
function before(): string {
  const folder = laterMigrations({})
  rmSync(join(folder, '0020-the-page.sql'))
  listChecksums(folder)
  return folder
}

/** A vault as the version before wrote it: two people, their case files and one in the bin. */
async function olderVault(): Promise<string> {
  const folder = join(temporaryFolder(), 'Older.habeas')
  const vault = await createVault(folder, {
    passphrase,
    title: 'Office',
    caseworkerName: 'Ana',
    kdf: smallMachineKdf,
    migrations: before(),
  })
  expect(vault.info.schemaVersion).toBe(10)
  for (const [number, name] of ['Óscar Núñez', 'Nuria Ñáñez'].entries()) writeCase(vault, name, number)
  vault.close()
  return folder
}

function writeCase({ db, write }: Vault, name: string, number: number): void {
  write({ kind: 'cases.create' }, ({ changeNo, at, touch }) => {
    const [personId, caseId, statusId, sourceId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
    const made = [changeNo, changeNo]
    db.prepare("INSERT INTO persons (uuid, kind, name, revision, created_change) VALUES (?, 'person', ?, ?, ?)").run(
      personId,
      name,
      ...made,
    )
    db.prepare(
      `INSERT INTO case_files (uuid, person_id, reference, tags, arrest_forces, arrest_date_edtf, arrest_date_typed, arrest_date_earliest, arrest_date_latest, revision, created_change)
       VALUES (?, ?, ?, '["Urgente"]', 'SEBIN', '2024-02-09', '9 Feb 2024', 19762, 19762, ?, ?)`,
    ).run(caseId, personId, `VEN-2024-000${number}`, ...made)
    db.prepare("INSERT INTO custody_statuses (uuid, case_id, status, revision, created_change) VALUES (?, ?, 'on_remand', ?, ?)").run(
      statusId,
      caseId,
      ...made,
    )
    db.prepare('INSERT INTO sources (uuid, title, revision, created_change) VALUES (?, ?, ?, ?)').run(
      sourceId,
      `Comunicado ${number}`,
      ...made,
    )
    db.prepare(
      `INSERT INTO case_index (case_id, case_uuid, person_uuid, reference, name, name_key, status, status_group, changed_at, tags, custody)
       SELECT id, uuid, person_id, reference, ?, '', 'on_remand', 'held', ?, tags, '{}' FROM case_files WHERE uuid = ?`,
    ).run(name, at, caseId)
    for (const [table, id] of [
      ['persons', personId],
      ['case_files', caseId],
      ['custody_statuses', statusId],
      ['sources', sourceId],
    ] as const)
      touch(table, id)
  })
}

const filesOf = ({ db }: Vault): unknown =>
  ['persons', 'case_files', 'custody_statuses', 'sources', 'change_sets'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())

describe('0020-the-page', () => {
  test('before: a vault of version 10; after: the same records, and all that is derived from them made anew', async () => {
    const folder = await olderVault()
    const older = await openVault(folder, { passphrase, migrations: before() })
    const records = filesOf(older)
    older.close()

    const vault = await openVault(folder, { passphrase })
    expect(vault.info.schemaVersion).toBe(20)
    expect(filesOf(vault)).toEqual(records)
    const shares: number[] = []
    const handlers = createHandlers(vault, { today: () => '2026-11-25', onProgress: (share) => shares.push(share) })
    expect(shares.length).toBeGreaterThan(0)
    expect(checkIndex(vault.db)).toEqual([])
    expect(verifyVault(vault).faults).toEqual([])
    const list = await handlers['cases.list']({
      filter: { force: 'sebin', tag: 'urgente' },
      sort: 'name',
      limit: 10,
      offset: 0,
      today: undefined,
    })
    expect(list.cases.map(({ name }) => name)).toEqual(['Nuria Ñáñez', 'Óscar Núñez'])
    expect((await handlers['sources.list']({ query: 'comunicado', limit: 10, offset: 0 })).total).toBe(2)
    expect(
      (await handlers['statistics.heldOverTime']({ days: ['2024-02-08', '2024-02-09'], today: '2026-11-25' })).points.map(
        ({ held }) => held,
      ),
    ).toEqual([
      { least: 0, most: 0 },
      { least: 2, most: 2 },
    ])
    vault.close()
  })

  test('every term has its words in every language', async () => {
    const vault = await openVault(await olderVault(), { passphrase })
    for (const language of languages) {
      const untold = vault.db
        .prepare(
          "SELECT code FROM terms WHERE NOT EXISTS (SELECT 1 FROM term_labels WHERE term_id = terms.id AND language = ? AND trim(label) <> '')",
        )
        .all(language)
      expect(untold, language).toEqual([])
    }
    vault.close()
  })
})

describe('derived tables of another version', () => {
  test('are made anew at the opening, once; one that is cut short leaves them as they were', async () => {
    const vault = await openVault(await olderVault(), { passphrase })
    createHandlers(vault)
    const version = (): unknown => vault.db.prepare("SELECT value FROM derived_state WHERE key = 'version'").pluck().get()
    expect(version()).toBe(derivedVersion)
    const shares: number[] = []
    createHandlers(vault, { onProgress: (share) => shares.push(share) })
    expect(shares).toEqual([])

    vault.db.exec("UPDATE derived_state SET value = 1; UPDATE case_index SET name = 'as the older rules had it'; DELETE FROM custody_spans")
    const cut = (): void => {
      throw new Error('the power goes')
    }
    expect(() => createHandlers(vault, { onProgress: cut })).toThrow('internal')
    expect(version()).toBe(1)
    expect(vault.db.prepare('SELECT DISTINCT name FROM case_index').pluck().all()).toEqual(['as the older rules had it'])
    createHandlers(vault)
    expect(checkIndex(vault.db)).toEqual([])
    expect(version()).toBe(derivedVersion)
    // It is no change: nothing is undone with it, and the chain knows nothing of it.
    expect(vault.fingerprint().changeNo).toBe(2)
    vault.close()
  })

  test('can not be on a vault for reading only, which says so', async () => {
    const vault = await openVault(await olderVault(), { passphrase })
    expect(() => createHandlers({ ...vault, readOnly: true })).toThrow('read_only')
    vault.close()
  })
})

test('a shipped step stays as it was', () => {
  const sums = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'migrations', 'checksums.json'), 'utf8')) as Record<
    string,
    string
  >
  expect(Object.keys(sums)).toEqual(['0010-first.sql', '0020-the-page.sql'])
})
