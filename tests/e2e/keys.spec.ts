import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'

import { hasProgram } from '../fixtures/programs.ts'
import { openText, reading, section, toolbar } from './pages/case-file.ts'
import { caseFile, goTo, newCase, openCase } from './pages/case-list.ts'
import { afterLocking } from './pages/desk.ts'
import type { Desk } from './pages/desk.ts'
import {
  cardField,
  cardIsRead,
  chooseNewPassphrase,
  forgotPassphrase,
  isTried,
  isUntried,
  keyRow,
  keysPart,
  makeCards,
  makeCode,
  openKeys,
  presentPassphrase,
  whileDerived,
} from './pages/keys.ts'
import { does, press, type } from './pages/keys-alone.ts'
import { alert, button, chooseVault, lock, passphraseField, tryPassphrase, unlock, waitUntilOpen } from './pages/lock-screen.ts'
import { countPointers, walkTo } from './pages/spoken.ts'
import { atTheVault } from './rescue/damage.ts'
import { callAs } from './tour/hard-cases.ts'
import { caseworker, copied, expect, passphrase, test } from './support.ts'

const newPassphrase = 'velvet anchor thirteen meadow copper lantern'
const colleague = 'Ana Ejemplo'
const colleaguesPassphrase = 'oyster ladder seventeen violet granary plum'
const sentence = 'Her sister counted nine soldiers at the gate.'

/** What the page says of the card that is being typed. */
const said = (desk: Desk, words: string) => desk.page.getByText(words, { exact: true })
const shortened = (card: string): string => card.replaceAll(/\b(\w{4})\w+/g, '$1')

const headers = ['header.0.json', 'header.1.json']

/** Adds a passphrase for a colleague, as far as it stands in the list of keys. */
async function addColleague(desk: Desk): Promise<void> {
  await button(desk, 'Add a colleague’s passphrase…').click()
  await presentPassphrase(desk).fill(passphrase)
  await desk.page.getByRole('textbox', { name: desk.say('Name of your colleague'), exact: true }).fill(colleague)
  // The settings have a part of that name, too.
  for (const field of ['Passphrase', 'The same once more'])
    await keysPart(desk).getByLabel(desk.say(field), { exact: true }).fill(colleaguesPassphrase)
  await button(desk, 'Add the passphrase').click()
  await isUntried(desk, keyRow(desk, desk.say('Passphrase of {0}', { 0: colleague }))).waitFor(whileDerived)
}

