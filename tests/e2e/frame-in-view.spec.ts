import { rows, search, goTo } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { openByPalette, press, tab, tabList, tabs } from './pages/frame.ts'
import { button } from './pages/lock-screen.ts'
import { expect, test } from './support.ts'

const names = [
  'Carmen Delgado',
  'Sofía Núñez Ibáñez',
  'Mohammed Al-Suwaidi',
  'Luisa Marina Ortega Peña',
  'Óscar Iván Quiñones',
  'Elías Zambrano Rivas',
]
const size = { width: 1280, height: 800 }

/** Tabs that the end of the bar cuts, and whether the one that is read stands there whole, with its cross. */
const inTheBar = (desk: Desk): Promise<{ cut: string[]; read: boolean; seen: number }> =>
  tabList(desk).evaluate((list) => {
    const { left, right } = list.getBoundingClientRect()
    const all = [...list.querySelectorAll('[role="tab"]')].map((element) => ({ element, box: element.getBoundingClientRect() }))
    const isWhole = (box: DOMRect): boolean => box.left >= left - 1 && box.right <= right + 1
    const touches = (box: DOMRect): boolean => box.right > left + 1 && box.left < right - 1
    const read = all.find(({ element }) => element.ariaSelected === 'true' || element.matches('[data-front]'))
    const cross = read?.element.querySelector('[data-close]')?.getBoundingClientRect()
    return {
      cut: all.filter(({ box }) => touches(box) && !isWhole(box)).map(({ element }) => element.ariaLabel ?? ''),
      read: read !== undefined && isWhole(read.box) && cross !== undefined && isWhole(cross),
      seen: all.filter(({ box }) => isWhole(box)).length,
    }
  })

test('the tab that is read stands whole in the bar, and no other is cut', async ({ demonstrationDesk: desk }) => {
  const whole = async (least = 1): Promise<void> => {
    await expect.poll(async () => ({ ...(await inTheBar(desk)), seen: 0 })).toEqual({ cut: [], read: true, seen: 0 })
    const { seen } = await inTheBar(desk)
    expect(seen).toBeGreaterThanOrEqual(least)
    // Those that found no room are counted beside the list of all.
    const hidden = (await tabs(desk).count()) - seen
    const written = desk.page.locator('[data-more]').evaluate((more) => getComputedStyle(more, '::before').content)
    expect((await written).replaceAll(/["\s]/g, '')).toBe(hidden === 0 ? 'none' : `+${String(hidden)}`)
  }
  await desk.page.setViewportSize(size)
  for (const name of names) {
    await openByPalette(desk, name, { newTab: true })
    await whole()
  }
  await expect(tabs(desk)).toHaveCount(names.length)
  for (const width of [1024, 700, 1280, 1600, 900, 1280]) {
    await desk.page.setViewportSize({ ...size, width })
    await whole(width < 1000 ? 1 : 2)
  }
  await press(desk, 'Control+1')
  await whole(2)
  await press(desk, 'Control+9')
  await whole(2)
  await goTo(desk, 'People')
  await whole(2)
  // The keyboard brings each into view as well.
  await tab(desk, names[0] ?? '').focus()
  for (let step = 1; step < names.length; step += 1) {
    await press(desk, 'ArrowRight')
    expect((await inTheBar(desk)).cut).toEqual([])
  }
})

test('no number is read that belongs to other rows than those beneath', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  await goTo(desk, 'Cases')
  await rows(desk).first().waitFor()
  const held = page.getByRole('group', { name: say('Filters') }).getByRole('button', { name: new RegExp(`^${say('Held')}`) })
  await expect(held).toHaveText(/\d/)
  // On every frame: how many rows there are, and what stands on the chip for all to see.
  await page.evaluate(() => {
    const seen = new Set<string>()
    Object.assign(globalThis, { seenCounts: seen })
    const look = (): void => {
      const number = document.querySelector('[role="group"] [aria-pressed] span')
      const total = document.querySelector('[role="listbox"] [aria-setsize]')?.getAttribute('aria-setsize')
      if (number !== null && total !== null && total !== undefined && number.checkVisibility({ visibilityProperty: true }))
        seen.add(`${total}: ${number.textContent}`)
      requestAnimationFrame(look)
    }
    look()
  })
  for (const query of ['mohamed', 'helicoide', '']) {
    await search(desk, query)
    await page.waitForTimeout(400)
  }
  const seen = await page.evaluate(() => [...(globalThis as unknown as { seenCounts: Set<string> }).seenCounts])
  const byTotal = Map.groupBy(seen, (one) => one.split(':')[0])
  expect(byTotal.size).toBeGreaterThanOrEqual(3)
  for (const [total, all] of byTotal) expect(all, `of ${total} rows`).toHaveLength(1)
})

test('what opens from the head of the list covers neither the list nor the rail, whatever the window does', async ({
  demonstrationDesk: desk,
}) => {
  const { page, say } = desk
  await page.setViewportSize(size)
  await goTo(desk, 'Cases')
  await rows(desk).first().waitFor()
  for (const [opener, title] of [
    ['More filters', 'Filters'],
    ['Saved searches', 'Saved searches'],
  ] as const) {
    await button(desk, opener).click()
    const panel = page.getByRole('dialog', { name: say(title) })
    for (const width of [1280, 1024, 1600, 1024, 1280]) {
      await page.setViewportSize({ ...size, width })
      await expect
        .poll(async () => {
          const [list, box] = [await page.locator('[data-rows]').boundingBox(), await panel.boundingBox()]
          return list !== null && box !== null && box.x >= list.x + list.width && box.x + box.width <= width
        })
        .toBe(true)
    }
    await press(desk, 'Escape')
    await expect(panel).toHaveCount(0)
  }
})
