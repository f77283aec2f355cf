import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator } from 'playwright-core'

import { caseFile, focusSearch, openPlace, results, rowOf, rows, searchField } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { button, unlock } from './pages/lock-screen.ts'
import { expect, test } from './support.ts'
import { callAs } from './tour/hard-cases.ts'

const press = (desk: Desk, key: string): Promise<void> => desk.page.keyboard.press(key)
const type = (desk: Desk, text: string): Promise<void> => desk.page.keyboard.insertText(text)

/** Presses a key until the focus is there; fails where it never gets there. */
async function walkTo(desk: Desk, target: Locator, key = 'Tab', most = 40): Promise<void> {
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await press(desk, key)
  }
  throw new Error(`${key} does not lead to ${String(target)} within ${most} presses.`)
}

test('finding by keyboard alone: typing, walking, opening', async ({ demonstrationDesk: desk }) => {
  await openPlace(desk, 'Cases')
  await press(desk, 'Control+f')
  await expect(searchField(desk)).toBeFocused()
  await type(desk, 'helicoide')
  // Enter asks for the first of what is being found, however soon it is pressed.
  await press(desk, 'Enter')
  await expect(results(desk)).toBeFocused()
  await expect(desk.page.getByRole('article')).toBeVisible()
  await expect(rows(desk).first().locator('mark').first()).toBeVisible()
  await expect(rows(desk).first()).toHaveAttribute('aria-selected', 'true')

  await test.step('arrows move, and the list says which row they are at', async () => {
    await press(desk, 'End')
    const last = Number(await rows(desk).last().getAttribute('aria-setsize'))
    expect(last).toBeGreaterThan(1)
    const atHand = rows(desk).and(desk.page.locator('[data-at]'))
    await expect(atHand).toHaveAttribute('aria-posinset', String(last))
    await expect(results(desk)).toHaveAttribute('aria-activedescendant', (await atHand.getAttribute('id')) ?? '')
    await press(desk, 'Home')
    await expect(rows(desk).first()).toHaveAttribute('data-at', 'true')
  })

  await test.step('a letter typed in the list goes on in the search', async () => {
    await press(desk, 'z')
    await expect(searchField(desk)).toBeFocused()
    await expect(searchField(desk)).toHaveValue('helicoidez')
  })

  await test.step('nothing found offers a shorter search, by key', async () => {
    const shorter = desk.page.getByRole('button', { name: new RegExp(`^${desk.say('Search “{shorter}”', { shorter: 'helico' })}`) })
    await shorter.waitFor()
    await walkTo(desk, shorter)
    await press(desk, 'Enter')
    await expect(searchField(desk)).toHaveValue('helico')
    await expect(results(desk)).toBeFocused()
    await rows(desk).first().waitFor()
  })
})

