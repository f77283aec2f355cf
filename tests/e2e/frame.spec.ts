import { join } from 'node:path'

import { reading, saved, section, write } from './pages/case-file.ts'
import { caseFile, goTo, rowOf, rows, searchField } from './pages/case-list.ts'
import {
  ask,
  border,
  currentPlace,
  hasFocus,
  notice,
  offered,
  openByPalette,
  openPalette,
  palette,
  paletteField,
  press,
  tab,
  tabs,
} from './pages/frame.ts'
import type { Desk } from './pages/desk.ts'
import { lock, unlock } from './pages/lock-screen.ts'
import { expect, passphrase, test } from './support.ts'

const lockAndUnlock = async (desk: Desk): Promise<void> => {
  await lock(desk)
  await unlock(desk, join(desk.folders.vaults, 'Copy.habeas'), passphrase)
}

const first = 'Carmen Delgado'
const second = 'Sofía Núñez Ibáñez'
const third = 'Óscar Iván Quiñones'

test('tabs by keyboard, and back after unlocking', async ({ demonstrationDesk: desk }) => {
  await expect(currentPlace(desk)).toHaveText(desk.say('Home'))
  await expect.poll(() => hasFocus(desk)).toBe(true)

  await openByPalette(desk, first)
  await openByPalette(desk, second)
  // The tab in front is used again, unless a new one is asked for.
  await expect(tabs(desk)).toHaveCount(1)
  await openByPalette(desk, first, { newTab: true })
  await openByPalette(desk, third, { newTab: true })
  await expect(tabs(desk)).toHaveCount(3)
  await expect(tab(desk, third)).toHaveAttribute('aria-selected', 'true')

  await press(desk, 'Control+Tab')
  await caseFile(desk, second).waitFor()
  await press(desk, 'Control+Shift+Tab')
  await caseFile(desk, third).waitFor()
  await press(desk, 'Control+2')
  await caseFile(desk, first).waitFor()
  await press(desk, 'Control+9')
  await caseFile(desk, third).waitFor()

  await tab(desk, third).focus()
  await press(desk, 'ArrowLeft')
  await expect(tab(desk, first)).toBeFocused()
  await press(desk, 'Enter')
  await caseFile(desk, first).waitFor()
  await press(desk, 'Control+w')
  await expect(tabs(desk)).toHaveCount(2)
  await caseFile(desk, third).waitFor()
  await expect.poll(() => hasFocus(desk)).toBe(true)

  await lockAndUnlock(desk)
  await expect(currentPlace(desk)).toHaveText(desk.say('Home'))
  await expect(tabs(desk)).toHaveCount(2)
  await press(desk, 'Alt+2')
  await caseFile(desk, third).waitFor()
})

test('back and forward by keyboard and by the mouse’s side buttons', async ({ demonstrationDesk: desk }) => {
  await openByPalette(desk, first)
  const scroller = desk.page.locator('article[data-case-document]').locator(':scope > :nth-child(2)')
  // The place is noted with the scroll event, which comes with the next frame.
  const scrolled = await scroller.evaluate(async (element) => {
    element.scrollTo(0, 400)
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return element.scrollTop
  })
  expect(scrolled).toBe(400)
  await press(desk, 'Alt+4')
  await expect(currentPlace(desk)).toHaveText(desk.say('Sources'))
  await press(desk, 'Alt+ArrowLeft')
  await caseFile(desk, first).waitFor()
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(400)
  await press(desk, 'Alt+ArrowLeft')
  await expect(currentPlace(desk)).toHaveText(desk.say('Home'))
  await press(desk, 'Alt+ArrowRight', 'Alt+ArrowRight')
  await expect(currentPlace(desk)).toHaveText(desk.say('Sources'))
  await expect.poll(() => hasFocus(desk)).toBe(true)
  const side = (button: number) =>
    desk.page.evaluate((which) => {
      document.body.dispatchEvent(new MouseEvent('mouseup', { button: which, bubbles: true, cancelable: true }))
    }, button)
  await side(3)
  await caseFile(desk, first).waitFor()
  await side(4)
  await expect(currentPlace(desk)).toHaveText(desk.say('Sources'))
})

