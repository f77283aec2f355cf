import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { seeded } from '../seeded.ts'
import { makeVault, serve, unlock } from '../service.ts'
import { changes, draftSteps } from '../work.ts'
import { allDamages } from './damages.ts'
import { chainEnd } from '../service.ts'
import { lookAt, tableHashes } from './looked-at.ts'
import type { Sound } from './looked-at.ts'

// Damages a copy of a vault in every way, one after the other, and looks whether that is found. Prints one line of JSON.
const [base = '', every = '1', seedText = '1', only = '', until = ''] = process.argv.slice(2)
const random = seeded(Number(seedText))
const place = join(base, 'Office.habeas')
const kept = Object.fromEntries(['older', 'olderOpen', 'open', 'closed'].map((name) => [name, join(base, name)])) as Record<
  'older' | 'olderOpen' | 'open' | 'closed',
  string
>
mkdirSync(base, { recursive: true })
const ends = until === '' ? Infinity : Date.parse(until)

const keep = (name: keyof typeof kept): void => cpSync(place, kept[name], { recursive: true })
const work = async (rounds: number): Promise<void> => {
  const service = serve(await unlock(place))
  for (let round = 0; round < rounds; round += 1) {
    for (const step of changes) await step.run(service, random)
    for (const step of draftSteps.slice(0, 1)) await step.run(service, random)
  }
  if (rounds === 1) keep('olderOpen')
  await service.close()
}

async function soundOf(folder: string): Promise<Sound> {
  const copy = join(base, 'sound')
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  const vault = await unlock(copy)
  const upTo = chainEnd(vault).seq - 1
  const tables = tableHashes(vault, upTo)
  vault.close()
  const service = serve(await unlock(copy))
  const drafts = JSON.stringify(service.drafts.list())
  await service.close()
  return { tables, drafts, upTo }
}

;(await makeVault(place)).close()
await work(2)
await work(1)
keep('older')
const service = serve(await unlock(place))
for (const step of [...changes, ...changes, ...draftSteps]) await step.run(service, random)
// What a kill leaves: the log full, nothing moved, nothing said.
keep('open')
await service.close()
keep('closed')

const sound = { closed: await soundOf(kept.closed), 'left open': await soundOf(kept.open) }
const damages = allDamages(kept, random).filter(({ kind, where }) => only === '' || `${kind} ${where}`.includes(only))
/**
 * What nothing outside its own page speaks for: what is being typed and is no record yet, and how a window was left. An old
 * page of these is authentic, and passes; so does a log that lost its end where that spoke of nothing else.
 */
const unbound: ReadonlySet<string> = new Set(['drafts', 'preferences'])
/** What can leave an older state behind: an old page, and a log without its end. */
const isOlder = (kind: string): boolean => kind === 'replay' || kind === 'log'
const copy = join(base, 'copy')
const tally: Record<string, { tried: number; found: number; noEffect: number; unbound: number }> = {}
const missed: { damage: string; shown: string[] }[] = []
const wrong: { damage: string; shown: string[] }[] = []
const began = Date.now()
let tried = 0
// The sound ones first: who finds damage everywhere finds nothing.
for (const from of ['closed', 'left open'] as const) {
  rmSync(copy, { recursive: true, force: true })
  cpSync(from === 'closed' ? kept.closed : kept.open, copy, { recursive: true })
  const look = await lookAt(copy, sound[from])
  if (look.found !== undefined || look.shown.length > 0) throw new Error(`a sound vault (${from}): ${JSON.stringify(look)}`)
}
const seen = new Map<string, number>()
for (const damage of damages) {
  // Of a short run each kind has its share, and one at least.
  const nth = seen.get(damage.kind) ?? 0
  seen.set(damage.kind, nth + 1)
  const step = Math.min(Number(every), damages.filter(({ kind }) => kind === damage.kind).length)
  if ((nth + Number(seedText)) % step !== 0) continue
  if (Date.now() > ends) break
  rmSync(copy, { recursive: true, force: true })
  cpSync(damage.from === 'closed' ? kept.closed : kept.open, copy, { recursive: true })
  damage.do(copy)
  const { found, shown } = await lookAt(copy, sound[damage.from])
  const counts = (tally[damage.kind] ??= { tried: 0, found: 0, noEffect: 0, unbound: 0 })
  tried += 1
  counts.tried += 1
  const name = `${damage.kind}: ${damage.where}`
  if (found !== undefined) counts.found += 1
  else if (shown.length === 0) counts.noEffect += 1
  else if (isOlder(damage.kind) && shown.every((table) => unbound.has(table))) counts.unbound += 1
  else missed.push({ damage: name, shown })
  // An old page is authentic: that it is old, only the whole shows. Everything else must never show a value that was not written.
  if (shown.length > 0 && damage.kind !== 'replay' && !(damage.kind === 'log' && shown.every((table) => unbound.has(table))))
    wrong.push({ damage: `${name} (${found ?? 'not found'})`, shown })
  if (found === undefined && process.env['FAULTS_SAY'] === '1') process.stderr.write(`${name} ${shown.join()}\n`)
}
process.stdout.write(
  `${JSON.stringify({ of: damages.length, tried, tally, missed: missed.length, wrong: wrong.length, seconds: (Date.now() - began) / 1000, missedList: missed.slice(0, 60), wrongList: wrong.slice(0, 60) })}\n`,
)
