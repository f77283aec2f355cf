import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { count, report, runProgram, say, scratch, seed } from '../run.ts'
import { canInject, compileShim, shimEnvironment, whyNot } from '../shim/shim.ts'

type Report = {
  operations: number
  images: number
  seconds: number
  lost: number
  refused: number
  faults: unknown[]
  midst: Record<string, number>
}
type Part = readonly [name: string, ends: 'SIGKILL' | null]

const theDay: readonly Part[] = [
  ['begin', 'SIGKILL'],
  ['go-on', null],
  ['end', null],
]
const theMigration: readonly Part[] = [['migrate', null]]
const theNewKeys: readonly Part[] = [
  ['re-key', 'SIGKILL'],
  ['re-key what a kill left', null],
]
const theRestore: readonly Part[] = [['restore', null]]

const dayImages = count('FAULTS_IMAGES', 140, 14_000)
const migrationImages = count('FAULTS_MIGRATION_IMAGES', 60, 6000)
const rekeyImages = count('FAULTS_REKEY_IMAGES', 50, 6000)
const restoreImages = count('FAULTS_RESTORE_IMAGES', 12, 1000)
/** Each script is recorded anew, with other work, after so many images. */
const imagesOfOne = 2000

describe.runIf(canInject)(`Rule 3: a power cut loses no answered change and leaves nothing half-written${whyNot}`, () => {
  let library: string
  beforeAll(() => {
    library = compileShim(scratch())
  })

  /** Records a script and makes images of it; `lying` stands for a disk that ignores every sync. */
  async function cutThePower(parts: readonly Part[], images: number, scriptSeed: number, lying = false, focus = ''): Promise<Report> {
    const base = scratch()
    const [watched, control, log, marks] = ['watched', 'control', 'log', 'marks'].map((name) => join(base, name)) as [
      string,
      string,
      string,
      string,
    ]
    const env = shimEnvironment({ library, watched, control, log })
    for (const [part, ends] of parts) {
      const { signal } = await runProgram('power/record-day.ts', [part, watched, control, marks, String(scriptSeed), '14'], { env })
      expect({ part, signal }).toEqual({ part, signal: ends })
    }
    const target = join(scratch(true), 'image')
    const args = [watched, log, marks, target, String(images), String(scriptSeed), lying ? 'lying' : 'honest', focus]
    const made = await report<Report>('power/make-images.ts', args)
    const keep = process.env['FAULTS_KEEP']
    if (keep !== undefined && made.faults.length > 0) cpSync(base, join(keep, `record-${scriptSeed}`), { recursive: true })
    rmSync(base, { recursive: true, force: true })
    return made
  }

  async function cutOften(title: string, parts: readonly Part[], images: number, focus = ''): Promise<Report> {
    const all: Report = { operations: 0, images: 0, seconds: 0, lost: 0, refused: 0, faults: [], midst: {} }
    for (let round = 0; all.images < images; round += 1) {
      const made = await cutThePower(parts, Math.min(imagesOfOne, images - all.images), seed + round, false, focus)
      for (const name of ['operations', 'images', 'seconds', 'lost', 'refused'] as const) all[name] += made[name]
      all.faults.push(...made.faults)
      for (const [name, images] of Object.entries(made.midst)) all.midst[name] = (all.midst[name] ?? 0) + images
    }
    say(
      `power cuts, ${title}: ${all.images} images of ${all.operations} writes and syncs, ${all.lost} lost something, ${all.refused} did not open (seed ${seed}, ${Math.round(all.seconds)} s)`,
    )
    return all
  }

  test('in the midst of days of work, with kills, checkpoints, drafts and a new passphrase', { timeout: 14_400_000 }, async () => {
    const { faults, images } = await cutOften('days of work', theDay, dayImages)
    expect(faults).toEqual([])
    expect(images).toBe(dayImages)
  })

  test('in the midst of the migration of an older vault', { timeout: 14_400_000 }, async () => {
    const { faults, images } = await cutOften('migrations', theMigration, migrationImages)
    expect(faults).toEqual([])
    expect(images).toBe(migrationImages)
  })

  test('in the midst of giving a vault a new key, over and over, between changes and drafts', { timeout: 14_400_000 }, async () => {
    const { faults, images, midst } = await cutOften('new keys', theNewKeys, rekeyImages, 'a new key')
    expect(faults).toEqual([])
    expect(images).toBe(rekeyImages)
    expect(midst['a new key']).toBeGreaterThan(rekeyImages / 3)
  })

  test('in the midst of restoring a backup', { timeout: 14_400_000 }, async () => {
    const { faults, images, midst } = await cutOften('restoring', theRestore, restoreImages, 'restored in place')
    expect(faults).toEqual([])
    expect(images).toBe(restoreImages)
    expect((midst['restored'] ?? 0) + (midst['restored in place'] ?? 0)).toBeGreaterThan(restoreImages / 3)
  })

  test('the same images of a disk that ignores syncs do lose changes: the test can see a loss', { timeout: 120_000 }, async () => {
    const { lost, refused } = await cutThePower(theDay, 20, seed, true)
    expect(lost + refused).toBeGreaterThan(2)
  })
})
