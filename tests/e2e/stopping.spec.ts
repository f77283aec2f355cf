import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'

import { caseFile, goTo, newCase } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { hasFocus } from './pages/frame.ts'
import { keysPart, presentPassphrase } from './pages/keys.ts'
import { button, chooseVault, tryPassphrase, unlock } from './pages/lock-screen.ts'
import { atTheVault, destroy } from './rescue/damage.ts'
import { copied, expect, passphrase, test } from './support.ts'

/** Waits until something of the work shows, looking often: it may be over soon. */
const underWay = (what: string, seen: () => unknown): Promise<void> =>
  expect.poll(seen, { message: `${what} is under way`, intervals: [5], timeout: 30_000 }).toBeTruthy()

/** What is being made in a folder stands there under a name with a point before it. */
const inTheMaking = (folder: string) => (): boolean => readdirSync(folder).some((name) => name.startsWith('.'))
const progressOf = (part: Locator): Locator => part.getByRole('progressbar')
const hasBegun = (part: Locator) => async (): Promise<boolean> =>
  Number(
    (await progressOf(part)
      .getAttribute('aria-valuenow', { timeout: 1000 })
      .catch(() => null)) ?? 0,
  ) > 0

/** Presses Stop: the progress goes, it is said what is safe, and the focus is not lost with the button. */
async function stop(desk: Desk, part: Locator): Promise<void> {
  await part.getByRole('button', { name: desk.say('Stop'), exact: true }).click()
  const told = part.getByRole('alert')
  await expect(told).toContainText(desk.say('Stopped.'))
  await expect(told).toContainText(desk.say('The vault is as it was, and nothing half-made is left.'))
  await expect(progressOf(part)).toHaveCount(0)
  await expect.poll(() => hasFocus(desk)).toBe(true)
}

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const contentsOf = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()

test.describe('Rules 6 and 23: long work is stopped', () => {
  test('a backup, one to a file, a check of the vault, and a new key: nothing half-made is left', async ({ desk, largeVault }) => {
    const { page, say, folders } = desk
    const vault = copied(largeVault, desk)
    await unlock(desk, vault, passphrase)
    await goTo(desk, 'Settings')
    const before = contentsOf(vault)

    const backups = page.getByRole('region', { name: say('Backups'), exact: true })
    await button(desk, 'Back up now').click()
    await underWay('the backup', inTheMaking(join(vault, 'backups')))
    await stop(desk, backups)
    expect(readdirSync(join(vault, 'backups'))).toEqual([])
    await expect(backups.getByText(say('There is no backup of this vault yet.'))).toBeVisible()

    desk.app.answerDialog({ canceled: false, filePath: join(folders.outside, 'mine.habeas-backup') })
    await button(desk, 'Save a backup as…').click()
    // The copy itself is being written, beside the name that it is to have.
    await underWay('the copy', inTheMaking(folders.outside))
    await stop(desk, backups)
    expect(readdirSync(folders.outside)).toEqual([])

    const check = page.getByRole('region', { name: say('This vault'), exact: true })
    await button(desk, 'Check the vault').click()
    await underWay('the check', hasBegun(check))
    await stop(desk, check)

    await button(desk, 'Make a new key for the vault…').click()
    await presentPassphrase(desk).fill(passphrase)
    await button(desk, 'Make the new key').click()
    await underWay('the new key', () => (statSync(join(vault, 'rekey.building', 'vault.db'), { throwIfNoEntry: false })?.size ?? 0) > 0)
    await stop(desk, keysPart(desk))
    expect(contentsOf(vault)).toEqual(before)

    // Drafts and case files are taken as before, and by the passphrase of before.
    await goTo(desk, 'Home')
    await newCase(desk, { name: 'Petra Ejemplo' })
    await caseFile(desk, 'Petra Ejemplo').waitFor()
    await desk.app.close()
    expect(JSON.parse(atTheVault(passphrase, 'verify', vault, 'keys.rekeyed'))).toEqual({ faults: [], entries: 0 })
  })
})

test('Rule 4: looking at a damaged vault is stopped, and so is saving what can be read of it', async ({ desk, largeVault }) => {
  const { page, folders } = desk
  const vault = copied(largeVault, desk)
  destroy(vault, [1])
  const damaged = sha256(join(vault, 'vault.db'))
  const screen = page.locator('body')
  await chooseVault(desk, vault)
  await tryPassphrase(desk, passphrase)
  await underWay('the look at the vault', hasBegun(screen))
  await stop(desk, screen)
  await button(desk, 'Look at the vault').click()
  const save = button(desk, 'Save into a new vault…')
  await expect(button(desk, 'Look at the vault')).toHaveCount(0)
  await expect(progressOf(screen)).toHaveCount(0, { timeout: 30_000 })
  desk.app.answerDialog({ canceled: false, filePath: join(folders.vaults, 'Saved.habeas') })
  await save.click()
  await underWay('the new vault', inTheMaking(folders.vaults))
  await underWay('the saving', hasBegun(screen))
  await stop(desk, screen)
  expect(readdirSync(folders.vaults)).toEqual(['Copy.habeas'])
  expect(sha256(join(vault, 'vault.db'))).toBe(damaged)
  await expect(save).toBeEnabled()
})
