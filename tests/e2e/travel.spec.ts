import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'

import { goTo, rows } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { alert, button, chooseVault, lock, textbox, tryPassphrase, unlock, waitUntilOpen } from './pages/lock-screen.ts'
import { whileDerived } from './pages/keys.ts'
import { callAs } from './tour/hard-cases.ts'
import { copied, expect, passphrase, test } from './support.ts'

const ownPassphrase = 'harbour thimble nineteen meadow copper walnut'
/** One of them cites a protected source, whose code name is K7. */
const chosen = ['Elías Zambrano Rivas', 'Rocío San Miguel'] as const
const identity = 'interview with a former detainee'

const tickOne = async (desk: Desk, name: string): Promise<void> => {
  await textbox(desk, 'Find case files to take along').fill(name)
  const found: Locator = desk.page.getByRole('group', { name: desk.say('Case files found: {total}', { total: 1 }), exact: true })
  await found.getByText(name).first().click()
  await expect(found.getByRole('checkbox')).toBeChecked()
}

test('Rule 22: a travel copy holds the chosen case files alone, under a passphrase of its own, and says so', async ({
  desk,
  quickVault,
}) => {
  const { say, folders } = desk
  await unlock(desk, copied(quickVault, desk), passphrase)
  const place = join(folders.vaults, 'Geneva.habeas')
  await goTo(desk, 'Settings')
  await button(desk, 'Make a travel copy…').click()
  const part = desk.page.getByRole('region', { name: say('For a journey'), exact: true })
  const make = button(desk, 'Make the copy')
  for (const name of chosen) await tickOne(desk, name)
  await textbox(desk, 'Title of the copy').fill('Geneva')
  desk.app.answerDialog({ canceled: false, filePath: place })
  await button(desk, 'Choose a place…').click()
  await desk.page.getByText('Geneva', { exact: true }).waitFor()
  // The settings have a part of that name, too.
  const secret = (english: string): Locator => part.getByLabel(say(english), { exact: true })
  await secret('Passphrase').fill(ownPassphrase)
  await secret('The same once more').fill('another one')
  await expect(make).toBeDisabled()
  await secret('The same once more').fill(ownPassphrase)
  const { caseFiles, sources } = await callAs(desk, 'travel.preview', { caseIds: await idsOf(desk) })
  expect(caseFiles).toBe(chosen.length)
  await expect(desk.page.getByText(new RegExp(`^2 case files, 2 people, ${String(sources)} sources go along`))).toBeVisible()
  await make.click()

  const made = desk.page.getByRole('alert').filter({ hasText: say('The travel copy is made.') })
  await made.waitFor(whileDerived)
  await expect(made).toContainText(`It holds 2 case files, 2 people and ${String(sources)} sources of this vault and nothing else of it.`)
  await expect(made).toContainText('The identity of 1 protected source stayed here; its code name went along.')
  expect(readdirSync(folders.vaults).toSorted()).toEqual(['Copy.habeas', 'Geneva.habeas'])
  await lock(desk)

  await chooseVault(desk, place)
  // The passphrase of the vault that stays is none of the copy's.
  await tryPassphrase(desk, passphrase)
  await alert(desk).waitFor(whileDerived)
  await tryPassphrase(desk, ownPassphrase)
  await waitUntilOpen(desk)
  await goTo(desk, 'Cases')
  await expect(rows(desk)).toHaveCount(chosen.length)
  for (const name of chosen) await expect(rows(desk).filter({ hasText: name })).toHaveCount(1)
  await goTo(desk, 'Sources')
  await expect(desk.page.getByText('K7', { exact: true }).first()).toBeVisible()
  await expect(desk.page.getByText(identity)).toHaveCount(0)
  expect(await callAs(desk, 'vault.verify', {})).toMatchObject({ sound: true })
  expect((await callAs(desk, 'vault.info', {}))['counts']).toMatchObject({ case_files: 2, persons: 2, sources })
})

/** The chosen case files by their ids, as the search finds them. */
async function idsOf(desk: Desk): Promise<string[]> {
  const ids: string[] = []
  for (const query of chosen) {
    const { hits } = await callAs(desk, 'search.cases', { query, filter: {}, sort: 'name', limit: 5, offset: 0, snippets: 0, count: false })
    ids.push(...(hits as { id: string; name: string }[]).filter(({ name }) => name === query).map(({ id }) => id))
  }
  return ids
}