test('filters and orders by keyboard alone', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  await openPlace(desk, 'Cases')
  await rows(desk).first().waitFor()
  const all = Number(await rows(desk).first().getAttribute('aria-setsize'))
  const held = page.getByRole('group', { name: say('Filters') }).getByRole('button', { name: new RegExp(`^${say('Held')} \\d`) })
  await held.waitFor()
  const said = Number(/\d+/.exec(await held.innerText())?.[0])
  await press(desk, 'Control+f')
  await walkTo(desk, held)
  await press(desk, 'Space')
  await expect(held).toHaveAttribute('aria-pressed', 'true')
  await expect(rows(desk).first()).toHaveAttribute('aria-setsize', String(said))
  expect(said).toBeLessThan(all)

  await test.step('all filters, with what each would leave', async () => {
    const more = page.getByRole('button', { name: new RegExp(`^${say('More filters')}`) })
    await walkTo(desk, more)
    await press(desk, 'Enter')
    const panel = page.getByRole('dialog', { name: say('Filters') })
    await expect(panel).toBeVisible()
    const places = panel.locator('summary').filter({ hasText: new RegExp(`^${say('Place')}`) })
    await walkTo(desk, places)
    await press(desk, 'Enter')
    await press(desk, 'Tab')
    const first = panel
      .getByRole('listbox', { name: say('Place'), exact: true })
      .getByRole('option')
      .first()
    await walkTo(desk, first, 'Tab', 3)
    // The counts of before stand there until those under the other filter are counted.
    const { places: counted } = await callAs(desk, 'search.facets', { filter: { statusGroups: ['held'] } })
    const [most] = counted as { place: string; count: number }[]
    const left = most?.count ?? 0
    await expect(first).toHaveAttribute('aria-label', `${most?.place} ${left}`)
    await expect(first).toBeFocused()
    await press(desk, 'Space')
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await press(desk, 'Escape')
    await expect(more).toBeFocused()
    await expect(rows(desk).first()).toHaveAttribute('aria-setsize', String(left))
  })

  await test.step('what is filtered by can be taken off, and the focus stays among the filters', async () => {
    const chip = page.getByRole('button', {
      name: new RegExp(`^${say('Remove the filter “{said}”', { said: `${say('Place')}: ` }).slice(0, -1)}`),
    })
    await walkTo(desk, chip)
    await press(desk, 'Enter')
    await expect(chip).toHaveCount(0)
    const more = page.getByRole('button', { name: new RegExp(`^${say('More filters')}`) })
    await expect(more).toBeFocused()
    await walkTo(desk, button(desk, 'Clear all'))
    await press(desk, 'Enter')
    await expect(more).toBeFocused()
    await expect(rows(desk).first()).toHaveAttribute('aria-setsize', String(all))
  })

  await test.step('by name', async () => {
    const order = page.getByRole('button', { name: new RegExp(say('Order')) })
    await press(desk, 'Control+f')
    await walkTo(desk, order)
    await press(desk, 'Enter')
    const byName = page.getByRole('option', { name: say('Name'), exact: true })
    await expect(page.getByRole('listbox').filter({ has: byName }).locator(':focus')).toHaveCount(1)
    await press(desk, 'n')
    await expect(byName).toBeFocused()
    await press(desk, 'Enter')
    await expect(order).toContainText(say('Name'))
    await expect(order).toBeFocused()
  })
})

test('searches are kept, renamed, used and removed by keyboard alone', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  await openPlace(desk, 'Cases')
  await focusSearch(desk)
  await type(desk, 'helicoide')
  const menu = page.getByRole('button', { name: say('Saved searches'), exact: true })
  await walkTo(desk, menu)
  await press(desk, 'Enter')
  const name = page.getByRole('textbox', { name: say('Keep this search as'), exact: true })
  await expect(name).toHaveValue('helicoide')
  await walkTo(desk, name)
  await press(desk, 'Control+a')
  await type(desk, 'Held in the spiral')
  await press(desk, 'Enter')
  await expect(menu).toBeFocused()

  await test.step('rename', async () => {
    await press(desk, 'Enter')
    await walkTo(desk, page.getByRole('button', { name: say('Rename “{name}”', { name: 'Held in the spiral' }), exact: true }))
    await press(desk, 'Enter')
    await expect(page.getByRole('textbox', { name: say('New name'), exact: true })).toBeFocused()
    await press(desk, 'Control+a')
    await type(desk, 'Spiral')
    await press(desk, 'Enter')
    await expect(page.getByRole('button', { name: new RegExp('^Spiral') })).toBeFocused()
    await press(desk, 'Escape')
    // What closes gives the focus back, some moments later.
    await expect(menu).toBeFocused()
  })

  await test.step('use', async () => {
    await focusSearch(desk)
    await press(desk, 'Control+a')
    await press(desk, 'Delete')
    await expect(searchField(desk)).toHaveValue('')
    await walkTo(desk, menu)
    await press(desk, 'Enter')
    await walkTo(desk, page.getByRole('button', { name: new RegExp('^Spiral') }))
    await press(desk, 'Enter')
    await expect(searchField(desk)).toHaveValue('helicoide')
    await expect(menu).toBeFocused()
  })

  await test.step('remove, and undo', async () => {
    await walkTo(desk, menu)
    await press(desk, 'Enter')
    await walkTo(desk, page.getByRole('button', { name: say('Remove “{name}”', { name: 'Spiral' }), exact: true }))
    await press(desk, 'Enter')
    await expect(page.getByRole('button', { name: new RegExp('^Spiral') })).toHaveCount(0)
    await press(desk, 'Escape')
    await expect(menu).toBeFocused()
    await press(desk, 'Control+z')
    await walkTo(desk, menu)
    await press(desk, 'Enter')
    await expect(page.getByRole('button', { name: new RegExp('^Spiral') })).toBeVisible()
  })
})

