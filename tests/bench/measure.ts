import { copyFileSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { reportFonts } from '../../build/fonts.mjs'
import { createHandlers } from '../../electron/casework/index.ts'
import { setReport } from '../../electron/reports/set-report.ts'
import type { ReportDocument } from '../../electron/reports/report-document.ts'
import { createDispatcher } from '../../electron/vault/dispatch.ts'
import type { Dispatcher } from '../../electron/vault/dispatch.ts'
import { unlockHeader } from '../../electron/vault/header.ts'
import { openVault } from '../../electron/vault/index.ts'
import { benchPassphrase } from './build-vault.ts'
import { measureSearch } from './measure-search.ts'
import type { SearchTimes } from './measure-search.ts'
import { seeded } from './random.ts'
import { timed, timesOf } from './statistics.ts'
import type { Times } from './statistics.ts'

/** What is measured on one vault; times in milliseconds, sizes in bytes. */
export type Measured = {
  size: number
  fileBytes: number
  unlock: number
  search: SearchTimes[]
  calls: { name: string; times: Times }[]
  memory: { afterUnlock: number; afterWork: number }
}

const samples = 40
const months = Array.from({ length: 24 }, (_, month) => `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`)
/** So that a second run on the same vault changes something too. */
const stamp = String(Date.now())

/** Opening the vault less deriving the key; the best of several, since deriving takes ten times longer and varies. */
async function measureUnlock(folder: string): Promise<number> {
  const [derived, opened]: number[][] = [[], []]
  for (let round = 0; round < 10; round += 1) {
    const key = await timed(() => unlockHeader(folder, benchPassphrase))
    key.value.dataKey.fill(0)
    derived?.push(key.milliseconds)
    const { value: vault, milliseconds } = await timed(() => openVault(folder, { passphrase: benchPassphrase }))
    opened?.push(milliseconds)
    vault.close()
  }
  return Math.max(0, Math.min(...(opened ?? [])) - Math.min(...(derived ?? [])))
}

async function valueOf(dispatcher: Dispatcher, call: string, input: unknown): Promise<Record<string, unknown>> {
  const answer = await dispatcher.dispatch(call, input)
  if (!answer.ok) throw new Error(`${call}: ${answer.error.code} ${JSON.stringify(answer.error.params)}`)
  return answer.value as Record<string, unknown>
}

/** Opens, saves, lists, counts and reports on case files picked at random. */
async function measureCalls(
  dispatcher: Dispatcher,
  ids: { id: string; note: string; name: string; contact: string | null }[],
  fonts: string,
  size: number,
): Promise<Measured['calls']> {
  const measure = async (
    name: string,
    work: (from: (typeof ids)[number], number: number) => Promise<unknown>,
  ): Promise<Measured['calls'][number]> => {
    const taken: number[] = []
    for (const [number, from] of ids.entries()) taken.push((await timed(() => work(from, number))).milliseconds)
    return { name, times: timesOf(taken) }
  }
  const revisionOf = async (id: string): Promise<number> =>
    Number(((await valueOf(dispatcher, 'cases.get', { id }))['caseFile'] as { revision: number }).revision)
  const revisions = new Map<string, number>()
  for (const { id } of ids) revisions.set(id, await revisionOf(id))
  const lastChange = ((await valueOf(dispatcher, 'vault.info', {}))['fingerprint'] as { changeNo: number }).changeNo
  const templates = join(import.meta.dirname, '../../electron/reports/templates')
  return [
    await measure('open a case file', ({ id }) => valueOf(dispatcher, 'cases.get', { id })),
    await measure('list, first page', () => valueOf(dispatcher, 'cases.list', { limit: 50 })),
    await measure('list by name, a page in the middle', (_, number) =>
      valueOf(dispatcher, 'cases.list', { sort: 'name', offset: number * 10, limit: 50 }),
    ),
    // Counts are kept until the next change, so each of these asks for another number of days.
    await measure('facets of everything', (_, number) => valueOf(dispatcher, 'search.facets', { staleDays: 30 + number })),
    await measure('facets of one letter', ({ name }, number) =>
      valueOf(dispatcher, 'search.facets', { query: [...name].slice(0, 1).join(''), staleDays: 30 + number }),
    ),
    await measure('facets of a force', (_, number) =>
      valueOf(dispatcher, 'search.facets', { filter: { force: 'SEBIN' }, staleDays: 30 + number }),
    ),
    await measure('home', (_, number) => valueOf(dispatcher, 'home.overview', { today: '2026-11-25', staleDays: 30 + number })),
    await measure('held over time, 24 months', () => valueOf(dispatcher, 'statistics.heldOverTime', { days: months, today: '2026-11-25' })),
    await measure('list of a force, first page', (_, number) =>
      valueOf(dispatcher, 'cases.list', { filter: { force: 'SEBIN' }, sort: 'name', limit: 50 + number }),
    ),
    await measure('list of a force, deep', (_, number) =>
      valueOf(dispatcher, 'cases.list', {
        filter: { force: 'SEBIN' },
        sort: 'name',
        offset: Math.floor((number * size) / 120) + 1,
        limit: 50,
      }),
    ),
    await measure('list, whereabouts unknown, longest first', (_, number) =>
      valueOf(dispatcher, 'cases.list', { filter: { whereaboutsUnknown: true }, sort: 'unknown_longest', limit: 50 + number }),
    ),
    await measure('list by arrest, last page', (_, number) =>
      valueOf(dispatcher, 'cases.list', { sort: 'arrested_first', offset: Math.max(0, size - 50 - number), limit: 50 }),
    ),
    await measure('hits by name instead of by fit', ({ name }) =>
      valueOf(dispatcher, 'search.cases', { query: name.split(' ')[0] ?? name, sort: 'name', limit: 50 }),
    ),
    await measure('people, a page in the middle', (_, number) =>
      valueOf(dispatcher, 'persons.list', { query: '', offset: Math.floor(size / 2) + number, limit: 50 }),
    ),
    await measure('sources, a page in the middle', (_, number) =>
      valueOf(dispatcher, 'sources.list', { query: '', offset: Math.floor(size / 6) + number, limit: 50 }),
    ),
    await measure('kept searches and preferences', async () => {
      await valueOf(dispatcher, 'savedSearches.list', {})
      return valueOf(dispatcher, 'preferences.get', {})
    }),
    await measure('possible duplicates of a name', ({ name }) => valueOf(dispatcher, 'persons.possibleDuplicates', { name })),
    await measure('save a short field', ({ id }, number) =>
      valueOf(dispatcher, 'cases.update', {
        id,
        baseRevision: revisions.get(id) ?? 0,
        fields: { arrestWarrantBy: `Tribunal ${number} ${stamp}` },
      }),
    ),
    await measure('save a choice (no text changes)', ({ note, contact }) =>
      valueOf(dispatcher, 'whereabouts.update', {
        id: note,
        baseRevision: lastChange,
        fields: { contactFamily: contact === 'no' ? 'yes' : 'no' },
      }),
    ),
    await measure('save a long note', ({ note }, number) =>
      valueOf(dispatcher, 'whereabouts.update', {
        id: note,
        baseRevision: lastChange,
        fields: { note: `Visita ${number} ${stamp}: la familia llevó ropa y comida, y se la devolvieron sin explicación.` },
      }),
    ),
    await measure('collect a case report', ({ id }) =>
      valueOf(dispatcher, 'reports.collect', { caseId: id, template: 'case', language: 'en' }),
    ),
    await measure('collect and set a case report as PDF', async ({ id }) => {
      const { document } = await valueOf(dispatcher, 'reports.collect', { caseId: id, template: 'case', language: 'en' })
      return setReport(document as ReportDocument, { fonts, templates, template: 'case' })
    }),
  ]
}

/** Measures one vault, in this process as in the vault process. */
export async function measure(folder: string, size: number): Promise<Measured> {
  const unlock = await measureUnlock(folder)
  const vault = await openVault(folder, { passphrase: benchPassphrase })
  const dispatcher = createDispatcher({ createHandlers })
  dispatcher.adopt(vault)
  const afterUnlock = process.memoryUsage.rss()
  const search = await measureSearch(vault.db, dispatcher)
  const afterWork = process.memoryUsage.rss()
  const random = seeded(11)
  const one = vault.db.prepare<[number], { id: string; note: string; name: string; contact: string | null }>(
    'SELECT c.case_uuid AS id, c.name, (SELECT uuid FROM whereabouts_notes WHERE case_id = c.case_uuid LIMIT 1) AS note, (SELECT contact_family FROM whereabouts_notes WHERE case_id = c.case_uuid LIMIT 1) AS contact FROM case_index AS c WHERE c.case_id >= ? LIMIT 1',
  )
  const ids = [
    ...new Map(
      Array.from({ length: samples }, () => one.get(random.below(size) + 1)).flatMap((found) =>
        found === undefined ? [] : [[found.id, found]],
      ),
    ).values(),
  ]
  const fonts = join(dirname(folder), 'fonts')
  mkdirSync(fonts, { recursive: true })
  for (const file of reportFonts()) copyFileSync(file, join(fonts, basename(file)))
  const calls = await measureCalls(dispatcher, ids, fonts, size)
  await dispatcher.close()
  return { size, fileBytes: statSync(join(folder, 'vault.db')).size, unlock, search, calls, memory: { afterUnlock, afterWork } }
}