test.describe('Rule 7: a forgotten passphrase', () => {
  test('two of five cards set a new passphrase, and nothing is lost', async ({ openDesk: desk, vault }) => {
    await newCase(desk, { name: 'Petra Ejemplo', where: 'Muelle viejo' })
    await openKeys(desk)
    const cards = await makeCards(desk, passphrase)
    await button(desk, 'I have all of them on paper').click()
    await button(desk, 'Later').click()
    await expect(isUntried(desk, keyRow(desk, desk.say('Recovery cards, any {0} of {1}', { 0: 2, 1: 5 })))).toBeVisible()
    await openCase(desk, 'Petra Ejemplo')
    const editor = await openText(desk, section(desk, 'Summary'), 'Summary')
    await editor.pressSequentially(sentence)
    await toolbar(desk).getByText(desk.say('Kept as a draft in the vault')).waitFor()
    await afterLocking(desk, () => desk.page.keyboard.press('Control+l'))

    await chooseVault(desk, vault)
    await tryPassphrase(desk, newPassphrase)
    await alert(desk).waitFor(whileDerived)
    await forgotPassphrase(desk)
    // One as it was copied by hand with four letters a word, one pasted.
    await cardField(desk).pressSequentially(`${shortened(cards[3] ?? '')} `)
    await cardIsRead(desk, 4)
    await expect(button(desk, 'Go on')).toBeDisabled()
    await cardField(desk).fill(cards[0] ?? '')
    await cardIsRead(desk, 1)
    await button(desk, 'Go on').click()
    await desk.page.getByRole('heading', { name: desk.say('It opens the vault') }).waitFor(whileDerived)
    await chooseNewPassphrase(desk, newPassphrase)
    await waitUntilOpen(desk)
    await openCase(desk, 'Petra Ejemplo')
    await expect(section(desk, 'Summary')).toContainText(sentence)
    await expect(reading(section(desk, 'Arrest'), desk.say('Place of arrest'))).toContainText('Muelle viejo')
    await openKeys(desk)
    await expect(isTried(desk, keyRow(desk, desk.say('Recovery cards, any {0} of {1}', { 0: 2, 1: 5 })))).toBeVisible()
    await expect(
      keysPart(desk).getByText(desk.say('A key that was revoked or replaced still opens older copies of the vault')),
    ).toBeVisible()

    await lock(desk)
    await chooseVault(desk, vault)
    await tryPassphrase(desk, passphrase)
    await alert(desk).waitFor(whileDerived)
    await tryPassphrase(desk, newPassphrase)
    await waitUntilOpen(desk)
  })

  test('what is wrong with a card is said while it is typed', async ({ openDesk: desk, vault }) => {
    const { say } = desk
    await openKeys(desk)
    const cards = await makeCards(desk, passphrase)
    await button(desk, 'I have all of them on paper').click()
    await button(desk, 'Later').click()
    const others = await makeCards(desk, passphrase)
    await lock(desk)
    await chooseVault(desk, vault)
    await forgotPassphrase(desk)
    const [first = '', second = ''] = cards
    const field = cardField(desk)
    const words = first.split(' ')
    await field.fill(words.with(6, 'sombrero').join(' '))
    await said(desk, say('Word {0} is mistyped: no card has such a word.', { 0: 7 })).waitFor()
    await field.fill(words.with(6, words[6] === 'zoo' ? 'zone' : 'zoo').join(' '))
    await said(desk, say('All words are known, but one is not this card’s, or two changed places. Compare each.')).waitFor()
    await field.fill(words.slice(0, 20).join(' '))
    await said(desk, say('{known} of {all} words.', { known: 20, all: 31 })).waitFor()
    await field.fill(first)
    await cardIsRead(desk, 1)
    await field.fill(first)
    await said(desk, say('This is card {number} again. Take another one of the set.', { number: 1 })).waitFor()
    await field.fill(others[1] ?? '')
    await desk.page.getByText(say.like('Card {number} is of another set, {0}. Cards of two sets don’t go together.')).waitFor()
    await expect(button(desk, 'Go on')).toBeDisabled()
    await field.fill(second)
    await cardIsRead(desk, 2)
    await expect(button(desk, 'Go on')).toBeEnabled()
    // A card that was taken away is asked for again.
    await desk.page.getByRole('button', { name: say('Take card {0} away', { 0: 2 }), exact: true }).click()
    await expect(button(desk, 'Go on')).toBeDisabled()
    await expect(field).toBeFocused()
  })

  test('by keyboard alone, with a recovery code', async ({ openDesk: desk, vault }) => {
    const { say } = desk
    await openKeys(desk)
    const code = await makeCode(desk, passphrase)
    await lock(desk)
    await chooseVault(desk, vault)
    await countPointers(desk)
    await does(desk, 'ask for another way in', async () => {
      await walkTo(desk, button(desk, 'Forgot the passphrase?'))
      await press(desk, 'Enter')
      await expect(cardField(desk)).toBeFocused()
    })
    await does(desk, 'say that it is a code', async () => {
      await walkTo(desk, desk.page.getByRole('radio', { name: say('Recovery cards'), exact: true }), 'Shift+Tab')
      await press(desk, 'ArrowRight')
      await expect(desk.page.getByRole('radio', { name: say('Recovery code'), exact: true })).toBeFocused()
    })
    await does(desk, 'a code with a slip of the pen is refused, and named', async () => {
      await walkTo(desk, desk.page.getByRole('textbox', { name: say('Recovery code'), exact: true }))
      await type(
        desk,
        code.replace(/.$/, (digit) => (digit === '7' ? '8' : '7')),
      )
      await press(desk, 'Enter')
      await alert(desk).waitFor(whileDerived)
    })
    await does(desk, 'the right one, in small letters and without dashes', async () => {
      await walkTo(desk, desk.page.getByRole('textbox', { name: say('Recovery code'), exact: true }), 'Shift+Tab')
      await press(desk, 'Control+a')
      await type(desk, code.replaceAll('-', ' ').toLowerCase())
      await press(desk, 'Enter')
      await expect(desk.page.getByRole('heading', { name: say('It opens the vault') })).toBeFocused(whileDerived)
    })
    await does(desk, 'a new passphrase', async () => {
      await walkTo(desk, passphraseField(desk, 'Passphrase'))
      await type(desk, newPassphrase)
      await walkTo(desk, passphraseField(desk, 'The same once more'))
      await type(desk, newPassphrase)
      await press(desk, 'Enter')
      await waitUntilOpen(desk)
    })
  })
})

