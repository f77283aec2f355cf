import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..', '..', '..')
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const isText = (file: string) => !/\.(?:png|jpe?g|gif|ico|icns|pdf|ttf|woff2?|gz|asar)$/.test(file)
const texts = tracked.filter(isText).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const filesWith = (pattern: RegExp) =>
  texts.filter(({ file, text }) => !file.endsWith('tracked-files.test.ts') && pattern.test(text)).map(({ file }) => file)

test('no file names a folder of the machine that it was written on', () => {
  expect(filesWith(/(?:^|[\s'"`(=:])\/(?:root|work|workspace|builds?)\/[\w.-]+/m)).toEqual([])
  const here = texts.filter(({ text }) => [root, homedir()].some((folder) => folder.length > 6 && text.includes(folder)))
  expect(here.map(({ file }) => file)).toEqual([])
})

test('no file names a registry: packages come from whichever the machine uses', () => {
  expect(filesWith(/registry\.(?:npmjs|yarnpkg|npmmirror)\.|(?:artifactory|nexus|verdaccio)[\w.-]*\/|_authToken|^registry\s*=/m)).toEqual(
    [],
  )
})

test('what is built, installed or written by a run is not kept', () => {
  expect(tracked.filter((file) => /^(?:node_modules|out|demo-output|test-results)\/|\.habeas\/|\.module\.css\.d\.ts$/.test(file))).toEqual(
    [],
  )
})

// Generated or legal texts, and one place where each of a kind is listed.
const long =
  /^(?:package-lock\.json|LICENSE|.*\.po|.*\.snapshot\.sql|migrations\/.*|docs\/.*|tests\/reader\/.*\.txt|tests\/fixtures\/.*|electron\/casework\/demonstration\/.*)$/

test('files are a page or two', () => {
  const tooLong = texts
    .filter(({ file, text }) => !long.test(file) && text.split('\n').length > 350)
    .map(({ file, text }) => `${file}: ${text.split('\n').length} lines`)
  expect(tooLong).toEqual([])
})

test('every word of the page is in every language', () => {
  const catalogues = texts.filter(({ file }) => file.endsWith('.po'))
  for (const { file, text } of catalogues) {
    const entries = text.split(/\n\n+/).filter((entry) => /^msgid "(?!"$)|^msgid ""\n"/m.test(entry) && !/^#~/m.test(entry))
    const untranslated = entries.filter((entry) => /^msgstr ""(?!\n")/m.test(entry)).map((entry) => /^msgid .*/m.exec(entry)?.[0])
    expect({ file, untranslated }).toEqual({ file, untranslated: [] })
  }
  expect(catalogues.map(({ file }) => file).toSorted()).toEqual(
    ['ar', 'en', 'es', 'fr'].map((language) => `renderer/i18n/locales/${language}.po`),
  )
})
