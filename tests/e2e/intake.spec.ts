import { reading, saved, section } from './pages/case-file.ts'
import { caseFile, goTo, rowOf } from './pages/case-list.ts'
import type { Desk } from './pages/desk.ts'
import { beginCase, choice, focusIsSomewhere, handsAt, letterOf, nameField, paste } from './pages/intake.ts'
import { textbox } from './pages/lock-screen.ts'
import { expect, test } from './support.ts'
import { callAs } from './tour/hard-cases.ts'

/** Invented. */
const calls = {
  en: {
    name: 'Amparo Ejemplo Quiroga',
    birth: 'about 30',
    nationality: 'Venezuelan',
    apart: 'mother Luz; La Isabelica',
    when: '9 Feb 2026',
    understood: '9 February 2026',
    where: 'Avenida Bolívar, Maracay',
    forces: 'four men in plain clothes',
    place: 'Cuartel de la Loma',
    status: 'On remand',
    source: 'sister, by telephone',
    kind: 'Family',
    codeName: 'Heron',
    notes: 'Calls again at six. Insulin since 2019.',
  },
  es: {
    name: 'Amparo Ejemplo Quiroga',
    birth: 'unos 30',
    nationality: 'venezolana',
    apart: 'madre Luz; La Isabelica',
    when: '9 feb 2026',
    understood: '9 de febrero de 2026',
    where: 'Avenida Bolívar, Maracay',
    forces: 'cuatro hombres de civil',
    place: 'Cuartel de la Loma',
    status: 'Prisión preventiva',
    source: 'hermana, por teléfono',
    kind: 'Familia',
    codeName: 'Garza',
    notes: 'Llama otra vez a las seis. Insulina desde 2019.',
  },
} as const

const selectOf = (desk: Desk, english: string) => desk.page.getByRole('button', { name: new RegExp(`${desk.say(english)}$`) })

for (const language of ['en', 'es'] as const) {
  test.describe(`A whole first call, ${language}`, () => {
    test.use({ language })

    test('goes in with at most 60 key presses beside its text', async ({ openDesk: desk }) => {
      const { say, page } = desk
      const call = calls[language]
      const hands = handsAt(desk)
      const known = [say.in('known', 'yes'), say.in('known', 'no'), say.in('known', 'not known')]
      const contacts = ['family', 'counsel', 'both', 'nobody'].map((word) => say.in('contact', word))
      const protections = [say.in('protection', 'open'), say.in('protection', 'restricted'), say('code name only')]
      const next = async (): Promise<void> => {
        await hands.press('Tab')
        await expect.poll(() => focusIsSomewhere(desk)).toBe(true)
      }
      /** Letters of an option until the closed list shows it, as somebody types who looks. */
      const pickIn = async (english: string, option: string): Promise<void> => {
        for (const letter of option) {
          await hands.press(letter)
          if ((await selectOf(desk, english).innerText()).includes(option)) return
        }
        throw new Error(`"${option}" can't be picked by its letters.`)
      }

      await hands.press('Control+n')
      await expect(nameField(desk)).toBeFocused()
      await hands.type(call.name)
      await next()
      await hands.type(call.birth)
      await next()
      await hands.type(call.nationality)
      await next()
      await hands.type(call.apart)
      await next()
      await expect(textbox(desk, 'When')).toBeFocused()
      await hands.type(call.when)
      await expect(page.getByText(say('understood as: {0}', { 0: call.understood }))).toBeVisible()
      await next()
      await hands.type(call.where)
      await next()
      await hands.type(call.forces)
      await next()
      await hands.press(letterOf(known, say.in('known', 'no')))
      await next()
      await expect(textbox(desk, 'Place')).toBeFocused()
      await hands.type(call.place)
      await next()
      await pickIn('Custody status', call.status)
      await next()
      await hands.press(letterOf([...contacts, say.in('known', 'not known')], say.in('contact', 'nobody')))
      await next()
      await expect(textbox(desk, 'Source')).toBeFocused()
      await hands.type(call.source)
      await next()
      await pickIn('Kind of source', call.kind)
      await next()
      await hands.press('b')
      await expect(choice(desk, 'Reliability of the source')).toHaveAttribute('value', 'B')
      await next()
      await hands.press('2')
      await next()
      await hands.press(letterOf(protections, say('code name only')))
      await next()
      await expect(textbox(desk, 'Code name')).toBeFocused()
      await hands.type(call.codeName)
      await next()
      await expect(textbox(desk, 'Notes of the call')).toBeFocused()
      await hands.type(call.notes)
      await hands.press('Control+Enter')
      await caseFile(desk, call.name).waitFor()

      test.info().annotations.push({ type: 'key presses', description: String(hands.pressed()) })
      expect(hands.pressed()).toBeLessThanOrEqual(60)

      const arrest = section(desk, 'Arrest')
      await expect(reading(arrest, say('Date of arrest'))).toContainText(call.understood)
      await expect(reading(arrest, say('Place of arrest'))).toContainText(call.where)
      await expect(arrest.getByRole('button', { name: say('Source {shown}', { shown: 1 }), exact: true }).first()).toBeVisible()
      await expect(section(desk, 'Whereabouts')).toContainText(call.place)
      await expect(caseFile(desk, call.name)).toContainText(call.status)
      await expect(caseFile(desk, call.name)).toContainText(call.notes)
      // The source stands under its code name alone.
      await expect(section(desk, 'Sources')).toContainText(call.codeName)
      await expect(section(desk, 'Sources')).not.toContainText(call.source)
    })
  })
}

