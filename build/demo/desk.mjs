import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { ensureBrowser } from '../find-browser.mjs'
import { engineHere } from '../stand-in/harness.mjs'
import { ready } from '../setup.mjs'

/**
 * Sets up and builds what the demonstration drives. The answer is the engine to drive it over, without a display where
 * there is none; null where there is nothing to open the app in.
 */
export async function prepare(say) {
  ready()
  const { buildOrExit } = await import('../bundle.mjs')
  await buildOrExit()
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (engineHere() === 'electron' && hasDisplay) {
    say('Driving the app over Electron.')
    return 'electron'
  }
  const browser = ensureBrowser(say)
  if (browser === null) return null
  process.env['HABEAS_BROWSER'] = browser
  say('Driving the built app over the stand-in for Electron, without a display.')
  return 'stand-in'
}

/** Folders that nobody has used, in a place that is gone afterwards. */
export function freshFolders() {
  const root = mkdtempSync(join(tmpdir(), 'habeas-demo-'))
  const folders = Object.fromEntries(['profile', 'home', 'vaults', 'temporary', 'outside'].map((name) => [name, join(root, name)]))
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  return { root, ...folders, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
}

export const sizes = { usual: { width: 1280, height: 800 }, small: { width: 1024, height: 700 } }

/** Light or dark, and the language of the page, as the settings set them. */
export async function choose(desk, settings) {
  await desk.page.evaluate((part) => window.habeas.calls['app.changeSettings'](part), settings)
  if (settings.theme !== undefined) await desk.page.locator(`html[data-theme="${settings.theme}"]`).waitFor()
  if (settings.language !== undefined) await desk.page.locator(`html[lang="${settings.language}"]`).waitFor()
}

/** A picture of the window, once everything in it has come to rest. */
export async function takePicture(desk, file, size = sizes.usual) {
  const { page } = desk
  await page.setViewportSize(size)
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
  await page.screenshot({ path: file })
}
