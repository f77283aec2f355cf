import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { vectorsPath } from '../../fixtures/vectors.ts'
import { runCli } from '../cli/run-cli.ts'
import { damagedCopies } from './damaged-copies.ts'
import { python, readerAnswer, runReader } from './run-reader.ts'

const why = python === undefined ? ' (skipped: no python3 with python3-cryptography and python3-argon2 is here)' : ''
const passphrase = 'velvet harbour orbit pelican mosaic thunder'
let folder = ''
let vault = ''
let pass: string[] = []

beforeAll(async () => {
  if (python === undefined) return
  folder = mkdtempSync(join(tmpdir(), 'habeas-reader-'))
  vault = join(folder, 'Office.habeas')
  writeFileSync(join(folder, 'passphrase'), `${passphrase}\n`)
  pass = ['--passphrase-file', join(folder, 'passphrase')]
  expect(await runCli(['demo', vault, ...pass, '--json'])).toMatchObject({ code: 0, stderr: '' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cliJson = async <Shape extends z.ZodType>(args: string[], shape: Shape): Promise<z.infer<Shape>> =>
  shape.parse(JSON.parse((await runCli([...args, ...pass, '--json'])).stdout))

const everyFile = (place: string) =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(place, name))
      return [name, size, mtimeMs]
    })

describe.skipIf(python === undefined)(`Rule 25: an independent reader, from docs/vault-format.md alone${why}`, () => {
  it('computes every test vector', async () => {
    const { code, stdout, stderr } = await runReader(['--vectors', vectorsPath])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const found = z.strictObject({ checked: z.int(), faults: z.array(z.unknown()) }).parse(JSON.parse(stdout))
    expect(found.faults).toEqual([])
    expect(found.checked).toBeGreaterThan(25)
  })

  it('opens the demonstration vault, agrees with the program about it, and leaves it as it was', async () => {
    const info = await cliJson(
      ['info', vault],
      z.looseObject({ counts: z.record(z.string(), z.int()), createdAt: z.string(), schemaVersion: z.int(), lastChange: z.unknown() }),
    )
    const list = await cliJson(['list', vault], z.looseObject({ cases: z.array(z.looseObject({ ref: z.string() })) }))
    const before = everyFile(vault)
    const { code, stdout, stderr } = await runReader([vault], `${passphrase}\n`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const answer = readerAnswer.parse(JSON.parse(stdout))
    expect(answer.faults).toEqual([])
    expect(everyFile(vault)).toEqual(before)
    expect(answer).toMatchObject({
      title: 'Office',
      createdAt: info.createdAt,
      schemaVersion: info.schemaVersion,
      caseworker: 'Demonstration',
      lastChange: info.lastChange,
    })
    expect(answer.vault.slots).toMatchObject([{ kind: 'passphrase', label: 'Demonstration', opened: true }])
    const cases = answer.cases ?? []
    expect(cases.map(({ ref, name, custodyStatus, changedAt }) => ({ ref, name, custodyStatus, changedAt }))).toEqual(list.cases)
    // Each opening by the command line adds an entry to the chain, and nothing else.
    expect({ ...answer.counts, audit_entries: 0 }).toEqual({ ...pick(info.counts, Object.keys(answer.counts ?? {})), audit_entries: 0 })

    const { ref = '', holds } = cases.find(({ name }) => name.includes('San Miguel')) ?? {}
    const rows = z.array(z.unknown())
    const whole = await cliJson(['show', vault, ref], z.looseObject({ charges: rows, whereabouts: rows, custodyStatuses: rows }))
    expect(holds).toEqual({
      charges: whole.charges.length,
      whereabouts_notes: whole.whereabouts.length,
      custody_statuses: whole.custodyStatuses.length,
    })
  })

  it('reads a backup as it reads the vault, and finds one byte of it altered', async () => {
    const file = join(folder, 'one.habeas-backup')
    expect(await runCli(['backup', vault, '--out', file, ...pass, '--json'])).toMatchObject({ code: 0, stderr: '' })
    const altered = join(folder, 'altered.habeas-backup')
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 9000) ^ 1, bytes.length - 9000)
    writeFileSync(altered, bytes)
    const { code, stdout, stderr } = await runReader([file, altered], `${passphrase}\n`)
    expect({ code, stderr }).toEqual({ code: 4, stderr: '' })
    const [sound, broken] = z.array(readerAnswer).parse(JSON.parse(stdout))
    expect(sound?.faults).toEqual([])
    const { title, changeNo, words } = sound?.backup?.contents ?? {}
    expect({ title, changeNo, words }).toEqual({ title: 'Office', changeNo: sound?.lastChange?.changeNo, words: sound?.lastChange?.words })
    expect(sound?.cases).toHaveLength(13)
    expect(broken?.faults).toEqual([
      { what: 'backup', part: 'database' },
      { what: 'database', page: expect.any(Number) },
    ])
  })

  it('refuses a wrong passphrase, and a folder that is no vault', async () => {
    const wrong = await runReader([vault], `${passphrase}r\n`)
    expect({ ...wrong, stderr: JSON.parse(wrong.stderr) as unknown }).toEqual({
      code: 3,
      stdout: '',
      stderr: { code: 'wrong_passphrase', params: {} },
    })
    const nothing = await runReader([join(folder, 'nothing')], `${passphrase}\n`)
    expect(nothing.code).toBe(3)
    expect(JSON.parse(nothing.stderr)).toMatchObject({ code: 'no_vault' })
  })
})

