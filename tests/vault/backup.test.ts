import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { backupMagic, openBackup, sectionAt, sectionNames } from '../../electron/vault/backup-format.ts'
import { chooseSecondPlace } from '../../electron/vault/backup-handlers.ts'
import { applyBackupRecord, makeBackup } from '../../electron/vault/backups.ts'
import { openDrafts } from '../../electron/vault/drafts-store.ts'
import { VaultError } from '../../electron/vault/errors.ts'
import {
  backupName,
  backupsIn,
  describeBackup,
  readBackup,
  restoreBackup,
  verifyBackup,
  verifyVault,
  writeBackup,
} from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { openDatabase } from '../../electron/vault/pragmas.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import { addPerson, filesUnder, names, newVault, open, otherPassphrase, passphrase, refusal, temporaryFolder } from './support.ts'

const sourceOf = (vault: Vault) => ({ folder: vault.folder, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber })

/** A backup of a vault with some people and a draft in it; the vault stays open. */
async function backedUp(): Promise<{ vault: Vault; file: string }> {
  const vault = await newVault()
  for (let number = 1; number <= 5; number += 1) addPerson(vault, `Person number ${number}`)
  const draftsKey = subKey(secretsOf(vault).dataKey, vault.info.vaultNumber, 'drafts')
  const drafts = openDrafts(vault.folder, draftsKey)
  drafts.put({ key: 'new-case', value: 'half a sentence', baseRevision: null })
  const file = join(temporaryFolder(), 'one.habeas-backup')
  writeBackup(sourceOf(vault), file, { kind: 'manual', createdAt: Date.UTC(2026, 0, 2, 3, 4, 5) })
  drafts.close()
  return { vault, file }
}

/** The same file with one byte turned over. */
function flipped(file: string, at: number): string {
  const copy = join(temporaryFolder(), 'flipped.habeas-backup')
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x01, at)
  writeFileSync(copy, bytes)
  return copy
}

