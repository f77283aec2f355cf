import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'

import { reading, reportIsSet, section, toolbar } from './pages/case-file.ts'
import { caseFile } from './pages/case-list.ts'
import { nameField } from './pages/intake.ts'
import { button, passphraseField, textbox, waitUntilOpen } from './pages/lock-screen.ts'
import { wordsOf } from './pages/words.ts'
import { expect, passphrase, test } from './support.ts'

/** Somebody who has never seen the program: each click, each key and each text typed is one action. */
const story = {
  en: { birth: 'about 30', when: 'yesterday', where: 'the market', forces: 'men in plain clothes', source: 'sister, by telephone' },
  es: { birth: 'unos 30', when: 'ayer', where: 'el mercado', forces: 'hombres de civil', source: 'hermana, por teléfono' },
} as const
const name = 'Amparo Ejemplo Quiroga'

for (const language of ['en', 'es'] as const)
  test(`a newcomer goes from first start to a first report in at most 90 actions, ${language}`, async ({ desk }) => {
    const { page } = desk
    const words = story[language]
    let actions = 0
    const click = async (target: Locator): Promise<void> => {
      actions += 1
      await target.click()
    }
    const press = async (key: string): Promise<void> => {
      actions += 1
      await page.keyboard.press(key)
    }
    const type = async (text: string): Promise<void> => {
      actions += 1
      await page.keyboard.type(text)
    }
    const answerDialog = (filePath: string): void => {
      // A name is typed and the dialog is confirmed.
      actions += 2
      desk.app.answerDialog({ canceled: false, filePath })
    }
    const begun = Date.now()

    await test.step('a vault', async () => {
      if (language === 'es') {
        await click(page.getByRole('button', { name: 'Español' }))
        desk.say = wordsOf('es')
      }
      await click(button(desk, 'Make a new vault'))
      await expect(textbox(desk, 'Title of the vault')).toBeFocused()
      await type('Oficina')
      await press('Tab')
      await type('Inés Prueba')
      answerDialog(join(desk.folders.vaults, 'Newcomer.habeas'))
      await click(button(desk, 'Choose a place…'))
      await button(desk, 'Change…').waitFor()
      await click(passphraseField(desk, 'Passphrase'))
      await type(passphrase)
      await click(passphraseField(desk, 'The same once more'))
      await type(passphrase)
      await press('Enter')
      await waitUntilOpen(desk)
    })

    await test.step('a first case, with who says so', async () => {
      await click(button(desk, 'New case').first())
      await expect(nameField(desk)).toBeFocused()
      await type(name)
      await press('Tab')
      await type(words.birth)
      await click(textbox(desk, 'When'))
      await type(words.when)
      await press('Tab')
      await type(words.where)
      await press('Tab')
      await type(words.forces)
      await click(textbox(desk, 'Source'))
      await type(words.source)
      await click(button(desk, 'Open the case file'))
      await caseFile(desk, name).waitFor()
      await expect(reading(section(desk, 'Arrest'), desk.say('Place of arrest'))).toContainText(words.where)
      await expect(
        section(desk, 'Arrest')
          .getByRole('button', { name: desk.say('Source {shown}', { shown: 1 }), exact: true })
          .first(),
      ).toBeVisible()
    })

    await test.step('its report', async () => {
      await click(toolbar(desk).getByRole('button', { name: desk.say('Report'), exact: true }))
      await reportIsSet(desk)
      const pdf = join(desk.folders.outside, 'first.pdf')
      answerDialog(pdf)
      await click(button(desk, 'Save PDF…'))
      await page.getByText(desk.say('Saved outside the vault as')).waitFor({ timeout: 60_000 })
      expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    })

    test.info().annotations.push({ type: 'actions', description: `${actions} in ${Math.round((Date.now() - begun) / 1000)} s` })
    expect(actions).toBeLessThanOrEqual(90)
  })
