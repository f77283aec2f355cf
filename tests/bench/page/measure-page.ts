import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

import { goTo, rows, search, searchField } from '../../e2e/pages/case-list.ts'
import { makeFolders, removeFolders, sitDown } from '../../e2e/pages/desk.ts'
import type { Desk } from '../../e2e/pages/desk.ts'
import { button, chooseVault, frameIsThere, lock, passphraseField, waitUntilOpen } from '../../e2e/pages/lock-screen.ts'
import { benchPassphrase } from '../build-vault.ts'
import { timed, timesOf } from '../statistics.ts'
import type { Times } from '../statistics.ts'
import { coldStarts } from './start.ts'
import { scrollList, type Scrolled } from './scrolling.ts'
import { typeAndWatch } from './typing.ts'
import { beginWatching, memoryOf, takeLongest, untilPainted } from './watch.ts'

export type PageMeasured = {
  size: number
  coldStart: { habeas: Times; blank: Times }
  unlock: { usable: number; call: number }
  search: { echo: Times; shown: Times; call: Times }
  open: { shown: Times; call: Times }
  longNote: { echo: Times; bare: Times; letters: number }
  scroll: Scrolled
  language: Times
  tasks: { what: string; longest: number; count: number }[]
  memory: { actions: number; before: Memory; after: Memory }
}
type Memory = Awaited<ReturnType<typeof memoryOf>>

const list = '[role="listbox"]'
const queries = ['mohamed', 'garcia lopez', 'petrova', 'caracas']

