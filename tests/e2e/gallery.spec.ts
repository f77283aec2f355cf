import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

import { AxeBuilder } from '@axe-core/playwright'
import { chromium, expect, test as base, type Browser, type Page } from '@playwright/test'
import { build } from 'vite'

import { galleryConfig } from '../../build/bundle-configs.mjs'
import { ensureBrowser } from '../../build/find-browser.mjs'
import { root } from '../../build/project.mjs'
import { pageHeaders } from '../../electron/main/page-headers.ts'
import { clippedIn, resize, smallTargetsIn, withoutRing } from './pages/gallery.ts'

const origin = 'https://gallery.test'
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}
const looks = [
  { name: 'light-ltr', theme: 'light', contrast: 'system', direction: 'ltr', language: 'en' },
  { name: 'dark-ltr', theme: 'dark', contrast: 'system', direction: 'ltr', language: 'es' },
  { name: 'light-rtl', theme: 'light', contrast: 'system', direction: 'rtl', language: 'ar' },
  { name: 'dark-rtl', theme: 'dark', contrast: 'system', direction: 'rtl', language: 'ar' },
  { name: 'more-light', theme: 'light', contrast: 'more', direction: 'ltr', language: 'fr' },
  { name: 'more-dark', theme: 'dark', contrast: 'more', direction: 'rtl', language: 'ar' },
] as const

type Look = Partial<Omit<(typeof looks)[number], 'name'>> & { density?: 'plain' | 'dense' }
type Hung = { engine: Browser; folder: string }
type Given = { show: (look: Look) => Promise<Page> }

const test = base.extend<Given, { hung: Hung }>({
  // The gallery is built once, with the page's own settings, and read out of its folder under the page's own headers.
  hung: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'habeas-gallery-'))
      const engine = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] })
      try {
        await build(galleryConfig(folder))
        await use({ engine, folder })
      } finally {
        await engine.close()
        rmSync(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  show: async ({ hung }, use) => {
    const context = await hung.engine.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    const complaints: string[] = []
    await context.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url())
      const file = join(hung.folder, pathname)
      if (!existsSync(file)) return route.fulfill({ status: 404, headers: pageHeaders })
      return route.fulfill({ headers: { ...pageHeaders, 'Content-Type': kinds[extname(file)] ?? '' }, body: readFileSync(file) })
    })
    const page = await context.newPage()
    page.on('console', (message) => {
      // Chromium asks for an icon by itself.
      if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await use(async (look) => {
      await page.goto(`${origin}/gallery.html?${new URLSearchParams(look).toString()}`)
      await page.locator('[data-gallery]').waitFor()
      await page.evaluate(() => document.fonts.ready)
      return page
    })
    await context.close()
    expect(complaints).toEqual([])
  },
})

/** Where the pictures go: into the documents when they are asked for anew, else to the test's own output. */
const pictures = (outputPath: string): string =>
  process.env['HABEAS_GALLERY_PICTURES'] === '1' ? join(root, 'docs/screenshots') : outputPath

