import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import {
  addRow,
  citeNewSource,
  historyPanel,
  moveToBin,
  openHistory,
  openReport,
  openText,
  reading,
  row,
  saved,
  saveReport,
  section,
  toolbar,
  write,
} from './pages/case-file.ts'
import { caseFile, goTo, newCase, openCase, rowOf, rows, search } from './pages/case-list.ts'
import { button, lock, makeVault, unlock } from './pages/lock-screen.ts'
import { caseworker, expect, passphrase, test } from './support.ts'

/** Invented; spelled with accents, so that searching without them means something. */
const name = 'Víctor Ñáñez Echeverría'

for (const language of ['en', 'es'] as const) {
  test.describe(`The main job, ${language}`, () => {
    test.use({ language })

    test('a case file goes in, is found, is edited, and comes out as a report', async ({ desk }) => {
      const { say } = desk
      const statusWords = language === 'en' ? 'On remand' : 'Prisión preventiva'

      const vault = await test.step('create a vault', () => makeVault(desk, { title: 'La oficina', caseworker, passphrase }))
      await expect(rows(desk)).toHaveCount(0)

      await test.step('new case from a call', async () => {
        await newCase(desk, {
          name,
          born: language === 'en' ? 'about 30' : 'unos 30',
          when: language === 'en' ? '9 Feb 2026' : '9 de febrero de 2026',
          where: 'Calle Ancha, Sotavento',
          source: language === 'en' ? 'sister, by telephone' : 'hermana, por teléfono',
          reliability: 'B',
          credibility: '2',
        })
        await expect(reading(section(desk, 'Arrest'), say('Date of arrest'))).toContainText(
          language === 'en' ? '9 February 2026' : '9 de febrero de 2026',
        )
        await expect(
          section(desk, 'Arrest')
            .getByRole('button', { name: say('Source {shown}', { shown: 1 }), exact: true })
            .first(),
        ).toBeVisible()
      })

      await test.step('charge, whereabouts, custody status', async () => {
        await addRow(desk, 'Add charge', { Offence: 'Sedición por panfleto', Law: 'Código Penal', Article: '132' })
        await expect(row(desk, 'Charges', 'Sedición por panfleto')).toBeVisible()
        await addRow(desk, 'Add whereabouts note', {
          Place: 'Cuartel de la Loma',
          From: '12/02/2026',
          Until: language === 'en' ? '3 March 2026' : '3 de marzo de 2026',
        })
        // From the arrest to the first note nobody could say where.
        await expect(section(desk, 'Whereabouts').getByRole('listitem').first()).toContainText(
          language === 'en' ? 'No confirmed whereabouts for' : say('No confirmed whereabouts for {days}', { days: '' }).trim(),
        )
        await expect(row(desk, 'Whereabouts', 'Cuartel de la Loma')).toContainText('19')
        await addRow(desk, 'Add custody status', { 'Custody status': statusWords, Since: '12/02/2026' })
        await expect(rowOf(desk, name)).toContainText(statusWords)
      })

      await test.step('a source and its citation', async () => {
        const charges = section(desk, 'Charges')
        await expect(reading(charges, say('Offence'))).toHaveAccessibleName(
          say('{name}: {text}, without a source', { name: say('Offence'), text: 'Sedición por panfleto' }),
        )
        await citeNewSource(desk, charges, 'Offence', {
          title: 'Gaceta de la Loma',
          published: '14/02/2026',
          reliability: 'C',
          locator: 'p. 2',
          quotation: 'acusado de sedición',
          credibility: '3',
        })
        await expect(charges.getByRole('button', { name: say('Source {shown}', { shown: 2 }), exact: true })).toBeVisible()
        await expect(reading(charges, say('Offence'))).toHaveAccessibleName(`${say('Offence')}: Sedición por panfleto`)
        await expect(section(desk, 'Sources').getByRole('listitem')).toHaveCount(2)
      })

      await test.step('lock and unlock', async () => {
        await lock(desk)
        await expect(desk.page.getByText(name)).toHaveCount(0)
        await unlock(desk, vault, passphrase)
      })

      await test.step('search with and without accents, in another script, by a word of the file', async () => {
        for (const [query, found] of [
          ['Ñáñez', true],
          ['nanez', true],
          ['ECHEVERRIA vic', true],
          ['Виктор', true],
          ['sedicion', true],
          ['quetzal', false],
        ] as const) {
          // Rows that were found before stay until the answer has come: first none are there.
          await search(desk, 'nobody of this spelling')
          await expect(desk.page.getByText(say('Nothing found'))).toBeVisible()
          await search(desk, query)
          if (found) await expect(rowOf(desk, name), query).toHaveCount(1)
          else await expect(desk.page.getByText(say('Nothing found')), query).toBeVisible()
        }
        await search(desk, 'panfleto')
        await expect(rows(desk).getByText('panfleto').and(desk.page.locator('mark'))).toBeVisible()
        await openCase(desk, name)
      })

      await test.step('edit', async () => {
        await write(desk, section(desk, 'Arrest'), 'Place of arrest', 'Plaza del Mercado, Sotavento')
        const editor = await openText(desk, section(desk, 'Summary'), 'Summary')
        await editor.pressSequentially('Se lo llevaron al amanecer.')
        await editor.press('Control+Enter')
        await saved(desk)
        await expect(section(desk, 'Summary')).toContainText('Se lo llevaron al amanecer.')
      })

      await test.step('history and undo', async () => {
        await openHistory(desk)
        const changes = historyPanel(desk).getByRole('list').first().locator('> li')
        await expect(changes.first()).toContainText('Se lo llevaron al amanecer.')
        await expect(changes.first()).toContainText(caseworker)
        const moved = changes.filter({ hasText: 'Plaza del Mercado' })
        await expect(moved).toContainText('Calle Ancha, Sotavento')
        await moved.getByRole('button').click()
        await expect(moved.filter({ hasText: say('taken back since') })).toHaveCount(1)
        await expect(reading(section(desk, 'Arrest'), say('Place of arrest'))).toContainText('Calle Ancha, Sotavento')
        await desk.page.keyboard.press('Escape')
        await expect(historyPanel(desk)).toHaveCount(0)
      })

      await test.step('report', async () => {
        await openReport(desk)
        const picture = desk.page.getByRole('img', { name: say.like('Page {0} of {total} of the report') }).first()
        await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500)
        const pdf = join(desk.folders.outside, 'report.pdf')
        await saveReport(desk, pdf)
        expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
        const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
        if (text.error === undefined)
          for (const words of [name, 'Sedición por panfleto', 'Cuartel de la Loma', 'Gaceta de la Loma', statusWords])
            expect(text.stdout.normalize('NFC')).toContain(words)
        await button(desk, 'Back to the case file').click()
        await caseFile(desk, name).waitFor()
      })

      await test.step('bin and restore', async () => {
        await moveToBin(desk)
        await search(desk, '')
        await expect(rows(desk)).toHaveCount(0)
        await goTo(desk, 'Bin')
        await desk.page.getByRole('button', { name: say('Restore {0}', { 0: name }), exact: true }).click()
        await expect(desk.page.getByText(say('The bin is empty'))).toBeVisible()
        await goTo(desk, 'Cases')
        await expect(rowOf(desk, name)).toHaveCount(1)
        await openCase(desk, name)
        await expect(toolbar(desk).getByRole('button', { name: say('Move to bin') })).toBeVisible()
      })
    })
  })
}

test('the Spanish page is Spanish', async ({ desk }) => {
  // Written out once, so that a catalogue that repeats the English words does not pass for a translation.
  await expect(desk.page.getByRole('button', { name: 'Open a vault' })).toBeVisible()
  await desk.page.getByRole('button', { name: 'Español' }).click()
  await expect(desk.page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(desk.page.getByRole('button', { name: 'Open a vault' })).toHaveCount(0)
  await expect(desk.page.getByText(/expedientes/i).first()).toBeVisible()
})
