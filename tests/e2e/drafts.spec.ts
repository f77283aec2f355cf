import { openText, reading, saved, section, toolbar } from './pages/case-file.ts'
import { newCase, openCase } from './pages/case-list.ts'
import { sitDown } from './pages/desk.ts'
import type { Desk } from './pages/desk.ts'
import { button, lock, textbox, unlock } from './pages/lock-screen.ts'
import { expect, passphrase, test } from './support.ts'

const sentence = 'Her brother heard two shots before the lorry left.'
const keptAsDraft = (desk: Desk) => toolbar(desk).getByText(desk.say('Kept as a draft in the vault'))

test.beforeEach(async ({ openDesk }) => newCase(openDesk, { name: 'Petra Ejemplo' }))

test('a sentence that was being typed when the app was killed is there again', async ({ openDesk, vault }) => {
  const editor = await openText(openDesk, section(openDesk, 'Summary'), 'Summary')
  await editor.pressSequentially(sentence)
  await keptAsDraft(openDesk).waitFor()
  await openDesk.app.kill('SIGKILL')

  const next = await sitDown({ folders: openDesk.folders })
  try {
    await unlock(next, vault, passphrase)
    await openCase(next, 'Petra Ejemplo')
    await expect(section(next, 'Summary')).toContainText(sentence)
    // It is offered as what it is: not saved until the field is left.
    await expect(toolbar(next).getByText(next.say('Saved in the vault'))).toHaveCount(0)
  } finally {
    await next.app.kill()
  }
})

test('a lock while a field is open keeps its words', async ({ openDesk, vault }) => {
  const arrest = section(openDesk, 'Arrest')
  await reading(arrest, openDesk.say('Place of arrest')).click()
  await arrest.getByRole('textbox', { name: openDesk.say('Place of arrest'), exact: true }).fill('Behind the salt works')
  await keptAsDraft(openDesk).waitFor()
  await lock(openDesk)
  await unlock(openDesk, vault, passphrase)
  await openCase(openDesk, 'Petra Ejemplo')
  await expect(section(openDesk, 'Arrest')).toContainText('Behind the salt works')
})

test('a field that is left is saved, and no draft stays behind', async ({ openDesk, vault }) => {
  const arrest = section(openDesk, 'Arrest')
  await reading(arrest, openDesk.say('Place of arrest')).click()
  const editor = arrest.getByRole('textbox', { name: openDesk.say('Place of arrest'), exact: true })
  await editor.fill('By the salt works')
  await editor.press('Tab')
  await saved(openDesk)
  await lock(openDesk)
  await unlock(openDesk, vault, passphrase)
  await openCase(openDesk, 'Petra Ejemplo')
  await expect(reading(section(openDesk, 'Arrest'), openDesk.say('Place of arrest'))).toContainText('By the salt works')
  await saved(openDesk)
})

test('a call that was not entered yet can be gone on with', async ({ openDesk, vault }) => {
  await button(openDesk, 'New case').first().click()
  await textbox(openDesk, 'Name, or what is known').fill('A boy of about twelve, red jacket')
  await openDesk.page.getByRole('textbox', { name: openDesk.say('Notes of the call') }).fill('mother calls again at six')
  await openDesk.page.getByText(openDesk.say('Kept as a draft in the vault')).waitFor()
  await lock(openDesk)
  await unlock(openDesk, vault, passphrase)
  await openDesk.page
    .getByRole('listitem')
    .getByRole('button')
    .filter({ hasText: openDesk.say('A new case was begun') })
    .click()
  await expect(textbox(openDesk, 'Name, or what is known')).toHaveValue('A boy of about twelve, red jacket')
  await expect(openDesk.page.getByRole('textbox', { name: openDesk.say('Notes of the call') })).toHaveValue('mother calls again at six')
})
