import type { Locator } from 'playwright-core'

import { openHistory, openReport, reading, reportIsSet, section } from '../pages/case-file.ts'
import { fillNewCase, goTo, openCase, rows, search } from '../pages/case-list.ts'
import type { Desk } from '../pages/desk.ts'
import { openByPalette, openPalette, palette, press } from '../pages/frame.ts'
import { beginCase, nameField, paste } from '../pages/intake.ts'
import {
  button,
  chooseVault,
  fillNewVault,
  lock,
  passphraseField,
  tryPassphrase,
  waitUntilOpen,
  whileDerived,
} from '../pages/lock-screen.ts'
import { addHardCases, hardNames } from './hard-cases.ts'
import type { Spelling } from './hard-cases.ts'

/** Is told of each screen once it stands, and what of it must be seen; takes a picture of it, or judges it. */
export type Look = (screen: string, what?: Locator) => Promise<void>

const known = 'Rocío San Miguel'
const listbox = (desk: Desk, english: string): Locator => desk.page.getByRole('listbox', { name: desk.say(english) }).getByRole('option')
const place = (desk: Desk, english: string): Promise<void> =>
  desk.page
    .getByRole('navigation', { name: desk.say('Places') })
    .getByRole('button', { name: desk.say(english), exact: true })
    .click()

/** What a person sees before anything is unlocked. */
export async function tourOutside(desk: Desk, vault: string, passphrase: string, look: Look): Promise<void> {
  await look('first-start')
  await fillNewVault(desk, { title: 'Office of the plain', caseworker: 'Inés Prueba', passphrase: 'password1' })
  // What is said of it comes when it has been looked at.
  await desk.page.getByText(desk.say.like('Too weak. {why}')).first().waitFor()
  await look('new-vault-weak')
  await button(desk, 'Back').click()
  desk.app.answerDialog({ canceled: false, filePaths: [desk.folders.outside] })
  await button(desk, 'Open a vault').click()
  await passphraseField(desk, 'Passphrase').waitFor()
  await tryPassphrase(desk, passphrase)
  await desk.page.getByRole('alert').waitFor(whileDerived)
  await look('unlock-no-vault')
  await button(desk, 'Another vault').waitFor()
  await chooseVault(desk, vault)
  await look('locked')
  await tryPassphrase(desk, 'not this one at all')
  await desk.page.getByRole('alert').waitFor(whileDerived)
  await look('unlock-wrong')
  await tryPassphrase(desk, passphrase)
  await waitUntilOpen(desk)
}

/** Home in a vault with nothing in it, once it is whole. */
export const homeOfNewcomers = ({ page, say }: Desk): Promise<void> =>
  page.getByRole('region', { name: say('From a first call to a first report'), exact: true }).waitFor()

/** A vault with nothing in it: each place says what it is for and how to begin. */
export async function tourEmpty(desk: Desk, look: Look): Promise<void> {
  await homeOfNewcomers(desk)
  await look('home-empty')
  for (const [english, name] of [
    ['Cases', 'cases-empty'],
    ['People', 'people-empty'],
    ['Sources', 'sources-empty'],
  ] as const) {
    await place(desk, english)
    await look(name)
  }
  await goTo(desk, 'Bin')
  await look('bin-empty')
}

/** A vault in use, with hard cases among the demonstration; `spelt` says how names and places are written in it. */
export async function tourFull(desk: Desk, look: Look, spelt: Spelling = (text) => text): Promise<void> {
  const { page } = desk
  await addHardCases(desk, spelt)
  await page.getByRole('slider').waitFor()
  await look('home')
  await button(desk, 'The same as a table').first().click()
  await page.getByRole('table').waitFor()
  await look('home-table', page.getByRole('region', { name: desk.say('People held, as a table') }))
  await goTo(desk, 'Cases')
  await rows(desk).first().waitFor()
  await look('cases')
  await finding(desk, look, spelt)
  await openCase(desk, spelt(known))
  await look('case')
  await button(desk, 'As a table').first().click()
  await look('case-table')
  await button(desk, 'As a drawing').first().click()
  await section(desk, 'Charges').scrollIntoViewIfNeeded()
  await look('case-middle')
  await citing(desk, look)
  await openHistory(desk)
  await look('history')
  await page.keyboard.press('Escape')
  await openCase(desk, spelt(hardNames.long))
  await look('case-long-name')
  await openCase(desk, spelt(hardNames.unbroken))
  await look('case-unbroken-word')
  await openCase(desk, hardNames.arabic)
  await look('case-arabic-name')
  await section(desk, 'Arrest')
    .getByRole('button', { name: desk.say('Date of arrest') })
    .first()
    .click()
  await page.keyboard.type('31 Feb 2026')
  await look('case-wrong-date')
  await page.keyboard.press('Escape')
  for (const name of [hardNames.greek, hardNames.cyrillic, 'Mohammed Al-Suwaidi', 'Elías Zambrano Rivas'])
    await openByPalette(desk, spelt(name), { newTab: true })
  await look('tabs')
  await openCase(desk, spelt(known))
  await openReport(desk)
  await reportIsSet(desk)
  await look('report')
  await entering(desk, look, spelt)
  await elsewhere(desk, look, spelt)
  await lock(desk)
  await look('locked-again')
}

