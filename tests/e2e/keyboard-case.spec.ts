import { focusIsBackOnTheField, focusIsOnARow, historyPanel, row, saved, section, toolbar } from './pages/case-file.ts'
import { caseFile, caseIsWhole, focusSearch, openPlace, rowOf, rows } from './pages/case-list.ts'
import { currentPlace, notice } from './pages/frame.ts'
import { nameField, paste } from './pages/intake.ts'
import { does, press, type } from './pages/keys-alone.ts'
import { button, textbox } from './pages/lock-screen.ts'
import { countPointers, walkTo } from './pages/spoken.ts'
import { expect, test } from './support.ts'

test('the case file: rows, drawings, tables, history, undo and the bin', async ({ openDesk: desk }) => {
  const { page, say } = desk
  const name = 'Amalia Ñandú'
  const charges = () => section(desk, 'Charges')
  await countPointers(desk)

  await does(desk, 'a new case', async () => {
    await press(desk, 'Control+n')
    await expect(nameField(desk)).toBeFocused()
    await type(desk, name)
    await walkTo(desk, textbox(desk, 'When'))
    await type(desk, '9 Feb 2024')
    await press(desk, 'Control+Enter')
    await caseIsWhole(desk, name)
  })
  await does(desk, 'pasted lines as rows', async () => {
    await walkTo(desk, page.getByRole('button', { name: say('Add charge'), exact: true }))
    await press(desk, 'Enter')
    const form = page.getByRole('form', { name: say('Add charge'), exact: true })
    await expect(form.getByLabel(say('Offence'), { exact: true })).toBeFocused()
    await paste(desk, 'Treason\t3 May 2024\nRebellion\t4 May 2024\n')
    await expect(form.getByRole('row')).toHaveCount(3)
    await expect(form.locator('button[type="submit"]')).toBeFocused()
    await press(desk, 'Enter')
    await form.waitFor({ state: 'detached' })
    await row(desk, 'Charges', 'Rebellion').waitFor()
    await focusIsOnARow(desk)
  })
  await does(desk, 'both gone by one undo, and back by redo', async () => {
    await press(desk, 'Control+z')
    await expect(charges().getByText('Treason')).toHaveCount(0)
    await expect(charges().getByText('Rebellion')).toHaveCount(0)
    await press(desk, 'Control+Shift+z')
    await row(desk, 'Charges', 'Treason').waitFor()
    await row(desk, 'Charges', 'Rebellion').waitFor()
  })
  await does(desk, 'a row removed, and put back', async () => {
    await walkTo(desk, page.getByRole('button', { name: say('Remove {what}', { what: 'Rebellion' }), exact: true }))
    await press(desk, 'Enter')
    await expect(charges().getByText('Rebellion')).toHaveCount(0)
    await expect(notice(desk)).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-case-document]') !== null)).toBe(true)
    await press(desk, 'Control+z')
    await row(desk, 'Charges', 'Rebellion').waitFor()
  })
  await does(desk, 'the last row of a part removed', async () => {
    for (const what of ['Rebellion', 'Treason']) {
      await walkTo(desk, page.getByRole('button', { name: say('Remove {what}', { what }), exact: true }), 'Tab', 200)
      await press(desk, 'Enter')
      await expect(charges().getByText(what)).toHaveCount(0)
    }
  })
  await does(desk, 'a stay and a status', async () => {
    for (const [words, fields] of [
      [
        'Add whereabouts note',
        [
          ['Place', 'Cuartel de la Loma'],
          ['From', '12 Feb 2024'],
        ],
      ],
      ['Add custody status', [['Since', '9 Feb 2024']]],
    ] as const) {
      await walkTo(desk, page.getByRole('button', { name: say(words), exact: true }), 'Tab', 200)
      await press(desk, 'Enter')
      const form = page.getByRole('form', { name: say(words), exact: true })
      await form.waitFor()
      if (words === 'Add custody status') {
        await walkTo(desk, form.getByLabel(say('Custody status'), { exact: true }), 'Tab', 10)
        await page.keyboard.type('On rem')
      }
      for (const [field, value] of fields) {
        await walkTo(desk, form.getByLabel(say(field), { exact: true }), 'Tab', 10)
        await type(desk, value)
      }
      await press(desk, 'Enter')
      await form.waitFor({ state: 'detached' })
      await focusIsOnARow(desk)
    }
    await row(desk, 'Whereabouts', 'Cuartel de la Loma').waitFor()
  })
  for (const [what, part] of [
    ['Custody over time', 'Custody over time'],
    ['Whereabouts over time', 'Whereabouts'],
  ] as const)
    await does(desk, `${what}: walked, closer and further, and to the text`, async () => {
      const group = page.getByRole('group', { name: say(what), exact: true })
      await walkTo(desk, group.locator('button[tabindex="0"]'), 'Shift+Tab', 200)
      await press(desk, 'End', 'Home', 'ArrowRight', '+', '-')
      await expect(group.locator(':focus')).toHaveCount(1)
      await press(desk, 'Enter')
      await expect(group.locator(':focus')).toHaveCount(0)
      await walkTo(desk, section(desk, part).getByRole('button', { name: say('As a table'), exact: true }), 'Shift+Tab', 200)
      await press(desk, 'Enter')
      await page.getByRole('table', { name: say(what) }).waitFor()
      await press(desk, 'Enter')
      await group.waitFor()
    })
  await does(desk, 'the next statement without a source, cited, and its mark walked', async () => {
    await press(desk, 'Control+j')
    await expect(page.locator('[data-field] :focus')).toHaveCount(1)
    await press(desk, 'c')
    const panel = page.getByRole('form', { name: new RegExp(`^${say('Cite a source for:')}`) })
    await walkTo(desk, panel.getByRole('button', { name: say('New source'), exact: true }))
    await press(desk, 'Enter')
    await expect(panel.getByRole('textbox', { name: say('Title'), exact: true })).toBeFocused()
    await type(desk, 'Port register')
    await press(desk, 'Control+Enter')
    await panel.waitFor({ state: 'detached' })
    await focusIsBackOnTheField(desk)
    const mark = page.locator('[data-case-text] [data-citation]').first()
    await walkTo(desk, mark)
    await press(desk, 'Enter')
    await expect(mark).toHaveAttribute('aria-pressed', 'true')
    await press(desk, 'Escape')
    await expect(mark).toBeFocused()
  })
  await does(desk, 'history: a change taken back', async () => {
    await press(desk, 'Control+Shift+h')
    await expect(historyPanel(desk).getByRole('heading').first()).toBeFocused()
    const takeBack = historyPanel(desk).getByRole('list').first().getByRole('button').first()
    await walkTo(desk, takeBack)
    await press(desk, 'Enter')
    await historyPanel(desk).getByText(say('taken back since')).first().waitFor()
    await press(desk, 'Escape')
    await expect(historyPanel(desk)).toHaveCount(0)
  })
  await does(desk, 'a text of several paragraphs', async () => {
    await walkTo(desk, section(desk, 'Summary').locator('[data-edit-trigger]').first(), 'Shift+Tab', 200)
    await press(desk, 'Enter')
    await expect(section(desk, 'Summary').getByRole('textbox', { name: say('Summary'), exact: true })).toBeFocused()
    await type(desk, 'Taken at dawn.')
    await press(desk, 'Control+Enter')
    await saved(desk)
    await expect(section(desk, 'Summary')).toContainText('Taken at dawn.')
  })
  await does(desk, 'the bin, from there back, and opened again', async () => {
    await walkTo(desk, toolbar(desk).getByRole('button', { name: say('Move to bin'), exact: true }), 'Shift+Tab', 200)
    await press(desk, 'Enter')
    await expect(button(desk, 'Restore')).toBeFocused()
    await openPlace(desk, 'Bin')
    // What was removed from the case file lies there too.
    const restore = page.getByRole('button', { name: say('Restore {0}', { 0: name }), exact: true })
    await walkTo(desk, restore)
    await press(desk, 'Enter')
    await expect(restore).toHaveCount(0)
    await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
    await openPlace(desk, 'Cases')
    await focusSearch(desk)
    await type(desk, 'nandu')
    await expect(rowOf(desk, name).locator('mark')).toBeVisible()
    await press(desk, 'ArrowDown', 'Enter')
    await caseFile(desk, name).waitFor()
  })
  await does(desk, 'the report, and back', async () => {
    await press(desk, 'Control+Shift+p')
    await expect(page.getByRole('heading', { name: say('Report'), level: 1 })).toBeFocused()
    const language = page.getByRole('radiogroup', { name: say('Language of the report') })
    await walkTo(desk, language.getByRole('radio', { checked: true }))
    await press(desk, 'ArrowRight')
    await expect(language.getByRole('radio', { checked: true })).toHaveValue('es')
    await press(desk, 'Escape')
    await caseFile(desk, name).waitFor()
  })
})

