import { openHistory, openReport, openText, reading, section } from './pages/case-file.ts'
import { goTo, goToList, openCase, rows } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { smallTargetsIn, withoutRing } from './pages/gallery.ts'
import { beginCase } from './pages/intake.ts'
import { openKeys } from './pages/keys.ts'
import { button, lock } from './pages/lock-screen.ts'
import { expect, test } from './support.ts'

const person = 'Rocío San Miguel'

const listed = (desk: Desk, english: string): Promise<void> =>
  desk.page
    .getByRole('listbox', { name: desk.say(english), exact: true })
    .locator('[role="option"][data-id]')
    .first()
    .waitFor()

/** The main screens, each with what leads to it and until it stands there: places are counted while one walks through them. */
const screens: [string, (desk: Desk) => Promise<unknown>][] = [
  ['home', (desk) => desk.page.getByRole('slider').waitFor()],
  ['list', async (desk) => (await goToList(desk), rows(desk).first().waitFor())],
  ['filters', async (desk) => (await button(desk, 'More filters').click(), desk.page.getByRole('dialog').waitFor())],
  ['case file', async (desk) => (await desk.page.keyboard.press('Escape'), openCase(desk, person))],
  ['text being written', (desk) => openText(desk, section(desk, 'Summary'), 'Summary')],
  ['history', async (desk) => (await desk.page.keyboard.press('Escape'), openHistory(desk))],
  [
    'citing',
    async (desk) => {
      await desk.page.keyboard.press('Escape')
      const offence = reading(section(desk, 'Charges'), desk.say('Offence')).first()
      await offence.focus()
      await expect(offence).toBeFocused()
      await desk.page.keyboard.press('c')
      await desk.page
        .getByRole('form')
        .getByRole('button', { name: desk.say('New source'), exact: true })
        .click()
    },
  ],
  ['report', async (desk) => (await desk.page.keyboard.press('Escape'), openReport(desk))],
  ['intake', (desk) => beginCase(desk)],
  ['people', async (desk) => (await goTo(desk, 'People'), listed(desk, 'People'))],
  ['sources', async (desk) => (await goTo(desk, 'Sources'), listed(desk, 'Sources'))],
  ['bin', async (desk) => (await goTo(desk, 'Bin'), desk.page.getByText(desk.say('The bin is empty')).waitFor())],
  ['settings', (desk) => openKeys(desk)],
  ['guide', async (desk) => (await goTo(desk, 'Guide'), desk.page.locator('#guide-chapter').waitFor())],
  ['lock screen', (desk) => lock(desk)],
]

test('whatever can be pressed is at least 24 px wide and high, and shows when it has the focus', async ({ demonstrationDesk: desk }) => {
  test.setTimeout(600_000)
  for (const [name, go] of screens) {
    await test.step(name, async () => {
      await go(desk)
      await desk.page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
      expect.soft(await smallTargetsIn(desk.page, 'body'), `small on ${name}`).toEqual([])
      expect.soft(await withoutRing(desk.page, 4), `without a ring on ${name}`).toEqual([])
    })
  }
})
