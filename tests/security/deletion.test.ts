import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'

import { foldText } from '../../electron/domain/fold.ts'
import { openDrafts } from '../../electron/vault/drafts-store.ts'
import { verifyVault } from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import { checkIndex } from '../../electron/casework/search/index.ts'
import { office } from '../unit/casework/office.ts'
import type { Office } from '../unit/casework/office.ts'
import { decryptedPages } from './support/decrypted-pages.ts'

/** As many people to be erased, among as many others. Short: 6 among 24; whole: 100 among 2,000. */
const [erased, others] = process.env['FULL'] === '1' ? [100, 2000] : [6, 24]

// Letters that nothing else in the vault is written in, so that five bytes of them are a finding: the segments of a
// full-text index keep words without the beginning that they share with the one before, and trigrams.
const clicks = ['ǀ', 'ǁ', 'ǂ', 'ǃ']
let seed = 20_261_128
const random = (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const word = (): string => Array.from({ length: 6 + random(5) }, () => clicks[random(4)] ?? '').join('')
const text = (words: number): string => Array.from({ length: words }, word).join(' ')
const plain = (words: number): string =>
  Array.from({ length: words }, () => ['courtyard', 'window', 'prison', 'letter', 'morning', 'lawyer', 'visit'][random(7)]).join(' ')

/** How many places in all pages of the vault's databases and logs hold a piece of a planted word. */
function fragments(vault: Vault): { pages: number; free: number; found: string[] } {
  const { databaseKey, dataKey, unlocked } = secretsOf(vault)
  const draftsKey = subKey(dataKey, unlocked.header.vaultId, 'drafts')
  const files = ['vault.db', 'vault.db-wal', 'drafts.db', 'drafts.db-wal']
    .map((name) => `${vault.folder}/${name}`)
    .filter((file) => existsSync(file))
  const needles = clicks.flatMap((a) => clicks.map((b) => a + b)).flatMap((pair) => [pair, foldText(pair)])
  const coded = [...new Set(needles)].flatMap((needle) => [
    Buffer.from(needle),
    Buffer.from(needle, 'utf16le'),
    Buffer.from(needle, 'utf16le').swap16(),
  ])
  const found: string[] = []
  let pages = 0
  for (const file of files) {
    for (const { page, bytes } of decryptedPages(file, file.includes('drafts') ? draftsKey : databaseKey)) {
      pages += 1
      if (coded.some((needle) => isThere(bytes, needle))) found.push(`${basename(file)} ${page}`)
    }
  }
  // Where a piece stands helps whoever must find out why.
  const treeOf = vault.db.prepare<[number], string>('SELECT name FROM dbstat WHERE pageno = ?').pluck()
  for (const [at, place] of found.entries()) {
    const [file, page] = place.split(' ')
    if (file === 'vault.db' && found.length < 10) found[at] = `${place} ${treeOf.get(Number(page)) ?? 'free'}`
  }
  return { pages, free: Number(vault.db.pragma('freelist_count', { simple: true })), found }
}

/** Two letters can stand side by side by chance in numbers; three planted ones in a row can't. */
function isThere(bytes: Buffer, needle: Buffer): boolean {
  const letter = needle.length / 2
  // Whole letters alone: at the edge of a page there is none beside the two.
  const isClick = (from: number): boolean =>
    from >= 0 && codedClicks.some((click) => click.length === letter && click.equals(bytes.subarray(from, from + letter)))
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1))
    if (isClick(at - letter) || isClick(at + needle.length)) return true
  return false
}
const codedClicks = clicks.flatMap((click) => [Buffer.from(click), Buffer.from(click, 'utf16le'), Buffer.from(click, 'utf16le').swap16()])

