import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { count, report, say, scratch, seed } from '../run.ts'
import { canInject, compileShim, shimEnvironment, whyNot } from '../shim/shim.ts'

type Report = {
  tasks: number
  writes: number
  faults: number
  refused: number
  answered: number
  doneAllTheSame: number
  unknown: number
  seconds: number
  wrong: number
  findings: unknown[]
}

/** Each so-manieth write fails in one of five ways; 1: each write fails in all five. */
const every = count('FAULTS_EVERY', 40, 1)

describe.runIf(canInject)(
  `Rule 3: where the disk is full or fails, nothing is lost, the answer is clear, and the vault goes on${whyNot}`,
  () => {
    test('a failed write at the writes of every task', { timeout: 14_400_000 }, async () => {
      const base = scratch(true)
      const watched = join(base, 'watched')
      mkdirSync(watched)
      const control = join(base, 'control')
      const env = shimEnvironment({ library: compileShim(scratch()), watched, control })
      const found = await report<Report>('writes/inject.ts', [watched, control, String(every), String(seed % every)], { env })
      say(
        `failed writes: ${found.faults} faults at ${found.writes} writes and syncs of ${found.tasks} tasks, ${found.refused} refused, ${found.answered} answered, ${found.wrong} wrong (every ${every}th, ${Math.round(found.seconds)} s)`,
      )
      expect(found.findings).toEqual([])
      expect(found.unknown).toBe(0)
      expect(found.tasks).toBeGreaterThanOrEqual(20)
      expect(found.refused).toBeGreaterThan(found.answered)
    })
  },
)
