import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

import { languages, settingsSchema } from '../contract/index.ts'
import type { Settings } from '../contract/index.ts'
import { writeAtomically } from './atomic-write.ts'

/** All that is kept outside the vault: the settings and, only if the person chose so, the last vault's folder. */
const storedSchema = z.strictObject({
  ...settingsSchema.shape,
  // How the page is drawn must not cost the other settings: files of older versions lack it, and a hand may have damaged it.
  contrast: settingsSchema.shape.contrast.default('system').catch('system'),
  zoom: settingsSchema.shape.zoom.default(1).catch(1),
  // Older versions had no such choices; the safer answer stands in for one that can't be read.
  lockKeyEverywhere: settingsSchema.shape.lockKeyEverywhere.default(false).catch(false),
  hideFromCapture: settingsSchema.shape.hideFromCapture.default(true).catch(true),
  lastVault: z.string().max(4096).nullable(),
})
type Stored = z.infer<typeof storedSchema>

export type SettingsStore = {
  get(): Settings
  /** The last vault's folder; null unless the person chose to have it remembered. */
  lastVault(): string | null
  change(part: { [Key in keyof Settings]?: Settings[Key] | undefined }): Promise<Settings>
  rememberVault(folder: string): Promise<void>
  /** Forgets the last vault's folder if it is this one: there is nothing to open there any more. */
  forgetVault(folder: string): Promise<void>
}

function read(file: string, defaults: Stored): Stored {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const stored = storedSchema.safeParse(found)
    if (stored.success) return stored.data
  } catch {
    // A missing or damaged file: settings are a convenience, so the app starts with its own.
  }
  return defaults
}

/** The settings in `settings.json` of the profile. Damaged settings are read as the defaults and replaced at the next change. */
export function openSettings(profile: string, systemLanguage: Settings['language']): SettingsStore {
  const file = join(profile, 'settings.json')
  let stored = read(file, {
    language: systemLanguage,
    theme: 'system',
    contrast: 'system',
    zoom: 1,
    rememberVault: false,
    lockAfterMinutes: 10,
    lockKeyEverywhere: false,
    hideFromCapture: true,
    lastVault: null,
  })
  let writing: Promise<void> = Promise.resolve()

  const write = async (next: Stored): Promise<void> => {
    stored = next
    // One write after the other, so that the last change is the one that stays.
    writing = writing.catch(() => undefined).then(() => writeAtomically(file, `${JSON.stringify(next, null, 2)}\n`))
    await writing
  }
  const settingsOf = ({ lastVault: _lastVault, ...settings }: Stored): Settings => settings

  return {
    get: () => settingsOf(stored),
    lastVault: () => (stored.rememberVault ? stored.lastVault : null),
    async change(part) {
      const next = {
        language: part.language ?? stored.language,
        theme: part.theme ?? stored.theme,
        contrast: part.contrast ?? stored.contrast,
        zoom: part.zoom ?? stored.zoom,
        rememberVault: part.rememberVault ?? stored.rememberVault,
        lockAfterMinutes: part.lockAfterMinutes ?? stored.lockAfterMinutes,
        lockKeyEverywhere: part.lockKeyEverywhere ?? stored.lockKeyEverywhere,
        hideFromCapture: part.hideFromCapture ?? stored.hideFromCapture,
      }
      // Choosing to forget forgets at once.
      await write({ ...next, lastVault: next.rememberVault ? stored.lastVault : null })
      return settingsOf(stored)
    },
    async rememberVault(folder) {
      if (stored.rememberVault && stored.lastVault !== folder) await write({ ...stored, lastVault: folder })
    },
    async forgetVault(folder) {
      if (stored.lastVault === folder) await write({ ...stored, lastVault: null })
    },
  }
}

/** The first of the system's languages that the app speaks. */
export const pickLanguage = (systemLanguages: readonly string[]): Settings['language'] => {
  const spoken = systemLanguages.map((tag) => tag.toLowerCase().split(/[-_]/)[0])
  return spoken.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? 'en'
}