describe('Rule 23: a backup is one encrypted file that is verified and restored', () => {
  test('what was saved comes back: people, draft, history, passphrase', async () => {
    const { vault, file } = await backedUp()
    addPerson(vault, 'After the backup')
    const place = join(temporaryFolder(), 'Restored.habeas')
    const restored = await restoreBackup(file, place, { passphrase })
    expect(restored).toMatchObject({ verified: 'whole', fingerprint: { changeNo: 5 } })
    const again = await open(place)
    expect(names(again)).toEqual([1, 2, 3, 4, 5].map((number) => `Person number ${number}`))
    expect(verifyVault(again).faults).toEqual([])
    const kinds = again.db.prepare<[], string>('SELECT kind FROM audit_entries ORDER BY seq DESC LIMIT 3').pluck().all()
    expect(kinds).toEqual(['vault.opened', 'backup.restored', 'vault.opened'])
    const drafts = openDrafts(place, subKey(secretsOf(again).dataKey, again.info.vaultNumber, 'drafts'))
    expect(drafts.list()).toMatchObject([{ key: 'new-case', value: 'half a sentence' }])
    drafts.close()
    again.close()
    vault.close()
  })

  test('it is described without a passphrase, and with one it says what it holds', async () => {
    const { vault, file } = await backedUp()
    const { words } = vault.fingerprint()
    expect(describeBackup(file)).toMatchObject({
      vaultId: vault.info.vaultNumber,
      createdAt: Date.UTC(2026, 0, 2, 3, 4, 5),
      kind: 'manual',
      bytes: statSync(file).size,
      faults: [],
    })
    const reading = await readBackup(file, passphrase)
    expect(reading).toMatchObject({ title: 'Test office', changeNo: 5, words, counts: { persons: 5, case_files: 0 } })
    expect(await refusal(readBackup(file, otherPassphrase))).toBe('wrong_passphrase')
    vault.close()
  })

  test('nothing in it can be read, and nothing half made is left', async () => {
    const { vault, file } = await backedUp()
    const bytes = readFileSync(file)
    for (const planted of ['Person number', 'half a sentence', 'Test office', 'Test caseworker'])
      for (const encoding of ['utf8', 'utf16le'] as const) expect(bytes.includes(Buffer.from(planted, encoding))).toBe(false)
    expect(readdirSync(dirname(file))).toEqual(['one.habeas-backup'])
    expect(readdirSync(join(vault.folder, 'backups'))).toEqual([])
    vault.close()
  })

  test('changes go on while it is made, and none that was answered before is missing', async () => {
    const vault = await newVault()
    const file = join(temporaryFolder(), 'busy.habeas-backup')
    addPerson(vault, 'Before')
    let during = 0
    writeBackup(sourceOf(vault), file, {
      kind: 'manual',
      onProgress: () => {
        addPerson(vault, `During ${(during += 1)}`)
      },
    })
    expect(during).toBeGreaterThan(2)
    const place = join(temporaryFolder(), 'Restored.habeas')
    await restoreBackup(file, place, { passphrase })
    const again = await open(place)
    expect(names(again)).toContain('Before')
    expect(verifyVault(again).faults).toEqual([])
    again.close()
    expect(verifyVault(vault).faults).toEqual([])
    vault.close()
  })

  test('a restore that is stopped, be it while the end of it is checked, leaves nothing', async () => {
    const { vault, file } = await backedUp()
    vault.close()
    const place = join(temporaryFolder(), 'Restored.habeas')
    let stopped = false
    const onProgress = (share: number | null): void => {
      // A message that comes in while the vault is being checked: it is read when the check lets others have their turn.
      if (share !== null && share > 0.5) setImmediate(() => (stopped = true))
      if (stopped) throw new VaultError('cancelled')
    }
    expect(await refusal(restoreBackup(file, place, { passphrase, onProgress }))).toBe('cancelled')
    expect(readdirSync(dirname(place))).toEqual([])
  })

  test('an existing file and an existing folder are refused and left as they are', async () => {
    const { vault, file } = await backedUp()
    const before = readFileSync(file)
    expect(await refusal(() => writeBackup(sourceOf(vault), file, { kind: 'manual' }))).toBe('exists what=file')
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(await refusal(restoreBackup(file, vault.folder, { passphrase }))).toBe('exists')
    expect(await refusal(restoreBackup(file, join(temporaryFolder(), 'x.habeas'), { passphrase: otherPassphrase }))).toBe(
      'wrong_passphrase',
    )
    vault.close()
  })

  test('drafts that a power cut left in the midst of a transaction are backed up as they were before it (rule 3)', async () => {
    const { vault, file } = await backedUp()
    const drafts = join(vault.folder, 'drafts.db')
    const db = openDatabase(drafts, { key: subKey(secretsOf(vault).dataKey, vault.info.vaultNumber, 'drafts'), what: 'drafts' })
    db.pragma('cache_size = 2')
    db.exec('BEGIN')
    const put = db.prepare(
      "INSERT INTO drafts (key, value, base_revision, at) VALUES (?, ?, NULL, 0) ON CONFLICT (key) DO UPDATE SET value = 'lost'",
    )
    put.run('new-case', 'lost')
    for (let n = 0; n < 20; n += 1) put.run(`k/${n}`, 'x'.repeat(3000))
    const [half, journal] = [readFileSync(drafts), readFileSync(`${drafts}-journal`)]
    db.exec('ROLLBACK')
    db.close()
    writeFileSync(drafts, half)
    writeFileSync(`${drafts}-journal`, journal)
    const again = join(dirname(file), 'again.habeas-backup')
    writeBackup(sourceOf(vault), again, { kind: 'manual' })
    vault.close()
    const restored = join(temporaryFolder(), 'Restored.habeas')
    await restoreBackup(again, restored, { passphrase })
    const opened = await open(restored)
    const kept = openDrafts(restored, subKey(secretsOf(opened).dataKey, opened.info.vaultNumber, 'drafts'))
    expect(kept.list().map(({ key, value }) => [key, value])).toEqual([['new-case', 'half a sentence']])
    kept.close()
    opened.close()
  })

  test('damaged drafts do not keep the case files from being saved', async () => {
    const { vault, file } = await backedUp()
    vault.close()
    const drafts = join(vault.folder, 'drafts.db')
    writeFileSync(drafts, Buffer.alloc(8192, 1))
    const opened = await open(vault.folder)
    const again = join(dirname(file), 'again.habeas-backup')
    expect(writeBackup(sourceOf(opened), again, { kind: 'manual' }).contents.counts).toMatchObject({ persons: 5 })
    opened.close()
    await restoreBackup(again, join(temporaryFolder(), 'Restored.habeas'), { passphrase })
  })

  test('the backups of a folder are listed newest first, those of another vault left out', async () => {
    const { vault, file } = await backedUp()
    const other = await newVault()
    const folder = temporaryFolder()
    for (const [from, at] of [
      [vault, 3],
      [vault, 1],
      [other, 2],
    ] as const) {
      const createdAt = Date.UTC(2026, 0, at)
      writeBackup(sourceOf(from), join(folder, backupName(createdAt, 'daily', from.info.vaultNumber)), { kind: 'daily', createdAt })
    }
    copyFileSync(file, join(folder, 'cut.habeas-backup'))
    truncateSync(join(folder, 'cut.habeas-backup'), 20)
    const mine = backupsIn(folder, vault.info.vaultNumber)
    expect(mine.map(({ state }) => state)).toEqual(['readable', 'readable', 'damaged'])
    expect(mine.map((found) => ('createdAt' in found ? new Date(found.createdAt).getUTCDate() : 0))).toEqual([3, 1, 0])
    expect(backupsIn(folder)).toHaveLength(4)
    vault.close()
    other.close()
  })
})