/** The whole gallery at once, however long it is. */
async function photograph(page: Page, file: string): Promise<void> {
  const height = await page.locator('[data-gallery]').evaluate((gallery) => gallery.scrollHeight)
  await resize(page, { width: 1280, height })
  await page.screenshot({ path: file, animations: 'disabled' })
  await resize(page, { width: 1280, height: 800 })
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`))
}

for (const { name, ...look } of looks) {
  test(`every component stands, ${name}`, async ({ show }, info) => {
    const page = await show(look)
    const folder = pictures(info.outputDir)
    mkdirSync(folder, { recursive: true })
    await photograph(page, join(folder, `gallery-${name}.png`))
    expect.soft(await faultsOf(page), 'axe').toEqual([])
    expect.soft(await clippedIn(page), 'clipped or overflowing').toEqual([])
    expect.soft(await smallTargetsIn(page), 'targets under 24 px').toEqual([])
    expect.soft(await withoutRing(page), 'no ring on focus').toEqual([])
  })
}

test('the checks of the gallery would see a fault', async ({ show }) => {
  const page = await show({})
  await page.locator('[data-exhibit="Button"]').evaluate((exhibit) => {
    const long = document.createElement('span')
    long.textContent = 'Far too long for its place'
    Object.assign(long.style, { display: 'block', inlineSize: '40px', overflow: 'hidden', whiteSpace: 'nowrap' })
    const small = document.createElement('button')
    small.textContent = 'x'
    Object.assign(small.style, { inlineSize: '12px', blockSize: '12px', padding: '0', outline: 'none' })
    exhibit.prepend(long, small)
  })
  expect((await clippedIn(page)).join()).toContain('is cut')
  expect(await smallTargetsIn(page)).toHaveLength(1)
  expect(await withoutRing(page)).toEqual(['button. x'])
})

test('nothing is clipped where space is tight or letters are large', async ({ show }) => {
  for (const look of [
    { language: 'es', density: 'dense' },
    { language: 'ar', direction: 'rtl', density: 'dense' },
  ] as const) {
    const page = await show(look)
    expect.soft(await clippedIn(page), `dense, ${look.language}`).toEqual([])
    expect.soft(await smallTargetsIn(page), `dense targets, ${look.language}`).toEqual([])
    await resize(page, { width: 512, height: 800 })
    expect.soft(await clippedIn(page), `narrow, ${look.language}`).toEqual([])
    await resize(page, { width: 1280, height: 800 })
  }
})

test('marks and focus are still seen in the colours of the system', async ({ show }) => {
  const page = await show({})
  await page.emulateMedia({ forcedColors: 'active' })
  const grounds = await page.locator('[data-exhibit^="StatusMark"] [class*="mark"][aria-hidden]').evaluateAll((marks) =>
    marks.map((mark) => {
      const { backgroundColor, borderTopWidth } = getComputedStyle(mark)
      return backgroundColor !== getComputedStyle(document.body).backgroundColor || borderTopWidth !== '0px'
    }),
  )
  expect(grounds).toEqual([true, true, true, true])
  expect(await withoutRing(page)).toEqual([])
})

test('a tip says what an icon does and which keys do the same', async ({ show }) => {
  const page = await show({ language: 'en' })
  const copy = page.getByRole('button', { name: 'Copy the reference' })
  // The first move tells that there is a mouse at all.
  await page.mouse.move(4, 4)
  await page.mouse.move(8, 8)
  await copy.hover()
  const tip = page.getByRole('tooltip')
  await expect(tip).toContainText('Copy the reference')
  await expect(tip).toContainText('Shift')
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
  await page.mouse.move(0, 0)
  await page.getByRole('button', { name: 'Back' }).focus()
  await page.keyboard.press('Tab')
  await expect(copy).toBeFocused()
  await expect(tip).toContainText('Copy the reference')
})

test('a menu and a select open, are clean and close with Escape', async ({ show }) => {
  const page = await show({ language: 'en' })
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /Delete/ })).toBeVisible()
  expect.soft(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page
    .getByRole('button', { name: /Rodeo I/ })
    .first()
    .click()
  await expect(page.getByRole('option', { name: 'El Helicoide, Caracas' })).toBeVisible()
  await page.getByRole('option', { name: 'Yare II' }).click()
  await expect(page.getByRole('button', { name: /Yare II/ }).first()).toBeVisible()
})

test('a dialog keeps the focus, closes with Escape and gives the focus back', async ({ show }, info) => {
  const page = await show({ language: 'en' })
  const opener = page.getByRole('button', { name: 'Keyboard shortcuts' })
  await opener.click()
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toBeVisible()
  await expect.poll(() => sheet.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press('Tab')
    expect(await sheet.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
  }
  expect.soft(await faultsOf(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('sheet.png') })
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(sheet).toHaveCount(0)
  await expect(opener).toBeFocused()
  await page.getByRole('button', { name: 'Delete the case file' }).last().click()
  const question = page.getByRole('alertdialog', { name: 'Delete this case file?' })
  await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.screenshot({ path: info.outputPath('question.png') })
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
})

test('every script is set in a font that ships', async ({ show, hung }) => {
  const page = await show({ language: 'ar', direction: 'rtl' })
  const client = await page.context().newCDPSession(page)
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root: document } = await client.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: document.nodeId, selector: '[data-script], [data-exhibit] *' })
  const foreign = new Set<string>()
  for (const nodeId of nodeIds) {
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const font of fonts) if (!font.isCustomFont) foreign.add(font.familyName)
  }
  expect([...foreign]).toEqual([])
  const files = readdirSync(join(hung.folder, 'assets')).filter((name) => name.endsWith('.woff2'))
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')).length)
  expect(loaded).toBeGreaterThan(5)
  expect(loaded, 'only what the page needs is loaded').toBeLessThan(files.length)
})

test('the program that ships has no gallery', () => {
  const shipped = join(root, 'out/renderer')
  const names = readdirSync(shipped, { recursive: true }).map(String)
  expect(names).toContain('index.html')
  expect(names.filter((name) => name.includes('gallery'))).toEqual([])
  const scripts = names.filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(shipped, name), 'utf8'))
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((text) => text.includes('data-exhibit'))).toEqual([])
})
