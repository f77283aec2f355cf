import { button, chooseVault, lock, passphraseField, tryPassphrase, waitUntilOpen } from './pages/lock-screen.ts'
import { callAs } from './tour/hard-cases.ts'
import { expect, passphrase, test } from './support.ts'

test('Rule 8: whoever comes back after locking reads that the vault is locked and not lost, and opens it first of all', async ({
  desk,
  vault,
}) => {
  const { say } = desk
  // At the first start nothing was locked, and there is nothing to open yet.
  await expect(button(desk, 'Make a new vault')).toBeFocused()
  await chooseVault(desk, vault)
  await tryPassphrase(desk, passphrase)
  await waitUntilOpen(desk)

  await lock(desk)
  await expect(desk.page.getByText(say('The vault is locked, and nothing was lost.'))).toBeVisible()
  await expect(button(desk, 'Open a vault')).toBeFocused()
  const words = await desk.page.locator('main').innerText()
  // Where it lies is remembered only where a person chose so.
  expect(words).not.toContain('Office')

  await chooseVault(desk, vault)
  await tryPassphrase(desk, passphrase)
  await waitUntilOpen(desk)
  await callAs(desk, 'app.changeSettings', { rememberVault: true })
  await lock(desk)
  await expect(
    desk.page.getByText(say('Locked, and nothing was lost. Without the passphrase nothing in this vault can be read.')),
  ).toBeVisible()
  await expect(passphraseField(desk, 'Passphrase')).toBeFocused()
})
