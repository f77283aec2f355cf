import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'

import { createVault, smallMachineKdf } from '../../electron/vault/index.ts'
import {
  addPerson,
  closedVault,
  copyOf,
  isRoot,
  names,
  newVault,
  open,
  otherPassphrase,
  passphrase,
  refusal,
  temporaryFolder,
} from './support.ts'

let whole: string
beforeAll(async () => {
  whole = await closedVault()
})

const options = { passphrase, title: 'Office', caseworkerName: 'Name', kdf: smallMachineKdf }

describe('making a vault', () => {
  test('makes the files of the design and nothing else', async () => {
    const vault = await newVault()
    vault.close()
    expect(readdirSync(vault.folder).toSorted()).toEqual([
      'backups',
      'drafts.db',
      'head.json',
      'header.0.json',
      'header.1.json',
      'vault.db',
      'vault.lock',
    ])
    expect(readdirSync(dirname(vault.folder))).toEqual(['Test.habeas'])
  })

  test('knows its title, its caseworker and its first fingerprint', async () => {
    const vault = await newVault()
    expect(vault.info).toMatchObject({ title: 'Test office', schemaVersion: 20 })
    expect(vault.caseworker).toMatchObject({ name: 'Test caseworker' })
    expect(vault.fingerprint()).toMatchObject({ changeNo: 0, at: null })
    vault.close()
  })

  test('refuses a folder or file that stands there, and leaves it alone', async () => {
    const folder = join(temporaryFolder(), 'Taken.habeas')
    mkdirSync(folder)
    writeFileSync(join(folder, 'letter.txt'), 'kept')
    expect(await refusal(createVault(folder, options))).toBe('exists')
    expect(await refusal(createVault(join(folder, 'letter.txt'), options))).toBe('exists')
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('kept')
  })

  test('refuses a weak passphrase before anything is written', async () => {
    const folder = join(temporaryFolder(), 'Weak.habeas')
    expect(await refusal(createVault(folder, { ...options, passphrase: 'Ana12345' }))).toMatch(/^weak_passphrase reason=/)
    expect(readdirSync(dirname(folder))).toEqual([])
  })
})

