import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openSettings, pickLanguage } from '../../../electron/main/settings.ts'

const standard = {
  language: 'en',
  theme: 'system',
  contrast: 'system',
  zoom: 1,
  rememberVault: false,
  lockAfterMinutes: 10,
  lockKeyEverywhere: false,
  hideFromCapture: true,
}
let profile: string
const file = (): string => join(profile, 'settings.json')

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'habeas-settings-'))
})
afterEach(() => rmSync(profile, { recursive: true, force: true }))

describe('the settings', () => {
  it('are the defaults, in the language of the system, and no file is written for them', () => {
    expect(openSettings(profile, 'es').get()).toEqual({ ...standard, language: 'es' })
    expect(readdirSync(profile)).toEqual([])
  })

  it('stay after a new start, in one file and no other', async () => {
    await openSettings(profile, 'en').change({ language: 'es', lockAfterMinutes: 3, theme: undefined })
    expect(openSettings(profile, 'en').get()).toEqual({ ...standard, language: 'es', lockAfterMinutes: 3 })
    expect(readdirSync(profile)).toEqual(['settings.json'])
  })

  it('keep the last vault’s folder only where the person chose so, and forget it at once', async () => {
    const settings = openSettings(profile, 'en')
    await settings.rememberVault('/vaults/one.habeas')
    expect(settings.lastVault()).toBeNull()
    expect(readdirSync(profile)).toEqual([])
    await settings.change({ rememberVault: true })
    await settings.rememberVault('/vaults/one.habeas')
    expect(openSettings(profile, 'en').lastVault()).toBe('/vaults/one.habeas')
    await settings.change({ rememberVault: false })
    expect(settings.lastVault()).toBeNull()
    expect(readFileSync(file(), 'utf8')).not.toContain('one.habeas')
  })

  it.each([
    ['cut short', '{"language": "es", "th'],
    ['empty', ''],
    ['of a wrong shape', JSON.stringify({ ...standard, lastVault: null, lockAfterMinutes: 0 })],
    ['with something unknown in them', JSON.stringify({ ...standard, lastVault: null, note: 'x' })],
  ])('that are %s are read as the defaults, and replaced at the next change', async (_name, content) => {
    writeFileSync(file(), content)
    const settings = openSettings(profile, 'en')
    expect(settings.get()).toEqual(standard)
    await settings.change({ theme: 'dark' })
    expect(openSettings(profile, 'en').get()).toEqual({ ...standard, theme: 'dark' })
  })

  it.each([
    ['of an older version', {}, { contrast: 'system', zoom: 1 }],
    ['with a zoom too large', { contrast: 'more', zoom: 20 }, { contrast: 'more', zoom: 1 }],
    ['with a zoom that is no number', { contrast: 'more', zoom: 'big' }, { contrast: 'more', zoom: 1 }],
    ['with a contrast nobody knows', { contrast: 'neon', zoom: 1.5 }, { contrast: 'system', zoom: 1.5 }],
  ])('%s keep the rest', (_name, drawn, expected) => {
    const { contrast: _contrast, zoom: _zoom, ...older } = standard
    writeFileSync(file(), JSON.stringify({ ...older, language: 'ar', lastVault: null, ...drawn }))
    expect(openSettings(profile, 'en').get()).toEqual({ ...standard, language: 'ar', ...expected })
  })

  it('keep the last of many changes made at once', async () => {
    const settings = openSettings(profile, 'en')
    await Promise.all([1, 2, 3, 4, 5, 6].map((minutes) => settings.change({ lockAfterMinutes: minutes })))
    expect(openSettings(profile, 'en').get().lockAfterMinutes).toBe(6)
    expect(readdirSync(profile)).toEqual(['settings.json'])
  })
})

describe('the language of the system', () => {
  it.each([
    [['es-MX', 'en-US'], 'es'],
    [['fr-FR', 'es-ES'], 'fr'],
    [['ar_SY', 'en-US'], 'ar'],
    [['ku-TR', 'AR', 'fr-CA'], 'ar'],
    [['arn-CL', 'es-CL'], 'es'],
    [['de-DE', 'en-GB', 'es-ES'], 'en'],
    [['pt-BR'], 'en'],
    [[], 'en'],
  ] as const)('%j gives %s', (tags, language) => expect(pickLanguage(tags)).toBe(language))
})