describe.skipIf(python === undefined)(`Rule 25: what the independent reader finds wrong${why}`, () => {
  let copies: Awaited<ReturnType<typeof damagedCopies>>
  let answers: Map<string, z.infer<typeof readerAnswer>>

  beforeAll(async () => {
    copies = await damagedCopies(vault, folder, passphrase)
    const places = [copies.flipped, copies.edited, copies.altered, copies.older, copies.crashed]
    const { code, stdout, stderr } = await runReader(places, `${passphrase}\n`)
    expect({ code, stderr }).toEqual({ code: 4, stderr: '' })
    const found = z.array(readerAnswer).parse(JSON.parse(stdout))
    answers = new Map(places.map((place, index) => [place, found[index] ?? readerAnswer.parse(null)]))
  })
  const faultsOf = (place: string) => answers.get(place)?.faults

  it('names the page that one bit was flipped in, the last one as well, and the drafts’', () => {
    expect(faultsOf(copies.flipped)).toEqual(
      expect.arrayContaining([
        { what: 'database', page: copies.lastPage },
        { what: 'drafts', page: 2 },
      ]),
    )
  })

  it('names a row that was edited, one that was added and a history that was rewritten under the right key, as the program does', async () => {
    const { edited, person } = copies
    expect(faultsOf(edited)).toEqual([
      { what: 'history', changeNo: 9 },
      { what: 'row', table: 'persons', id: person },
      { what: 'row', table: 'persons', id: 'added', unbound: true },
    ])
    const own = await runCli(['verify', edited, ...pass, '--json'])
    expect(own.code).toBe(4)
    const { faults } = z
      .looseObject({ faults: z.array(z.strictObject({ what: z.string(), params: z.looseObject({}) })) })
      .parse(JSON.parse(own.stdout))
    // The search index is derived, and the reader has none.
    expect(faults.filter(({ what }) => what !== 'search_index').map(({ what, params }) => ({ what, ...params }))).toEqual(faultsOf(edited))
  })

  it('finds one bit flipped anywhere in a header copy or in the head', async () => {
    const places = ['header.0.json', 'header.1.json', 'head.json'].flatMap((file) => {
      const bytes = readFileSync(join(vault, file))
      return Array.from({ length: 6 }, (_, place) => {
        const copy = join(folder, `${file}.${place}.habeas`)
        cpSync(vault, copy, { recursive: true })
        const at = Math.floor(((place + 0.5) * bytes.length) / 6)
        writeFileSync(join(copy, file), bytes.with(at, (bytes[at] ?? 0) ^ 1))
        return copy
      })
    })
    const { code, stdout, stderr } = await runReader(places, `${passphrase}\n`)
    expect({ code, stderr }).toEqual({ code: 4, stderr: '' })
    const found = z.array(readerAnswer).parse(JSON.parse(stdout))
    const named = found.map(({ faults }) => faults.map(({ what }) => what))
    expect(named).toEqual(places.map((place) => [place.includes('head.json') ? 'head' : 'header']))
  })

  it('names an entry that was altered, a head that was broken, and a database that is older than its head', () => {
    expect(faultsOf(copies.altered)).toEqual([
      { what: 'head', state: 'damaged' },
      { what: 'chain', seq: 5 },
    ])
    expect(faultsOf(copies.older)).toContainEqual(expect.objectContaining({ what: 'head', state: 'rolled_back' }))
  })

  it('reads what a crash left in the write-ahead log, and names a header copy that is torn', () => {
    expect(answers.get(copies.crashed)?.title).toBe('In the log')
    expect(faultsOf(copies.crashed)).toEqual([
      { what: 'header', copy: 1, state: 'damaged' },
      { what: 'row', table: 'vault_settings', id: 'title' },
    ])
  })
})

const pick = (counts: Record<string, number>, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, counts[name]]))
