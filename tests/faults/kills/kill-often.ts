import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

import { verifyBackup } from '../../../electron/vault/index.ts'
import { makeBackup } from '../../../electron/vault/backups.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'
import { asCallError } from '../../../electron/vault/index.ts'
import { makeGrounds } from '../grounds.ts'
import { programArguments } from '../program.ts'
import { seeded } from '../seeded.ts'
import { chainAt, firstPassphrase, recordsHash, serve, typedHash, unlock } from '../service.ts'
import { killKinds, notChained } from './words.ts'
import type { KillKind, Order, Word } from './words.ts'

// Kills processes that write, at random instants, and looks each time with the real services at what they left. Prints
// one line of JSON.
const [base = '', kills = '40', seedText = '1', until = ''] = process.argv.slice(2)
const random = seeded(Number(seedText))
const wanted = Number(kills)
const ends = until === '' ? Infinity : Date.parse(until)

type Child = {
  process: ChildProcessByStdio<Writable, Readable, null>
  words: Word[]
  heard: (word: Word['word']) => Promise<boolean>
  gone: Promise<NodeJS.Signals | null>
}

function start(): Child {
  const child = spawn(process.execPath, programArguments('kills/kill-child.ts'), {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Thousands of starts: what was compiled once need not be again.
    env: { ...process.env, NODE_COMPILE_CACHE: join(base, 'compiled') },
  })
  const words: Word[] = []
  const waiting: { word: Word['word']; resolve: (heard: boolean) => void }[] = []
  let rest = ''
  child.stdout.on('data', (part: Buffer) => {
    const lines = (rest + part.toString('utf8')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const word = JSON.parse(line) as Word
      words.push(word)
      for (const one of waiting) if (one.word === word.word) one.resolve(true)
    }
  })
  child.stdin.on('error', () => undefined)
  const gone = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, signal) => {
      for (const { resolve: tell } of waiting) tell(false)
      resolve(signal)
    })
  })
  return {
    process: child,
    words,
    heard: (word) =>
      words.some((one) => one.word === word) ? Promise.resolve(true) : new Promise((resolve) => waiting.push({ word, resolve })),
    gone,
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
/** About how long one task of a kind takes, in milliseconds: kills come anywhere within the first few. */
const span: Record<KillKind, number> = {
  change: 60,
  draft: 30,
  checkpoint: 80,
  header: 80,
  're-key': 250,
  'search index': 80,
  backup: 250,
  erase: 200,
  'open and close': 250,
  create: 500,
  restore: 400,
  migration: 400,
}

const faults: { kill: number; kind: KillKind; what: string }[] = []
const tally: Record<string, number> = {}
let answers = 0
let passphrase = firstPassphrase
const place = join(base, 'Office.habeas')
const grounds = join(base, 'grounds')
const many = join(base, 'many')
const backup = join(base, 'one.habeas-backup')

async function prepare(): Promise<void> {
  mkdirSync(grounds, { recursive: true })
  await makeGrounds(grounds)
  renew()
  const vault = await unlock(place)
  cpSync(makeBackup(vault, 'manual').made.file, backup)
  vault.close()
  renew()
}
/** A small vault again: what was written makes it slow to look at. */
function renew(): void {
  rmSync(place, { recursive: true, force: true })
  cpSync(join(grounds, 'closed'), place, { recursive: true })
  passphrase = firstPassphrase
}

const oneVault: ReadonlySet<KillKind> = new Set([
  'change',
  'draft',
  'checkpoint',
  'header',
  're-key',
  'search index',
  'backup',
  'erase',
  'open and close',
])

async function killOnce(kill: number, kind: KillKind, child: Child): Promise<void> {
  const found = (what: string): void => void faults.push({ kill, kind, what })
  if (!oneVault.has(kind)) {
    rmSync(many, { recursive: true, force: true })
    mkdirSync(many)
    if (kind === 'migration')
      for (let n = 0; n < 8; n += 1) cpSync(join(grounds, 'older'), join(many, `Older ${n}.habeas`), { recursive: true })
  }
  await child.heard('ready')
  const order: Order = {
    kind,
    folder: oneVault.has(kind) ? place : many,
    passphrase: oneVault.has(kind) ? passphrase : firstPassphrase,
    seed: random.below(2 ** 31),
    backup,
  }
  child.process.stdin.write(`${JSON.stringify(order)}\n`)
  const first = kind === 'create' || kind === 'restore' || kind === 'migration' ? 'vault' : kind === 'backup' ? 'file' : 'answered'
  if (await child.heard('begins')) {
    // Half of the kills come in the first task, half somewhere after the first answer.
    if ((kill + Math.floor(kill / killKinds.length)) % 2 === 0) await child.heard(kind === 'header' ? 'passphrase-answered' : first)
    await pause(random.next() * span[kind])
  }
  child.process.kill('SIGKILL')
  const signal = await child.gone
  if (signal !== 'SIGKILL') found('ended before it was killed')
  try {
    if (oneVault.has(kind)) await lookAtVault(child.words, found)
    else await lookAtMany(kind, child.words, found)
  } catch (error) {
    found(`does not open: ${JSON.stringify(asCallError(error, 'test'))}`)
  }
  answers += child.words.filter(({ word }) => ['answered', 'passphrase-answered', 'file', 'vault'].includes(word)).length
}

async function openEither(sure: string, other: string | undefined) {
  try {
    return { vault: await unlock(place, sure), with: sure }
  } catch (error) {
    if (other === undefined || asCallError(error, 'test').code !== 'wrong_passphrase') throw error
    return { vault: await unlock(place, other), with: other }
  }
}

async function lookAtVault(words: readonly Word[], found: (what: string) => void): Promise<void> {
  let sure: Extract<Word, { word: 'answered' }> | undefined
  let draft: string | undefined
  let next: string | undefined
  for (const word of words) {
    if (word.word === 'answered') {
      sure = word
      draft = undefined
    } else if (word.word === 'draft') draft = word.next
    else if (word.word === 'passphrase') next = word.next
    else if (word.word === 'passphrase-answered') {
      passphrase = word.now
      next = undefined
    }
  }
  const { vault, with: opening } = await openEither(passphrase, next)
  passphrase = opening
  if (readdirSync(place).some((name) => name.startsWith('rekey.'))) found('a re-key was left where it was')
  const service = serve(vault)
  try {
    if (sure !== undefined) {
      if (chainAt(vault, sure.chain.seq) !== sure.chain.hash) found('an answered entry of the audit chain is gone')
      // What was under way when the kill came is one change at the most; where there is none, all is as it was answered.
      const later = vault.db
        .prepare<[number], number>('SELECT count(*) FROM audit_entries WHERE change_no IS NOT NULL AND seq > ?')
        .pluck()
        .get(sure.chain.seq)
      if (later === undefined || later > 1) found(`${String(later)} changes that nobody was told of`)
      if (later === 0 && recordsHash(vault, notChained) !== sure.records) found('records are not as they were answered')
      const drafts = typedHash(service.drafts)
      if (drafts !== sure.drafts && drafts !== draft) found('drafts are neither as answered nor as they were to be')
    }
    const wrong = service.verify().faults.filter(({ params }) => params['repaired'] !== true)
    if (wrong.length > 0) found(`verify: ${JSON.stringify(wrong.slice(0, 2))}`)
    for (const word of words)
      if (word.word === 'file' && existsSync(word.path)) {
        const broken = verifyBackup(word.path, { folder: place, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber }).faults
        if (broken.length > 0) found('an answered backup is not sound')
      }
  } finally {
    await service.close()
  }
}

async function lookAtMany(kind: KillKind, words: readonly Word[], found: (what: string) => void): Promise<void> {
  const told = new Set(words.flatMap((word) => (word.word === 'vault' ? [word.path] : [])))
  for (const path of told) if (!existsSync(path)) found(`an answered vault is not there (${kind})`)
  for (const name of readdirSync(many)) {
    if (name.startsWith('.')) continue
    const vault = await unlock(join(many, name), firstPassphrase)
    const service = serve(vault)
    const wrong = service.verify().faults.filter(({ params }) => params['repaired'] !== true)
    if (wrong.length > 0) found(`verify: ${JSON.stringify(wrong.slice(0, 2))}`)
    await service.close()
  }
}

await prepare()
const began = Date.now()
let ready = start()
let done = 0
for (let kill = 0; kill < wanted && Date.now() < ends; kill += 1) {
  const child = ready
  // Starts up while the one before is being looked at.
  ready = start()
  const kind = killKinds[kill % killKinds.length] ?? 'change'
  await killOnce(kill, kind, child)
  tally[kind] = (tally[kind] ?? 0) + 1
  done += 1
  if (kill % 48 === 47 || faults.at(-1)?.kill === kill) renew()
}
ready.process.kill('SIGKILL')
await ready.gone
process.stdout.write(
  `${JSON.stringify({ kills: done, kinds: tally, answers, seconds: (Date.now() - began) / 1000, wrong: faults.length, faults: faults.slice(0, 50) })}\n`,
)
