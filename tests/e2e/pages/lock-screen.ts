import { basename, join } from 'node:path'

import { afterLocking } from './desk.ts'
import type { Desk } from './desk.ts'

export type NewVault = { title: string; caseworker: string; passphrase: string; folder?: string; demonstration?: boolean }

export const button = (desk: Desk, english: string) => desk.page.getByRole('button', { name: desk.say(english), exact: true })
export const textbox = (desk: Desk, english: string) => desk.page.getByRole('textbox', { name: desk.say(english), exact: true })
export const alert = (desk: Desk) => desk.page.getByRole('alert')

/** A passphrase field is not a text box to the browser while it is hidden. */
export const passphraseField = (desk: Desk, english: 'Passphrase' | 'The same once more') =>
  desk.page.getByLabel(desk.say(english), { exact: true })

const vaultFolder = (desk: Desk, name: string): string => join(desk.folders.vaults, name.endsWith('.habeas') ? name : `${name}.habeas`)

/** The screen on which a vault is made, with all of it filled in but not pressed. */
export async function fillNewVault(
  desk: Desk,
  { title, caseworker, passphrase, folder = 'Office', demonstration = false }: NewVault,
): Promise<string> {
  const place = vaultFolder(desk, folder)
  const begin = button(desk, 'Make a new vault').or(button(desk, 'New vault'))
  await begin.click()
  await textbox(desk, 'Title of the vault').fill(title)
  await textbox(desk, 'Your name').fill(caseworker)
  desk.app.answerDialog({ canceled: false, filePath: place })
  await button(desk, 'Choose a place…').click()
  await button(desk, 'Change…').waitFor()
  await passphraseField(desk, 'Passphrase').fill(passphrase)
  await passphraseField(desk, 'The same once more').fill(passphrase)
  if (demonstration) await desk.page.getByText(desk.say('Fill it with examples to try things out')).click()
  return place
}

export async function makeVault(desk: Desk, vault: NewVault): Promise<string> {
  const place = await fillNewVault(desk, vault)
  await button(desk, 'Make the vault').click()
  await waitUntilOpen(desk)
  return place
}

/** A key is derived meanwhile, or a demonstration written too, which takes its time on a busy machine. */
export const whileDerived = { timeout: 120_000 }

/** The frame of the unlocked page is there. */
export const frameIsThere = (desk: Desk): Promise<void> =>
  desk.page.getByRole('navigation', { name: desk.say('Places') }).waitFor(whileDerived)

/** The focus stands in the part of the window that one has come to, or on it. */
export const focusIsInMain = (desk: Desk): Promise<unknown> =>
  desk.page.waitForFunction(() => document.activeElement instanceof Element && document.activeElement.closest('main') !== null)

/** The frame is there and listens: the focus, which went with the passphrase, stands where one has come to. A key pressed before is lost. */
export async function waitUntilOpen(desk: Desk): Promise<void> {
  await frameIsThere(desk)
  await focusIsInMain(desk)
}

/** Chooses an existing vault's folder in the system's dialog. */
export async function chooseVault(desk: Desk, folder: string): Promise<void> {
  desk.app.answerDialog({ canceled: false, filePaths: [folder] })
  await button(desk, 'Open a vault').or(button(desk, 'Another vault')).click()
  // The field of the vault before stands until the dialog has answered, and what is typed into it goes with it. The name alone
  // doesn't tell: the vault before may have the same one.
  await desk.page.locator('main[aria-busy="false"]').waitFor()
  await desk.page.locator('form').getByText(basename(folder, '.habeas'), { exact: true }).waitFor()
  await passphraseField(desk, 'Passphrase').waitFor()
}

export async function tryPassphrase(desk: Desk, passphrase: string): Promise<void> {
  await passphraseField(desk, 'Passphrase').fill(passphrase)
  await button(desk, 'Unlock').click()
}

/** After a refusal the whole of what was typed is marked, so that what is typed now takes its place; before, it would be added to it. */
export const readyForAnotherTry = (desk: Desk): Promise<unknown> =>
  desk.page.waitForFunction(() => {
    const field = document.activeElement
    return (
      field instanceof HTMLInputElement && field.value !== '' && field.selectionStart === 0 && field.selectionEnd === field.value.length
    )
  })

export async function unlock(desk: Desk, folder: string, passphrase: string): Promise<void> {
  await chooseVault(desk, folder)
  await tryPassphrase(desk, passphrase)
  await waitUntilOpen(desk)
}

/** The button in the rail. */
export const lock = (desk: Desk): Promise<void> => afterLocking(desk, () => button(desk, 'Lock').click())
