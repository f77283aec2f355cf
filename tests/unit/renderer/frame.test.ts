import { beforeEach, describe, expect, it } from 'vitest'

import type { Answer, Caller } from '../../../electron/contract/index.ts'
import { readsAny } from '../../../renderer/api/cache.ts'
import { asOneStep, forgetSteps, isCommandOfVault, rememberChange, undoLast, undoStore } from '../../../renderer/api/undo.ts'
import { frameCommandOf } from '../../../renderer/app/shortcuts.ts'
import { metersFilled } from '../../../renderer/features/vault/strength.ts'

const press = (key: string, more: Partial<{ ctrlKey: boolean; shiftKey: boolean; altKey: boolean }> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

describe('keys of the frame', () => {
  it('work wherever one is', () => {
    expect(frameCommandOf(press('k', { ctrlKey: true }), true)).toBe('find')
    expect(frameCommandOf(press('N', { ctrlKey: true }), true)).toBe('new_case')
    expect(frameCommandOf(press('l', { ctrlKey: true }), true)).toBe('lock')
    expect(frameCommandOf(press('F6'), true)).toBe('next_pane')
    expect(frameCommandOf(press('F6', { shiftKey: true }), false)).toBe('previous_pane')
  })

  it('leave undo to the words being typed', () => {
    expect(frameCommandOf(press('z', { ctrlKey: true }), true)).toBeNull()
    expect(frameCommandOf(press('z', { ctrlKey: true }), false)).toBe('undo')
  })

  it('leave every other key alone', () => {
    expect(frameCommandOf(press('k'), false)).toBeNull()
    expect(frameCommandOf(press('k', { ctrlKey: true, altKey: true }), false)).toBeNull()
  })
})

describe('the cache', () => {
  it('follows the tables that a call reads', () => {
    expect(readsAny('cases.list', ['charges'])).toBe(true)
    expect(readsAny('sources.list', ['charges'])).toBe(false)
    expect(readsAny('app.state', ['persons'])).toBe(false)
  })
})

describe('undo', () => {
  beforeEach(forgetSteps)
  const undone: number[] = []
  const call = (async (_: string, { changeNo }: { changeNo: number }): Promise<Answer<unknown>> => {
    undone.push(changeNo)
    return changeNo === 13 ? { ok: false, error: { code: 'undo_refused', params: { reason: 'changed_since' } } } : { ok: true, value: {} }
  }) as unknown as Caller

  it('takes back the last step whole, newest change first', async () => {
    undone.length = 0
    rememberChange(1)
    await asOneStep(async () => [2, 3, 4].forEach(rememberChange))
    await undoLast(call)
    expect(undone).toEqual([4, 3, 2])
    await undoLast(call)
    expect(undone).toEqual([4, 3, 2, 1])
    expect(await undoLast(call)).toBeNull()
    expect(undoStore.notice()).toEqual({ kind: 'nothing' })
  })

  it('says why it was refused', async () => {
    rememberChange(13)
    await undoLast(call)
    expect(undoStore.notice()).toMatchObject({ kind: 'refused', error: { params: { reason: 'changed_since' } } })
  })

  it('is for what changes the vault, not for opening it or for undoing', () => {
    expect(isCommandOfVault('charges.update')).toBe(true)
    expect(isCommandOfVault('vault.unlock')).toBe(false)
    expect(isCommandOfVault('history.undo')).toBe(false)
    expect(isCommandOfVault('drafts.put')).toBe(false)
    expect(isCommandOfVault('cases.list')).toBe(false)
  })
})

describe('the strength meter', () => {
  it('never looks full for a passphrase that will be refused', () => {
    for (let guesses = 0; guesses < 12; guesses += 0.5)
      expect(metersFilled({ acceptable: false, score: 4, guessesLog10: guesses })).toBeLessThanOrEqual(3)
    expect(metersFilled({ acceptable: true, score: 4, guessesLog10: 12 })).toBe(4)
    expect(metersFilled({ acceptable: true, score: 4, guessesLog10: 23 })).toBe(5)
  })
})
