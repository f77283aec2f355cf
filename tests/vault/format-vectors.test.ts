import { createCipheriv, createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { canonicalJson } from '../../electron/vault/canonical.ts'
import type { Canonical } from '../../electron/vault/canonical.ts'
import { unsealContents } from '../../electron/vault/backup-contents.ts'
import { backupPrefix, expectedBytes, isAuthenticManifest, openBackup, sectionNames } from '../../electron/vault/backup-format.ts'
import { smallSection } from '../../electron/vault/backup-sections.ts'
import { auditChain, entryHash, revisionsDigest } from '../../electron/vault/chain.ts'
import { fingerprintWords } from '../../electron/vault/fingerprint.ts'
import { auditKeyBytes, openAbout } from '../../electron/vault/header-about.ts'
import { headFile } from '../../electron/vault/head.ts'
import { headerText, isAuthentic, parseHeader, slotBinding } from '../../electron/vault/header-format.ts'
import { unlockHeader } from '../../electron/vault/header.ts'
import { deriveKey, passphraseBytes } from '../../electron/vault/kdf.ts'
import { unlockByRecovery } from '../../electron/vault/key-slots.ts'
import { checkPages } from '../../electron/vault/pages.ts'
import { keyOfCode, recoveryWrappingKey } from '../../electron/vault/recovery-code.ts'
import { keyOfShares } from '../../electron/vault/recovery-shares.ts'
import { rowHash } from '../../electron/vault/rows.ts'
import { macKey, subKey, unseal } from '../../electron/vault/secrets.ts'
import { readCard, textOfCard } from '../../electron/vault/share-card.ts'
import { leavesOf, purposes, vectors, vectorsPath } from '../fixtures/vectors.ts'
import { newVault, temporaryFolder } from './support.ts'

// The expected values were computed with Python's primitives from docs/vault-format.md; the program's own code is held to them.
const dataKey = Buffer.from(vectors.dataKey, 'hex')
const { vaultId, header, argon2id } = vectors
const auditKey = macKey(dataKey, vaultId, 'audit')
const slot = header.slots[0]

const bytesIn = (value: unknown): Canonical => {
  if (Array.isArray(value)) return value.map(bytesIn)
  if (typeof value !== 'object' || value === null) return value as Canonical
  const { $bytes: hex } = value as { $bytes?: unknown }
  if (typeof hex === 'string') return Buffer.from(hex, 'hex')
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, bytesIn(member)]))
}

