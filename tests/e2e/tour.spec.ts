import { AxeBuilder } from '@axe-core/playwright'

import type { Desk } from './pages/desk.ts'
import { expect, passphrase, test } from './support.ts'
import { atRest, chooseTheme, photograph, sizes, themes } from './tour/camera.ts'
import { faultsOfLayout } from './tour/geometry.ts'
import { tourKeys } from './tour/tour-keys.ts'
import { tourRescue } from './tour/rescue-tour.ts'
import { tourEmpty, tourFull, tourOutside, type Look } from './tour/tour.ts'

/**
 * Every screen in every state, once through. In English axe judges each, and its colours in the dark as well; in every
 * language the layout is judged at both sizes. With HABEAS_PICTURES=FOLDER pictures of all of it are taken instead,
 * with HABEAS_SCREENS=NAME,NAME only of some.
 */
const pictures = process.env['HABEAS_PICTURES']
const only = process.env['HABEAS_SCREENS']?.split(',')

async function faultsOfAccess(desk: Desk, theme: (typeof themes)[number]): Promise<string[]> {
  const axe = new AxeBuilder({ page: desk.page }).setLegacyMode(true)
  // In the dark nothing else than the colours is different.
  const { violations } = await (
    theme === 'dark'
      ? axe.withRules(['color-contrast', 'link-in-text-block'])
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  )
    // What React Aria has said through this part points at words that may be gone by now; it was said.
    .exclude('[data-live-announcer]')
    .analyze()
  // React Aria sets a popover, which is a dialog, and the hidden button that closes it into a wrapper beside the page.
  const isWrapper = (html: string): boolean => html.startsWith('<div style="display: contents;">')
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => id !== 'region' || !isWrapper(node.html))
      .map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
  )
}

/** Judges each screen and goes on; what was found is told at the end, all of it. */
function judge(): { faults: string[]; at: (desk: Desk) => Look } {
  const faults: string[] = []
  const at =
    (desk: Desk): Look =>
    async (screen, what) => {
      if (only !== undefined && !only.includes(screen)) return
      if (pictures !== undefined) return photograph(desk, pictures, screen, what)
      // What the mouse happens to be over after the last click has a tip, which belongs to no part of the page.
      await desk.page.mouse.move(0, 0)
      for (const size of sizes) {
        await desk.page.setViewportSize(size)
        await atRest(desk)
        for (const fault of await faultsOfLayout(desk.page)) faults.push(`${screen} at ${size.width}: ${fault}`)
      }
      await desk.page.setViewportSize(sizes[0])
      if (desk.say.language === 'en')
        for (const theme of themes) {
          await chooseTheme(desk, theme)
          await atRest(desk)
          for (const fault of await faultsOfAccess(desk, theme)) faults.push(`${screen}, ${theme}: ${fault}`)
        }
      await chooseTheme(desk, 'light')
    }
  return { faults, at }
}

// Spanish and Arabic are walked with FULL=1; the made-up languages of pseudo.spec.ts are longer than either.
for (const language of process.env['FULL'] === '1' ? (['en', 'es', 'ar'] as const) : (['en'] as const))
  test.describe(`every screen and state, ${language}`, () => {
    test.use({ language })

    test('outside and in an empty vault', async ({ desk, vault }) => {
      test.setTimeout(1_200_000)
      const { faults, at } = judge()
      await tourOutside(desk, vault, passphrase, at(desk))
      await tourEmpty(desk, at(desk))
      await tourKeys(desk, vault, passphrase, at(desk))
      expect(faults).toEqual([])
    })

    test('a vault that doesn’t open as it should', async ({ desk }) => {
      test.setTimeout(1_200_000)
      const { faults, at } = judge()
      await tourRescue(desk, passphrase, at(desk))
      expect(faults).toEqual([])
    })

    test('in a vault in use', async ({ demonstrationDesk }) => {
      test.setTimeout(1_800_000)
      const { faults, at } = judge()
      await tourFull(demonstrationDesk, at(demonstrationDesk))
      expect(faults).toEqual([])
    })
  })

test('axe would see a fault', async ({ desk }) => {
  await desk.page.evaluate(() => {
    const image = document.createElement('img')
    document.body.append(image, document.createElement('button'))
  })
  const faults = (await faultsOfAccess(desk, 'light')).join('\n')
  expect(faults).toContain('image-alt')
  expect(faults).toContain('button-name')
})