test.describe('Rules 6 and 7: keys in the settings', () => {
  test('a recovery code is shown once, tried, and withdrawn; a new key for the vault is recommended and made', async ({
    openDesk: desk,
  }) => {
    const { page, say } = desk
    await goTo(desk, 'Home')
    await button(desk, 'Make a code or cards').click()
    await expect(keysPart(desk).locator(':focus')).toHaveCount(1)
    const code = await makeCode(desk, passphrase)
    await button(desk, 'I have written it down').click()
    await expect(page.getByText(code.slice(0, 4), { exact: true })).toHaveCount(0)
    const field = keysPart(desk).getByRole('textbox', { name: say('Recovery code'), exact: true })
    await field.fill(code.split('-').toReversed().join('-'))
    await button(desk, 'Try it').click()
    await keysPart(desk).getByRole('alert').waitFor(whileDerived)
    await field.fill(code)
    await button(desk, 'Try it').click()
    const row = keyRow(desk, say('Recovery code'))
    await isTried(desk, row).waitFor(whileDerived)
    await goTo(desk, 'Home')
    await expect(
      page
        .getByRole('region', { name: say('From a first call to a first report') })
        .getByRole('listitem')
        .nth(3),
    ).toHaveAttribute('data-done')

    await openKeys(desk)
    await row.getByRole('button', { name: new RegExp(say('Revoke…')) }).click()
    await presentPassphrase(desk).fill('not this one at all')
    await button(desk, 'Revoke it').click()
    await keysPart(desk).getByRole('alert').waitFor(whileDerived)
    await presentPassphrase(desk).fill(passphrase)
    await button(desk, 'Revoke it').click()
    await expect(row).toHaveCount(0, whileDerived)
    // The row is gone, and its button with it: the focus stands on what is said of it.
    await expect(
      page.getByText(say('Revoked. This key no longer opens this vault, but older copies of it still open with it.')),
    ).toBeFocused()
    const banner = keysPart(desk).getByText(say('A key that was revoked or replaced still opens older copies of the vault'))
    await expect(banner).toBeVisible()

    await button(desk, 'Make a new key for the vault…').click()
    await presentPassphrase(desk).fill(passphrase)
    await button(desk, 'Make the new key').click()
    await page.getByRole('heading', { name: say('The vault has a new key') }).waitFor(whileDerived)
    await button(desk, 'Done').click()
    await expect(banner).toHaveCount(0)
    await goTo(desk, 'Home')
    await newCase(desk, { name: 'Petra Ejemplo' })
    expect(await callAs(desk, 'vault.verify', {})).toMatchObject({ sound: true })
  })

  test('a colleague’s own passphrase opens the vault in their name', async ({ openDesk: desk, vault }) => {
    const { say } = desk
    await newCase(desk, { name: 'Petra Ejemplo' })
    await openKeys(desk)
    await addColleague(desk)
    await lock(desk)
    await unlock(desk, vault, colleaguesPassphrase)
    await expect(desk.page.getByText(new RegExp(`^${say('Open as {0}', { 0: colleague })}`))).toBeVisible()
    await openCase(desk, 'Petra Ejemplo')
    await caseFile(desk, 'Petra Ejemplo').waitFor()
    await openKeys(desk)
    await isTried(desk, keyRow(desk, say('Your passphrase'))).waitFor()
    await expect(keyRow(desk, say('Passphrase of {0}', { 0: caseworker }))).toBeVisible()
  })

  test('a new key keeps the passphrase of a colleague who types it, and an older header opens nothing', async ({ desk, quickVault }) => {
    const { page, say } = desk
    const vault = copied(quickVault, desk)
    await unlock(desk, vault, passphrase)
    await openKeys(desk)
    await addColleague(desk)
    const older = headers.map((name) => readFileSync(join(vault, name)))

    await button(desk, 'Make a new key for the vault…').click()
    await presentPassphrase(desk).fill(passphrase)
    const theirs = say('Passphrase of {0}', { 0: colleague })
    const ending = keysPart(desk).getByText(say('These end, and must be made anew afterwards:'))
    await expect(ending).toBeVisible()
    await keysPart(desk).getByRole('group').getByText(theirs).click()
    await expect(ending).toHaveCount(0)
    const field = keysPart(desk).getByLabel(theirs, { exact: true }).and(page.locator('input[type="password"]'))
    await field.fill(newPassphrase)
    await button(desk, 'Make the new key').click()
    await keysPart(desk).getByRole('alert').waitFor(whileDerived)
    await field.fill(colleaguesPassphrase)
    await button(desk, 'Make the new key').click()
    await page.getByRole('heading', { name: say('The vault has a new key') }).waitFor(whileDerived)
    await expect(page.getByText(say('These ended with the old key. Make new ones where you need them:'))).toHaveCount(0)
    await button(desk, 'Done').click()
    await expect(keyRow(desk, theirs)).toBeVisible()

    await lock(desk)
    await unlock(desk, vault, colleaguesPassphrase)
    await openCase(desk, 'Rocío San Miguel')
    await desk.app.close()
    expect(JSON.parse(atTheVault(passphrase, 'verify', vault, 'keys.rekeyed'))).toEqual({ faults: [], entries: 1 })
    for (const [number, name] of headers.entries()) writeFileSync(join(vault, name), older[number] ?? '')
    for (const known of [passphrase, colleaguesPassphrase]) expect(() => atTheVault(known, 'verify', vault)).toThrow('damaged')
  })

  test('each step opens with its heading in sight, and no card is skipped', async ({ openDesk: desk }) => {
    const { page, say } = desk
    await page.setViewportSize({ width: 1024, height: 700 })
    await openKeys(desk)
    const heading = (words: string): Locator => keysPart(desk).getByRole('heading', { name: words, exact: true })
    await button(desk, 'Add a colleague’s passphrase…').click()
    await expect(heading(say('Add a colleague’s passphrase'))).toBeInViewport({ ratio: 1 })
    await expect(presentPassphrase(desk)).toBeFocused()
    await button(desk, 'Cancel').click()

    await button(desk, 'Make recovery cards…').click()
    await presentPassphrase(desk).fill(passphrase)
    await button(desk, 'Make the cards').click()
    await button(desk, 'Next card').waitFor(whileDerived)
    await expect(heading(say('Copy or print these cards now'))).toBeInViewport({ ratio: 1 })
    await expect(button(desk, 'Previous card')).toBeDisabled()
    for (let number = 2; number <= 5; number += 1) {
      // What was never shown can't be on paper.
      await expect(button(desk, 'I have all of them on paper')).toBeDisabled()
      await button(desk, 'Next card').click()
    }
    // At the end of its way a button keeps the focus that it was pressed with.
    await expect(button(desk, 'Next card')).toBeDisabled()
    await expect(button(desk, 'Next card')).toBeFocused()
    await button(desk, 'I have all of them on paper').click()
    await expect(heading(say('Try the recovery cards'))).toBeInViewport({ ratio: 1 })
  })

  test('cards are saved as a file to print that names no person and no vault', async ({ openDesk: desk }) => {
    const { page, say } = desk
    const file = join(desk.folders.outside, 'Print me.pdf')
    await openKeys(desk)
    const cards = await makeCards(desk, passphrase)
    desk.app.answerDialog({ canceled: true, filePath: '' })
    const asked = desk.app.dialogs.length
    await button(desk, 'Save all cards as PDF…').click()
    // Asked, and no longer at work: whatever is said of it would stand there now.
    await expect.poll(() => desk.app.dialogs.length).toBe(asked + 1)
    await expect(button(desk, 'Save all cards as PDF…')).toBeVisible()
    await expect(page.getByText(say('Saved outside the vault as'))).toHaveCount(0)
    desk.app.answerDialog({ canceled: false, filePath: file })
    await button(desk, 'Save all cards as PDF…').click()
    await page.getByText(say('Saved outside the vault as')).waitFor(whileDerived)
    expect(existsSync(file)).toBe(true)
    const raw = readFileSync(file)
    for (const secret of ['Office of the plain', caseworker, 'Inés']) expect(raw.includes(secret)).toBe(false)
    if (hasProgram('pdftotext')) {
      const text = execFileSync('pdftotext', ['-layout', '-f', '2', '-l', '2', file, '-'], { encoding: 'utf8' })
      for (const word of cards[1]?.split(' ') ?? []) expect(text).toContain(word)
      for (const secret of ['Office of the plain', 'Inés']) expect(text).not.toContain(secret)
    }
    // Written nowhere else, and the audit chain, which keeps it, is whole.
    await button(desk, 'I have all of them on paper').click()
    await button(desk, 'Later').click()
    expect(await callAs(desk, 'vault.verify', {})).toMatchObject({ sound: true })
  })
})
