import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { runCli } from '../contract/cli/run-cli.ts'
import { openText, section, toolbar } from './pages/case-file.ts'
import { newCase, openCase } from './pages/case-list.ts'
import { afterLocking } from './pages/desk.ts'
import { alert, button, chooseVault, tryPassphrase, unlock, whileDerived } from './pages/lock-screen.ts'
import { expect, passphrase, test } from './support.ts'

const sentence = 'She asked for her heart pills by name.'

test('Rule 8: the lock key locks while one types, and the sentence is there after unlocking', async ({ openDesk: desk, vault }) => {
  await newCase(desk, { name: 'Petra Ejemplo' })
  const editor = await openText(desk, section(desk, 'Summary'), 'Summary')
  await editor.pressSequentially(sentence)
  await toolbar(desk).getByText(desk.say('Kept as a draft in the vault')).waitFor()
  await afterLocking(desk, () => desk.page.keyboard.press('F9'))
  await unlock(desk, vault, passphrase)
  await openCase(desk, 'Petra Ejemplo')
  await expect(section(desk, 'Summary')).toContainText(sentence)
})

test('Rule 8: the lock key locks from inside a dialog, a menu’s key too', async ({ openDesk: desk, vault }) => {
  await desk.page.keyboard.press('F1')
  await desk.page.getByRole('dialog').waitFor()
  await afterLocking(desk, () => desk.page.keyboard.press('F9'))
  await unlock(desk, vault, passphrase)
  await desk.page.keyboard.press('Control+k')
  await desk.page.getByRole('dialog').getByRole('combobox').or(desk.page.getByRole('dialog').getByRole('searchbox')).first().waitFor()
  await afterLocking(desk, () => desk.page.keyboard.press('Control+l'))
})

test('Rule 8: the lock key works from another program once it is switched on, and not before', async ({ openDesk: desk, vault }) => {
  test.skip(desk.app.engine === 'electron', 'no test can press a key of another program')
  const app = desk.app as typeof desk.app & { pressGlobally: (keys: string) => Promise<boolean> }
  expect(await app.pressGlobally('CommandOrControl+F9')).toBe(false)
  await button(desk, 'Settings').click()
  await desk.page.getByText('from any other program too').click()
  await afterLocking(desk, () => expect.poll(() => app.pressGlobally('CommandOrControl+F9').catch(() => true)).toBe(true))
  // The choice holds for the next run; with nothing open the key does nothing.
  await expect.poll(() => app.pressGlobally('CommandOrControl+F9')).toBe(true)
  await unlock(desk, vault, passphrase)
})

test('Rule 22: quick erase from Settings leaves nothing that opens, with the header copies and the passphrase known', async ({
  openDesk: desk,
  vault,
}) => {
  const headers = ['header.0.json', 'header.1.json'].map((name) => readFileSync(join(vault, name)))
  await button(desk, 'Settings').click()
  await button(desk, 'Quick erase…').click()
  const dialog = desk.page.getByRole('alertdialog')
  const now = dialog.getByRole('button', { name: desk.say('Erase now') })
  await expect(now).toBeDisabled()
  await dialog.getByRole('textbox').fill('copy')
  await desk.page.getByText(desk.say('Delete the encrypted files too')).click()
  await expect(dialog.getByText(desk.say('The encrypted files, without a key. They can be seen to have been a vault.'))).toBeVisible()
  const database = readFileSync(join(vault, 'vault.db')).length
  await afterLocking(desk, () => now.click())
  await expect(alert(desk)).toContainText(
    desk.say('The vault was erased: its keys were destroyed. The encrypted files are still there and nothing opens them.'),
    whileDerived,
  )

  expect(readFileSync(join(vault, 'vault.db')).length).toBeGreaterThanOrEqual(database)
  await chooseVault(desk, vault)
  await tryPassphrase(desk, passphrase)
  await expect(alert(desk)).toContainText(
    desk.say('The key slots of this vault were destroyed by a quick erase. Nothing opens it any more.'),
    whileDerived,
  )
  const cli = await runCli(['verify', vault, '--json', '--passphrase-stdin'], { input: `${passphrase}\n` })
  expect([cli.code, JSON.parse(cli.stderr)]).toEqual([3, { code: 'erased', message: expect.any(String), params: {} }])
  // Header copies from before bring back the key slots, but not the vault: its own record of the last change is gone.
  for (const [n, header] of headers.entries()) writeFileSync(join(vault, `header.${n}.json`), header)
  const restored = await runCli(['info', vault, '--json', '--passphrase-stdin'], { input: `${passphrase}\n` })
  expect([restored.code, JSON.parse(restored.stderr)]).toMatchObject([4, { code: 'damaged', params: { what: 'head' } }])
})

test('Rule 22: quick erase at the lock screen takes the folder away', async ({ desk, vault }) => {
  await chooseVault(desk, vault)
  await button(desk, 'Quick erase…').click()
  await desk.page.getByRole('alertdialog').getByRole('textbox').fill('Copy')
  await desk.page
    .getByRole('alertdialog')
    .getByRole('button', { name: desk.say('Erase now') })
    .click()
  await expect(alert(desk)).toContainText(desk.say('The vault was erased: its keys were destroyed, and its files are gone.'), whileDerived)
  expect(existsSync(vault)).toBe(false)
  await expect(button(desk, 'Make a new vault')).toBeVisible()
  const cli = await runCli(['info', vault, '--json', '--passphrase-stdin'], { input: `${passphrase}\n` })
  expect(cli.code).toBe(3)
})
