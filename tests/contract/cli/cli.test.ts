import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { callNames } from '../../../electron/contract/index.ts'
import { hasProgram } from '../../fixtures/programs.ts'
import { runCli } from './run-cli.ts'

let folder = ''
let vault = ''
let pass: string[] = []
const passphrase = 'velvet harbour orbit pelican mosaic thunder'

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-cli-'))
  vault = join(folder, 'Office.habeas')
  writeFileSync(join(folder, 'passphrase'), `${passphrase}\nsecond line\n`)
  pass = ['--passphrase-file', join(folder, 'passphrase')]
  const made = await runCli(['demo', vault, ...pass, '--json'])
  expect(made).toMatchObject({ code: 0, stderr: '' })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const json = <Shape extends z.ZodType>(text: string, shape: Shape): z.infer<Shape> => shape.parse(JSON.parse(text))
const listed = z.strictObject({
  total: z.int(),
  cases: z.array(z.strictObject({ ref: z.string(), name: z.string(), custodyStatus: z.string().nullable(), changedAt: z.iso.datetime() })),
})
const found = z.strictObject({
  total: z.int(),
  hits: z.array(z.strictObject({ ref: z.string(), name: z.string(), custodyStatus: z.string().nullable(), snippet: z.string() })),
})
const failure = z.strictObject({ code: z.string(), message: z.string(), params: z.record(z.string(), z.unknown()) })

