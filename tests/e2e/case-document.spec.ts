import type { Locator } from 'playwright-core'

import { addRow, focusIsBackOnTheField, focusIsOnARow, openReport, pasteInto, reading, row, section, toolbar } from './pages/case-file.ts'
import { caseFile, goTo, newCase, openCase } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { button } from './pages/lock-screen.ts'
import { expect, test } from './support.ts'
import { atRest } from './tour/camera.ts'

const person = 'Elías Zambrano Rivas'
const press = (desk: Desk, key: string): Promise<void> => desk.page.keyboard.press(key)
const drawing = (desk: Desk, name: string): Locator => desk.page.getByRole('group', { name: desk.say(name), exact: true })
/** What has gone hands the focus on some moments later. */
const expectFocusInside = (desk: Desk): Promise<void> =>
  expect
    .poll(() =>
      desk.page.evaluate(
        () => document.activeElement !== document.body && document.activeElement?.closest('[data-case-document]') !== null,
      ),
    )
    .toBe(true)

async function open(desk: Desk, name: string): Promise<void> {
  await goTo(desk, 'Cases')
  await openCase(desk, name)
}

test('the drawings over time are walked by arrow keys, and Enter goes to the text', async ({ demonstrationDesk: desk }) => {
  await open(desk, person)
  for (const name of ['Custody over time', 'Whereabouts over time']) {
    const shapes = drawing(desk, name).getByRole('button')
    const count = await shapes.count()
    expect(count).toBeGreaterThan(1)
    // One stop for Tab, whatever the number of stretches.
    await expect(drawing(desk, name).locator('button[tabindex="0"]')).toHaveCount(1)
    await shapes.first().focus()
    await press(desk, 'ArrowRight')
    await expect(shapes.nth(1)).toBeFocused()
    await press(desk, 'End')
    await expect(shapes.nth(count - 1)).toBeFocused()
    await press(desk, 'ArrowRight')
    await expect(shapes.nth(count - 1)).toBeFocused()
    await press(desk, 'Home')
    await expect(shapes.first()).toBeFocused()
    // Each says what it is in words, not only by its colour.
    for (const shape of await shapes.all()) expect(await shape.getAttribute('aria-label')).toMatch(/\p{L}{3}.*\d|\p{L}{3},/u)
  }
  await drawing(desk, 'Whereabouts over time').getByRole('button').first().focus()
  await press(desk, 'Enter')
  await expect.poll(() => desk.page.evaluate(() => document.activeElement?.closest('[data-row], [data-gap]') !== null)).toBe(true)
})

test('labels of a drawing never touch, at any width or closeness', async ({ demonstrationDesk: desk }) => {
  await open(desk, person)
  const touching = () =>
    desk.page.evaluate(() =>
      [...document.querySelectorAll('[role="group"]:has([data-shape])')].flatMap((group) => {
        const boxes = [...group.querySelectorAll('[data-tone][aria-hidden]:not(line)')]
          .filter((element) => element instanceof HTMLElement)
          .map((element) => ({ words: element.textContent, box: element.getBoundingClientRect() }))
        return boxes.flatMap((one, index) =>
          boxes
            .slice(index + 1)
            .filter(
              ({ box }) =>
                box.left < one.box.right && one.box.left < box.right && box.top < one.box.bottom - 1 && one.box.top < box.bottom - 1,
            )
            .map((other) => [one.words, other.words]),
        )
      }),
    )
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1024, height: 700 },
  ]) {
    await desk.page.setViewportSize(size)
    await atRest(desk)
    await expect.poll(touching).toEqual([])
  }
  await drawing(desk, 'Whereabouts over time').getByRole('button').first().focus()
  await press(desk, '+')
  await atRest(desk)
  await expect.poll(touching).toEqual([])
})

