// Builds the page once more with made-up languages in the place of English and Arabic, so that a test can see what a
// translator's longest words would do to each screen, and which words were never handed to a translator.
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './project.mjs'

const accents = Object.fromEntries(
  [...'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz'].map((letter, index) => [
    letter,
    [...'ÀàƁƀĆćĎďÉéƑƒĜĝĤĥÎîĴĵĶķĹĺṀṁÑñÖöÞþǪǫŔŕŠšŤťÛûṼṽŴŵẊẋÝýŽž'][index],
  ]),
)
const arabic = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [letter, [...'ابتدعفغهيجكلمنورقصسطوثشخزظ'][index]]),
)

const accented = (text) => text.replaceAll(/[A-Za-z]/g, (letter) => accents[letter])
const rightToLeft = (text) => text.replaceAll(/[A-Za-z]/g, (letter) => arabic[letter.toLowerCase()])

/** Two fifths longer, as a German or a French sentence may be; short words grow most. */
const padding = (length, piece) => piece.repeat(Math.ceil((length < 12 ? length * 0.6 : length * 0.4) / piece.length))

const languages = {
  en: { letters: accented, open: '⟦', close: (length) => `${padding(length, 'ôñé ').trimEnd()}⟧`, space: ' ' },
  ar: { letters: rightToLeft, open: '⟦', close: (length) => `${padding(length, 'طول ').trimEnd()}⟧`, space: ' ' },
}

const lengthOf = (message) =>
  typeof message === 'string' ? message.length : message.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 4), 0)

// A compiled message is a text, or a list of texts and of values: [name], [name, format, options].
function inside(message, letters) {
  if (typeof message === 'string') return letters(message)
  return message.map((part) => (typeof part === 'string' ? letters(part) : value(part, letters)))
}

function value([name, kind, options], letters) {
  if (kind !== 'plural' && kind !== 'select' && kind !== 'selectordinal') return kind === undefined ? [name] : [name, kind, options]
  const branches = Object.entries(options).map(([branch, words]) => [branch, branch === 'offset' ? words : inside(words, letters)])
  return [name, kind, Object.fromEntries(branches)]
}

/** A message of the made-up language: every letter replaced, longer, and between brackets that show where it was cut. */
export function madeUp(message, language) {
  const { letters, open, close, space } = languages[language]
  const end = `${space}${close(lengthOf(message))}`
  const changed = inside(message, letters)
  return typeof changed === 'string' ? `${open}${changed}${end}` : [open, ...changed, end]
}

/** Puts the made-up languages in the place of the compiled catalogues of English and Arabic. */
const pseudoCatalogues = (english) => ({
  name: 'habeas-pseudo-catalogues',
  enforce: 'post',
  transform(code, id) {
    const language = /\/(en|ar)\.po$/.exec(id.split('?')[0])?.[1]
    if (language === undefined) return null
    const messages = Object.fromEntries(Object.entries(english).map(([key, message]) => [key, madeUp(message, language)]))
    return { code: `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(messages))})`, map: null }
  },
})

const catalogue = async () => {
  const [{ getCatalogs }, { getConfig }] = await Promise.all([import('@lingui/cli/api'), import('@lingui/conf')])
  const [found] = await getCatalogs(getConfig({ configPath: join(root, 'build/lingui.config.mjs'), cwd: root }))
  return found
}

/** Both languages are made from the English words, so that Arabic's own can't hide what lacks a translation. */
async function englishWords() {
  const [{ createCompiledCatalog }, found] = await Promise.all([import('@lingui/cli/api'), catalogue()])
  const { messages } = await found.getTranslations('en', { fallbackLocales: {}, sourceLocale: 'en' })
  const { source } = createCompiledCatalog('en', messages, { namespace: 'json', pseudoLocale: undefined })
  return JSON.parse(source).messages
}

/**
 * Every message of the page in a made-up language, by what it is in English: for a test that finds things by words.
 * @returns {Promise<{ context: string, english: string, message: string | unknown[] }[]>}
 */
export async function madeUpWords(language) {
  const [words, entries] = await Promise.all([englishWords(), catalogue().then((found) => found.read('en'))])
  return Object.entries(entries).map(([id, { message, context }]) => ({
    context: context ?? '',
    english: message ?? id,
    message: madeUp(words[id], language),
  }))
}

/** Builds into `folder` what `out/` holds, but with the made-up languages; the answer is the entry of main there. */
export async function buildPseudo(folder) {
  const [{ build }, { pageConfig }] = await Promise.all([import('vite'), import('./bundle-configs.mjs')])
  rmSync(folder, { recursive: true, force: true })
  if (!existsSync(join(root, 'out/main/index.js'))) throw new Error('Build the app first.')
  cpSync(join(root, 'out'), folder, { recursive: true })
  const config = pageConfig(folder, {})
  await build({ ...config, plugins: [...config.plugins, pseudoCatalogues(await englishWords())] })
  return join(folder, 'main/index.js')
}
