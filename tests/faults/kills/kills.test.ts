import { describe, expect, test } from 'vitest'

import { count, report, say, scratch, seed } from '../run.ts'
import { killKinds } from './words.ts'

type Report = { kills: number; kinds: Record<string, number>; answers: number; seconds: number; wrong: number; faults: unknown[] }

const kills = count('FAULTS_KILLS', 24, 10_000)

describe('Rule 3: a process killed at any instant loses no answered change and leaves nothing half-written', () => {
  test(`${kills} kills in the midst of every kind of write`, { timeout: 14_400_000 }, async () => {
    const found = await report<Report>('kills/kill-often.ts', [scratch(true), String(kills), String(seed)])
    say(
      `kills: ${found.kills} of ${Object.keys(found.kinds).length} kinds of write, ${found.answers} answers heard, ${found.wrong} lost or half-written (seed ${seed}, ${Math.round(found.seconds)} s)`,
    )
    expect(found.faults).toEqual([])
    expect(found.kills).toBe(kills)
    expect(Object.keys(found.kinds).toSorted()).toEqual([...killKinds].toSorted())
    // Half of the processes are killed after they answered something.
    expect(found.answers).toBeGreaterThan(kills / 3)
  })
})
