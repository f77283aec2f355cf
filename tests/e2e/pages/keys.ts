import type { Locator } from 'playwright-core'

import { goTo } from './case-list.ts'
import type { Desk } from './desk.ts'
import { button, passphraseField, whileDerived } from './lock-screen.ts'

export { whileDerived }

/** What opens the vault, in the settings. */
export const keysPart = (desk: Desk): Locator => desk.page.getByRole('region', { name: desk.say.in('vault', 'Keys'), exact: true })

/** One key in the list, by what it is called. */
export const keyRow = (desk: Desk, words: string): Locator => keysPart(desk).getByRole('listitem').filter({ hasText: words })

/** The mark says it of a passphrase, a code or cards, which some languages tell apart. */
const marked = (desk: Desk, row: Locator, english: string): Locator =>
  ['passphrase', 'recovery code', 'recovery cards']
    .map((kind) => row.getByText(desk.say.in(kind, english), { exact: true }))
    .reduce((one, other) => one.or(other))
export const isTried = (desk: Desk, row: Locator): Locator => marked(desk, row, 'tried')
export const isUntried = (desk: Desk, row: Locator): Locator => marked(desk, row, 'not tried yet')

export async function openKeys(desk: Desk): Promise<void> {
  await goTo(desk, 'Settings')
  await keysPart(desk).getByRole('listitem').first().waitFor()
}

/** What is asked for before anything dangerous. */
export const presentPassphrase = (desk: Desk): Locator => keysPart(desk).getByLabel(desk.say('Your present passphrase'), { exact: true })

/** Makes a recovery code as far as it is shown; answers what a person copies from the screen. */
export async function makeCode(desk: Desk, passphrase: string): Promise<string> {
  await button(desk, 'Make a recovery code…').click()
  await presentPassphrase(desk).fill(passphrase)
  await button(desk, 'Make the code').click()
  await button(desk, 'I have written it down').waitFor(whileDerived)
  const groups = await keysPart(desk).locator('[translate="no"][role="img"] > span').allInnerTexts()
  return groups.join('-')
}

/** Makes a set of cards and copies each from the screen by hand: its words in their order. Ends before they are tried. */
export async function makeCards(desk: Desk, passphrase: string): Promise<string[]> {
  await button(desk, 'Make recovery cards…').click()
  await presentPassphrase(desk).fill(passphrase)
  await button(desk, 'Make the cards').click()
  await button(desk, 'Next card').waitFor(whileDerived)
  const total = 5
  const cards: string[] = []
  for (let number = 1; number <= total; number += 1) {
    const card = keysPart(desk).getByRole('region', { name: desk.say('Recovery card {number} of {total}', { number, total }) })
    await card.waitFor()
    const words = await card.locator('ol > li').allInnerTexts()
    cards.push(words.map((word) => word.replaceAll(/[^a-z]/g, '')).join(' '))
    if (number < total) await button(desk, 'Next card').click()
  }
  return cards
}

/** Where the words of a card are typed, here or at the lock screen. */
export const cardField = (desk: Desk): Locator =>
  desk.page.getByRole('textbox', {
    name: new RegExp(
      ['The words of a card', 'The words of the next card', 'The words of a further card'].map((words) => desk.say(words)).join('|'),
    ),
  })

/** The card is read and stands among those that are. */
export const cardIsRead = (desk: Desk, number: number): Promise<void> =>
  desk.page
    .getByRole('list', { name: desk.say('Cards that are read') })
    .getByText(desk.say('Card {0}', { 0: number }), { exact: true })
    .waitFor()

/** The lock screen's way in without the passphrase. */
export async function forgotPassphrase(desk: Desk): Promise<void> {
  await button(desk, 'Forgot the passphrase?').click()
  await button(desk, 'Back to the passphrase').waitFor()
}

/** What was entered opens the vault: the new passphrase, twice. */
export async function chooseNewPassphrase(desk: Desk, passphrase: string): Promise<void> {
  await passphraseField(desk, 'Passphrase').fill(passphrase)
  await passphraseField(desk, 'The same once more').fill(passphrase)
  await button(desk, 'Set the passphrase and open').click()
}
