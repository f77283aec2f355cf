import { describe, expect, test } from 'vitest'

import type { Answer, AppEvent } from '../../../electron/contract/index.ts'
import { createDailyBackup } from '../../../electron/main/daily-backup.ts'

const change: AppEvent = { type: 'data.changed', changeNo: 1, tables: ['persons', 'change_sets', 'audit_entries'], ids: [] }
const minute = 60_000

/** A day that passes by hand: what is due, what was made, and what waits. */
function office() {
  let now = new Date(2026, 2, 2, 9, 0).getTime()
  let due = true
  let answer: Answer<unknown> = { ok: true, value: {} }
  let made = 0
  const waiting: { at: number; run: () => void }[] = []
  const { heard } = createDailyBackup({
    askVault: () => Promise.resolve({ ok: true, value: { due } }),
    longWork: {
      run: (call) => {
        expect(call).toBe('daily')
        made += 1
        if (answer.ok) due = false
        return Promise.resolve(answer)
      },
    },
    clock: () => now,
    wait: (milliseconds, run) => void waiting.push({ at: now + milliseconds, run }),
  })
  return {
    heard,
    made: () => made,
    newDay: () => (due = true),
    refuse: (refusal: Answer<unknown>) => (answer = refusal),
    async pass(milliseconds: number) {
      now += milliseconds
      for (const { run } of waiting.splice(0).filter(({ at }) => at <= now)) run()
      // Asking and making are a few promises deep.
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
    },
  }
}

describe('Rule 23: a backup at the first change of a day', () => {
  test('one, a moment after the first change; none without a change; one more on the next day', async () => {
    const { heard, made, pass, newDay } = office()
    await pass(minute)
    expect(made()).toBe(0)
    for (let times = 0; times < 3; times += 1) heard(change)
    expect(made()).toBe(0)
    await pass(minute)
    expect(made()).toBe(1)
    heard(change)
    await pass(60 * minute)
    expect(made()).toBe(1)
    newDay()
    await pass(24 * 60 * minute)
    expect(made()).toBe(1)
    heard(change)
    await pass(minute)
    expect(made()).toBe(2)
  })

  test('none where the vault already has one of this day, and what changes no record asks for none', async () => {
    const { heard, made, pass, refuse } = office()
    heard({ type: 'data.changed', changeNo: 1, tables: ['audit_entries'], ids: [] })
    heard({ type: 'progress', work: 'backup', share: 1 })
    await pass(minute)
    expect(made()).toBe(0)
    refuse({ ok: true, value: {} })
  })

  test('after one that failed it waits, then tries again at the next change', async () => {
    const { heard, made, pass, refuse } = office()
    refuse({ ok: false, error: { code: 'disk_full', params: {} } })
    heard(change)
    await pass(minute)
    heard(change)
    await pass(minute)
    expect(made()).toBe(1)
    await pass(10 * minute)
    heard(change)
    await pass(minute)
    expect(made()).toBe(2)
  })
})
