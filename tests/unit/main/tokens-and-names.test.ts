import { describe, expect, it } from 'vitest'

import { tokenSchema } from '../../../electron/contract/index.ts'
import { readLaunchArguments } from '../../../electron/main/launch-arguments.ts'
import { fileNameFrom, vaultName } from '../../../electron/main/place-names.ts'
import { createTokenStore } from '../../../electron/main/token-store.ts'

describe('tokens for places', () => {
  it('have the form that the contract accepts, and tell nothing of the path', () => {
    const token = createTokenStore().issue('/home/someone/Secret.habeas', 'open')
    expect(tokenSchema.safeParse(token).success).toBe(true)
    expect(token).not.toMatch(/secret|someone/i)
  })

  it('stand for their place, for their purpose alone, as often as it is asked for', () => {
    const tokens = createTokenStore()
    const token = tokens.issue('/a.habeas', 'open')
    expect(tokens.pathOf(token, 'open')).toBe('/a.habeas')
    expect(tokens.pathOf(token, 'open')).toBe('/a.habeas')
    expect(tokens.pathOf(token, 'create')).toBeUndefined()
    expect(tokens.pathOf('place-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'open')).toBeUndefined()
  })

  it('of one store mean nothing to another, as after a lock', () => {
    const token = createTokenStore().issue('/a.habeas', 'open')
    expect(createTokenStore().pathOf(token, 'open')).toBeUndefined()
  })

  it('are kept for the last hundred places', () => {
    const tokens = createTokenStore()
    const first = tokens.issue('/0', 'open')
    for (let number = 1; number <= 100; number += 1) tokens.issue(`/${number}`, 'open')
    expect(tokens.pathOf(first, 'open')).toBeUndefined()
    expect(tokens.pathOf(tokens.issue('/100', 'open'), 'open')).toBe('/100')
  })
})

describe('names of files', () => {
  it.each([
    ['VEN-2024-0001', 'VEN-2024-0001'],
    ['../../etc/passwd', 'etc passwd'],
    ['a\u0000b\u202Ec\nd', 'a b c d'],
    ['C:\\x|y?', 'C x y'],
    ['...', 'Report'],
    ['   ', 'Report'],
    ['محمد', 'محمد'],
  ])('%j becomes %j', (text, name) => expect(fileNameFrom(text, 'Report')).toBe(name))

  it('are never longer than a file system takes', () => expect(fileNameFrom('x'.repeat(500), 'Report')).toHaveLength(80))
  it('of a vault are shown without their ending', () => expect(vaultName('/home/x/Ana.HABEAS')).toBe('Ana'))
})

describe('the command line of the app', () => {
  it('of an unpackaged build begins after the app’s own path', () => {
    expect(readLaunchArguments(['electron', 'main.js', '--profile=/p', '--no-relaunch'], false)).toEqual({
      commandLine: false,
      profile: '/p',
      relaunches: false,
      erased: null,
      locked: false,
    })
    expect(readLaunchArguments(['electron', 'main.js', 'cli', 'list'], false).commandLine).toBe(true)
    expect(readLaunchArguments(['electron', '--no-sandbox', '--inspect=0', 'main.js', 'cli'], false).commandLine).toBe(true)
    expect(readLaunchArguments(['electron', 'main.js', 'x', 'cli'], false).commandLine).toBe(false)
  })

  it('of a packaged one knows neither another profile nor an exit at lock', () => {
    expect(readLaunchArguments(['habeas', '--profile=/p', '--no-relaunch'], true)).toEqual({
      commandLine: false,
      profile: undefined,
      relaunches: true,
      erased: null,
      locked: false,
    })
    expect(readLaunchArguments(['habeas', 'cli'], true).commandLine).toBe(true)
    expect(readLaunchArguments(['habeas', '--erased=anything'], true).erased).toBeNull()
  })
})
