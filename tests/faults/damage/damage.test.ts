import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { count, report, say, scratch, seed } from '../run.ts'

type Counts = { tried: number; found: number; noEffect: number; unbound: number }
type Report = {
  of: number
  tried: number
  tally: Record<'flip' | 'cut' | 'swap' | 'replay' | 'log', Counts>
  missed: number
  wrong: number
  seconds: number
  missedList: unknown[]
  wrongList: unknown[]
}

/** Each so-manieth of all damages; 1: all of them. */
const every = count('FAULTS_EVERY_DAMAGE', 60, 1)

describe('Rules 4 and 14: damage is always found and never shown as data', () => {
  test('flips, cuts, swaps, old pages and edited logs, in every page and file', { timeout: 14_400_000 }, async () => {
    const found = await report<Report>('damage/damage-often.ts', [join(scratch(true), 'vaults'), String(every), String(seed)])
    const kinds = Object.entries(found.tally).map(
      ([kind, { tried, found: seen, noEffect, unbound }]) =>
        `${kind} ${seen} of ${tried}${noEffect > 0 ? ` (${noEffect} changed nothing)` : ''}${unbound > 0 ? ` (${unbound} of drafts or preferences)` : ''}`,
    )
    say(
      `damage: ${found.tried} of ${found.of} tried, ${found.missed} missed, ${found.wrong} shown as data; found: ${kinds.join(', ')} (seed ${seed}, ${Math.round(found.seconds)} s)`,
    )
    expect(found.missedList).toEqual([])
    expect(found.wrongList).toEqual([])
    expect(Object.keys(found.tally).toSorted()).toEqual(['cut', 'flip', 'log', 'replay', 'swap'])
  })
})