const callIn = (page: Page, name: string, input: unknown): Promise<unknown> =>
  page.evaluate(
    ([call, value]) =>
      (globalThis as unknown as { habeas: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).habeas.calls[call]?.(value),
    [name, input] as const,
  )
const timedCall = async (page: Page, name: string, input: unknown): Promise<number> =>
  page.evaluate(
    async ([call, value]) => {
      const start = performance.now()
      await (globalThis as unknown as { habeas: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).habeas.calls[call]?.(
        value,
      )
      return performance.now() - start
    },
    [name, input] as const,
  )

/** Drives the built app over a vault of `size` made-up case files and measures what a caseworker would feel. */
export async function measurePage(vault: string, size: number, say: (line: string) => void): Promise<PageMeasured> {
  const starts = await coldStarts(5)
  const folders = makeFolders()
  const copy = join(folders.vaults, 'Bench.habeas')
  cpSync(vault, copy, { recursive: true })
  const desk = await sitDown({ folders })
  try {
    const tasks: PageMeasured['tasks'] = []
    const note = async (what: string): Promise<void> => {
      const { longest, longTasks } = await takeLongest(desk.page)
      tasks.push({ what, longest, count: longTasks })
      say(what)
    }
    const unlock = await unlocking(desk, copy)
    await note('unlock')
    const { page } = desk
    await goTo(desk, 'Cases')
    await rows(desk).first().waitFor()
    const searching = await typing(desk)
    await note('search')
    const open = await opening(desk)
    await note('open a case file')
    const longNote = await longText(desk)
    await note('type in a long note')
    await search(desk, '')
    await rows(desk).nth(5).waitFor()
    const scroll = await scrollList(page, list, 240, 180)
    await note('scroll the list')
    const language = await languages(page)
    await note('switch the language')
    const memory = await anHour(desk, 600)
    await note('an hour’s work')
    return {
      size,
      coldStart: { habeas: timesOf(starts.habeas), blank: timesOf(starts.blank) },
      unlock,
      search: searching,
      open,
      longNote,
      scroll,
      language,
      tasks,
      memory,
    }
  } finally {
    await desk.app.kill()
    removeFolders(folders)
  }
}

async function unlocking(desk: Desk, vault: string): Promise<PageMeasured['unlock']> {
  await chooseVault(desk, vault)
  // The first opening may bring derived tables up to date; what is measured is a day like any other.
  await passphraseField(desk, 'Passphrase').fill(benchPassphrase)
  await button(desk, 'Unlock').click()
  await waitUntilOpen(desk)
  await lock(desk)
  await desk.page.setViewportSize({ width: 1280, height: 800 })
  await beginWatching(desk.page)
  await chooseVault(desk, vault)
  await passphraseField(desk, 'Passphrase').fill(benchPassphrase)
  const usable = await untilPainted(
    desk.page,
    () => button(desk, 'Unlock').click(),
    () => frameIsThere(desk),
  )
  const { milliseconds } = await timed(() => callIn(desk.page, 'vault.info', {}))
  return { usable, call: milliseconds }
}

async function typing(desk: Desk): Promise<PageMeasured['search']> {
  const echo: number[] = []
  const shown: number[] = []
  const call: number[] = []
  for (const query of queries) {
    await searchField(desk).click()
    await search(desk, '')
    await rows(desk).first().waitFor()
    const times = await typeAndWatch(desk.page, query, '[data-rows]')
    echo.push(...times.echo)
    shown.push(...times.shown)
    const today = new Date().toISOString().slice(0, 10)
    for (let letters = 1; letters <= query.length; letters += 1)
      call.push(await timedCall(desk.page, 'search.cases', { query: query.slice(0, letters), today, limit: 50, offset: 0, snippets: 50 }))
  }
  return { echo: timesOf(echo), shown: timesOf(shown), call: timesOf(call) }
}

async function opening(desk: Desk): Promise<PageMeasured['open']> {
  await search(desk, '')
  await rows(desk).nth(12).waitFor()
  const shown: number[] = []
  const call: number[] = []
  for (let index = 0; index < 12; index += 1) {
    const row = rows(desk).nth(index)
    const id = await row.getAttribute('data-id')
    const name = (await row.locator('bdi').first().innerText()).trim()
    shown.push(
      await untilPainted(
        desk.page,
        () => row.click(),
        // Found by its id: to look for roles in a whole case file would take the page's thread longer than to show it.
        () => desk.page.locator('#case-name').filter({ hasText: name }).waitFor({ state: 'attached' }),
      ),
    )
    call.push(await timedCall(desk.page, 'cases.get', { id, today: new Date().toISOString().slice(0, 10) }))
  }
  return { shown: timesOf(shown), call: timesOf(call) }
}

async function longText(desk: Desk): Promise<PageMeasured['longNote']> {
  const { page } = desk
  const letters = 20_000
  const text = 'The family was told to come back on another day and to bring papers. '.repeat(Math.ceil(letters / 69)).slice(0, letters)
  const id = await rows(desk).first().getAttribute('data-id')
  const answer = (await callIn(page, 'cases.get', { id })) as { value: { caseFile: { id: string; revision: number } } }
  await callIn(page, 'cases.update', {
    id: answer.value.caseFile.id,
    baseRevision: answer.value.caseFile.revision,
    fields: { notes: text },
  })
  await rows(desk).first().click()
  const notes = page.locator('article').getByText('The family was told').first()
  await notes.scrollIntoViewIfNeeded()
  await notes.click()
  const editor = page.locator('[contenteditable="true"], textarea:focus').first()
  await editor.waitFor()
  await page.keyboard.press('Control+End')
  const ours = await typeAndWatch(page, 'and nobody answered', 'article', 60)
  await page.keyboard.press('Escape')
  // The same words in the engine's own field, with nothing of ours around it.
  await page.evaluate((words) => {
    const field = document.createElement('textarea')
    Object.assign(field, { id: 'habeas-bare', value: words })
    field.style.cssText = 'position:fixed;inset:0;z-index:9999;inline-size:600px;block-size:400px'
    document.body.append(field)
    field.focus()
    field.setSelectionRange(words.length, words.length)
  }, text)
  const bare = await typeAndWatch(page, 'and nobody answered', '#habeas-bare', 60)
  await page.evaluate(() => document.querySelector('#habeas-bare')?.remove())
  return { echo: timesOf(ours.echo), bare: timesOf(bare.echo), letters }
}

async function languages(page: Page): Promise<Times> {
  const times: number[] = []
  for (const language of ['es', 'en', 'fr', 'en', 'ar', 'en'])
    times.push(
      await untilPainted(
        page,
        async () => void (await callIn(page, 'app.changeSettings', { language })),
        () => page.locator(`html[lang="${language}"]`).waitFor(),
      ),
    )
  return timesOf(times)
}

/** As many things as a caseworker does in an hour (one in six seconds), without the pauses. */
async function anHour(desk: Desk, actions: number): Promise<PageMeasured['memory']> {
  const { page } = desk
  const session = await page.context().newCDPSession(page)
  const round = async (turn: number): Promise<void> => {
    await search(desk, queries[turn % queries.length] ?? '')
    await rows(desk).first().waitFor()
    await rows(desk).first().click()
    await page.locator('article').first().waitFor()
    await page.mouse.move(900, 400)
    await page.mouse.wheel(0, 600)
    await goTo(desk, turn % 2 === 0 ? 'People' : 'Sources')
    await goTo(desk, 'Cases')
    await search(desk, '')
  }
  // Six actions a round; the first rounds fill caches that stay.
  for (let turn = 0; turn < 15; turn += 1) await round(turn)
  // Answers that nothing shows are kept for a minute; an hour of real work has many of them.
  const untilForgotten = 65_000
  await page.waitForTimeout(untilForgotten)
  const before = await memoryOf(session)
  for (let turn = 0; turn < Math.ceil(actions / 6); turn += 1) await round(turn)
  await page.waitForTimeout(untilForgotten)
  const after = await memoryOf(session)
  await session.detach()
  return { actions, before, after }
}
