import { describe, expect, test } from 'vitest'

import { entryHash } from '../../electron/vault/chain.ts'
import { fingerprintWords } from '../../electron/vault/fingerprint.ts'
import { headerText, parseHeader, isAuthentic } from '../../electron/vault/header-format.ts'
import { rowHash } from '../../electron/vault/rows.ts'
import { macKey, subKey } from '../../electron/vault/secrets.ts'
import type { KeyPurpose } from '../../electron/vault/secrets.ts'

// The expected values were computed by a separate program (Python's hashlib and hmac) from the format's description,
// so that a second reader of a vault can be checked against the same ones.
const dataKey = Buffer.from(Array.from({ length: 32 }, (_, n) => n))
const vaultId = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const sixteen = 'AAECAwQFBgcICQoLDA0ODw=='
const twelve = 'AAECAwQFBgcICQoL'
const auditKey = macKey(dataKey, vaultId, 'audit')

describe('vectors of the vault’s format (security rules 6, 14 and 15)', () => {
  test.each<[KeyPurpose, string]>([
    ['database', '47e4f1914b601f31edf661be88e77296af7bbef9cc8084c816372e520707df9f'],
    ['drafts', 'cff040f73c2e8c75c0c58688773d1f5353464e48d2beb7d1515f4b65f1818a1a'],
    ['audit', 'f41d391b0b3f32bda8ecd2745839507af7cef43b70c5bdd47f08d3865251a0ea'],
    ['head', '604da9fb3f0f4a8f7ef0dcc6630e59f9f6dca956cfab6c4744ac4583d7a46fde'],
    ['header', 'da982904f9f1710b26a0b64b5b273b20742416ef4622d7c0a89cdd9eec8daa57'],
    ['keys', '43b0d5f1ed0c06b9f40d0648530176c6f32a43334574715c001cb31df927f254'],
    ['slot-labels', '2bef062cde88973f742c99ca757f20d453c39e5efce75e3ee92c22e52f2e17aa'],
  ])('the key for %s', (purpose, expected) => {
    expect(subKey(dataKey, vaultId, purpose).toString('hex')).toBe(expected)
  })

  test('the MAC of a header of version 1', () => {
    const slot = {
      id: '0d5b3a0e-8f5b-4a52-9b6a-2f6d7c1e4b10',
      kind: 'passphrase' as const,
      kdf: { algorithm: 'argon2id' as const, version: 19 as const, memoryKiB: 524288, passes: 3, lanes: 1, salt: sixteen },
      label: { nonce: twelve, ciphertext: '', tag: sixteen },
      wrappedKey: { nonce: twelve, ciphertext: 'AAEC', tag: sixteen },
    }
    const body = { format: 'habeas-vault' as const, version: 1 as const, vaultId, generation: 7, cipher: 'sqlcipher-4' as const }
    const copy = parseHeader(headerText({ ...body, slots: [slot] }, dataKey))
    if (copy.state !== 'readable') throw new Error(copy.state)
    expect(Buffer.from(copy.header.mac, 'base64').toString('hex')).toBe('1d67d4645584ee1629cc614c5a99ccef8d4a77a6887cfb16668ad4f0044efee1')
    expect(isAuthentic(copy.header, dataKey)).toBe(true)
    expect(isAuthentic({ ...copy.header, generation: 8 }, dataKey)).toBe(false)
  })

  test('a row, the same row with an empty column more, and a row that is gone', () => {
    const row = { uuid: 'p1', name: 'Ñandú', group_count: 3 }
    const expected = 'd49ee604f9a811ceabc4f597744e4c82131ea2bf2fce12632b438897afdc3e03'
    expect(rowHash(auditKey, 'persons', 'p1', row).toString('hex')).toBe(expected)
    expect(rowHash(auditKey, 'persons', 'p1', { ...row, nickname: null }).toString('hex')).toBe(expected)
    expect(rowHash(auditKey, 'persons', 'p1', undefined).toString('hex')).toBe(
      '930a2c210fb621a80945c55c5078d785972c60cad57e033c7e39b9aece2a87c0',
    )
  })

  test('an audit entry, and its four words', () => {
    const bound = {
      table_name: 'persons',
      row_uuid: 'p1',
      row_hash: Buffer.from('d49ee604f9a811ceabc4f597744e4c82131ea2bf2fce12632b438897afdc3e03', 'hex'),
    }
    const entry = {
      seq: 2,
      change_no: 1,
      at: 1_700_000_000_000,
      kind: 'persons.create',
      caseworker_id: 'w1',
      details: '{}',
      previous_hash: Buffer.alloc(32),
    }
    const hash = entryHash(auditKey, entry, [bound])
    expect(hash.toString('hex')).toBe('9139dad083ba4100e4b0d78439be5c80fff858a621bc666c335a06189881199b')
    expect(fingerprintWords(hash)).toEqual(['parrot', 'visit', 'pupil', 'cram'])
  })
})
