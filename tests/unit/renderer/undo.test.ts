import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'

import type { Answer, Caller } from '../../../electron/contract/index.ts'
import { isCommandOfVault } from '../../../renderer/api/call-facts.ts'
import {
  allOrNothing,
  announceDone,
  asOneStep,
  forgetSteps,
  redoLast,
  rememberChange,
  undoLast,
  undoStore,
} from '../../../renderer/api/undo.ts'

/** A vault's history as far as undoing goes: each change sets or takes back one thing; undoing a change turns it round. */
function history() {
  const effects = new Map<number, { thing: number; sign: 1 | -1 }>()
  const refused = new Set<number>()
  const asked: number[] = []
  let last = 0
  const write = (thing: number, sign: 1 | -1): number => {
    last += 1
    effects.set(last, { thing, sign })
    return last
  }
  const call = (async (_: string, { changeNo }: { changeNo: number }): Promise<Answer<{ changeNo: number }>> => {
    asked.push(changeNo)
    const effect = effects.get(changeNo)
    if (effect === undefined || refused.has(changeNo))
      return { ok: false, error: { code: 'undo_refused', params: { reason: 'changed_since' } } }
    return { ok: true, value: { changeNo: write(effect.thing, effect.sign === 1 ? -1 : 1) } }
  }) as unknown as Caller
  /** What holds: how often each thing was set and not taken back. */
  const holds = (): string => {
    const sums = new Map<number, number>()
    for (const { thing, sign } of effects.values()) sums.set(thing, (sums.get(thing) ?? 0) + sign)
    return JSON.stringify([...sums].filter(([, sum]) => sum !== 0).toSorted(([one], [other]) => one - other))
  }
  return { call, asked, refused, holds, change: (thing: number) => rememberChange(write(thing, 1), 'charges.update') }
}

describe('undo and redo', () => {
  beforeEach(forgetSteps)

  it('take back the last step whole, newest change first, and do it again in its order', async () => {
    const vault = history()
    vault.change(1)
    await asOneStep(async () => [2, 3, 4].forEach((thing) => vault.change(thing)))
    const before = vault.holds()
    await undoLast(vault.call)
    expect(vault.asked).toEqual([4, 3, 2])
    await undoLast(vault.call)
    expect(vault.holds()).toBe('[]')
    expect(await undoLast(vault.call)).toBeNull()
    expect(undoStore.notice()).toEqual({ kind: 'nothing', way: 'undo' })
    await redoLast(vault.call)
    await redoLast(vault.call)
    expect(vault.holds()).toBe(before)
    expect(await redoLast(vault.call)).toBeNull()
    expect(undoStore.notice()).toEqual({ kind: 'nothing', way: 'redo' })
  })

  it('leave what stopped half-way as if it had never been made, and nothing else', async () => {
    const vault = history()
    vault.change(1)
    const before = vault.holds()
    const half = async () => {
      vault.change(2)
      vault.change(3)
      return 'stopped'
    }
    expect(await allOrNothing(vault.call, half, (result) => result === 'whole')).toEqual({ result: 'stopped', left: false })
    expect(vault.holds()).toBe(before)
    expect(undoStore.canRedo()).toBe(false)
    // Stopped before anything was made: what was made earlier is not taken back for it.
    await allOrNothing(
      vault.call,
      async () => 'stopped',
      () => false,
    )
    expect(vault.holds()).toBe(before)
    await undoLast(vault.call)
    expect(vault.holds()).toBe('[]')
  })

  it('keep what could not be taken back of what stopped half-way', async () => {
    const vault = history()
    const half = async () => {
      vault.change(1)
      vault.change(2)
    }
    vault.refused.add(1)
    expect(await allOrNothing(vault.call, half, () => false)).toMatchObject({ left: true })
    vault.refused.clear()
    await undoLast(vault.call)
    expect(vault.holds()).toBe('[]')
  })

  it('lead to what held at every point, however one goes back and forth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('change', 'pair', 'undo', 'redo'), { maxLength: 40 }), async (presses) => {
        forgetSteps()
        const vault = history()
        // What a plain list of states with a place in it would show.
        let states = [vault.holds()]
        let at = 0
        let thing = 0
        for (const press of presses) {
          if (press === 'undo') {
            await undoLast(vault.call)
            at = Math.max(0, at - 1)
          } else if (press === 'redo') {
            await redoLast(vault.call)
            at = Math.min(states.length - 1, at + 1)
          } else {
            await asOneStep(async () => {
              vault.change((thing += 1))
              if (press === 'pair') vault.change((thing += 1))
            })
            states = [...states.slice(0, at + 1), vault.holds()]
            at += 1
          }
          expect(vault.holds()).toBe(states[at])
          expect(undoStore.canUndo()).toBe(at > 0)
          expect(undoStore.canRedo()).toBe(at < states.length - 1)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('go one after the other while a key is held down', async () => {
    const vault = history()
    for (const thing of [1, 2, 3]) vault.change(thing)
    await Promise.all([undoLast(vault.call), undoLast(vault.call), undoLast(vault.call)])
    expect(vault.asked).toEqual([3, 2, 1])
    expect(vault.holds()).toBe('[]')
  })

  it('say why they were refused, and keep the step', async () => {
    const vault = history()
    vault.change(1)
    vault.refused.add(1)
    await undoLast(vault.call)
    expect(undoStore.notice()).toMatchObject({ kind: 'refused', way: 'undo', error: { params: { reason: 'changed_since' } } })
    expect(undoStore.canUndo()).toBe(true)
    vault.refused.clear()
    await undoLast(vault.call)
    expect(vault.holds()).toBe('[]')
  })

  it('forget what could be done again once something new was changed, even while an undo is under way', async () => {
    const vault = history()
    vault.change(1)
    vault.change(2)
    await undoLast(vault.call)
    expect(undoStore.canRedo()).toBe(true)
    const meanwhile = (async (name: 'history.undo', input: { changeNo: number }) => {
      vault.change(3)
      return vault.call(name, input)
    }) as unknown as Caller
    await undoLast(meanwhile)
    expect(undoStore.canRedo()).toBe(false)
    await undoLast(vault.call)
    expect(vault.holds()).toBe('[]')
  })

  it('say what it was in the words that it was announced with', async () => {
    const vault = history()
    vault.change(1)
    announceDone('“Theft” was moved to the bin')
    await undoLast(vault.call)
    expect(undoStore.notice()).toMatchObject({ kind: 'undone', step: { what: '“Theft” was moved to the bin', call: 'charges.update' } })
  })

  it('are for what changes the vault, not for opening it, for undoing or for how the window is left', () => {
    expect(isCommandOfVault('charges.update')).toBe(true)
    expect(isCommandOfVault('vault.unlock')).toBe(false)
    expect(isCommandOfVault('history.undo')).toBe(false)
    expect(isCommandOfVault('drafts.put')).toBe(false)
    expect(isCommandOfVault('cases.list')).toBe(false)
    rememberChange(null, 'preferences.put')
    expect(undoStore.canUndo()).toBe(false)
  })
})