test('a first call for several people, and leaving it half-way', async ({ openDesk: desk }) => {
  const { page, say } = desk
  await countPointers(desk)
  await does(desk, 'one after the other', async () => {
    await press(desk, 'Control+n')
    await expect(nameField(desk)).toBeFocused()
    await type(desk, 'Ana Prueba')
    await press(desk, 'Control+Shift+Enter')
    await expect(nameField(desk)).toHaveValue('')
    await expect(nameField(desk)).toBeFocused()
  })
  await does(desk, 'a list that is pasted', async () => {
    await paste(desk, 'Luis Prueba\t34\nEva Prueba\t50\nUna Prueba\t20')
    await expect(page.getByRole('textbox', { name: say('Name in line {0}', { 0: 1 }) })).toBeFocused()
    await expect(page.getByRole('row')).toHaveCount(4)
    await press(desk, 'Control+Enter')
    await caseFile(desk, 'Luis Prueba').waitFor()
    await expect(rows(desk)).toHaveCount(4)
  })
  await does(desk, 'taken back whole', async () => {
    await press(desk, 'Control+z')
    await expect(rows(desk)).toHaveCount(1)
  })
  await does(desk, 'thrown away only after a second press', async () => {
    await press(desk, 'Control+n')
    await expect(nameField(desk)).toBeFocused()
    await type(desk, 'Nobody')
    await walkTo(desk, button(desk, 'Throw away…'))
    await press(desk, 'Enter')
    await expect(button(desk, 'Throw away what was typed')).toBeFocused()
    await walkTo(desk, button(desk, 'Keep it'))
    await press(desk, 'Enter')
    await expect(nameField(desk)).toHaveValue('Nobody')
    await expect(button(desk, 'Throw away…')).toBeFocused()
  })
  await does(desk, 'who goes elsewhere while it is entered stays there', async () => {
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Alt+1')
    await expect(currentPlace(desk)).toHaveText(say('Home'))
    await openPlace(desk, 'Cases')
    await expect(rows(desk)).toHaveCount(2)
  })
})

