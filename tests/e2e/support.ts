import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'

import { goHome, makeFolders, removeFolders, sitDown } from './pages/desk.ts'
import type { Desk, Program } from './pages/desk.ts'
import { makeVault, unlock } from './pages/lock-screen.ts'
import type { NewVault } from './pages/lock-screen.ts'
import type { Language } from './pages/words.ts'
import { atTheVault } from './rescue/damage.ts'

export const passphrase = 'granite heron eleven candle silver poplar'
export const caseworker = 'Inés Prueba'

/** What main and its helpers wrote. Electron's Chromium also talks of graphics and buses; Habeas says nothing but its own faults. */
const ownWords = ({ app }: Desk): string =>
  app.engine === 'stand-in'
    ? app.output()
    : app
        .output()
        .split('\n')
        .filter((line) => line.includes('habeas:'))
        .join('\n')

type Kept = {
  /** The build that runs: what is in `out/`, unless a file of tests brings its own. */
  program: Program
  emptyVault: string
  demonstrationVault: string
  /** The demonstration at the floor of key costs: for tests that are not about making one. */
  quickVault: string
  /** The same, made twenty days ago with a backup of that day, and changed on eight days since. */
  agedVault: string
  /** The same as `quickVault` with some 60 MB of sources, so that what reads or writes all of it takes long enough to be stopped in the middle. */
  largeVault: string
}
type Given = {
  language: Language
  /** The app just started, in folders of its own. */
  desk: Desk
  /** A vault of this test alone: a copy of one that the app itself made. */
  vault: string
  /** The app with that vault open. */
  openDesk: Desk
  /** The same with the demonstration vault. */
  demonstrationDesk: Desk
}

/** Made once through the app's own screen, with real key derivation; each test works on a copy. */
export async function madeOnce(
  vault: Partial<NewVault>,
  use: (place: string) => Promise<void>,
  fill: (desk: Desk) => Promise<void> = async () => {},
): Promise<void> {
  const desk = await sitDown()
  try {
    const place = await makeVault(desk, { title: 'Office of the plain', caseworker, passphrase, ...vault })
    await fill(desk)
    await desk.app.close()
    await use(place)
  } finally {
    await desk.app.kill()
    removeFolders(desk.folders)
  }
}

/** Made once at the floor of key costs, without the app. */
async function madeBeside(what: 'demo' | 'large' | 'aged', use: (place: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'habeas-kept-'))
  try {
    const place = join(root, 'Examples.habeas')
    atTheVault(passphrase, what, place)
    await use(place)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** A copy for one test. */
export const copied = (kept: string, desk: Desk): string => {
  const place = join(desk.folders.vaults, 'Copy.habeas')
  cpSync(kept, place, { recursive: true })
  return place
}

/** Made once a worker, in the time that a slow machine takes for it. */
export const keptFor = { scope: 'worker', timeout: 300_000 } as const

export const test = base.extend<Given, Kept>({
  language: ['en', { option: true }],
  // Playwright reads from the pattern which fixtures are asked for: none.
  // oxlint-disable-next-line no-empty-pattern
  program: [async ({}, use) => use({}), { scope: 'worker' }],
  // oxlint-disable-next-line no-empty-pattern
  emptyVault: [async ({}, use) => madeOnce({}, use), keptFor],
  // oxlint-disable-next-line no-empty-pattern
  demonstrationVault: [async ({}, use) => madeOnce({ title: 'Examples', demonstration: true }, use), keptFor],
  // oxlint-disable-next-line no-empty-pattern
  quickVault: [async ({}, use) => madeBeside('demo', use), keptFor],
  // oxlint-disable-next-line no-empty-pattern
  agedVault: [async ({}, use) => madeBeside('aged', use), keptFor],
  // oxlint-disable-next-line no-empty-pattern
  largeVault: [async ({}, use) => madeBeside('large', use), keptFor],
  desk: async ({ language, program }, use, info) => {
    const folders = makeFolders()
    const desk = await sitDown({ language, folders, program })
    try {
      await use(desk)
      if (info.errors.length > 0 && desk.app.pages().length > 0) {
        await info.attach('page', { body: await desk.page.screenshot(), contentType: 'image/png' })
        await info.attach('outline', { body: await desk.page.locator('body').ariaSnapshot() })
      }
      // Nothing was refused by the policy, thrown or written to the console in a whole day.
      expect(desk.complaints).toEqual([])
      expect(desk.app.faults.map((fault) => String(fault))).toEqual([])
      expect(ownWords(desk)).toBe('')
    } finally {
      await desk.app.kill()
      removeFolders(folders)
    }
  },
  vault: async ({ desk, emptyVault }, use) => use(copied(emptyVault, desk)),
  openDesk: async ({ desk, vault }, use) => {
    await unlock(desk, vault, passphrase)
    await use(desk)
  },
  demonstrationDesk: async ({ desk, demonstrationVault }, use) => {
    await unlock(desk, copied(demonstrationVault, desk), passphrase)
    await use(desk)
  },
})

export { expect, goHome }
