import { join } from 'node:path'

import { buildPseudo } from '../../build/pseudo.mjs'
import type { Desk } from './pages/desk.ts'
import { unlock } from './pages/lock-screen.ts'
import { test as base, copied, expect, keptFor, madeOnce, passphrase } from './support.ts'
import { atRest, sizes } from './tour/camera.ts'
import { faultsOfLayout } from './tour/geometry.ts'
import { inGreek, writeDemonstrationInGreek } from './tour/in-greek.ts'
import { knownIn } from './tour/known-words.ts'
import { madeUpLanguages } from './tour/made-up.ts'
import { tourKeys } from './tour/tour-keys.ts'
import { homeOfNewcomers, tourEmpty, tourFull, tourOutside, type Look } from './tour/tour.ts'
import { untranslatedWords, type Known } from './tour/untranslated.ts'

/**
 * Every screen in every state with a made-up language in the place of English and one in the place of Arabic: two fifths
 * longer, with accents or written from right to left. What is cut off, lies over something else or reaches beyond the
 * window shows here before a translator's longest word finds it; what stands in plain letters was never given to one.
 */
const only = process.env['HABEAS_SCREENS']?.split(',')

type Kept = { greekVault: string }
const test = base.extend<object, Kept>({
  // Playwright reads from the pattern which fixtures are asked for: none.
  program: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, { project, workerIndex }) => {
      // Inside the project, because main finds its native modules from where it lies.
      const main = await buildPseudo(join(project.outputDir, `made-up-${workerIndex}`))
      await use({ main, words: await madeUpLanguages() })
    },
    keptFor,
  ],
  emptyVault: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => madeOnce({ title: inGreek('Office of the plain'), caseworker: inGreek('Inés Prueba') }, use),
    keptFor,
  ],
  greekVault: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => madeOnce({ title: inGreek('Examples'), caseworker: inGreek('Inés Prueba') }, use, writeDemonstrationInGreek),
    keptFor,
  ],
})

/** Judges each screen and goes on; what was found is told at the end, all of it. */
function judge(known: Known): { faults: string[]; at: (desk: Desk) => Look } {
  const faults: string[] = []
  const at =
    (desk: Desk): Look =>
    async (screen) => {
      if (only !== undefined && !only.includes(screen)) return
      for (const size of sizes) {
        await desk.page.setViewportSize(size)
        await atRest(desk)
        const found = [...(await faultsOfLayout(desk.page)), ...(await untranslatedWords(desk.page, known))]
        for (const fault of found) faults.push(`${screen} at ${size.width}: ${fault}`)
      }
      await desk.page.setViewportSize(sizes[0])
    }
  return { faults, at }
}

for (const language of ['en', 'ar'] as const)
  test.describe(`every screen in a made-up language in the place of ${language}`, () => {
    test.use({ language })

    test('outside and in an empty vault', async ({ desk, vault }) => {
      test.setTimeout(900_000)
      const { faults, at } = judge(await knownIn(desk, language, false))
      await tourOutside(desk, vault, passphrase, at(desk))
      await tourEmpty(desk, at(desk))
      await tourKeys(desk, vault, passphrase, at(desk))
      expect(faults).toEqual([])
    })

    test('in a vault in use', async ({ desk, greekVault }) => {
      test.setTimeout(900_000)
      await unlock(desk, copied(greekVault, desk), passphrase)
      const { faults, at } = judge(await knownIn(desk, language, true))
      await tourFull(desk, at(desk), inGreek)
      expect(faults).toEqual([])
    })
  })

/** Puts a line of words into the page, where it would be found. */
const put = (desk: Desk, text: string, style: Record<string, string>, placeholder = false): Promise<void> =>
  desk.page.evaluate(
    ([words, look, isField]) => {
      const element = document.createElement(isField ? 'input' : 'p')
      if (element instanceof HTMLInputElement) element.placeholder = words
      else element.textContent = words
      for (const [name, value] of Object.entries(look)) element.style.setProperty(name, value)
      element.setAttribute('data-put', '')
      // What is fixed to the window is not held by the part that it stands in.
      const holder = look['position'] === 'fixed' ? document.body : document.querySelector('main')
      holder?.prepend(element)
    },
    [text, style, placeholder] as const,
  )
const takeAway = (desk: Desk): Promise<void> =>
  desk.page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-put]')) element.remove()
  })

test('each of these checks finds what it looks for', async ({ openDesk: desk }) => {
  // What comes after something was put into the page would lie over it.
  await homeOfNewcomers(desk)
  await atRest(desk)
  expect(await faultsOfLayout(desk.page)).toEqual([])
  const line = { 'white-space': 'nowrap', 'inline-size': '60px' }
  for (const [style, said, isField] of [
    [{ ...line, overflow: 'hidden' }, 'cut off at the side', false],
    [{ ...line, 'white-space': 'normal', overflow: 'hidden', 'block-size': '30px' }, 'cut off above or below', false],
    [{ ...line, 'margin-inline-start': '-40px' }, 'sticks out', false],
    [{ ...line, 'inline-size': '4000px', position: 'fixed', 'inset-inline-start': '1150px' }, 'beyond the window', false],
    [{ 'inline-size': '60px' }, 'cut off in its field', true],
  ] as const) {
    await put(desk, 'ŵöŕďš ťĥàť àŕé ƒàŕ ťöö ĺöñĝ ƒöŕ ťĥîš', style, isField)
    expect((await faultsOfLayout(desk.page)).join('\n')).toContain(said)
    await takeAway(desk)
  }
  for (const words of ['öñé', 'ťŵö'])
    await put(desk, words.repeat(5), { position: 'absolute', 'inset-block-start': '300px', 'z-index': '1' })
  expect((await faultsOfLayout(desk.page)).join('\n')).toContain('overlap')
  await takeAway(desk)
  const known = await knownIn(desk, 'en', true)
  expect(await untranslatedWords(desk.page, known)).toEqual([])
  await put(desk, 'Settings', {})
  expect(await untranslatedWords(desk.page, known)).toEqual([expect.stringContaining('Settings')])
})