test('a case that is being entered is nobody’s namesake, and pulls nobody back', async ({ openDesk: desk }) => {
  const { page, say } = desk
  // Every list that was shown and every card that stood beside the form, however short.
  await page.evaluate(() => {
    const seen = { lists: new Set<string>(), cards: new Set<string>() }
    Object.assign(globalThis, { seen })
    new MutationObserver(() => {
      for (const list of document.querySelectorAll('[data-rows]')) seen.lists.add(list.getAttribute('aria-label') ?? '')
      for (const card of document.querySelectorAll('[data-candidates] article')) seen.cards.add(card.getAttribute('aria-label') ?? '')
    }).observe(document.body, { childList: true, subtree: true, attributes: true })
  })
  const names = ['Ana Prueba', 'Boris Ensayo', 'Carla Muestra', 'Dario Intento']
  for (const [at, name] of names.entries()) {
    await press(desk, 'Control+n')
    await expect(nameField(desk)).toBeFocused()
    await expect(nameField(desk)).toHaveValue('')
    await type(desk, name)
    await walkTo(desk, textbox(desk, 'Source'))
    await type(desk, 'a neighbour')
    await page.keyboard.press('Control+Enter')
    await openPlace(desk, 'Sources')
    const sources = page.getByRole('listbox', { name: say('Sources') }).getByRole('option')
    await expect(sources.filter({ hasText: /1/ })).toHaveCount(at + 1)
    // Only now is all of it entered. The words are put away, so that the next ones are those of the next case.
    await notice(desk)
      .getByRole('button', { name: say('Close'), exact: true })
      .click()
    await expect(notice(desk)).toHaveCount(0)
  }
  await expect(currentPlace(desk)).toHaveText(say('Sources'))
  const { lists, cards } = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: Record<'lists' | 'cards', Set<string>> }
    return { lists: [...seen.lists], cards: [...seen.cards] }
  })
  expect(lists).toEqual([say('Sources')])
  expect(cards).toEqual([])
})

test('from a source and from a person to the case file', async ({ openDesk: desk }) => {
  const { page, say } = desk
  await countPointers(desk)
  await does(desk, 'a case with a source', async () => {
    await press(desk, 'Control+n')
    await expect(nameField(desk)).toBeFocused()
    await type(desk, 'Ana Prueba')
    await walkTo(desk, textbox(desk, 'Source'))
    await type(desk, 'a neighbour')
    await press(desk, 'Control+Enter')
    await caseFile(desk, 'Ana Prueba').waitFor()
  })
  await does(desk, 'its page, and from there its case', async () => {
    await openPlace(desk, 'Sources')
    await focusSearch(desk)
    await type(desk, 'neigh')
    await press(desk, 'Enter')
    const cited = page.getByRole('region', { name: say('Cited in') })
    await cited.waitFor()
    await walkTo(desk, cited.getByRole('button', { name: 'Ana Prueba' }))
    await press(desk, 'Enter')
    await caseFile(desk, 'Ana Prueba').waitFor()
  })
  await does(desk, 'the person, and from there the case', async () => {
    await openPlace(desk, 'People')
    await focusSearch(desk)
    await type(desk, 'prueba')
    await press(desk, 'Enter')
    const person = page.getByRole('article', { name: 'Ana Prueba', exact: true })
    await person.waitFor()
    await walkTo(desk, person.getByRole('listitem').getByRole('button').first())
    await press(desk, 'Enter')
    await caseFile(desk, 'Ana Prueba').waitFor()
  })
})
