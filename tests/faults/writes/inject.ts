import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { putDraftsAside } from '../../../electron/vault/drafts-store.ts'
import { asCallError } from '../../../electron/vault/index.ts'
import { subKey } from '../../../electron/vault/secrets.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'
import { firstPassphrase, recordsHash, Refused, secondPassphrase, serve, unlock } from '../service.ts'
import type { Service } from '../service.ts'
import { openControl } from '../shim/shim.ts'
import type { FaultKind } from '../shim/shim.ts'
import { groundBackup, layGround, makeGrounds } from '../grounds.ts'
import { opened, tasks } from './tasks.ts'
import type { Task } from './tasks.ts'

// Lets the disk fail at each write of each task in turn, and says in one line of JSON what came of it.
const [watched = '', controlFile = '', every = '1', offset = '0', only = ''] = process.argv.slice(2)
const control = openControl(controlFile)
const base = join(dirname(watched), 'grounds')
const place = join(watched, 'Office.habeas')

/** How a disk fails: full from there on (with and without a part written before), broken once, broken from there on. */
const ways: readonly { kind: FaultKind; fromThenOn: boolean }[] = [
  { kind: 'noSpace', fromThenOn: true },
  { kind: 'shortWrite', fromThenOn: true },
  { kind: 'noSpace', fromThenOn: false },
  { kind: 'ioError', fromThenOn: false },
  { kind: 'ioError', fromThenOn: true },
]
const clear: Record<string, readonly string[]> = {
  // SQLite keeps to itself why a sync, a shared page or a new file failed; the words of `disk_failed` name a full disk too.
  noSpace: ['disk_full', 'disk_failed'],
  shortWrite: ['disk_full', 'disk_failed'],
  ioError: ['disk_failed'],
}

/** `newKeys`: how often the vault was given a new data key. */
type State = { records: string; drafts: string; passphrase: string; changes: number; newKeys: number }
type Finding = { task: string; write: number; way: string; what: string }
const findings: Finding[] = []
const tally = { tasks: 0, writes: 0, faults: 0, refused: 0, answered: 0, doneAllTheSame: 0 }

/** What is in the vault when it is opened anew, on a disk that works again; throws where it does not open. */
async function stateOf(): Promise<State & { service: Service }> {
  let passphrase = firstPassphrase
  let vault
  const place = standing()
  try {
    vault = await unlock(place)
  } catch (error) {
    if (asCallError(error, 'test').code !== 'wrong_passphrase') throw error
    passphrase = secondPassphrase
    vault = await unlock(place, passphrase)
  }
  let service: Service
  try {
    service = serve(vault)
  } catch (error) {
    if (JSON.stringify(reasonOf(error)) !== '{"code":"damaged","params":{"what":"drafts"}}') throw error
    // What the page offers then: to put them aside, once more.
    vault = await unlock(place, passphrase)
    const { dataKey, unlocked } = secretsOf(vault)
    putDraftsAside(place, subKey(dataKey, unlocked.header.vaultId, 'drafts'))
    service = serve(vault)
  }
  if (readdirSync(place).some((name) => name.startsWith('rekey.'))) throw new Error('a re-key was left where it was')
  const newKeys = vault.db.prepare<[], number>("SELECT count(*) FROM audit_entries WHERE kind = 'keys.rekeyed'").pluck().get() ?? 0
  return { records: recordsHash(vault), drafts: typed(service), passphrase, changes: vault.fingerprint().changeNo, newKeys, service }
}

/** Where the disk fails between the two renames of a restore in place, and goes on failing, both vaults stand under names that say so. */
function standing(): string {
  const beside = join(watched, 'Office (restored).habeas')
  return !existsSync(place) && existsSync(beside) ? beside : place
}

/** The drafts without their times, which are others in each run. */
const typed = ({ drafts }: Service): string => JSON.stringify(drafts.list().map(({ key, value }) => [key, value]))

const reasonOf = (error: unknown): { code: string; params: object } => (error instanceof Refused ? error.error : asCallError(error, 'test'))

async function start(task: Task): Promise<Service | undefined> {
  opened.service = undefined
  for (const name of readdirSync(watched)) rmSync(join(watched, name), { recursive: true })
  layGround(base, task.ground, place)
  if (task.started !== true) return undefined
  opened.service = serve(await unlock(place))
  return opened.service
}

const quietly = async (service: Service | undefined): Promise<void> => {
  try {
    await service?.close()
  } catch (error) {
    throw new Error(`closing: ${JSON.stringify(reasonOf(error))}`, { cause: error })
  }
}