async function finding(desk: Desk, look: Look, spelt: Spelling): Promise<void> {
  const { page } = desk
  await search(desk, 'mohamed')
  await rows(desk).locator('mark').first().waitFor()
  await look('search-scripts')
  await search(desk, spelt('helicoide'))
  await rows(desk).locator('mark').first().waitFor()
  await look('search-place')
  await button(desk, 'Saved searches').click()
  await look('saved-searches')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await search(desk, spelt('nobody of this spelling'))
  await page.getByText(desk.say('Nothing found')).first().waitFor()
  await look('search-nothing')
  await search(desk, '')
  await rows(desk).first().waitFor()
  await button(desk, 'More filters').click()
  await look('filters')
  await page.keyboard.press('Escape')
  // In a dialog that is still closing the keys of the frame mean nothing.
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await openPalette(desk)
  await look('palette')
  await page.keyboard.type(spelt('san'))
  await palette(desk).getByRole('option').first().waitFor()
  await look('palette-found')
  await page.keyboard.press('Escape')
}

async function citing(desk: Desk, look: Look): Promise<void> {
  const { page, say } = desk
  await page
    .getByRole('article')
    .getByRole('button', { name: say('Source {0}', { 0: 1 }), exact: true })
    .first()
    .click()
    .catch(() => undefined)
  await look('source-at-hand')
  await reading(section(desk, 'Charges'), say('Offence')).first().hover()
  await section(desk, 'Charges')
    .getByRole('button', { name: say('Cite a source for {label}', { label: say('Offence') }) })
    .first()
    .click()
  await page
    .getByRole('form')
    .getByRole('button', { name: say('New source'), exact: true })
    .click()
  await look('citing')
  await page.keyboard.press('Escape')
}

async function entering(desk: Desk, look: Look, spelt: Spelling): Promise<void> {
  const { page } = desk
  await beginCase(desk)
  await look('intake')
  await fillNewCase(desk, {
    name: spelt('Mohammed Al Suwaidi'),
    born: 'about 30',
    when: '3/4/2026',
    where: spelt('Avenida Bolívar, Maracay'),
    source: spelt('sister, by telephone'),
    reliability: 'B',
    credibility: '2',
  })
  await page.getByText(desk.say('Kept as a draft in the vault')).waitFor()
  await page.locator('[data-candidates] article').first().waitFor()
  await look('intake-filled')
  await nameField(desk).fill('')
  await nameField(desk).focus()
  await paste(desk, `${spelt('Amparo Ejemplo Quiroga')}\tabout 30\n${spelt('José Ejemplo')}\t1991\n${spelt('Luz Ejemplo')}`)
  await page.getByRole('row').nth(3).waitFor()
  await look('intake-several')
  await page.keyboard.press('Escape')
}

async function elsewhere(desk: Desk, look: Look, spelt: Spelling): Promise<void> {
  const { page, say } = desk
  await goTo(desk, 'People')
  await listbox(desk, 'People').first().waitFor()
  await look('people')
  await listbox(desk, 'People')
    .filter({ hasText: spelt(known) })
    .first()
    .click()
  await page.getByRole('article', { name: spelt(known), exact: true }).waitFor()
  await look('person')
  await goTo(desk, 'Sources')
  await listbox(desk, 'Sources').first().click()
  await page.getByRole('region', { name: say('Cited in') }).waitFor()
  await look('source')
  await goTo(desk, 'Bin')
  await look('bin')
  await goTo(desk, 'Settings')
  await look('settings')
  await button(desk, 'Check the vault').click()
  await page
    .getByText(say.like('Sound: {checked} parts of the vault were checked, and every one is as it was written.'))
    .waitFor({ timeout: 60_000 })
  await look('settings-checked')
  await inSettings(desk, look)
  await place(desk, 'Guide')
  await look('guide')
  await press(desk, 'F1')
  await page.getByRole('dialog', { name: say('Keyboard shortcuts') }).waitFor()
  await look('shortcuts')
  await page.keyboard.press('Escape')
}

/** The parts of the settings that are opened one by one: backups, what was done, a copy for a journey, and the end of it all. */
async function inSettings(desk: Desk, look: Look): Promise<void> {
  const { page, say } = desk
  const part = (english: string): Locator => page.getByRole('region', { name: say(english), exact: true })
  await button(desk, 'Back up now').click()
  await page.getByText(say('Made, opened and found whole.')).waitFor({ timeout: 60_000 })
  await part('Backups')
    .getByRole('button', { name: say('All backups') })
    .click()
  await part('Backups').getByRole('table').waitFor()
  await part('Backups').getByRole('table').scrollIntoViewIfNeeded()
  await look('settings-backups')
  await button(desk, 'Show what was done').click()
  await part('Activity').getByRole('list').first().waitFor()
  await part('Activity').scrollIntoViewIfNeeded()
  await look('settings-activity')
  await button(desk, 'Make a travel copy…').click()
  await page.getByRole('group').getByRole('checkbox').first().waitFor()
  await look('travel-copy')
  await button(desk, 'Cancel').click()
  await button(desk, 'Quick erase…').click()
  await page.getByRole('alertdialog').waitFor()
  await look('quick-erase')
  await button(desk, 'Cancel').click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
}