describe('what stands in the way of opening, each by its own name', () => {
  test('no vault', async () => {
    expect(await refusal(open(join(temporaryFolder(), 'Nowhere.habeas')))).toBe('no_vault')
    expect(await refusal(open(temporaryFolder()))).toBe('no_vault')
  })

  test('wrong passphrase', async () => {
    expect(await refusal(open(copyOf(whole), otherPassphrase))).toBe('wrong_passphrase')
  })

  test('open elsewhere, said at once; free again when it is closed', async () => {
    const folder = copyOf(whole)
    const first = await open(folder)
    expect(await refusal(open(folder))).toBe('vault_in_use')
    expect(await refusal(open(folder, otherPassphrase)), 'no passphrase is tried').toBe('vault_in_use')
    first.close()
    const second = await open(folder)
    second.close()
  })

  test('a lock file that something wrote into keeps nobody out, and still keeps a second one out', async () => {
    const folder = copyOf(whole)
    writeFileSync(join(folder, 'vault.lock'), 'something that is no database '.repeat(200))
    const vault = await open(folder)
    writeFileSync(join(folder, 'vault.lock'), 'something that is no database '.repeat(200))
    expect(await refusal(open(folder))).toBe('vault_in_use')
    vault.close()
  })

  test.each([
    ['header.0.json', 'header'],
    ['head.json', 'head'],
    ['vault.db', 'database'],
  ])('a folder where %s should be is damage, by name', async (file, what) => {
    const folder = copyOf(whole)
    rmSync(join(folder, file))
    mkdirSync(join(folder, file))
    expect(await refusal(open(folder))).toBe(`damaged what=${what}`)
    expect(await refusal(open(folder)), 'and the vault is let go of').toBe(`damaged what=${what}`)
  })

  test('a refused opening leaves the vault free', async () => {
    const folder = copyOf(whole)
    expect(await refusal(open(folder, otherPassphrase))).toBe('wrong_passphrase')
    const vault = await open(folder)
    vault.close()
  })

  test.each([
    ['gone', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['cut to a part of a page', (file: string) => truncateSync(file, 100)],
    ['cut in the middle', (file: string) => truncateSync(file, 4096 * 5)],
    ['overwritten', (file: string) => writeFileSync(file, Buffer.alloc(65536, 7))],
  ])('the database is %s', async (_, damage) => {
    const folder = copyOf(whole)
    damage(join(folder, 'vault.db'))
    const before = existsSync(join(folder, 'vault.db')) ? readFileSync(join(folder, 'vault.db')) : undefined
    expect(await refusal(open(folder))).toBe('damaged what=database')
    // Whatever could still be saved from it is still there.
    expect(existsSync(join(folder, 'vault.db')) ? readFileSync(join(folder, 'vault.db')) : undefined).toEqual(before)
  })

  test.each([
    ['gone', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['cut short', (file: string) => truncateSync(file, 60)],
    ['followed by something else', (file: string) => appendFileSync(file, 'x')],
  ])('the head is %s', async (_, damage) => {
    const folder = copyOf(whole)
    damage(join(folder, 'head.json'))
    expect(await refusal(open(folder))).toBe('damaged what=head')
  })

  test('files of another vault are not this one’s', async () => {
    const other = await closedVault(1)
    const folder = copyOf(whole)
    cpSync(join(other, 'vault.db'), join(folder, 'vault.db'))
    expect(await refusal(open(folder))).toBe('damaged what=database')
    const head = copyOf(whole)
    cpSync(join(other, 'head.json'), join(head, 'head.json'))
    expect(await refusal(open(head))).toBe('damaged what=head')
  })
})

describe.runIf(isRoot && process.platform === 'linux')('media that refuse (mounted for the test)', () => {
  const mounted: string[] = []
  afterEach(() => {
    for (const place of mounted.splice(0)) execFileSync('umount', [place])
  })

  function mount(bytes: number): string {
    const place = temporaryFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', place])
    mounted.push(place)
    return place
  }

  test('a vault on read-only media opens for reading, and says so when it is to be written', async () => {
    const place = mount(16_000_000)
    const folder = join(place, 'Stick.habeas')
    cpSync(whole, folder, { recursive: true })
    execFileSync('mount', ['-o', 'remount,ro', place])
    const vault = await open(folder)
    expect(vault.readOnly).toBe(true)
    expect(names(vault)).toHaveLength(3)
    expect(await refusal(() => vault.write({ kind: 'test' }, () => undefined))).toBe('read_only')
    expect(await refusal(() => vault.audit('test', {}))).toBe('read_only')
    vault.close()
    expect(await refusal(createVault(join(place, 'New.habeas'), options))).toBe('read_only')
  })

  test('a vault that a crash left open cannot be read from there, which is said as it is', async () => {
    const place = mount(16_000_000)
    const folder = join(place, 'Stick.habeas')
    const source = copyOf(whole)
    const vault = await open(source)
    addPerson(vault, 'One more')
    cpSync(source, folder, { recursive: true })
    vault.close()
    execFileSync('mount', ['-o', 'remount,ro', place])
    expect(await refusal(open(folder))).toBe('read_only reason=left_open')
  })

  test('a new vault for which there is no room is refused, and nothing of it is left', async () => {
    const place = mount(200_000)
    expect(await refusal(createVault(join(place, 'Big.habeas'), options))).toBe('disk_full')
    expect(readdirSync(place)).toEqual([])
  })

  test('a full disk refuses the change whole, and nothing that was there is lost', async () => {
    const place = mount(3_000_000)
    const folder = join(place, 'Full.habeas')
    const vault = await createVault(folder, options)
    let added = 0
    let refused = 'not refused'
    while (refused === 'not refused' && added < 1000) {
      refused = await refusal(() => void addPerson(vault, `${added} ${'x'.repeat(100_000)}`))
      if (refused === 'not refused') added += 1
    }
    expect(refused).toBe('disk_full')
    expect(names(vault)).toHaveLength(added)
    expect(vault.fingerprint().changeNo).toBe(added)
    vault.close()
    // Even the note that it was opened may not fit; with room again, all of it is there.
    expect(['disk_full', 'not refused']).toContain(await refusal(open(folder)))
    execFileSync('mount', ['-o', 'remount,size=9000000', place])
    const later = await open(folder)
    expect(names(later)).toHaveLength(added)
    later.close()
  })
})
