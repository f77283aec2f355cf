import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { runInNamespace, whyNoNamespace } from './support/network-namespace.ts'
import { bytesOfPrinted, readTracedWrite, scanTracedWrites, straceCommand, whyNoStrace } from './support/traced-writes.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-counting-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const node = (code: string): string[] => [process.execPath, '-e', code]
const noNamespace = whyNoNamespace()
const noStrace = whyNoStrace()

describe('the network counter counts (security rule 9)', () => {
  test('nothing where nothing is sent', async ({ skip }) => {
    if (noNamespace !== null) skip(noNamespace)
    expect(await runInNamespace(node('setTimeout(() => {}, 500)'))).toMatchObject({
      status: 0,
      away: { packets: 0, bytes: 0 },
      loopback: { packets: 0 },
    })
  })

  test('one datagram, over IPv4 and over IPv6', async ({ skip }) => {
    if (noNamespace !== null) skip(noNamespace)
    const send = (kind: string, address: string): string[] =>
      node(`const s = require('node:dgram').createSocket('${kind}'); s.send('x', 9, '${address}', () => s.close())`)
    expect((await runInNamespace(send('udp4', '192.0.2.1'))).away.packets).toBe(1)
    expect((await runInNamespace(send('udp6', '2001:db8::1'))).away.packets).toBe(1)
  })

  test('one look-up of a name', async ({ skip }) => {
    if (noNamespace !== null) skip(noNamespace)
    const { away } = await runInNamespace(node("require('node:dns').lookup('habeas.example', { family: 4 }, () => {})"))
    expect(away.packets).toBeGreaterThan(0)
  })

  test('one attempt to connect, and what stays within the machine apart from it', async ({ skip }) => {
    if (noNamespace !== null) skip(noNamespace)
    const attempt = await runInNamespace(
      node("const s = require('node:net').connect(443, '192.0.2.1'); s.on('error', () => {}); setTimeout(() => s.destroy(), 300)"),
    )
    expect(attempt.away.packets).toBeGreaterThan(0)
    const within = await runInNamespace(
      node("const s = require('node:dgram').createSocket('udp4'); s.send('x', 9, '127.0.0.1', () => s.close())"),
    )
    expect(within.away.packets).toBe(0)
    expect(within.loopback.packets).toBeGreaterThan(0)
  })

  test('a program that fails is told, with its words', async ({ skip }) => {
    if (noNamespace !== null) skip(noNamespace)
    const run = await runInNamespace(node("console.error('in its own words'); process.exit(7)"))
    expect(run).toMatchObject({ status: 7 })
    expect(run.output).toContain('in its own words')
  })
})

describe('the account of strace is read rightly (security rules 1 and 2)', () => {
  test('escapes', () => {
    expect(bytesOfPrinted(String.raw`a\n\t\"\\\0\0012\303\2619`)).toEqual(Buffer.from([97, 10, 9, 34, 92, 0, 1, 50, 0xc3, 0xb1, 57]))
  })

  test('which lines are writes to files', () => {
    expect(readTracedWrite(String.raw`12 write(5</tmp/a b>, "x\"y", 3) = 3`)).toEqual({ file: '/tmp/a b', bytes: Buffer.from('x"y') })
    expect(readTracedWrite('12 pwrite64(5</tmp/a>(deleted), "xyz", 3, 4096 <unfinished ...>')).toEqual({
      file: '/tmp/a',
      bytes: Buffer.from('xyz'),
    })
    expect(readTracedWrite('12 writev(5</tmp/a>, [{iov_base="ab", iov_len=2}, {iov_base="c", iov_len=1}], 2) = 3')).toEqual({
      file: '/tmp/a',
      bytes: Buffer.from('abc'),
    })
    for (const other of [
      'pipe:[123]',
      'socket:[5]',
      'anon_inode:[eventfd]',
      '/dev/null',
      '/dev/shm/x',
      '/proc/self/oom_score_adj',
      '/memfd:x',
    ])
      expect(readTracedWrite(`12 write(5<${other}>, "x", 1) = 1`)).toBeNull()
    expect(readTracedWrite('12 <... write resumed>) = 3')).toBeNull()
    expect(() => readTracedWrite('12 write(5</tmp/a>, "xyz"..., 9000) = 9000')).toThrow('longer')
  })

  const text = 'Ñusta Quispe en Ущелье 4471'
  /** Each way in which a program can write to a file, also one that is gone afterwards, and a text across two writes. */
  const ways: Record<string, string> = {
    'one write': "fs.writeFileSync(file, 'before ' + text + ' after')",
    'UTF-16 at a position': "const f = fs.openSync(file, 'w'); fs.writeSync(f, Buffer.from(text, 'utf16le'), 0, undefined, 4096)",
    'several buffers': "const f = fs.openSync(file, 'w'); const b = Buffer.from(text); fs.writevSync(f, [b.subarray(0, 5), b.subarray(5)])",
    'two writes':
      "const f = fs.openSync(file, 'a'); const b = Buffer.from(text); fs.writeSync(f, b.subarray(0, 9)); fs.writeSync(f, b.subarray(9))",
    'a file removed before it is written to': "const f = fs.openSync(file, 'w'); fs.unlinkSync(file); fs.writeSync(f, text)",
    'a process started by it':
      "require('node:child_process').execFileSync('sh', ['-c', 'printf %s \"$1\" > \"$2\"; rm \"$2\"', 'sh', text, file])",
  }
  test.for(Object.keys(ways))('a planted write is caught: %s', async (way, { skip }) => {
    if (noStrace !== null) skip(noStrace)
    const log = join(folder, 'log')
    const code = `const fs = require('node:fs'); const file = ${JSON.stringify(join(folder, 'planted'))}; const text = ${JSON.stringify(text)}; ${ways[way] ?? ''}`
    const [program = '', ...args] = straceCommand(log, node(code))
    expect(spawnSync(program, args, { encoding: 'utf8' })).toMatchObject({ status: 0 })
    const found = await scanTracedWrites(log, [text])
    expect(found.hits.map((hit) => [hit.text, hit.file])).toEqual([[text, join(folder, 'planted')]])
    expect((await scanTracedWrites(log, [text], [folder])).hits).toEqual([])
    expect((await scanTracedWrites(log, ['Somebody else entirely'])).hits).toEqual([])
  })

  test('a write to a pipe is none to a file', async () => {
    const log = join(folder, 'log')
    writeFileSync(log, `7 write(1<pipe:[99]>, "${'plain words'}", 11) = 11\n`)
    expect(await scanTracedWrites(log, ['plain words'])).toEqual({ writes: 0, bytes: 0, files: [], hits: [] })
  })
})
