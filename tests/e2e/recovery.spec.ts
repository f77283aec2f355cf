import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readdirSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { fillNewCase, goTo, newCase, rows } from './pages/case-list.ts'
import { sitDown, type Desk } from './pages/desk.ts'
import { button, chooseVault, tryPassphrase, unlock, waitUntilOpen } from './pages/lock-screen.ts'
import { copied, expect, passphrase, test } from './support.ts'

const pageSize = 4096

/** Overwrites pages of a vault's database, counted from its end or named by number. */
function destroy(vault: string, pages: readonly number[]): void {
  const file = join(vault, 'vault.db')
  const count = statSync(file).size / pageSize
  const handle = openSync(file, 'r+')
  for (const page of pages) writeSync(handle, Buffer.alloc(pageSize, 0x5a), 0, pageSize, (page < 0 ? count + page : page - 1) * pageSize)
  closeSync(handle)
}

/** Works on a closed vault in a process of its own: makes a backup, or checks it and counts entries of its chain. */
const atTheVault = (...words: string[]): string =>
  execFileSync(process.execPath, [join(import.meta.dirname, 'rescue/at-the-vault.ts'), ...words], { encoding: 'utf8', input: passphrase })

const tryOpening = async (desk: Desk, vault: string): Promise<void> => {
  await chooseVault(desk, vault)
  await tryPassphrase(desk, passphrase)
  await desk.page.getByRole('list', { name: desk.say('Ways out') }).waitFor()
}

test.describe('Rule 4: a damaged vault has ways out, and none of them deletes', () => {
  test('a damaged database → what is wrong in words → a backup takes its place, the damaged one is kept', async ({
    desk,
    demonstrationVault,
  }) => {
    const { page, say } = desk
    const vault = copied(demonstrationVault, desk)
    atTheVault('backup', vault)
    destroy(vault, [1])
    const damaged = readFileSync(join(vault, 'vault.db'))
    await tryOpening(desk, vault)
    await expect(page.getByRole('heading', { name: say("The vault's database is damaged.") })).toBeFocused()
    await expect(page.getByText(say('Pages of the database are damaged.'))).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(/Delete|delete all/)).toHaveCount(0)
    await button(desk, 'Restore this one').click()
    await expect(page.getByText(say('The backup is restored and checked.'))).toBeVisible({ timeout: 60_000 })
    const kept = readdirSync(dirname(vault)).find((name) => name.includes('(damaged '))
    expect(readFileSync(join(dirname(vault), kept ?? '', 'vault.db')).equals(damaged)).toBe(true)
    await button(desk, 'Open the vault').click()
    await waitUntilOpen(desk)
    await goTo(desk, 'Cases')
    await expect(rows(desk).first()).toBeVisible()
  })

  test('all that can be read is saved into a new vault, and its case files are there', async ({ desk, demonstrationVault }) => {
    const vault = copied(demonstrationVault, desk)
    destroy(vault, [1])
    await tryOpening(desk, vault)
    const target = join(desk.folders.vaults, 'Saved.habeas')
    desk.app.answerDialog({ canceled: false, filePath: target })
    await expect(button(desk, 'Save into a new vault…')).toBeEnabled({ timeout: 30_000 })
    await button(desk, 'Save into a new vault…').click()
    await expect(button(desk, 'Open the new vault')).toBeFocused({ timeout: 60_000 })
    const list = join(desk.folders.outside, 'list.txt')
    desk.app.answerDialog({ canceled: false, filePath: list })
    await button(desk, 'Save the list…').click()
    await expect.poll(() => existsSync(list)).toBe(true)
    expect(readFileSync(list, 'utf8')).toMatch(/^page\t-\t1$/m)
    await button(desk, 'Open the new vault').click()
    await waitUntilOpen(desk)
    await goTo(desk, 'Cases')
    await expect(rows(desk).filter({ hasText: 'Rocío San Miguel' })).toBeVisible()
    await desk.app.close()
    expect(JSON.parse(atTheVault('verify', target, 'vault.salvaged'))).toEqual({ faults: [], entries: 1 })
  })

  test('opened for reading only, a damaged vault says so all the time, and refuses what is written', async ({
    desk,
    demonstrationVault,
  }) => {
    const { page, say } = desk
    const vault = copied(demonstrationVault, desk)
    // The record of the last change is lost: the case files themselves are whole.
    const before = readFileSync(join(vault, 'vault.db'))
    writeSync(openSync(join(vault, 'head.json'), 'r+'), '{"format":"nothing"}', 0)
    await tryOpening(desk, vault)
    await button(desk, 'Open for reading').click()
    await waitUntilOpen(desk)
    const banner = page.getByText(say('Opened for reading only, since this vault is damaged or older than its own record.'))
    await expect(banner).toBeVisible()
    await goTo(desk, 'Cases')
    await expect(rows(desk).first()).toBeVisible()
    await expect(banner).toBeVisible()
    await button(desk, 'New case').first().click()
    await fillNewCase(desk, { name: 'Nobody Ejemplo' })
    await button(desk, 'Open the case file').click()
    await expect(page.getByText(say("The folder can't be written."), { exact: false }).first()).toBeVisible()
    await desk.app.close()
    expect(readFileSync(join(vault, 'vault.db')).equals(before)).toBe(true)
  })
})

test('Rule 15: an older vault is opened only after its four words were typed', async ({ desk, vault }) => {
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
    await tryOpening(again, vault)
    await expect(again.page.getByText(say('Somebody may have put an older copy in its place.'))).toBeVisible({ timeout: 30_000 })
    await again.page.getByText(say('Go on with the older state')).click()
    const open = button(again, 'Open the older state')
    await expect(open).toBeDisabled()
    const words = await again.page.locator('dl [lang="en"]').innerText()
    await again.page.getByRole('textbox', { name: say('The four words') }).fill(words)
    await open.click()
    await waitUntilOpen(again)
    await again.app.close()
    expect(JSON.parse(atTheVault('verify', vault, 'rollback.accepted'))).toEqual({ faults: [], entries: 1 })
  } finally {
    await again.app.kill()
  }
})
