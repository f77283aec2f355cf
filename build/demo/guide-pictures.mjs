import { fillNewCase, openCase, search } from '../../tests/e2e/pages/case-list.ts'
import { openReport, reading, section } from '../../tests/e2e/pages/case-file.ts'
import { sitDown } from '../../tests/e2e/pages/desk.ts'
import { chooseVault, lock, makeVault, tryPassphrase, waitUntilOpen } from '../../tests/e2e/pages/lock-screen.ts'
import { wordsOf } from '../../tests/e2e/pages/words.ts'

/** Made up for this vault, which is gone when the pictures are taken. */
const passphrase = 'lantern orchard pebble nineteen violet harbour'
const person = 'Rocío San Miguel'
const size = { width: 1120, height: 700 }
const languages = ['en', 'es', 'fr', 'ar']
const themes = ['light', 'dark']

const call = {
  en: { name: 'Miguel San Miguel', born: 'about 30', when: 'yesterday', where: 'Avenida Bolívar, Maracay', forces: 'men in plain clothes' },
  es: { name: 'Miguel San Miguel', born: 'unos 30', when: 'ayer', where: 'Avenida Bolívar, Maracay', forces: 'hombres de civil' },
  fr: { name: 'Miguel San Miguel', born: 'environ 30 ans', when: 'hier', where: 'Avenida Bolívar, Maracay', forces: 'des hommes en civil' },
  ar: { name: 'Miguel San Miguel', born: 'حوالي 30', when: 'أمس', where: 'Avenida Bolívar, Maracay', forces: 'رجال بملابس مدنية' },
}

/** The window as it is now, as a WebP: the page's own engine makes it small. */
async function pictureOf(page) {
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
  const png = (await page.screenshot()).toString('base64')
  const webp = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d').drawImage(bitmap, 0, 0)
    // Much small text asks for more bytes: it is made a little softer instead of a little larger.
    let bytes = new Uint8Array()
    for (const quality of [0.8, 0.65, 0.5, 0.35, 0.2]) {
      bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer())
      if (bytes.length < 58_000) break
    }
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, png)
  return Buffer.from(webp, 'base64')
}

/**
 * Every picture that the guide shows, in every light and language.
 * @param engine the one to drive the app over; @param keep is given each picture's name and bytes
 */
export async function takeGuidePictures({ engine, choose, folders, keep }) {
  const desk = await sitDown({ engine, folders })
  const take = async (name) => {
    for (const theme of themes) {
      await choose(desk, { theme })
      keep(`${name}-${desk.say.language}-${theme}`, await pictureOf(desk.page))
    }
  }
  try {
    await desk.page.setViewportSize(size)
    const vault = await makeVault(desk, {
      title: 'Demonstration',
      caseworker: 'Demonstration',
      passphrase,
      folder: 'Demonstration',
      demonstration: true,
    })
    // What is said of this very computer belongs in no picture.
    await desk.page
      .getByRole('button', { name: desk.say('I have read it'), exact: true })
      .click({ timeout: 10_000 })
      .catch(() => undefined)
    for (const language of languages) {
      desk.say = wordsOf(language)
      await choose(desk, { language })
      await desk.page.keyboard.press('Alt+1')
      await desk.page.getByRole('slider').waitFor()
      await take('home')
      await desk.page.keyboard.press('Control+n')
      await fillNewCase(desk, call[language])
      await desk.page.getByText(desk.say('Kept as a draft in the vault')).waitFor()
      await take('intake')
      await desk.page.getByRole('button', { name: desk.say('Throw away…'), exact: true }).click()
      await desk.page.getByRole('button', { name: desk.say('Throw away what was typed'), exact: true }).click()
      await desk.page.keyboard.press('Alt+2')
      await search(desk, 'mohamed')
      await desk.page.locator('mark').first().waitFor()
      await take('search')
      await search(desk, '')
      await openCase(desk, person)
      await take('case')
      await reading(section(desk, 'Charges'), desk.say('Offence')).first().focus()
      await desk.page.keyboard.press('c')
      await desk.page.getByRole('form').first().waitFor()
      await take('citing')
      await desk.page.keyboard.press('Escape')
      await openReport(desk)
      await take('report')
      await desk.page.keyboard.press('Escape')
    }
    for (const language of languages) {
      desk.say = wordsOf(language)
      await choose(desk, { language })
      await lock(desk)
      await desk.page.setViewportSize(size)
      await chooseVault(desk, vault)
      await take('unlock')
      await tryPassphrase(desk, passphrase)
      await waitUntilOpen(desk)
    }
  } finally {
    await desk.app.kill()
    folders.remove()
  }
}
