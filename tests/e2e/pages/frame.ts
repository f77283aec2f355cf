import type { Locator } from 'playwright-core'

import { caseIsWhole } from './case-list.ts'
import type { Desk } from './desk.ts'
import { focusIsInMain } from './lock-screen.ts'

/** The part of the window at which one is. */
export const press = (desk: Desk, ...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => desk.page.keyboard.press(key)), Promise.resolve())

export const tabList = (desk: Desk): Locator => desk.page.getByRole('tablist', { name: desk.say('Open case files') })
export const tabs = (desk: Desk): Locator => tabList(desk).getByRole('tab')
export const tab = (desk: Desk, name: string): Locator => tabList(desk).getByRole('tab', { name, exact: true })

export const palette = (desk: Desk): Locator => desk.page.getByRole('dialog', { name: desk.say('Find anything'), exact: true })
export const paletteField = (desk: Desk): Locator => palette(desk).getByRole('combobox')
export const offered = (desk: Desk, text: string): Locator => palette(desk).getByRole('option').filter({ hasText: text })

/** The palette by its keys, with the focus in its field. */
export async function openPalette(desk: Desk, keys: 'Control+k' | 'Control+p' = 'Control+k'): Promise<void> {
  await press(desk, keys)
  await paletteField(desk).and(desk.page.locator(':focus')).waitFor()
}

/** Asks the palette for something and waits until it offers it. */
export async function ask(desk: Desk, query: string, text: string): Promise<void> {
  await openPalette(desk)
  await desk.page.keyboard.insertText(query)
  await offered(desk, text).first().waitFor()
}

/** Opens a case file by the palette: in the tab in front, or in a new one. */
export async function openByPalette(desk: Desk, name: string, how: { newTab?: boolean } = {}): Promise<void> {
  await ask(desk, name, name)
  await press(desk, how.newTab === true ? 'Control+Enter' : 'Enter')
  await palette(desk).waitFor({ state: 'detached' })
  await caseIsWhole(desk, name)
  // The palette gives the focus back first; then it goes to where one has come to.
  await focusIsInMain(desk)
}

/** The place in the rail that is marked as the one where one is. */
export const currentPlace = (desk: Desk): Locator =>
  desk.page.getByRole('navigation', { name: desk.say('Places') }).locator('[aria-current="page"]')

export const border = (desk: Desk): Locator => desk.page.getByRole('separator', { name: desk.say('Width of the list') })
export const notice = (desk: Desk): Locator => desk.page.locator('[data-notice]')

/** Whether the focus stands on something, and not on the page as a whole. */
export const hasFocus = (desk: Desk): Promise<boolean> => desk.page.evaluate(() => document.activeElement !== document.body)