test('the same as a table is one key away, holds everything, and is remembered', async ({ demonstrationDesk: desk }) => {
  await open(desk, person)
  const toggle = section(desk, 'Whereabouts').getByRole('button', { name: desk.say('As a table'), exact: true })
  const stretches = await drawing(desk, 'Whereabouts over time').getByRole('button').count()
  await toggle.focus()
  await press(desk, 'Enter')
  const table = desk.page.getByRole('table', { name: desk.say('Whereabouts over time') })
  expect(stretches).toBeGreaterThan(0)
  await expect.poll(() => table.getByRole('row').count()).toBeGreaterThanOrEqual(stretches + 1)
  await expectFocusInside(desk)
  await open(desk, 'Luisa Marina Ortega Peña')
  await expect(desk.page.getByRole('table', { name: desk.say('Whereabouts over time') })).toBeVisible()
})

test('pasted lines become rows after they were looked at, and one undo takes all of them back', async ({ openDesk: desk }) => {
  await newCase(desk, { name: 'Amalia Ñandú' })
  const { page, say } = desk
  await page.getByRole('button', { name: say('Add charge'), exact: true }).focus()
  await press(desk, 'Enter')
  const form = page.getByRole('form', { name: say('Add charge'), exact: true })
  await pasteInto(
    form.getByLabel(say('Offence'), { exact: true }),
    'Treason\t3 May 2024\tPenal Code\t12\tbefore Judge X\nRebellion, aggravated\n',
  )
  await expect(form.getByRole('row')).toHaveCount(3)
  await expect(form.getByText(say('not understood, kept as words'))).toBeVisible()
  await expect(form.locator('button[type="submit"]')).toBeFocused()
  await press(desk, 'Enter')
  await form.waitFor({ state: 'detached' })
  await expect(row(desk, 'Charges', 'Treason')).toBeVisible()
  await expect(row(desk, 'Charges', 'Rebellion, aggravated')).toBeVisible()
  await focusIsOnARow(desk)
  await press(desk, 'Control+z')
  await expect(section(desk, 'Charges').getByText('Treason')).toHaveCount(0)
  await expect(section(desk, 'Charges').getByText('Rebellion, aggravated')).toHaveCount(0)
})

test('the next statement without a source, cited by keys alone', async ({ openDesk: desk }) => {
  await newCase(desk, { name: 'Amalia Ñandú', where: 'Muelle viejo' })
  const { page, say } = desk
  const count = () => page.locator('[data-case-document] [data-unsourced]').count()
  const before = await count()
  expect(before).toBeGreaterThan(0)
  await press(desk, 'Control+j')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-field]') !== null)).toBe(true)
  await press(desk, 'c')
  const panel = page.getByRole('form', { name: new RegExp(`^${say('Cite a source for:')}`) })
  await panel.getByRole('button', { name: say('New source'), exact: true }).focus()
  await press(desk, 'Enter')
  await expect(panel.getByRole('textbox', { name: say('Title'), exact: true })).toBeFocused()
  await page.keyboard.insertText('Neighbour, by telephone')
  await press(desk, 'Control+Enter')
  await panel.waitFor({ state: 'detached' })
  await expect.poll(count).toBe(before - 1)
  await focusIsBackOnTheField(desk)
})

test('citation marks are walked by arrow keys; Enter shows the source, Escape puts it away', async ({ demonstrationDesk: desk }) => {
  await open(desk, 'Rocío San Miguel')
  const marks = caseFile(desk, 'Rocío San Miguel').locator('[data-case-text] [data-citation]')
  await marks.first().focus()
  await press(desk, 'Enter')
  await expect(marks.first()).toHaveAttribute('aria-pressed', 'true')
  await expect(marks.first()).toBeFocused()
  await press(desk, 'ArrowRight')
  await expect(marks.nth(1)).toBeFocused()
  await expect(marks.nth(1)).toHaveAttribute('aria-pressed', 'true')
  await press(desk, 'Escape')
  await expect(marks.nth(1)).toBeFocused()
  await expect(marks.nth(1)).toHaveAttribute('aria-pressed', 'false')
})

