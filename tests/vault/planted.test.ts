import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { changePassphrase } from '../../electron/vault/index.ts'
import { writeBackup } from '../../electron/vault/backup-file.ts'
import { openDrafts } from '../../electron/vault/drafts-store.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import { addPerson, filesUnder, newVault, otherPassphrase, passphrase } from './support.ts'

const planted = Array.from({ length: 200 }, (_, n) => `Plantéd Ñame-${n}-Ωμέγα محمد ${(n * 7919).toString(36)}`)

/** All the ways in which a text could stand in a file and be read out of it again. */
function disguises(text: string): Buffer[] {
  const forms = [text, text.normalize('NFD'), text.toUpperCase(), text.toLowerCase()]
  return forms.flatMap((form) => {
    const utf8 = Buffer.from(form, 'utf8')
    const little = Buffer.from(form, 'utf16le')
    const big = Buffer.from(little).swap16()
    // Base64 says the same bytes differently at each of three offsets; the middle is the same wherever it starts.
    const base64 = [0, 1, 2].map((offset) => Buffer.from(utf8.subarray(offset).toString('base64').slice(4, 24), 'latin1'))
    const hex = utf8.toString('hex')
    return [utf8, little, big, ...base64, Buffer.from(hex, 'latin1'), Buffer.from(hex.toUpperCase(), 'latin1')]
  })
}

const beginning = 8

/** Finds which of the texts a file holds, in any disguise: by the first bytes of each, then whole. */
function scannerFor(texts: readonly string[]): (content: Buffer) => string[] {
  const byBeginning = new Map<string, { text: string; bytes: string }[]>()
  for (const text of texts) {
    for (const disguise of disguises(text)) {
      const bytes = disguise.toString('latin1')
      const start = bytes.slice(0, beginning)
      byBeginning.set(start, [...(byBeginning.get(start) ?? []), { text, bytes }])
    }
  }
  return (content) => {
    const bytes = content.toString('latin1')
    const found = new Set<string>()
    for (let at = 0; at + beginning <= bytes.length; at += 1) {
      for (const needle of byBeginning.get(bytes.slice(at, at + beginning)) ?? [])
        if (bytes.startsWith(needle.bytes, at)) found.add(needle.text)
    }
    return [...found]
  }
}

describe('nothing is readable without the passphrase (security rule 1)', () => {
  test('200 planted texts are in no file, open or closed, in any coding', { timeout: 60_000 }, async () => {
    const vault = await newVault()
    const { dataKey, unlocked } = secretsOf(vault)
    const drafts = openDrafts(vault.folder, subKey(dataKey, unlocked.header.vaultId, 'drafts'))
    for (const name of planted) {
      addPerson(vault, name)
      drafts.put({ key: `persons/${name}/name`, value: name, baseRevision: null })
    }
    const caseworker = [vault.info.title, vault.caseworker.name]
    writeBackup(
      { folder: vault.folder, dataKey, vaultId: unlocked.header.vaultId },
      join(vault.folder, 'backups', 'planted.habeas-backup'),
      {
        kind: 'manual',
      },
    )
    await changePassphrase(vault, { current: passphrase, next: otherPassphrase })

    const scan = scannerFor([...planted, ...caseworker, passphrase, otherPassphrase])
    const scanAll = (): string[] =>
      filesUnder(dirname(vault.folder)).flatMap((file) => scan(readFileSync(file)).map((text) => `${text} in ${basename(file)}`))
    // The scan itself finds what is there: file names are plain.
    expect(filesUnder(vault.folder).map((file) => basename(file))).toEqual(
      expect.arrayContaining([
        'vault.db',
        'vault.db-wal',
        'drafts.db',
        'drafts.db-wal',
        'planted.habeas-backup',
        'head.json',
        'header.0.json',
      ]),
    )
    expect(scanAll()).toEqual([])
    drafts.close()
    vault.close()
    expect(scanAll()).toEqual([])
  })

  test('the scan would find each disguise', () => {
    const [text = ''] = planted
    const scan = scannerFor([text])
    for (const bytes of disguises(text)) expect(scan(Buffer.concat([Buffer.alloc(101, 1), bytes, Buffer.alloc(99, 2)]))).toEqual([text])
    for (const before of ['', 'x', 'xy']) expect(scan(Buffer.from(Buffer.from(`${before}${text}`).toString('base64')))).toEqual([text])
    expect(scan(Buffer.from('nothing of the kind'))).toEqual([])
  })
})
