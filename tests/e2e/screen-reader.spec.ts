import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { caseFile, caseIsWhole, results, rowOf } from './pages/case-list.ts'
import { reading, reportIsSet, section } from './pages/case-file.ts'
import { afterLocking } from './pages/desk.ts'
import type { Desk } from './pages/desk.ts'
import { notice } from './pages/frame.ts'
import { nameField } from './pages/intake.ts'
import { button, passphraseField, readyForAnotherTry, textbox, waitUntilOpen } from './pages/lock-screen.ts'
import { atFocus, listenToLiveRegions, outlineOf, toldSoFar, walkTo } from './pages/spoken.ts'
import { expect, passphrase, test } from './support.ts'

const page = join(import.meta.dirname, '../../docs/screen-reader-walk.md')
const name = 'Amalia Ñandú'

const intro = `# The main job by screen reader

What somebody hears who works without seeing the page, from unlocking a vault to a saved report and the lock. Keys are on the left; on the
right is what the accessibility tree gives a screen reader to say of where the focus then is: first the parts that one came into, then
name, role, states and description. “Said by itself” is what live regions say while the focus stays. How much of it is spoken, and in
which order, is for each screen reader to choose.

\`tests/e2e/screen-reader.spec.ts\` walks this way and compares this page with what it hears; \`HABEAS_WRITE_WALK=1\` writes it anew.
The person is invented.
`

/** What differs from one day, or one run, to the next. */
const steady = (words: string): string => words.replaceAll(/\b\d+( days\b)/g, '…$1').replaceAll(/\bHAB-\d{4}-/g, 'HAB-…-')

/** Goes step by step and writes down what is said at each. */
function walkOf(desk: Desk) {
  const lines: string[] = [intro]
  let before: string[] = []
  let heard = 0
  const cell = (words: string): string => steady(words).replaceAll('|', '/').replaceAll(/\s+/g, ' ')
  return {
    /** A part of the walk, with how the page is laid out there. */
    async part(title: string): Promise<void> {
      // The tree follows the page by some moments.
      const drawn = () => desk.page.locator('h1, h2, h3, h4').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)
      let outline = await outlineOf(desk)
      const follows = async (): Promise<boolean> => {
        const before = JSON.stringify(outline)
        outline = await outlineOf(desk)
        return JSON.stringify(outline) === before && outline.headings.length === (await drawn())
      }
      await expect.poll(follows, `${title}: every heading is told`).toBe(true)
      const { landmarks, headings } = outline
      expect
        .soft(
          headings.filter(({ level }) => level === 1),
          `${title}: one heading of the first level`,
        )
        .toHaveLength(1)
      expect
        .soft(
          landmarks.filter((one) => one.startsWith('main')),
          `${title}: one main landmark`,
        )
        .toHaveLength(1)
      // No level is skipped on the way down.
      for (const [at, { level, name: words }] of headings.entries())
        if (at > 0) expect.soft(level, `${title}: “${words}”`).toBeLessThanOrEqual((headings[at - 1]?.level ?? 0) + 1)
      for (const kind of ['navigation', 'complementary', 'region', 'form'])
        for (const one of landmarks.filter((landmark) => landmark.startsWith(kind)))
          expect.soft(one, `${title}: ${kind} has a name`).toContain('“')
      expect.soft(new Set(landmarks).size, `${title}: no two landmarks alike: ${landmarks.join('; ')}`).toBe(landmarks.length)
      lines.push(
        `\n## ${title}\n`,
        `Landmarks: ${landmarks.map(steady).join('; ')}.\n`,
        `Headings: ${headings.map(({ level, name: words }) => `${level} ${steady(words)}`).join('; ')}.\n`,
        '| Key | Said |',
        '| --- | --- |',
      )
    },
    /** What is said once the focus is on something; `expected` are parts of it that must not be lost. */
    async said(keys: string, expected: (string | RegExp)[]): Promise<void> {
      await expect.poll(async () => desk.page.evaluate(() => document.activeElement !== document.body), keys).toBe(true)
      const patterns = [/“.+”, \w/, ...expected.map((one) => (one instanceof RegExp ? one : new RegExp(RegExp.escape(one))))]
      const hear = async () => {
        const { words, around } = await atFocus(desk)
        const entered = around.filter((one) => !before.includes(one)).toReversed()
        return { words, around, whole: [...entered, words].join('; ') }
      }
      // The tree follows here too: what counts is what it says twice, once it says what is expected.
      let now = await hear()
      const settled = async (): Promise<boolean> => {
        const { whole } = now
        now = await hear()
        return now.whole === whole && patterns.every((one) => one.test(whole))
      }
      const deadline = Date.now() + 30_000
      while (!(await settled()) && Date.now() < deadline) await desk.page.waitForTimeout(50)
      const { words, around, whole } = now
      before = around
      expect.soft(words, `after ${keys} the focus is on something with a role and a name`).toMatch(/“.+”, \w/)
      for (const one of patterns) expect.soft(whole, `after ${keys}`).toMatch(one)
      lines.push(`| ${keys} | ${cell(whole)} |`)
    },
    /** What a live region says by itself. */
    async told(keys: string, words: string | RegExp): Promise<void> {
      const matches = (one: string): boolean => (typeof words === 'string' ? one.includes(words) : words.test(one))
      const since = async (): Promise<string[]> => (await toldSoFar(desk)).slice(heard)
      const deadline = Date.now() + 60_000
      while (!(await since()).some(matches) && Date.now() < deadline) await desk.page.waitForTimeout(100)
      expect
        .soft(await since(), `said by itself after ${keys}`)
        .toContainEqual(typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words))
      const all = await since()
      heard += all.findIndex(matches) + 1
      lines.push(`| ${keys} | *Said by itself:* ${cell(all.find(matches) ?? '')} |`)
    },
    /** After a lock there is a new page, and nothing said on it yet. */
    async newPage(): Promise<void> {
      before = []
      heard = 0
      await listenToLiveRegions(desk)
    },
    written: (): string => `${lines.join('\n')}\n`,
  }
}

