import { button, lock } from './pages/lock-screen.ts'
import { chooseLanguage } from './pages/desk.ts'
import type { Desk } from './pages/desk.ts'
import { expect, test } from './support.ts'

const run = (desk: Desk): Promise<[string, string]> =>
  desk.page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction])
const width = (desk: Desk): Promise<number> => desk.page.evaluate(() => innerWidth)

test('a language is there at once, with the way that it runs', async ({ openDesk: desk }) => {
  await lock(desk)
  for (const [language, direction] of [
    ['fr', 'ltr'],
    ['ar', 'rtl'],
    ['es', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    await chooseLanguage(desk, language)
    await expect.poll(() => run(desk)).toEqual([language, direction])
    await expect(button(desk, 'Open a vault').or(button(desk, 'Another vault'))).toBeVisible()
  }
})

test('the size of everything is one for all the program, from the lock screen on', async ({ openDesk: desk }) => {
  const usual = await width(desk)
  await desk.page.keyboard.press('Control+Equal')
  await expect.poll(() => width(desk)).toBeLessThan(usual)
  const larger = await width(desk)
  await lock(desk)
  // The next page is drawn by a main process of its own, which reads the size from the settings.
  await expect.poll(() => width(desk)).toBe(larger)
  await desk.page.keyboard.press('Control+0')
  await expect.poll(() => width(desk)).toBe(usual)
})
