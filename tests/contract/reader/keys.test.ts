import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { runCli } from '../cli/run-cli.ts'
import { python, readerAnswer, runReader } from './run-reader.ts'

const why = python === undefined ? ' (skipped: no python3 with python3-cryptography and python3-argon2 is here)' : ''
const passphrase = 'velvet harbour orbit pelican mosaic thunder'
const colleague = 'granite heron eleven candle silver poplar'
let folder = ''
let vault = ''

const answerSchema = z.looseObject({ id: z.int(), ok: z.literal(true), value: z.unknown() })

/** Asks the built program, one call after the other. */
async function ask(calls: [call: string, input: unknown][]): Promise<unknown[]> {
  const input = [passphrase, ...calls.map(([call, asked], id) => JSON.stringify({ id, call, input: asked }))].join('\n')
  const { stdout, stderr } = await runCli(['rpc', vault, '--passphrase-stdin'], { input: `${input}\n` })
  expect(stderr).toBe('')
  return stdout
    .trim()
    .split('\n')
    .map((line) => answerSchema.parse(JSON.parse(line)).value)
}

const secretFile = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, `${text}\n`)
  return path
}
const read = async (option: string, file: string) => {
  const { code, stdout, stderr } = await runReader([vault, option, file])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return readerAnswer.parse(JSON.parse(stdout))
}
const refused = async (option: string, file: string): Promise<unknown> => {
  const { code, stderr } = await runReader([vault, option, file])
  expect(code).toBe(3)
  return JSON.parse(stderr)
}

describe.skipIf(python === undefined)(`Rules 7 and 25: the independent reader opens what paper opens${why}`, () => {
  let code = ''
  let cards: { words: string[]; text: string }[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-reader-keys-'))
    vault = join(folder, 'Keys.habeas')
    const made = await runCli(['create', vault, '--passphrase-stdin', '--caseworker', 'Test caseworker'], { input: `${passphrase}\n` })
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const [, madeCode, madeCards] = await ask([
      ['keys.addPassphrase', { current: passphrase, name: 'Test colleague', passphrase: colleague }],
      ['keys.makeRecoveryCode', { current: passphrase }],
      ['keys.makeShares', { current: passphrase, needed: 3, total: 5 }],
      ['cases.create', { person: { name: 'Test person' } }],
    ])
    code = z.looseObject({ code: z.string() }).parse(madeCode).code
    cards = z.looseObject({ cards: z.array(z.looseObject({ words: z.array(z.string()), text: z.string() })) }).parse(madeCards).cards
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('a colleague’s passphrase, a recovery code as somebody copied it, and any cards that are enough', async () => {
    const byColleague = await read('--passphrase-file', secretFile('colleague', colleague))
    expect(byColleague).toMatchObject({ caseworker: 'Test colleague', faults: [], counts: { persons: 1 } })
    expect(byColleague.vault.slots.map(({ kind, label }) => [kind, label])).toEqual([
      ['passphrase', 'Test caseworker'],
      ['passphrase', 'Test colleague'],
      ['recovery_code', ''],
      ['recovery_shares', ''],
    ])
    const byCode = await read('--code-file', secretFile('code', code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')))
    expect(byCode).toMatchObject({ faults: [], lastChange: byColleague.lastChange })
    // Some by their words, cut to four letters, and one by the text of its QR code; not the first ones.
    const [, , third, fourth, fifth] = cards.map(({ words }) => words.map((word) => word.slice(0, 4)).join(' '))
    const enough = [fifth, third, cards[3]?.text].join('\n')
    expect(await read('--cards-file', secretFile('cards', enough))).toMatchObject({ faults: [], lastChange: byColleague.lastChange })

    expect(await refused('--cards-file', secretFile('two', [third, fourth].join('\n')))).toMatchObject({ params: { reason: 'too_few' } })
    const mistyped = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`
    expect(await refused('--code-file', secretFile('mistyped', mistyped))).toEqual({
      code: 'recovery_refused',
      params: { reason: 'mistyped', group: 1 },
    })
  })

  it('a vault under a new key, with the audit chain’s key carried over; the code and the cards of before open nothing', async () => {
    await ask([['keys.rekey', { current: passphrase, keep: [] }]])
    const after = await read('--passphrase-file', secretFile('own', passphrase))
    expect(after).toMatchObject({ caseworker: 'Test caseworker', faults: [], counts: { persons: 1 } })
    expect(after.vault.slots).toHaveLength(1)
    expect(await refused('--code-file', secretFile('code', code))).toMatchObject({ code: 'recovery_refused', params: { reason: 'wrong' } })

    // As a kill leaves it between the one rename that counts and the last file that takes its place.
    const ready = join(vault, 'rekey.ready')
    mkdirSync(ready)
    for (const name of ['head.json', 'header.0.json', 'header.1.json']) {
      renameSync(join(vault, name), join(ready, name))
      writeFileSync(join(vault, name), 'what stood there before')
    }
    expect(await read('--passphrase-file', secretFile('own', passphrase))).toMatchObject({ faults: [], lastChange: after.lastChange })
  })
})