describe('Rule 23: what rotation takes away', () => {
  test('goes on the ground of what was told before, at either place', async () => {
    const vault = await newVault()
    const second = temporaryFolder()
    chooseSecondPlace(vault, second)
    const here = join(vault.folder, 'backups')
    const count = (folder: string): number => readdirSync(folder).filter((name) => name.endsWith('.habeas-backup')).length
    const noon = new Date(2026, 4, 6, 12).getTime()
    for (const minute of [0, 1, 2]) {
      const before = [here, second].map((folder) => (existsSync(folder) ? count(folder) : 0))
      const seen: unknown[] = []
      const { record } = makeBackup(vault, 'manual', {
        now: () => noon + minute * 60_000,
        onMade: (soFar) =>
          seen.push([soFar.second, count(here), count(second), soFar.record.type === 'made' && soFar.record.findings.length]),
      })
      expect(seen).toEqual([
        ['stopped', (before[0] ?? 0) + 1, before[1], 1],
        ['copied', (before[0] ?? 0) + 1, (before[1] ?? 0) + 1, 2],
      ])
      applyBackupRecord(vault, record)
    }
    // The same day's older ones went.
    expect([count(here), count(second)]).toEqual([1, 1])
    vault.close()
  })
})

describe('Rule 23: damage in a backup is found and named', () => {
  let vault: Vault
  let file: string
  beforeAll(async () => ({ vault, file } = await backedUp()))
  afterAll(() => vault.close())

  test('a flipped byte anywhere in each section', async () => {
    const source = sourceOf(vault)
    const opened = openBackup(file)
    for (const name of sectionNames) {
      const { offset, section } = sectionAt(opened, name)
      for (const place of [0, Math.floor(section.bytes / 2), section.bytes - 1]) {
        const bad = flipped(file, offset + place)
        expect(describeBackup(bad).faults, `${name} ${place}`).toMatchObject([{ what: 'backup', params: { part: name } }])
        const { faults } = verifyBackup(bad, source)
        expect(faults[0]?.params['part']).toBe(name)
        if (name === 'database') expect(faults[0]?.params['page']).toBe(Math.floor(place / 4096) + 1)
        expect(await refusal(restoreBackup(bad, join(temporaryFolder(), 'x.habeas')))).toMatch(new RegExp(`^damaged .*part=${name}`))
      }
    }
  })

  test('a flipped byte anywhere before the sections', async () => {
    const { start } = openBackup(file)
    const place = join(temporaryFolder(), 'x.habeas')
    for (let at = 0; at < start; at += 7) {
      const bad = flipped(file, at)
      expect(await refusal(() => describeBackup(bad)), String(at)).toMatch(/^damaged what=backup part=(not_a_backup|manifest)$/)
      expect(await refusal(restoreBackup(bad, place))).toMatch(/^damaged/)
    }
    expect(existsSync(place)).toBe(false)
  })

  test('a file that was cut short or went on, at any length', async () => {
    const whole = readFileSync(file)
    const bad = join(temporaryFolder(), 'cut.habeas-backup')
    for (const length of [0, 5, 11, 100, openBackup(file).start + 3, whole.length - 5000, whole.length - 1]) {
      writeFileSync(bad, whole.subarray(0, length))
      const said = await refusal(() => {
        const { faults } = describeBackup(bad)
        if (faults.length === 0) return undefined
        expect(describeBackup(bad, { quick: true }).faults).toHaveLength(1)
        return restoreBackup(bad, join(temporaryFolder(), 'x.habeas'), { passphrase })
      })
      expect(said, String(length)).toMatch(/^damaged/)
    }
    writeFileSync(bad, Buffer.concat([whole, Buffer.from('more')]))
    expect(describeBackup(bad).faults).toEqual([{ what: 'backup', params: { part: 'end', state: 'longer' } }])
  })

  test('a forged one: sections of another vault under digests that fit', async () => {
    const other = await backedUp()
    expect(verifyBackup(other.file, sourceOf(vault)).faults).toEqual([
      { what: 'backup', params: { part: 'manifest', state: 'other_vault' } },
    ])
    // The manifest of one before the sections of the other.
    const mine = openBackup(file)
    const theirs = openBackup(other.file)
    const mixed = join(temporaryFolder(), 'mixed.habeas-backup')
    writeFileSync(mixed, Buffer.concat([readFileSync(file).subarray(0, mine.start), readFileSync(other.file).subarray(theirs.start)]))
    expect(await refusal(restoreBackup(mixed, join(temporaryFolder(), 'x.habeas'), { passphrase }))).toMatch(/^damaged what=backup/)
    other.vault.close()
  })

  test('a newer version says so, and nothing is made', async () => {
    const parent = temporaryFolder()
    const place = join(parent, 'x.habeas')
    // A program that knows no step of the schema; then a manifest of a later version.
    const migrations = temporaryFolder()
    writeFileSync(join(migrations, 'checksums.json'), '{}')
    expect(await refusal(restoreBackup(file, place, { migrations }))).toMatch(/^newer_version version=\d+$/)
    const { manifest } = openBackup(file)
    const later = join(temporaryFolder(), 'later.habeas-backup')
    const text = Buffer.from(JSON.stringify({ ...manifest, version: 2, more: true }))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(text.length)
    const beginning = Buffer.concat([backupMagic, length, text])
    writeFileSync(later, Buffer.concat([beginning, createHash('sha256').update(beginning).digest()]))
    expect(await refusal(() => describeBackup(later))).toBe('newer_version version=2')
    expect(await refusal(restoreBackup(later, place))).toBe('newer_version version=2')
    expect(filesUnder(parent)).toEqual([])
  })
})
