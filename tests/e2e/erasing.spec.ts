import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { newCase, openPlace, rowOf } from './pages/case-list.ts'
import { press } from './pages/frame.ts'
import { walkTo } from './pages/spoken.ts'
import { expect, test } from './support.ts'

const name = 'Policarpo Olvidable'

test('Rule 21: a person is erased for good by keyboard alone, and the words of a report still fit', async ({
  openDesk: desk,
}, testInfo) => {
  const { page, say } = desk
  await newCase(desk, { name, where: 'Sotavento' })
  await openPlace(desk, 'Cases')
  const id = await rowOf(desk, name).getAttribute('data-id')
  type Bridge = { habeas: { calls: Record<string, (input: unknown) => Promise<{ ok: boolean; value?: unknown }>> } }
  const call = (call: string, input: unknown) =>
    page.evaluate(([wanted, given]) => (globalThis as unknown as Bridge).habeas.calls[wanted]?.(given), [call, input] as const)
  const info = (await call('vault.info', {}))?.value as { fingerprint: { changeNo: number; words: string[] } } | undefined
  const head = info?.fingerprint ?? { changeNo: -1, words: [] }
  expect(await call('cases.bin', { id })).toMatchObject({ ok: true })

  await test.step('in the bin it says what goes and what stays, and wants the reference', async () => {
    await openPlace(desk, 'Bin')
    await press(desk, 'F6')
    await walkTo(desk, page.getByRole('button', { name: say('Erase {0} for good', { 0: name }), exact: true }))
    await press(desk, 'Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(say('The person goes too: no other case file is theirs.'))).toBeVisible()
    const field = dialog.getByRole('textbox')
    await expect(field).toBeFocused()
    const reference = /“(.+)”/.exec((await dialog.locator('label').textContent()) ?? '')?.[1] ?? ''
    expect(reference).toMatch(/-\d{4}-\d{4}$/)
    await testInfo.attach('dialog', { body: await page.screenshot(), contentType: 'image/png' })
    const erase = dialog.getByRole('button', { name: say('Erase for good'), exact: true })
    await page.keyboard.type('something else')
    await press(desk, 'Enter')
    await expect(erase).toBeDisabled()
    await press(desk, 'Control+a')
    await page.keyboard.type(reference)
    await press(desk, 'Enter')
    // The whole vault is written anew meanwhile.
    await expect(dialog).toHaveCount(0, { timeout: 60_000 })
    await expect(page.getByText(say('The bin is empty'))).toBeVisible()
    await expect(page.getByRole('heading', { name: say.in('place', 'Bin'), level: 1 })).toBeFocused()
    expect(await call('cases.get', { id })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  await test.step('Activity tells of it without a name, and finds the words of an earlier report', async () => {
    await page
      .getByRole('navigation', { name: say('Places') })
      .getByRole('link', { name: say('Settings') })
      .or(page.getByRole('button', { name: say('Settings') }))
      .first()
      .click()
    await page.getByRole('button', { name: say('Show what was done') }).click()
    const list = page.getByRole('list', { name: say('What was done, newest first') })
    await expect(list.getByText(say('Erased for good'))).toBeVisible()
    expect(await list.textContent()).not.toContain('Policarpo')
    await page.getByRole('button', { name: say('Check the words of a report') }).click()
    await page.getByLabel(say('Number of the change')).fill(String(head.changeNo))
    await page.getByLabel(say('The four words')).fill(head.words.join(' '))
    await press(desk, 'Enter')
    await expect(page.getByText(/They are this vault’s own/)).toBeVisible()
    await testInfo.attach('activity', { body: await page.screenshot(), contentType: 'image/png' })
    await page.getByLabel(say('The four words')).fill(head.words.toReversed().join(' '))
    await press(desk, 'Enter')
    await expect(page.getByText(/but with other words/)).toBeVisible()
  })
  expect(readdirSync(join(desk.folders.vaults, 'Copy.habeas'))).not.toContain('vault.db.anew')
})