test('a row that goes leaves the focus in the text', async ({ openDesk: desk }) => {
  await newCase(desk, { name: 'Amalia Ñandú' })
  await addRow(desk, 'Add charge', { Offence: 'Rebellion' })
  await row(desk, 'Charges', 'Rebellion').waitFor()
  await desk.page.getByRole('button', { name: desk.say('Remove {what}', { what: 'Rebellion' }), exact: true }).focus()
  await press(desk, 'Enter')
  await expect(section(desk, 'Charges').getByText('Rebellion')).toHaveCount(0)
  await expectFocusInside(desk)
})

test('the contents follow the text', async ({ demonstrationDesk: desk }) => {
  await open(desk, person)
  const contents = desk.page.getByRole('navigation', { name: desk.say('Contents') })
  await expect(contents.locator('[aria-current]')).toHaveText(desk.say('Summary'))
  await contents.getByRole('button', { name: desk.say('Notes'), exact: true }).focus()
  await press(desk, 'Enter')
  await expect(contents.locator('[aria-current]')).toHaveText(desk.say('Notes'))
  await toolbar(desk)
    .getByRole('button', { name: desk.say('Contents beside the text'), exact: true })
    .focus()
  await press(desk, 'Enter')
  await expect(contents).toBeHidden()
  await press(desk, 'Enter')
  await expect(contents).toBeVisible()
  await expect(button(desk, 'History')).toBeVisible()
})

test('citing says which of several charges is cited, and marks its row', async ({ demonstrationDesk: desk }) => {
  await open(desk, 'Rocío San Miguel')
  const { page, say } = desk
  await reading(section(desk, 'Charges'), say('Offence')).nth(1).hover()
  await section(desk, 'Charges')
    .getByRole('button', { name: say('Cite a source for {label}', { label: say('Offence') }), exact: true })
    .nth(1)
    .click()
  const panel = page.getByRole('form', { name: new RegExp(`^${say('Cite a source for:')}.*Conspiracy`) })
  await expect(panel).toBeVisible()
  await expect(page.locator('[data-citing]')).toHaveCount(1)
  await expect(page.locator('[data-citing]')).toContainText('Conspiracy')
  await press(desk, 'Escape')
  await expect(page.locator('[data-citing]')).toHaveCount(0)
})

test('the toolbar keeps its place while one types, in a small window too', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  await page.setViewportSize({ width: 1024, height: 700 })
  await open(desk, 'Rocío San Miguel')
  const report = toolbar(desk).getByRole('button', { name: say('Report'), exact: true })
  const before = await report.boundingBox()
  expect((before?.x ?? 0) + (before?.width ?? 0)).toBeLessThanOrEqual(1024)
  await reading(section(desk, 'Arrest'), say('Date of arrest')).first().click()
  await page.keyboard.type('31 Feb 2026')
  await toolbar(desk).getByText(say('Kept as a draft in the vault')).waitFor()
  expect(await report.boundingBox()).toEqual(before)
})

test('the pages of a report can be read in a small window, and enlarged by keys', async ({ demonstrationDesk: desk }) => {
  const { page, say } = desk
  await page.setViewportSize({ width: 1024, height: 700 })
  await open(desk, 'Rocío San Miguel')
  await openReport(desk)
  const preview = page.getByRole('region', { name: say('Preview of the report') })
  const width = async () => (await preview.getByRole('img').first().boundingBox())?.width ?? 0
  const fitting = await width()
  expect(fitting).toBeGreaterThan(500)
  await preview.focus()
  await press(desk, '+')
  await expect.poll(width).toBeCloseTo(fitting * 1.25, 0)
  await press(desk, '0')
  await expect.poll(width).toBeCloseTo(fitting, 0)
  await page.getByRole('button', { name: say('Larger pages') }).click()
  await expect.poll(width).toBeCloseTo(fitting * 1.25, 0)
})