test('the palette finds case files, people, sources and commands, and gives the focus back', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  await goTo(desk, 'Cases')
  await searchField(desk).focus()
  await press(desk, 'Control+k')
  await expect(paletteField(desk)).toBeFocused()
  await expect(offered(desk, say('Keyboard shortcuts'))).toBeVisible()
  await press(desk, 'Escape')
  await expect(palette(desk)).toHaveCount(0)
  await expect(searchField(desk)).toBeFocused()

  // Accents and alphabets make no difference.
  await ask(desk, 'quinones', third)
  const option = offered(desk, third).first()
  await expect(option.locator('mark')).toHaveText(/Quiñones/)
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await expect(paletteField(desk)).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '')
  await expect(palette(desk).getByRole('group', { name: say('People'), exact: true })).toBeVisible()
  await press(desk, 'ArrowDown')
  await expect(option).toHaveAttribute('aria-selected', 'false')
  await press(desk, 'Enter')
  await expect(currentPlace(desk)).toHaveText(say('People'))

  await openPalette(desk, 'Control+p')
  await page.keyboard.insertText('zzqqx')
  await expect(palette(desk).getByText(/^Nothing found\. Try fewer letters/)).toBeVisible()
  await press(desk, 'Control+a')
  await page.keyboard.insertText(say('Keyboard shortcuts'))
  await press(desk, 'Enter')
  await expect(page.getByRole('dialog', { name: say('Keyboard shortcuts') })).toBeVisible()
})

test('a dialog is seen at once, also where React Aria would hide it for a while', async ({ demonstrationDesk: desk }) => {
  const { page } = desk
  await goTo(desk, 'Cases')
  await openPalette(desk)
  // React Aria takes a window made smaller for a keyboard on the screen, and then hides a dialog by these for a while.
  const seen = await palette(desk).evaluate((dialog) => {
    const around: HTMLElement[] = []
    for (let element = dialog.parentElement; element !== null && element !== document.body; element = element.parentElement) {
      element.style.opacity = '0'
      element.style.clip = 'rect(0 0 0 0)'
      element.style.clipPath = 'inset(50%)'
      element.style.maskImage = 'linear-gradient(#0000, #0000)'
      around.push(element)
    }
    return around.map((element) => {
      const { opacity, clip, clipPath, maskImage } = getComputedStyle(element)
      return { opacity, clip, clipPath, maskImage }
    })
  })
  expect(seen.length).toBeGreaterThanOrEqual(2)
  for (const style of seen) expect(style).toEqual({ opacity: '1', clip: 'auto', clipPath: 'none', maskImage: 'none' })
  await page.keyboard.press('Escape')
})

test('Enter takes what the last letters found, however fast it comes', async ({ demonstrationDesk: desk }) => {
  await openPalette(desk)
  await desk.page.keyboard.insertText('delgado')
  await press(desk, 'Enter')
  await caseFile(desk, first).waitFor()
})

test('the sheet lists every key by what it is for', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  const sheet = page.getByRole('dialog', { name: say('Keyboard shortcuts') })
  await press(desk, '?')
  await expect(sheet.getByRole('region', { name: say('Tabs'), exact: true }).getByText(say('Close the tab'))).toBeVisible()
  await press(desk, 'Escape')
  await expect(sheet).toHaveCount(0)
  await expect.poll(() => hasFocus(desk)).toBe(true)
  // While somebody types, it is a question mark.
  await goTo(desk, 'Cases')
  await searchField(desk).focus()
  await press(desk, '?')
  await expect(searchField(desk)).toHaveValue('?')
  await expect(sheet).toHaveCount(0)
  await press(desk, 'F1')
  await expect(sheet).toBeVisible()
})

