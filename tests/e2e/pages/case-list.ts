import type { Locator } from 'playwright-core'

import { button } from './lock-screen.ts'
import type { Desk } from './desk.ts'

/** Places that the rail leads to. */
export async function goTo(desk: Desk, place: 'Home' | 'Guide' | 'Cases' | 'People' | 'Sources' | 'Bin' | 'Settings'): Promise<void> {
  const name = place === 'Bin' ? desk.say.in('place', 'Bin') : desk.say(place)
  await desk.page
    .getByRole('navigation', { name: desk.say('Places') })
    .getByRole('button', { name, exact: true })
    .click()
}

/** The same by its keys. */
export async function openPlace(desk: Desk, place: 'Cases' | 'People' | 'Sources' | 'Bin'): Promise<void> {
  await desk.page.keyboard.press({ Cases: 'Alt+2', People: 'Alt+3', Sources: 'Alt+4', Bin: 'Alt+5' }[place])
}

/** The list of what was found. */
export const results = (desk: Desk): Locator => desk.page.getByRole('listbox', { name: desk.say('Case files') })

export const searchField = (desk: Desk): Locator => desk.page.getByRole('searchbox', { name: desk.say('Search case files') })
export const rows = (desk: Desk): Locator => desk.page.getByRole('listbox', { name: desk.say('Case files') }).getByRole('option')
export const rowOf = (desk: Desk, name: string): Locator => rows(desk).filter({ hasText: name })

/** The list, from wherever one is: after unlocking one is at home. */
export async function goToList(desk: Desk): Promise<void> {
  if (!(await searchField(desk).isVisible())) await goTo(desk, 'Cases')
  await searchField(desk).waitFor()
}

/** The field of the list by its keys, with the focus in it: what is typed before goes elsewhere. */
export async function focusSearch(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Control+f')
  await desk.page.locator('[data-search] input:focus').waitFor()
}

export async function search(desk: Desk, query: string): Promise<void> {
  await goToList(desk)
  await searchField(desk).fill(query)
}

/** The row of a case file, opened beside the list. */
export async function openCase(desk: Desk, name: string): Promise<void> {
  await goToList(desk)
  await rowOf(desk, name).first().click()
  await caseIsWhole(desk, name)
}

/** The case file as a document, named by the person. */
export const caseFile = (desk: Desk, name: string): Locator => desk.page.getByRole('article', { name, exact: true })

/** The whole of a case file stands on the page: the parts that can't be seen yet come one after the other. */
export async function caseIsWhole(desk: Desk, name: string): Promise<void> {
  await caseFile(desk, name).waitFor()
  await caseFile(desk, name).locator('[data-case-text]:not([data-growing])').waitFor()
}

export type NewCase = {
  name: string
  born?: string
  nationality?: string
  when?: string
  where?: string
  forces?: string
  source?: string
  reliability?: string
  credibility?: string
  notes?: string
}

/** The four questions, answered as far as `answers` go. */
export async function fillNewCase(desk: Desk, answers: NewCase): Promise<void> {
  const { page, say } = desk
  const fill = async (english: string, value: string | undefined): Promise<void> => {
    if (value !== undefined) await page.getByRole('textbox', { name: say(english), exact: true }).fill(value)
  }
  await fill('Name, or what is known', answers.name)
  await fill('Born, or age', answers.born)
  await fill('Nationality', answers.nationality)
  await fill('When', answers.when)
  await fill('Where', answers.where)
  await fill('Who took them', answers.forces)
  await fill('Source', answers.source)
  await fill('Notes of the call', answers.notes)
  const choose = async (group: string, english: string | undefined): Promise<void> => {
    if (english !== undefined)
      await page
        .getByRole('radiogroup', { name: say(group), exact: true })
        .getByText(english.slice(0, 1), { exact: true })
        .click()
  }
  await choose('Reliability of the source', answers.reliability)
  await choose('Credibility of what it says', answers.credibility)
}

export async function newCase(desk: Desk, answers: NewCase): Promise<void> {
  await button(desk, 'New case').first().click()
  await fillNewCase(desk, answers)
  await button(desk, 'Open the case file').click()
  await caseIsWhole(desk, answers.name)
}