/** The task without a fault: how many writes it makes, and what is there before and after. */
async function measure(task: Task) {
  layGround(base, task.ground, place)
  const before = task.ground === 'none' ? undefined : await stateOf()
  await before?.service.close()
  const service = await start(task)
  const from = control.operations()
  await task.run(place, service, groundBackup(base))
  const writes = control.operations() - from
  await quietly(opened.service)
  const after = await stateOf()
  await after.service.close()
  return { before, after, writes }
}

async function tryOnce(task: Task, write: number, way: (typeof ways)[number], { before, after }: Awaited<ReturnType<typeof measure>>) {
  const named = `${way.kind}${way.fromThenOn ? ', from then on' : ', once'}`
  const found = (what: string): void => void findings.push({ task: task.name, write, way: named, what })
  const service = await start(task)
  control.arm(way.kind, write, way.fromThenOn)
  let reason: { code: string; params: object } | undefined
  try {
    await task.run(place, service, groundBackup(base))
  } catch (error) {
    reason = reasonOf(error)
  }
  const failed = control.failed()
  control.disarm()
  if (failed === 0) return quietly(opened.service)
  tally.faults += 1
  if (reason === undefined) tally.answered += 1
  else {
    tally.refused += 1
    if (!(clear[way.kind] ?? []).includes(reason.code)) found(`refused with ${reason.code} ${JSON.stringify(reason.params)}`)
  }
  try {
    // There is room again: the same open vault takes a change and is closed.
    if (opened.service?.vault.db.open === true) await opened.service.call('preferences.put', { sideWidth: 333 })
  } catch (error) {
    found(`not usable afterwards: ${JSON.stringify(reasonOf(error))}`)
  }
  try {
    await quietly(opened.service)
    if (task.ground === 'none' && !existsSync(place)) {
      if (reason === undefined) found('answered, and there is no vault')
      const left = readdirSync(watched)
      // What can't be removed stays, under a name of its own.
      if (left.length > 0 && way.kind !== 'ioError') found(`leaves ${left.length} names behind`)
      return
    }
    if (!existsSync(place) && !way.fromThenOn) found('the vault is not in its place')
    const state = await stateOf()
    // How the window was left was changed above, to see that the vault takes a change.
    state.service.vault.db.exec("DELETE FROM preferences WHERE key = 'sideWidth'")
    const now = { ...state, records: recordsHash(state.service.vault) }
    const faults = state.service.verify().faults.filter(({ params }) => params['repaired'] !== true)
    if (faults.length > 0) found(`verify: ${JSON.stringify(faults.slice(0, 2))}`)
    await state.service.call('sources.create', { fields: { title: 'There is room again' } })
    await state.service.close()
    if (reason === undefined) {
      const same = (['changes', 'passphrase', 'drafts', 'newKeys'] as const).every((part) => now[part] === after[part])
      if (!same || (before !== undefined && (now.records === before.records) !== (after.records === before.records)))
        found('answered, and it is not there')
    } else if (before !== undefined && now.changes === before.changes) {
      // Refused: as it was, or, where the disk failed at the very end, done whole.
      if (now.records !== before.records && after.changes !== before.changes) found('half done')
      if (now.drafts !== before.drafts && now.drafts !== after.drafts) found('the drafts are neither the old nor the new ones')
    } else tally.doneAllTheSame += 1
  } catch (error) {
    found(`does not open afterwards: ${JSON.stringify(reasonOf(error))}`)
  }
}

mkdirSync(base, { recursive: true })
await makeGrounds(base)
const began = Date.now()
let turn = Number(offset)
for (const task of tasks) {
  if (only !== '' && task.name !== only) continue
  const measured = await measure(task)
  tally.tasks += 1
  tally.writes += measured.writes
  for (let write = 1; write <= measured.writes; write += 1) {
    // Of a short run each write that gets its turn fails in one way, the ways taking turns.
    if (Number(every) > 1) {
      turn += 1
      const way = ways[(turn / Number(every)) % ways.length]
      if (turn % Number(every) === 0 && way !== undefined) await tryOnce(task, write, way, measured)
    } else for (const way of ways) await tryOnce(task, write, way, measured)
  }
}
process.stdout.write(
  `${JSON.stringify({ ...tally, unknown: control.unknown(), seconds: (Date.now() - began) / 1000, wrong: findings.length, findings: findings.slice(0, 200) })}\n`,
)