test('the main job by what a screen reader is told', async ({ desk, vault }) => {
  test.setTimeout(600_000)
  const { say } = desk
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key)
  const type = (words: string): Promise<void> => desk.page.keyboard.type(words)
  const walk = walkOf(desk)
  await walk.newPage()

  await test.step('unlock', async () => {
    await walk.part('Unlocking')
    desk.app.answerDialog({ canceled: false, filePaths: [vault] })
    await walkTo(desk, button(desk, 'Open a vault'))
    await walk.said('Tab', [say('Open a vault'), 'button'])
    await press('Enter')
    await expect(passphraseField(desk, 'Passphrase')).toBeFocused()
    await walk.said('Enter, and the vault’s folder is chosen', [say('Passphrase'), 'edit'])
    await type('not this one at all')
    await press('Enter')
    await walk.told('a wrong passphrase, Enter', say('This passphrase doesn’t open the vault.'))
    await expect(passphraseField(desk, 'Passphrase')).toBeFocused()
    await walk.said('—', [say('Passphrase'), 'invalid', say('This passphrase doesn’t open the vault.')])
    await readyForAnotherTry(desk)
    await type(passphrase)
    await press('Enter')
    await waitUntilOpen(desk)
  })

  await test.step('home', async () => {
    await expect(desk.page.getByRole('heading', { level: 1 })).toBeFocused()
    // Home fills as its answers come; what a listener finds there is the whole of it.
    await desk.page.getByRole('region', { name: say('From a first call to a first report'), exact: true }).waitFor()
    await walk.part('Home')
    await walk.said('the passphrase, Enter', ['Office of the plain', 'heading, level 1'])
    await expect(desk.page.locator('[aria-current="page"]')).toHaveText(say('Home'))
  })

  await test.step('a new case', async () => {
    await press('Control+n')
    await expect(nameField(desk)).toBeFocused()
    await walk.part('A new case')
    await walk.said('Ctrl+N', [say('Name, or what is known'), 'edit'])
    await press('Control+Enter')
    await walk.told('Ctrl+Enter, with nothing typed', say('A name, or what is known of the person, is needed.'))
    await walk.said('—', [say('Name, or what is known'), 'invalid', say('A name, or what is known of the person, is needed.')])
    await type(name)
    await walk.told('the name', say('Kept as a draft in the vault'))
    await walkTo(desk, textbox(desk, 'When'))
    await walk.said('Tab', [say('When'), 'edit'])
    await type('9 Feb 2024')
    await walk.told('9 Feb 2024', say('understood as: {0}', { 0: '9 February 2024' }))
    await walkTo(desk, textbox(desk, 'Where'))
    await walk.said('Tab', [say('Where'), 'edit'])
    await type('Muelle viejo')
    await press('Tab')
    await walk.said('Muelle viejo, Tab', [say('Who took them')])
    await press('Tab')
    await walk.said('Tab', ['radio button'])
    await press('Control+Enter')
    await caseIsWhole(desk, name)
  })

  await test.step('the case file', async () => {
    await expect(desk.page.getByRole('heading', { level: 1 })).toBeFocused()
    await walk.part('The case file')
    await walk.said('Ctrl+Enter', [name, 'heading, level 1'])
    await press('Control+j')
    await expect(desk.page.locator('[data-field] :focus')).toHaveCount(1)
    await walk.said('Ctrl+J, the next statement without a source', ['without a source', 'button'])
    const place = reading(section(desk, 'Arrest'), say('Place of arrest'))
    await walkTo(desk, place)
    await walk.said('Tab', [say('{name}: {text}, without a source', { name: say('Place of arrest'), text: 'Muelle viejo' })])
  })

  await test.step('cite', async () => {
    await press('c')
    const panel = desk.page.getByRole('form', { name: new RegExp(`^${say('Cite a source for:')}`) })
    await panel.waitFor()
    await expect(panel.locator(':focus')).toHaveCount(1)
    await walk.said('C', [say('Cite a source for:')])
    await walkTo(desk, panel.getByRole('button', { name: say('New source'), exact: true }))
    await walk.said('Tab', [say('New source'), 'button'])
    await press('Enter')
    await expect(panel.getByRole('textbox', { name: say('Title'), exact: true })).toBeFocused()
    await walk.said('Enter', [say('Title'), 'edit'])
    await type('Port register')
    await press('Control+Enter')
    await panel.waitFor({ state: 'detached' })
    const place = reading(section(desk, 'Arrest'), say('Place of arrest'))
    await expect(place).toBeFocused()
    await expect(place).toHaveAccessibleName(`${say('Place of arrest')}: Muelle viejo`)
    await walk.said('Port register, Ctrl+Enter', [`“${say('Place of arrest')}: Muelle viejo”`])
  })

  await test.step('edit, and take it back', async () => {
    await press('Enter')
    await expect(section(desk, 'Arrest').getByRole('textbox', { name: say('Place of arrest'), exact: true })).toBeFocused()
    await walk.said('Enter', [say('Place of arrest'), 'edit'])
    await press('Control+a')
    await type('New quay')
    await press('Enter')
    await walk.told('New quay, Enter', say('Saved in the vault'))
    await walk.said('—', [`${say('Place of arrest')}: New quay`, 'button'])
    await press('Control+z')
    await walk.told('Ctrl+Z', /^Undone: /)
    await expect(reading(section(desk, 'Arrest'), say('Place of arrest'))).toBeFocused()
    await walk.said('—', [`${say('Place of arrest')}: Muelle viejo`])
    // It would go by itself in a while; a walk has the same landmarks however long it takes.
    await press('Escape')
    await expect(notice(desk)).toHaveCount(0)
  })

  await test.step('custody over time', async () => {
    const drawing = desk.page.getByRole('group', { name: say('Custody over time'), exact: true })
    const toggle = section(desk, 'Custody over time').getByRole('button', { name: say('As a table'), exact: true })
    await walkTo(desk, drawing.locator('button[tabindex="0"]'), 'Shift+Tab')
    await walk.said('Shift+Tab', [say('Custody over time'), '9 February 2024'])
    await walkTo(desk, toggle, 'Shift+Tab')
    await walk.said('Shift+Tab', [say('As a table'), 'button'])
    await press('Enter')
    const table = desk.page.getByRole('table', { name: say('Custody over time') })
    await expect(table.getByRole('columnheader')).toHaveCount(3)
    await expect(table.getByRole('row').nth(1)).toContainText('9 February 2024')
    await walk.said('Enter', [say('As a drawing'), 'button'])
    await press('Tab')
    await walk.said('Tab', ['button'])
  })

  await test.step('find it', async () => {
    await press('Control+f')
    await walk.said('Ctrl+F', [say('Search case files'), 'search edit'])
    await type('nandu')
    await walk.told('nandu', '1 case file found')
    await expect(rowOf(desk, name).locator('mark')).toBeVisible()
    await press('ArrowDown')
    await expect(results(desk)).toBeFocused()
    await walk.said('Down', [say('Case files'), 'list box', name, 'option'])
    await press('Enter')
    await caseFile(desk, name).waitFor()
    await walk.said('Enter', [name, 'selected'])
  })

  await test.step('report', async () => {
    await press('Control+Shift+p')
    await expect(desk.page.getByRole('heading', { name: say('Report'), level: 1 })).toBeFocused()
    await reportIsSet(desk)
    await walk.part('The report')
    await walk.said('Ctrl+Shift+P', [say('Report'), 'heading, level 1'])
    desk.app.answerDialog({ canceled: false, filePath: join(desk.folders.outside, 'walk.pdf') })
    await walkTo(desk, button(desk, 'Save PDF…'))
    await walk.said('Tab', [say('Save PDF…'), 'button'])
    await press('Enter')
    await walk.told('Enter, and a place is chosen', say('Saved outside the vault as'))
    await walk.said('—', [say('Save PDF…')])
    await press('Escape')
    await caseFile(desk, name).waitFor()
    await walk.said('Escape', [name, 'heading, level 1'])
  })

  await test.step('lock', async () => {
    await afterLocking(desk, () => press('Control+l'))
    await walk.newPage()
    await walk.part('Locked')
    await expect.poll(() => desk.page.evaluate(() => document.activeElement !== document.body)).toBe(true)
    await walk.said('Ctrl+L', [say('Open a vault'), 'button'])
    expect((await outlineOf(desk)).headings.map((one) => one.name).join()).not.toContain(name)
  })

  if (process.env['HABEAS_WRITE_WALK'] === '1') writeFileSync(page, walk.written())
  expect(readFileSync(page, 'utf8')).toBe(walk.written())
})
