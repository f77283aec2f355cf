import { AxeBuilder } from '@axe-core/playwright'

import { openHistory, openReport, reading, section } from './pages/case-file.ts'
import { goTo, goToList, openCase, rows, search } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { button, chooseVault, lock, tryPassphrase, waitUntilOpen } from './pages/lock-screen.ts'
import { expect, passphrase, test } from './support.ts'

/** Faults of the screen as it is now, by rule and by where; empty where there are none. */
async function faultsOf(desk: Desk): Promise<string[]> {
  // One page is all there is: no second one is opened to collect the results in.
  const { violations } = await new AxeBuilder({ page: desk.page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`))
}

async function expectClean(desk: Desk, screen: string): Promise<void> {
  // What moves is judged where it comes to rest.
  await desk.page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
  expect.soft(await faultsOf(desk), screen).toEqual([])
}

for (const theme of ['light', 'dark'] as const) {
  test(`every main screen passes axe, ${theme}`, async ({ desk, demonstrationVault }) => {
    test.setTimeout(180_000)
    const { page, say } = desk
    await page.evaluate(
      (chosen) =>
        (globalThis as unknown as { habeas: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).habeas.calls[
          'app.changeSettings'
        ]?.({ theme: chosen }),
      theme,
    )
    await page.locator(`html[data-theme="${theme}"]`).waitFor()
    await expectClean(desk, 'first start')
    await button(desk, 'Make a new vault').click()
    await expectClean(desk, 'new vault')
    await button(desk, 'Back').click()
    await chooseVault(desk, demonstrationVault)
    await expectClean(desk, 'unlock')
    await tryPassphrase(desk, 'not this one at all')
    await desk.page.getByRole('alert').waitFor()
    await expectClean(desk, 'wrong passphrase')
    await tryPassphrase(desk, passphrase)
    await waitUntilOpen(desk)
    await expectClean(desk, 'home')
    await goToList(desk)
    await rows(desk).first().waitFor()
    await expectClean(desk, 'list')
    await search(desk, 'miguel')
    await rows(desk).locator('mark').first().waitFor()
    await expectClean(desk, 'search')
    await openCase(desk, 'Rocío San Miguel')
    await expectClean(desk, 'case file')
    await openHistory(desk)
    await expectClean(desk, 'history')
    await page.keyboard.press('Escape')
    await reading(section(desk, 'Charges'), say('Offence')).first().hover()
    await section(desk, 'Charges')
      .getByRole('button', { name: say('Cite a source for {label}', { label: say('Offence') }) })
      .first()
      .click()
    await page
      .getByRole('form')
      .getByRole('button', { name: say('New source'), exact: true })
      .click()
    await expectClean(desk, 'citing')
    await page.keyboard.press('Escape')
    await openReport(desk)
    await expectClean(desk, 'report')
    await search(desk, '')
    await button(desk, 'New case').first().click()
    await expectClean(desk, 'intake')
    for (const place of ['People', 'Sources', 'Bin', 'Settings'] as const) {
      await goTo(desk, place)
      if (place === 'Sources')
        await page
          .getByRole('listbox', { name: say('Sources') })
          .getByRole('option')
          .first()
          .click()
      await expectClean(desk, place)
    }
    await lock(desk)
  })
}

test('axe would see a fault', async ({ desk }) => {
  await desk.page.evaluate(() => {
    const image = document.createElement('img')
    document.body.append(image, document.createElement('button'))
  })
  const faults = (await faultsOf(desk)).join('\n')
  expect(faults).toContain('image-alt')
  expect(faults).toContain('button-name')
})
