import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

import { launchHabeas } from '../../../build/stand-in/harness.mjs'
import { wordsOf } from './words.ts'
import type { Language, Say } from './words.ts'

export type App = Awaited<ReturnType<typeof launchHabeas>>

/** Which build of the app is started, and the words of its page, where they are not what is in `out/` and the catalogues. */
export type Program = { main?: string; words?: (language: Language) => Say }

/** Folders of one day's work, each for itself; `outside` is where things are taken out to. */
export type Folders = { root: string; profile: string; home: string; vaults: string; temporary: string; outside: string }

/** A caseworker's desk: the running app, its page of the moment, and the words on it. */
export type Desk = {
  app: App
  page: Page
  say: Say
  folders: Folders
  /** Faults that the page told its console: refused by the content security policy, thrown, or asked for and not there. */
  complaints: string[]
}

/** New folders that nobody has used before. */
export function makeFolders(root = mkdtempSync(join(tmpdir(), 'habeas-day-'))): Folders {
  const folder = (name: string): string => join(root, name)
  const folders = {
    root,
    profile: folder('profile'),
    home: folder('home'),
    vaults: folder('vaults'),
    temporary: folder('temporary'),
    outside: folder('outside'),
  }
  for (const path of Object.values(folders)) mkdirSync(path, { recursive: true })
  return folders
}

export const removeFolders = (folders: Folders): void =>
  rmSync(folders.root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

/** Long enough for a busy machine, short enough to tell what was waited for before the whole test is over. */
const patience = 30_000

function listen(page: Page, complaints: string[]): void {
  page.setDefaultTimeout(patience)
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
}

/** Starts the built app for a person who reads `language`; over the engine that is here unless one is insisted on. */
export async function sitDown({
  language = 'en',
  folders = makeFolders(),
  engine,
  program = {},
}: { language?: Language; folders?: Folders; engine?: 'electron' | 'stand-in'; program?: Program } = {}): Promise<Desk> {
  const app = await launchHabeas({
    profile: folders.profile,
    home: folders.home,
    env: { TMPDIR: folders.temporary, TMP: folders.temporary, TEMP: folders.temporary },
    ...(engine === undefined ? {} : { engine }),
    ...(program.main === undefined ? {} : { main: program.main }),
  })
  const words = program.words ?? wordsOf
  const page = await app.page()
  const complaints: string[] = []
  listen(page, complaints)
  const desk: Desk = { app, page, say: words(language), folders, complaints }
  await chooseLanguage(desk, language, words)
  return desk
}

/** Languages by their own names. */
export const languageNames = { en: 'English', es: 'Español', fr: 'Français', ar: 'العربية' } as const

/** The lock screen offers the other languages by their own names. */
export async function chooseLanguage(desk: Desk, language: Language, words = wordsOf): Promise<void> {
  const { page } = desk
  await page.getByRole('heading', { name: 'Habeas', level: 1 }).waitFor()
  if ((await page.locator('html').getAttribute('lang')) !== language)
    await page.getByRole('button', { name: languageNames[language] }).click()
  await page.locator(`html[lang="${language}"]`).waitFor()
  desk.say = words(language)
}

/** Does what locks the app, and takes the page of the app that takes its place. */
export async function afterLocking(desk: Desk, lock: () => Promise<unknown>): Promise<void> {
  const next = desk.app.nextPage()
  // The page goes in the midst of what it was asked to do.
  await lock().catch(() => undefined)
  desk.page = await next
  listen(desk.page, desk.complaints)
  await desk.page.getByRole('heading', { name: 'Habeas', level: 1 }).waitFor()
}

export async function goHome(desk: Desk): Promise<void> {
  await desk.app.close()
  removeFolders(desk.folders)
}
