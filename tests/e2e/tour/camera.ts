import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locator } from 'playwright-core'

import type { Desk } from '../pages/desk.ts'
import { callAs } from './hard-cases.ts'

export const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const
export const themes = ['light', 'dark'] as const

/** Waits until fonts and pictures are there and nothing moves any more. */
export async function atRest({ page }: Desk): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    // A picture below what is seen waits to be scrolled to, and so would this.
    for (const image of document.images) image.loading = 'eager'
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  // Counts wait until the rows are there.
  await page.waitForFunction(() => document.querySelector('[data-outdated]') === null)
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
}

export async function chooseTheme(desk: Desk, theme: (typeof themes)[number]): Promise<void> {
  await callAs(desk, 'app.changeSettings', { theme })
  await desk.page.locator(`html[data-theme="${theme}"]`).waitFor()
}

/** Takes the screen in light and dark and in both sizes, as `SCREEN.LANGUAGE.THEME.WIDTH.webp` in `folder`; `what` is brought into view. */
export async function photograph(desk: Desk, folder: string, screen: string, what?: Locator): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const session = await desk.page.context().newCDPSession(desk.page)
  await desk.page.mouse.move(0, 0)
  for (const theme of themes) {
    await chooseTheme(desk, theme)
    for (const size of sizes) {
      await desk.page.setViewportSize(size)
      await what?.scrollIntoViewIfNeeded()
      await atRest(desk)
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70 })
      writeFileSync(join(folder, `${screen}.${desk.say.language}.${theme}.${size.width}.webp`), Buffer.from(data, 'base64'))
    }
  }
  await desk.page.setViewportSize(sizes[0])
  await chooseTheme(desk, 'light')
  await session.detach()
}