test('the list is made wider by keyboard, and stays so after unlocking', async ({ demonstrationDesk: desk }) => {
  await goTo(desk, 'Cases')
  const width = async () => Number(await border(desk).getAttribute('aria-valuenow'))
  const list = () => desk.page.locator('#list').evaluate((element) => element.getBoundingClientRect().width)
  const usual = await width()
  await border(desk).focus()
  await press(desk, 'ArrowRight', 'Shift+ArrowRight')
  await expect.poll(width).toBe(usual + 80)
  await expect.poll(list).toBe(usual + 80)
  await press(desk, 'End')
  const widest = Number(await border(desk).getAttribute('aria-valuemax'))
  expect(widest).toBeGreaterThan(usual + 80)
  await expect.poll(list).toBe(widest)
  const main = await desk.page.locator('main').evaluate((element) => element.getBoundingClientRect().width)
  expect(main).toBeGreaterThanOrEqual(420)
  await press(desk, 'Enter')
  await expect.poll(width).toBe(usual)
  await press(desk, 'ArrowRight')
  await lockAndUnlock(desk)
  await goTo(desk, 'Cases')
  await expect.poll(width).toBe(usual + 16)
  await border(desk).dblclick()
  await expect.poll(width).toBe(usual)
})

test('everything is drawn larger and smaller by keyboard, and nothing goes out of reach', async ({ demonstrationDesk: desk }) => {
  const zoom = () =>
    desk.page.evaluate(async () => {
      const { habeas } = globalThis as unknown as {
        habeas: { calls: Record<string, (input: object) => Promise<{ value: { settings: { zoom: number } } }>> }
      }
      return (await habeas.calls['app.state']?.({}))?.value.settings.zoom
    })
  await press(desk, 'Control+=', 'Control+=')
  await expect.poll(zoom).toBe(1.25)
  await press(desk, 'Control+-')
  await expect.poll(zoom).toBe(1.1)
  await press(desk, 'Control+0')
  await expect.poll(zoom).toBe(1)

  // As wide as 1280×800 is at 200 %.
  await desk.page.setViewportSize({ width: 640, height: 400 })
  await goTo(desk, 'Cases')
  await rowOf(desk, first).first().click()
  await caseFile(desk, first).waitFor()
  await expect(rows(desk).first()).toBeHidden()
  const sideways = () => desk.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(sideways).toBe(0)
  await goTo(desk, 'Cases')
  await expect(rows(desk).first()).toBeVisible()
})

test('undo and redo across fields say what they did, outside of typing', async ({ demonstrationDesk: desk }) => {
  const { say } = desk
  await openByPalette(desk, first)
  const arrest = section(desk, 'Arrest')
  await write(desk, arrest, 'Place of arrest', 'Old quay')
  await write(desk, arrest, 'Place of arrest', 'New quay')
  await press(desk, 'Control+z')
  // What is said of it goes by itself in a while; what it did stays.
  await expect(notice(desk)).toHaveAttribute('data-notice', 'undone')
  await expect(reading(arrest, say('Place of arrest'))).toContainText('Old quay')
  await press(desk, 'Control+Shift+z')
  await expect(reading(arrest, say('Place of arrest'))).toContainText('New quay')
  await press(desk, 'Control+z')
  await expect(reading(arrest, say('Place of arrest'))).toContainText('Old quay')
  await press(desk, 'Control+y')
  await expect(reading(arrest, say('Place of arrest'))).toContainText('New quay')
  await saved(desk)
  await press(desk, 'Escape')
  await expect(notice(desk)).toHaveCount(0)

  // In a field, undo belongs to what is typed there.
  await reading(arrest, say('Place of arrest')).click()
  const field = arrest.getByRole('textbox', { name: say('Place of arrest'), exact: true })
  await expect(field).toBeFocused()
  await field.press('End')
  await desk.page.keyboard.type('x')
  await expect(field).toHaveValue('New quayx')
  await press(desk, 'Control+z')
  await expect(field).toHaveValue('New quay')
  await expect(notice(desk)).toHaveCount(0)
})

test('F6 leads from pane to pane, and the first Tab offers to skip the rail', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  await openByPalette(desk, first)
  const pane = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? null)
  await expect.poll(pane).toBe('main')
  const visited: (string | null)[] = []
  for (let at = 0; at < 4; at += 1) {
    await press(desk, 'F6')
    visited.push(await pane())
  }
  expect(new Set(visited)).toEqual(new Set(['rail', 'top', 'list', 'main']))
  const skip = page.getByRole('button', { name: say('To the document'), exact: true })
  await skip.focus()
  await press(desk, 'Enter')
  await expect.poll(pane).toBe('main')
})
