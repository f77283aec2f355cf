import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from 'playwright-core'

import { caseFile, goTo, newCase, rows, searchField } from './pages/case-list.ts'
import { reading, saved, section, toolbar } from './pages/case-file.ts'
import type { Desk } from './pages/desk.ts'
import { afterLocking } from './pages/desk.ts'
import { textbox, unlock } from './pages/lock-screen.ts'
import { expect, passphrase, test } from './support.ts'

const press = (desk: Desk, key: string): Promise<void> => desk.page.keyboard.press(key)

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function walkTo(desk: Desk, target: Locator, key = 'Tab', most = 120): Promise<void> {
  await target.first().waitFor()
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await press(desk, key)
  }
  throw new Error(`${key} does not lead to ${String(target)} within ${most} presses.`)
}

const region = (desk: Desk, english: string): Locator => desk.page.getByRole('region', { name: desk.say(english), exact: true })
const buttonIn = (part: Locator, name: string | RegExp): Locator => part.getByRole('button', { name, exact: true })

async function expectClean(desk: Desk, screen: string): Promise<void> {
  await desk.page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
  const { violations } = await new AxeBuilder({ page: desk.page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const faults = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`))
  expect.soft(faults, screen).toEqual([])
}

const setTheme = async (desk: Desk, theme: 'light' | 'dark'): Promise<void> => {
  await desk.page.evaluate(
    (chosen) =>
      (globalThis as unknown as { habeas: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).habeas.calls[
        'app.changeSettings'
      ]?.({ theme: chosen }),
    theme,
  )
  await desk.page.locator(`html[data-theme="${theme}"]`).waitFor()
}

for (const language of ['en', 'es'] as const) {
  test.describe(`Home by keyboard, ${language}`, () => {
    test.use({ language })

    test('leads to what needs attention', async ({ demonstrationDesk: desk }) => {
      const { page, say } = desk
      const unknown = region(desk, 'Whereabouts unknown')
      const first = unknown.getByRole('listitem').first().getByRole('button')
      await walkTo(desk, first)
      await press(desk, 'ArrowDown')
      await expect(unknown.getByRole('listitem').nth(1).getByRole('button')).toBeFocused()
      await press(desk, 'Home')
      await expect(first).toBeFocused()
      const name = await first.locator('bdi').first().innerText()
      await press(desk, 'Enter')
      await caseFile(desk, name).waitFor()

      await press(desk, 'Alt+1')
      const unsourced = region(desk, 'Statements without a source')
      await walkTo(desk, buttonIn(unsourced, say.like('Show all {number}: {title}')))
      const worst = await unsourced.getByRole('listitem').first().locator('bdi').innerText()
      await press(desk, 'Enter')
      // The list is asked for what Home counted, in Home's order.
      await searchField(desk).waitFor()
      await expect(rows(desk).first()).toContainText(worst)
      await press(desk, 'Alt+1')

      const chart = page.getByRole('slider', { name: say('Day on the chart') })
      await walkTo(desk, chart)
      const last = await chart.getAttribute('aria-valuetext')
      await press(desk, 'ArrowLeft')
      await expect(chart).not.toHaveAttribute('aria-valuetext', last ?? '')
      await press(desk, 'End')
      await expect(chart).toHaveAttribute('aria-valuetext', last ?? '')

      const toTable = page.getByRole('button', { name: say('The same as a table'), exact: true })
      await walkTo(desk, toTable, 'Shift+Tab')
      await press(desk, 'Enter')
      const table = page.getByRole('table')
      await expect(table.getByRole('row').nth(1)).toContainText(String(new Date().getFullYear()))
      // The newest day of the table says what the drawing's last point said.
      const cells = await table.getByRole('row').nth(1).getByRole('cell').allInnerTexts()
      expect(last?.replaceAll(/[^\d]/g, '')).toContain(cells.join('').replaceAll(/[^\d]/g, ''))
      await press(desk, 'Enter')
      await chart.waitFor()
    })
  })
}

test('the first steps go as they are done', async ({ openDesk: desk }) => {
  const { page, say } = desk
  const steps = region(desk, 'From a first call to a first report')
  await steps.waitFor()
  await expect(steps.getByRole('img', { name: say('Done') })).toHaveCount(0)
  await newCase(desk, { name: 'Amalia Ñandú', where: 'Muelle viejo', source: 'Port register' })
  await saved(desk)
  await goTo(desk, 'Home')
  // The case is written and its source is cited; the report is what remains.
  await expect(steps.getByRole('listitem').nth(0)).toHaveAttribute('data-done')
  await expect(steps.getByRole('listitem').nth(1)).toHaveAttribute('data-done')
  await expect(steps.getByRole('listitem').nth(2)).not.toHaveAttribute('data-done')
  await walkTo(desk, buttonIn(steps, say('Don’t show this again')))
  await press(desk, 'Enter')
  await expect(steps).toHaveCount(0)
  // Two people at most are no curve: the numbers stand for themselves.
  await region(desk, 'People held').waitFor()
  await expect(page.getByRole('slider')).toHaveCount(0)
})

test('what was typed and not entered is found again', async ({ openDesk: desk, vault }) => {
  const { say } = desk
  await newCase(desk, { name: 'Amalia Ñandú', where: 'Muelle viejo' })
  await reading(section(desk, 'Arrest'), say('Place of arrest')).click()
  await expect(textbox(desk, 'Place of arrest')).toBeFocused()
  await desk.page.keyboard.insertText(' y faro')
  await toolbar(desk).getByText(say('Kept as a draft in the vault')).waitFor()
  await afterLocking(desk, () => press(desk, 'Control+l'))
  await unlock(desk, vault, passphrase)
  const drafts = region(desk, 'Typed and not entered')
  const row = drafts.getByRole('listitem').getByRole('button')
  await expect(row).toContainText('Amalia Ñandú')
  await expect(row).toContainText(say('Place of arrest'))
  await walkTo(desk, row)
  await press(desk, 'Enter')
  await caseFile(desk, 'Amalia Ñandú').waitFor()
  await expect
    .poll(() => desk.page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? ''))
    .toMatch(/arrestPlace$/)
})

test('the guide is read, searched and left by keyboard', async ({ openDesk: desk }) => {
  const { page, say } = desk
  await press(desk, 'Shift+F1')
  const contents = page.getByRole('navigation', { name: say('Chapters of the guide') })
  const field = page.getByRole('searchbox', { name: say('Search the guide') })
  await walkTo(desk, field)
  await page.keyboard.insertText('incommunicado')
  await expect(contents.getByRole('listitem')).toHaveCount(1)
  await press(desk, 'Enter')
  await expect(page.getByRole('article', { name: 'Words used' })).toBeVisible()
  await press(desk, 'Escape')
  await expect(contents.getByRole('listitem')).toHaveCount(17)
  await walkTo(desk, contents.getByRole('button', { name: 'Keyboard' }))
  await press(desk, 'Enter')
  // The table is the program's own list of commands.
  await expect(
    page.getByRole('article', { name: 'Keyboard' }).getByRole('row', { name: new RegExp(`^${say('New case')} `) }),
  ).toContainText('N')
  await press(desk, 'Alt+ArrowLeft')
  await expect(page.getByRole('article', { name: 'Words used' })).toBeVisible()
  await press(desk, 'Alt+1')
  await expect(contents).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const) {
  test(`home and the guide pass axe, ${theme}`, async ({ demonstrationDesk: desk }) => {
    await setTheme(desk, theme)
    await desk.page.getByRole('slider').waitFor()
    await expectClean(desk, 'home')
    await desk.page.getByRole('button', { name: desk.say('The same as a table') }).click()
    await desk.page.getByRole('table').waitFor()
    await expectClean(desk, 'home, as a table')
    await press(desk, 'Shift+F1')
    const chapters = desk.page.getByRole('navigation', { name: desk.say('Chapters of the guide') }).getByRole('button')
    await expect(chapters).toHaveCount(17)
    for (let at = 0; at < 17; at += 1) {
      await chapters.nth(at).click()
      await expectClean(desk, `chapter ${at + 1}`)
    }
  })
}
