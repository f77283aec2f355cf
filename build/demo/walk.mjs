import { join } from 'node:path'

import { fillNewCase, goToList, openCase, rowOf, search } from '../../tests/e2e/pages/case-list.ts'
import { openHistory, openReport, reading, saved, section, write } from '../../tests/e2e/pages/case-file.ts'
import { chooseLanguage, sitDown } from '../../tests/e2e/pages/desk.ts'
import { button, chooseVault, lock, makeVault, tryPassphrase, waitUntilOpen } from '../../tests/e2e/pages/lock-screen.ts'
import { wordsOf } from '../../tests/e2e/pages/words.ts'
import { choose, freshFolders, sizes, takePicture } from './desk.mjs'

/** Made up for this vault, which is gone when the demonstration ends. */
const passphrase = 'lantern orchard pebble nineteen violet harbour'
const person = 'Rocío San Miguel'

const wordsOfCall = {
  en: {
    name: 'Amparo Ejemplo Quiroga',
    born: 'about 30',
    when: 'yesterday',
    where: 'Avenida Bolívar, Maracay',
    forces: 'men in plain clothes',
    source: 'sister, by telephone',
    reliability: 'B',
    credibility: '2',
  },
  es: {
    name: 'Amparo Ejemplo Quiroga',
    born: 'unos 30',
    when: 'ayer',
    where: 'Avenida Bolívar, Maracay',
    forces: 'hombres de civil',
    source: 'hermana, por teléfono',
    reliability: 'B',
    credibility: '2',
  },
}

/** Opens the demonstration case and its parts in one language, with a picture of each. */
async function pictures(desk, language, picture) {
  desk.say = wordsOf(language)
  await choose(desk, { language, theme: 'light' })
  const top = reading(desk.page.getByRole('article'), desk.say('Name')).first()
  await top.evaluate((name) => name.scrollIntoView({ block: 'center' }))
  // One name in three alphabets and several spellings.
  await search(desk, 'mohamed')
  await desk.page.locator('mark').first().waitFor()
  await picture(`search-${language}.png`)
  await search(desk, '')
  await openCase(desk, person)
  await picture(`case-light-${language}.png`)
  await choose(desk, { theme: 'dark' })
  await picture(`case-dark-${language}.png`)
  await choose(desk, { theme: 'light' })
  await picture(`case-small-${language}.png`, sizes.small)
  await openHistory(desk)
  await picture(`history-${language}.png`)
  await desk.page.keyboard.press('Escape')
  await button(desk, 'New case').first().click()
  await fillNewCase(desk, wordsOfCall[language])
  await desk.page.getByText(desk.say('Kept as a draft in the vault')).waitFor()
  await picture(`intake-${language}.png`)
  await button(desk, 'Throw away…').click()
  await button(desk, 'Throw away what was typed').click()
  await openCase(desk, person)
  await openReport(desk)
  await picture(`report-${language}.png`)
}

/**
 * The main job over the built app, without a display: a demonstration vault, a search, an edit and its undoing, the
 * report in two languages, and pictures of the main screens.
 * @param engine the one to drive it over; @param output folder for what is taken out; @param say is told what was done
 */
export async function walkThrough({ engine, output, say }) {
  const folders = freshFolders()
  const desk = await sitDown({ engine, folders })
  const picture = (name, size) => takePicture(desk, join(output, name), size)
  // The dialog's answer: where the person would have it saved. The report belongs to whom it is taken out for.
  const saveReport = async (name) => {
    desk.app.answerDialog({ canceled: false, filePath: join(output, name) })
    await button(desk, 'Save PDF…').click()
    await desk.page.getByText(desk.say('Saved outside the vault as')).waitFor({ timeout: 60_000 })
    say(`Saved the report as ${name}.`)
  }
  try {
    await choose(desk, { theme: 'light' })
    const vault = await makeVault(desk, {
      title: 'Demonstration',
      caseworker: 'Demonstration',
      passphrase,
      folder: 'Demonstration',
      demonstration: true,
    })
    say('Made an encrypted vault with the demonstration case files.')
    await lock(desk)
    say('Locked it: every process was replaced.')
    await chooseLanguage(desk, 'es')
    await chooseVault(desk, vault)
    await picture('unlock-es.png')
    await chooseLanguage(desk, 'en')
    await picture('unlock-en.png')
    await tryPassphrase(desk, passphrase)
    await waitUntilOpen(desk)
    say('Unlocked it with its passphrase.')
    await picture('home-en.png')
    await goToList(desk)
    await rowOf(desk, person).waitFor()
    await picture('list-en.png')

    await search(desk, 'san miguel rocio')
    await rowOf(desk, person).waitFor()
    say('Searched for "san miguel rocio", without the accent.')
    await openCase(desk, person)
    say(`Opened the case file of ${person}.`)
    const personPart = section(desk, 'Person')
    const before = await reading(personPart, 'Occupation').innerText()
    await write(desk, personPart, 'Occupation', 'Lawyer, expert on defence and security')
    say('Edited her occupation: saved when the field was left.')
    await desk.page.keyboard.press('Control+z')
    await reading(personPart, 'Occupation').filter({ hasText: before }).waitFor()
    await saved(desk)
    say('Undid it: the history keeps both.')
    // What was said about it would lie over the pictures.
    await button(desk, 'Close').click()

    await pictures(desk, 'en', picture)
    await saveReport('report.pdf')
    await button(desk, 'Back to the case file').click()
    await pictures(desk, 'es', picture)
    await saveReport('report-es.pdf')
    await lock(desk)
    await desk.app.close()
    say('Locked the vault and closed the app.')
    if (desk.complaints.length > 0) throw new Error(`The page complained: ${desk.complaints.join('; ')}`)
  } finally {
    await desk.app.kill()
    folders.remove()
  }
}