describe('the command line', () => {
  it('lists case files, all of them or a part', async () => {
    const all = json((await runCli(['list', vault, ...pass, '--json'])).stdout, listed)
    expect(all.cases).toHaveLength(all.total)
    expect(all.total).toBeGreaterThan(10)
    const part = json((await runCli(['list', vault, ...pass, '--json', '--limit', '2', '--offset', '1'])).stdout, listed)
    expect(part.cases).toEqual(all.cases.slice(1, 3))
  })

  it('finds a name without its accents, and in another script', async () => {
    for (const query of ['rocio san miguel', 'ROCÍO']) {
      const { hits } = json((await runCli(['search', vault, query, ...pass, '--json'])).stdout, found)
      expect(hits[0]?.name).toContain('San Miguel')
    }
    const arabic = json((await runCli(['search', vault, 'محمد', ...pass, '--json'])).stdout, found)
    const cyrillic = json((await runCli(['search', vault, 'Мухаммад', ...pass, '--json'])).stdout, found)
    expect(arabic.total).toBeGreaterThan(0)
    expect(new Set(cyrillic.hits.map(({ ref }) => ref))).toEqual(new Set(arabic.hits.map(({ ref }) => ref)))
  })

  it('takes only a line feed for the end of a line, so that no text can bring a request along', async () => {
    const title = 'One\u2028{"id":"smuggled","call":"bin.list","input":{}}\u2029two'
    const input = [
      JSON.stringify({ id: 1, call: 'sources.create', input: { fields: { note: title } } }),
      JSON.stringify({ id: 2, call: 'sources.list', input: { query: 'smuggled' } }),
    ].join('\r\n')
    const { stdout } = await runCli(['rpc', vault, ...pass], { input })
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => z.looseObject({ id: z.unknown(), ok: z.boolean() }).parse(JSON.parse(line)))
    expect(answers).toMatchObject([
      { id: 1, ok: true },
      { id: 2, ok: true, value: { sources: [{ source: { note: title } }] } },
    ])
  })

  it('refuses a line in another encoding instead of keeping names with their letters lost', async () => {
    const input = Buffer.concat([
      Buffer.from('{"id":1,"call":"sources.create","input":{"fields":{"title":"Mu\u00f1oz latino"}}}\n', 'latin1'),
      Buffer.from('{"id":2,"call":"sources.list","input":{"query":"latino"}}\n'),
    ])
    const { stdout } = await runCli(['rpc', vault, ...pass], { input })
    const [refused, listedAfter] = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(refused).toEqual({ id: null, ok: false, error: { code: 'invalid_input', params: { line: 1, path: '', reason: 'not_utf8' } } })
    expect(listedAfter).toMatchObject({ id: 2, ok: true, value: { total: 0 } })
    const file = join(folder, 'latin1-passphrase')
    writeFileSync(file, Buffer.from('p\u00e1jaro velvet harbour orbit\n', 'latin1'))
    expect(await runCli(['info', vault, '--passphrase-file', file])).toMatchObject({ code: 6, stdout: '' })
  })

  it('opens with a passphrase file that begins with a byte order mark', async () => {
    const file = join(folder, 'marked-passphrase')
    writeFileSync(file, `\ufeff${passphrase}\r\n`)
    expect(await runCli(['list', vault, '--limit', '1', '--passphrase-file', file])).toMatchObject({ code: 0 })
  })

  it('takes an input of null for what it is', async () => {
    const { stdout } = await runCli(['rpc', vault, ...pass], {
      input: '{"id":1,"call":"cases.list","input":null}\n{"id":2,"call":"vault.info"}\n',
    })
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toMatchObject([
      { id: 1, ok: false, error: { code: 'invalid_input' } },
      { id: 2, ok: true },
    ])
  })

  it('gives every hit its snippet, however many are asked for', async () => {
    const people = Array.from({ length: 60 }, (_, index) =>
      JSON.stringify({ id: index, call: 'cases.create', input: { person: { name: `Manyfold Snippet${index}` } } }),
    )
    const bulk = join(folder, 'Bulk.habeas')
    await runCli(['create', bulk, ...pass])
    await runCli(['rpc', bulk, ...pass], { input: people.join('\n') })
    const { hits, total } = json((await runCli(['search', bulk, 'manyfold', '--limit', '600', ...pass, '--json'])).stdout, found)
    expect([total, hits.length, new Set(hits.map(({ ref }) => ref)).size]).toEqual([60, 60, 60])
    expect(hits.every(({ snippet }) => snippet.includes('Manyfold'))).toBe(true)
  }, 60_000)

  it('shows to read what a case file rests on, without what a protected source hides, and whether it lies in the bin', async () => {
    const requests = (...lines: unknown[]): string => lines.map((line) => JSON.stringify(line)).join('\n')
    const made = await runCli(['rpc', vault, ...pass], {
      input: requests(
        { id: 1, call: 'cases.create', input: { person: { name: 'Shown Whole' }, fields: { reference: 'SHOWN-1' } } },
        { id: 2, call: 'sources.create', input: { fields: { title: 'Hidden Name', codeName: 'K9', protection: 'protected' } } },
        { id: 3, call: 'sources.create', input: { fields: { title: 'A bulletin' } } },
      ),
    })
    const ids = made.stdout
      .trim()
      .split('\n')
      .map((line) => z.looseObject({ value: z.looseObject({ id: z.string() }) }).parse(JSON.parse(line)).value.id)
    const cite = (id: number, sourceId: string | undefined, quotation: string): unknown => ({
      id,
      call: 'citations.create',
      input: { fields: { sourceId, targetTable: 'case_files', targetId: ids[0], quotation } },
    })
    await runCli(['rpc', vault, ...pass], {
      input: requests(cite(1, ids[1], 'hidden words'), cite(2, ids[2], 'open words'), { id: 3, call: 'cases.bin', input: { id: ids[0] } }),
    })
    const { stdout } = await runCli(['show', vault, 'SHOWN-1', ...pass])
    expect(stdout).toContain('open words')
    expect(stdout).toContain('K9')
    expect(stdout).toContain('In the bin')
    expect(stdout).not.toMatch(/hidden words|Hidden Name/)
  })

  it('shows one case file whole, and answers 5 where nothing has that reference', async () => {
    const { hits } = json((await runCli(['search', vault, 'San Miguel', ...pass, '--json'])).stdout, found)
    const shown = await runCli(['show', vault, hits[0]?.ref ?? '', ...pass, '--json'])
    const document = z
      .looseObject({ charges: z.array(z.unknown()), caseFile: z.looseObject({ arrestDate: z.looseObject({ edtf: z.literal('2024') }) }) })
      .parse(JSON.parse(shown.stdout))
    expect(document.charges).toHaveLength(3)
    const missing = await runCli(['show', vault, 'NONE-1', ...pass, '--json'])
    expect(missing).toMatchObject({ code: 5, stdout: '' })
    expect(json(missing.stderr, failure).code).toBe('not_found')
  })

  it('writes a report with footnotes and grades, the same bytes twice, and never over a file unless told to', async () => {
    const { hits } = json((await runCli(['search', vault, 'San Miguel', ...pass, '--json'])).stdout, found)
    const ref = hits[0]?.ref ?? ''
    const file = join(folder, 'report.pdf')
    const args = ['report', vault, ref, '--template', 'case', '--lang', 'es', '--date', '2026-11-23', '--out', file, ...pass]
    expect(await runCli(args)).toMatchObject({ code: 0 })
    const first = readFileSync(file)
    expect(await runCli(args)).toMatchObject({ code: 1 })
    expect(readFileSync(file).equals(first)).toBe(true)
    expect(await runCli([...args, '--force'])).toMatchObject({ code: 0 })
    expect(readFileSync(file).equals(first)).toBe(true)
    if (!hasProgram('pdftotext')) return
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    for (const words of ['San Miguel', 'fiabilidad', 'credibilidad', 'Cargos', 'año no indicado']) expect(text).toContain(words)
  })

  it('verifies a healthy vault, and answers 4 with the page named for a damaged one', async () => {
    expect(await runCli(['verify', vault, ...pass])).toMatchObject({ code: 0, stderr: '' })
    const damaged = join(folder, 'Damaged.habeas')
    cpSync(vault, damaged, { recursive: true })
    const database = join(damaged, 'vault.db')
    const bytes = readFileSync(database)
    bytes[4096 * 40 + 100] = (bytes[4096 * 40 + 100] ?? 0) ^ 0x40
    writeFileSync(database, bytes)
    const result = await runCli(['verify', damaged, ...pass, '--json'])
    expect(result.code).toBe(4)
    expect(result.stdout + result.stderr).toMatch(/"page": ?41|damaged/)
  })

  it('tells a wrong passphrase, a missing vault and a vault in use apart, all with 3', async () => {
    writeFileSync(join(folder, 'wrong'), 'not the passphrase at all\n')
    const wrong = await runCli(['list', vault, '--passphrase-file', join(folder, 'wrong'), '--json'])
    expect([wrong.code, json(wrong.stderr, failure).code]).toEqual([3, 'wrong_passphrase'])
    const missing = await runCli(['list', join(folder, 'nothing.habeas'), ...pass, '--json'])
    expect([missing.code, json(missing.stderr, failure).code]).toEqual([3, 'no_vault'])
    expect(existsSync(join(folder, 'nothing.habeas'))).toBe(false)
  })

  it('reads the passphrase from standard input, what follows being for rpc', async () => {
    const lines = [
      passphrase,
      '{"id":1,"call":"cases.create","input":{"person":{"name":"Prueba Uno"}}}',
      '{"id":"b","call":"cases.list","input":{"limit":"x"}}',
      'no json',
      '{"id":3,"call":"toString"}',
    ]
    const { code, stdout } = await runCli(['rpc', vault, '--passphrase-stdin'], { input: `${lines.join('\n')}\n` })
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => z.looseObject({ id: z.unknown(), ok: z.boolean() }).parse(JSON.parse(line)))
    expect(code).toBe(0)
    expect(answers[0]).toMatchObject({ id: 1, ok: true, value: { reference: expect.any(String) } })
    expect(answers[1]).toMatchObject({ id: 'b', ok: false, error: { code: 'invalid_input', params: { path: 'limit' } } })
    expect(answers[2]).toMatchObject({ id: null, ok: false, error: { code: 'invalid_input', params: { line: 3 } } })
    expect(answers[3]).toMatchObject({ id: 3, ok: false, error: { code: 'invalid_input', params: { path: 'call' } } })
  })

  it('answers as a locked app does with --locked', async () => {
    const { stdout } = await runCli(['rpc', vault, '--locked'], {
      input: '{"id":1,"call":"cases.list","input":{}}\n{"id":2,"call":"vault.suggestPassphrase","input":{"language":"es"}}\n',
    })
    const [locked, suggested] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(locked).toEqual({ id: 1, ok: false, error: { code: 'locked', params: {} } })
    expect(suggested).toMatchObject({ id: 2, ok: true })
  })

  it('prints every call with its schemas', async () => {
    const { stdout } = await runCli(['rpc', '--list'])
    const calls = json(
      stdout,
      z.array(
        z.strictObject({
          call: z.string(),
          kind: z.enum(['query', 'command']),
          input: z.looseObject({}),
          output: z.looseObject({}),
          reads: z.array(z.string()),
          writes: z.array(z.string()),
        }),
      ),
    )
    expect(calls.map(({ call }) => call).toSorted()).toEqual([...callNames].toSorted())
  })

  it('answers 2 for wrong usage, with nothing on standard output', async () => {
    for (const words of [
      ['nonsense'],
      ['list'],
      ['list', vault, '--frobnicate'],
      ['create', vault, '--limit', '2'],
      ['list', vault, '--limit', 'two', ...pass],
    ]) {
      expect(await runCli(words)).toMatchObject({ code: 2, stdout: '' })
    }
  })

  it('refuses a folder that exists and a weak passphrase, and leaves both places as they were', async () => {
    expect((await runCli(['create', vault, ...pass])).code).toBe(1)
    writeFileSync(join(folder, 'weak'), 'password1\n')
    const weak = await runCli(['create', join(folder, 'weak.habeas'), '--passphrase-file', join(folder, 'weak')])
    expect(weak.code).toBe(6)
    expect(existsSync(join(folder, 'weak.habeas'))).toBe(false)
  })

  it('tells what the header says without a passphrase, and speaks Spanish where the terminal does', async () => {
    const info = json(
      (await runCli(['info', vault, '--header-only', '--json'])).stdout,
      z.looseObject({ cipher: z.string(), slots: z.array(z.unknown()) }),
    )
    expect(info.slots).toHaveLength(1)
    expect((await runCli(['--help'], { environment: { LC_ALL: 'es_VE.UTF-8' } })).stdout).toContain('expediente')
    expect((await runCli(['--help'], { environment: { LC_ALL: 'fr_CA.UTF-8' } })).stdout).toContain('coffre')
    expect((await runCli(['--help'], { environment: { LC_ALL: 'ar' } })).stdout).toContain('خزنة')
  })
})
