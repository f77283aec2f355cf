import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { createHandlers } from '../../electron/casework/index.ts'
import { createDispatcher, openVault, verifyVault, writeBackup } from '../../electron/vault/index.ts'
import { acceptOlder } from '../../electron/vault/rescue/accept-older.ts'
import { copyVault } from '../../electron/vault/rescue/copy-vault.ts'
import { examineVault } from '../../electron/vault/rescue/examine.ts'
import { openDamaged } from '../../electron/vault/rescue/open-damaged.ts'
import { paceOf, unpaced } from '../../electron/vault/rescue/pace.ts'
import { restoreInPlace } from '../../electron/vault/rescue/restore.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import { addPerson, closedVault, copyOf, names, open, passphrase, refusal, temporaryFolder } from '../vault/support.ts'
import { destroyPages, pagesOf } from './salvage-support.ts'

let whole: string
beforeAll(async () => {
  whole = await closedVault()
})

const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at)
  writeFileSync(file, bytes)
}
const everything = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile() && name !== 'vault.lock')
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

/** A vault as a crash leaves it: three more people stand in the log alone. */
async function crashed(): Promise<string> {
  const vault = await open(copyOf(whole))
  for (const name of ['Logged 1', 'Logged 2', 'Logged 3']) addPerson(vault, name)
  const folder = copyOf(vault.folder)
  vault.close()
  expect(statSync(join(folder, 'vault.db-wal')).size).toBeGreaterThan(10_000)
  return folder
}

const findings = async (folder: string): Promise<string[]> =>
  (await examineVault(folder, passphrase, unpaced)).findings.map(({ what, params }) =>
    [what, ...Object.values(params).map(String)].join(' '),
  )

describe('Rule 4: an edited or missing log drops nothing silently, and loses nothing more', () => {
  test('a sound log is read whole', async () => {
    const folder = await crashed()
    const vault = await open(folder)
    expect(names(vault)).toContain('Logged 3')
    vault.close()
    expect(existsSync(join(folder, 'vault.db-wal.kept'))).toBe(false)
  })

  test('a flip in any frame is named, and the log stays as it is for a salvage', async () => {
    const folder = await crashed()
    const log = join(folder, 'vault.db-wal')
    const { size } = statSync(log)
    for (const at of [40, 3000, 9000, Math.floor(size / 2), size - 2000]) {
      const copy = copyOf(folder)
      flip(join(copy, 'vault.db-wal'), at)
      const before = readFileSync(join(copy, 'vault.db-wal'))
      const said = await refusal(open(copy))
      // A frame's own page may hold nothing of a change; then everything is there.
      if (said === 'not refused') {
        const vault = await open(copy)
        expect(names(vault)).toHaveLength(6)
        vault.close()
        continue
      }
      expect(said).toMatch(/^rolled_back found=\d expected=6 log=damaged$/)
      expect(readFileSync(join(copy, 'vault.db-wal')).equals(before)).toBe(true)
      expect(await findings(copy)).toContainEqual(expect.stringMatching(/^log damaged/))
    }
  })

  test('a log that was taken away is told from an older vault', async () => {
    const folder = await crashed()
    rmSync(join(folder, 'vault.db-wal'))
    rmSync(join(folder, 'vault.db-shm'), { force: true })
    expect(await refusal(open(folder))).toBe('rolled_back found=3 expected=6 log=missing')
  })

  test('a log cut short is named', async () => {
    const folder = await crashed()
    truncateSync(join(folder, 'vault.db-wal'), statSync(join(folder, 'vault.db-wal')).size - 5000)
    expect(await refusal(open(folder))).toMatch(/^rolled_back found=5 expected=6 log=damaged$/)
  })
})

