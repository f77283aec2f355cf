import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { checkIndex } from '../../../electron/casework/search/index.ts'
import { callErrorSchema, callNames, calls, readShape } from '../../../electron/contract/index.ts'
import type { Answer, CallName } from '../../../electron/contract/index.ts'
import { verifyVault } from '../../../electron/vault/index.ts'
import { samples } from '../../contract/calls/samples.ts'
import { freePlace, openWorld } from '../../contract/calls/world.ts'
import { fitting, marker, mutated, randomFrom } from './generator.ts'
import type { Random, Schema } from './generator.ts'
import { pathsOutside } from './watched-paths.ts'

const full = process.env['FULL'] === '1'
/** Short in the whole of the tests; HABEAS_FUZZ=N and HABEAS_SEED=N for another number and other values. */
const times = Number(process.env['HABEAS_FUZZ'] ?? (full ? 1_000_000 : 5000))
const seed = Number(process.env['HABEAS_SEED'] ?? 1)

const world = await openWorld()
afterAll(() => world.close())
const { vault } = world
const { db } = vault

const schemas = new Map(
  callNames.map((call) => [call, z.toJSONSchema(calls[call].input, { io: 'input', unrepresentable: 'any' }) as Schema]),
)
const keysOf = (schema: Schema): string[] => Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [key, ...keysOf(inner)])
const allKeys = [...new Set([...schemas.values()].flatMap(keysOf)), 'then', 'toJSON', 'length', 'revision', 'binned', 'uuid']

/**
 * What is dear to answer (a passphrase tried, a report set, the whole vault checked or written anew) gets a good request
 * now and then; its wrong ones are as many as any other's.
 */
const dear: readonly CallName[] = [
  // Whatever opens a key slot runs Argon2id.
  ...callNames.filter((call) => call.startsWith('keys.')),
  'vault.changePassphrase',
  'vault.checkPassphrase',
  'vault.verify',
  'backups.make',
  'backups.verify',
  'bin.purge',
  'reports.preview',
  'vault.create',
  'vault.unlock',
]

const tables = db
  .prepare<[], string>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_%' ESCAPE '\\' OR name IN ('person_names', 'case_files', 'whereabouts_notes', 'custody_statuses', 'competing_values', 'saved_searches', 'identity_documents', 'change_sets', 'audit_entries', 'audit_rows')",
  )
  .pluck()
  .all()
const countAll = db.prepare(`SELECT ${tables.map((table) => `(SELECT count(*) FROM "${table}")`).join(" || ',' || ")}`).pluck()
const contents = (): string => `${String(countAll.get())} ${headers()}`
const totalChanges = db.prepare<[], number>('SELECT total_changes()').pluck()
const ids = (): string[] =>
  [
    'case_files',
    'persons',
    'charges',
    'sources',
    'citations',
    'whereabouts_notes',
    'custody_statuses',
    'competing_values',
    'saved_searches',
  ].flatMap((table) => db.prepare<[], string>(`SELECT uuid FROM ${table} ORDER BY id DESC LIMIT 8`).pluck().all())
const headers = (): string =>
  ['header.0.json', 'header.1.json']
    .map((name) =>
      createHash('sha256')
        .update(readFileSync(join(vault.folder, name)))
        .digest('hex'),
    )
    .join()

type Tally = { answered: number; refused: number; byCode: Record<string, number>; findings: string[] }

async function requestFor(call: CallName, random: Random, known: readonly string[], made: Map<CallName, unknown>): Promise<unknown> {
  const wrong = !random.chance(dear.includes(call) ? 0.001 : calls[call].kind === 'command' ? 0.03 : 0.15)
  if (random.chance(0.5)) {
    const sample = made.get(call)
    return wrong ? mutated(sample, random, allKeys) : sample
  }
  const built = fitting(schemas.get(call) ?? {}, random, known)
  return wrong || dear.includes(call) ? mutated(built, random, allKeys) : built
}

