import { closeSync, existsSync, openSync, readFileSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { goTo, newCase, rows } from './pages/case-list.ts'
import { sitDown } from './pages/desk.ts'
import { button, unlock, waitUntilOpen } from './pages/lock-screen.ts'
import { atTheVault, destroy, tryOpening } from './rescue/damage.ts'
import { callAs } from './tour/hard-cases.ts'
import { copied, expect, passphrase, test } from './support.ts'

test.describe('Rule 4: a damaged vault has ways out, and none of them deletes', () => {
  test('a damaged database → what is wrong in words → a backup takes its place, the damaged one is kept', async ({ desk, quickVault }) => {
    const { page, say } = desk
    const vault = copied(quickVault, desk)
    atTheVault(passphrase, 'backup', vault)
    destroy(vault, [1])
    const damaged = readFileSync(join(vault, 'vault.db'))
    await tryOpening(desk, vault, passphrase)
    await expect(page.getByRole('heading', { name: say('The vault’s database is damaged.') })).toBeFocused()
    await expect(page.getByText(say('Parts of the database are damaged.'))).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText(/Delete|delete all/)).toHaveCount(0)
    await button(desk, 'Restore this one').click()
    await expect(page.getByText(say('The backup is restored and checked.'))).toBeVisible({ timeout: 60_000 })
    const kept = readdirSync(dirname(vault)).find((name) => name.includes('(replaced '))
    expect(readFileSync(join(dirname(vault), kept ?? '', 'vault.db')).equals(damaged)).toBe(true)
    await button(desk, 'Open the vault').click()
    await waitUntilOpen(desk)
    await goTo(desk, 'Cases')
    await expect(rows(desk).first()).toBeVisible()
  })

  test('all that can be read is saved into a new vault, and its case files are there', async ({ desk, quickVault }) => {
    const vault = copied(quickVault, desk)
    destroy(vault, [1])
    await tryOpening(desk, vault, passphrase)
    const target = join(desk.folders.vaults, 'Saved.habeas')
    desk.app.answerDialog({ canceled: false, filePath: target })
    await expect(button(desk, 'Save into a new vault…')).toBeEnabled({ timeout: 60_000 })
    await button(desk, 'Save into a new vault…').click()
    await expect(button(desk, 'Open the new vault')).toBeFocused({ timeout: 60_000 })
    const list = join(desk.folders.outside, 'list.txt')
    desk.app.answerDialog({ canceled: false, filePath: list })
    await button(desk, 'Save the list…').click()
    await expect.poll(() => existsSync(list)).toBe(true)
    expect(readFileSync(list, 'utf8')).toMatch(/^page\tsqlite_schema\t1$/m)
    await button(desk, 'Open the new vault').click()
    await waitUntilOpen(desk)
    await goTo(desk, 'Cases')
    await expect(rows(desk).filter({ hasText: 'Rocío San Miguel' })).toBeVisible()
    await desk.app.close()
    expect(JSON.parse(atTheVault(passphrase, 'verify', target, 'vault.salvaged'))).toEqual({ faults: [], entries: 1 })
  })

  test('opened for reading only, a damaged vault says so all the time, and refuses what is written', async ({ desk, quickVault }) => {
    const { page, say } = desk
    const vault = copied(quickVault, desk)
    // The record of the last change is lost: the case files themselves are whole.
    const before = readFileSync(join(vault, 'vault.db'))
    writeFileSync(join(vault, 'head.json'), 'nothing of ours')
    await tryOpening(desk, vault, passphrase)
    await button(desk, 'Open for reading').click()
    await waitUntilOpen(desk)
    const banner = page.getByText(say('Opened for reading only: the record of this vault’s last change is missing or damaged.'))
    await expect(banner).toBeVisible()
    await goTo(desk, 'Cases')
    await expect(rows(desk).first()).toBeVisible()
    await expect(banner).toBeVisible()
    // What would be refused is not offered, by no button and no key; and it is refused all the same.
    await expect(button(desk, 'New case')).toHaveCount(0)
    await goTo(desk, 'Home')
    await expect(page.getByRole('heading', { name: say('Recent work') })).toBeVisible()
    await expect(button(desk, 'New case')).toHaveCount(0)
    await expect(page.getByText(say('There is no backup of this vault yet'))).toHaveCount(0)
    await page.keyboard.press('Control+n')
    await expect(page.getByRole('heading', { name: say('Recent work') })).toBeVisible()
    expect(await callAs(desk, 'cases.create', { person: { name: 'Nobody Ejemplo', kind: 'person' } }).catch(String)).toContain(
      '"code":"read_only"',
    )
    await desk.app.close()
    expect(readFileSync(join(vault, 'vault.db')).equals(before)).toBe(true)
  })
})

test('Rule 15: an older vault is opened only after its four words were typed', async ({ desk, quickVault }) => {
  const vault = copied(quickVault, desk)
  const { say } = desk
  const older = readFileSync(join(vault, 'vault.db'))
  await unlock(desk, vault, passphrase)
  await newCase(desk, { name: 'Somebody Ejemplo' })
  await desk.app.close()
  const handle = openSync(join(vault, 'vault.db'), 'w')
  writeSync(handle, older)
  closeSync(handle)
  const again = await sitDown({ folders: desk.folders })
  try {
    await tryOpening(again, vault, passphrase)
    await expect(again.page.getByText(say('Somebody may have put an older copy in its place.'))).toBeVisible({ timeout: 60_000 })
    await again.page.getByText(say('Go on with the older state')).click()
    const open = button(again, 'Open the older state')
    await expect(open).toBeDisabled()
    const words = await again.page.locator('dl [lang="en"]').innerText()
    await again.page.getByRole('textbox', { name: say('The four words') }).fill(words)
    await open.click()
    await waitUntilOpen(again)
    await again.app.close()
    expect(JSON.parse(atTheVault(passphrase, 'verify', vault, 'rollback.accepted'))).toEqual({ faults: [], entries: 1 })
  } finally {
    await again.app.kill()
  }
})