describe('Rule 4: every kind of damage is found and named by an examination that writes nothing', () => {
  test.each<[string, (folder: string) => void, RegExp]>([
    ['one header copy', (folder) => writeFileSync(join(folder, 'header.0.json'), '{'), /^header 0 damaged$/],
    [
      'both header copies',
      (folder) => ['header.0.json', 'header.1.json'].forEach((name) => writeFileSync(join(folder, name), '{')),
      /^header 2$/,
    ],
    ['a missing head', (folder) => rmSync(join(folder, 'head.json')), /^head missing$/],
    ['a damaged head', (folder) => appendFileSync(join(folder, 'head.json'), 'x'), /^head damaged$/],
    ['a missing database', (folder) => rmSync(join(folder, 'vault.db')), /^database missing$/],
    ['an empty database', (folder) => truncateSync(join(folder, 'vault.db'), 0), /^database missing$/],
    ['a flipped page', (folder) => flip(join(folder, 'vault.db'), 4096 * 6 + 100), /^database 7$/],
    ['an overwritten first page', (folder) => destroyPages(folder, 3, 0, [1]), /^database 1$/],
    ['missing drafts', (folder) => rmSync(join(folder, 'drafts.db')), /^drafts missing$/],
    ['damaged drafts', (folder) => flip(join(folder, 'drafts.db'), 4096 + 9), /^drafts 1$/],
  ])('%s', async (_, damage, expected) => {
    const folder = copyOf(whole)
    damage(folder)
    const before = everything(folder)
    expect(await findings(folder)).toContainEqual(expect.stringMatching(expected))
    expect(everything(folder)).toEqual(before)
  })

  test('swapped pages and an old page are found', async () => {
    const swapped = copyOf(whole)
    const bytes = readFileSync(join(swapped, 'vault.db'))
    const third = Buffer.from(bytes.subarray(4096 * 3, 4096 * 4))
    bytes.copy(bytes, 4096 * 3, 4096 * 5, 4096 * 6)
    third.copy(bytes, 4096 * 5)
    writeFileSync(join(swapped, 'vault.db'), bytes)
    expect(await findings(swapped)).toEqual(expect.arrayContaining(['database 4', 'database 6']))
  })

  test('a sound vault has no findings, and a wrong passphrase learns none', async () => {
    expect(await findings(copyOf(whole))).toEqual([])
    expect(await refusal(examineVault(copyOf(whole), 'granite heron eleven candle', unpaced))).toBe('wrong_passphrase')
  })

  test('it can be stopped', async () => {
    expect(
      await refusal(
        examineVault(
          copyOf(whole),
          passphrase,
          paceOf(
            () => undefined,
            () => true,
          ),
        ),
      ),
    ).toBe('cancelled')
  })
})

describe('Rule 4: a damaged page that a read meets answers damage, never data', () => {
  test('the page is named, the rest is read, and nothing is written', async () => {
    const folder = copyOf(whole)
    const first = await open(folder)
    for (let number = 0; number < 40; number += 1) addPerson(first, `Many ${number} ${'x'.repeat(900)}`)
    createHandlers(first)
    first.close()
    const vault = await open(folder)
    const { pages } = await pagesOf(vault, passphrase)
    const [, ids] = [0, vault.db.prepare<[], string>('SELECT uuid FROM persons ORDER BY id').pluck().all()]
    vault.close()
    const [page = 0] = pages.get(`persons/${ids.at(-1) ?? ''}`) ?? []
    destroyPages(folder, 5, 0, [page])
    const before = everything(folder)
    const dispatcher = createDispatcher({ createHandlers })
    dispatcher.adopt(await openDamaged(folder, passphrase))
    const answer = await dispatcher.dispatch('persons.get', { id: ids.at(-1), today: '2026-11-23' })
    expect(answer).toEqual({ ok: false, error: { code: 'damaged', params: { what: 'database', page, pages: 1 } } })
    expect(await dispatcher.dispatch('vault.info', {})).toMatchObject({ ok: true, value: { readOnly: true, damaged: true } })
    expect(await dispatcher.dispatch('sources.create', { fields: { title: 'x' } })).toMatchObject({
      ok: false,
      error: { code: 'read_only' },
    })
    await dispatcher.close()
    expect(everything(folder)).toEqual(before)
  })

  test('a vault left with a log is read through a copy that is gone afterwards', async () => {
    const folder = await crashed()
    const before = everything(folder)
    const vault = await openDamaged(folder, passphrase)
    expect(names(vault)).toHaveLength(6)
    vault.close()
    expect(everything(folder)).toEqual(before)
  })
})

