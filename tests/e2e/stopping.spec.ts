import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'

import { caseFile, goTo, newCase } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { keysPart, presentPassphrase } from './pages/keys.ts'
import { button, chooseVault, tryPassphrase, unlock } from './pages/lock-screen.ts'
import { progressOf, stopInTheMiddle } from './pages/stop.ts'
import { atTheVault, destroy } from './rescue/damage.ts'
import { copied, expect, passphrase, test } from './support.ts'

/** What is being made in a folder stands there under a name with a point before it. */
const inTheMaking = (folder: string) => (): boolean => readdirSync(folder).some((name) => name.startsWith('.'))
const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const contentsOf = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()

/** It is said what is safe, and the focus, which went with the button, stands on what is said. */
async function saysStopped(desk: Desk, part: Locator): Promise<void> {
  const told = part.getByRole('group', { name: desk.say('Stopped.'), exact: true })
  await expect(told).toContainText(desk.say('Stopped.'))
  await expect(told).toContainText(desk.say('The vault is as it was, and nothing half-made is left.'))
  await expectFocusOn(desk, desk.say('Stopped.'))
}

const expectFocusOn = (desk: Desk, words: string): Promise<void> =>
  expect.poll(() => desk.page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(new RegExp(`^${words}`))

test.describe('Rules 6 and 23: long work is stopped', () => {
  test('a backup, one to a file, a check of the vault, and a new key: nothing half-made is left', async ({ desk, largeVault }) => {
    const { page, say, folders } = desk
    const vault = copied(largeVault, desk)
    await unlock(desk, vault, passphrase)
    await goTo(desk, 'Settings')
    const stopped = (part: Locator) => part.getByRole('group', { name: say('Stopped.'), exact: true })
    let before: string[] = []

    const backups = page.getByRole('region', { name: say('Backups'), exact: true })
    const made = await stopInTheMiddle(desk, backups, {
      begin: async () => {
        before = contentsOf(join(vault, 'backups'))
        await button(desk, 'Back up now').click()
      },
      sign: inTheMaking(join(vault, 'backups')),
      stopped: stopped(backups),
    })
    await saysStopped(desk, backups)
    expect(contentsOf(join(vault, 'backups'))).toEqual(before)
    await expect(backups.getByText(say('There is no backup of this vault yet.'))).toHaveCount(made === 0 ? 1 : 0)

    await stopInTheMiddle(desk, backups, {
      begin: async (time) => {
        before = readdirSync(folders.outside)
        desk.app.answerDialog({ canceled: false, filePath: join(folders.outside, `mine-${time}.habeas-backup`) })
        await button(desk, 'Save a backup as…').click()
      },
      // The copy itself is being written, beside the name that it is to have.
      sign: inTheMaking(folders.outside),
      stopped: stopped(backups),
    })
    await saysStopped(desk, backups)
    expect(readdirSync(folders.outside)).toEqual(before)

    const check = page.getByRole('region', { name: say('This vault'), exact: true })
    await stopInTheMiddle(desk, check, {
      begin: () => button(desk, 'Check the vault').click(),
      sign: 'share',
      stopped: stopped(check),
    })
    await saysStopped(desk, check)

    const keys = keysPart(desk)
    const rekeyed = await stopInTheMiddle(desk, keys, {
      begin: async (time) => {
        if (time > 1) await button(desk, 'Done').click()
        await button(desk, 'Make a new key for the vault…').click()
        await presentPassphrase(desk).fill(passphrase)
        before = contentsOf(vault)
        await button(desk, 'Make the new key').click()
      },
      sign: () => (statSync(join(vault, 'rekey.building', 'vault.db'), { throwIfNoEntry: false })?.size ?? 0) > 0,
      stopped: stopped(keys),
    })
    await saysStopped(desk, keys)
    expect(contentsOf(vault)).toEqual(before)

    // Drafts and case files are taken as before, and by the passphrase of before.
    await goTo(desk, 'Home')
    await newCase(desk, { name: 'Petra Ejemplo' })
    await caseFile(desk, 'Petra Ejemplo').waitFor()
    await desk.app.close()
    expect(JSON.parse(atTheVault(passphrase, 'verify', vault, 'keys.rekeyed'))).toEqual({ faults: [], entries: rekeyed })
  })

  test('the copy of a backup at the second place: the backup itself is made, and that is said', async ({ desk, largeVault }) => {
    const { page, say, folders } = desk
    const vault = copied(largeVault, desk)
    const drive = join(folders.vaults, 'Drive')
    mkdirSync(drive)
    await unlock(desk, vault, passphrase)
    await goTo(desk, 'Settings')
    desk.app.answerDialog({ canceled: false, filePaths: [drive] })
    await button(desk, 'Choose a folder…').click()
    await expect(page.getByText(say('Each backup is copied to the folder “{0}”.', { 0: 'Drive' }))).toBeVisible()
    const backups = page.getByRole('region', { name: say('Backups'), exact: true })
    const words = say(
      'Made in the vault’s own folder, opened and found whole. Only its copy at the second place was stopped; the next backup is copied there again.',
    )
    const lying = (): string[] => readdirSync(join(vault, 'backups'))
    let before = { here: [''], there: [''] }
    await stopInTheMiddle(desk, backups, {
      begin: async () => {
        before = { here: lying(), there: readdirSync(drive) }
        await button(desk, 'Back up now').click()
      },
      sign: inTheMaking(drive),
      stopped: backups.getByText(words),
    })
    await expectFocusOn(desk, words)
    expect(readdirSync(drive)).toEqual(before.there)
    const [made, ...more] = lying().filter((name) => !before.here.includes(name))
    expect(made).toMatch(/\.habeas-backup$/)
    expect(more).toEqual([])
    await expect(backups.getByText(say('There is no backup of this vault yet.'))).toHaveCount(0)
    await desk.app.close()
    expect(JSON.parse(atTheVault(passphrase, 'verify', vault, 'backup.made'))).toMatchObject({ faults: [] })
  })
})

test('Rule 4: looking at a damaged vault is stopped, and so is saving what can be read of it', async ({ desk, largeVault }) => {
  const { page, say, folders } = desk
  const vault = copied(largeVault, desk)
  destroy(vault, [1])
  const damaged = sha256(join(vault, 'vault.db'))
  const screen = page.locator('body')
  const stopped = page.getByRole('group', { name: say('Stopped.'), exact: true })
  const comeHere = async (again: boolean): Promise<void> => {
    if (again) await button(desk, 'Back').click()
    await chooseVault(desk, vault)
    await tryPassphrase(desk, passphrase)
  }
  await stopInTheMiddle(desk, screen, { begin: (time) => comeHere(time > 1), sign: 'share', stopped })
  await saysStopped(desk, screen)

  const look = button(desk, 'Look at the vault')
  const save = button(desk, 'Save into a new vault…')
  let before: string[] = []
  await stopInTheMiddle(desk, screen, {
    begin: async (time) => {
      if (time > 1) await comeHere(true)
      else await look.click()
      await expect(look).toHaveCount(0)
      await expect(progressOf(screen)).toHaveCount(0, { timeout: 60_000 })
      await expect(save).toBeEnabled({ timeout: 60_000 })
      before = readdirSync(folders.vaults)
      desk.app.answerDialog({ canceled: false, filePath: join(folders.vaults, `Saved-${time}.habeas`) })
      await save.click()
    },
    sign: 'share',
    stopped,
  })
  await saysStopped(desk, screen)
  expect(readdirSync(folders.vaults)).toEqual(before)
  expect(sha256(join(vault, 'vault.db'))).toBe(damaged)
  await expect(save).toBeEnabled()
})
