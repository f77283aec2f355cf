import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { openVault } from '../../../electron/vault/index.ts'
import { languages } from '../../../electron/contract/index.ts'
import { addPerson, newVault, passphrase } from '../../vault/support.ts'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'habeas-cli-backup-'))
const vault = join(folder, 'Office.habeas')
const file = join(folder, 'office.habeas-backup')
const pass = ['--passphrase-file', join(folder, 'passphrase')]
const failure = z.object({ code: z.string(), message: z.string(), params: z.record(z.string(), z.unknown()) })
const parsed = <T>(text: string, schema: z.ZodType<T>): T => schema.parse(JSON.parse(text))

beforeAll(async () => {
  writeFileSync(join(folder, 'passphrase'), `${passphrase}\n`)
  const made = await newVault(vault)
  for (const name of ['Sample One', 'Sample Two']) addPerson(made, name)
  made.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('Rule 23: backup and restore on the command line', () => {
  it('writes one verified file, never over another, and remembers it', async () => {
    const done = await runCli(['backup', vault, '--out', file, ...pass, '--json'])
    expect(done).toMatchObject({ code: 0, stderr: '' })
    const answer = parsed(
      done.stdout,
      z.object({
        file: z.string(),
        bytes: z.int(),
        verified: z.literal(true),
        lastChange: z.object({ changeNo: z.int(), words: z.array(z.string()).length(4) }),
      }),
    )
    expect(answer).toMatchObject({ file, lastChange: { changeNo: 2 } })
    expect(readFileSync(file)).toHaveLength(answer.bytes)
    const again = await runCli(['backup', vault, '--out', file, ...pass, '--json'])
    expect([again.code, parsed(again.stderr, failure).code, again.stdout]).toEqual([1, 'exists', ''])
    const opened = await openVault(vault, { passphrase })
    const details = opened.db.prepare<[], string>("SELECT details FROM audit_entries WHERE kind = 'backup.made'").pluck().all()
    expect(details.map((text): unknown => JSON.parse(text))).toMatchObject([
      { changeNo: 2, words: answer.lastChange.words.join(' '), places: 'elsewhere' },
    ])
    opened.close()
  })

  it('restores it where nothing stands: whole with the passphrase, by checksums without one', async () => {
    const whole = join(folder, 'Whole.habeas')
    const done = await runCli(['restore', file, '--to', whole, ...pass, '--json'])
    expect(done).toMatchObject({ code: 0, stderr: '' })
    expect(parsed(done.stdout, z.looseObject({}))).toMatchObject({ vault: whole, verified: 'whole', lastChange: { changeNo: 2 } })
    expect(await runCli(['verify', whole, ...pass])).toMatchObject({ code: 0 })

    const unchecked = join(folder, 'Unchecked.habeas')
    const without = await runCli(['restore', file, '--to', unchecked, '--json'])
    expect(parsed(without.stdout, z.looseObject({}))).toMatchObject({ verified: 'checksums', lastChange: null })
    expect((await runCli(['restore', file, '--to', join(folder, 'Said.habeas')])).stdout).toMatch(/checksums only/)
    expect(await runCli(['verify', unchecked, ...pass])).toMatchObject({ code: 0 })
  })

  it('refuses a folder that exists, a wrong passphrase, a damaged file and a file that is none, each with its code', async () => {
    const said = async (args: string[]): Promise<[number | null, string]> => {
      const { code, stderr } = await runCli([...args, '--json'])
      return [code, parsed(stderr, failure).code]
    }
    const to = join(folder, 'New.habeas')
    writeFileSync(join(folder, 'wrong'), 'not the passphrase at all\n')
    expect(await said(['restore', file, '--to', vault, ...pass])).toEqual([1, 'exists'])
    expect(await said(['restore', file, '--to', to, '--passphrase-file', join(folder, 'wrong')])).toEqual([3, 'wrong_passphrase'])
    expect(await said(['restore', join(folder, 'nothing'), '--to', to])).toEqual([5, 'not_found'])
    expect(await said(['restore', join(folder, 'passphrase'), '--to', to])).toEqual([4, 'damaged'])
    expect(await said(['restore', file])).toEqual([2, 'usage'])
    expect(await said(['backup', vault, ...pass])).toEqual([2, 'usage'])
    const bytes = readFileSync(file)
    const damaged = join(folder, 'damaged.habeas-backup')
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 9000) ^ 1, bytes.length - 9000)
    writeFileSync(damaged, bytes)
    for (const options of [[], pass]) expect(await said(['restore', damaged, '--to', to, ...options])).toEqual([4, 'damaged'])
    expect(existsSync(to)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it.each(languages)('is in the help, in %s', async (language) => {
    const { stdout } = await runCli(['--help'], { environment: { LC_ALL: language } })
    expect(stdout).toMatch(/^ {2}backup .*--out /m)
    expect(stdout).toMatch(/^ {2}restore .*--to /m)
  })
})