async function check(call: CallName, input: unknown, tally: Tally): Promise<void> {
  const declared = calls[call]
  const shapely = readShape(declared.input, input).success
  // A good preview is set by Typst out of a session that this world has not; the command line's own tests ask for one.
  if (shapely && call === 'reports.preview') return
  // A good travel copy goes where a person chose, outside the vault; its own tests make some.
  if (shapely && call === 'travel.make' && (input as { place: unknown }).place === freePlace) return
  const before = shapely ? contents() : ''
  const changes = totalChanges.get()
  let answer: Answer<unknown>
  try {
    answer = await world.answer(call, input)
  } catch (error) {
    tally.findings.push(`${call}: threw ${error instanceof Error ? error.name : typeof error}`)
    return
  }
  if (answer.ok) {
    tally.answered += 1
    if (!shapely) tally.findings.push(`${call}: answered a request that its schema refuses`)
    if (declared.output.safeParse(answer.value).error !== undefined)
      tally.findings.push(`${call}: answered something that it did not declare`)
    if (declared.kind === 'query' && contents() !== before && call !== 'sources.get')
      tally.findings.push(`${call}: a query that changed something`)
    return
  }
  tally.refused += 1
  tally.byCode[answer.error.code] = (tally.byCode[answer.error.code] ?? 0) + 1
  if (callErrorSchema.safeParse(answer.error).error !== undefined) tally.findings.push(`${call}: a refusal of no declared shape`)
  if (answer.error.code === 'internal') tally.findings.push(`${call}: internal ${JSON.stringify(answer.error.params)}`)
  if (JSON.stringify(answer.error).includes(marker)) tally.findings.push(`${call}: the refusal repeats what was sent`)
  if (shapely ? contents() !== before : totalChanges.get() !== changes)
    tally.findings.push(`${call}: refused with ${answer.error.code}, and changed something`)
}

describe('Rule 11: every call, fuzzed from the contract’s own schemas turned inside out', () => {
  test(
    `${times} calls: no crash, no fault of the program, nothing changed by what is refused, no path outside`,
    { timeout: Math.max(240_000, times * 60) },
    async () => {
      // Decoys that a path which got through would find.
      const around = dirname(vault.folder)
      mkdirSync(join(around, 'outside'), { recursive: true })
      writeFileSync(join(around, `${marker}.txt`), 'decoy')
      const made = new Map<CallName, unknown>()
      for (const call of callNames) made.set(call, await samples[call](world))
      const tally: Tally = { answered: 0, refused: 0, byCode: {}, findings: [] }
      const random = randomFrom(seed)
      const polluted = Object.getOwnPropertyNames(Object.prototype).join()
      const rejections: string[] = []
      const onRejection = (error: unknown): void => void rejections.push(String(error))
      process.on('unhandledRejection', onRejection)
      let known = ids()
      const started = performance.now()
      const outside = await pathsOutside([vault.folder, resolve(import.meta.dirname, '../../..')], async () => {
        for (let n = 0; n < times && tally.findings.length < 20; n += 1) {
          if (n % 500 === 499) {
            known = ids()
            for (const call of ['cases.update', 'charges.update', 'sources.update', 'cases.bin'] as const)
              made.set(call, await samples[call](world))
          }
          const call = random.of(callNames)
          await check(call, await requestFor(call, random, known, made), tally)
          if (full && n % 50_000 === 0)
            process.stdout.write(`  fuzz: ${n} calls, ${tally.answered} answered, ${tally.findings.length} findings\n`)
        }
      })
      const seconds = (performance.now() - started) / 1000
      process.off('unhandledRejection', onRejection)
      expect(tally.findings).toEqual([])
      expect(rejections).toEqual([])
      expect(outside).toEqual([])
      expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(polluted)
      expect('polluted' in {}).toBe(false)
      expect(readdirSync(around).toSorted()).toEqual([vault.folder.slice(around.length + 1), 'outside', `${marker}.txt`].toSorted())
      expect(readFileSync(join(around, `${marker}.txt`), 'utf8')).toBe('decoy')
      // Good requests were among them, so that what stands behind the schemas was reached.
      expect(tally.answered).toBeGreaterThan(times / 100)
      expect(verifyVault(vault).faults).toEqual([])
      expect(checkIndex(db)).toEqual([])
      process.stdout.write(
        `  fuzz: ${times} calls (seed ${seed}) in ${seconds.toFixed(0)} s, ${Math.round(times / seconds)} a second; ${tally.answered} answered, ${tally.refused} refused ${JSON.stringify(tally.byCode)}\n`,
      )
    },
  )
})