describe('Rule 25: the vault’s format as documented', () => {
  test.each(vectors.canonical)('canonical JSON $text', ({ value, text }) => {
    expect(canonicalJson(bytesIn(value))).toBe(text)
  })

  test.each(purposes)('the key for %s (security rule 6)', (purpose) => {
    expect(subKey(dataKey, vaultId, purpose).toString('hex')).toBe(vectors.subKeys[purpose])
  })

  test('Argon2id of a passphrase in NFKC (security rule 5)', async () => {
    const words = passphraseBytes(argon2id.passphrase)
    expect(words.toString('hex')).toBe(argon2id.utf8)
    const { salt, memoryKiB, passes, lanes } = argon2id
    expect((await deriveKey(words, Buffer.from(salt, 'hex'), { memoryKiB, passes, lanes })).toString('hex')).toBe(argon2id.key)
  })

  test('a header that anyone could have written down opens with its passphrase (security rule 6)', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'header.0.json'), JSON.stringify(header))
    const opened = await unlockHeader(folder, argon2id.passphrase)
    expect(opened.dataKey.toString('hex')).toBe(vectors.dataKey)
    const copy = parseHeader(JSON.stringify(header))
    if (copy.state !== 'readable') throw new Error(copy.state)
    expect(slotBinding(opened.slot, vaultId).toString('utf8')).toBe(vectors.slot.binding)
    expect(isAuthentic(copy.header, dataKey)).toBe(true)
    expect(isAuthentic({ ...copy.header, generation: 8 }, dataKey)).toBe(false)
    const { mac: _, ...body } = header
    expect(JSON.parse(headerText(body, dataKey))).toEqual(header)
    const label = unseal(subKey(dataKey, vaultId, 'slot-labels'), slot.label, Buffer.from(vectors.slot.labelBinding))
    expect(label?.toString('utf8')).toBe(vectors.slot.label)
  })

  test('a header of version 2, by passphrase, recovery code and cards, with what it says of its keys (security rules 6 and 7)', async () => {
    const { recovery, header2, about } = vectors
    const copy = parseHeader(JSON.stringify(header2))
    if (copy.state !== 'readable') throw new Error(copy.state)
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'header.1.json'), JSON.stringify(header2))
    expect((await unlockHeader(folder, argon2id.passphrase)).dataKey.toString('hex')).toBe(vectors.dataKey)
    const cards = [recovery.cards[1]?.words.join(' ') ?? '', recovery.cards[0]?.text ?? '']
    for (const secret of [{ code: recovery.code.toLowerCase() }, { shares: cards }])
      expect((await unlockByRecovery([copy.header], secret)).dataKey.toString('hex')).toBe(vectors.dataKey)
    expect(keyOfCode(recovery.code).toString('ascii')).toBe(recovery.codeKey)
    expect((await keyOfShares(cards, vaultId)).toString('hex')).toBe(recovery.recoveryKey)
    for (const [kind, key] of [
      ['recovery_code', Buffer.from(recovery.codeKey)],
      ['recovery_shares', Buffer.from(recovery.recoveryKey, 'hex')],
    ] as const) {
      const salt = header2.slots.find((one) => one.kind === kind)?.salt ?? ''
      expect(recoveryWrappingKey(kind, key, Buffer.from(salt, 'base64')).toString('hex')).toBe(recovery.wrappingKeys[kind])
    }
    for (const { number, words, text } of recovery.cards) {
      const read = readCard(words.join(' '))
      if (read.state !== 'ok') throw new Error(read.state)
      expect(read.card).toMatchObject({ number, setId: recovery.setId, needed: 2, total: 5 })
      expect(textOfCard(read.card, vaultId)).toBe(text)
    }
    expect(canonicalJson(bytesIn(openAbout(copy.header, dataKey)))).toBe(about.plain)
    expect(auditKeyBytes(copy.header, dataKey).toString('hex')).toBe(about.auditKey)
  })

  test('a row, the same row with an empty column more, and a row that is gone (security rule 14)', () => {
    const { table, id, row, hash, goneHash } = vectors.row
    expect(canonicalJson(['row', table, id, row])).toBe(vectors.row.encoded)
    expect(rowHash(auditKey, table, id, { ...row, nickname: null }).toString('hex')).toBe(hash)
    expect(rowHash(auditKey, table, id, undefined).toString('hex')).toBe(goneHash)
  })

  test('an audit entry, and its four words (security rules 14 and 15)', () => {
    const { seq, changeNo, at, kind, caseworker, details, rows, previous, hash } = vectors.entry
    const entry = { seq, change_no: changeNo, at, kind, caseworker_id: caseworker, details, previous_hash: Buffer.from(previous, 'hex') }
    const bound = rows.map(([table, id, found]) => ({ table_name: table, row_uuid: id, row_hash: Buffer.from(found, 'hex') }))
    expect(entryHash(auditKey, entry, bound).toString('hex')).toBe(hash)
    expect(fingerprintWords(Buffer.from(vectors.fingerprint.hash, 'hex'))).toEqual(vectors.fingerprint.words)
  })

  test('the digest of a change’s history, out of a real database (security rule 14)', async () => {
    const vault = await newVault()
    try {
      const { changeNo, fields, digest } = vectors.revisions
      const [[table, id, field, , after]] = fields
      vault.write({ kind: 'persons.create' }, () => {
        vault.db
          .prepare('INSERT INTO revisions (change_no, table_name, row_uuid, field, after_value) VALUES (?, ?, ?, ?, ?)')
          .run(changeNo, table, id, field, after)
      })
      expect(revisionsDigest(vault.db, auditKey)(changeNo)).toBe(digest)
      expect(auditChain(vault.db, auditKey).lastChange()?.change_no).toBe(changeNo)
    } finally {
      vault.close()
    }
  })

  test('the head (security rule 14)', () => {
    const folder = temporaryFolder()
    const { plain, file } = vectors.head
    writeFileSync(join(folder, 'head.json'), JSON.stringify(file))
    const head = headFile(folder, dataKey, vaultId).read()
    expect(canonicalJson({ seq: head.seq, changeNo: head.changeNo, hash: head.hash.toString('hex') })).toBe(plain)
  })

  test('pages of a database (security rule 4)', () => {
    const { key, salt, pages } = vectors.pages
    const raw = Buffer.from(key, 'hex')
    const encrypted = pages.map(({ number, vector, mac, sha256 }) => {
      const plain = Buffer.from(Array.from({ length: 4016 }, (_, place) => place % 251)).subarray(number === 1 ? 16 : 0)
      const cipher = createCipheriv('aes-256-cbc', raw, Buffer.from(vector, 'hex')).setAutoPadding(false)
      const page = Buffer.concat([
        Buffer.from(number === 1 ? salt : '', 'hex'),
        cipher.update(plain),
        cipher.final(),
        Buffer.from(vector + mac, 'hex'),
      ])
      expect(createHash('sha256').update(page).digest('hex')).toBe(sha256)
      return page
    })
    const file = join(temporaryFolder(), 'pages.db')
    writeFileSync(file, Buffer.concat(encrypted))
    expect(checkPages(file, raw)).toEqual({ pages: 2, failed: [], cutShort: false })
    writeFileSync(file, Buffer.concat(encrypted.toReversed()))
    expect(checkPages(file, raw).failed).toEqual([1, 2])
  })

  test('the beginning of a backup file, and what it says that it holds (security rule 23)', () => {
    const { contents, sections, manifest, prefix, digest } = vectors.backup
    const file = join(temporaryFolder(), 'one.habeas-backup')
    const beginning = Buffer.concat([Buffer.from(prefix, 'hex'), Buffer.from(manifest)])
    writeFileSync(file, Buffer.concat([beginning, Buffer.from(digest, 'hex'), Buffer.from(Object.values(sections).join(''))]))
    const opened = openBackup(file)
    expect(isAuthenticManifest(opened.manifest, dataKey)).toBe(true)
    const { mac: _, ...body } = opened.manifest
    expect(backupPrefix(body, dataKey).toString('hex')).toBe(beginning.toString('hex') + digest)
    for (const name of sectionNames) expect(smallSection(opened, name)).toBe(sections[name])
    expect(expectedBytes(opened)).toBe(opened.bytes)
    expect(canonicalJson(unsealContents(JSON.stringify(contents.file), dataKey, opened.manifest))).toBe(contents.plain)
  })

  test('the document quotes the vectors as they stand in their file', () => {
    const document = readFileSync(join(import.meta.dirname, '../../docs/vault-format.md'), 'utf8')
    const file: unknown = JSON.parse(readFileSync(vectorsPath, 'utf8'))
    const leaves = leavesOf(file)
    const table = document.slice(document.indexOf('## Test vectors'))
    const quoted = [...table.matchAll(/^\| `([\w.-]+)` \| `(.*)` \|$/gm)].map(([, path = '', value = '']) => [path, value] as const)
    expect(quoted.length).toBeGreaterThan(30)
    for (const [path, value] of quoted) expect(value, path).toBe(leaves.get(path))
    // And none that a reader could be checked against is left out.
    const outcomes = [...leaves.values()].filter((value) => /^[\da-f]{64,}$/.test(value))
    expect(outcomes.filter((value) => !document.includes(value))).toEqual([])
    const example = /```json\n(\{\n {2}"format": "habeas-vault"[\s\S]*?)```/.exec(document)?.[1] ?? ''
    expect(JSON.parse(example)).toEqual(vectors.header2)
  })
})
