import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { missingPlatforms, platformOf } from '../../../build/lock-platforms.mjs'

const root = join(import.meta.dirname, '..', '..', '..')
const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
type Entry = { version: string; optionalDependencies?: Record<string, string>; resolved?: string }
const lock = JSON.parse(text) as { packages: Record<string, Entry> }
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>

describe('the lock file', () => {
  test('has an entry for every platform of every package that comes in platforms', () => {
    expect(missingPlatforms(lock).map(([place]) => place)).toEqual([])
    const typst = Object.keys(lock.packages).filter((path) => path.startsWith('node_modules/@myriaddreamin/typst-ts-node-compiler-'))
    expect(typst.map((path) => path.slice(path.indexOf('compiler-') + 9))).toEqual(
      expect.arrayContaining(['darwin-arm64', 'darwin-x64', 'linux-arm64-gnu', 'linux-x64-gnu', 'win32-x64-msvc']),
    )
  })

  test('notices an entry that is gone', () => {
    const { 'node_modules/@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc': gone, ...packages } = lock.packages
    expect(gone).toBeDefined()
    expect(missingPlatforms({ packages }).map(([place]) => place)).toEqual([
      'node_modules/@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc',
    ])
  })

  test('names no registry: packages come from whichever the machine uses', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
    expect(text).not.toContain('.tgz')
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^omit-lockfile-registry-resolved=true$/m)
  })

  test('holds exact versions', () => {
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version).toMatch(/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/)
  })
})

test('reads a platform off a package name', () => {
  expect(platformOf('@scope/tool-linux-x64-musl')).toEqual({ os: ['linux'], cpu: ['x64'], libc: ['musl'] })
  expect(platformOf('@scope/tool-linux-arm-gnueabihf')).toEqual({ os: ['linux'], cpu: ['arm'], libc: ['glibc'] })
  expect(platformOf('@scope/tool-win32-x64-msvc')).toEqual({ os: ['win32'], cpu: ['x64'] })
  expect(platformOf('bufferutil')).toBeNull()
})
