import { openHistory, openReport, openText, reading, section } from './pages/case-file.ts'
import { goTo, goToList, openCase, rows } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { smallTargetsIn, withoutRing } from './pages/gallery.ts'
import { beginCase } from './pages/intake.ts'
import { button, lock } from './pages/lock-screen.ts'
import { expect, test } from './support.ts'

const person = 'Rocío San Miguel'

/** The main screens, each with what leads to it. */
const screens: [string, (desk: Desk) => Promise<unknown>][] = [
  ['home', () => Promise.resolve()],
  ['list', async (desk) => (await goToList(desk), rows(desk).first().waitFor())],
  ['filters', (desk) => button(desk, 'More filters').click()],
  ['case file', async (desk) => (await desk.page.keyboard.press('Escape'), openCase(desk, person))],
  ['text being written', (desk) => openText(desk, section(desk, 'Summary'), 'Summary')],
  ['history', async (desk) => (await desk.page.keyboard.press('Escape'), openHistory(desk))],
  [
    'citing',
    async (desk) => {
      await desk.page.keyboard.press('Escape')
      await reading(section(desk, 'Charges'), desk.say('Offence')).first().focus()
      await desk.page.keyboard.press('c')
      await desk.page
        .getByRole('form')
        .getByRole('button', { name: desk.say('New source'), exact: true })
        .click()
    },
  ],
  ['report', async (desk) => (await desk.page.keyboard.press('Escape'), openReport(desk))],
  ['intake', (desk) => beginCase(desk)],
  ['people', (desk) => goTo(desk, 'People')],
  ['sources', (desk) => goTo(desk, 'Sources')],
  ['bin', (desk) => goTo(desk, 'Bin')],
  ['settings', (desk) => goTo(desk, 'Settings')],
  ['guide', (desk) => goTo(desk, 'Guide')],
  ['lock screen', (desk) => lock(desk)],
]

test('whatever can be pressed is at least 24 px wide and high, and shows when it has the focus', async ({ demonstrationDesk: desk }) => {
  test.setTimeout(240_000)
  for (const [name, go] of screens) {
    await test.step(name, async () => {
      await go(desk)
      await desk.page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
      expect.soft(await smallTargetsIn(desk.page, 'body'), `small on ${name}`).toEqual([])
      expect.soft(await withoutRing(desk.page, 4), `without a ring on ${name}`).toEqual([])
    })
  }
})
