import { caseFile, focusSearch, searchField } from './pages/case-list.ts'
import { afterLocking } from './pages/desk.ts'
import { ask, border, currentPlace, hasFocus, openByPalette, palette, tab, tabs } from './pages/frame.ts'
import { does, press, type } from './pages/keys-alone.ts'
import { alert, button, passphraseField, readyForAnotherTry, textbox, waitUntilOpen, whileDerived } from './pages/lock-screen.ts'
import { countPointers, pointersSoFar, walkTo } from './pages/spoken.ts'
import { expect, passphrase, test } from './support.ts'

const first = 'Carmen Delgado'
const second = 'Óscar Iván Quiñones'
const long = 'Elías Zambrano Rivas'

test('a press of a mouse would be counted', async ({ desk }) => {
  await countPointers(desk)
  await desk.page.getByRole('heading', { level: 1 }).click()
  expect(await pointersSoFar(desk)).toBeGreaterThan(0)
})

test('the lock screen: languages, errors, unlocking, locking and unlocking again', async ({ desk, vault }) => {
  const { page, say } = desk
  await countPointers(desk)
  await does(desk, 'another language, and back', async () => {
    await walkTo(desk, page.getByRole('button', { name: 'Español' }))
    await press(desk, 'Enter')
    await page.locator('html[lang="es"]').waitFor()
    await walkTo(desk, page.getByRole('button', { name: 'English' }))
    await press(desk, 'Enter')
    await page.locator('html[lang="en"]').waitFor()
  })
  await does(desk, 'begin a new vault, and go back', async () => {
    await walkTo(desk, button(desk, 'Make a new vault'))
    await press(desk, 'Enter')
    await expect(textbox(desk, 'Title of the vault')).toBeFocused()
    await walkTo(desk, button(desk, 'Back'))
    await press(desk, 'Enter')
    await button(desk, 'Make a new vault').waitFor()
  })
  await does(desk, 'choose a vault', async () => {
    desk.app.answerDialog({ canceled: false, filePaths: [vault] })
    await walkTo(desk, button(desk, 'Open a vault'))
    await press(desk, 'Enter')
    await expect(passphraseField(desk, 'Passphrase')).toBeFocused()
  })
  await does(desk, 'a wrong passphrase', async () => {
    await type(desk, 'not this one at all')
    await press(desk, 'Enter')
    await alert(desk).waitFor(whileDerived)
    await expect(passphraseField(desk, 'Passphrase')).toBeFocused()
    await readyForAnotherTry(desk)
  })
  await does(desk, 'the right one, with Enter pressed twice', async () => {
    await type(desk, passphrase)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await waitUntilOpen(desk)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  })
  await afterLocking(desk, () => desk.page.keyboard.press('Control+l'))
  await countPointers(desk)
  await does(desk, 'locked, and unlocked again', async () => {
    await expect.poll(() => hasFocus(desk), 'the focus on the lock screen').toBe(true)
    desk.app.answerDialog({ canceled: false, filePaths: [vault] })
    await walkTo(desk, button(desk, 'Open a vault').or(button(desk, 'Another vault')))
    await press(desk, 'Enter')
    await expect(passphraseField(desk, 'Passphrase')).toBeFocused()
    await type(desk, passphrase)
    await press(desk, 'Enter')
    await waitUntilOpen(desk)
    await expect(desk.page.getByRole('heading', { level: 1, name: 'Office of the plain' })).toBeFocused()
    expect(say('Home')).toBe(await currentPlace(desk).innerText())
  })
})

test('the frame: palette, tabs, back and forward, widths, sizes, sheets and settings', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  await countPointers(desk)
  await does(desk, 'three case files in tabs', async () => {
    await openByPalette(desk, first)
    await openByPalette(desk, second, { newTab: true })
    await openByPalette(desk, long, { newTab: true })
    await expect(tabs(desk)).toHaveCount(3)
  })
  await does(desk, 'from tab to tab, and one closed', async () => {
    await press(desk, 'Control+Tab')
    await caseFile(desk, first).waitFor()
    await press(desk, 'Control+2')
    await caseFile(desk, second).waitFor()
    await walkTo(desk, tab(desk, second), 'Shift+Tab')
    await press(desk, 'ArrowRight', 'Enter')
    await caseFile(desk, long).waitFor()
    await press(desk, 'Control+w')
    await expect(tabs(desk)).toHaveCount(2)
    await caseFile(desk, second).waitFor()
  })
  await does(desk, 'back and forward', async () => {
    await press(desk, 'Alt+4', 'Alt+ArrowLeft')
    await caseFile(desk, second).waitFor()
    await press(desk, 'Alt+ArrowRight')
    await expect(currentPlace(desk)).toHaveText(say('Sources'))
  })
  await does(desk, 'every place by its keys', async () => {
    for (const [key, place] of [
      ['Alt+1', say('Home')],
      ['Alt+2', say('Cases')],
      ['Alt+3', say('People')],
      ['Alt+4', say('Sources')],
      ['Alt+5', say.in('place', 'Bin')],
      ['Control+,', say('Settings')],
      ['Shift+F1', say('Guide')],
    ] as const) {
      await press(desk, key)
      await expect(currentPlace(desk)).toHaveText(place)
    }
  })
  await does(desk, 'every pane by F6', async () => {
    await press(desk, 'Alt+2', 'F6', 'F6', 'F6', 'F6', 'Shift+F6')
  })
  await does(desk, 'the list wider and back', async () => {
    const width = async () => Number(await border(desk).getAttribute('aria-valuenow'))
    const usual = await width()
    await focusSearch(desk)
    await walkTo(desk, border(desk))
    await press(desk, 'ArrowRight')
    await expect.poll(width).toBe(usual + 16)
    await press(desk, 'Enter')
    await expect.poll(width).toBe(usual)
  })
  await does(desk, 'everything larger and back', async () => {
    const usual = await page.evaluate(() => innerWidth)
    await press(desk, 'Control+Equal')
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(usual)
    await press(desk, 'Control+0')
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(usual)
  })
  await does(desk, 'the palette and the sheet of keys give the focus back', async () => {
    await focusSearch(desk)
    await ask(desk, 'delgado', first)
    await press(desk, 'Escape')
    await expect(palette(desk)).toHaveCount(0)
    await expect(searchField(desk)).toBeFocused()
    await press(desk, 'F1')
    const sheet = page.getByRole('dialog', { name: say('Keyboard shortcuts') })
    await sheet.waitFor()
    await press(desk, 'Escape')
    await expect(sheet).toHaveCount(0)
    await expect(searchField(desk)).toBeFocused()
  })
  await does(desk, 'settings', async () => {
    await press(desk, 'Control+,')
    const light = page.getByRole('radiogroup', { name: say('Light or dark'), exact: true })
    await walkTo(desk, light.getByRole('radio', { checked: true }))
    await press(desk, 'ArrowRight')
    await expect(page.locator('html')).toHaveAttribute('data-theme', /light|dark/)
    const remember = page.getByRole('checkbox', { name: say('Remember where the last vault is') })
    const was = await remember.isChecked()
    await walkTo(desk, remember)
    await press(desk, 'Space')
    await expect(remember).toBeChecked({ checked: !was })
  })
  await does(desk, 'a chapter of the guide', async () => {
    await press(desk, 'Shift+F1')
    const contents = page.getByRole('navigation', { name: say('Chapters of the guide') })
    await walkTo(desk, contents.getByRole('button').nth(1))
    await press(desk, 'Enter')
    await expect(page.getByRole('article', { name: await contents.getByRole('button').nth(1).innerText() })).toBeVisible()
  })
})
