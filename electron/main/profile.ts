import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { app } from 'electron'

/** The folder in the profile where Chromium may write; it is emptied at every start and end (security rule 13). */
const sessionFolder = (): string => join(app.getPath('userData'), 'session')

/**
 * Sets where the profile is, before anything is written: `settings.json`, and a folder for Chromium that never keeps
 * anything. The crash reporter is never started, so no dump of memory is ever written or sent.
 */
export function setUpProfile(own: string | undefined): void {
  const folder = own === undefined ? app.getPath('userData') : resolve(own)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', folder)
  emptySession()
  mkdirSync(sessionFolder(), { recursive: true, mode: 0o700 })
  app.setPath('sessionData', sessionFolder())
}

/** Removes all that Chromium wrote. A file that is still open stays until the next start. */
export function emptySession(): void {
  try {
    rmSync(sessionFolder(), { recursive: true, force: true })
  } catch {
    // Windows keeps open files; the start after this one removes them.
  }
}
