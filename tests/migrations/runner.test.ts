import { appendFileSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { backupsIn, createVault, openVault, restoreBackup, smallMachineKdf, verifyVault } from '../../electron/vault/index.ts'
import { readMigrations } from '../../electron/vault/migrations.ts'
import { addPerson, closedVault, copyOf, names, open, passphrase, refusal, temporaryFolder } from '../vault/support.ts'
import { laterMigrations, listChecksums, shipped } from './support.ts'

let whole: string
beforeAll(async () => {
  whole = await closedVault()
})

describe('the files of the migrations', () => {
  test('are numbered in steps of ten and are what their checksums say', () => {
    const versions = readMigrations(shipped).map(({ version }) => version)
    expect(versions).toEqual(versions.map((_, place) => (place + 1) * 10))
  })

  test.each<[string, (folder: string) => void, string]>([
    [
      'altered after it shipped',
      (folder) => appendFileSync(join(folder, '0010-first.sql'), '\n'),
      'internal where=migration:0010-first.sql',
    ],
    ['gone', (folder) => rmSync(join(folder, '0010-first.sql')), 'internal where=migration:0010-first.sql'],
    ['not listed', (folder) => writeFileSync(join(folder, '0030-more.sql'), 'SELECT 1'), 'internal where=migration:0030-more.sql'],
    [
      'numbered between the steps',
      (folder) => (renameSync(join(folder, '0010-first.sql'), join(folder, '0015-first.sql')), listChecksums(folder)),
      'internal where=migration:0015-first.sql',
    ],
  ])('one that is %s is refused by name', async (_, change, expected) => {
    const folder = laterMigrations({})
    change(folder)
    expect(await refusal(() => readMigrations(folder))).toBe(expected)
  })
})

describe('migrating a vault', () => {
  test('a new step is applied once, recorded with its hash, and chained; the vault is sound afterwards', async () => {
    const migrations = laterMigrations({
      '0030-nicknames.sql': "ALTER TABLE persons ADD COLUMN nickname TEXT; UPDATE persons SET nickname = 'same for all' WHERE id < 3;",
    })
    const folder = copyOf(whole)
    const shares: (number | null)[] = []
    const vault = await openVault(folder, { passphrase, migrations, onProgress: (share) => shares.push(share) })
    expect(vault.info.schemaVersion).toBe(30)
    expect(shares).toEqual([null, 1])
    expect(vault.db.prepare('SELECT nickname FROM persons ORDER BY id').pluck().all()).toEqual(['same for all', 'same for all', null])
    expect(vault.db.prepare('SELECT version, name, sha256 FROM schema_migrations ORDER BY version').all()).toEqual(
      readMigrations(migrations).map(({ version, name, sha256 }) => ({ version, name, sha256 })),
    )
    expect(vault.db.prepare("SELECT count(*) FROM audit_entries WHERE kind = 'vault.migrated'").pluck().get()).toBe(1)
    expect(verifyVault(vault).faults).toEqual([])
    vault.close()
    const again = await openVault(folder, { passphrase, migrations })
    expect(again.db.prepare("SELECT count(*) FROM audit_entries WHERE kind = 'vault.migrated'").pluck().get()).toBe(1)
    expect(again.fingerprint().changeNo).toBe(3)
    again.close()
  })

  test('before the step there is a backup of the vault as it was, that is restored (security rule 23)', async () => {
    const migrations = laterMigrations({ '0030-drop.sql': 'DELETE FROM persons;' })
    const folder = copyOf(whole)
    const vault = await openVault(folder, { passphrase, migrations })
    expect(names(vault)).toEqual([])
    vault.close()
    const [backup] = backupsIn(join(folder, 'backups'))
    expect(backup).toMatchObject({ state: 'readable', kind: 'before_migration', schemaVersion: 20, faults: [] })
    const place = join(temporaryFolder(), 'Before.habeas')
    await restoreBackup(backup?.file ?? '', place, { passphrase })
    const before = await open(place)
    expect(names(before)).toHaveLength(3)
    before.close()
  })

  test('a step that fails leaves the vault as it was, says which it was, and the next opening tries again', async () => {
    const migrations = laterMigrations({ '0030-broken.sql': "UPDATE persons SET name = 'lost'; INSERT INTO nowhere VALUES (1);" })
    const folder = copyOf(whole)
    expect(await refusal(openVault(folder, { passphrase, migrations }))).toBe('internal where=migration:0030-broken.sql')
    expect(await refusal(openVault(folder, { passphrase, migrations }))).toBe('internal where=migration:0030-broken.sql')
    // Trying again makes no second backup of the same state.
    expect(backupsIn(join(folder, 'backups'))).toHaveLength(1)
    const vault = await open(folder)
    expect(names(vault)).toEqual(['Person number 1', 'Person number 2', 'Person number 3'])
    expect(verifyVault(vault).faults).toEqual([])
    vault.close()
    const mended = laterMigrations({ '0030-mended.sql': 'ALTER TABLE persons ADD COLUMN nickname TEXT;' })
    const later = await openVault(folder, { passphrase, migrations: mended })
    expect(later.info.schemaVersion).toBe(30)
    later.close()
  })

  test('a step that breaks a reference is not kept', async () => {
    const migrations = laterMigrations({
      '0030-orphan.sql': "INSERT INTO person_names (uuid, person_id, name, revision, created_change) VALUES ('n', 'nobody', 'x', 1, 1);",
    })
    expect(await refusal(openVault(copyOf(whole), { passphrase, migrations }))).toBe('internal where=migration:0030-orphan.sql')
  })

  test('rows that were altered before the step are still found after it', async () => {
    const folder = copyOf(whole)
    const vault = await open(folder)
    vault.db.exec("UPDATE persons SET name = 'altered' WHERE id = 2")
    vault.close()
    const migrations = laterMigrations({
      '0030-touch-all.sql': "ALTER TABLE persons ADD COLUMN nickname TEXT; UPDATE persons SET nickname = 'x';",
    })
    const migrated = await openVault(folder, { passphrase, migrations })
    expect(verifyVault(migrated).faults).toMatchObject([{ what: 'row', params: { table: 'persons' } }])
    migrated.close()
  })

  test('a vault of a newer version is refused by its number and left as it is', async () => {
    const migrations = laterMigrations({ '0030-future.sql': 'CREATE TABLE future (id INTEGER PRIMARY KEY) STRICT;' })
    const folder = join(temporaryFolder(), 'Future.habeas')
    const vault = await createVault(folder, { passphrase, title: 'F', caseworkerName: 'F', kdf: smallMachineKdf, migrations })
    addPerson(vault, 'From the future')
    vault.close()
    const before = readFileSync(join(folder, 'vault.db'))
    expect(await refusal(open(folder))).toBe('newer_version version=30')
    expect(readFileSync(join(folder, 'vault.db')).equals(before)).toBe(true)
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  test('a vault whose recorded step is not the one shipped here is refused by the step’s name', async () => {
    const migrations = laterMigrations({})
    appendFileSync(join(migrations, '0010-first.sql'), '-- edited\n')
    listChecksums(migrations)
    expect(await refusal(openVault(copyOf(whole), { passphrase, migrations }))).toBe('internal where=migration:0010-first.sql')
  })
})