test('several people taken together: the arrest is told once', async ({ openDesk: desk }) => {
  const { say } = desk
  await beginCase(desk)
  await desk.page.keyboard.type('Ana Prueba')
  await textbox(desk, 'Where').fill('Muelle viejo')
  await textbox(desk, 'Source').fill('a neighbour')
  await desk.page.keyboard.press('Control+Shift+Enter')
  await expect(nameField(desk)).toBeFocused()
  await expect(nameField(desk)).toHaveValue('')
  await expect(textbox(desk, 'Where')).toHaveValue('Muelle viejo')
  await desk.page.keyboard.type('Luis Prueba')
  await desk.page.keyboard.press('Control+Enter')
  await caseFile(desk, 'Luis Prueba').waitFor()
  await expect(reading(section(desk, 'Arrest'), say('Place of arrest'))).toContainText('Muelle viejo')
  await goTo(desk, 'Sources')
  await expect(desk.page.getByRole('listbox', { name: say('Sources') }).getByRole('option')).toHaveCount(1)
})

test('pasted lines are case files in one step, and gone in one', async ({ openDesk: desk }) => {
  const { say, page } = desk
  await beginCase(desk)
  await paste(desk, 'Ana Prueba\t34\tbaker\nLuis Prueba\tabout 50\n3. a boy in a red shirt')
  await expect(page.getByRole('row')).toHaveCount(4)
  await expect(page.getByRole('textbox', { name: say('Birth in line {0}', { 0: 1 }) })).toHaveValue('34')
  await expect(page.getByRole('textbox', { name: say('Name in line {0}', { 0: 1 }) })).toBeFocused()
  // The list is in the draft like every other letter.
  await page.getByText(say('Kept as a draft in the vault')).waitFor()
  await textbox(desk, 'Where').fill('Muelle viejo')
  await textbox(desk, 'Source').fill('a neighbour')
  await page.keyboard.press('Control+Enter')
  await caseFile(desk, 'Ana Prueba').waitFor()
  await saved(desk)
  for (const name of ['Ana Prueba', 'Luis Prueba', 'a boy in a red shirt']) await expect(rowOf(desk, name)).toHaveCount(1)
  await expect(reading(section(desk, 'Arrest'), say('Place of arrest'))).toContainText('Muelle viejo')
  await caseFile(desk, 'Ana Prueba')
    .focus()
    .catch(() => undefined)
  await page.keyboard.press('Control+z')
  for (const name of ['Ana Prueba', 'Luis Prueba', 'a boy in a red shirt']) await expect(rowOf(desk, name)).toHaveCount(0)
})

test('one line that is pasted is a name', async ({ openDesk: desk }) => {
  await beginCase(desk)
  expect(await paste(desk, 'Ana Prueba'), 'left to the browser').toBe(true)
  await expect(desk.page.getByRole('row')).toHaveCount(0)
})

test('somebody on file is found from the name, by keys alone', async ({ demonstrationDesk: desk }) => {
  const { say, page } = desk
  await beginCase(desk)
  await page.keyboard.type('Rocio San Miguel')
  const same = page.getByRole('button', { name: say('Same person, new detention') })
  // Those who were like the first letters stand there until the answer to the last one has come.
  const { candidates } = await callAs(desk, 'persons.possibleDuplicates', { name: 'Rocio San Miguel' })
  const like = (candidates as { name: string }[]).map((one) => one.name)
  expect(like[0]).toBe('Rocío San Miguel')
  const cards = page.getByRole('toolbar', { name: say('Possibly the same person') }).getByRole('article')
  await expect.poll(() => cards.evaluateAll((all) => all.map((card) => card.getAttribute('aria-label')))).toEqual(like)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(same.first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(nameField(desk)).toBeFocused()
  await expect(nameField(desk)).toHaveValue('Rocio San Miguel')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Enter')
  await expect(textbox(desk, 'When')).toBeFocused()
  await expect(page.getByText(say('A new detention of someone on file:'))).toBeVisible()
})

test('a date that can be read two ways is settled by one key', async ({ openDesk: desk }) => {
  await beginCase(desk)
  await textbox(desk, 'When').focus()
  await desk.page.keyboard.type('3/4/2026')
  await expect(desk.page.getByRole('button', { name: '4 March 2026' })).toBeVisible()
  await desk.page.keyboard.press('Alt+2')
  await expect(textbox(desk, 'When')).toHaveValue('4 March 2026')
  await expect(textbox(desk, 'When')).toBeFocused()
  await desk.page.keyboard.press('Escape')
  await expect(textbox(desk, 'When')).toHaveValue('4 March 2026')
})

test('what was asked in vain is recorded as not known', async ({ openDesk: desk }) => {
  const { say, page } = desk
  await beginCase(desk)
  await page.keyboard.type('Ana Prueba')
  const toTick = async (english: string): Promise<void> => {
    await page.getByRole('checkbox', { name: say(english) }).focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('checkbox', { name: say(english) })).toBeFocused()
  }
  await toTick('Was a warrant shown?')
  await expect(choice(desk, 'Warrant shown')).toHaveAttribute('value', 'unknown')
  await toTick('Where were they taken?')
  await page.keyboard.press('Control+Enter')
  await caseFile(desk, 'Ana Prueba').waitFor()
  await expect(caseFile(desk, 'Ana Prueba')).toContainText(say('Where were they taken?'))
})

test('what is missing is said, and the focus is where it goes', async ({ openDesk: desk }) => {
  await beginCase(desk)
  await textbox(desk, 'Where').fill('Muelle viejo')
  await desk.page.keyboard.press('Control+Enter')
  await expect(nameField(desk)).toBeFocused()
  await expect(desk.page.getByText(desk.say('A name, or what is known of the person, is needed.')).first()).toBeVisible()
})
