import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { goTo } from './pages/case-list.ts'
import { makeFolders, removeFolders, sitDown } from './pages/desk.ts'
import {
  alert,
  button,
  chooseVault,
  fillNewVault,
  passphraseField,
  tryPassphrase,
  unlock,
  waitUntilOpen,
  whileDerived,
} from './pages/lock-screen.ts'
import { wordsOf } from './pages/words.ts'
import { caseworker, expect, passphrase, test } from './support.ts'

const commandLine = join(import.meta.dirname, '../../out/cli/index.js')

test.describe('What stands in the way of opening a vault has its own words', () => {
  test('a wrong passphrase, then the right one', async ({ desk, vault }) => {
    await chooseVault(desk, vault)
    await tryPassphrase(desk, 'granite heron eleven candle silver poplars')
    await expect(alert(desk)).toContainText(desk.say('This passphrase doesn’t open the vault.'), whileDerived)
    // Ready for the next try: what is typed now replaces the wrong one.
    await expect(passphraseField(desk, 'Passphrase')).toBeFocused()
    await tryPassphrase(desk, passphrase)
    await waitUntilOpen(desk)
  })

  test('a vault that is open elsewhere, for the app and for the command line', async ({ openDesk, vault }) => {
    const folders = makeFolders()
    const other = await sitDown({ folders })
    try {
      await chooseVault(other, vault)
      await tryPassphrase(other, passphrase)
      await expect(alert(other)).toContainText(other.say('The vault is open in another window or program.'), whileDerived)
    } finally {
      await other.app.kill()
    }
    const file = join(folders.outside, 'passphrase')
    writeFileSync(file, `${passphrase}\n`)
    const list = (): { status: number | null; stderr: string } =>
      spawnSync(process.execPath, [commandLine, 'list', vault, '--passphrase-file', file, '--json'], {
        encoding: 'utf8',
        env: { ...process.env, HOME: folders.home },
      })
    const refused = list()
    expect(refused.status).toBe(3)
    expect(JSON.parse(refused.stderr)).toMatchObject({ code: 'vault_in_use' })
    await openDesk.app.close()
    expect(list().status).toBe(0)
    removeFolders(folders)
  })

  test('a second start of the same app shows the window that is there', async ({ openDesk }) => {
    const second = await sitDown({ folders: openDesk.folders }).then(
      () => 'a second window',
      () => 'no second window',
    )
    expect(second).toBe('no second window')
    await expect(openDesk.page.getByRole('navigation', { name: openDesk.say('Places') })).toBeVisible()
  })

  test('a header of which both copies are damaged; one damaged copy is no obstacle', async ({ desk, vault }) => {
    const headers = readdirSync(vault).filter((name) => /^header\.\d\.json$/.test(name))
    expect(headers).toHaveLength(2)
    const [first = '', second = ''] = headers
    const original = readFileSync(join(vault, first))
    writeFileSync(join(vault, first), original.subarray(0, 100))
    await unlock(desk, vault, passphrase)
    await desk.app.close()
    for (const name of [first, second]) writeFileSync(join(vault, name), '{"format":')
    const again = await sitDown({ folders: desk.folders })
    try {
      await chooseVault(again, vault)
      await tryPassphrase(again, passphrase)
      await expect(
        again.page.getByRole('heading', { name: again.say('The vault’s record of its keys is damaged in both of its copies.') }),
      ).toBeFocused(whileDerived)
    } finally {
      await again.app.kill()
    }
  })

  test('a folder without a vault', async ({ desk }) => {
    const folder = join(desk.folders.vaults, 'Nothing.habeas')
    mkdirSync(folder)
    await chooseVault(desk, folder)
    await tryPassphrase(desk, passphrase)
    await expect(alert(desk)).toContainText(desk.say('There is no vault in this folder.'), whileDerived)
    expect(readdirSync(folder)).toEqual([])
  })
})

test.describe('Choosing a passphrase', () => {
  test('a weak one is named weak while it is typed, and refused with the reason', async ({ desk }) => {
    const place = await fillNewVault(desk, { title: 'Office', caseworker, passphrase: 'password1' })
    await expect(desk.page.getByText(desk.say.like('Too weak. {why}'))).toBeVisible()
    await expect(desk.page.getByText(desk.say('Strong enough.'))).toHaveCount(0)
    await button(desk, 'Make the vault').click()
    await expect(alert(desk)).toContainText(desk.say('This passphrase is too easy to guess.'))
    // More than "too easy": why.
    const said = (await alert(desk).innerText()).replace(desk.say('This passphrase is too easy to guess.'), '').trim()
    expect(said.length).toBeGreaterThan(20)
    expect(existsSync(place)).toBe(false)
  })

  test('the title of the vault is no passphrase for it', async ({ desk }) => {
    await fillNewVault(desk, {
      title: 'Ombudsman of the Southern Provinces',
      caseworker,
      passphrase: 'Ombudsman of the Southern Provinces',
    })
    await button(desk, 'Make the vault').click()
    await expect(alert(desk)).toContainText(desk.say('This passphrase is too easy to guess.'))
  })

  test('generated words are offered, shown, and open the vault', async ({ desk }) => {
    await fillNewVault(desk, { title: 'Office', caseworker, passphrase: 'password1' })
    await button(desk, 'Generate seven random words').click()
    await expect(passphraseField(desk, 'Passphrase')).toHaveValue(/^(?:\S+ ){6}\S+$/)
    await expect(desk.page.getByText(desk.say('Strong enough.'))).toBeVisible()
    await passphraseField(desk, 'The same once more').fill(await passphraseField(desk, 'Passphrase').inputValue())
    await button(desk, 'Make the vault').click()
    await waitUntilOpen(desk)
  })
})

test('language and light are chosen in the settings and kept', async ({ openDesk }) => {
  const html = openDesk.page.locator('html')
  await goTo(openDesk, 'Settings')
  const background = (): Promise<string> => openDesk.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const choose = (group: string, label: string): Promise<void> =>
    openDesk.page
      .getByRole('radiogroup', { name: openDesk.say(group), exact: true })
      .getByText(label, { exact: true })
      .click()
  await choose('Light or dark', openDesk.say.in('theme', 'light'))
  await expect(html).toHaveAttribute('data-theme', 'light')
  const light = await background()
  await choose('Light or dark', openDesk.say.in('theme', 'dark'))
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await expect.poll(background).not.toBe(light)
  await choose('Language', 'Español')
  await expect(html).toHaveAttribute('lang', 'es')
  await expect(openDesk.page.getByRole('heading', { name: wordsOf('es')('Settings'), level: 1 })).toBeVisible()
  await openDesk.app.close()

  // The next start needs no vault to know how this person reads.
  const next = await sitDown({ folders: openDesk.folders, language: 'es' })
  try {
    await expect(next.page.locator('html[lang="es"][data-theme="dark"]')).toBeVisible()
    await expect(button(next, 'Open a vault')).toBeVisible()
  } finally {
    await next.app.kill()
  }
})