test('people, sources and the bin by keyboard alone', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  await test.step('a person, and from there their case file', async () => {
    await openPlace(desk, 'People')
    await focusSearch(desk)
    await type(desk, 'rocio')
    await press(desk, 'Enter')
    const person = page.getByRole('article', { name: 'Rocío San Miguel', exact: true })
    await person.waitFor()
    await press(desk, 'F6')
    await walkTo(desk, person.getByRole('listitem').getByRole('button').first())
    await press(desk, 'Enter')
    await caseFile(desk, 'Rocío San Miguel').waitFor()
  })

  await test.step('a source, and the case files that cite it', async () => {
    await openPlace(desk, 'Sources')
    await focusSearch(desk)
    await press(desk, 'Enter')
    await page.getByRole('region', { name: say('Cited in') }).waitFor()
    await expect(page.getByRole('listbox', { name: say('Sources') })).toBeFocused()
  })

  await test.step('what is restored hands the focus on to the next', async () => {
    await openPlace(desk, 'Cases')
    const names: string[] = []
    for (const _ of [1, 2]) {
      // A row whose record is still on its way has no name yet.
      const id = await rows(desk).and(page.locator('[data-id]')).first().getAttribute('data-id')
      const answer = await page.evaluate((caseId) => {
        const { calls } = (globalThis as unknown as { habeas: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).habeas
        return calls['cases.bin']?.({ id: caseId })
      }, id)
      expect(answer).toMatchObject({ ok: true })
      names.push(id ?? '')
      await expect(page.locator(`[data-id="${id}"]`)).toHaveCount(0)
    }
    expect(new Set(names).size).toBe(2)
    await openPlace(desk, 'Bin')
    const restore = page.getByRole('main').getByRole('button', { name: desk.say.like('Restore {0}') })
    await expect(restore).toHaveCount(2)
    await press(desk, 'F6')
    await walkTo(desk, restore.first())
    await press(desk, 'Enter')
    await expect(restore).toHaveCount(1)
    await expect(restore).toBeFocused()
    await press(desk, 'Enter')
    await expect(restore).toHaveCount(0)
    await expect(page.getByRole('heading', { name: say.in('place', 'Bin'), level: 1 })).toBeFocused()
  })
})

/** Makes a vault of made-up case files as the bench does, in a process of its own; the answer is its passphrase. */
function longVault(folder: string, size: number): string {
  const builder = pathToFileURL(join(import.meta.dirname, '../bench/build-vault.ts')).href
  const script = `const { benchPassphrase, buildVault } = await import(process.argv[1])
await buildVault(process.argv[2], Number(process.argv[3]), () => undefined)
process.stdout.write(benchPassphrase)`
  return execFileSync(process.execPath, ['--input-type=module', '-e', script, builder, folder, String(size)], { encoding: 'utf8' })
}

test('the scroll bar is true at 3,000 case files', async ({ desk }) => {
  const size = 3000
  const folder = join(desk.folders.vaults, 'Long.habeas')
  await unlock(desk, folder, longVault(folder, size))
  await openPlace(desk, 'Cases')
  await rows(desk).and(desk.page.locator('[data-id]')).first().waitFor()
  const list = results(desk)
  const height = (await rows(desk).first().boundingBox())?.height ?? 0
  expect(height).toBeGreaterThan(40)
  await expect.poll(() => list.evaluate((element) => element.scrollHeight)).toBe(size * height)

  // Dragged to the middle, the list shows the rows of the middle; to the end, the last one.
  for (const share of [0.5, 1]) {
    const top = await list.evaluate((element, at) => {
      element.scrollTop = (element.scrollHeight - element.clientHeight) * at
      return element.scrollTop
    }, share)
    const first = Math.ceil(top / height)
    const row = list.locator(`[data-index="${first}"][data-id]`)
    await row.waitFor()
    const [shown, box] = await Promise.all([row.boundingBox(), list.boundingBox()])
    expect(Math.abs((shown?.y ?? 0) - (box?.y ?? 0) - (first * height - top))).toBeLessThan(1)
  }
  await expect(list.locator(`[data-index="${size - 1}"][data-id]`)).toBeVisible()
  // No more rows are drawn than can be seen, and some beyond.
  await expect.poll(() => rows(desk).count()).toBeLessThan(60)
  await list.press('Home')
  await list.press('End')
  await expect(rowOf(desk, '').and(desk.page.locator('[data-at]'))).toHaveAttribute('aria-posinset', String(size))
})
