import Database from 'better-sqlite3'
import Sqlcipher from '@signalapp/sqlcipher'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { unlockHeader } from '../../electron/vault/header.ts'
import { checkPages } from '../../electron/vault/pages.ts'
import { closeDatabase, openDatabase, startWriteAheadLog } from '../../electron/vault/pragmas.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { closedVault, copyOf, newVault, passphrase, refusal, temporaryFolder } from './support.ts'

let folder: string
let key: Buffer

beforeAll(async () => {
  folder = await closedVault()
  const { dataKey, header } = await unlockHeader(folder, passphrase)
  key = subKey(dataKey, header.vaultId, 'database')
})

const database = (): string => join(copyOf(folder), 'vault.db')

describe('the database file (security rule 1)', () => {
  test('an independent SQLCipher 4 opens it with the raw key and finds every page sound', () => {
    const reader = new Sqlcipher(database())
    reader.pragma(`key = "x'${key.toString('hex')}'"`)
    expect(reader.pragma('cipher_integrity_check')).toEqual([])
    expect(reader.prepare('SELECT name FROM persons ORDER BY id').all()).toEqual([
      { name: 'Person number 1' },
      { name: 'Person number 2' },
      { name: 'Person number 3' },
    ])
    reader.close()
  })

  test('a bare 32-byte key is not the raw key', () => {
    const withKey = (given: Buffer) => {
      const connection = new Database(database())
      connection.pragma("cipher = 'sqlcipher'")
      connection.pragma('legacy = 4')
      connection.key(given)
      return () => connection.prepare('SELECT count(*) FROM persons').pluck().get()
    }
    expect(withKey(Buffer.concat([Buffer.from('raw:'), key]))()).toBe(3)
    expect(withKey(key)).toThrow(/not a database/)
  })

  test('looks like noise from its first byte', () => {
    const bytes = readFileSync(database())
    expect(bytes.subarray(0, 16).toString('latin1')).not.toContain('SQLite')
    const counts = new Uint32Array(256)
    for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
    // Pages that are not full are noise too: no byte value is anywhere near as common as zeros would be.
    expect(Math.max(...counts) / bytes.length).toBeLessThan(2 / 256)
  })

  test('our own reading of the page format agrees with both libraries', () => {
    const file = database()
    const { pages, failed, cutShort } = checkPages(file, key)
    expect({ failed, cutShort }).toEqual({ failed: [], cutShort: false })
    expect(pages).toBe(readFileSync(file).length / 4096)
  })

  test('a flip in any page is found, and named by its number', () => {
    const file = database()
    const sound = readFileSync(file)
    for (let page = 1; page <= sound.length / 4096; page += 7) {
      const bytes = Buffer.from(sound)
      const at = (page - 1) * 4096 + 1000
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at)
      writeFileSync(file, bytes)
      expect(checkPages(file, key).failed).toEqual([page])
    }
  })
})

describe('settings of every connection (security rule 2)', () => {
  test('read back as they must be', () => {
    const db = openDatabase(database(), { key, what: 'database' })
    startWriteAheadLog(db)
    const settings = [
      'cipher',
      'legacy',
      'hmac_use',
      'hmac_check',
      'temp_store',
      'synchronous',
      'secure_delete',
      'trusted_schema',
      'foreign_keys',
      'cell_size_check',
      'mmap_size',
      'fullfsync',
      'checkpoint_fullfsync',
      'journal_mode',
    ]
    expect(Object.fromEntries(settings.map((name) => [name, db.pragma(name, { simple: true })]))).toEqual({
      cipher: 'sqlcipher',
      legacy: '4',
      hmac_use: '1',
      hmac_check: '1',
      temp_store: 2,
      synchronous: 2,
      secure_delete: 1,
      trusted_schema: 0,
      foreign_keys: 1,
      cell_size_check: 1,
      mmap_size: 0,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
      journal_mode: 'wal',
    })
    closeDatabase(db)
  })

  test('each full-text index has its own secure-delete on', async () => {
    const vault = await newVault()
    for (const index of ['case_search', 'case_fragments']) {
      expect(vault.db.prepare(`SELECT v FROM ${index}_config WHERE k = 'secure-delete'`).pluck().get(), index).toBe(1)
    }
    vault.db.exec("INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 0)")
    vault.close()
    const { openVault } = await import('../../electron/vault/index.ts')
    expect(await refusal(openVault(vault.folder, { passphrase }))).toBe('internal where=secure-delete:case_search')
  })

  test('a closed database needs no journal beside it', () => {
    const file = database()
    const db = openDatabase(file, { key, what: 'database' })
    startWriteAheadLog(db)
    db.exec("UPDATE persons SET name = 'changed' WHERE id = 1")
    expect(existsSync(`${file}-wal`)).toBe(true)
    closeDatabase(db)
    expect(existsSync(`${file}-wal`)).toBe(false)
    const readOnly = new Database(file, { readonly: true })
    readOnly.pragma("cipher = 'sqlcipher'")
    readOnly.pragma('legacy = 4')
    readOnly.key(Buffer.concat([Buffer.from('raw:'), key]))
    expect(readOnly.pragma('journal_mode', { simple: true })).toBe('delete')
  })

  test('a missing or empty file is damage and never a new database', async () => {
    const file = database()
    writeFileSync(file, '')
    expect(await refusal(() => openDatabase(file, { key, what: 'database' }))).toBe('damaged what=database')
    expect(await refusal(() => openDatabase(join(temporaryFolder(), 'none.db'), { key, what: 'database' }))).toBe('damaged what=database')
    closeDatabase(openDatabase(join(temporaryFolder(), 'new.db'), { key, what: 'database', create: true }))
  })
})