async function writePerson({ call, person }: Office, words: (count: number) => string, source: string): Promise<string> {
  const { id, personId } = await person(words(2), {
    summary: `${words(20)}.`,
    arrestPlace: words(2),
    tags: [words(1)],
    arrestAccount: `${words(40)}.`,
  })
  await call('personNames.create', { fields: { personId, kind: 'alias', name: words(2) } })
  await call('identityDocuments.create', { fields: { personId, kind: 'passport', number: words(1) } })
  const charge = await call('charges.create', { fields: { caseId: id, offence: words(3), court: words(2), note: words(15) } })
  await call('whereabouts.create', { fields: { caseId: id, place: words(2), conditions: words(20) } })
  await call('custody.create', { fields: { caseId: id, status: 'on_remand', since: '2025', words: words(4) } })
  await call('competingValues.create', {
    fields: { targetTable: 'charges', targetId: charge.id, field: 'court', value: words(2), reason: words(6) },
  })
  await call('citations.create', {
    fields: { sourceId: source, targetTable: 'case_files', targetId: id, field: 'arrestPlace', quotation: words(12), locator: words(1) },
  })
  return id
}

/** Everything is edited again and again, so that pages fill, split and are joined. */
async function edit({ call }: Office, id: string, words: (count: number) => string): Promise<void> {
  const { caseFile, person, charges } = await call('cases.get', { id })
  await call('cases.update', {
    id,
    baseRevision: caseFile.revision,
    fields: { summary: `${words(5 + random(60))}.`, arrestForces: words(3) },
  })
  await call('persons.update', { id: person.id, baseRevision: person.revision, fields: { address: words(1 + random(9)), name: words(2) } })
  for (const charge of charges)
    await call('charges.update', { id: charge.id, baseRevision: charge.revision, fields: { note: words(random(40)) } })
}

describe('Rule 21: deleted and purged means gone', () => {
  test(
    'of people who were erased, no page of any file has a fragment, free pages and index segments included',
    { timeout: 1_200_000 },
    async () => {
      const desk = await office()
      const { vault, call } = desk
      const { dataKey, unlocked } = secretsOf(vault)
      const drafts = openDrafts(vault.folder, subKey(dataKey, unlocked.header.vaultId, 'drafts'))
      const source = await desk.source('A bulletin')
      const planted: string[] = []
      const standing: string[] = []
      for (let n = 0; n < others; n += 1) {
        standing.push(await writePerson(desk, plain, source))
        if (planted.length < (n + 1) * (erased / others)) planted.push(await writePerson(desk, text, source))
      }
      for (let round = 0; round < 2; round += 1) {
        for (const id of planted) await edit(desk, id, text)
        for (const id of standing) if (random(3) === 0) await edit(desk, id, plain)
      }
      for (const id of planted) drafts.put({ key: `case_files/${id}/notes`, value: text(30), baseRevision: null })
      drafts.put({ key: `case_files/${standing[0] ?? ''}/notes`, value: plain(30), baseRevision: null })
      // One was undone, one went to the bin with a part of it binned before.
      const { changeNo } = await call('cases.update', { id: planted[0] ?? '', baseRevision: desk.changeNo(), fields: { notes: text(9) } })
      await call('history.undo', { changeNo })
      for (const { id } of (await call('cases.get', { id: planted[1] ?? '' })).charges) await call('charges.bin', { id })
      for (const id of planted) await call('cases.bin', { id })
      vault.checkpoint()
      // The same look finds them while they lie in the bin, from which they can still come back.
      const before = fragments(vault)
      expect(new Set(before.found.map((place) => place.split(' ')[0]))).toEqual(new Set(['vault.db', 'drafts.db-wal']))
      expect(before.found.length).toBeGreaterThan(erased)

      for (const id of planted) {
        const { rows, person } = await call('bin.reach', { table: 'case_files', id })
        expect(person).toBe(true)
        expect(rows).toMatchObject({
          persons: 1,
          person_names: 1,
          identity_documents: 1,
          whereabouts_notes: 1,
          competing_values: 1,
          citations: 1,
        })
        await call('bin.purge', { table: 'case_files', id })
      }
      const after = fragments(vault)
      expect(after.found).toEqual([])
      expect(drafts.list()).toHaveLength(1)
      expect(verifyVault(vault).faults).toEqual([])
      expect(checkIndex(vault.db)).toEqual([])
      process.stdout.write(
        `  deletion: ${erased} people erased among ${others}; ${before.found.length} of ${before.pages} pages had them, ${after.found.length} of ${after.pages} afterwards (${after.free} free)\n`,
      )
      drafts.close()
    },
  )
})
