import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createPackage, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// Security rule 12, read back from a package. The packager runs in earnest with the real configuration; only Electron's
// own binary, which isn't needed to see what goes in and which fuses are set, is a file that holds the fuses and no program.

const root = join(import.meta.dirname, '..', '..')
const work = mkdtempSync(join(tmpdir(), 'habeas-package-'))
const unpacked = join(work, 'packages', 'linux-unpacked')
const program = join(unpacked, 'habeas')
const [off, on] = ['0'.charCodeAt(0), '1'.charCodeAt(0)]

/** An Electron distribution with the mark by which fuses are found, each fuse the other way round than it should be. */
async function makeDistribution(folder: string): Promise<void> {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  for (const language of ['en-US', 'es', 'de']) writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  const fuses = Buffer.from('101100010')
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.alloc(64, 1), mark, Buffer.from([1, fuses.length]), fuses, Buffer.alloc(64, 1)]),
    { mode: 0o755 },
  )
  const first = join(work, 'default-app')
  mkdirSync(first)
  writeFileSync(join(first, 'package.json'), '{}')
  await createPackage(first, join(folder, 'resources', 'default_app.asar'))
}

const files = (): string[] =>
  listPackage(join(unpacked, 'resources', 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'))

describe.runIf(process.platform === 'linux')('Rule 12: the package', () => {
  beforeAll(async () => {
    const distribution = join(work, 'electron')
    await makeDistribution(distribution)
    const builder = join(root, 'node_modules/electron-builder/cli.js')
    const options = ['--linux', 'dir', '--publish', 'never', '--config', 'build/electron-builder.json']
    const folders = [`-c.electronDist=${distribution}`, `-c.directories.output=${join(work, 'packages')}`]
    const { status, stderr } = spawnSync(process.execPath, [builder, ...options, ...folders], { cwd: root, encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  })
  afterAll(() => rmSync(work, { recursive: true, force: true }))

  test('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(program)
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    })
  })

  test('holds the built program, its native modules, and nothing of how it was made', () => {
    const tops = new Set(files().map((file) => file.split('/')[1]))
    expect(tops).toEqual(new Set(['LICENSE', 'node_modules', 'out', 'package.json']))
    expect(files()).toEqual(
      expect.arrayContaining([
        '/out/main/index.js',
        '/out/preload/index.cjs',
        '/out/vault/vault-process.js',
        '/out/renderer/index.html',
        '/out/cli/index.js',
      ]),
    )
  })

  test('leaves out other systems, other runtimes and what only tests need', () => {
    const packages = new Set(
      files()
        .flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])
        .filter((name) => !/^@[^/]+$/.test(name)),
    )
    const expected = ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'better-sqlite3']
    expect([...packages].filter((name) => !expected.some((one) => name === one || name.startsWith(`${one}-linux-`)))).toEqual([])
    expect(files().filter((file) => file.endsWith('.node') && !file.includes('linux'))).toEqual([])
  })
})
