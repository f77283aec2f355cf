import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { planted, plantedTexts } from './day/planted.ts'
import { runInNamespace, whyNoNamespace } from './support/network-namespace.ts'
import type { NamespaceRun } from './support/network-namespace.ts'
import { filesUnder, hitsInWords, scanFolders } from './support/scan-folders.ts'
import { scanTracedWrites, straceCommand, whyNoStrace } from './support/traced-writes.ts'

const noNamespace = whyNoNamespace()
const noStrace = whyNoStrace()
const root = mkdtempSync(join(tmpdir(), 'habeas-day-'))
const day = join(root, 'day')
const log = join(root, 'trace')
const folder = (name: string): string => join(day, name)
const scanned = ['profile', 'home', 'vaults', 'temporary'].map(folder)
const longest = 240_000

const seenSchema = z.object({
  engine: z.string(),
  vault: z.string(),
  files: z.int(),
  bytes: z.int(),
  hits: z.array(z.string()),
  faults: z.array(z.string()),
})
let seen: z.infer<typeof seenSchema> | undefined
let run: Pick<NamespaceRun, 'status' | 'output'> & Partial<NamespaceRun> = { status: null, output: 'The day was not run.' }

const figures = (words: string): void => void process.stdout.write(`  day of work: ${words}\n`)

beforeAll(async () => {
  for (const name of ['home', 'temporary']) mkdirSync(folder(name), { recursive: true })
  const node = [process.execPath, join(import.meta.dirname, 'day/day.ts'), day]
  const command = noStrace === null ? straceCommand(log, node) : node
  const env = {
    ...process.env,
    HOME: folder('home'),
    USERPROFILE: folder('home'),
    TMPDIR: folder('temporary'),
    TMP: folder('temporary'),
    TEMP: folder('temporary'),
  }
  if (noNamespace === null) run = await runInNamespace(command, { env, milliseconds: longest })
  else {
    const [program = '', ...args] = command
    const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8', timeout: longest })
    run = { status, output: stdout + stderr }
  }
  const line = run.output.split('\n').find((one) => one.startsWith('{'))
  if (line !== undefined) seen = seenSchema.parse(JSON.parse(line))
}, longest + 10_000)
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))

describe('a day of work: vault made, cases entered in three alphabets, searched, edited, undone, reported, locked twice', () => {
  test('it was done, without a complaint of the page, of main or of a helper', () => {
    expect(run.output.split('\n').filter((line) => line !== '' && !line.startsWith('{'))).toEqual([])
    expect(run.status).toBe(0)
    expect(seen?.faults).toEqual([])
    // Otherwise all that follows would be found in an empty room.
    expect(statSync(join(seen?.vault ?? '', 'vault.db')).size).toBeGreaterThan(100_000)
    expect(
      readFileSync(join(folder('outside'), 'report.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('while the vault was open, no file held any of its names or notes (security rule 1)', () => {
    expect(seen?.hits).toEqual([])
    expect(seen?.files).toBeGreaterThan(8)
    figures(`while open, ${seen?.files} files of ${seen?.bytes} bytes read, 0 hits of ${plantedTexts.length} texts`)
  })

  test('afterwards no file under vault, profile, home and temporary folder holds any of them', () => {
    const { files, bytes, hits } = scanFolders(scanned, plantedTexts)
    expect(hitsInWords(hits)).toEqual([])
    expect(files.length).toBeGreaterThan(4)
    figures(`afterwards, ${files.length} files of ${bytes} bytes read, 0 hits`)
    // The same scan over the same folders finds one that is planted there on purpose.
    writeFileSync(join(folder('temporary'), 'control'), Buffer.from(`…${planted.cyrillicNote}…`, 'utf16le'))
    expect(new Set(scanFolders(scanned, plantedTexts).hits.map((hit) => hit.text))).toEqual(new Set([planted.cyrillicNote]))
    rmSync(join(folder('temporary'), 'control'))
  })

  test('no write to any file carried any of them, not even to one that is gone (security rules 1 and 2)', async ({ skip }) => {
    if (noStrace !== null) skip(noStrace)
    const { writes, bytes, files, hits } = await scanTracedWrites(log, plantedTexts, [folder('outside')])
    expect(hits.map(({ file, text, form }) => `"${text}" (${form}) written to ${file}`)).toEqual([])
    // The vault's own writes are among those that were read.
    expect(files.map((file) => relative(day, file))).toEqual(
      expect.arrayContaining(['vaults/Office.habeas/vault.db', 'vaults/Office.habeas/vault.db-wal', 'vaults/Office.habeas/drafts.db-wal']),
    )
    expect(writes).toBeGreaterThan(100)
    figures(`${writes} writes of ${bytes} bytes to ${files.length} files read, 0 in the clear`)
  }, 120_000)

  test('no packet left and no name was looked up (security rule 9)', ({ skip }) => {
    if (noNamespace !== null) skip(noNamespace)
    expect(run.away).toEqual({ packets: 0, bytes: 0 })
    // The harness of real Electron speaks to it over the loopback; the app itself uses no network at all.
    if (seen?.engine === 'stand-in') expect(run.loopback).toEqual({ packets: 0, bytes: 0 })
    figures(`${run.away?.packets} packets out, look-ups among them; ${run.loopback?.packets} within the machine`)
  })

  test('the profile holds its settings and nothing else (security rule 13)', () => {
    const kept = filesUnder(folder('profile')).map((file) => relative(folder('profile'), file))
    expect(kept.filter((file) => file !== 'settings.json')).toEqual([])
    if (existsSync(join(folder('profile'), 'settings.json')))
      expect(Object.keys(JSON.parse(readFileSync(join(folder('profile'), 'settings.json'), 'utf8')) as object).toSorted()).toEqual([
        'contrast',
        'hideFromCapture',
        'language',
        'lastVault',
        'lockAfterMinutes',
        'lockKeyEverywhere',
        'rememberVault',
        'theme',
        'zoom',
      ])
    // Nobody asked for the vault's place to be remembered.
    expect(readFileSync(join(folder('profile'), 'settings.json'), 'utf8')).not.toContain('Office.habeas')
  })
})
