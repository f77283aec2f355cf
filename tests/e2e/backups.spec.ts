import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { runCli } from '../contract/cli/run-cli.ts'
import { goTo, newCase } from './pages/case-list.ts'
import { button, unlock } from './pages/lock-screen.ts'
import { copied, expect, passphrase, test } from './support.ts'

test.describe('Rule 23: backups from the window', () => {
  test('an old one is spoken of, and the first change of a day makes one by itself', async ({ desk, agedVault }) => {
    const { page, say } = desk
    const vault = copied(agedVault, desk)
    const lying = (): string[] => readdirSync(join(vault, 'backups')).filter((name) => /^[^.].*\.habeas-backup$/.test(name))
    const [old = ''] = lying()
    await unlock(desk, vault, passphrase)
    const nag = page.getByText(say('The last backup is old'), { exact: true })
    await expect(nag).toBeVisible()
    await expect(page.getByText('8 days of work came after it')).toBeVisible()
    const said = page.getByText(say.like('The newest backup that was opened and found whole was made on {0}.'))
    await expect(said).toBeVisible()
    // Looking at it is no change, and asks for no backup.
    expect(lying()).toEqual([old])
    const begun = Date.now()
    await newCase(desk, { name: 'Petra Ejemplo' })
    await goTo(desk, 'Home')

    await expect.poll(() => lying().length, { timeout: 90_000 }).toBe(2)
    const [made = ''] = lying().filter((name) => name !== old)
    const { mtime } = statSync(join(vault, 'backups', made))
    // Not while the person is in the middle of the first sentence: a while later, however long the sentence took.
    expect(mtime.getTime() - begun).toBeGreaterThan(14_000)
    // Home says so once the copy was read back; only what it says of the new one tells that it is not still on its way there.
    await expect(said).toContainText(new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(mtime), { timeout: 60_000 })
    await expect(nag).toHaveCount(0)
    expect(lying()).toHaveLength(2)
    await goTo(desk, 'Settings')
    await page.getByRole('button', { name: say('All backups') }).click()
    await expect(
      page
        .getByRole('table', { name: say('All backups') })
        .getByRole('row')
        .nth(1),
    ).toContainText(say('first change of a day'))
  })

  test('one is made while the page stays usable, copied to a second place, checked, and restored', async ({ desk, quickVault }) => {
    const { page, say, folders } = desk
    // Not one that the app made: where that took long, the backup of the day was made as well.
    const vault = copied(quickVault, desk)
    await unlock(desk, vault, passphrase)
    // The demonstration is written and no backup holds it: Home says so.
    await expect(page.getByText(say('There is no backup of this vault yet'), { exact: true })).toBeVisible()
    await button(desk, 'Go to the backups').click()

    const drive = join(folders.vaults, 'Drive')
    mkdirSync(drive)
    desk.app.answerDialog({ canceled: false, filePaths: [drive] })
    await button(desk, 'Choose a folder…').click()
    await expect(page.getByText(say('Each backup is copied to the folder “{0}”.', { 0: 'Drive' }))).toBeVisible()

    await button(desk, 'Back up now').click()
    await expect(page.getByText(say('Made, opened and found whole; so was its copy at the second place.'))).toBeVisible({ timeout: 60_000 })
    const made = readdirSync(join(vault, 'backups'))
    expect(made).toHaveLength(1)
    expect(readdirSync(drive)).toContain(made[0])

    const saved = join(folders.vaults, 'mine.habeas-backup')
    desk.app.answerDialog({ canceled: false, filePath: saved })
    await button(desk, 'Save a backup as…').click()
    await expect(page.getByText(say('Saved as {0}, opened and found whole.', { 0: 'mine.habeas-backup' }))).toBeVisible({ timeout: 60_000 })

    await page.getByRole('button', { name: say('All backups') }).click()
    const table = page.getByRole('table', { name: say('All backups') })
    await expect(table.getByRole('row')).toHaveCount(3)
    await table.getByRole('button').first().click()
    await expect(page.getByText(say('Opened and found whole.'), { exact: true })).toBeVisible({ timeout: 60_000 })

    if (process.env['HABEAS_SHOTS'] !== undefined) await page.screenshot({ path: join(process.env['HABEAS_SHOTS'], 'backups.png') })
    // The check of the whole vault, by the same process.
    await button(desk, 'Check the vault').click()
    await expect(
      page.getByText(say.like('Sound: {checked} parts of the vault were checked, and every one is as it was written.')),
    ).toBeVisible({
      timeout: 60_000,
    })
    await goTo(desk, 'Home')
    await expect(page.getByText(say.like('The newest backup that was opened and found whole was made on {0}.'))).toBeVisible()
    await expect(page.getByRole('region', { name: say('Needs attention') })).toBeVisible()
    await expect(page.getByText(say('There is no backup of this vault yet'), { exact: true })).toHaveCount(0)
    await desk.app.close()

    for (const [number, file] of [saved, join(drive, made[0] ?? '')].entries()) {
      const place = join(folders.vaults, `Restored ${number}.habeas`)
      const words = ['--passphrase-stdin', '--json']
      const restored = await runCli(['restore', file, '--to', place, ...words], { input: `${passphrase}\n` })
      expect(restored).toMatchObject({ code: 0, stderr: '' })
      expect(restored.stdout).toContain('"verified": "whole"')
      expect(await runCli(['verify', place, ...words], { input: `${passphrase}\n` })).toMatchObject({ code: 0 })
    }
    expect(existsSync(join(vault, 'backups', made[0] ?? ''))).toBe(true)
  })
})
