import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { goHome, makeFolders, sitDown } from '../e2e/pages/desk.ts'
import type { Desk } from '../e2e/pages/desk.ts'

let desk: Desk
const folders = makeFolders()

beforeAll(async () => {
  // What an earlier run, or Chromium's own crash, left behind.
  const session = join(folders.profile, 'session')
  mkdirSync(join(session, 'Local Storage'), { recursive: true })
  writeFileSync(join(session, 'Local Storage', 'left-behind'), 'a name')
  desk = await sitDown({ folders })
})
afterAll(() => goHome(desk))

describe('Rule 13: what the profile keeps', () => {
  test('what Chromium left of an earlier run is gone at the start, and only allow-listed names are there', () => {
    const names = readdirSync(folders.profile, { recursive: true, encoding: 'utf8' })
    expect(names.filter((name) => name.includes('left-behind'))).toEqual([])
    // Electron's Chromium writes beside its session only what says which process has the profile.
    const allowed = /^(?:settings\.json|session(?:\/.*)?|Singleton(?:Lock|Cookie|Socket)|lockfile|Local State)$/
    expect(names.map((name) => name.replaceAll('\\', '/')).filter((name) => !allowed.test(name))).toEqual([])
  })

  test('the window’s title says nothing, and the page keeps nothing', async () => {
    expect(await desk.page.title()).toBe('Habeas')
    const kept = await desk.page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
      document.cookie,
    ])
    expect(kept).toEqual([0, 0, 0, 0, 0, ''])
  })
})