describe('Rules 4 and 23: a backup takes the damaged vault’s place', () => {
  test('the damaged folder is kept whole, and what is missing is told', async () => {
    const folder = copyOf(whole)
    const vault = await open(folder)
    writeBackup(
      { folder, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber },
      join(folder, 'backups', 'a.habeas-backup'),
      {
        kind: 'manual',
        createdAt: 1000,
      },
    )
    addPerson(vault, 'After the backup')
    vault.close()
    destroyPages(folder, 1, 0, [1, 2, 3])
    const before = everything(folder)
    const { backups, expectedChange } = await examineVault(folder, passphrase, unpaced)
    expect(backups).toMatchObject([
      { name: 'a.habeas-backup', state: 'readable', createdAt: 1000, caseFiles: 0, lastChange: { changeNo: 3 } },
    ])
    expect(expectedChange).toBe(4)
    const done = await restoreInPlace(folder, {
      backup: 'a.habeas-backup',
      passphrase,
      onProgress: () => undefined,
      language: 'es',
      now: () => new Date(2026, 10, 28),
    })
    expect(done).toMatchObject({ keptAs: 'Copy (reemplazada 2026-11-28).habeas', changesMissing: 1, fingerprint: { changeNo: 3 } })
    expect(everything(join(dirname(folder), done.keptAs))).toEqual(before)
    const restored = await open(folder)
    expect(names(restored)).toHaveLength(3)
    expect(verifyVault(restored).faults).toEqual([])
    restored.close()
  })

  test('a name that leads elsewhere, or a damaged backup, changes nothing', async () => {
    const folder = copyOf(whole)
    writeFileSync(join(folder, 'backups', 'b.habeas-backup'), 'nothing of ours')
    const before = everything(folder)
    const restore = (backup: string) => refusal(restoreInPlace(folder, { backup, passphrase, onProgress: () => undefined }))
    expect(await restore('../vault.db')).toMatch(/^not_found/)
    expect(await restore('b.habeas-backup')).toMatch(/^damaged/)
    expect(everything(folder)).toEqual(before)
    expect(readdirSync(dirname(folder))).toEqual(['Copy.habeas'])
  })
})

describe('Rules 14 and 15: an older vault is accepted knowingly or not at all', () => {
  async function older(): Promise<{ folder: string; words: string }> {
    const folder = copyOf(whole)
    const vault = await open(folder)
    const words = vault.fingerprint().words.join(' ')
    addPerson(vault, 'Rolled back')
    vault.close()
    cpSync(join(whole, 'vault.db'), join(folder, 'vault.db'))
    return { folder, words }
  }

  test('other words are refused; the right ones open it, and the chain keeps both numbers', async () => {
    const { folder, words } = await older()
    expect(await refusal(acceptOlder(folder, passphrase, 'one two three four', () => undefined))).toBe(
      'invalid_input path=words reason=other_words',
    )
    expect(await refusal(open(folder))).toBe('rolled_back found=3 expected=4')
    const vault = await acceptOlder(folder, passphrase, words.toUpperCase(), () => undefined)
    const entry = vault.db.prepare("SELECT details FROM audit_entries WHERE kind = 'rollback.accepted'").pluck().get()
    expect(JSON.parse(String(entry))).toEqual({ found: 3, expected: 4 })
    addPerson(vault, 'Goes on')
    vault.close()
    const again = await open(folder)
    expect(verifyVault(again).faults).toEqual([])
    again.close()
  })
})

test('a vault with a log is copied whole, encrypted, to where it can be opened', async () => {
  const folder = await crashed()
  const target = join(temporaryFolder(), 'Here.habeas')
  await copyVault(folder, target, unpaced)
  const vault = await openVault(target, { passphrase })
  expect(names(vault)).toHaveLength(6)
  vault.close()
  mkdirSync(join(dirname(target), 'Taken.habeas'))
  expect(await refusal(copyVault(folder, join(dirname(target), 'Taken.habeas'), unpaced))).toBe('exists')
})
