import { join } from 'node:path'
import type { Locator } from 'playwright-core'

import { focusIsOnARow, historyPanel, reading, reportIsSet, saved, section, toolbar } from './pages/case-file.ts'
import { caseFile, caseIsWhole, rowOf, searchField } from './pages/case-list.ts'
import { afterLocking } from './pages/desk.ts'
import type { Desk } from './pages/desk.ts'
import { button, passphraseField, textbox, waitUntilOpen } from './pages/lock-screen.ts'
import { caseworker, expect, passphrase, test } from './support.ts'

const name = 'Amalia Ñandú'

const isFocused = (target: Locator): Promise<boolean> =>
  target
    .evaluate((element) => element === document.activeElement || (element.contains(document.activeElement) && element !== document.body))
    .catch(() => false)

/** Presses a key until the focus is there, as somebody without a mouse does; fails where it never gets there. */
async function walkTo(desk: Desk, target: Locator, key = 'Tab', most = 80): Promise<void> {
  await target.first().waitFor()
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (await isFocused(target.first())) return
    await desk.page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${String(target)} within ${most} presses.`)
}

const type = (desk: Desk, text: string): Promise<void> => desk.page.keyboard.insertText(text)
const press = (desk: Desk, key: string): Promise<void> => desk.page.keyboard.press(key)

test('the main job by keyboard alone', async ({ desk }) => {
  const { say } = desk
  const vault = join(desk.folders.vaults, 'Keys.habeas')

  await test.step('create a vault', async () => {
    await walkTo(desk, button(desk, 'Make a new vault'))
    await press(desk, 'Enter')
    await walkTo(desk, textbox(desk, 'Title of the vault'))
    await type(desk, 'Keys only')
    await walkTo(desk, textbox(desk, 'Your name'))
    await type(desk, caseworker)
    desk.app.answerDialog({ canceled: false, filePath: vault })
    await walkTo(desk, button(desk, 'Choose a place…'))
    await press(desk, 'Enter')
    await button(desk, 'Change…').waitFor()
    await walkTo(desk, passphraseField(desk, 'Passphrase'))
    await type(desk, passphrase)
    await walkTo(desk, passphraseField(desk, 'The same once more'))
    await type(desk, passphrase)
    await press(desk, 'Enter')
    await waitUntilOpen(desk)
  })

  await test.step('new case', async () => {
    await press(desk, 'Control+n')
    await expect(textbox(desk, 'Name, or what is known')).toBeFocused()
    await type(desk, name)
    await walkTo(desk, textbox(desk, 'Where'))
    await type(desk, 'Muelle viejo')
    await press(desk, 'Control+Enter')
    await caseIsWhole(desk, name)
  })

  await test.step('charge', async () => {
    await walkTo(desk, caseFile(desk, name).getByRole('button', { name: say('Add charge'), exact: true }))
    await press(desk, 'Enter')
    const form = desk.page.getByRole('form', { name: say('Add charge') })
    await expect(form.getByLabel(say('Offence'), { exact: true })).toBeFocused()
    await type(desk, 'Rebellion')
    await press(desk, 'Enter')
    await expect(reading(section(desk, 'Charges'), say('Offence'))).toContainText('Rebellion')
    await focusIsOnARow(desk)
  })

  await test.step('a source and its citation', async () => {
    await walkTo(desk, reading(section(desk, 'Charges'), say('Offence')), 'Shift+Tab')
    await press(desk, 'Control+Shift+C')
    const panel = desk.page.getByRole('form', { name: new RegExp(`^${say('Cite a source for:')}`) })
    await walkTo(desk, panel.getByRole('button', { name: say('New source'), exact: true }))
    await press(desk, 'Enter')
    await expect(panel.getByRole('textbox', { name: say('Title'), exact: true })).toBeFocused()
    await type(desk, 'Port register')
    await press(desk, 'Control+Enter')
    await panel.waitFor({ state: 'detached' })
    await expect(section(desk, 'Charges').getByRole('button', { name: say('Source {shown}', { shown: 1 }), exact: true })).toBeVisible()
    await expect(reading(section(desk, 'Charges'), say('Offence'))).toBeFocused()
  })

  await test.step('edit in place', async () => {
    await walkTo(desk, reading(section(desk, 'Arrest'), say('Place of arrest')))
    await press(desk, 'Enter')
    await expect(section(desk, 'Arrest').getByRole('textbox', { name: say('Place of arrest'), exact: true })).toBeFocused()
    await press(desk, 'Control+a')
    await type(desk, 'New quay')
    await press(desk, 'Enter')
    await saved(desk)
    await expect(reading(section(desk, 'Arrest'), say('Place of arrest'))).toContainText('New quay')
    await expect(reading(section(desk, 'Arrest'), say('Place of arrest'))).toBeFocused()
  })

  await test.step('undo', async () => {
    await press(desk, 'Control+z')
    await expect(reading(section(desk, 'Arrest'), say('Place of arrest'))).toContainText('Muelle viejo')
  })

  await test.step('history', async () => {
    await walkTo(desk, toolbar(desk).getByRole('button', { name: say('History'), exact: true }), 'Shift+Tab')
    await press(desk, 'Enter')
    await expect(historyPanel(desk).getByRole('heading').first()).toBeFocused()
    await press(desk, 'Escape')
    await expect(historyPanel(desk)).toHaveCount(0)
  })

  await test.step('lock, unlock, search, open', async () => {
    await afterLocking(desk, () => press(desk, 'Control+l'))
    desk.app.answerDialog({ canceled: false, filePaths: [vault] })
    await walkTo(desk, button(desk, 'Open a vault'))
    await press(desk, 'Enter')
    await expect(passphraseField(desk, 'Passphrase')).toBeFocused()
    await type(desk, passphrase)
    await press(desk, 'Enter')
    await waitUntilOpen(desk)
    await press(desk, 'Control+f')
    await expect(searchField(desk)).toBeFocused()
    await type(desk, 'nandu')
    // What is pressed while the list is being looked for has nothing to open yet.
    await expect(rowOf(desk, name).locator('mark')).toBeVisible()
    await press(desk, 'ArrowDown')
    await press(desk, 'Enter')
    await caseFile(desk, name).waitFor()
  })

  await test.step('report', async () => {
    await walkTo(desk, toolbar(desk).getByRole('button', { name: say('Report'), exact: true }))
    await press(desk, 'Enter')
    await reportIsSet(desk)
    desk.app.answerDialog({ canceled: false, filePath: join(desk.folders.outside, 'keys.pdf') })
    await walkTo(desk, button(desk, 'Save PDF…'))
    await press(desk, 'Enter')
    await desk.page.getByText(say('Saved outside the vault as')).waitFor({ timeout: 60_000 })
    await press(desk, 'Escape')
    await caseFile(desk, name).waitFor()
  })

  await test.step('bin and restore', async () => {
    await walkTo(desk, button(desk, 'Move to bin'), 'Tab', 200)
    await press(desk, 'Enter')
    await expect(button(desk, 'Restore')).toBeFocused()
    await press(desk, 'Enter')
    await expect(toolbar(desk).getByRole('button', { name: say('Move to bin'), exact: true })).toBeVisible()
  })
})
