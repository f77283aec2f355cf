import type { Locator } from 'playwright-core'

import { button } from './lock-screen.ts'
import type { Desk } from './desk.ts'

const document = (desk: Desk): Locator => desk.page.getByRole('article')
export const toolbar = (desk: Desk): Locator => desk.page.getByRole('toolbar', { name: desk.say('Case file') })

/** All that was typed is in the vault. */
export const saved = (desk: Desk): Promise<void> => toolbar(desk).getByText(desk.say('Saved in the vault')).waitFor()

export const section = (desk: Desk, english: string): Locator =>
  document(desk).getByRole('region', { name: desk.say(english), exact: true })

/** The value of a one-line field as it is read: a button that says the field's name first. */
export const reading = (within: Locator, field: string): Locator => within.getByRole('button', { name: new RegExp(`^${field}: `) })

/** Opens a one-line field, types, and leaves it by Enter. */
export async function write(desk: Desk, within: Locator, english: string, value: string): Promise<void> {
  const name = desk.say(english)
  await reading(within, name).first().click()
  const editor = within.getByRole('textbox', { name, exact: true })
  await editor.fill(value)
  await editor.press('Enter')
  await editor.waitFor({ state: 'detached' })
  await saved(desk)
}

/** Opens a text of several paragraphs: by its empty place, or by its pencil. */
export async function openText(desk: Desk, within: Locator, english: string): Promise<Locator> {
  const name = desk.say(english)
  await within.locator('[data-edit-trigger]').first().click()
  const editor = within.getByRole('textbox', { name, exact: true })
  await editor.waitFor()
  return editor
}

/** The short form of a new row, filled and added. */
export async function addRow(desk: Desk, buttonWords: string, values: Record<string, string>): Promise<void> {
  const words = desk.say(buttonWords)
  await document(desk).getByRole('button', { name: words, exact: true }).click()
  const form = desk.page.getByRole('form', { name: words, exact: true })
  for (const [field, value] of Object.entries(values)) {
    const input = form.getByLabel(desk.say(field), { exact: true })
    if ((await input.evaluate((element) => element.tagName)) === 'SELECT') await input.selectOption({ label: value })
    else await input.fill(value)
  }
  await form.getByRole('button', { name: desk.say('Add'), exact: true }).click()
  await form.waitFor({ state: 'detached' })
  await focusIsOnARow(desk)
}

/** The focus goes to a new row once the text has it, and would be taken away by that from wherever one went before. */
export const focusIsOnARow = (desk: Desk): Promise<void> => desk.page.locator('[data-row] :focus').waitFor()

/** One row of a part of the case file, by a text in it. */
export const row = (desk: Desk, part: string, text: string): Locator =>
  section(desk, part).getByRole('listitem').filter({ hasText: text }).first()

export type Source = { title: string; published?: string; reliability?: string; locator?: string; quotation?: string; credibility?: string }

/** Cites a new source for a field that is filled in. */
export async function citeNewSource(desk: Desk, within: Locator, field: string, source: Source): Promise<void> {
  const { page, say } = desk
  // The tools of a field show once the mouse is over it.
  await reading(within, say(field)).first().hover()
  await within
    .getByRole('button', { name: say('Cite a source for {label}', { label: say(field) }), exact: true })
    .first()
    .click()
  await fillCitation(desk, source)
  await page
    .getByRole('form', { name: new RegExp(`^${say('Cite a source for:')}`) })
    .getByRole('button', { name: say('Cite'), exact: true })
    .click()
  await page.getByRole('form', { name: new RegExp(`^${say('Cite a source for:')}`) }).waitFor({ state: 'detached' })
  await focusIsBackOnTheField(desk)
}

/** The panel for citing gives the focus back to the statement some moments after it has gone. */
export const focusIsBackOnTheField = (desk: Desk): Promise<void> => desk.page.locator('[data-field] :focus').waitFor()

/** The panel beside the text, filled with a source that is not on file yet. */
export async function fillCitation(desk: Desk, { title, published, reliability, locator, quotation, credibility }: Source): Promise<void> {
  const { page, say } = desk
  const panel = page.getByRole('form', { name: new RegExp(`^${say('Cite a source for:')}`) })
  await panel.getByRole('button', { name: say('New source'), exact: true }).click()
  const fill = async (english: string, value: string | undefined): Promise<void> => {
    if (value !== undefined) await panel.getByRole('textbox', { name: say(english), exact: true }).fill(value)
  }
  await fill('Title', title)
  await fill('Published', published)
  const choose = async (group: string, value: string | undefined): Promise<void> => {
    if (value !== undefined)
      await panel
        .getByRole('radiogroup', { name: say(group), exact: true })
        .getByText(value, { exact: true })
        .click()
  }
  await choose('Reliability of the source', reliability)
  await fill('Where in the source', locator)
  await fill('Quotation, in its own words', quotation)
  await choose('Credibility of the statement', credibility)
}

export const historyPanel = (desk: Desk): Locator => desk.page.getByRole('region', { name: desk.say('History'), exact: true })

export async function openHistory(desk: Desk): Promise<void> {
  await toolbar(desk)
    .getByRole('button', { name: desk.say('History'), exact: true })
    .click()
  await historyPanel(desk).getByRole('listitem').first().waitFor()
}

export async function moveToBin(desk: Desk): Promise<void> {
  await button(desk, 'Move to bin').click()
  await desk.page.getByText(desk.say('This case file lies in the bin. It can be read; to change it, restore it.')).waitFor()
}

/** Opens the report and waits until its first page can be seen. */
export async function openReport(desk: Desk): Promise<void> {
  await toolbar(desk)
    .getByRole('button', { name: desk.say('Report'), exact: true })
    .click()
  await reportIsSet(desk)
}

export async function reportIsSet(desk: Desk): Promise<void> {
  const preview = desk.page.getByRole('region', { name: desk.say('Preview of the report') })
  await preview.and(desk.page.locator('[aria-busy="false"]')).waitFor({ timeout: 60_000 })
  await preview.getByRole('img').first().waitFor({ timeout: 60_000 })
}

/** Saves the report under a path that the dialog is answered with. */
export async function saveReport(desk: Desk, path: string): Promise<void> {
  desk.app.answerDialog({ canceled: false, filePath: path })
  await button(desk, 'Save PDF…').click()
  await desk.page.getByText(desk.say('Saved outside the vault as')).waitFor({ timeout: 60_000 })
}

/** Pastes into an input, as a clipboard would. */
export const pasteInto = (input: Locator, text: string): Promise<void> =>
  input.evaluate((element, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
